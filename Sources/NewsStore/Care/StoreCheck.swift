internal import CSQLite

/// Reads a whole store and looks for damage. Nothing is written to it, and other programs may use it meanwhile.
public enum StoreCheck {
  /// - Parameter report: called on the caller's thread.
  /// - Throws: ``StoreError`` when the file cannot be looked into at all. Damage is no error: it is in the report.
  /// - Complexity: linear in the size of the store: seconds for a large one.
  public static func run(
    at path: String, progress: (StoreProgress) -> Void = { _ in }
  ) throws(StoreError) -> StoreCheckReport {
    let hadLog = StoreFile.exists(path + "-wal")
    let report = try once(path, isUnchanging: !hadLog, progress)
    // Somebody began to write while the file was read as one that nobody changes: what was found may be half of a change.
    if !hadLog, !report.findings.isEmpty, StoreFile.exists(path + "-wal") {
      return try once(path, isUnchanging: false, progress)
    }
    return report
  }

  private static func once(
    _ path: String, isUnchanging: Bool, _ progress: (StoreProgress) -> Void
  ) throws(StoreError) -> StoreCheckReport {
    if let problem = StoreFile.problem(reading: path) {
      throw StoreError(kind: .cannotOpen, operation: "check", path: path, message: problem)
    }
    var report = StoreCheckReport()
    report.byteCount = StoreFile.byteCount(path) + StoreFile.byteCount(path + "-wal")
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(readingOnly: path, isUnchanging: isUnchanging)
      connection.setBusyTimeout(milliseconds: Int32(ArticleStore.busyTimeoutMilliseconds))
    } catch {
      throw StoreError(error, operation: "check", path: path)
    }
    let migrator = SchemaMigrator(migrations: Migrations.all)
    do throws(SchemaMigrator.Refusal) {
      try migrator.check(connection)
    } catch {
      guard case .failed(let failure) = error, failure.primaryCode == SQLITE_CORRUPT else {
        throw error.storeError(operation: "check", path: path, known: migrator.migrations.count)
      }
      report.findings.append(StoreFinding(.damagedPages, count: 1, details: [failure.message]))
      return report
    }
    do throws(SQLiteError) {
      try connection.snapshot { () throws(SQLiteError) in
        try CheckSteps(connection: connection).run(&report, progress)
      }
    } catch {
      // A file that breaks off in the middle of a check is damaged, whatever SQLite calls it.
      guard [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_ERROR].contains(error.primaryCode) else {
        throw StoreError(error, operation: "check", path: path)
      }
      if report.findings.isEmpty {
        report.findings.append(StoreFinding(.damagedPages, count: 1, details: [error.message]))
      }
    }
    return report
  }
}

/// The steps of a check on one picture of the store.
private struct CheckSteps {
  let connection: Connection

  func run(_ report: inout StoreCheckReport, _ progress: (StoreProgress) -> Void) throws(SQLiteError) {
    progress(StoreProgress(.checkingPages))
    report.schemaVersion = try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
    let problems = try connection.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    if !problems.isEmpty {
      report.findings.append(StoreFinding(.damagedPages, count: problems.count, details: problems))
    }
    let dangling = try connection.rows("PRAGMA foreign_key_check") { "\($0.text(0)) → \($0.text(2))" }
    if !dangling.isEmpty {
      let names = Set(dangling).sorted()
      report.findings.append(StoreFinding(.danglingReferences, count: dangling.count, details: names))
    }
    // What older schemas promise is told when they have become new ones.
    guard report.schemaVersion == report.knownSchemaVersion else { return }
    report.storyCount = try connection.first("SELECT count(*) FROM article") { $0.int(0) } ?? 0
    progress(StoreProgress(.checkingIndex))
    if let problem = try SearchIndexCheck(connection: connection).problem() {
      report.findings.append(StoreFinding(.searchIndex, count: 1, details: [problem]))
    }
    for (index, promise) in StorePromise.all.enumerated() {
      progress(StoreProgress(.checkingStories, doneCount: index, totalCount: StorePromise.all.count))
      let broken = try connection.rows(promise.sql) { $0.text(0) }
      if !broken.isEmpty {
        report.findings.append(StoreFinding(promise.kind, count: broken.count, details: broken))
      }
    }
    report.awaitedTextCount =
      try connection.first("SELECT count(*) FROM body WHERE form = \(BodyTable.awaitedForm)") { $0.int(0) } ?? 0
  }
}

/// Something that is so in every sound store, and the query that finds what breaks it.
struct StorePromise {
  var kind: StoreFinding.Kind
  /// Gives one row for each breach, with what it is of.
  var sql: String

  static let all: [StorePromise] = [
    .init(
      kind: .storiesWithoutText,
      sql: "SELECT id FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM body AS b WHERE b.article_row = a.article_row)"),
    .init(
      kind: .storiesNotInIndex,
      sql: """
        SELECT id FROM article AS a WHERE analysis > 0
          AND (search_row IS NULL OR NOT EXISTS (SELECT 1 FROM search_docsize AS d WHERE d.id = a.search_row))
        """),
    .init(
      kind: .storiesNotWaiting,
      sql: """
        SELECT a.id FROM article AS a JOIN body AS b ON b.article_row = a.article_row
        WHERE b.form = 0 AND a.analysis = 0
        """),
    .init(
      kind: .readingStatesDiffer,
      sql: """
        SELECT a.id FROM article AS a LEFT JOIN reading_state AS r ON r.article_id = a.id
        WHERE a.is_read <> coalesce(r.is_read, 0) OR a.is_starred <> coalesce(r.is_starred, 0)
        """),
    .init(
      kind: .muteRulesMissing,
      sql: """
        SELECT id FROM article WHERE muted_by IS NOT NULL
          AND muted_by NOT IN (SELECT query_row FROM saved_query WHERE use = 'mute')
        """),
    .init(
      kind: .groupsWithoutLead,
      sql: """
        SELECT min(id) FROM article WHERE group_row IS NOT NULL GROUP BY group_row
          HAVING count(*) = 1 OR sum(is_group_lead) <> 1
        UNION ALL SELECT id FROM article WHERE group_row IS NULL AND is_group_lead <> 1
        """),
    .init(
      kind: .feedCountsDiffer,
      sql: """
        SELECT f.id FROM feed AS f LEFT JOIN feed_count AS c ON c.feed_row = f.feed_row
          LEFT JOIN (SELECT feed_row, count(*) AS shown, count(*) FILTER (WHERE is_read = 0) AS unread
            FROM article WHERE muted_by IS NULL GROUP BY feed_row) AS a ON a.feed_row = f.feed_row
        WHERE coalesce(c.shown, 0) <> coalesce(a.shown, 0) OR coalesce(c.unread, 0) <> coalesce(a.unread, 0)
        """),
    .init(
      kind: .tagSpellingsDiffer,
      sql: """
        SELECT a.id FROM article_tag AS t JOIN tag_spelling AS s ON s.spelling_row = t.spelling_row
          JOIN article AS a ON a.article_row = t.article_row WHERE s.tag_row <> t.tag_row
        """),
    .init(
      kind: .emptyMarksOrQueries,
      sql: """
        SELECT article_id FROM sentence_mark WHERE sentence = ''
        UNION ALL SELECT name FROM saved_query WHERE use NOT IN ('list', 'mute') OR text = '' OR name = ''
        """),
  ]
}
