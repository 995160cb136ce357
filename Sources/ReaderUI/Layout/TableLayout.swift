import CellText
import IndicText

/// The rows of a table as texts: columns under each other where they fit, else each cell on a line of its own with its column's name.
///
/// The first of several rows names the columns. A row is one text in either form, so that a place in the story holds for any width.
struct TableLayout {
  struct Row {
    var text = ""
    var spans: [BodySection.Span] = []
    var lineStarts: [Int] = []
  }

  private(set) var rows: [Row] = []
  /// Whether columns stand under each other.
  private(set) var isAligned = false

  private static let separator = " │ "
  /// Names of columns are left out where they would make a table longer than this.
  private static let mostLabelUTF8Count = 262_144

  /// - Parameter cells: row by row; rows may have different lengths. Safe text.
  init(_ cells: [[String]], columns: Int, model: WidthModel) {
    if let widths = Self.widths(of: cells, columns: columns, model: model) {
      isAligned = true
      let numeric = widths.indices.map { column in Self.isNumeric(cells.dropFirst(cells.count > 1 ? 1 : 0), column) }
      rows = cells.enumerated().map { index, row in
        Self.aligned(row, widths, numeric, isHeader: index == 0 && cells.count > 1, model: model)
      }
    } else {
      let header = cells.count > 1 ? cells[0] : []
      let labelUTF8Count = header.reduce(0) { $0 + $1.utf8.count } * max(0, cells.count - 1)
      let labels = labelUTF8Count <= Self.mostLabelUTF8Count ? header : []
      rows = cells.enumerated().map { index, row in
        index == 0 && cells.count > 1 ? Self.header(row) : Self.listed(row, labels)
      }
    }
  }

  /// The columns that each column needs; nil when they do not fit beside each other.
  private static func widths(of cells: [[String]], columns: Int, model: WidthModel) -> [Int]? {
    let separatorColumns = 3
    var widths: [Int] = []
    var total = -separatorColumns
    for row in cells {
      for (index, cell) in row.enumerated() {
        if index == widths.count {
          widths.append(0)
          total += separatorColumns
        }
        // No byte of a cluster that shows anything has less than a column in thirty; longer cells need not be measured.
        guard cell.utf8.count <= columns * 120 else { return nil }
        let needed = model.columns(of: cell)
        if needed > widths[index] {
          total += needed - widths[index]
          widths[index] = needed
        }
        if total > columns { return nil }
      }
    }
    return widths
  }

  /// Blanks that fill a column do not break and are not dropped.
  private static func aligned(
    _ row: [String], _ widths: [Int], _ numeric: [Bool], isHeader: Bool, model: WidthModel
  ) -> Row {
    var result = Row()
    for (index, cell) in row.enumerated() {
      if index > 0 { result.append(separator, .quotationBar) }
      let filling = String(repeating: "\u{A0}", count: widths[index] - model.columns(of: cell))
      if numeric[index] { result.text += filling }
      result.append(cell, isHeader ? .tableHeader : nil)
      if !numeric[index], index < row.count - 1 { result.text += filling }
    }
    return result
  }

  private static func header(_ row: [String]) -> Row {
    var result = Row()
    for cell in row where !cell.isEmpty {
      if !result.text.isEmpty { result.append(separator, .quotationBar) }
      result.append(cell, .tableHeader)
    }
    return result
  }

  private static func listed(_ row: [String], _ labels: [String]) -> Row {
    var result = Row()
    for (index, cell) in row.enumerated() where !cell.isEmpty {
      if !result.text.isEmpty {
        result.text += " "
        result.lineStarts.append(result.text.utf8.count)
      }
      if index < labels.count, !labels[index].isEmpty { result.append(labels[index] + ": ", .tableHeader) }
      result.text += cell
    }
    return result
  }

  /// Whether all cells of a column are numbers, amounts or empty, and one is not.
  private static func isNumeric(_ rows: ArraySlice<[String]>, _ column: Int) -> Bool {
    var hasDigit = false
    for row in rows where column < row.count {
      for scalar in row[column].unicodeScalars {
        if Digits.value(of: scalar) != nil { hasDigit = true } else if !amountSigns.contains(scalar) { return false }
      }
    }
    return hasDigit
  }

  private static let amountSigns: Set<Unicode.Scalar> = [
    " ", "\u{A0}", ".", ",", "%", "+", "-", "−", "–", "₹", "$", "€", "(", ")",
  ]
}

extension TableLayout.Row {
  fileprivate mutating func append(_ piece: String, _ role: StyleRole?) {
    let start = text.utf8.count
    text += piece
    if let role, !piece.isEmpty { spans.append(BodySection.Span(range: start..<text.utf8.count, role: role)) }
  }
}
