internal import CSQLite
internal import Dispatch
internal import Synchronization

/// Brings what the write-ahead log holds into the store's file, beside the store's own thread: the disk may take a third of a second for it, and
/// meanwhile whoever reads would wait for a list (https://sqlite.org/wal.html, "Checkpointing").
///
/// It uses a connection of its own, opened for one checkpoint at a time. It never keeps a writer or a reader waiting, and gives up where it
/// would have to wait for one; then a later transaction tries again. A log begins anew only when all of it is in the file, and a busy writer
/// is always some pages ahead: the writer brings in the rest itself, when that is little or the log has grown long. It waits for the disk then,
/// and for the log's file being cut back, a third of a second in all where transactions are large; so in a long run of them that is done seldom.
final class LogCheckpoints: Sendable {
  /// Pages in the log from which a transaction's end begins a checkpoint. A refresh changes the same pages of the indexes again and again: the
  /// log takes that, the file gets each once in a while.
  private static let pageCount: Int32 = 8_000
  /// Pages from which the writer does it by itself, because no checkpoint has come to the log's end before it: bounds the log.
  private static let pageCountLimit: Int32 = 24_000

  /// Pages that are not in the file, from which another checkpoint begins once there was one.
  private static let pageCountOfNext: Int32 = 4_000

  /// Pages that are not in the file, below which the writer brings them in itself.
  private static func pageCountOfRest(inLog pageCount: Int32) -> Int32 { pageCount < 16_000 ? 250 : 2_000 }

  private let path: String
  private let isRunning = Atomic(false)
  /// Pages of this log that the last checkpoint found in the file; 0 when there was none.
  private let pageCountInFile = Atomic<Int32>(0)
  private let queue = DispatchQueue(label: "khabar.store.log", qos: .utility)

  init(path: String) {
    self.path = path
  }

  /// After each transaction of `database`, which must be closed before this object goes.
  func follow(_ database: OpaquePointer) {
    sqlite3_wal_hook(
      database,
      { context, database, _, pageCount in
        if let context {
          Unmanaged<LogCheckpoints>.fromOpaque(context).takeUnretainedValue().logHas(pageCount, of: database)
        }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Waits for a checkpoint that is being done, a third of a second at most on a usual disk: the last to close the file takes the log away. One
  /// that a process leaves behind is read and summed up by the next start before all else.
  func finish() { queue.sync {} }

  private func logHas(_ pageCount: Int32, of database: OpaquePointer?) {
    guard pageCount >= Self.pageCount else {
      // The log has begun anew.
      pageCountInFile.store(0, ordering: .relaxed)
      return
    }
    let inFile = pageCountInFile.load(ordering: .relaxed)
    let rest = pageCount - inFile
    if pageCount >= Self.pageCountLimit || (inFile > 0 && rest < Self.pageCountOfRest(inLog: pageCount)) {
      sqlite3_wal_checkpoint_v2(database, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
      // Unless somebody who reads kept it from it, the log now begins anew.
      pageCountInFile.store(0, ordering: .relaxed)
    } else if inFile == 0 || rest >= Self.pageCountOfNext, isRunning.exchange(true, ordering: .relaxed) == false {
      queue.async { [self] in
        checkpoint()
        isRunning.store(false, ordering: .relaxed)
      }
    }
  }

  private func checkpoint() {
    var opened: OpaquePointer?
    defer { sqlite3_close_v2(opened) }
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    // What fails here loses nothing: the log keeps it, and the writer says so when there is no room for more.
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else { return }
    sqlite3_exec(opened, "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 4194304", nil, nil, nil)
    var inFile: Int32 = 0
    guard sqlite3_wal_checkpoint_v2(opened, "main", SQLITE_CHECKPOINT_PASSIVE, nil, &inFile) == SQLITE_OK else {
      return
    }
    pageCountInFile.store(inFile, ordering: .relaxed)
  }
}
