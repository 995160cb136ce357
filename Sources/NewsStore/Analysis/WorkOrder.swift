/// In which order stories that wait are understood and analysed.
///
/// What is new is looked at first. But stories of one day come from many feeds and lie all over the store, each in pages that others of
/// its feed share: a long run that goes by date alone reads and writes those pages for each story anew. So the newest come by date,
/// and the others by spans of days, within which they come as they lie in the store. See <doc:Analysis>.
enum WorkOrder {
  /// So many come by date: what a reader looks at first.
  private static let newestCount = 1_000

  /// - Parameter stories: rows and seconds since 1970, newest first.
  /// - Returns: the rows.
  static func rows(_ stories: [(row: Int64, date: Int64)]) -> [Int64] {
    let rest = stories.dropFirst(newestCount).map { (span: GroupPlacing.span(ofDate: $0.date), row: $0.row) }
      .sorted { ($1.span, $0.row) < ($0.span, $1.row) }
    return stories.prefix(newestCount).map(\.row) + rest.map(\.row)
  }
}
