import CellText
import NewsModel
public import Screen

/// Draws the reader: state in, frame out. Decides nothing.
public struct ReaderView: Sendable {
  public init() {}

  public func frame(_ state: ReaderState) -> Frame {
    var canvas = Canvas(size: state.size, model: state.settings.widthModel, bidi: state.settings.bidi)
    let layout = state.layout
    guard layout.shape != .tooSmall else {
      drawTooSmall(state, on: &canvas)
      return Frame(
        buffer: canvas.buffer, theme: state.theme, cursor: Position(row: 0, column: 0), widthModel: canvas.model)
    }
    TitleBarView(state: state).draw(on: &canvas)
    FrameLinesView(state: state, layout: layout).draw(on: &canvas)
    HeadlineListView(state: state, rect: state.listRect).draw(on: &canvas)
    HighlightsView(state: state, rect: layout.highlights).draw(on: &canvas)
    BodyView(state: state, rect: layout.body).draw(on: &canvas)
    RelatedColumnView(state: state, rect: layout.related).draw(on: &canvas)
    StatusLineView(state: state).draw(on: &canvas)
    if case .picker(let picker) = state.prompt {
      PickerView(state: state, picker: picker).draw(on: &canvas)
    }
    return Frame(
      buffer: canvas.buffer, theme: state.theme, cursor: canvas.cursor ?? Position(row: 0, column: 0),
      isCursorVisible: state.prompt != nil, widthModel: canvas.model)
  }

  private func drawTooSmall(_ state: ReaderState, on canvas: inout Canvas) {
    let wrapper = TextWrapper(model: state.settings.widthModel, language: state.settings.language.rawValue)
    let lines = wrapper.lines(
      [TextRun(state.settings.phrases(.tooSmall), .page)], columns: max(1, state.size.columns))
    for (row, line) in lines.prefix(state.size.rows).enumerated() {
      canvas.write(line, row: row, column: 0, columns: state.size.columns)
    }
  }
}

/// A buffer being drawn on, with the width model that all its text is measured by.
struct Canvas {
  private(set) var buffer: CellBuffer
  let model: WidthModel
  let bidi: BidiOrder
  /// Where the terminal's cursor goes; the last one that was set holds.
  var cursor: Position?

  init(size: Size, model: WidthModel, bidi: BidiOrder) {
    self.bidi = bidi
    buffer = CellBuffer(size: size)
    self.model = model
  }

  /// Writes at most `columns` columns and returns the column after the text.
  @discardableResult
  mutating func write(_ text: String, _ role: StyleRole, row: Int, column: Int, columns: Int) -> Int {
    guard columns > 0 else { return column }
    return column
      + buffer.write(
        text, at: Position(row: row, column: column), columns: columns, role: role, model: model, bidi: bidi)
  }

  mutating func write(_ line: TextLine, row: Int, column: Int, columns: Int) {
    guard columns > 0 else { return }
    buffer.write(line, at: Position(row: row, column: column), columns: columns, model: model, bidi: bidi)
  }

  /// A row of a picture: what no colour of its own has looks as the body does.
  mutating func write(_ pictureRow: ArraySlice<CellPicture.Part>, row: Int, column: Int, columns: Int) {
    buffer.write(pictureRow, at: Position(row: row, column: column), columns: columns, role: .body)
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

  func columns(of text: String) -> Int { model.columns(of: text) }
}
