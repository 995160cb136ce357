internal import NewsModel

/// Texts of listed stories that wait to be understood, in memory or in a file without a name.
///
/// A text that is written into the store as it came, read, and written again as blocks costs the disk twice what it is worth, and a headline
/// has to wait for it. So the store keeps what was listed just now beside itself, as far as there is room, and writes the text once.
/// See <doc:WaitingTexts>.
struct WaitingTexts {
  /// What a usual morning's refresh brings. UTF-8 bytes.
  static let utf8CountInMemory = 4 << 20
  /// What goes beyond it is written into the store as it came. Bytes.
  static let byteCountInFile = 1 << 30

  private enum Place {
    case memory(RawBody)
    case file(Range<Int>)
  }

  private var places: [Int64: Place] = [:]
  /// Of the texts in memory.
  private var utf8Count = 0
  private let utf8CountLimit: Int
  private let byteCountLimit: Int
  /// What stood at each row before the open transaction's changes, the first change first.
  private var before: [(row: Int64, place: Place?)] = []
  private var file: NamelessFile?
  /// The file lies beside this one; nil for a store without a file, whose texts all stay in memory.
  private let path: String?

  /// - Parameter path: the store's file; nil when it has none. Then memory is all that there is, up to `byteCountInFile`.
  init(
    beside path: String?, utf8CountInMemory: Int = Self.utf8CountInMemory,
    byteCountInFile: Int = Self.byteCountInFile
  ) {
    self.path = path
    utf8CountLimit = path == nil ? byteCountInFile : utf8CountInMemory
    byteCountLimit = byteCountInFile
  }

  /// The rows of the stories whose texts wait, in no order.
  var rows: [Int64] { Array(places.keys) }

  /// Whether the text of the story at `row` waits here.
  func holds(_ row: Int64) -> Bool { places[row] != nil }

  /// The text of the story at `row`; nil when it does not wait here, or the disk does not give it.
  subscript(row: Int64) -> RawBody? {
    switch places[row] {
    case .memory(let raw): raw
    case .file(let range): file?.read(range).map(RawBodyCoding.raw)
    case nil: nil
    }
  }

  /// Keeps a text, in place of another one of the same story.
  ///
  /// - Returns: false when there is no room; then nothing waits for that story.
  mutating func keep(_ raw: RawBody, of row: Int64) -> Bool {
    let place = place(for: raw, of: row)
    set(place, at: row)
    return place != nil
  }

  mutating func remove(_ row: Int64) {
    if places[row] != nil { set(nil, at: row) }
  }

  /// The transaction is done: its changes hold.
  mutating func commit() {
    before.removeAll()
    // The disk's room goes back with the file.
    if places.isEmpty { file = nil }
  }

  /// The transaction is undone, and its changes with it.
  mutating func rollBack() {
    for change in before.reversed() { replace(change.row, by: change.place) }
    before.removeAll()
  }
}

extension WaitingTexts {
  /// Where a text is kept from now on; nil when there is no room.
  private mutating func place(for raw: RawBody, of row: Int64) -> Place? {
    if utf8Count - Self.utf8Count(places[row]) + Self.utf8Count(raw) <= utf8CountLimit { return .memory(raw) }
    guard let path else { return nil }
    let bytes = RawBodyCoding.utf8(of: raw)
    if (file?.byteCount ?? 0) + bytes.count > byteCountLimit { return nil }
    if file == nil { file = NamelessFile(beside: path) }
    return file?.append(bytes).map(Place.file)
  }

  private mutating func set(_ place: Place?, at row: Int64) {
    before.append((row, places[row]))
    replace(row, by: place)
  }

  private mutating func replace(_ row: Int64, by place: Place?) {
    utf8Count += Self.utf8Count(place) - Self.utf8Count(places[row])
    places[row] = place
  }

  private static func utf8Count(_ place: Place?) -> Int {
    if case .memory(let raw) = place { utf8Count(raw) } else { 0 }
  }

  private static func utf8Count(_ raw: RawBody) -> Int {
    raw.text.utf8.count + (raw.summary?.utf8.count ?? 0)
  }
}
