/// Takes the rows out of a damaged file and puts them into a new one, then makes these agree with each other.
struct Rescue {
  private let source: String
  private let target: Connection

  /// - Parameter target: a file without anything in it.
  init(from source: String, to target: String) throws(SQLiteError) {
    self.source = source
    self.target = try Connection(path: target)
  }

  func run(_ progress: (StoreProgress) -> Void) throws(SQLiteError) -> RescueReport {
    var report = RescueReport()
    guard let file = DamagedFile(path: source) else { return report }
    var walk = TreeWalk(file: file)
    let schema = DamagedSchema(file, &walk)
    // It is written once and thrown away when anything goes wrong.
    try target.runScript(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
    let steps = Array(Migrations.all.prefix(schema.version ?? Migrations.all.count))
    do throws(SchemaMigrator.Refusal) { try SchemaMigrator(migrations: steps).migrate(target) } catch {
      throw error.sqliteError
    }
    let shapes = try TableShape.all(in: target)
    // What triggers would do was done when the rows came into the old store.
    let triggers = try target.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
      ($0.text(0), $0.text(1))
    }
    for (name, _) in triggers { try target.run("DROP TRIGGER \(name)") }
    try target.run("BEGIN")
    for (index, shape) in shapes.enumerated() {
      progress(StoreProgress(.rescuing, doneCount: index, totalCount: shapes.count + 2))
      report.tables.append(try take(shape, schema, &walk))
    }
    // The pages of other trees are theirs, and not lost ones of ours.
    for tree in schema.trees where !tree.isIndex && !shapes.contains(where: { $0.name == tree.name }) {
      walk.walk(root: tree.root, isTable: tree.hasNumbers) { _ in }
    }
    progress(StoreProgress(.rescuing, doneCount: shapes.count, totalCount: shapes.count + 2))
    if schema.damagedPageCount > 0 || report.tables.contains(where: { $0.damagedPageCount > 0 }) {
      try takeLostPages(file, &walk, shapes, &report)
    }
    try target.run("COMMIT")
    for (_, sql) in triggers { try target.runScript(sql + ";") }
    do throws(SchemaMigrator.Refusal) { try SchemaMigrator(migrations: Migrations.all).migrate(target) } catch {
      throw error.sqliteError
    }
    progress(StoreProgress(.rescuing, doneCount: shapes.count + 1, totalCount: shapes.count + 2))
    try RescueMending(connection: target).run(&report)
    return report
  }

  private func take(
    _ shape: TableShape, _ schema: DamagedSchema, _ walk: inout TreeWalk
  ) throws(SQLiteError) -> RescueReport.Table {
    var table = RescueReport.Table(name: shape.name)
    guard let tree = schema.tree(of: shape.name) else {
      table.damagedPageCount = 1
      return table
    }
    var refused = 0
    walk.walk(root: tree.root, isTable: shape.hasNumbers) { record in
      if insert(record, shape) { table.rescuedCount += 1 } else { refused += 1 }
    }
    table.damagedPageCount = walk.damagedPageCount
    table.damagedRowCount = walk.damagedRowCount + refused
    for index in schema.indexes(of: shape.name) {
      var count = 0
      walk.walk(root: index.root, isTable: false) { _ in count += 1 }
      table.expectedCount = max(table.expectedCount ?? 0, count)
    }
    return table
  }

  /// Whether the row is in the new file now.
  private func insert(_ record: StoredRecord, _ shape: TableShape) -> Bool {
    let (sql, values) = shape.insertion(of: record)
    // What a constraint refuses is no row of ours, or another row says the same.
    do throws(SQLiteError) { try target.run(sql, values) } catch { return false }
    return target.changedRowCount > 0
  }

  /// Pages with rows that nothing leads to, because what led there is damaged. Whose they are is told by their columns; when that could be
  /// several tables they are left.
  private func takeLostPages(
    _ file: DamagedFile, _ walk: inout TreeWalk, _ shapes: [TableShape], _ report: inout RescueReport
  ) throws(SQLiteError) {
    let free = file.freePages()
    let damaged = Set(report.tables.filter { $0.damagedPageCount > 0 }.map(\.name))
    for number in stride(from: 2, through: file.pageCount, by: 1) where !free.contains(number) {
      guard let page = walk.lostPage(number), !page.records.isEmpty else { continue }
      let fitting = shapes.filter { shape in page.records.allSatisfy { shape.fits($0, isTable: page.isTable) } }
      // Only a table that lacks pages can have lost this one. A page without numbers may also be of an index, which few columns do not tell.
      let candidates = fitting.filter { damaged.contains($0.name) }
      guard candidates.count == 1, page.isTable || candidates[0].columns.count > 3 || fitting.count == 1,
        let index = report.tables.firstIndex(where: { $0.name == candidates[0].name })
      else { continue }
      for record in page.records where insert(record, candidates[0]) { report.tables[index].rescuedCount += 1 }
    }
  }
}

extension SchemaMigrator.Refusal {
  /// For a file that was just made: there is no other reason.
  fileprivate var sqliteError: SQLiteError {
    if case .failed(let error) = self { return error }
    return SQLiteError(code: 1, message: "\(self)", sql: nil)
  }
}
