import CellText
import NcursesTerminal
import Screen
import TestSupport

/// One terminal that frames are written to, and a second one of its kind that never saw any frame but the last.
struct ShownTerminal {
  let name: String
  /// It gives text the columns that the frames say.
  let isRight: Bool
  /// What it was measured to be right in.
  let certain: CertainText
  private(set) var screen: ScreenModel
  private var fresh: ScreenModel

  private static let withoutWrapping = Array("\u{1B}[?7l".utf8)

  /// - Parameter certain: empty for a terminal that nobody asked.
  init(
    _ name: String, _ model: WidthModel, isRight: Bool, certain: CertainText, size: Size,
    capabilities: TerminalCapabilities
  ) {
    self.name = name + (certain.isEmpty ? "" : ", measured")
    self.isRight = isRight
    self.certain = certain
    screen = ScreenModel(size: size, model: model, erasesToBackground: capabilities.erasesToBackground)
    fresh = screen
    screen.take(Self.withoutWrapping)
  }

  /// - Parameter bytes: what a writer makes of `frame` after the one before.
  mutating func take(_ bytes: [UInt8]) { screen.take(bytes) }

  mutating func resize(to size: Size) {
    screen.resize(to: size)
    fresh.resize(to: size)
  }

  /// What is wrong with the screen that should show `frame`.
  func faults(_ frame: Frame, _ looks: FrameLooks) -> [String] {
    var faults = screen.borderFaults(frame)
    if isRight { faults += screen.cellFaults(frame, looks) }
    for (violation, position) in screen.violations where isRight || violation != .pastLastColumn {
      // Where text is wider than thought nobody can keep it from reaching the edge; it must not go on in the next row.
      faults.append("\(violation) at \(position.row):\(position.column)")
    }
    let cursor = frame.cursor
    if frame.isCursorVisible, screen.cursor != cursor {
      faults.append("the cursor is at \(screen.cursor), not \(cursor)")
    }
    if frame.isCursorVisible != screen.isCursorVisible { faults.append("the cursor's visibility") }
    if screen.isSynchronized { faults.append("the update has no end") }
    return faults
  }

  /// Cells in which the screen is not what the last frame alone would have made of it.
  ///
  /// - Parameter whole: the bytes of that frame on a screen of which nothing is known.
  mutating func leftovers(_ whole: [UInt8]) -> [String] {
    fresh.reset()
    fresh.take(Self.withoutWrapping)
    fresh.take(whole)
    return screen.differences(from: fresh)
  }
}
