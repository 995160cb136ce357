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
      let isReadStrictly = !hasLongTag(document)
      if isReadStrictly {
        let handler = makeHandler()
        if let repairs = XMLReader.read(document, to: handler) { return (handler, repairs) }
      }
      let handler = makeHandler()
      var reader = TolerantXMLReader(document, handler: handler)
      reader.read()
      // What declares entities of its own is not read strictly either: libxml2 is not told of them.
      let isBroken = isReadStrictly && reader.repairs.isEmpty && !reader.references.hasDeclarations
      return (handler, isBroken ? [.other] : reader.repairs)
    }
  }

  private static func hasLongTag(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // A long tag leaves a whole window of half its length without `>`; most windows have one within a few bytes.
    let window = tagLengthLimit / 2
    return stride(from: 0, to: utf8.count - window, by: window).contains { start in
      if utf8.firstByte(UInt8(ascii: ">"), in: start..<start + window) != nil { return false }
      // No tag ends here: one goes on here if the last sign before is a `<`.
      var index = start + window
      while index > 0 {
        index -= 1
        if utf8[index] == UInt8(ascii: ">") { return false }
        if utf8[index] == UInt8(ascii: "<") { return TolerantXMLReader.startsName(utf8[index + 1]) }
        // Further back it is either a text or a tag that was found before.
        if start + window - index > 2 * tagLengthLimit { return true }
      }
      return false
    }
  }
}
