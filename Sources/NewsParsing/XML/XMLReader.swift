internal import CXML

/// Reads a well-formed document with libxml2 and tells a handler what stands in it.
///
/// Nothing outside the document is ever looked at, and no entity but the predefined and HTML's is expanded: neither the declarations of the
/// internal subset nor an external one reach the parser's tables. What is not well-formed is refused; ``TolerantXMLReader`` reads that.
final class XMLReader {
  private let handler: any XMLContentHandler
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  private(set) var isBroken = false
  /// A prefix without declaration is an error of namespaces, not of form.
  private(set) var repairs: Set<XMLRepair> = []
  private var references = CharacterReferences()
  /// libxml2 keeps one copy of each name, so that its place tells which it is.
  private var namespaces: [UnsafePointer<xmlChar>: String] = [:]

  private init(handler: any XMLContentHandler) {
    self.handler = handler
  }

  /// Reads `utf8`, whatever encoding it declares.
  ///
  /// - Returns: nil when the document is not well-formed; what the handler was told until then is to be thrown away.
  static func read(_ utf8: UnsafeBufferPointer<UInt8>, to handler: any XMLContentHandler) -> Set<XMLRepair>? {
    let reader = XMLReader(handler: handler)
    return reader.read(utf8) ? reader.repairs : nil
  }

  private func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    xmlInitParser()
    guard let start = utf8.baseAddress, let count = Int32(exactly: utf8.count),
      let context = start.withMemoryRebound(
        to: CChar.self, capacity: utf8.count, { xmlCreateMemoryParserCtxt($0, count) }
      )
    else { return false }
    defer { xmlFreeParserCtxt(context) }
    self.context = context
    var handler = Self.saxHandler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    // NOENT: without it libxml2 hands out `&amp;` in attributes as `&#38;`, for a second parser. HUGE: its limits are by element, ours by
    // document.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    return withUnsafeMutablePointer(to: &handler) { sax in
      let own = context.pointee.sax
      context.pointee.sax = sax
      defer { context.pointee.sax = own }
      xmlParseDocument(context)
      return !isBroken && context.pointee.wellFormed == 1
    }
  }

  private func give(up pointer: xmlParserCtxtPtr?) {
    isBroken = true
    xmlStopParser(pointer)
  }
}

extension XMLReader {
  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var saxHandler: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { context, name, prefix, namespace, _, _, count, _, attributes in
      XMLReader.of(context)?.start(name, prefix, namespace, Int(count), attributes)
    }
    sax.endElementNs = { context, _, _, _ in
      guard let reader = XMLReader.of(context), !reader.isBroken else { return }
      reader.depth -= 1
      reader.handler.end()
    }
    sax.characters = { context, text, count in
      guard let reader = XMLReader.of(context), !reader.isBroken else { return }
      reader.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.cdataBlock = sax.characters
    sax.ignorableWhitespace = sax.characters
    sax.reference = { context, name in XMLReader.of(context)?.reference(name) }
    sax.serror = { context, error in
      guard let error, let reader = XMLReader.of(context) else { return }
      if error.pointee.level == XML_ERR_FATAL {
        reader.isBroken = true
      } else if error.pointee.code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue {
        reader.repairs.insert(.undeclaredPrefix)
      } else if error.pointee.code == XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue {
        reader.isBroken = true
      }
    }
    return sax
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ count: Int, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, !isBroken else { return }
    depth += 1
    guard depth <= TolerantXMLReader.depthLimit else { return give(up: context) }
    var element = XMLElement(
      name: String(cString: name), prefix: prefix.map { String(cString: $0) } ?? "",
      namespace: namespace.map { self.namespace($0) }, attributes: [])
    if let list, count > 0 {
      element.attributes.reserveCapacity(count)
      for index in 0..<count {
        // Name, prefix, namespace, beginning and end of the value.
        guard let name = list[index * 5], let start = list[index * 5 + 3], let end = list[index * 5 + 4] else {
          continue
        }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        element.attributes.append(
          XMLAttribute(
            name: String(cString: name), prefix: list[index * 5 + 1].map { String(cString: $0) } ?? "",
            value: String(decoding: value, as: UTF8.self)))
      }
    }
    handler.start(element)
  }

  private func namespace(_ pointer: UnsafePointer<xmlChar>) -> String {
    if let known = namespaces[pointer] { return known }
    let namespace = String(cString: pointer)
    namespaces[pointer] = namespace
    return namespace
  }

  private func reference(_ name: UnsafePointer<xmlChar>?) {
    guard let name, !isBroken else { return }
    let written = String(cString: name)
    if let text = references.text(ofHTMLName: written) {
      Array(text.utf8).withUnsafeBufferPointer { handler.text($0) }
    } else {
      repairs.insert(.unknownEntity)
      Array("&\(written);".utf8).withUnsafeBufferPointer { handler.text($0) }
    }
  }
}
