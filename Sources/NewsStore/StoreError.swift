internal import CSQLite
public import NewsModel

/// Why the store could not do what it was asked: facts, no sentences for people.
public struct StoreError: Error, Hashable, Sendable {
  /// What callers branch on.
  public enum Kind: Hashable, Sendable {
    /// The file or its folder cannot be made or opened.
    case cannotOpen
    /// The file is not a SQLite database. It was left as it is.
    case notADatabase
    /// The file is a SQLite database of another program. It was left as it is.
    case foreignDatabase
    /// The file was written by a newer program; versions are counted in schema steps. It was left as it is.
    case newerVersion(found: Int, known: Int)
    /// The database is damaged.
    case corrupted
    /// Another process kept the store locked for longer than a call waits.
    case busy
    /// Another process has the store open, and what was asked needs it alone. Nothing was done.
    case inUse
    /// A file that is there and was not to be replaced. It was left as it is.
    case exists
    /// Nothing of a store of ours was found in the file. It was left as it is.
    case nothingToRescue
    case diskFull
    case readOnly
    /// A text that was to be kept is no query. Nothing was stored.
    case badQuery(QueryTrouble)
    /// Another query has this name. Nothing was stored.
    case nameTaken(String)
    /// Anything else; ``sqliteCode`` and ``message`` say more.
    case failed
  }

  public var kind: Kind
  /// What was being done: "open", "save", "list headlines" …
  public var operation: String
  /// The store's file; `:memory:` for one without.
  public var path: String
  /// SQLite's extended result code; nil when the failure was not SQLite's.
  public var sqliteCode: Int32?
  /// SQLite's or the system's own words; empty when there are none.
  public var message: String
  /// The statement at fault, without its arguments; nil when none was running.
  public var sql: String?

  public init(
    kind: Kind, operation: String, path: String, sqliteCode: Int32? = nil, message: String = "", sql: String? = nil
  ) {
    self.kind = kind
    self.operation = operation
    self.path = path
    self.sqliteCode = sqliteCode
    self.message = message
    self.sql = sql
  }
}

extension StoreError {
  init(_ error: SQLiteError, operation: String, path: String) {
    let kind: Kind =
      switch error.primaryCode {
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_CORRUPT: .corrupted
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_FULL: .diskFull
      case SQLITE_READONLY: .readOnly
      default: .failed
      }
    self.init(
      kind: kind, operation: operation, path: path, sqliteCode: error.code, message: error.message, sql: error.sql)
  }
}
