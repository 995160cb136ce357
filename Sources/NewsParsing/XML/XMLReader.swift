internal import CExpat

/// Reads a well-formed document with expat and tells a handler what stands in it.
///
/// Nothing outside the document is ever looked at, and no entity but the predefined and HTML's is expanded. What is not well-formed is refused, as is
/// a prefix that nobody declared, and a document with entities or attributes of its own; ``TolerantXMLReader`` reads those.
final class XMLReader {
  enum Outcome {
    case read(Set<XMLRepair>)
    /// Not well-formed, or elements are too deep in each other.
    case broken
    /// Its document type declares entities or attributes.
    case declares
  }

  private let handler: any XMLContentHandler
  private let parser: XML_Parser
  private var depth = 0
  /// Nothing is told any more.
  private var isStopped = false
  private var hasDeclarations = false
  private var repairs: Set<XMLRepair> = []
  private var references = CharacterReferences()
  /// Those that were met, which are few: to compare one is less than to make a string of it.
  private var namespaces: [(utf8: [UInt8], name: String)] = []

  /// Stands between a name's namespace, itself and its prefix. No namespace has it: in an attribute it becomes a blank.
  private static let separator = UInt8(ascii: "\n")
  /// So many bytes are handed to expat at once, which copies them; a few pages stay in the processor's cache.
  private static let portionCount = 1 << 16

  private init?(handler: any XMLContentHandler) {
    // Whatever encoding the document declares.
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(Self.separator)) else { return nil }
    self.handler = handler
    self.parser = parser
    XML_SetReturnNSTriplet(parser, 1)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, { XMLReader.of($0).start($1, $2) }, { reader, _ in XMLReader.of(reader).end() })
    XML_SetCharacterDataHandler(parser) { XMLReader.of($0).text($1, count: Int($2)) }
    XML_SetSkippedEntityHandler(parser) { XMLReader.of($0).reference($1, isParameter: $2 != 0) }
    XML_SetEntityDeclHandler(parser) { reader, _, _, _, _, _, _, _, _ in XMLReader.of(reader).declaration() }
    // What an element has by its declaration would be looked at for each of them.
    XML_SetAttlistDeclHandler(parser) { reader, _, _, _, _, _ in XMLReader.of(reader).declaration() }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads `utf8`, whatever encoding it declares.
  ///
  /// What the handler was told of a document that is not ``Outcome/read(_:)`` is to be thrown away.
  static func read(_ utf8: UnsafeBufferPointer<UInt8>, to handler: any XMLContentHandler) -> Outcome {
    guard let reader = XMLReader(handler: handler) else { return .broken }
    let isRead = reader.read(utf8)
    return reader.hasDeclarations ? .declares : isRead ? .read(reader.repairs) : .broken
  }

  private func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = utf8.baseAddress else { return false }
    return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) { text in
      var place = 0
      var portion = Self.portionCount
      repeat {
        let count = min(portion, utf8.count - place)
        let isLast = place + count == utf8.count
        guard XML_Parse(parser, text + place, Int32(count), isLast ? 1 : 0) == XML_STATUS_OK, !isStopped else {
          return false
        }
        // A tag or comment that is longer is looked through from its start with each portion: as portions double, linear all the same.
        if XML_GetCurrentByteIndex(parser) < place, portion < 1 << 29 { portion *= 2 }
        place += count
      } while place < utf8.count
      return true
    }
  }

  private func stop() {
    isStopped = true
    XML_StopParser(parser, 0)
  }

  private func declaration() {
    hasDeclarations = true
    stop()
  }
}

extension XMLReader {
  private static func of(_ userData: UnsafeMutableRawPointer?) -> XMLReader {
    guard let userData else { preconditionFailure("Each parser has its reader.") }
    return Unmanaged<XMLReader>.fromOpaque(userData).takeUnretainedValue()
  }

  private func start(
    _ written: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let written, !isStopped else { return }
    depth += 1
    guard depth <= TolerantXMLReader.depthLimit else { return stop() }
    let parts = Self.parts(of: written)
    var element = XMLElement(
      name: String(decoding: parts.name, as: UTF8.self), prefix: String(decoding: parts.prefix, as: UTF8.self),
      namespace: parts.namespace.map(namespace), attributes: [])
    var place = 0
    while let list, let written = list[place], let value = list[place + 1] {
      guard element.attributes.count < TolerantXMLReader.attributeLimit else {
        repairs.insert(.limit)
        break
      }
      let parts = Self.parts(of: written)
      element.attributes.append(
        XMLAttribute(
          name: String(decoding: parts.name, as: UTF8.self), prefix: String(decoding: parts.prefix, as: UTF8.self),
          value: String(cString: value)))
      place += 2
    }
    handler.start(element)
  }

  /// `namespace name prefix`, `namespace name` or `name`.
  private static func parts(
    of written: UnsafePointer<XML_Char>
  ) -> (
    namespace: Slice<UnsafeBufferPointer<UInt8>>?, name: Slice<UnsafeBufferPointer<UInt8>>,
    prefix: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    let utf8 = UnsafeBufferPointer(
      start: UnsafeRawPointer(written).assumingMemoryBound(to: UInt8.self), count: strlen(written))
    guard let first = utf8.firstByte(separator) else { return (nil, utf8[...], utf8[utf8.endIndex...]) }
    let second = utf8.firstByte(separator, from: first + 1)
    return (
      utf8[..<first], utf8[(first + 1)..<(second ?? utf8.count)],
      second.map { utf8[($0 + 1)...] } ?? utf8[utf8.endIndex...]
    )
  }

  private func namespace(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    if let known = namespaces.first(where: { $0.utf8.elementsEqual(utf8) }) { return known.name }
    let name = String(decoding: utf8, as: UTF8.self)
    if namespaces.count < 64 { namespaces.append((Array(utf8), name)) }
    return name
  }

  private func end() {
    guard !isStopped else { return }
    depth -= 1
    handler.end()
  }

  private func text(_ text: UnsafePointer<XML_Char>?, count: Int) {
    guard let text, !isStopped else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      handler.text(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// A name that a document type may declare which stands elsewhere.
  private func reference(_ name: UnsafePointer<XML_Char>?, isParameter: Bool) {
    guard let name, !isStopped, !isParameter else { return }
    let written = String(cString: name)
    var text = references.text(ofHTMLName: written)
    if text == nil {
      repairs.insert(.unknownEntity)
      text = "&\(written);"
    }
    text?.withUTF8(handler.text)
  }
}
