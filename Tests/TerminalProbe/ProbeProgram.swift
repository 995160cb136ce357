import CellText
import Dispatch
import NcursesTerminal
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The smallest program with a screen: shows what arrives, and ends in the ways that programs end.
///
/// Keys: `q` ends; `a` aborts, `t` traps, `s` touches memory that is not there, `o` overflows the stack; `e` writes to standard error;
/// `x` calls exit without stopping; `h` hangs the main thread; `i` ignores requests to end.
final class ProbeProgram {
  private let driver = NcursesDriver(
    standardErrorPath: getenv("PROBE_LOG").map { String(cString: $0) }, crashNotice: "probe: crashed\n", graceSeconds: 1
  )
  private var lines: [String] = []
  private var ignoresEnding = false

  init() {}

  func run() {
    do {
      try driver.start { [weak self] event in self?.take(event) }
      draw()
    } catch {
      print("refused: \(error)")
      exit(3)
    }
  }
}

extension ProbeProgram {
  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key):
      lines.append("key \(key)")
      obey(key)
    case .resized(let size): lines.append("resized \(size.rows)x\(size.columns)")
    case .mouse(let event): lines.append("mouse \(event.kind) \(event.position.row),\(event.position.column)")
    case .pasted(let scalar): lines.append("pasted \(scalar)")
    case .measured: break
    case .suspending: break
    case .resumed: lines.append("resumed")
    case .endRequested:
      guard !ignoresEnding else { return }
      driver.stop()
      print("ended on request")
      exit(0)
    }
    draw()
  }

  private func obey(_ key: Key) {
    switch key {
    case .scalar("q"):
      driver.stop()
      print("ended by key")
      exit(0)
    case .scalar("a"): abort()
    case .scalar("t"): fatalError("asked to trap")
    case .scalar("s"): raiseFault()
    case .scalar("o"): lines.append(String(descend(1)))
    case .scalar("e"): perror("a library's warning")
    case .scalar("x"): exit(7)
    case .scalar("h"):
      draw()
      while true { pause() }
    case .scalar("i"): ignoresEnding = true
    default: break
    }
  }

  private func draw() {
    let size = driver.size
    var buffer = CellBuffer(size: size)
    let model = WidthModel.spacingMarks
    let half = size.columns / 2
    for row in 0..<size.rows {
      buffer.startSegment(row: row, column: half)
      buffer.startSegment(row: row, column: half + 1)
      buffer.write("│", at: Position(row: row, column: half), columns: 1, role: .frame, model: model)
    }
    let texts = ["सुर्खियाँ \(size.rows)x\(size.columns)", "pid \(getpid())"] + lines.suffix(max(0, size.rows - 3))
    for (row, text) in texts.enumerated() {
      let role: StyleRole = row == 0 ? .heading : .headline
      buffer.write(text, at: Position(row: row, column: 0), columns: half, role: role, model: model)
      buffer.write(
        "मुख्य बातें \(row)", at: Position(row: row, column: half + 2), columns: half - 3, role: .highlight, model: model)
    }
    let frame = Frame(
      buffer: buffer, theme: .compiledIn, cursor: Position(row: min(texts.count, size.rows) - 1, column: 0))
    do {
      try driver.show(frame)
    } catch {
      driver.stop()
      exit(4)
    }
  }

  private func raiseFault() {
    // The address is computed, so that the compiler does not see through it.
    guard let nowhere = UnsafeMutablePointer<Int>(bitPattern: lines.count << 3) else { return }
    nowhere.pointee = 1
  }

  private func descend(_ depth: Int) -> Int {
    depth &+ 1 < 0 ? depth : descend(depth &+ 1) &+ lines.count
  }
}
