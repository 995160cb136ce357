import CPseudoTerminal
public import CellText
public import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program in a terminal of its own, with a model of what that terminal shows.
///
/// Every wait looks at the terminal's descriptor until a condition holds or time is up; nothing sleeps. Use one from one test at a time.
public final class PseudoTerminal {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  public private(set) var screen: ScreenModel
  /// All that was written so far.
  public private(set) var output: [UInt8] = []
  public var processID: Int32 { ends.process }

  private var ends = khabar_pseudo_terminal(process: -1, main: -1, side: -1, life: -1)
  private var ending: Ending?
  /// Whether questions are answered; a mute terminal keeps its answers in ``screen``.
  private let answers: Bool

  /// Starts `program` as the leader of a session whose terminal this is.
  ///
  /// - Parameter environment: all that the program gets.
  /// - Parameter model: what the terminal believes about widths.
  /// - Parameter graphics: the pictures that the terminal says it has.
  /// - Throws: ``Failure`` when a system call fails.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    size: Size = Size(rows: 24, columns: 80),
    model: WidthModel = WidthModel(rule: .scalarSum(spacingMark: 1, nonspacingMark: 0, joiner: 0)),
    answers: Bool = true,
    graphics: ScreenModel.Graphics = .none
  ) throws {
    self.answers = answers
    screen = ScreenModel(size: size, model: model)
    screen.graphics = graphics
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    let code = khabar_pseudo_terminal_start(
      program, &words, &variables, UInt16(size.rows), UInt16(size.columns), &ends)
    guard code == 0 else { throw failure("start \(program)", code) }
  }

  deinit {
    if ending == nil {
      _ = kill(-processID, SIGKILL)
      _ = kill(processID, SIGKILL)
      _ = kill(processID, SIGCONT)
      var status: Int32 = 0
      _ = waitpid(processID, &status, 0)
    }
    for descriptor in [ends.main, ends.side, ends.life] where descriptor >= 0 { _ = close(descriptor) }
  }

  public func send(_ text: String) throws { try send(Array(text.utf8)) }

  public func send(_ bytes: [UInt8]) throws {
    guard write(ends.main, bytes, bytes.count) == bytes.count else { throw failure("write") }
  }

  /// Sends what a mute terminal was asked for, late.
  public func answer() throws {
    try send(screen.answers)
    screen.answers = []
  }

  public func resize(to size: Size) throws {
    screen.resize(to: size)
    // The system tells the foreground program by itself (SIGWINCH).
    let code = khabar_pseudo_terminal_resize(ends.main, UInt16(size.rows), UInt16(size.columns))
    guard code == 0 else { throw failure("TIOCSWINSZ", code) }
  }

  public func signal(_ number: Int32, to process: Int32? = nil) throws {
    guard kill(process ?? processID, number) == 0 else { throw failure("kill") }
  }

  /// Closes the terminal, as a window that is shut or a connection that breaks.
  public func hangUp() {
    _ = close(ends.side)
    _ = close(ends.main)
    (ends.side, ends.main) = (-1, -1)
  }

  /// Reads until `condition` holds for the screen.
  ///
  /// - Throws: ``Failure`` with the screen as it is when `seconds` have passed or the program has ended first.
  public func wait(
    _ what: String = "the screen", seconds: Double = 60, until condition: (ScreenModel) -> Bool
  ) throws {
    let deadline = now() + seconds
    while !condition(screen) {
      guard try read(until: deadline) else {
        throw Failure(description: "waited \(seconds) s for \(what); the screen is:\n\(screen.text)")
      }
      if hasEnded {
        drain()
        if condition(screen) { return }
        throw Failure(description: "the program ended before \(what); the screen is:\n\(screen.text)")
      }
    }
  }

  /// Reads until the program has ended.
  @discardableResult
  public func waitForEnd(seconds: Double = 60) throws -> Ending {
    if let ending { return ending }
    let deadline = now() + seconds
    while !hasEnded {
      guard try read(until: deadline) else {
        throw Failure(description: "still runs after \(seconds) s; the screen is:\n\(screen.text)")
      }
    }
    drain()
    var status: Int32 = 0
    guard waitpid(processID, &status, 0) == processID else { throw failure("waitpid") }
    // The macros of wait(2) do not reach Swift: the low seven bits are the signal, the next byte the exit status.
    let result = status & 0x7F == 0 ? Ending.exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
    ending = result
    return result
  }

  /// Lines are edited and typed letters echoed, as a shell expects it.
  public var isSane: Bool {
    var modes = termios()
    guard tcgetattr(ends.side, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_iflag & tcflag_t(ICRNL) != 0
  }
}

extension PseudoTerminal {
  private var hasEnded: Bool {
    var waiting = pollfd(fd: ends.life, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Takes what the program writes next, or notices its end; false when time is up first.
  private func read(until deadline: Double) throws -> Bool {
    var waiting = [
      pollfd(fd: ends.main, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends.life, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = Int32(max(0, (deadline - now()) * 1000))
    guard poll(&waiting, 2, milliseconds) > 0 else { return false }
    if waiting[0].revents & Int16(POLLIN) != 0 { takeOutput() }
    return true
  }

  private func drain() {
    while ends.main >= 0 {
      var waiting = pollfd(fd: ends.main, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0, takeOutput() else { return }
    }
  }

  @discardableResult
  private func takeOutput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    #if canImport(Darwin)
      let count = Darwin.read(ends.main, &bytes, bytes.count)
    #else
      let count = Glibc.read(ends.main, &bytes, bytes.count)
    #endif
    guard count > 0 else { return false }
    output += bytes.prefix(count)
    screen.take(bytes.prefix(count))
    if answers, !screen.answers.isEmpty {
      _ = write(ends.main, screen.answers, screen.answers.count)
      screen.answers = []
    }
    return true
  }
}

private func failure(_ call: String, _ code: Int32 = errno) -> PseudoTerminal.Failure {
  PseudoTerminal.Failure(description: "\(call): \(String(cString: strerror(code)))")
}

/// Seconds on a clock that nobody sets.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
