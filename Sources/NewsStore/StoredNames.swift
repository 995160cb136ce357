internal import CSQLite
internal import NewsModel

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a store holds by name, for the completions of a shell.
///
/// Opens nothing but the file and reads one list of it: no analysis, no migration, no waiting for a writer, nothing written. Whatever
/// stands in the way (no store, another version's, a damaged one), the answer is empty: who types a command is told of it by the command.
public enum StoredNames {
  public enum Kind: Sendable {
    case tags, feeds, sections, lists, muteRules
    /// IDs, each with its headline.
    case stories
  }

  public struct Name: Hashable, Sendable {
    public var text: String
    /// What tells more about it: a headline, a query, how many stories there are; nil for nothing.
    public var hint: String?

    public init(text: String, hint: String? = nil) {
      (self.text, self.hint) = (text, hint)
    }
  }

  /// How long a look waits for another process, in milliseconds: a shell waits with its prompt.
  private static let busyTimeoutMilliseconds: Int32 = 50

  /// Names of `kind` in the store at `path` that begin with `prefix`: tags by how often they are used, stories newest first, the others as the
  /// reader ordered them, sections and feeds by name.
  ///
  /// - Parameter prefix: compared scalar by scalar, since a cluster that is being typed (“कि” of “किसान”) is not whole yet.
  /// - Parameter limit: stories at most; the others are all given.
  public static func names(_ kind: Kind, at path: String, prefix: String = "", storyLimit limit: Int = 200) -> [Name] {
    // Opening would wait for ever on a pipe, and a folder is no store.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    var log = stat()
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
    do {
      let connection = try Connection(readingOnly: path, isUnchanging: !hasLog)
      connection.setBusyTimeout(milliseconds: busyTimeoutMilliseconds)
      return try all(kind, connection, prefix: prefix, limit: limit).filter {
        $0.text.unicodeScalars.starts(with: prefix.unicodeScalars)
      }
    } catch {
      return []
    }
  }

  private static func all(
    _ kind: Kind, _ connection: Connection, prefix: String, limit: Int
  ) throws(SQLiteError) -> [Name] {
    switch kind {
    case .tags:
      // Muted stories have tags too; not asking for the others spares a look at every story.
      var everything = HeadlineQuery()
      everything.isMutedShown = true
      let filter = try HeadlineFilter(everything, on: connection)
      return try TagTable(connection: connection).counts(in: filter, limit: nil).map {
        Name(text: $0.name, hint: String($0.count))
      }
    case .feeds:
      return try connection.rows(
        """
        SELECT DISTINCT coalesce(nullif(s.name, ''), f.title) AS shown, s.address
        FROM feed AS f LEFT JOIN subscription AS s ON s.feed_row = f.feed_row WHERE shown <> '' ORDER BY shown
        """, []
      ) { Name(text: $0.text(0), hint: $0.optionalText(1)) }
    case .sections: return try connection.rows("SELECT name FROM section ORDER BY name", []) { Name(text: $0.text(0)) }
    case .lists, .muteRules:
      return try connection.rows(
        "SELECT name, text FROM saved_query WHERE use = ? ORDER BY position, query_row",
        [.text(kind == .lists ? "list" : "mute")]
      ) { Name(text: $0.text(0), hint: $0.text(1)) }
    case .stories:
      // An ID is hexadecimal: all that begin with the prefix stand between it and itself with a letter beyond.
      let range: [SQLValue] = [.text(prefix), .text(prefix + "g")]
      return try connection.rows(
        "SELECT id, title FROM article \(prefix.isEmpty ? "" : "WHERE id >= ? AND id < ?") ORDER BY list_date DESC, id LIMIT ?",
        (prefix.isEmpty ? [] : range) + [SQLValue(limit)]
      ) { Name(text: $0.text(0), hint: $0.text(1)) }
    }
  }
}
