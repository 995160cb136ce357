public import CellText
public import Screen

/// What a terminal would show: takes the bytes that a program writes and keeps the cells.
///
/// Knows as much of ECMA-48 and of xterm's private modes as the reader writes, and what shells write around it. How wide text is, is
/// the model's to say, scalar by scalar as it arrives, which is how terminals learn it too.
public struct ScreenModel: Sendable {
  public struct Look: Hashable, Sendable {
    public var isBold = false
    public var isDim = false
    public var isItalic = false
    public var isUnderlined = false
    public var isReversed = false
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
  }

  public private(set) var size: Size
  public private(set) var cursor = Position(row: 0, column: 0)
  public private(set) var isCursorVisible = true
  public private(set) var isAlternate = false
  public private(set) var wraps = true
  public private(set) var hasApplicationKeys = false
  public private(set) var isPasteBracketed = false
  /// Inside a synchronized update (mode 2026): a real terminal shows nothing new yet.
  public private(set) var isSynchronized = false
  public private(set) var look = Look()
  /// Synchronized updates that were completed.
  public private(set) var updateCount = 0
  /// What the terminal says back, to be sent to the program.
  public var answers: [UInt8] = []

  private let model: WidthModel
  private let erasesToBackground: Bool
  private var cells: [[ModelCell]]
  private var mainCells: [[ModelCell]] = []
  private var savedCursor = Position(row: 0, column: 0)
  private var wrapsNext = false
  /// Where the last text went, as long as more can join it.
  private var lastText: Position?
  private var parser = ControlParser()

  /// - Parameter erasesToBackground: erased cells have the background that is set (terminfo's `bce`).
  public init(size: Size, model: WidthModel, erasesToBackground: Bool = true) {
    self.erasesToBackground = erasesToBackground
    self.size = size
    self.model = model
    cells = Self.blank(size, Look())
  }

  public mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let action = parser.take(byte) else { continue }
      switch action {
      case .text(let scalar): put(scalar)
      case .control(let byte): obey(byte)
      case .escape(let final): obeyEscape(final)
      case .sequence(let prefix, let parameters, let final): obey(prefix, parameters, final)
      }
    }
  }

  public mutating func resize(to size: Size) {
    cells = Self.fitted(cells, to: size)
    if !mainCells.isEmpty { mainCells = Self.fitted(mainCells, to: size) }
    self.size = size
    move(row: cursor.row, column: cursor.column)
  }

  /// Text of a row, trailing spaces left out.
  public func row(_ row: Int) -> String {
    guard cells.indices.contains(row) else { return "" }
    var text = cells[row].map(\.text).joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  public var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  public func contains(_ text: String) -> Bool { (0..<size.rows).contains { row($0).contains(text) } }

  public func cell(_ row: Int, _ column: Int) -> ModelCell { cells[row][column] }
}

// MARK: - Text

extension ScreenModel {
  private mutating func put(_ scalar: Unicode.Scalar) {
    if joins(scalar) { return }
    let columns = max(1, model.columns(of: String(scalar)))
    if wrapsNext, wraps {
      newLine()
      cursor.column = 0
    }
    wrapsNext = false
    if cursor.column + columns > size.columns { cursor.column = max(0, size.columns - columns) }
    place(String(scalar), columns: columns, at: cursor)
    lastText = cursor
    advance(columns)
  }

  /// Puts a scalar that takes no column of its own to the text before it.
  private mutating func joins(_ scalar: Unicode.Scalar) -> Bool {
    guard let place = lastText else { return model.columns(of: String(scalar)) == 0 }
    let old = cells[place.row][place.column]
    switch model.rule {
    case .scalarSum:
      var joined = old.text
      joined.unicodeScalars.append(scalar)
      let added = model.columns(of: joined) - model.columns(of: old.text)
      if added == 0 {
        cells[place.row][place.column].text = joined
        return true
      }
      // A variation selector that asks for the wide form.
      guard model.columns(of: String(scalar)) == 0 else { return false }
      self.place(joined, columns: old.columns + added, at: place)
      cursor = place
      advance(old.columns + added)
      return true
    case .cluster(_, let conjunctsJoined, _):
      var joined = old.text
      joined.unicodeScalars.append(scalar)
      let startsSyllable = !conjunctsJoined && scalar.properties.generalCategory == .otherLetter
      guard joined.count == 1, !startsSyllable else { return false }
      let columns = max(1, model.columns(of: joined))
      guard place.column + columns <= size.columns else {
        cells[place.row][place.column].text = joined
        return true
      }
      self.place(joined, columns: columns, at: place)
      cursor = place
      advance(columns)
      return true
    }
  }

  private mutating func advance(_ columns: Int) {
    cursor.column += columns
    if cursor.column >= size.columns {
      cursor.column = size.columns - 1
      wrapsNext = true
    }
  }

  private mutating func place(_ text: String, columns: Int, at position: Position) {
    clear(position.row, position.column..<min(size.columns, position.column + columns), Look())
    cells[position.row][position.column] = ModelCell(text: text, columns: columns, look: look)
    for column in position.column + 1..<max(position.column + 1, min(size.columns, position.column + columns)) {
      cells[position.row][column] = ModelCell(text: "", columns: 0, look: look)
    }
  }

  /// Blanks columns, and what is left of wide cells that reach into them.
  private mutating func clear(_ row: Int, _ columns: Range<Int>, _ look: Look) {
    guard cells.indices.contains(row), !columns.isEmpty else { return }
    var start = columns.lowerBound
    while start > 0, cells[row][start].columns == 0 { start -= 1 }
    var end = columns.upperBound
    while end < size.columns, cells[row][end].columns == 0 { end += 1 }
    for column in start..<end {
      cells[row][column] = ModelCell(look: columns.contains(column) ? look : cells[row][column].look)
    }
  }

