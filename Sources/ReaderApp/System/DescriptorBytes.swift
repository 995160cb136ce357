#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes through a descriptor of the system, whole: read(2) and write(2) may do less than was asked, or be interrupted.
///
/// Foundation's `FileHandle` does the same, but brings CoreFoundation and another ICU into the program: 45 MB of it, and 2 ms of each start.
nonisolated enum DescriptorBytes {
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) throws(SystemError) {
    var rest = ContiguousArray(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw .last }
    }
  }

  /// What comes, at most `limit` bytes, until the end.
  static func read(from descriptor: Int32, atMost limit: Int = .max) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let wanted = min(piece.count, limit - bytes.count)
      let count = systemRead(descriptor, &piece, wanted)
      if count == 0 { break }
      if count > 0 { bytes += piece.prefix(count) } else if errno != EINTR { throw .last }
    }
    return bytes
  }

  /// A file's bytes, at most `limit` of them.
  static func read(_ path: String, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try read(from: descriptor, atMost: limit)
  }
}

// Within the type its own names hide the system's.
private nonisolated let systemWrite = write
private nonisolated let systemRead = read
