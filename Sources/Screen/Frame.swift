public import CellText

/// All that the terminal should be, as data.
public struct Frame: Hashable, Sendable {
  public var buffer: CellBuffer
  public var theme: Theme
  /// Where the terminal's cursor stands. A screen reader follows it, so it is on the selected row even when not drawn.
  public var cursor: Position
  /// Drawn where text is typed, and wherever the reader wants to see it.
  public var isCursorVisible: Bool
  /// Whether the terminal tells what the mouse does. Otherwise it is the terminal's own: to select text, say.
  public var tracksMouse: Bool
  /// The model that the texts were laid out with; nil when it does not matter, and then no width is trusted.
  public var widthModel: WidthModel?
  /// Pictures that the terminal is to keep ready, for placeholders among the cells or to be placed; each number once.
  public var pictures: [PixelPicture] = []
  /// Pictures over the cells, each whole and with nothing over it.
  public var placements: [PixelPlacement] = []

  public init(
    buffer: CellBuffer, theme: Theme, cursor: Position, isCursorVisible: Bool = false, tracksMouse: Bool = false,
    widthModel: WidthModel? = nil
  ) {
    self.widthModel = widthModel
    self.buffer = buffer
    self.theme = theme
    self.cursor = cursor
    self.isCursorVisible = isCursorVisible
    self.tracksMouse = tracksMouse
  }
}
