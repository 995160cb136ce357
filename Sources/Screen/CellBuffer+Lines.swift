public import CellText

extension CellBuffer {
  /// Draws `─` over `columns` of `row`, joining with vertical lines that it meets: `┬ ┴ ├ ┤ ┼`.
  public mutating func drawHorizontalLine(row: Int, columns: Range<Int>, role: StyleRole) {
    for column in columns.clamped(to: 0..<size.columns) {
      var arms: BoxArms = []
      if column > columns.lowerBound { arms.insert(.left) }
      if column < columns.upperBound - 1 { arms.insert(.right) }
      draw(arms, whole: [.left, .right], row: row, column: column, role: role)
    }
  }

  /// Draws `│` over `rows` of `column`, joining with horizontal lines that it meets.
  ///
  /// Each place of the line is a segment of its own, so that it stays straight whatever the terminal makes of the text beside it.
  public mutating func drawVerticalLine(column: Int, rows: Range<Int>, role: StyleRole) {
    for row in rows.clamped(to: 0..<size.rows) {
      var arms: BoxArms = []
      if row > rows.lowerBound { arms.insert(.up) }
      if row < rows.upperBound - 1 { arms.insert(.down) }
      draw(arms, whole: [.up, .down], row: row, column: column, role: role)
      startSegment(row: row, column: column)
      startSegment(row: row, column: column + 1)
    }
  }

  /// Draws a frame on the edge of `rect`, which is its own segment in every row; nothing for less than two rows or columns.
  public mutating func drawBorder(_ rect: Rect, role: StyleRole) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    let last = Position(row: rect.endRow - 1, column: rect.endColumn - 1)
    for column in ((rect.column + 1)..<last.column).clamped(to: 0..<size.columns) {
      put("─", columns: 1, row: rect.row, column: column, role: role)
      put("─", columns: 1, row: last.row, column: column, role: role)
    }
    for row in (rect.row..<rect.endRow).clamped(to: 0..<size.rows) {
      let isFirst = row == rect.row
      let isLast = row == last.row
      put(isFirst ? "┌" : isLast ? "└" : "│", columns: 1, row: row, column: rect.column, role: role)
      put(isFirst ? "┐" : isLast ? "┘" : "│", columns: 1, row: row, column: last.column, role: role)
      startSegment(row: row, column: rect.column)
      startSegment(row: row, column: rect.endColumn)
      if !isFirst, !isLast {
        startSegment(row: row, column: rect.column + 1)
        startSegment(row: row, column: last.column)
      }
    }
  }
}

/// The directions in which a box-drawing character reaches.
private struct BoxArms: OptionSet, Hashable {
  let rawValue: UInt8

  static let up = BoxArms(rawValue: 1)
  static let down = BoxArms(rawValue: 2)
  static let left = BoxArms(rawValue: 4)
  static let right = BoxArms(rawValue: 8)

  static let characters: [(arms: BoxArms, text: String)] = [
    ([.left, .right], "─"), ([.up, .down], "│"), ([.down, .right], "┌"), ([.down, .left], "┐"), ([.up, .right], "└"),
    ([.up, .left], "┘"), ([.left, .right, .down], "┬"), ([.left, .right, .up], "┴"), ([.up, .down, .right], "├"),
    ([.up, .down, .left], "┤"), ([.up, .down, .left, .right], "┼"),
  ]

  /// By the arms; empty where there is no such character.
  static let texts: [String] = (0..<16).map { raw in characters.first { $0.arms.rawValue == raw }?.text ?? "" }

  /// By the distance from U+2500. Comparing strings, for each of a frame's line cells, was a tenth of drawing it.
  static let ofScalars: [BoxArms] = {
    var table = Array(repeating: BoxArms(), count: 0x80)
    for (arms, text) in characters { table[Int(text.unicodeScalars.first?.value ?? 0x2500) - 0x2500] = arms }
    return table
  }()
}

extension CellBuffer {
  /// `arms` are added to what is drawn there already, of which those count that lead somewhere; `whole` is the character where nothing is.
  private mutating func draw(_ arms: BoxArms, whole: BoxArms, row: Int, column: Int, role: StyleRole) {
    guard contains(row, column) else { return }
    let present = self.arms(row, column).subtracting(whole).filter { arm in
      switch arm {
      case .up: self.arms(row - 1, column).contains(.down)
      case .down: self.arms(row + 1, column).contains(.up)
      case .left: self.arms(row, column - 1).contains(.right)
      default: self.arms(row, column + 1).contains(.left)
      }
    }
    let along = self.arms(row, column).intersection(whole)
    let wanted = present.isEmpty ? whole : present.union(arms).union(along)
    let text = BoxArms.texts[Int(wanted.rawValue)]
    guard !text.isEmpty else { return }
    put(text, columns: 1, row: row, column: column, role: role)
  }

  /// None where no line is drawn, and outside the buffer.
  private func arms(_ row: Int, _ column: Int) -> BoxArms {
    guard contains(row, column) else { return [] }
    let scalars = self[row: row, column: column].text.unicodeScalars
    // Three bytes each, as they are; with a mark on it, it is no line.
    guard let scalar = scalars.first, scalar.value & ~0x7F == 0x2500, scalars.dropFirst().isEmpty else { return [] }
    return BoxArms.ofScalars[Int(scalar.value & 0x7F)]
  }
}

extension BoxArms {
  fileprivate func filter(_ isIncluded: (BoxArms) -> Bool) -> BoxArms {
    BoxArms([BoxArms.up, .down, .left, .right].filter { contains($0) && isIncluded($0) })
  }
}
