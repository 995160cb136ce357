/// Text of one look.
public struct TextRun: Hashable, Sendable {
  public var text: String
  public var role: StyleRole

  public init(_ text: String, _ role: StyleRole) {
    self.text = text
    self.role = role
  }
}

/// One laid-out line.
public struct TextLine: Hashable, Sendable {
  public var runs: [TextRun]
  /// Columns that `runs` take under the model they were laid out with.
  public var columns: Int
  /// Empty columns before the first run.
  public var indentColumns: Int

  public init(runs: [TextRun], columns: Int, indentColumns: Int = 0) {
    self.runs = runs
    self.columns = columns
    self.indentColumns = indentColumns
  }

  public static let empty = TextLine(runs: [], columns: 0)

  public var text: String { runs.map(\.text).joined() }
}
