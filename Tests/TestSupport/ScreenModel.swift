public import CellText
public import Screen

/// What a terminal would show: takes the bytes that a program writes and keeps the cells.
///
/// Knows as much of ECMA-48 and of xterm's private modes as the reader writes, and what shells write around it. How wide text is, is
/// the model's to say, scalar by scalar as it arrives, which is how terminals learn it too. What they are known to do differently is
/// done in one way and noted as a ``Violation``: a frame that makes none looks the same in all of them.
public struct ScreenModel: Sendable {
  public struct Look: Hashable, Sendable {
    public var isBold = false
    public var isDim = false
    public var isItalic = false
    public var isUnderlined = false
    public var isReversed = false
    public var isConcealed = false
    /// SGR parameters that set it, as in `38;5;17`; nil is the terminal's own.
    public var foreground: String?
    public var background: String?

    public init() {}
  }

  public struct ModelCell: Hashable, Sendable {
    /// Empty: the right part of a wide cell.
    public var text = " "
    public var columns = 1
    public var look = Look()
    /// Part of a picture covers it; whatever is written there takes that away.
    public var hasPixels = false
  }

  public internal(set) var size: Size
  public internal(set) var cursor = Position(row: 0, column: 0)
  public internal(set) var isCursorVisible = true
  public internal(set) var isAlternate = false
  public internal(set) var wraps = true
  public internal(set) var hasApplicationKeys = false
  public internal(set) var isPasteBracketed = false
  public internal(set) var tracksMouse = false
  public internal(set) var reportsMouseInNumbers = false
  /// Inside a synchronized update (mode 2026): a real terminal shows nothing new yet.
  public internal(set) var isSynchronized = false
  public internal(set) var look = Look()
  /// Synchronized updates that were completed.
  public internal(set) var updateCount = 0
  /// What the terminal says back, to be sent to the program.
  public var answers: [UInt8] = []
  /// What was written that terminals disagree about, and where the cursor stood when it first was.
  public internal(set) var violations: [Violation: Position] = [:]

  /// What the terminal says that it can draw.
  public var graphics = Graphics.none
  /// Numbers of the pictures that it keeps (kitty).
  public internal(set) var keptPictures: Set<Int> = []
  /// The colours that sixel pictures may have.
  public internal(set) var sixelColors = 16

  let model: WidthModel
  let erasesToBackground: Bool
  /// Row by row.
  var cells: [ModelCell]
  var mainCells: [ModelCell]?
  var saved = SavedCursor()
  /// The last column was written: with wrapping on, the next text begins a row.
  var wrapsNext = false
  /// The cluster that was written last, as long as more can join it.
  var open: OpenCluster?
  /// Columns of single scalars that were asked for. Not of strings, which are the same when they are canonically equivalent: क़ may be
  /// wider as two scalars than as one.
  var knownColumns: [Unicode.Scalar: Int] = [:]
  private var parser = ControlParser()

  struct SavedCursor: Sendable {
    var position = Position(row: 0, column: 0)
    var look = Look()
  }

  /// - Parameter erasesToBackground: erased cells have the background that is set (terminfo's `bce`).
  public init(size: Size, model: WidthModel, erasesToBackground: Bool = true) {
    self.erasesToBackground = erasesToBackground
    self.size = size
    self.model = model
    cells = Self.blank(size, Look())
  }

  public mutating func take(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    var next = 0
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      if parser.isAtRest, byte >= 0x20, byte < 0x7F {
        put(Unicode.Scalar(byte))
        continue
      }
      guard let action = parser.take(byte) else { continue }
      switch action {
      case .text(let scalar): put(scalar)
      case .control(let byte): obey(byte)
      case .escape(let intermediates, let final): obeyEscape(intermediates, final)
      case .sequence(let sequence): obey(sequence)
      case .string(let introducer):
        // What an application program command says is known at its end.
        if graphics == .none, introducer != UInt8(ascii: "_") {
          note(.unknownControl("ESC" + String(Unicode.Scalar(introducer))))
        }
      case .stringEnd(let introducer, let bytes): obeyString(introducer, bytes)
      case .malformed(let byte): note(.malformed(byte))
      }
    }
  }

  /// The window has another size. Rows and columns that are left over go, new ones are blank; nothing flows anew.
  public mutating func resize(to size: Size) {
    cells = fitted(cells, to: size)
    mainCells = mainCells.map { fitted($0, to: size) }
    self.size = size
    move(row: cursor.row, column: cursor.column)
  }

  /// Makes it a terminal that was just opened, of the same size and kind.
  public mutating func reset() {
    var other = ScreenModel(size: size, model: model, erasesToBackground: erasesToBackground)
    other.knownColumns = knownColumns
    other.graphics = graphics
    self = other
  }
}

// MARK: - Reading

extension ScreenModel {
  /// Text of a row, trailing spaces left out.
  public func row(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = ""
    for index in row * size.columns..<(row + 1) * size.columns { text += cells[index].text }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  public var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  public func contains(_ text: String) -> Bool { (0..<size.rows).contains { row($0).contains(text) } }

  public func cell(_ row: Int, _ column: Int) -> ModelCell { cells[row * size.columns + column] }
}

// MARK: - Cells

extension ScreenModel {
  static func blank(_ size: Size, _ look: Look) -> [ModelCell] {
    Array(repeating: ModelCell(look: look), count: size.rows * size.columns)
  }

  func index(_ position: Position) -> Int { position.row * size.columns + position.column }

  mutating func move(row: Int, column: Int) {
    cursor = Position(row: max(0, min(row, size.rows - 1)), column: max(0, min(column, size.columns - 1)))
    wrapsNext = false
    open = nil
  }

  mutating func newLine() {
    guard size.rows > 0 else { return }
    if cursor.row + 1 < size.rows {
      cursor.row += 1
    } else {
      note(.scrolled)
      cells.removeFirst(size.columns)
      cells.append(contentsOf: repeatElement(ModelCell(look: erasedLook), count: size.columns))
    }
  }

  var erasedLook: Look {
    var erased = Look()
    if erasesToBackground { erased.background = look.background }
    return erased
  }

  /// Blanks columns, and what is left of wide cells that reach into them.
  mutating func clear(_ row: Int, _ columns: Range<Int>, _ look: Look) {
    guard row >= 0, row < size.rows, !columns.isEmpty else { return }
    let first = row * size.columns
    var start = columns.lowerBound
    while start > 0, cells[first + start].columns == 0 { start -= 1 }
    var end = columns.upperBound
    while end < size.columns, cells[first + end].columns == 0 { end += 1 }
    let blank = ModelCell(look: look)
    for column in start..<end {
      cells[first + column] =
        columns.contains(column) ? blank : ModelCell(look: cells[first + column].look)
    }
  }

  private func fitted(_ old: [ModelCell], to size: Size) -> [ModelCell] {
    var new = Self.blank(size, Look())
    for row in 0..<min(self.size.rows, size.rows) {
      for column in 0..<min(self.size.columns, size.columns) {
        let cell = old[row * self.size.columns + column]
        // Half a wide cell is none.
        if column + cell.columns <= size.columns { new[row * size.columns + column] = cell }
      }
    }
    return new
  }
}
