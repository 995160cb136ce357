/// Goes through a tree of pages and takes every row that can be read, around what is damaged.
struct TreeWalk {
  let file: DamagedFile
  /// Pages that belong to some tree, or to the long rows of one.
  private(set) var reached: Set<Int> = []
  /// Pages that are not what they should be, of the last walk.
  private(set) var damagedPageCount = 0
  /// Rows on sound pages that cannot be read, of the last walk.
  private(set) var damagedRowCount = 0

  /// The kinds of pages (sqlite.org/fileformat2.html, 1.6).
  private enum Kind: UInt8 {
    case indexInterior = 2
    case tableInterior = 5
    case indexLeaf = 10
    case tableLeaf = 13

    var isInterior: Bool { self == .indexInterior || self == .tableInterior }
    var isTable: Bool { self == .tableInterior || self == .tableLeaf }
  }

  init(file: DamagedFile) { self.file = file }

  /// Gives every record of the tree that begins at `root` to `take`, from its beginning to its end.
  ///
  /// - Parameter isTable: a tree of numbered rows; else an index, or a table without numbers.
  mutating func walk(root: Int, isTable: Bool, _ take: (StoredRecord) -> Void) {
    (damagedPageCount, damagedRowCount) = (0, 0)
    var waiting = [root]
    while let number = waiting.popLast() {
      guard number >= 1, number <= file.pageCount, reached.insert(number).inserted, let bytes = file.page(number),
        let kind = Self.kind(bytes, number), kind.isTable == isTable
      else {
        damagedPageCount += 1
        continue
      }
      var children: [Int] = []
      for offset in cells(bytes, number, kind) {
        guard let offset else {
          damagedRowCount += 1
          continue
        }
        if kind.isInterior { children.append(bytes.number(at: offset)) }
        if kind == .tableInterior { continue }
        if let record = record(bytes, at: offset, kind) { take(record) } else { damagedRowCount += 1 }
      }
      if kind.isInterior { children.append(bytes.number(at: Self.headStart(number) + 8)) }
      waiting += children.reversed()
    }
  }

  /// The records of a page that no tree leads to, when it is one that holds rows; nil when it is not.
  mutating func lostPage(_ number: Int) -> (isTable: Bool, records: [StoredRecord])? {
    guard !reached.contains(number), let bytes = file.page(number), let kind = Self.kind(bytes, number),
      kind != .tableInterior
    else { return nil }
    var records: [StoredRecord] = []
    for case .some(let offset) in cells(bytes, number, kind) {
      if let record = record(bytes, at: offset, kind) { records.append(record) }
    }
    return (kind.isTable, records)
  }

  /// The first page begins with the file's head.
  private static func headStart(_ number: Int) -> Int { number == 1 ? 100 : 0 }

  private static func kind(_ bytes: [UInt8], _ number: Int) -> Kind? { Kind(rawValue: bytes[headStart(number)]) }

  /// Where the cells of a page are; nil for one that lies outside.
  private func cells(_ bytes: [UInt8], _ number: Int, _ kind: Kind) -> [Int?] {
    let head = Self.headStart(number)
    let start = head + (kind.isInterior ? 12 : 8)
    let count = min(bytes.short(at: head + 3), (file.usableSize - start) / 2)
    return (0..<max(0, count)).map { index in
      let offset = bytes.short(at: start + 2 * index)
      return offset >= start && offset < file.usableSize ? offset : nil
    }
  }

  private mutating func record(_ bytes: [UInt8], at offset: Int, _ kind: Kind) -> StoredRecord? {
    var place = kind == .indexInterior ? offset + 4 : offset
    guard let (size, afterSize) = bytes.varint(at: place), size > 0, size < 1 << 30 else { return nil }
    place = afterSize
    var row: Int64?
    if kind == .tableLeaf {
      guard let (number, afterNumber) = bytes.varint(at: place) else { return nil }
      (row, place) = (number, afterNumber)
    }
    guard let payload = payload(bytes, at: place, size: Int(size), isTable: kind.isTable) else { return nil }
    return StoredRecord(payload, row: row)
  }

  /// A row's bytes: those on the page, then those in the chain of pages that follows (sqlite.org/fileformat2.html, 1.6 and 1.7).
  private mutating func payload(_ bytes: [UInt8], at place: Int, size: Int, isTable: Bool) -> [UInt8]? {
    let usable = file.usableSize
    let most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
    let least = (usable - 12) * 32 / 255 - 23
    let fitting = least + (size - least) % (usable - 4)
    let local = size <= most ? size : (fitting <= most ? fitting : least)
    guard place + local <= usable else { return nil }
    var payload = Array(bytes[place..<place + local])
    var next = size > local ? bytes.number(at: place + local) : 0
    while payload.count < size {
      guard next > 1, let page = file.page(next), reached.insert(next).inserted else { return nil }
      payload += page[4..<min(usable, 4 + size - payload.count)]
      next = page.number(at: 0)
    }
    return payload
  }
}
