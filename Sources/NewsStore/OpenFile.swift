#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file of the system that is open, and is closed exactly once: when its owner ends, or gives up while it is made.
///
/// An object that has all its values when its initialiser fails runs its `deinit`; one that closed the file before would close what somebody
/// else opened meanwhile under the same number.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  /// - Parameter flags: of open(2); `O_CLOEXEC` is added. A file that is made is this user's alone.
  /// - Returns: nil when it cannot be opened; `errno` tells why.
  init?(_ path: String, _ flags: Int32) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
