import NewsStore

/// What `khabar store check --json` and `backup --json` print.
nonisolated struct StoreCheckDocument: Encodable {
  struct Finding: Encodable {
    /// A word of ours: `damaged_pages`, `search_index` …
    var kind: String
    var count: Int
    var details: [String]
    /// A sentence for people.
    var error: String
  }

  var store: String
  var sound: Bool
  var stories: Int
  var bytes: Int
  var schema: Int
  var texts_awaited: Int
  var findings: [Finding]

  init(_ report: StoreCheckReport, path: String, messages: Messages) {
    store = path
    sound = report.findings.isEmpty
    stories = report.storyCount
    bytes = report.byteCount
    schema = report.schemaVersion
    texts_awaited = report.awaitedTextCount
    findings = report.findings.map {
      Finding(kind: $0.kind.rawValue, count: $0.count, details: $0.details, error: messages.sentence(for: $0))
    }
  }
}

/// What `khabar store repair --json` prints.
nonisolated struct StoreRepairDocument: Encodable {
  struct Table: Encodable {
    var name: String
    var rescued: Int
    var lost: Int
    var damaged_pages: Int
    var damaged_rows: Int
  }

  var store: String
  var repaired: Bool
  /// Where the damaged store lies.
  var saved_aside: String?
  var tables: [Table]
  var stories_without_text: Int
  var reading_states_restored: Int
  var rows_without_story: Int
  var placeholders: Int

  init(_ report: RescueReport?, path: String) {
    store = path
    repaired = report != nil
    saved_aside = report?.savedAside
    tables = (report?.tables ?? []).map {
      Table(
        name: $0.name, rescued: $0.rescuedCount, lost: $0.lostCount, damaged_pages: $0.damagedPageCount,
        damaged_rows: $0.damagedRowCount)
    }
    stories_without_text = report?.storiesWithoutText ?? 0
    reading_states_restored = report?.restoredReadingStates ?? 0
    rows_without_story = report?.orphanCount ?? 0
    placeholders = report?.placeholderCount ?? 0
  }
}
