/// How many columns a terminal gives to text.
///
/// Terminals disagree about Devanagari: the same word takes 3, 4, 5 or 6 columns. Which model holds is measured or chosen once;
/// layout, truncation and drawing must all be given the same one.
public struct WidthModel: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// Columns of a cluster are the sum over its scalars, marks counting as given (0 or 1 each).
    case scalarSum(spacingMark: Int, nonspacingMark: Int, joiner: Int)
    /// A cluster is as wide as the sum of its parts, but at most `max`; without `conjunctsJoined` each consonant of a conjunct
    /// starts a cluster of its own (UAX #29 before rule GB9c).
    case cluster(max: Int, conjunctsJoined: Bool)
  }

  public var rule: Rule
  /// Measured columns of single clusters that do not follow the rule.
  public var exceptions: [String: Int]

  public init(rule: Rule, exceptions: [String: Int] = [:]) {
    self.rule = rule
    self.exceptions = exceptions
  }
}
