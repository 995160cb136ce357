import CNcurses
import CTerminalRescue
public import CellText
public import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Asks the terminal of this process outside of the reader, for a report.
///
/// Uses the controlling terminal, so standard output may be a file. Keys that are typed meanwhile are lost.
public enum TerminalExamination {
  /// Measures ``WidthProbeText/all`` and then `words`.
  ///
  /// - Parameter words: texts of one line each; those that the screen is too narrow for are left out of the answer.
  /// - Parameter secondsLimit: how long each answer is waited for; slow lines need longer than a start may wait.
  /// - Returns: nil when there is no controlling terminal.
  public nonisolated static func run(
    environment: [String: String], words: [String] = [], secondsLimit: Double = 1
  ) -> (measurement: TerminalMeasurement, words: [WidthSample])? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var found = termios()
    guard tcgetattr(terminal, &found) == 0 else { return nil }
    var modes = khabar_key_modes(found)
    guard tcsetattr(terminal, TCSADRAIN, &modes) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSAFLUSH, &found) }
    var dialogue = Dialogue(terminal: terminal, secondsLimit: secondsLimit)
    let screen = TerminalDescriptors.size(of: terminal)
    // Another screen, so that what stands on this one stays.
    dialogue.write(Array("\u{1B}[?1049h\u{1B}[?25l".utf8))
    defer { dialogue.write(Array("\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l".utf8)) }
    var probe = WidthProbe(screen: screen)
    let begin = seconds()
    dialogue.write(probe.request(terminal: environment["TERM"]))
    dialogue.read { reply in
      probe.take(reply)
      return probe.isComplete
    }
    let measurement = probe.measurement(milliseconds: (seconds() - begin) * 1000)
    var samples: [WidthSample] = []
    if !measurement.samples.isEmpty {
      // Twice its scalars is more than any model gives.
      for word in words where word.unicodeScalars.count * 2 < screen.columns {
        dialogue.write(Array("\u{1B}[2;1H\u{1B}[2K\(DisplayText.safe(word))\u{1B}[6n".utf8))
        dialogue.read { reply in
          guard case .cursor(2, let column) = reply else { return false }
          samples.append(WidthSample(text: word, columns: column - 1))
          return true
        }
      }
    }
    if measurement.graphemeClusters == .reset { dialogue.write(Array("\u{1B}[?2027l".utf8)) }
    return (measurement, samples)
  }

  /// Pixels of a cell as the system knows them, of the controlling terminal; nil where nobody told it.
  public nonisolated static func cell() -> PixelSize? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    return TerminalDescriptors.cell(of: terminal)
  }

  /// How many colours the terminal's description and the environment promise, as a number: 0, 8, 16, 256 or 16,777,216.
  ///
  /// - Throws: ``TerminalError`` when the reader could not run in such a terminal.
  public static func colorCount(environment: [String: String]) throws -> Int {
    let capabilities = try TerminalCapabilities.load(
      name: environment["TERM"], descriptor: TerminalDescriptors.output, environment: environment)
    return switch capabilities.colorDepth {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .indexed: 256
    case .direct: 1 << 24
    }
  }

  /// The version of ncurses that runs, as in `6.4.20221231`.
  public static var libraryVersion: String {
    // "ncurses 6.4.20221231"
    String(cString: curses_version()).split(separator: " ").last.map(String.init) ?? ""
  }

  fileprivate nonisolated static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private nonisolated struct Dialogue {
  let terminal: Int32
  let secondsLimit: Double
  private var decoder = KeyDecoder()

  init(terminal: Int32, secondsLimit: Double) {
    self.terminal = terminal
    self.secondsLimit = secondsLimit
  }

  func write(_ bytes: [UInt8]) {
    try? TerminalDescriptors.write(bytes, to: terminal)
  }

  /// Hands on replies until `take` has what it wants or time is up.
  mutating func read(_ take: (TerminalReply) -> Bool) {
    let deadline = TerminalExamination.seconds() + secondsLimit
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let left = deadline - TerminalExamination.seconds()
      guard left > 0, poll(&waiting, 1, Int32(left * 1000) + 1) > 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 4096)
      #if canImport(Darwin)
        let count = Darwin.read(terminal, &bytes, bytes.count)
      #else
        let count = Glibc.read(terminal, &bytes, bytes.count)
      #endif
      guard count > 0 else { return }
      var isDone = false
      for case .reply(let reply) in decoder.decode(bytes.prefix(count)) where !isDone { isDone = take(reply) }
      if isDone { return }
    }
  }
}
