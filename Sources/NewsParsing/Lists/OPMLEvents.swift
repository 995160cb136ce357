internal import CXML

/// Reads XML that may be broken and tells what stands in it, element by element; the only file of lists that sees libxml2.
///
/// No network, no files, no entities: ``OPMLMending`` has removed the document type before.
final class OPMLEvents {
  struct Attribute {
    /// As written, with its prefix.
    var name: String
    var value: String
    /// What the prefix stands for; nil without one, or when nothing declares it.
    var namespace: String?
  }

  /// Name without prefix, attributes in order, line of the tag's end.
  var onStart: (_ name: String, _ attributes: [Attribute], _ line: Int) -> Void = { _, _, _ in }
  var onEnd: (_ name: String) -> Void = { _ in }
  var onText: (String) -> Void = { _ in }
  /// The line of the first error that the parser went on after, or stopped at.
  private(set) var brokenLine: Int?

  private var context: xmlParserCtxtPtr?

  /// - Parameter bytes: UTF-8, whatever they declare.
  func parse(_ bytes: [UInt8]) {
    xmlInitParser()
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let context, let name else { return }
      OPMLEvents.of(context).start(name, attributes, count: Int(count))
    }
    handler.endElementNs = { context, name, _, _ in
      guard let context, let name else { return }
      OPMLEvents.of(context).onEnd(String(cString: name))
    }
    handler.characters = { context, text, count in
      guard let context, let text, count > 0 else { return }
      OPMLEvents.of(context).onText(
        String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
    }
    handler.cdataBlock = handler.characters
    handler.serror = { context, error in
      guard let context, let error else { return }
      let events = OPMLEvents.of(context)
      if error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue, events.brokenLine == nil {
        events.brokenLine = Int(error.pointee.line)
      }
    }
    guard let context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil) else {
      return
    }
    self.context = context
    defer {
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    // NOENT: without it libxml2 gives `&amp;` in attributes as `&#38;`, for a second parser.
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    bytes.withUnsafeBytes { bytes in
      let signs = bytes.bindMemory(to: CChar.self)
      // Some kilobytes at a time: the parser moves what is left of its input to the front again and again.
      var offset = 0
      while let start = signs.baseAddress, offset < signs.count {
        let count = min(signs.count - offset, 1 << 16)
        xmlParseChunk(context, start + offset, Int32(count), 0)
        offset += count
      }
      xmlParseChunk(context, nil, 0, 1)
    }
  }

  /// Five pointers an attribute: name, prefix, namespace, and where its value begins and ends.
  private func start(
    _ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    var attributes: [Attribute] = []
    for index in 0..<count {
      guard let fields = list.map({ $0 + 5 * index }), let local = fields[0], let begin = fields[3], let end = fields[4]
      else { continue }
      let name = (fields[1].map { String(cString: $0) + ":" } ?? "") + String(cString: local)
      let value = String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
      attributes.append(Attribute(name: name, value: value, namespace: fields[2].map { String(cString: $0) }))
    }
    onStart(String(cString: name), attributes, context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0)
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> OPMLEvents {
    Unmanaged<OPMLEvents>.fromOpaque(context).takeUnretainedValue()
  }
}
