import CellText
import Screen
import TestSupport

/// How each role of a theme looks on a terminal with true colours, from the theme's own words.
struct FrameLooks {
  let theme: Theme
  private let looks: [ScreenModel.Look]

  init(_ theme: Theme) {
    self.theme = theme
    looks = StyleRole.allCases.map { role in
      let style = theme.style(for: role)
      var look = ScreenModel.Look()
      look.isBold = style.attributes.contains(.bold)
      look.isDim = style.attributes.contains(.dim) && !look.isBold
      look.isItalic = style.attributes.contains(.italic)
      look.isUnderlined = style.attributes.contains(.underline)
      look.isReversed = style.attributes.contains(.reverse)
      look.foreground = style.foreground.map { "38;2;\($0.red);\($0.green);\($0.blue)" }
      look.background = style.background.map { "48;2;\($0.red);\($0.green);\($0.blue)" }
      return look
    }
  }

  subscript(role: StyleRole) -> ScreenModel.Look { looks[role.ordinal] }
}

extension ScreenModel.Look {
  /// Whether text in both cannot be told apart; a blank has no letters to be seen.
  func looksLike(_ other: ScreenModel.Look, isBlank: Bool) -> Bool {
    if !isBlank { return self == other }
    return background == other.background && isReversed == other.isReversed && isUnderlined == other.isUnderlined
  }
}

extension ScreenModel {
  /// Lines of the frame that are not in their place, one column wide.
  func borderFaults(_ frame: Frame) -> [String] {
    var faults: [String] = []
    for row in 0..<min(size.rows, frame.buffer.size.rows) {
      var column = -1
      for wanted in frame.buffer.cells(row: row) {
        column += 1
        guard wanted.isBorder, column < size.columns else { continue }
        let shown = cell(row, column)
        if shown.text != wanted.text || shown.columns != 1 {
          faults.append("border \(wanted.text) at \(row):\(column) is \(shown.text.debugDescription): \(self.row(row))")
        }
      }
    }
    return faults
  }

  /// Cells that do not show what the frame says, in text or look, or that reach into their neighbours.
  func cellFaults(_ frame: Frame, _ looks: FrameLooks) -> [String] {
    var faults: [String] = []
    for row in 0..<size.rows {
      let wanted = frame.buffer.cells(row: row)
      var column = 0
      for cell in wanted {
        guard !cell.isContinuation else { continue }
        let first = self.cell(row, column)
        var text = first.text
        var isWhole = first.columns > 0
        for next in 1..<max(1, cell.columns) { text += self.cell(row, column + next).text }
        if column + cell.columns < size.columns, self.cell(row, column + cell.columns).columns == 0 { isWhole = false }
        if text != cell.text || !isWhole {
          faults.append("\(row):\(column) is \(text.debugDescription), not \(cell.text.debugDescription)")
        } else if !first.look.looksLike(looks[cell.role], isBlank: cell.text == " ") {
          faults.append("\(row):\(column) \(cell.role) looks like \(first.look)")
        }
        column += cell.columns
      }
      if column != size.columns { faults.append("row \(row) of the frame has \(column) columns") }
    }
    return faults
  }

  /// Cells that differ from another screen's to the eye.
  func differences(from other: ScreenModel) -> [String] {
    var faults: [String] = []
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let (here, there) = (cell(row, column), other.cell(row, column))
        if here.text != there.text || here.columns != there.columns
          || !here.look.looksLike(there.look, isBlank: here.text == " ")
        {
          faults.append(
            "left over at \(row):\(column): \(here.text.debugDescription), not \(there.text.debugDescription)")
        }
      }
    }
    return faults
  }
}

extension Cell {
  /// A line of the page's or a panel's frame; the same characters in a story are text.
  fileprivate var isBorder: Bool {
    switch role {
    case .frame, .frameFocused, .pickerFrame: break
    default: return false
    }
    guard let scalar = text.unicodeScalars.first else { return false }
    return (0x2500..<0x2580).contains(scalar.value)
  }
}
