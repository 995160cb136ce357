import Screen

/// The meaning of the sequences that terminals send alike, whatever their description says.
nonisolated enum KeySequences {
  /// Pasted text stands between these (xterm, bracketed paste).
  static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Names of terminfo's keys, see terminfo(5).
  static let terminfoNames: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
      ("khome", .home), ("kend", .end), ("kdch1", .delete), ("kcbt", .backTab), ("kbs", .backspace), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// nil: no key (NUL).
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x00: nil
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    // Some terminals and many scripts send a line feed for Return.
    case 0x0A, 0x0D: .enter
    // Control clears bits 6 and 7 of the letter (ECMA-48, 5.2; ASCII column 6).
    case 0x01...0x1A: .control(Unicode.Scalar(byte | 0x60))
    case 0x1C...0x1F: .control(Unicode.Scalar(byte | 0x40))
    default: nil
    }
  }

  /// The byte after `Escape O`.
  static func singleShift(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    // The keypad in application mode sends its own characters, moved by 0x40.
    case 0x6A...0x79: .scalar(Unicode.Scalar(byte - 0x40))
    default: letter(byte)
    }
  }

  /// - Parameter sequence: from the Escape to the final byte.
  /// - Returns: nil for sequences that are not keys, or keys without a meaning here.
  static func controlSequence(_ sequence: [UInt8]) -> Key? {
    guard let final = sequence.last else { return nil }
    let inner = sequence.dropFirst(2).dropLast()
    // Private parameters (`<`, `=`, `>`, `?`) mark answers and mouse reports (``MouseReport``), never keys.
    guard inner.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x3B }) else { return nil }
    let parameters = inner.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
      // Parts after a colon (kitty) say more about the same key.
      field.prefix { $0 != 0x3A }.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    switch final {
    case 0x7E: return tilde(parameters)
    case 0x75: return coded(parameters.first ?? 0, modifiers: parameters.dropFirst().first ?? 1)
    // `Escape [ row ; column R` answers where the cursor is; F3 has no second number above its modifiers.
    case 0x52: return nil
    case 0x50...0x53: return .function(Int(final) - 0x4F)
    default: return letter(final)
    }
  }
}

nonisolated extension KeySequences {
  private static func letter(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x5A: .backTab
    default: nil
    }
  }

  /// `Escape [ number ~`: the VT220's editing and function keys, with the gaps of its keyboard.
  private static func tilde(_ parameters: [Int]) -> Key? {
    switch parameters.first ?? 0 {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number where (11...15).contains(number): .function(number - 10)
    case let number where (17...21).contains(number): .function(number - 11)
    case let number where (23...24).contains(number): .function(number - 12)
    case 27 where parameters.count == 3: coded(parameters[2], modifiers: parameters[1])
    default: nil
    }
  }

  /// A key told by its scalar (kitty, xterm's modifyOtherKeys); modifiers are a bit set plus one: 1 Shift, 2 Alt, 4 Control.
  private static func coded(_ value: Int, modifiers: Int) -> Key? {
    let bits = max(0, modifiers - 1)
    switch value {
    case 9: return bits & 1 == 1 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 127: return .backspace
    default: break
    }
    // Kitty numbers keys without text from U+E000 up, in the private use area.
    guard value > 0x20, !(0xE000...0xF8FF).contains(value),
      let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
    else { return value == 0x20 ? .scalar(" ") : nil }
    guard bits & 4 == 4 else { return .scalar(scalar) }
    return .control(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
  }
}
