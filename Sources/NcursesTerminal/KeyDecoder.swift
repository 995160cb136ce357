import Screen

/// What arrived from the terminal's keyboard and mouse.
nonisolated enum KeyInput: Hashable, Sendable {
  case key(Key)
  /// A scalar out of pasted text. Line ends and tabs in it are spaces: nobody pressed those keys.
  case pasted(Unicode.Scalar)
  case mouse(MouseEvent)
  /// An answer of the terminal's, also in the middle of typed keys.
  case reply(TerminalReply)
}

/// Turns the bytes that a terminal sends into keys and what the mouse did.
///
/// Sequences follow ECMA-48 and what xterm made of it (ctlseqs), with the terminal's own description (terminfo) asked first. A
/// sequence that means nothing here is taken whole and dropped: its letters must never act as keys. Bytes may arrive cut anywhere;
/// only a lone Escape needs a clock, see ``escapeIsWaiting`` and ``finishEscape()``.
nonisolated struct KeyDecoder: Sendable {
  /// Longest sequence worth looking at, in bytes; longer ones are swallowed up to their end.
  private static let longestSequenceUTF8 = 64

  private enum State: Hashable {
    case ground
    /// After Escape.
    case escape
    /// After `Escape [`: parameters, then one final byte (ECMA-48, 5.4).
    case controlSequence
    /// After `Escape O`: one byte (function and keypad keys of the VT220).
    case singleShift
    /// After `Escape [ M`: three bytes of a mouse report in the old form, whatever they are.
    case oldMouseReport
    /// After `Escape [ [`: one byte (function keys of the Linux console).
    case consoleFunction
    /// An answer (`Escape ]`, `P`, `X`, `^`, `_`), up to its terminator.
    case string(escapeSeen: Bool)
  }

  private let described: [[UInt8]: Key]
  private var state = State.ground
  /// Bytes since the Escape, it included.
  private var sequence: [UInt8] = []
  private var text = ScalarDecoder()
  private var isPasting = false

  /// - Parameter described: sequences that the terminal's description names.
  init(described: [[UInt8]: Key] = [:]) {
    self.described = described
  }

  /// An Escape has arrived and nothing after it yet: the key, or the first byte of a sequence; or an answer has not ended.
  var escapeIsWaiting: Bool {
    switch state {
    case .escape, .string: true
    default: false
    }
  }

  mutating func decode(_ bytes: some Sequence<UInt8>) -> [KeyInput] {
    var inputs: [KeyInput] = []
    for byte in bytes { take(byte, into: &inputs) }
    return inputs
  }

  /// Nothing followed for a while: the Escape was the key.
  ///
  /// A cut answer is forgotten with it, so that a terminal that never ends one does not take the keyboard away. Unfinished key
  /// sequences stay: on a slow line their rest is still to come.
  mutating func finishEscape() -> [KeyInput] {
    switch state {
    case .escape:
      state = .ground
      return isPasting ? [] : [.key(.escape)]
    case .string:
      state = .ground
      return []
    default:
      return []
    }
  }
}

