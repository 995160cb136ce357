import CellText
import Screen

/// The bytes of one frame in the making, with what the terminal is known to be like after them.
nonisolated struct RowPage {
  private(set) var bytes: [UInt8] = []

  private let capabilities: TerminalCapabilities
  private let certain: CertainText
  private let synchronizes: Bool
  private let mapping: ColorMapping
  private var paint = Paint.plain
  /// Where the cursor stands; nil after text whose width is in doubt.
  private var cursor: Position?

  init(mapping: ColorMapping, capabilities: TerminalCapabilities, certain: CertainText, synchronizes: Bool) {
    self.mapping = mapping
    self.capabilities = capabilities
    self.certain = certain
    self.synchronizes = synchronizes
    bytes.reserveCapacity(16 * 1024)
  }

  /// Begins a synchronized update (mode 2026). Terminals that do not know it pass over it, as ECMA-48 wants, so it is sent until the
  /// terminal has answered that it has none.
  mutating func begin(hidesCursor: Bool) {
    if synchronizes { append("\u{1B}[?2026h") }
    if hidesCursor { append("\u{1B}[?25l") }
    append("\u{1B}[0m")
  }

  /// Lets the terminal tell what the mouse does, or keep it to itself.
  mutating func trackMouse(_ isOn: Bool) { append(isOn ? MouseReport.begin : MouseReport.end) }

  mutating func end(cursor position: Position, isVisible: Bool) {
    set(.plain)
    move(to: position)
    if isVisible { append("\u{1B}[?25h") }
    if synchronizes { append("\u{1B}[?2026l") }
  }

  /// Sends a sequence of ``PixelSequences`` that leaves cursor and look as they are.
  mutating func send(_ sequence: [UInt8]) { bytes += sequence }

  mutating func draw(_ placement: PixelPlacement) {
    set(.plain)
    move(to: placement.place)
    bytes += PixelSequences.draw(placement)
    cursor = nil
  }

  /// Erases the screen to the page's background.
  mutating func eraseAll() {
    let page = mapping.paint(.page)
    if capabilities.erasesToBackground { set(Paint(background: page.background)) }
    append("\u{1B}[H\u{1B}[2J")
    cursor = Position(row: 0, column: 0)
  }

  /// The cells are what ``eraseAll()`` leaves.
  func isErased(_ cells: ArraySlice<Cell>) -> Bool {
    let background = capabilities.erasesToBackground ? mapping.paint(.page).background : []
    return cells.allSatisfy { cell in
      guard cell.isBlank else { return false }
      let look = mapping.paint(cell)
      return look.blanksAreErased && look.background == background
    }
  }

  /// Writes a stretch of a row, erased first and each run of one look and one link from its own column.
  ///
  /// - Parameter links: those of the row.
  mutating func write(_ cells: ArraySlice<Cell>, row: Int, column: Int, links: [HyperlinkSpan] = []) {
    let offset = column - cells.startIndex
    var start = cells.startIndex
    while start < cells.endIndex {
      let link = links.link(at: start + offset)
      // The cell whose look it is.
      var model = cells[start]
      var end = start + 1
      while end < cells.endIndex {
        let cell = cells[end]
        if !cell.isContinuation {
          guard links.isEmpty || links.link(at: end + offset) == link else { break }
          // Blanks take the look of the text beside them where nobody can tell: half of a row's looks are those of its gaps.
          let isAfterGap = model.isBlank
          guard
            mapping.isAlike(cell, model)
              || ((isAfterGap || cell.isBlank) && mapping.blanksAreAlike(cell, model))
          else { break }
          if isAfterGap { model = cell }
        }
        end += 1
      }
      let look = mapping.paint(model)
      writeRun(cells[start..<end], look, link, at: Position(row: row, column: start + offset))
      start = end
    }
    // What stands at a fixed place, such as a border, is addressed even after text that was measured.
    if cells.contains(where: { !$0.isCertain([]) }) { cursor = nil }
  }
}

nonisolated extension RowPage {
  private mutating func writeRun(
    _ run: ArraySlice<Cell>, _ look: Paint, _ link: Hyperlink?, at position: Position
  ) {
    let erases =
      look.blanksAreErased && capabilities.erasesColumns
      && (capabilities.erasesToBackground || look.background.isEmpty)
    let isCertain = run.allSatisfy { $0.isCertain(certain) }
    let trailingBlankCount = run.reversed().prefix { $0.isBlank }.count
    move(to: position)
    set(look)
    // Text of certain width covers its columns by itself. A few blanks are shorter than erasing them.
    if isCertain, trailingBlankCount < 8 || !erases {
      appendText(run, link, isCertain: true)
    } else if isCertain {
      appendText(run.dropLast(trailingBlankCount), link, isCertain: true)
      erase(trailingBlankCount)
    } else {
      if erases {
        erase(run.count)
      } else {
        bytes.append(contentsOf: repeatElement(0x20, count: run.count))
        cursor = nil
        move(to: position)
      }
      appendText(run.dropLast(trailingBlankCount), link, isCertain: false)
    }
  }

  /// A link is opened and closed around its run's text alone: nothing that is erased or written elsewhere can become part of it.
  private mutating func appendText(_ cells: ArraySlice<Cell>, _ link: Hyperlink?, isCertain: Bool) {
    let link = cells.isEmpty ? nil : link
    if let link { bytes += HyperlinkSequence.begin(link) }
    for cell in cells where !cell.isContinuation {
      // Nothing but text may reach the terminal, whoever filled the cell. C2 may begin a control: most cells have none of these.
      if cell.text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }) {
        bytes.append(contentsOf: cell.text.utf8)
        continue
      }
      for scalar in cell.text.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if link != nil { bytes += HyperlinkSequence.end }
    cursor = isCertain ? cursor.map { Position(row: $0.row, column: $0.column + cells.count) } : nil
  }

  private mutating func move(to position: Position) {
    guard cursor != position else { return }
    bytes.append(0x1B)
    bytes.append(0x5B)
    append(position.row + 1)
    bytes.append(0x3B)
    append(position.column + 1)
    bytes.append(0x48)
    cursor = position
  }

  private mutating func erase(_ columnCount: Int) {
    bytes.append(0x1B)
    bytes.append(0x5B)
    append(columnCount)
    bytes.append(0x58)
  }

  private mutating func set(_ next: Paint) {
    next.appendSequence(after: paint, to: &bytes)
    paint = next
  }

  /// A number of columns or rows, in decimal.
  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    bytes.append(0x30 + UInt8(number % 10))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
