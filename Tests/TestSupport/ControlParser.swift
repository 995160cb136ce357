/// Cuts what a program writes into text and controls, however the bytes are cut.
struct ControlParser: Sendable {
  enum Action {
    case text(Unicode.Scalar)
    case control(UInt8)
    /// `Escape` and one byte.
    case escape(UInt8)
    /// `Escape [`; the prefix is one of `<=>?`.
    case sequence(prefix: UInt8?, parameters: [Int], final: UInt8)
  }

  private enum State {
    case ground, escape, charset, sequence, string, stringEscape
  }

  private var state = State.ground
  private var bytes: [UInt8] = []
  private var missingBytes = 0

  mutating func take(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return takeText(byte)
    case .escape:
      state = .ground
      switch byte {
      case UInt8(ascii: "["):
        state = .sequence
        bytes = []
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"): state = .charset
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
        state = .string
      default: return .escape(byte)
      }
    case .charset: state = .ground
    case .sequence:
      if (0x40...0x7E).contains(byte) {
        state = .ground
        return sequence(final: byte)
      }
      bytes.append(byte)
    case .string: state = byte == 0x07 ? .ground : byte == 0x1B ? .stringEscape : .string
    case .stringEscape: state = .ground
    }
    return nil
  }

  private mutating func takeText(_ byte: UInt8) -> Action? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0x00..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x7F: return .text(Unicode.Scalar(byte))
    case 0xC0...:
      bytes = [byte]
      missingBytes = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      return nil
    default:
      bytes.append(byte)
      missingBytes -= 1
      guard missingBytes == 0 else { return nil }
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map { .text($0) }
    }
  }

  private func sequence(final: UInt8) -> Action {
    var inner = bytes[...]
    let prefix = inner.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    if prefix != nil { inner = inner.dropFirst() }
    // Intermediate bytes stand between the parameters and the end.
    while let last = inner.last, (0x20...0x2F).contains(last) { inner = inner.dropLast() }
    let parameters = inner.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    return .sequence(prefix: prefix, parameters: parameters, final: final)
  }
}
