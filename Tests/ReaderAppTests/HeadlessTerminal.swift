import Screen

/// A terminal without a terminal: keeps the frames it is shown, and presses keys.
final class HeadlessTerminal: TerminalDriver {
  var size: Size
  private(set) var frames: [Frame] = []
  private(set) var isStarted = false
  private(set) var suspensions = 0
  /// Whether showing fails, as on a terminal that has gone away.
  var isBroken = false
  private var receive: (@MainActor (TerminalEvent) -> Void)?

  init(rows: Int = 24, columns: Int = 80) {
    size = Size(rows: rows, columns: columns)
  }

  func start(receive: @escaping @MainActor (TerminalEvent) -> Void) throws {
    isStarted = true
    self.receive = receive
  }

  struct Broken: Error {}

  func show(_ frame: Frame) throws {
    if isBroken { throw Broken() }
    frames.append(frame)
  }

  func forgetScreen() {}

  private(set) var copied: [String] = []

  func copy(_ text: String) { copied.append(text) }

  func suspend() { suspensions += 1 }

  func stop() { isStarted = false }

  func send(_ event: TerminalEvent) { receive?(event) }

  var rows: [String] {
    guard let buffer = frames.last?.buffer else { return [] }
    return (0..<buffer.size.rows).map { buffer.text(row: $0) }
  }

  /// The last frame as text; what a cell hides behind a wide cluster is not in it.
  var screen: String { rows.joined(separator: "\n") }
}
