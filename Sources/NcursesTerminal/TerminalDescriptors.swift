import CTerminalRescue
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal's two ends as the system shows them.
enum TerminalDescriptors {
  static let input = STDIN_FILENO
  static let output = STDOUT_FILENO

  /// - Throws: ``TerminalError/notATerminal(_:)``.
  static func requireTerminal() throws(TerminalError) {
    guard isatty(input) == 1 else { throw .notATerminal(.standardInput) }
    guard isatty(output) == 1 else { throw .notATerminal(.standardOutput) }
  }

  /// The size that the system knows, or 24 rows of 80 columns where nobody told it (serial lines).
  nonisolated static func size(of descriptor: Int32 = STDOUT_FILENO) -> Size {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
      return Size(rows: 24, columns: 80)
    }
    return Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  /// The pixels of a cell that the system knows; nil where nobody told it.
  nonisolated static func cell(of descriptor: Int32 = STDOUT_FILENO) -> PixelSize? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0,
      window.ws_xpixel > 0, window.ws_ypixel > 0
    else { return nil }
    return PixelSize(
      width: Int(window.ws_xpixel) / Int(window.ws_col), height: Int(window.ws_ypixel) / Int(window.ws_row))
  }

  static func modes() throws(TerminalError) -> termios {
    var modes = termios()
    guard tcgetattr(input, &modes) == 0 else { throw .system(call: "tcgetattr", code: errno) }
    return modes
  }

  static func set(_ modes: termios) throws(TerminalError) {
    var modes = modes
    while tcsetattr(input, TCSANOW, &modes) != 0 {
      guard errno == EINTR else { throw .system(call: "tcsetattr", code: errno) }
    }
  }

  /// Writes all of `bytes` to a terminal: in one call when the terminal takes it, else waiting until it takes more.
  nonisolated static func write(_ bytes: [UInt8], to output: Int32 = STDOUT_FILENO) throws(TerminalError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(output, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        #else
          Glibc.write(output, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        #endif
      }
      if written > 0 {
        offset += written
      } else if written < 0, errno == EAGAIN {
        // Somebody else who has the terminal open made it non-blocking.
        var waiting = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, 1000)
        if waiting.revents & Int16(POLLHUP | POLLNVAL) != 0 { throw .system(call: "write", code: EIO) }
      } else if written == 0 || errno != EINTR {
        throw .system(call: "write", code: written == 0 ? EIO : errno)
      }
    }
  }
}
