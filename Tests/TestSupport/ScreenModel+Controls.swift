import Screen

extension ScreenModel {
  mutating func obey(_ control: UInt8) {
    note(.controlCharacter(control))
    switch control {
    case 0x08: move(row: cursor.row, column: cursor.column - 1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C:
      newLine()
      move(row: cursor.row, column: cursor.column)
    case 0x0D: move(row: cursor.row, column: 0)
    default: break
    }
  }

  mutating func obeyEscape(_ intermediates: [UInt8], _ final: UInt8) {
    let name = String(decoding: intermediates + [final], as: UTF8.self)
    switch name {
    case "7": saved = SavedCursor(position: cursor, look: look)
    case "8": restoreCursor()
    case "c": reset()
    // ST; application and numeric keypad; US-ASCII as the character set.
    case "\\", "=", ">", "(B": break
    default: note(.unknownControl("ESC" + name))
    }
  }

  mutating func obey(_ sequence: ControlSequence) {
    guard let parameters = sequence.parameters else { return note(.unknownControl(sequence.spelling)) }
    let final = Self.asciiTexts[Int(sequence.final)]
    var name = final
    if sequence.prefix != nil || !sequence.intermediates.isEmpty {
      name = String(decoding: [sequence.prefix].compactMap(\.self) + sequence.intermediates, as: UTF8.self) + final
    }
    let isKnown =
      switch name {
      case "A", "B", "C", "D", "G", "H", "d", "f": moveCursor(final, parameters)
      case "X", "K", "J": erase(final, parameters)
      case "m": paint(parameters)
      case "?h": parameters.allSatisfy { set($0, true) }
      case "?l": parameters.allSatisfy { set($0, false) }
      // xterm keeps its title on a stack, which its description asks for.
      case "t", "?S": answerGraphics(name, parameters)
      case "n", "c", ">q", "?$p": answer(name, parameters)
      default: false
      }
    if !isKnown { note(.unknownControl(sequence.spelling)) }
  }
}

extension ScreenModel {
  private mutating func moveCursor(_ final: String, _ parameters: [Int]) -> Bool {
    let count = max(1, parameters.first ?? 1)
    switch final {
    case "A": move(row: cursor.row - count, column: cursor.column)
    case "B": move(row: cursor.row + count, column: cursor.column)
    case "C": move(row: cursor.row, column: cursor.column + count)
    case "D": move(row: cursor.row, column: cursor.column - count)
    case "G": move(row: cursor.row, column: count - 1)
    case "d": move(row: count - 1, column: cursor.column)
    default: move(row: count - 1, column: max(1, parameters.dropFirst().first ?? 1) - 1)
    }
    return true
  }

  mutating func restoreCursor() {
    look = saved.look
    move(row: saved.position.row, column: saved.position.column)
  }

  private mutating func erase(_ final: String, _ parameters: [Int]) -> Bool {
    let part = parameters.first ?? 0
    let look = erasedLook
    switch (final, part) {
    case ("X", _):
      clear(cursor.row, cursor.column..<min(size.columns, cursor.column + max(1, part)), look)
    case ("K", 0), ("J", 0): clear(cursor.row, cursor.column..<size.columns, look)
    case ("K", 1), ("J", 1): clear(cursor.row, 0..<min(size.columns, cursor.column + 1), look)
    case ("K", 2): clear(cursor.row, 0..<size.columns, look)
    case ("J", 2): cells = Self.blank(size, look)
    // The lines that scrolled out, of which there are none here.
    case ("J", 3): break
    default: return false
    }
    if final == "J", part < 2 {
      let rows = part == 0 ? cursor.row + 1..<max(cursor.row + 1, size.rows) : 0..<cursor.row
      for row in rows { clear(row, 0..<size.columns, look) }
    }
    open = nil
    wrapsNext = false
    return true
  }

  private mutating func answer(_ question: String, _ parameters: [Int]) -> Bool {
    let first = parameters.first ?? 0
    switch question {
    case "n" where first == 6: answers += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8)
    case "c" where first == 0: answers += Array("\u{1B}[?62;\(graphics == .sixel ? "4;" : "")22c".utf8)
    case ">q" where first == 0:
      answers += Array("\u{1B}P>|\(graphics == .kitty ? "kitty(0.36.4)" : "Model(1)")\u{1B}\\".utf8)
    case "?$p": answers += Array("\u{1B}[?\(first);\(first == 2026 ? 2 : 0)$y".utf8)
    default: return false
    }
    return true
  }
}

// MARK: - Modes

extension ScreenModel {
  private mutating func set(_ mode: Int, _ isOn: Bool) -> Bool {
    switch mode {
    case 1: hasApplicationKeys = isOn
    case 7: wraps = isOn
    case 25: isCursorVisible = isOn
    case 47, 1047, 1049: setAlternate(isOn, movesCursor: mode == 1049)
    case 2004: isPasteBracketed = isOn
    // One setting with three values (ctlseqs); taking any of them back ends it.
    case 1000, 1002: tracksMouse = isOn
    case 1006: reportsMouseInNumbers = isOn
    case 2026:
      if isSynchronized, !isOn { updateCount += 1 }
      isSynchronized = isOn
    // A blinking cursor; clusters as cells, which the width model says.
    case 12, 2027: break
    default: return false
    }
    return true
  }

  private mutating func setAlternate(_ isOn: Bool, movesCursor: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    open = nil
    if isOn {
      if movesCursor { saved = SavedCursor(position: cursor, look: look) }
      mainCells = cells
      cells = Self.blank(size, erasedLook)
    } else {
      cells = mainCells ?? cells
      mainCells = nil
      if movesCursor { restoreCursor() }
    }
  }
}

// MARK: - Looks

extension ScreenModel {
  private mutating func paint(_ parameters: [Int]) -> Bool {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: look = Look()
      case 1: look.isBold = true
      case 2: look.isDim = true
      case 3: look.isItalic = true
      case 4: look.isUnderlined = true
      case 7: look.isReversed = true
      case 8: look.isConcealed = true
      case 22: (look.isBold, look.isDim) = (false, false)
      case 23: look.isItalic = false
      case 24: look.isUnderlined = false
      case 27: look.isReversed = false
      case 28: look.isConcealed = false
      case 30...37, 90...97: look.foreground = String(code)
      case 39: look.foreground = nil
      case 40...47, 100...107: look.background = String(code)
      case 49: look.background = nil
      case 38, 48:
        let count = rest.first == 2 ? 4 : 2
        guard rest.first == 2 || rest.first == 5, rest.count >= count else { return false }
        let color = ([code] + rest.prefix(count)).map(String.init).joined(separator: ";")
        rest = rest.dropFirst(count)
        if code == 38 { look.foreground = color } else { look.background = color }
      default: return false
      }
    }
    return true
  }
}
