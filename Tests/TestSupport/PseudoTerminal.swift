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
  public let processID: pid_t

  private var main: Int32
  /// Held open, so that the modes the program left can be asked for after its end.
  private var side: Int32
  /// Reports its end when the last process that inherited it has ended.
  private var life: Int32
  private var ending: Ending?

  /// Starts `program` as the leader of a session whose terminal this is.
  ///
  /// - Parameter environment: all that the program gets.
  /// - Parameter model: what the terminal believes about widths.
  /// - Throws: ``Failure`` when a system call fails.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], size: Size = Size(rows: 24, columns: 80),
    model: WidthModel = WidthModel(rule: .scalarSum(spacingMark: 1, nonspacingMark: 0, joiner: 0))
  ) throws {
    screen = ScreenModel(size: size, model: model)
    main = posix_openpt(O_RDWR | O_NOCTTY)
    guard main >= 0, grantpt(main) == 0, unlockpt(main) == 0, let name = ptsname(main) else { throw failure("posix_openpt") }
    let path = String(cString: name)
    side = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var ends: [Int32] = [-1, -1]
    guard side >= 0, pipe(&ends) == 0 else { throw failure("open \(path)") }
    life = ends[0]
    for descriptor in [main, ends[0], ends[1]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(main, UInt(TIOCSWINSZ), &window)
    processID = try Self.spawn(program, arguments, environment, terminal: path, life: ends[1])
    _ = close(ends[1])
  }

  deinit {
    if ending == nil {
      _ = kill(-processID, SIGKILL)
      _ = kill(processID, SIGKILL)
      _ = kill(processID, SIGCONT)
      var status: Int32 = 0
      _ = waitpid(processID, &status, 0)
    }
    for descriptor in [main, side, life] where descriptor >= 0 { _ = close(descriptor) }
  }

  public func send(_ text: String) throws { try send(Array(text.utf8)) }

  public func send(_ bytes: [UInt8]) throws {
    guard write(main, bytes, bytes.count) == bytes.count else { throw failure("write") }
  }

  public func resize(to size: Size) throws {
    screen.resize(to: size)
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    // The system tells the foreground program by itself (SIGWINCH).
    guard ioctl(main, UInt(TIOCSWINSZ), &window) == 0 else { throw failure("TIOCSWINSZ") }
  }

  public func signal(_ number: Int32, to process: pid_t? = nil) throws {
    guard kill(process ?? processID, number) == 0 else { throw failure("kill") }
  }

  /// Closes the terminal, as a window that is shut or a connection that breaks.
  public func hangUp() {
    _ = close(side)
    _ = close(main)
    (side, main) = (-1, -1)
  }

  /// Reads until `condition` holds for the screen.
  ///
  /// - Throws: ``Failure`` with the screen as it is when `seconds` have passed or the program has ended first.
  public func wait(
    _ what: String = "the screen", seconds: Double = 15, until condition: (ScreenModel) -> Bool
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
  public func waitForEnd(seconds: Double = 15) throws -> Ending {
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
    guard tcgetattr(side, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_iflag & tcflag_t(ICRNL) != 0
  }
}

extension PseudoTerminal {
  private var hasEnded: Bool {
    var waiting = pollfd(fd: life, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Takes what the program writes next, or notices its end; false when time is up first.
  private func read(until deadline: Double) throws -> Bool {
    var waiting = [
      pollfd(fd: main, events: Int16(POLLIN), revents: 0), pollfd(fd: life, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = Int32(max(0, (deadline - now()) * 1000))
    guard poll(&waiting, 2, milliseconds) > 0 else { return false }
    if waiting[0].revents & Int16(POLLIN) != 0 { takeOutput() }
    return true
  }

  private func drain() {
    while main >= 0 {
      var waiting = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0, takeOutput() else { return }
    }
  }

  @discardableResult
  private func takeOutput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    #if canImport(Darwin)
      let count = Darwin.read(main, &bytes, bytes.count)
    #else
      let count = Glibc.read(main, &bytes, bytes.count)
    #endif
    guard count > 0 else { return false }
    output += bytes.prefix(count)
    screen.take(bytes.prefix(count))
    if !screen.answers.isEmpty {
      _ = write(main, screen.answers, screen.answers.count)
      screen.answers = []
    }
    return true
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], terminal: String, life: Int32
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // A session leader without a terminal gets the first one that it opens.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_adddup2(&actions, life, 9)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSID)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(description: "posix_spawn \(program): \(String(cString: strerror(code)))") }
    return process
  }
}

private func failure(_ call: String) -> PseudoTerminal.Failure {
  PseudoTerminal.Failure(description: "\(call): \(String(cString: strerror(errno)))")
}

/// Seconds on a clock that nobody sets.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
