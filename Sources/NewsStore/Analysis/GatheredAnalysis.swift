internal import StoryAnalysis

/// What analysis remembers within one transaction, and what it writes at that transaction's end.
struct GatheredAnalysis {
  /// Entries of the index that are still to be written.
  var entries: [Entry] = []
  var names: NameVouching
  var groups: GroupPlacing

  struct Entry {
    var number: Int64
    var articleRow: Int64
    var title: [UInt8]
    var lead: [UInt8]
    var body: [UInt8]
    var about: [UInt8]

    init(_ number: Int64, of articleRow: Int64, _ words: StoryWords) {
      self.number = number
      self.articleRow = articleRow
      title = words.titleField.key
      lead = words.leadField.key
      body = words.bodyField.key
      about = words.aboutField.key
    }
  }

  init(connection: Connection) throws(SQLiteError) {
    names = try NameVouching(connection: connection)
    groups = GroupPlacing(connection: connection)
  }
}
