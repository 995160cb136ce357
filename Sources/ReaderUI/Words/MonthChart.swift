/// Counts as a chart one row high, one column each.
public struct MonthChart: Hashable, Sendable {
  public private(set) var text: String

  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let signs: [Character] = [".", ":", "-", "=", "+", "*", "#", "@"]

  /// - Parameter isASCII: for terminals without block elements.
  public init(_ counts: [Int], isASCII: Bool) {
    let highest = max(1, counts.max() ?? 1)
    let steps = isASCII ? Self.signs : Self.blocks
    text = String(
      counts.map { count -> Character in
        // What is not nothing is seen; nothing is a blank, so that a gap is a gap.
        count <= 0 ? " " : steps[min(steps.count - 1, (count * steps.count - 1) / highest)]
      })
  }
}
