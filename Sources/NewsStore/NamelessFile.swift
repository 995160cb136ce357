#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that nobody else can open, gone with its last user however that ends: it has lost its name when this makes it.
///
/// For what is too much for memory and need not outlive the process. Not `Sendable`: its owner is one actor.
final class NamelessFile {
  private let file: OpenFile
  private(set) var byteCount = 0

  /// - Parameter path: the file lies beside this one, on the same disk.
  /// - Returns: nil where no file can be made.
  init?(beside path: String) {
    let name = path + "-texts-" + String(UInt64.random(in: .min ... .max), radix: 36)
    guard let file = OpenFile(name, O_RDWR | O_CREAT | O_EXCL) else { return nil }
    unlink(name)
    self.file = file
  }

  /// Writes bytes at the end.
  ///
  /// - Returns: where they are; nil when not all could be written, as on a full disk. The file is then as it was.
  func append(_ bytes: [UInt8]) -> Range<Int>? {
    let isWritten = bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return true }
      var done = 0
      while done < bytes.count {
        let count = pwrite(file.descriptor, start + done, bytes.count - done, off_t(byteCount + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWritten else { return nil }
    defer { byteCount += bytes.count }
    return byteCount..<byteCount + bytes.count
  }

  /// The bytes of `range`; nil when the disk does not give them.
  func read(_ range: Range<Int>) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while let start = buffer.baseAddress, count < range.count {
        let got = pread(file.descriptor, start + count, range.count - count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isRead = false
          return
        }
        count += got
      }
    }
    return isRead ? bytes : nil
  }
}
