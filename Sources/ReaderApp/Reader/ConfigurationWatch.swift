#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices when the file of the configuration is saved.
///
/// Editors write in place, or put a new file there, or change what a link leads to, in a folder that may not have been there before: one look
/// a second at what the path leads to sees all of these, where watches on files and folders each see some.
final class ConfigurationWatch {
  private let task: Task<Void, Never>

  /// - Parameter seen: the file as it was when the configuration that holds was read.
  /// - Parameter changed: gets what the file says now, with what is wrong with it. Reading happens off the main thread.
  init(path: String, seen: FileStamp?, changed: @escaping @MainActor @Sendable (Configuration) -> Void) {
    task = Task.detached(priority: .utility) {
      var known = seen
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1), tolerance: .milliseconds(200))
        var now = FileStamp(path: path)
        guard now != known else { continue }
        // An editor that is still writing must not be read: the file has to look the same twice.
        while !Task.isCancelled {
          try? await Task.sleep(for: .milliseconds(100))
          let again = FileStamp(path: path)
          if again == now { break }
          now = again
        }
        known = now
        // Taken away: what holds goes on to hold.
        guard !Task.isCancelled, now != nil, let configuration = try? Configuration.read(path, isRequired: false) else {
          continue
        }
        await changed(configuration)
      }
    }
  }

  func stop() { task.cancel() }
}

/// What tells one state of a file from another.
nonisolated struct FileStamp: Hashable, Sendable {
  private var device: UInt64
  private var node: UInt64
  private var size: Int64
  private var seconds: Int
  private var nanoseconds: Int

  /// Of what `path` leads to, links followed; nil when there is nothing.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if os(macOS)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
  }
}
