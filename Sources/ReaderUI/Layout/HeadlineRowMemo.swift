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
  }

  private struct Entry {
    var headline: Headline
    var hit: SearchHit?
    var row: HeadlineRow
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// Some screens; then it begins anew.
  private static let capacity = 400

  /// The row that was kept for the same; nil when there is none.
  ///
  /// Apart from ``keep(_:of:hit:columns:)``, for a closure that makes a row would have the whole state with it.
  func row(of headline: Headline, hit: SearchHit?, columns: Int) -> HeadlineRow? {
    guard let known = entries.withLock({ $0[Key(id: headline.id, columns: columns)] }) else { return nil }
    return known.headline == headline && known.hit == hit ? known.row : nil
  }

  func keep(_ row: HeadlineRow, of headline: Headline, hit: SearchHit?, columns: Int) {
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries = [:] }
      entries[Key(id: headline.id, columns: columns)] = Entry(headline: headline, hit: hit, row: row)
    }
  }

  static func == (_: HeadlineRowMemo, _: HeadlineRowMemo) -> Bool { true }
  func hash(into _: inout Hasher) {}
}
