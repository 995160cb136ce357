import CellText
import NewsModel
public import Screen

/// Draws the reader: state in, frame out. Decides nothing.
public struct ReaderView: Sendable {
  /// What the frames before this one drew.
  private let memo = ClusterMemo()

  public init() {}

  public func frame(_ state: ReaderState) -> Frame { page(state).frame }

  /// What can be clicked where. Drawn for the purpose: the page itself is the only thing that knows.
  func targets(_ state: ReaderState) -> ScreenTargets { page(state).targets }

  private func page(_ state: ReaderState) -> (frame: Frame, targets: ScreenTargets) {
    var canvas = Canvas(size: state.size, model: state.settings.widthModel, bidi: state.settings.bidi, memo: memo)
    let layout = state.layout
    if layout.shape == .linear {
      LinearView(state: state, layout: layout).draw(on: &canvas)
    } else {
      TitleBarView(state: state).draw(on: &canvas)
      FrameLinesView(state: state, layout: layout).draw(on: &canvas)
      HeadlineListView(state: state, rect: state.listRect).draw(on: &canvas)
      HighlightsView(state: state, rect: layout.highlights).draw(on: &canvas)
      BodyView(state: state, rect: layout.body).draw(on: &canvas)
      RelatedColumnView(state: state, rect: layout.related).draw(on: &canvas)
      markEdges(layout, on: &canvas)
      StatusLineView(state: state).draw(on: &canvas)
      if case .picker(let picker) = state.prompt {
        PickerView(state: state, picker: picker).draw(on: &canvas)
      }
    }
    let placements = canvas.takePlacements()
    canvas.respellLines(state.settings.frames)
    var frame = Frame(
      buffer: canvas.buffer, theme: state.theme, cursor: canvas.cursor ?? Position(row: 0, column: 0),
      isCursorVisible: canvas.isTypedIn || layout.shape == .linear || state.settings.showsCursor,
      tracksMouse: state.settings.isMouseOn, widthModel: canvas.model)
    frame.pictures = state.nearPixels
    frame.placements = placements
    return (frame, canvas.targets)
  }

  private func markEdges(_ layout: PaneLayout, on canvas: inout Canvas) {
    for (index, column) in layout.borderColumns.enumerated() {
      let rows = layout.size.rows - 2
      canvas.mark(Rect(row: 1, column: column, rows: rows, columns: 1), .edge(index == 0 ? .list : .side))
    }
    guard let band = layout.bandRow else { return }
    canvas.mark(
      Rect(row: band, column: layout.highlights.column, rows: 1, columns: layout.highlights.columns), .edge(.highlights)
    )
  }
}

/// A buffer being drawn on, with the width model that all its text is measured by.
struct Canvas {
  private(set) var buffer: CellBuffer
  let model: WidthModel
  let bidi: BidiOrder
  /// Where the terminal's cursor goes; the last one that was set holds.
  var cursor: Position?
  /// Whether that is in a line that is typed in.
  var isTypedIn = false
  private(set) var targets = ScreenTargets()
  /// Whole pictures, as they were drawn before anything came over them.
  private var drawn: [(picture: CellPicture, place: Position)] = []
  private let memo: ClusterMemo

  init(size: Size, model: WidthModel, bidi: BidiOrder, memo: ClusterMemo) {
    self.bidi = bidi
    self.memo = memo
    buffer = CellBuffer(size: size)
    self.model = model
  }

  /// Writes at most `columns` columns and returns the column after the text.
  @discardableResult
  mutating func write(_ text: String, _ role: StyleRole, row: Int, column: Int, columns: Int) -> Int {
    guard columns > 0 else { return column }
    return column
      + buffer.write(
        text, at: Position(row: row, column: column), columns: columns, role: role, model: model, bidi: bidi,
        memo: memo)
  }

  mutating func write(_ line: TextLine, row: Int, column: Int, columns: Int) {
    guard columns > 0 else { return }
    buffer.write(line, at: Position(row: row, column: column), columns: columns, model: model, bidi: bidi, memo: memo)
  }

  /// A row of a picture: what no colour of its own has looks as the body does.
  mutating func write(_ pictureRow: ArraySlice<CellPicture.Part>, row: Int, column: Int, columns: Int) {
    buffer.write(pictureRow, at: Position(row: row, column: column), columns: columns, role: .body)
  }

  /// A whole picture was drawn here: its pixels may stand over it.
  mutating func place(_ picture: CellPicture, at place: Position) {
    guard let pixels = picture.pixels, pixels.form != .kittyCells else { return }
    drawn.append((picture, place))
  }

  /// The pictures over which nothing was drawn, with their cells blank; the others stay cells. Once all else is drawn.
  mutating func takePlacements() -> [PixelPlacement] {
    let whole = drawn.filter { buffer.shows($0.picture, at: $0.place) }
    drawn = []
    return whole.compactMap { picture, place in
      guard let pixels = picture.pixels else { return nil }
      let placement = PixelPlacement(pixels, at: place)
      // What the pixels leave free, and lets through, is the page.
      buffer.fill(placement.rect, role: .body)
      return placement
    }
  }

  mutating func fill(_ rect: Rect, _ role: StyleRole) {
    buffer.fill(rect, role: role)
  }

  /// A line between panes, joined with those that it meets.
  mutating func drawHorizontalLine(row: Int, columns: Range<Int>) {
    buffer.drawHorizontalLine(row: row, columns: columns, role: .frame)
  }

  mutating func drawVerticalLine(column: Int, rows: Range<Int>) {
    buffer.drawVerticalLine(column: column, rows: rows, role: .frame)
  }

  mutating func drawBorder(_ rect: Rect, _ role: StyleRole) {
    buffer.drawBorder(rect, role: role)
  }

  /// Gives cells another role where `change` says so.
  mutating func restyle(_ rect: Rect, _ change: (StyleRole) -> StyleRole) {
    buffer.restyle(rect, change)
  }

  /// A pane or a border begins here: the terminal is told the column, whatever it made of the text to the left.
  mutating func startSegment(row: Int, column: Int) {
    buffer.startSegment(row: row, column: column)
  }

  /// What is written there leads somewhere, in terminals that understand it.
  mutating func link(row: Int, columns: Range<Int>, to target: Hyperlink) {
    buffer.link(row: row, columns: columns, to: target)
  }

  func columns(of text: String) -> Int { model.columns(of: text) }

  /// Whoever clicks into `rect` means `target`.
  mutating func mark(_ rect: Rect, _ target: ScreenTarget) { targets.add(rect, target) }

  /// The same for a part of a row. It is addressed on its own, so that it is where the click is sought, however wide the terminal makes
  /// what stands before it.
  mutating func markPart(row: Int, columns: Range<Int>, _ target: ScreenTarget) {
    guard !columns.isEmpty else { return }
    startSegment(row: row, column: columns.lowerBound)
    startSegment(row: row, column: columns.upperBound)
    mark(Rect(row: row, column: columns.lowerBound, rows: 1, columns: columns.count), target)
  }

  mutating func respellLines(_ style: FrameStyle) { buffer.respellLines(style) }
}
