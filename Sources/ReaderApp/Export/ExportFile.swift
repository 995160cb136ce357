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

/// Where an export goes: a file that appears whole or not at all, or standard output.
///
/// A file is written beside its place under another name, and takes its place when it is complete. What is there already is
/// replaced only when that is allowed, also when it came there meanwhile.
struct ExportFile {
  /// Nil is standard output.
  private let path: String?
  private let replaces: Bool
  private let temporary: String
  private let file: OwnedDescriptor

  /// - Parameter output: as it was given; nil and `-` are standard output.
  /// - Throws: ``CommandFailure``.
  init(_ output: String?, replaces: Bool) throws {
    self.replaces = replaces
    guard let output, output != "-" else {
      (path, temporary, file) = (nil, "", .standardOutput)
      return
    }
    // A link stays one: what it leads to is replaced.
    let target = URL(fileURLWithPath: output).resolvingSymlinksInPath()
    var facts = stat()
    if stat(target.path, &facts) == 0 {
      if facts.st_mode & S_IFMT != S_IFREG { throw CommandFailure.notAFile(output) }
      if !replaces { throw CommandFailure.fileExists(output) }
    }
    let name = ".\(target.lastPathComponent.utf8.prefix(180)).khabar-\(UInt32.random(in: 0 ... .max))"
    path = target.path
    temporary = target.deletingLastPathComponent().appendingPathComponent(name).path
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw CommandFailure.cannotWrite(path: output, reason: SystemError.last.description)
    }
    file = OwnedDescriptor(descriptor)
  }

  func write(_ data: Data) throws {
    do { try DescriptorBytes.write(data, to: file.number) } catch {
      throw CommandFailure.cannotWrite(path: path ?? "-", reason: error.description)
    }
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let path else { return }
    do { try file.finish() } catch { throw CommandFailure.cannotWrite(path: path, reason: error.description) }
    if replaces {
      if rename(temporary, path) != 0 { throw failure(path) }
      return
    }
    // A link is refused where a file has come meanwhile; some file systems have none.
    if link(temporary, path) == 0 {
      unlink(temporary)
    } else if errno == EEXIST {
      throw CommandFailure.fileExists(path)
    } else if access(path, F_OK) == 0 || rename(temporary, path) != 0 {
      throw failure(path)
    }
  }

  /// Leaves nothing behind. After ``finish()`` there is nothing to do.
  func abandon() {
    if path != nil { unlink(temporary) }
  }

  private func failure(_ path: String) -> CommandFailure {
    .cannotWrite(path: path, reason: SystemError.last.description)
  }
}

/// A descriptor that is closed exactly once: when it is finished, or with its last owner.
private final class OwnedDescriptor {
  private(set) var number: Int32
  private let isOurs: Bool

  static let standardOutput = OwnedDescriptor(STDOUT_FILENO, isOurs: false)

  init(_ number: Int32, isOurs: Bool = true) {
    self.number = number
    self.isOurs = isOurs
  }

  /// What was written is on the disk after this, or it says why not; and it is closed.
  func finish() throws(SystemError) {
    guard isOurs, number >= 0 else { return }
    if fsync(number) != 0, errno != EINVAL { throw .last }
    let closed = number
    // Closed also where close(2) fails: another file may have the number by then.
    number = -1
    if close(closed) != 0 { throw .last }
  }

  isolated deinit {
    if isOurs, number >= 0 { close(number) }
  }
}
