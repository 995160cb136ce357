internal import NewsModel

/// Texts of listed stories that wait in memory to be understood.
///
/// A text that is written as it came, read, and written again as blocks costs the disk twice what it is worth, and a headline has to wait for
/// it. So the store keeps what was listed just now by itself, as far as there is room, and writes the text once. See <doc:WaitingTexts>.
struct WaitingTexts {
  /// More than a usual morning's refresh brings; what goes beyond it is written as it came. UTF-8 bytes.
  static let utf8CountLimit = 64 << 20

  private var texts: [Int64: RawBody] = [:]
  private var utf8Count = 0
  private let utf8CountLimit: Int
  /// What stood at each row before the open transaction's changes, the first change first.
  private var before: [(row: Int64, raw: RawBody?)] = []

  init(utf8CountLimit: Int = Self.utf8CountLimit) {
    self.utf8CountLimit = utf8CountLimit
  }

  /// The rows of the stories whose texts wait, in no order.
  var rows: [Int64] { Array(texts.keys) }

  /// The text of the story at `row`; nil when it does not wait here.
  subscript(row: Int64) -> RawBody? { texts[row] }

  /// Keeps a text, in place of another one of the same story.
  ///
  /// - Returns: false when there is no room; then nothing waits for that story.
  mutating func keep(_ raw: RawBody, of row: Int64) -> Bool {
    let hasRoom = utf8Count - Self.utf8Count(texts[row]) + Self.utf8Count(raw) <= utf8CountLimit
    set(hasRoom ? raw : nil, at: row)
    return hasRoom
  }

  mutating func remove(_ row: Int64) {
    if texts[row] != nil { set(nil, at: row) }
  }

  /// The transaction is done: its changes hold.
  mutating func commit() { before.removeAll() }

  /// The transaction is undone, and its changes with it.
  mutating func rollBack() {
    for change in before.reversed() { replace(change.row, by: change.raw) }
    before.removeAll()
  }

  private mutating func set(_ raw: RawBody?, at row: Int64) {
    before.append((row, texts[row]))
    replace(row, by: raw)
  }

  private mutating func replace(_ row: Int64, by raw: RawBody?) {
    utf8Count += Self.utf8Count(raw) - Self.utf8Count(texts[row])
    texts[row] = raw
  }

  private static func utf8Count(_ raw: RawBody?) -> Int {
    raw.map { $0.text.utf8.count + ($0.summary?.utf8.count ?? 0) } ?? 0
  }
}
