/// One step from a schema to the next. Once released it is never edited: a mistake is put right by a later step.
struct Migration: Sendable {
  var name: String
  var sql: String
}

/// Brings a database to the newest schema, step by step, in one transaction.
///
/// `user_version` counts the steps taken; `application_id` marks the file as a khabar store (https://sqlite.org/pragma.html).
struct SchemaMigrator {
  /// "khbr".
  static let applicationID = 0x6b68_6272

  let migrations: [Migration]

  /// Why a file is not taken.
  enum Refusal: Error {
    /// It has steps that this program does not know.
    case newer(found: Int)
    /// It is a database of another program.
    case foreign
    case failed(SQLiteError)
  }

  /// Whether the file may be taken at all. Writes nothing.
  func check(_ connection: Connection) throws(Refusal) {
    _ = try isCurrent(connection)
  }

  /// - Returns: true when something was changed.
  @discardableResult
  func migrate(_ connection: Connection) throws(Refusal) -> Bool {
    if try isCurrent(connection) { return false }
    return try connection.transaction(
      { () throws(Refusal) -> Bool in
        // Asked again under the lock: another process may have taken the same steps meanwhile.
        if try isCurrent(connection) { return false }
        try apply(to: connection)
        return true
      }, failed: Refusal.failed)
  }
}

extension SchemaMigrator {
  private func isCurrent(_ connection: Connection) throws(Refusal) -> Bool {
    let version: Int
    let application: Int
    let tableCount: Int
    do throws(SQLiteError) {
      version = try number("PRAGMA user_version", connection)
      application = try number("PRAGMA application_id", connection)
      tableCount = try number("SELECT count(*) FROM sqlite_schema", connection)
    } catch {
      throw .failed(error)
    }
    let isEmpty = application == 0 && version == 0 && tableCount == 0
    guard application == Self.applicationID || isEmpty else { throw .foreign }
    guard version <= migrations.count else { throw .newer(found: version) }
    return version == migrations.count
  }

  private func apply(to connection: Connection) throws(Refusal) {
    do throws(SQLiteError) {
      let version = try number("PRAGMA user_version", connection)
      for migration in migrations.dropFirst(version) {
        try connection.runScript(migration.sql)
      }
      try connection.run("PRAGMA application_id = \(Self.applicationID)")
      try connection.run("PRAGMA user_version = \(migrations.count)")
    } catch {
      throw .failed(error)
    }
  }

  private func number(_ sql: String, _ connection: Connection) throws(SQLiteError) -> Int {
    try connection.first(sql) { $0.int(0) } ?? 0
  }
}

extension SchemaMigrator.Refusal {
  /// - Parameter known: the steps that this program knows.
  func storeError(operation: String, path: String, known: Int) -> StoreError {
    switch self {
    case .newer(let found):
      StoreError(kind: .newerVersion(found: found, known: known), operation: operation, path: path)
    case .foreign: StoreError(kind: .foreignDatabase, operation: operation, path: path)
    case .failed(let error): StoreError(error, operation: operation, path: path)
    }
  }
}
