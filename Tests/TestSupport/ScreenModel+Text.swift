import CellText
import Screen

extension ScreenModel {
  /// The cluster being written. Terminals of the wcwidth family keep it in several cells, the others in one.
  struct OpenCluster: Sendable {
    var text: String
    var columns: Int
    var lastScalar: Unicode.Scalar
    /// Has seen every scalar of `text`: breaking the text anew for each mark takes the square of their number.
    var boundaries: Unicode._CharacterRecognizer
    /// Its first cell.
    var start: Position
    /// Where its last scalar that took a column went.
    var last: Position
  }

  static let asciiTexts = (0..<128).map { String(Unicode.Scalar(UInt8($0))) }

  mutating func put(_ scalar: Unicode.Scalar) {
    guard size.rows > 0, size.columns > 0 else { return }
    let value = scalar.value
    if value < 0x80 {
      if let open, Self.mayPrepend(open.lastScalar), join(scalar) { return }
      return begin(scalar, Self.asciiTexts[Int(value)], columns: 1)
    }
    if value < 0xA0 { return note(.controlCharacter(UInt8(value))) }
    if Self.isInvisible(scalar) { note(.invisible(scalar)) }
    if Self.isMarkOrJoiner(scalar), open == nil || open?.text == " " { note(.markWithoutBase(scalar)) }
    if join(scalar) { return }
    let text = String(scalar)
    let columns = columns(of: scalar, text)
    if columns == 0 { return attach(text) }
    begin(scalar, text, columns: columns)
  }

  /// Starts a cluster where the cursor is.
  private mutating func begin(_ scalar: Unicode.Scalar, _ text: String, columns: Int) {
    let place = write(text, columns: columns)
    var boundaries = Unicode._CharacterRecognizer()
    _ = boundaries.hasBreak(before: scalar)
    open = OpenCluster(
      text: text, columns: columns, lastScalar: scalar, boundaries: boundaries, start: place, last: place)
  }

  /// Adds a scalar to the cluster before it, if it belongs there by UAX #29.
  private mutating func join(_ scalar: Unicode.Scalar) -> Bool {
    guard var cluster = open, cluster.continues(with: scalar) else { return false }
    var joined = cluster.text
    joined.unicodeScalars.append(scalar)
    let text = String(scalar)
    let columns = model.columns(of: joined)
    let added = columns - cluster.columns
    switch model.rule {
    case .scalarSum where added > 0 && self.columns(of: scalar, text) > 0:
      // A cell of its own.
      cluster.last = write(text, columns: added)
    case .scalarSum where added == 0:
      cells[index(cluster.last)].text += text
    case .cluster(_, conjunctsJoined: false, _)
    where Self.isIndicLetter(scalar) && Self.isMarkOrJoiner(cluster.lastScalar) && model.exceptions.isEmpty:
      return false
    default:
      resize(&cluster, to: joined, columns: columns)
    }
    cluster.text = joined
    cluster.columns = columns
    cluster.lastScalar = scalar
    open = cluster
    return true
  }

  /// Puts what takes no column to the text before it, else to the cell left of the cursor, as kitty, VTE and alacritty do.
  private mutating func attach(_ text: String) {
    if let open {
      cells[index(open.last)].text += text
    } else if cursor.column > 0 {
      var place = index(cursor) - 1
      while place > cursor.row * size.columns, cells[place].columns == 0 { place -= 1 }
      cells[place].text += text
    }
  }

  /// The cluster in one cell, as wide as it now is, if its row has the room.
  private mutating func resize(_ cluster: inout OpenCluster, to text: String, columns: Int) {
    let look = cells[index(cluster.start)].look
    let old = cluster.last == cluster.start ? max(1, cells[index(cluster.start)].columns) : cluster.columns
    let width = max(1, columns)
    if cluster.start.column + width > size.columns || width == old {
      if width > old { note(.pastLastColumn) }
      cells[index(cluster.start)].text = text
      return
    }
    let end = min(size.columns, cluster.start.column + max(old, width))
    clear(cluster.start.row, cluster.start.column..<end, look)
    place(text, columns: width, look, at: cluster.start)
    cluster.last = cluster.start
    cursor = cluster.start
    wrapsNext = false
    advance(width)
  }
}

extension ScreenModel.OpenCluster {
  /// Whether the text is one cluster still when `scalar` is its last.
  fileprivate mutating func continues(with scalar: Unicode.Scalar) -> Bool {
    let isBoundary = boundaries.hasBreak(before: scalar)
    // Every mark of these scripts does; in others some that space stand for themselves, as Burmese ာ.
    return !isBoundary || (0x900..<0xE00).contains(scalar.value) && ScreenModel.isMarkOrJoiner(scalar)
  }
}

extension ScreenModel {
  /// Writes at the cursor and moves it on.
  ///
  /// - Returns: where the text is now.
  private mutating func write(_ text: String, columns: Int) -> Position {
    let hasRoom = cursor.column + columns <= size.columns && !wrapsNext
    if !hasRoom {
      note(.pastLastColumn)
      if wraps {
        newLine()
        cursor.column = 0
      }
      wrapsNext = false
    }
    if cursor.column + columns > size.columns { cursor.column = max(0, size.columns - columns) }
    let position = cursor
    place(text, columns: columns, look, at: position)
    advance(columns)
    return position
  }

  private mutating func place(_ text: String, columns: Int, _ look: Look, at position: Position) {
    let index = index(position)
    if columns == 1, cells[index].columns == 1 {
      cells[index] = ModelCell(text: text, columns: 1, look: look)
      return
    }
    let end = min(size.columns, position.column + columns)
    clear(position.row, position.column..<end, Look())
    cells[index] = ModelCell(text: text, columns: end - position.column, look: look)
    for column in 1..<max(1, end - position.column) {
      cells[index + column] = ModelCell(text: "", columns: 0, look: look)
    }
  }

  private mutating func advance(_ columns: Int) {
    cursor.column += columns
    if cursor.column >= size.columns {
      cursor.column = size.columns - 1
      wrapsNext = true
    }
  }

  private mutating func columns(of scalar: Unicode.Scalar, _ text: String) -> Int {
    // By kitty's protocol, whatever the widths of private characters are.
    if graphics == .kitty, scalar == "\u{10EEEE}" { return 1 }
    if let known = knownColumns[scalar] { return known }
    let columns = model.columns(of: text)
    knownColumns[scalar] = columns
    return columns
  }
}

// MARK: - Kinds of scalars

extension ScreenModel {
  fileprivate static func isMarkOrJoiner(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    if scalar.value == 0x200C || scalar.value == 0x200D { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x900..<0xD80, 0x200C, 0x200D, 0x2500..<0x2580: return false
    // Format characters that are seen, as a sign under the digits that follow (Prepended_Concatenation_Mark).
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func isIndicLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x900..<0xE00).contains(scalar.value) && scalar.properties.generalCategory == .otherLetter
  }

  /// Whether what follows `scalar` may belong to its cluster without being a mark (UAX #29, GB9b): only few letters are so.
  private static func mayPrepend(_ scalar: Unicode.Scalar) -> Bool {
    (0x600..<0x900).contains(scalar.value) || scalar.value == 0xD4E || scalar.value >= 0x10000
  }
}
