#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Makes the store's file before SQLite would, so that what someone reads is nobody else's to see.
enum StoreFile {
  /// Creates `path` empty with mode 0600, and the folders above it with 0700, where they are missing. What exists keeps its mode.
  ///
  /// SQLite gives its `-wal` and `-shm` files the mode of the database.
  ///
  /// - Returns: nil when the file is there, else the text of the system's error.
  static func create(_ path: String) -> String? {
    if access(path, F_OK) == 0 { return nil }
    if let problem = createFolders(above: path) { return problem }
    // Not O_EXCL: another process may be starting on the same store in this moment, and both are welcome.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return systemMessage() }
    close(descriptor)
    return nil
  }

  private static func createFolders(above path: String) -> String? {
    var missing: [String] = []
    var folder = parent(of: path)
    while let current = folder, access(current, F_OK) != 0 {
      missing.append(current)
      folder = parent(of: current)
    }
    for path in missing.reversed() where mkdir(path, 0o700) != 0 && errno != EEXIST {
      return systemMessage()
    }
    return nil
  }

  /// Nil at the root and for a bare file name, whose folder is the current one.
  private static func parent(of path: String) -> String? {
    let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
    let above = trimmed.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
    return above.isEmpty ? nil : String(decoding: above.reversed(), as: UTF8.self)
  }

  private static func systemMessage() -> String {
    String(cString: strerror(errno))
  }
}