nonisolated extension KeyDecoder {
  private mutating func take(_ byte: UInt8, into inputs: inout [KeyInput]) {
    switch state {
    case .ground:
      takeText(byte, into: &inputs)
    case .escape:
      takeAfterEscape(byte, into: &inputs)
    case .controlSequence:
      takeInControlSequence(byte, into: &inputs)
    case .singleShift:
      guard byte >= 0x20, byte != 0x7F else { return restart(with: byte, into: &inputs) }
      sequence.append(byte)
      // xterm once put modifiers here too: `Escape O 5 A`.
      if (0x30...0x39).contains(byte), sequence.count < Self.longestSequenceUTF8 { return }
      state = .ground
      emit(described[sequence] ?? KeySequences.singleShift(byte), into: &inputs)
    case .oldMouseReport:
      // Not keys, though they may be letters.
      guard byte >= 0x20 else { return restart(with: byte, into: &inputs) }
      sequence.append(byte)
      guard sequence.count == 3 + MouseReport.oldFormUTF8Count else { return }
      state = .ground
      emit(MouseReport.event(oldForm: Array(sequence.dropFirst(3))), into: &inputs)
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40), into: &inputs) }
    case .string(let escapeSeen):
      if byte == 0x07 || byte == 0x18 || byte == 0x1A || (escapeSeen && byte == 0x5C) {
        state = .ground
        if sequence.starts(with: [0x1B, 0x50]), let reply = TerminalReply(controlString: Array(sequence.dropFirst(2))) {
          inputs.append(.reply(reply))
        } else if sequence.starts(with: [0x1B, 0x5F]),
          let reply = TerminalReply(applicationCommand: Array(sequence.dropFirst(2)))
        {
          inputs.append(.reply(reply))
        }
      } else if escapeSeen {
        restart(with: byte, into: &inputs, afterEscape: true)
      } else {
        state = .string(escapeSeen: byte == 0x1B)
        if byte != 0x1B, sequence.count < TerminalReply.longestUTF8 { sequence.append(byte) }
      }
    }
  }

  private mutating func takeText(_ byte: UInt8, into inputs: inout [KeyInput]) {
    guard byte >= 0x20, byte != 0x7F else {
      text.reset()
      return takeControl(byte, into: &inputs)
    }
    guard let scalar = text.take(byte) else { return }
    // C1 controls as UTF-8 are nothing that a keyboard types.
    guard !(0x80...0x9F).contains(scalar.value) else { return }
    inputs.append(isPasting ? .pasted(scalar) : .key(.scalar(scalar)))
  }

  private mutating func takeControl(_ byte: UInt8, into inputs: inout [KeyInput]) {
    if byte == 0x1B {
      state = .escape
      sequence = [byte]
    } else if isPasting {
      if byte == 0x0A || byte == 0x0D || byte == 0x09 { inputs.append(.pasted(" ")) }
    } else {
      emit(described[[byte]] ?? KeySequences.control(byte), into: &inputs)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into inputs: inout [KeyInput]) {
    sequence.append(byte)
    switch byte {
    case 0x5B: state = .controlSequence
    case 0x4F: state = .singleShift
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(escapeSeen: false)
    // The end of an answer that was cut off before.
    case 0x5C: state = .ground
    default:
      state = .ground
      if let key = described[sequence] { return emit(key, into: &inputs) }
      // Alt is Escape before the key; and on a slow line two real keys may arrive together.
      emit(.escape, into: &inputs)
      takeText(byte, into: &inputs)
    }
  }

  private mutating func takeInControlSequence(_ byte: UInt8, into inputs: inout [KeyInput]) {
    guard byte >= 0x20, byte != 0x7F else { return restart(with: byte, into: &inputs) }
    if byte == 0x5B, sequence.count == 2 {
      state = .consoleFunction
      return
    }
    if sequence.count < Self.longestSequenceUTF8 { sequence.append(byte) }
    // rxvt ends shifted keys with `$`, which ECMA-48 has as an intermediate byte.
    let endsHere = (0x40...0x7E).contains(byte) || (byte == 0x24 && described[sequence] != nil)
    guard endsHere else { return }
    state = .ground
    guard sequence.count < Self.longestSequenceUTF8 else { return }
    if sequence == MouseReport.oldFormStart, described[sequence] == nil {
      state = .oldMouseReport
    } else if let event = MouseReport.event(controlSequence: sequence) {
      emit(event, into: &inputs)
    } else if sequence == KeySequences.pasteStart {
      isPasting = true
    } else if sequence == KeySequences.pasteEnd {
      isPasting = false
    } else if described[sequence] == nil, let reply = TerminalReply(controlSequence: sequence) {
      inputs.append(.reply(reply))
    } else {
      emit(described[sequence] ?? KeySequences.controlSequence(sequence), into: &inputs)
    }
  }

  /// A control inside a sequence: the sequence was cut off, the byte begins anew.
  private mutating func restart(with byte: UInt8, into inputs: inout [KeyInput], afterEscape: Bool = false) {
    if afterEscape {
      state = .escape
      sequence = [0x1B]
      takeAfterEscape(byte, into: &inputs)
    } else {
      state = .ground
      takeText(byte, into: &inputs)
    }
  }

  private func emit(_ event: MouseEvent?, into inputs: inout [KeyInput]) {
    if let event, !isPasting { inputs.append(.mouse(event)) }
  }

  private func emit(_ key: Key?, into inputs: inout [KeyInput]) {
    // Between the brackets of a paste everything is text.
    if let key, !isPasting { inputs.append(.key(key)) }
  }
}
