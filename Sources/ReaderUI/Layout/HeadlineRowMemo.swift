internal import NewsModel
internal import Synchronization

/// Rows of the list that were made lately: a key asks for those on the screen three times, and nearly all are those of the key before.
///
/// Good for one set of settings and one minute; its owner takes another one when these change. All are equal: what is remembered is not part of
/// what a reader sees.
final class HeadlineRowMemo: Hashable, Sendable {
  private struct Key: Hashable {
    var id: ArticleID
    var columns: Int
    var isSelected: Bool
  }

  private struct Entry {
    var headline: Headline
    var hit: SearchHit?
    var row: HeadlineRow
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// Some screens; then it begins anew.
  private static let capacity = 400

  /// The row that `make` gives, or gave for the same.
  func row(
    _ headline: Headline, hit: SearchHit?, columns: Int, isSelected: Bool, make: () -> HeadlineRow
  ) -> HeadlineRow {
    let key = Key(id: headline.id, columns: columns, isSelected: isSelected)
    if let known = entries.withLock({ $0[key] }), known.headline == headline, known.hit == hit { return known.row }
    let row = make()
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries = [:] }
      entries[key] = Entry(headline: headline, hit: hit, row: row)
    }
    return row
  }

  static func == (_: HeadlineRowMemo, _: HeadlineRowMemo) -> Bool { true }
  func hash(into _: inout Hasher) {}
}
