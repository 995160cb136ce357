/// Where the trees of a damaged store begin, as far as its first page tells (sqlite.org/fileformat2.html, 2.6).
struct DamagedSchema {
  struct Tree {
    var name: String
    /// The table that an index is of.
    var table: String
    var root: Int
    var isIndex: Bool
    /// Whether the index has an entry for each row.
    var isWhole: Bool
    var hasNumbers: Bool
  }

  private(set) var trees: [Tree] = []
  /// Pages of the schema itself that cannot be read.
  private(set) var damagedPageCount = 0
  /// The steps that the store has taken; nil when the head does not tell.
  private(set) var version: Int?

  init(_ file: DamagedFile) {
    var walk = TreeWalk(file: file)
    self.init(file, &walk)
  }

  init(_ file: DamagedFile, _ walk: inout TreeWalk) {
    var found: [Tree] = []
    walk.walk(root: 1, isTable: true) { record in
      guard record.values.count == 5, case .text(let type) = record.values[0], case .text(let name) = record.values[1],
        case .text(let table) = record.values[2], case .integer(let root) = record.values[3], root > 1
      else { return }
      var sql = ""
      if case .text(let text) = record.values[4] { sql = text.uppercased() }
      found.append(
        Tree(
          name: name, table: table, root: Int(root), isIndex: type == "index", isWhole: !sql.contains(" WHERE "),
          hasNumbers: type != "index" && !sql.contains("WITHOUT ROWID")))
    }
    trees = found
    damagedPageCount = walk.damagedPageCount + walk.damagedRowCount
    if let head = file.page(1), head.starts(with: DamagedFile.magic) {
      let number = head.number(at: 60)
      version = (1...Migrations.all.count).contains(number) ? number : nil
    }
  }

  var isOurs: Bool { trees.contains { $0.name == "reading_state" } && trees.contains { $0.name == "article" } }

  func tree(of table: String) -> Tree? { trees.first { !$0.isIndex && $0.name == table } }
  func indexes(of table: String) -> [Tree] { trees.filter { $0.isIndex && $0.table == table && $0.isWhole } }
}
