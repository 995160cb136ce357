/// Something that is wrong with a store: facts, no sentences for people.
public struct StoreFinding: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// SQLite's own check of pages, rows and indexes; the details are its words.
    case damagedPages = "damaged_pages"
    /// Rows that refer to what is not there; the details are names of tables.
    case danglingReferences = "dangling_references"
    /// The full-text index contradicts itself.
    case searchIndex = "search_index"
    /// Stories without a row for their text. From here on details are IDs of stories.
    case storiesWithoutText = "stories_without_text"
    /// Stories that count as analysed and that no search finds.
    case storiesNotInIndex = "stories_not_in_index"
    /// Stories with a text that nobody will analyse.
    case storiesNotWaiting = "stories_not_waiting"
    /// Stories that lists show in another state than the reader left them in.
    case readingStatesDiffer = "reading_states_differ"
    /// Stories that a rule hides which there is not.
    case muteRulesMissing = "mute_rules_missing"
    /// Groups of stories that no story, or more than one, stands for.
    case groupsWithoutLead = "groups_without_lead"
    /// Sources whose stories are more or fewer than lists say; the details are IDs of sources.
    case feedCountsDiffer = "feed_counts_differ"
    /// Stories with a tag in a spelling of another tag.
    case tagSpellingsDiffer = "tag_spellings_differ"
    /// Marks without a sentence, lists and rules without a query.
    case emptyMarksOrQueries = "empty_marks_or_queries"
  }

  public var kind: Kind
  public var count: Int
  /// Some of what is affected, at most ten.
  public var details: [String]

  public init(_ kind: Kind, count: Int, details: [String] = []) {
    (self.kind, self.count) = (kind, count)
    self.details = Array(details.prefix(10))
  }
}

/// What a check of a store found.
public struct StoreCheckReport: Hashable, Sendable {
  /// Empty for a sound store.
  public var findings: [StoreFinding] = []
  /// 0 when they cannot be counted.
  public var storyCount = 0
  /// New stories whose text was lost with the process that fetched them; their feeds are asked for it again.
  public var awaitedTextCount = 0
  /// The file with its log, in bytes.
  public var byteCount = 0
  /// Steps of the schema that the file has, and that this program knows.
  public var schemaVersion = 0
  public var knownSchemaVersion = Migrations.all.count

  public init() {}
}
