/// Reads a document with libxml2, and as it was meant where it is not well-formed.
enum XMLDocumentReading {
  /// libxml2 compares each attribute of a tag with all others before it, so a long tag takes it long.
  private static let tagLengthLimit = 8_192

  /// Reads `utf8` from `start` on, where the document's root or declaration begins.
  ///
  /// - Parameter makeHandler: makes a new handler; called twice when the document has to be read twice.
  static func read<Handler: XMLContentHandler>(
    _ utf8: [UInt8], from start: Int, makeHandler: () -> Handler
  ) -> (handler: Handler, repairs: Set<XMLRepair>) {
    utf8.withUnsafeBufferPointer { buffer in
      let document = UnsafeBufferPointer(rebasing: buffer[start...])
      if !hasLongTag(document) {
        let handler = makeHandler()
        if let repairs = XMLReader.read(document, to: handler) { return (handler, repairs) }
      }
      let handler = makeHandler()
      var reader = TolerantXMLReader(document, handler: handler)
      reader.read()
      return (handler, reader.repairs)
    }
  }

  private static func hasLongTag(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // A long tag leaves a whole window of half its length without `>`; most windows have one within a few bytes.
    let window = tagLengthLimit / 2
    let isSuspicious = stride(from: 0, to: utf8.count - window, by: window).contains { start in
      !utf8[start..<start + window].contains(UInt8(ascii: ">"))
    }
    return isSuspicious && measuresLongTag(utf8)
  }

  private static func measuresLongTag(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var tagStart: Int?
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "<"):
        let next = index + 1 < utf8.count ? utf8[index + 1] : 0
        if tagStart == nil, TolerantXMLReader.startsName(next) { tagStart = index }
      case UInt8(ascii: ">"): tagStart = nil
      default: break
      }
      if let tagStart, index - tagStart > tagLengthLimit { return true }
    }
    return false
  }
}
