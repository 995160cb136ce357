import Screen

/// Reports of the mouse, as xterm sends them (ctlseqs, "Mouse Tracking").
nonisolated enum MouseReport {
  /// Presses, releases and what moves between them (1002), told in decimal numbers (1006). A terminal that knows only presses (1000)
  /// has been asked for these before.
  static let begin = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let end = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  static let oldFormStart = Array("\u{1B}[M".utf8)
  /// Bytes after `Escape [ M` in the old form, which a terminal without 1006 sends: button, column and row, each moved by 32.
  static let oldFormUTF8Count = 3

  /// - Parameter sequence: from the Escape to the final byte: `Escape [ < button ; column ; row M`, or `m` when a button was let go.
  /// - Returns: nil for what is no such report, or tells of something that means nothing here.
  static func event(controlSequence sequence: [UInt8]) -> MouseEvent? {
    guard sequence.count > 3, sequence[2] == UInt8(ascii: "<"), let final = sequence.last,
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return nil }
    let fields = sequence.dropFirst(3).dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.compactMap { field -> Int? in
      guard (1...5).contains(field.count), field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard fields.count == 3, numbers.count == 3 else { return nil }
    return event(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m"))
  }

  /// - Parameter bytes: the three after `Escape [ M`.
  static func event(oldForm bytes: [UInt8]) -> MouseEvent? {
    guard bytes.count == oldFormUTF8Count, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let code = Int(bytes[0]) - 32
    // The old form does not say which button was let go.
    let isRelease = code & 0b1100_0011 == 3
    return event(
      code: isRelease ? code & ~3 : code, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, isRelease: isRelease)
  }

  /// Bits of `code`: 1 and 2 the button, 4 Shift, 8 Alt, 16 Control, 32 moved, 64 wheel, 128 buttons that mice seldom have.
  private static func event(code: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
    guard (0..<128).contains(code), column > 0, row > 0 else { return nil }
    var modifiers: MouseEvent.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    guard let kind = kind(code, isRelease: isRelease) else { return nil }
    return MouseEvent(kind, at: Position(row: row - 1, column: column - 1), modifiers: modifiers)
  }

  private static func kind(_ code: Int, isRelease: Bool) -> MouseEvent.Kind? {
    if code & 64 != 0 {
      // A wheel is not let go. 2 and 3 are the wheel to the sides.
      switch code & 3 {
      case 0 where !isRelease: return .wheelUp
      case 1 where !isRelease: return .wheelDown
      default: return nil
      }
    }
    if isRelease { return .release }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    // 3 is no button: the mouse moved over the screen, which nobody asked to be told.
    guard code & 3 < buttons.count else { return nil }
    return code & 32 != 0 ? .drag(buttons[code & 3]) : .press(buttons[code & 3])
  }
}
