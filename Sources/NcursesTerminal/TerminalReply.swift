import Screen

/// What a terminal says when it is asked; no key, though it comes the same way.
nonisolated enum TerminalReply: Hashable, Sendable {
  /// CPR: the cursor's row and column, from 1 (ECMA-48, 8.3.14).
  case cursor(row: Int, column: Int)
  /// DECRPM.
  case mode(Int, TerminalMeasurement.ModeSetting)
  /// XTVERSION, made safe.
  case version(String)
  /// DA1, which every terminal answers: whatever was asked before it and is not answered by now never will be.
  ///
  /// - Parameter hasSixels: attribute 4.
  case attributes(hasSixels: Bool)
  /// kitty's graphics protocol takes pictures: the answer to ``WidthProbe``'s question, which has its number.
  case kittyGraphics
  /// XTSMGRAPHICS: colours of a sixel picture.
  case sixelColors(Int)
  /// XTWINOPS 16: pixels of a cell.
  case cell(PixelSize)
}

nonisolated extension TerminalReply {
  /// Longest text of an answer that is kept, in bytes.
  static let longestUTF8 = 128

  /// - Parameter sequence: from the Escape to the final byte.
  /// - Returns: nil for what is no answer.
  init?(controlSequence sequence: [UInt8]) {
    guard sequence.count > 3, let final = sequence.last else { return nil }
    let inner = sequence.dropFirst(2).dropLast()
    switch final {
    case UInt8(ascii: "R"):
      let numbers = Self.numbers(inner)
      // Row 1 is left alone: `Escape [ 1 ; 2 R` is also F3 held with Shift, so nobody asks there.
      guard numbers.count == 2, numbers[0] > 1, numbers[1] > 0 else { return nil }
      self = .cursor(row: numbers[0], column: numbers[1])
    case UInt8(ascii: "y"):
      guard inner.first == UInt8(ascii: "?"), inner.last == UInt8(ascii: "$") else { return nil }
      let numbers = Self.numbers(inner.dropFirst().dropLast())
      guard numbers.count == 2, let setting = TerminalMeasurement.ModeSetting(rawValue: numbers[1]) else { return nil }
      self = .mode(numbers[0], setting)
    case UInt8(ascii: "c"):
      guard inner.first == UInt8(ascii: "?") else { return nil }
      self = .attributes(hasSixels: Self.numbers(inner.dropFirst()).dropFirst().contains(4))
    case UInt8(ascii: "t"):
      let numbers = Self.numbers(inner)
      // No font has cells of nothing, or of a screen.
      let size = 1...1000
      guard numbers.count == 3, numbers[0] == 6, size.contains(numbers[1]), size.contains(numbers[2]) else {
        return nil
      }
      self = .cell(PixelSize(width: numbers[2], height: numbers[1]))
    case UInt8(ascii: "S"):
      guard inner.first == UInt8(ascii: "?") else { return nil }
      let numbers = Self.numbers(inner.dropFirst())
      guard numbers.count == 3, numbers[0] == 1, numbers[1] == 0 else { return nil }
      self = .sixelColors(numbers[2])
    default:
      return nil
    }
  }

  /// - Parameter text: of a device control string, without its ends: `>|` and a name.
  init?(controlString text: [UInt8]) {
    guard text.starts(with: [0x3E, 0x7C]) else { return nil }
    // The name comes from outside; it is kept in a file and shown.
    let name = text.dropFirst(2).filter { (0x20..<0x7F).contains($0) }
    self = .version(String(decoding: name, as: UTF8.self))
  }

  /// The number that the question about kitty's graphics has, and so has the answer.
  static let kittyQuestion = 31

  /// - Parameter text: of an application program command, without its ends.
  init?(applicationCommand text: [UInt8]) {
    guard text == Array("Gi=\(Self.kittyQuestion);OK".utf8) else { return nil }
    self = .kittyGraphics
  }

  /// Decimal parameters between semicolons; empty when anything else is among them.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    let fields = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.compactMap { field -> Int? in
      guard !field.isEmpty, field.count < 7, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return numbers.count == fields.count ? numbers : []
  }
}
