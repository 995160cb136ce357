/// What a row of the list shows.
public struct ListFormat: Hashable, Sendable {
  /// What stands under a headline.
  public enum Fact: String, Hashable, Sendable, CaseIterable {
    case section, source, age
    /// The star, at the right edge.
    case star
    /// How many related stories there are, at the right edge.
    case related
  }

  /// 3: a headline on up to two lines, and the facts. 2: one line each. 1: all on one line.
  public var rows: Int
  /// In this order.
  public var facts: [Fact]

  public init(rows: Int = 3, facts: [Fact] = Fact.allCases) {
    self.rows = rows
    self.facts = facts
  }
}
