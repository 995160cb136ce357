/// A control sequence (ECMA-48, 5.4): `Escape [`, parameters, a final byte.
struct ControlSequence: Sendable {
  /// One of `<=>?`, which makes the parameters private.
  var prefix: UInt8?
  /// Missing numbers are 0; nil when there is anything else than numbers between semicolons.
  var parameters: [Int]?
  var intermediates: [UInt8]
  var final: UInt8
  /// Between `Escape [` and the final byte.
  var bytes: [UInt8]

  /// As it was written, the Escape spelled out.
  var spelling: String { "ESC[" + String(decoding: bytes + [final], as: UTF8.self) }
}

/// Cuts what a program writes into text and controls, however the bytes are cut.
struct ControlParser: Sendable {
  enum Action: Sendable {
    case text(Unicode.Scalar)
    case control(UInt8)
    /// `Escape`, perhaps intermediate bytes, and a final one.
    case escape(intermediates: [UInt8], final: UInt8)
    case sequence(ControlSequence)
    /// A control string (OSC, DCS and their kin) has begun with `Escape` and this byte.
    case string(UInt8)
    /// It has ended; with what was in it.
    case stringEnd(UInt8, [UInt8])
    /// A byte that stands where neither UTF-8 nor ECMA-48 has a place for it.
    case malformed(UInt8)
  }

  private enum State {
    case ground, character, escape, sequence, string
  }

  private var state = State.ground
  private var bytes: [UInt8] = []
  private var missingBytes = 0
  /// Of the string that has begun.
  private var introducer: UInt8 = 0
  /// The sequence that has begun, and the number that its last parameter has come to.
  private var sequence = ControlSequence(parameters: [], intermediates: [], final: 0, bytes: [])
  private var number = 0

  /// Nothing has begun that the next byte could belong to.
  var isAtRest: Bool { state == .ground }

  mutating func take(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return takeFirst(byte)
    case .character: return takeContinuation(byte)
    case .escape: return takeEscape(byte)
    case .sequence: return takeSequence(byte)
    case .string:
      // Escape ends every string, as terminals after the VT500 do it; ST is Escape and a backslash.
      guard [0x1B, 0x07, 0x18, 0x1A].contains(byte) else {
        bytes.append(byte)
        return nil
      }
      let end = Action.stringEnd(introducer, bytes)
      begin(byte == 0x1B ? .escape : .ground)
      return end
    }
  }
}

extension ControlParser {
  private mutating func begin(_ next: State) {
    state = next
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func takeFirst(_ byte: UInt8) -> Action? {
    switch byte {
    case 0x1B:
      begin(.escape)
      return nil
    case 0x00..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x7F: return .text(Unicode.Scalar(byte))
    case 0xC2...0xF4:
      begin(.character)
      bytes.append(byte)
      missingBytes = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      return nil
    default: return .malformed(byte)
    }
  }

  private mutating func takeContinuation(_ byte: UInt8) -> Action? {
    guard byte & 0xC0 == 0x80 else {
      // A character that was cut short; what cut it stands for itself, but is told of only by the character before.
      state = .ground
      let cut = bytes[0]
      if byte == 0x1B { begin(.escape) }
      return .malformed(cut)
    }
    bytes.append(byte)
    missingBytes -= 1
    guard missingBytes == 0 else { return nil }
    state = .ground
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return .malformed(bytes[0]) }
    return .text(scalar)
  }

  private mutating func takeEscape(_ byte: UInt8) -> Action? {
    switch byte {
    case 0x20..<0x30:
      bytes.append(byte)
      return nil
    case UInt8(ascii: "[") where bytes.isEmpty:
      beginSequence()
      return nil
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      begin(.string)
      introducer = byte
      return .string(byte)
    case 0x30..<0x7F:
      state = .ground
      return .escape(intermediates: bytes, final: byte)
    case 0x1B:
      begin(.escape)
      return .malformed(byte)
    default:
      state = .ground
      return .malformed(byte)
    }
  }

  private mutating func takeSequence(_ byte: UInt8) -> Action? {
    switch byte {
    case 0x20..<0x40:
      bytes.append(byte)
      takeParameter(byte)
      return nil
    case 0x40..<0x7F:
      state = .ground
      // One number more than there are semicolons, unless there is nothing at all.
      if bytes.count > sequence.intermediates.count + (sequence.prefix == nil ? 0 : 1) {
        sequence.parameters?.append(number)
      }
      sequence.final = byte
      sequence.bytes = bytes
      return .sequence(sequence)
    case 0x1B:
      begin(.escape)
      return .malformed(byte)
    case 0x00..<0x20 where byte != 0x18 && byte != 0x1A:
      // Controls inside of sequences are carried out where they stand.
      return .control(byte)
    default:
      state = .ground
      return .malformed(byte)
    }
  }

  private mutating func beginSequence() {
    begin(.sequence)
    number = 0
    sequence = ControlSequence(parameters: [], intermediates: [], final: 0, bytes: [])
  }

  private mutating func takeParameter(_ byte: UInt8) {
    if byte < 0x30 {
      sequence.intermediates.append(byte)
    } else if !sequence.intermediates.isEmpty {
      sequence.parameters = nil
    } else if byte <= 0x39 {
      number = min(number * 10 + Int(byte - 0x30), 1 << 30)
    } else if byte == 0x3B {
      sequence.parameters?.append(number)
      number = 0
    } else if byte >= 0x3C, bytes.count == 1 {
      sequence.prefix = byte
    } else {
      sequence.parameters = nil
    }
  }
}
