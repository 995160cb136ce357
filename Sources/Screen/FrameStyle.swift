import CellText

/// What lines between panes, bars and frames are drawn with.
public enum FrameStyle: String, Hashable, Sendable, CaseIterable {
  /// Box drawing and block elements (Unicode, U+2500 to U+259F).
  case lines
  /// `- | +`.
  case ascii
  /// Blanks: a screen reader has nothing to say between the words.
  case none
}

extension CellBuffer {
  /// Draws in another style what was drawn with lines. Only in cells of roles that lines have: a story's own signs stay.
  public mutating func respellLines(_ style: FrameStyle) {
    guard style != .lines else { return }
    mapText { text, role in
      switch role {
      case .frame, .frameTitle, .pickerFrame: style.line(text)
      case .frameFocused: text == "━" ? ">" : style.line(text)
      case .quotationBar: text == "│" ? ">" : text
      case .table, .tableHeader: text == "│" ? "|" : text
      case .progress: text == "━" ? "#" : text == "─" ? "-" : text
      default: text
      }
    }
  }
}

extension FrameStyle {
  /// The sign in place of one of a line's.
  fileprivate func line(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first, (0x2500...0x257F).contains(scalar.value) else { return text }
    if self == .none { return " " }
    return switch text {
    case "─", "━": "-"
    case "│", "┃": "|"
    default: "+"
    }
  }
}
