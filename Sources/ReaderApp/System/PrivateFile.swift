#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders that are this user's alone (0600 and 0700), whatever the mask of the process is.
nonisolated enum PrivateFile {
  /// Makes the folder of a file, and those above it, where they are missing. What is there keeps its mode.
  static func makeFolder(of path: String) throws {
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  /// Writes a file that was not there.
  ///
  /// - Returns: false when there is one; it stays as it is.
  static func create(_ data: Data, at path: String) throws -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw CommandFailure.cannotWrite(path: path, reason: SystemError.last.description)
    }
    try fill(descriptor, data, path)
    return true
  }

  /// Writes a file that appears whole or not at all, in place of one that may be there.
  static func replace(_ data: Data, at path: String) throws {
    let unfinished = path + ".\(UInt32.random(in: 0 ... .max))"
    defer { unlink(unfinished) }
    _ = try create(data, at: unfinished)
    if rename(unfinished, path) != 0 {
      throw CommandFailure.cannotWrite(path: path, reason: SystemError.last.description)
    }
  }

  private static func fill(_ descriptor: Int32, _ data: Data, _ path: String) throws {
    defer { close(descriptor) }
    do { try DescriptorBytes.write(data, to: descriptor) } catch {
      // Half of a file is worse than none.
      unlink(path)
      throw CommandFailure.cannotWrite(path: path, reason: error.description)
    }
  }
}
