#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps a store's file from every other process, also from those that only read, as SQLite itself would (sqlite.org/lockingv3.html): all of its
/// locks lie in these bytes. A damaged store may be one that SQLite does not lock any more.
///
/// While it is held this process must not open the file otherwise: the system lets a lock go as soon as any of its files is closed.
final class StoreLock {
  private let file: OpenFile

  /// The "pending byte", the "reserved byte" and the 510 shared ones.
  private static let start: off_t = 0x4000_0000
  private static let count: off_t = 512

  enum Failure: Error {
    /// Another process has the store open.
    case inUse
    /// With the system's words.
    case system(String)
  }

  init(path: String) throws(Failure) {
    guard let file = OpenFile(path, O_RDWR) else { throw .system(StoreFile.systemMessage()) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.start
    lock.l_len = Self.count
    guard fcntl(file.descriptor, F_SETLK, &lock) == 0 else {
      throw errno == EAGAIN || errno == EACCES ? .inUse : .system(StoreFile.systemMessage())
    }
    self.file = file
  }

  /// Copies the file to `target`, which must not be there.
  ///
  /// - Returns: nil when it is copied and on the disk, else the system's words.
  func copy(to target: String) -> String? { StoreFile.copy(file.descriptor, to: target) }
}

extension StoreFile {
  /// The same for a file by its name.
  static func copy(_ source: String, to target: String) -> String? {
    guard let file = OpenFile(source, O_RDONLY) else { return systemMessage() }
    return copy(file.descriptor, to: target)
  }

  fileprivate static func copy(_ source: Int32, to target: String) -> String? {
    guard let file = OpenFile(target, O_WRONLY | O_CREAT | O_EXCL) else { return systemMessage() }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset: off_t = 0
    while true {
      let count = pread(source, &buffer, buffer.count, offset)
      if count < 0 { return systemMessage() }
      if count == 0 { break }
      var written = 0
      while written < count {
        let part = buffer.withUnsafeBytes { bytes in
          bytes.baseAddress.map { write(file.descriptor, $0 + written, count - written) } ?? -1
        }
        if part < 0 { return systemMessage() }
        written += part
      }
      offset += off_t(count)
    }
    return fsync(file.descriptor) == 0 ? nil : systemMessage()
  }

  /// Writes `bytes` over the beginning of a file.
  static func overwriteHead(of path: String, with bytes: [UInt8]) {
    guard let file = OpenFile(path, O_WRONLY) else { return }
    _ = pwrite(file.descriptor, bytes, bytes.count, 0)
  }
}
