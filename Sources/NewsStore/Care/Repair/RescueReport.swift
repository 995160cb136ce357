/// What a repair took out of a damaged store.
public struct RescueReport: Hashable, Sendable {
  public struct Table: Hashable, Sendable {
    /// As the schema calls it.
    public var name: String
    /// Rows that are in the new store.
    public var rescuedCount = 0
    /// Rows that the store had, by its indexes; nil when nothing tells.
    public var expectedCount: Int?
    /// Pages of the table that could not be read.
    public var damagedPageCount = 0
    /// Rows that could not be read, and those that contradict others.
    public var damagedRowCount = 0

    /// At least so many rows are lost.
    public var lostCount: Int { max(0, (expectedCount ?? rescuedCount) - rescuedCount) }
    /// Nothing is lost. Where an index has a row for each that is here, a damaged page has lost none.
    public var isWhole: Bool {
      lostCount == 0 && ((expectedCount ?? 0) > 0 || (damagedPageCount == 0 && damagedRowCount == 0))
    }
  }

  /// Where the damaged store lies, untouched, with its log.
  public var savedAside = ""
  public var tables: [Table] = []
  /// Stories that are listed and whose text is lost; their feeds are asked for it again.
  public var storiesWithoutText = 0
  /// Read and starred stories that were known only by the lists.
  public var restoredReadingStates = 0
  /// Rows that were read and left out, because the story that they belong to is lost.
  public var orphanCount = 0
  /// Sources and tags whose own rows are lost, with names made from what refers to them.
  public var placeholderCount = 0
  /// What the check of the new store found: empty, or the repair has failed.
  public var findings: [StoreFinding] = []

  public init() {}

  /// Rows that are in the new store.
  public var rescuedCount: Int { tables.reduce(0) { $0 + $1.rescuedCount } }
}
