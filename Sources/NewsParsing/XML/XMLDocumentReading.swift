/// Reads a document with expat, and as it was meant where that refuses it.
enum XMLDocumentReading {
  /// Reads `utf8` from `start` on, where the document's root or declaration begins.
  ///
  /// - Parameter makeHandler: makes a new handler; called twice when the document has to be read twice.
  static func read<Handler: XMLContentHandler>(
    _ utf8: [UInt8], from start: Int, makeHandler: () -> Handler
  ) -> (handler: Handler, repairs: Set<XMLRepair>) {
    utf8.withUnsafeBufferPointer { buffer in
      let document = UnsafeBufferPointer(rebasing: buffer[start...])
      let strict = makeHandler()
      let outcome = XMLReader.read(document, to: strict)
      if case .read(let repairs) = outcome { return (strict, repairs) }
      let handler = makeHandler()
      var reader = TolerantXMLReader(document, handler: handler)
      reader.read()
      if case .broken = outcome, reader.repairs.isEmpty { return (handler, [.other]) }
      return (handler, reader.repairs)
    }
  }
}
