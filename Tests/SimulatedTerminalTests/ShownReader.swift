import CellText
import NcursesTerminal
import NewsModel
import ReaderUI
import Screen
import TestSupport

/// A reader whose frames all its terminals show, as the driver shows them; each frame is looked at on each of them.
struct ShownReader {
  private(set) var reader: HeadlessReader
  private(set) var terminals: [ShownTerminal]
  /// What was wrong so far, with the terminal and the event; after a few nobody reads on.
  private(set) var faults: [String] = []
  private(set) var frameCount = 0

  private let capabilities: TerminalCapabilities
  private var writers: [(certain: CertainText, writer: RowWriter)] = []
  private var looks = FrameLooks(.compiledIn)
  private var shown: Frame?
  private var effectCount = 0

  private static let mostFaults = 20

  /// - Parameter believed: the width model that frames are laid out by.
  /// - Parameter isMeasured: whether the terminal that measures so was asked.
  /// - Parameter wrong: terminals that measure otherwise, by the names of their models.
  init(
    believed: WidthModel, isMeasured: Bool, wrong: [(name: String, model: WidthModel)], stories: [Story],
    themes: [Theme] = Desk.themes,
    size: Size, capabilities: TerminalCapabilities = .xterm(.direct)
  ) {
    self.capabilities = capabilities
    reader = HeadlessReader(
      rows: size.rows, columns: size.columns, stories: stories, settings: ReaderSettings(widthModel: believed))
    reader.themes = themes
    terminals = [
      ShownTerminal(
        "right", believed, isRight: true, certain: isMeasured ? .all : [], size: size, capabilities: capabilities)
    ]
    terminals += wrong.map {
      ShownTerminal($0.name, $0.model, isRight: false, certain: [], size: size, capabilities: capabilities)
    }
    show("start")
  }

  mutating func press(_ key: Key) {
    reader.send(.terminal(.key(key)))
    show(key.name)
  }

  mutating func resize(to size: Size) {
    for index in terminals.indices { terminals[index].resize(to: size) }
    (writers, shown) = ([], nil)
    reader.send(.terminal(.resized(size)))
    show("\(size.rows)×\(size.columns)")
  }

  /// Looks for what earlier frames have left, on the terminals where that is not done each time.
  mutating func finish() {
    guard let shown, let writer = writers.first(where: { $0.certain.isEmpty })?.writer else { return }
    let whole = writer.bytes(from: nil, to: shown)
    for index in terminals.indices where !terminals[index].isRight {
      note(terminals[index].leftovers(whole), terminals[index].name, "the end")
    }
  }

  private mutating func note(_ found: [String], _ terminal: String, _ event: String) {
    guard !found.isEmpty, faults.count < Self.mostFaults else { return }
    faults.append("\(terminal), frame \(frameCount), \(event): \(found.prefix(3)) (\(found.count))")
  }

  private mutating func show(_ event: String) {
    if reader.effects.dropFirst(effectCount).contains(.redraw) { shown = nil }
    effectCount = reader.effects.count
    let frame = reader.frame
    frameCount += 1
    // Nothing is written and nothing can have changed.
    guard frame != shown else { return }
    if frame.theme != looks.theme { (writers, looks) = ([], FrameLooks(frame.theme)) }
    if writers.isEmpty {
      writers = Set(terminals.map(\.certain)).map { certain in
        let writer = RowWriter(
          capabilities: capabilities, theme: frame.theme, certain: certain, screen: frame.buffer.size)
        return (certain, writer)
      }
    }
    for (certain, writer) in writers {
      let bytes = writer.bytes(from: shown, to: frame)
      for index in terminals.indices where terminals[index].certain == certain {
        terminals[index].take(bytes)
        var found = terminals[index].faults(frame, looks)
        // On the others every cell was compared with the frame's. What is left over stays for a while.
        if !terminals[index].isRight, frameCount % 4 == 0 {
          found += terminals[index].leftovers(writer.bytes(from: nil, to: frame))
        }
        note(found, terminals[index].name, event)
      }
    }
    shown = frame
  }
}
