import Screen

#if DEBUG
  @testable import NcursesTerminal
  @testable import ReaderApp
#endif

extension FuzzTarget {
  /// What a terminal and a picture's decoder say. Their readers are seen inside of their modules only, and from outside in debug builds.
  static let terminal: [FuzzTarget] = {
    #if DEBUG
      [
        FuzzTarget("keys", seeds: Seeds.keys, words: Seeds.keyWords, longestCount: 1_024, run: keys),
        FuzzTarget("replies", seeds: Seeds.replies, words: Seeds.keyWords, longestCount: 256, run: replies),
        FuzzTarget("symbols", seeds: Seeds.symbols, words: Seeds.symbolWords, longestCount: 2_048, run: symbols),
        FuzzTarget("image-header", bytes: Seeds.images, words: Seeds.imageWords, longestCount: 1_024, run: imageHeader),
      ]
    #else
      []
    #endif
  }()

  #if DEBUG
    private static func keys(_ input: UnsafeRawBufferPointer) throws {
      var whole = KeyDecoder()
      let inputs = whole.decode(input) + whole.finishEscape()
      var slow = KeyDecoder()
      var one: [KeyInput] = []
      for byte in input { one += slow.decode([byte]) }
      one += slow.finishEscape()
      try must(inputs == one, "bytes that arrive one by one mean something else")
      for input in inputs {
        switch input {
        case .key(.scalar(let scalar)), .pasted(let scalar):
          try mustBePlain([String(scalar)], "typed text")
        case .mouse(let event):
          try must(event.position.row >= 0 && event.position.column >= 0, "a mouse at \(event.position)")
        case .reply(let reply): try check(reply)
        default: break
        }
      }
    }

    private static func replies(_ input: UnsafeRawBufferPointer) throws {
      let bytes = Array(input)
      for sequence in [bytes, [0x1B, UInt8(ascii: "[")] + bytes] {
        if let reply = TerminalReply(controlSequence: sequence) { try check(reply) }
        if let event = MouseReport.event(controlSequence: sequence) {
          try must(event.position.row >= 0 && event.position.column >= 0, "a mouse at \(event.position)")
        }
        _ = KeySequences.controlSequence(sequence)
      }
      if let reply = TerminalReply(controlString: bytes) { try check(reply) }
      if bytes.count >= 3 { _ = MouseReport.event(oldForm: Array(bytes.prefix(3))) }
    }

    private static func check(_ reply: TerminalReply) throws {
      switch reply {
      case .cursor(let row, let column): try must(row > 1 && column > 0, "a cursor at \(row), \(column)")
      case .version(let name): try mustBePlain([name], "a terminal's name")
      case .cell(let size): try must(size.width > 0 && size.height > 0, "a cell of \(size.width) × \(size.height)")
      case .sixelColors(let count): try must(count >= 0, "\(count) colours")
      case .mode, .attributes, .kittyGraphics: break
      }
    }

    private static func symbols(_ input: UnsafeRawBufferPointer) throws {
      guard let picture = SymbolText.picture(input, columns: 40, rows: 20) else { return }
      try must((1...20).contains(picture.rowCount) && (0...40).contains(picture.columnCount), "a picture too large")
      for row in 0..<picture.rowCount {
        let isSound = picture.row(row).allSatisfy {
          (0x20..<0x7F).contains($0.scalar.value) || (0x2580...0x259F).contains($0.scalar.value)
        }
        try must(isSound, "a sign that draws no picture in row \(row)")
      }
    }

    private static func imageHeader(_ input: UnsafeRawBufferPointer) throws {
      guard let header = ImageHeader(Array(input)) else { return }
      try must(header.width > 0 && header.height > 0, "\(header.width) × \(header.height) pixels")
    }
  #endif
}
