#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Sends standard error into a file while the screen is ours.
///
/// A library's warning or the runtime's last words would otherwise land in the middle of the page. Standard error that already goes
/// elsewhere stays as it is.
final class StandardErrorRedirection {
  /// Where standard error went; -1 while it goes there.
  private(set) var savedDescriptor: Int32 = -1
  private let path: String

  /// - Parameter path: file to append to, made when missing. When it cannot be opened what is written is lost.
  init(path: String?) {
    self.path = path ?? "/dev/null"
  }

  func begin() {
    guard savedDescriptor < 0, isatty(STDERR_FILENO) == 1 else { return }
    var file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if file < 0 { file = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    guard file >= 0 else { return }
    let saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    if saved >= 0, dup2(file, STDERR_FILENO) >= 0 {
      savedDescriptor = saved
    } else if saved >= 0 {
      _ = close(saved)
    }
    _ = close(file)
  }

  func end() {
    guard savedDescriptor >= 0 else { return }
    _ = dup2(savedDescriptor, STDERR_FILENO)
    _ = close(savedDescriptor)
    savedDescriptor = -1
  }
}
