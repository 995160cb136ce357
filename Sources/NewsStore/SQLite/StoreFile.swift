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
    return OpenFile(path, O_RDWR | O_CREAT) == nil ? systemMessage() : nil
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// In bytes; 0 for what is not there.
  static func byteCount(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// Why nothing can be read from `path`, in the system's words; nil when it is a file that can be read.
  static func problem(reading path: String) -> String? {
    var facts = stat()
    if stat(path, &facts) != 0 { return systemMessage() }
    if facts.st_mode & S_IFMT == S_IFDIR {
      errno = EISDIR
      return systemMessage()
    }
    // Opening would wait for ever on a pipe.
    if facts.st_mode & S_IFMT != S_IFREG {
      errno = EINVAL
      return systemMessage()
    }
    return access(path, R_OK) == 0 ? nil : systemMessage()
  }

  /// Whether both names lead to one file.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Makes a file that was not there, for this user alone.
  ///
  /// - Returns: nil when it is made, else the text of the system's error.
  static func createNew(_ path: String) -> String? {
    guard let file = OpenFile(path, O_RDWR | O_CREAT | O_EXCL) else { return systemMessage() }
    // Whatever the mask of the process is.
    fchmod(file.descriptor, 0o600)
    return nil
  }

  /// Writes what was written to `path` to the disk, and that it is there.
  static func synchronise(_ path: String) {
    for place in [path, parent(of: path) ?? "."] {
      if let file = OpenFile(place, O_RDONLY) { fsync(file.descriptor) }
    }
  }

  /// Gives the file at `source` the name `target`.
  ///
  /// - Parameter replaces: whether a file that is there may go. Where it may not, it does not either when it came a moment ago.
  /// - Returns: nil when that is done; an empty text when there is such a file; else the text of the system's error.
  static func place(_ source: String, at target: String, replaces: Bool) -> String? {
    if replaces { return rename(source, target) == 0 ? nil : systemMessage() }
    // A link is refused where a file has come meanwhile; some file systems have none.
    if link(source, target) == 0 {
      unlink(source)
      return nil
    }
    if errno == EEXIST || exists(target) { return "" }
    return rename(source, target) == 0 ? nil : systemMessage()
  }

  static func remove(_ path: String) { unlink(path) }

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
  static func parent(of path: String) -> String? {
    let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
    let above = trimmed.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
    return above.isEmpty ? nil : String(decoding: above.reversed(), as: UTF8.self)
  }

  static func systemMessage() -> String {
    String(cString: strerror(errno))
  }
}