  private mutating func newLine() {
    if cursor.row + 1 < size.rows {
      cursor.row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: ModelCell(), count: size.columns))
    }
  }

  private mutating func move(row: Int, column: Int) {
    cursor = Position(row: max(0, min(row, size.rows - 1)), column: max(0, min(column, size.columns - 1)))
    wrapsNext = false
    lastText = nil
  }

  private static func blank(_ size: Size, _ look: Look) -> [[ModelCell]] {
    Array(repeating: Array(repeating: ModelCell(look: look), count: size.columns), count: size.rows)
  }

  private static func fitted(_ cells: [[ModelCell]], to size: Size) -> [[ModelCell]] {
    (0..<size.rows).map { row in
      let old = row < cells.count ? cells[row] : []
      return Array(old.prefix(size.columns))
        + Array(repeating: ModelCell(), count: max(0, size.columns - old.count))
    }
  }
}

// MARK: - Controls

extension ScreenModel {
  private mutating func obey(_ control: UInt8) {
    switch control {
    case 0x08: move(row: cursor.row, column: cursor.column - 1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A:
      newLine()
      move(row: cursor.row, column: cursor.column)
    case 0x0D: move(row: cursor.row, column: 0)
    default: break
    }
  }

  private mutating func obeyEscape(_ final: UInt8) {
    switch final {
    case UInt8(ascii: "7"): savedCursor = cursor
    case UInt8(ascii: "8"): move(row: savedCursor.row, column: savedCursor.column)
    default: break
    }
  }

  private mutating func obey(_ prefix: UInt8?, _ parameters: [Int], _ final: UInt8) {
    let first = parameters.first ?? 0
    let count = max(1, first)
    switch (prefix, Character(Unicode.Scalar(final))) {
    case (nil, "H"), (nil, "f"):
      move(row: count - 1, column: max(1, parameters.dropFirst().first ?? 1) - 1)
    case (nil, "A"): move(row: cursor.row - count, column: cursor.column)
    case (nil, "B"): move(row: cursor.row + count, column: cursor.column)
    case (nil, "C"): move(row: cursor.row, column: cursor.column + count)
    case (nil, "D"): move(row: cursor.row, column: cursor.column - count)
    case (nil, "G"): move(row: cursor.row, column: count - 1)
    case (nil, "d"): move(row: count - 1, column: cursor.column)
    case (nil, "X"): erase(cursor.row, cursor.column..<min(size.columns, cursor.column + count))
    case (nil, "K"):
      erase(
        cursor.row, first == 0 ? cursor.column..<size.columns : first == 1 ? 0..<cursor.column + 1 : 0..<size.columns)
    case (nil, "J"): eraseDisplay(first)
    case (nil, "m"): paint(parameters)
    case (nil, "n") where first == 6:
      answers += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8)
    case (nil, "c"): answers += Array("\u{1B}[?62;22c".utf8)
    case (UInt8(ascii: ">"), "q"): answers += Array("\u{1B}P>|Model(1)\u{1B}\\".utf8)
    case (UInt8(ascii: "?"), "p"): answers += Array("\u{1B}[?\(first);\(first == 2026 ? 2 : 0)$y".utf8)
    case (UInt8(ascii: "?"), "h"): for mode in parameters { set(mode, true) }
    case (UInt8(ascii: "?"), "l"): for mode in parameters { set(mode, false) }
    default: break
    }
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    var erased = Look()
    if erasesToBackground { erased.background = look.background }
    clear(row, columns, erased)
    lastText = nil
    wrapsNext = false
  }

  private mutating func eraseDisplay(_ part: Int) {
    let rows = part == 0 ? cursor.row + 1..<max(cursor.row + 1, size.rows) : part == 1 ? 0..<cursor.row : 0..<size.rows
    for row in rows { erase(row, 0..<size.columns) }
    if part == 0 { erase(cursor.row, cursor.column..<size.columns) }
    if part == 1 { erase(cursor.row, 0..<cursor.column + 1) }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 1: hasApplicationKeys = isOn
    case 7: wraps = isOn
    case 25: isCursorVisible = isOn
    case 2004: isPasteBracketed = isOn
    case 2026:
      if isSynchronized, !isOn { updateCount += 1 }
      isSynchronized = isOn
    case 1049 where isOn != isAlternate:
      isAlternate = isOn
      if isOn {
        mainCells = cells
        savedCursor = cursor
        cells = Self.blank(size, Look())
      } else {
        cells = mainCells
        mainCells = []
        move(row: savedCursor.row, column: savedCursor.column)
      }
    default: break
    }
  }

  private mutating func paint(_ parameters: [Int]) {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: look = Look()
      case 1: look.isBold = true
      case 2: look.isDim = true
      case 3: look.isItalic = true
      case 4: look.isUnderlined = true
      case 7: look.isReversed = true
      case 22: (look.isBold, look.isDim) = (false, false)
      case 23: look.isItalic = false
      case 24: look.isUnderlined = false
      case 27: look.isReversed = false
      case 30...37, 90...97: look.foreground = String(code)
      case 39: look.foreground = nil
      case 40...47, 100...107: look.background = String(code)
      case 49: look.background = nil
      case 38, 48:
        let count = rest.first == 2 ? 4 : 2
        let color = ([code] + rest.prefix(count)).map(String.init).joined(separator: ";")
        rest = rest.dropFirst(count)
        if code == 38 { look.foreground = color } else { look.background = color }
      default: break
      }
    }
  }
}
