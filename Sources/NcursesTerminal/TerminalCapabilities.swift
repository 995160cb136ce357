import CNcurses
import Screen

/// What a terminal can do and how it is told, read once from its description.
///
/// Only terminals that move the cursor the ECMA-48 way are served, as all do that show Devanagari; so what every one of them spells
/// alike (cursor, attributes, colours, erasing) is written directly, and asked here is only what differs.
public nonisolated struct TerminalCapabilities: Hashable, Sendable {
  /// ECH: erases columns without moving the cursor.
  public var erasesColumns: Bool
  /// Erased columns get the background that is set (terminfo `bce`); otherwise the terminal's own.
  public var erasesToBackground: Bool
  public var colorDepth: ColorDepth
  public var dims: Bool
  public var slants: Bool

  /// Alternate screen, keypad, bracketed paste, hidden cursor, no wrap at the last column.
  var enter: [UInt8]
  /// Undoes ``enter`` in the opposite order, and what a frame may have asked for: reports of the mouse.
  var leave: [UInt8]
  var keys: [[UInt8]: Key]

  /// A terminal that can do all, with xterm's spelling.
  public static func xterm(_ colorDepth: ColorDepth) -> TerminalCapabilities {
    TerminalCapabilities(
      erasesColumns: true, erasesToBackground: true, colorDepth: colorDepth, dims: true, slants: true,
      alternate: ("\u{1B}[?1049h", "\u{1B}[?1049l"), keypad: ("\u{1B}[?1h\u{1B}=", "\u{1B}[?1l\u{1B}>"), keys: [:])
  }

  /// Reads the description of the terminal `name`.
  ///
  /// - Parameter descriptor: the terminal, for its size and speed.
  /// - Throws: ``TerminalError`` when there is no such description or it lacks what the screen needs.
  static func load(
    name: String?, descriptor: Int32, environment: [String: String]
  ) throws(TerminalError) -> TerminalCapabilities {
    guard let name, !name.isEmpty else { throw .terminalTypeMissing }
    if name == "unknown" { throw .terminalTypeUnknown(name) }
    switch khabar_terminfo_open(name, descriptor) {
    case 0: break
    case 1: throw .terminalTooPlain(name: name, capability: "cup")
    default: throw .terminalTypeUnknown(name)
    }
    defer { khabar_terminfo_close() }
    // Row 5 and column 10, counted from 0: asking for a spelled-out place shows the terminal's way of spelling.
    guard text(capacity: 64, { khabar_terminfo_string2("cup", 5, 10, $0, $1) }) == Array("\u{1B}[6;11H".utf8) else {
      throw .terminalTooPlain(name: name, capability: "cup")
    }
    let colors = khabar_terminfo_number("colors")
    let depth = ColorDepth(
      colors: Int(colors), describesDirect: khabar_terminfo_flag("Tc") || hasExtended("RGB"), environment: environment)
    return TerminalCapabilities(
      erasesColumns: string("ech") != nil, erasesToBackground: khabar_terminfo_flag("bce"), colorDepth: depth,
      dims: string("dim") != nil, slants: string("sitm") != nil,
      alternate: (string("smcup") ?? "", string("rmcup") ?? ""), keypad: (string("smkx") ?? "", string("rmkx") ?? ""),
      keys: describedKeys())
  }
}

nonisolated extension TerminalCapabilities {
  private init(
    erasesColumns: Bool, erasesToBackground: Bool, colorDepth: ColorDepth, dims: Bool, slants: Bool,
    alternate: (enter: String, leave: String), keypad: (enter: String, leave: String), keys: [[UInt8]: Key]
  ) {
    self.erasesColumns = erasesColumns
    self.erasesToBackground = erasesToBackground
    self.colorDepth = colorDepth
    self.dims = dims
    self.slants = slants
    enter = Array((alternate.enter + keypad.enter + "\u{1B}[?2004h\u{1B}[?25l\u{1B}[?7l").utf8)
    // An interrupted frame may have left the terminal waiting for the rest (mode 2026) or in some colour.
    leave = Array(
      ("\u{1B}[?2026l\u{1B}[0m\u{1B}[?7h" + MouseReport.end + "\u{1B}[?2004l" + keypad.leave + alternate.leave
        + "\u{1B}[?25h").utf8)
    self.keys = keys
  }

  private static func describedKeys() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in KeySequences.terminfoNames {
      guard let sequence = text(capacity: 64, { khabar_terminfo_string(name, $0, $1) }), !sequence.isEmpty else {
        continue
      }
      // One printing byte is a letter before it is a key; Tab and Return are told by `KeySequences`.
      if sequence.count == 1, let byte = sequence.first, byte != 0x08, byte != 0x7F { continue }
      if keys[sequence] == nil { keys[sequence] = key }
    }
    return keys
  }

  private static func hasExtended(_ name: String) -> Bool {
    // `RGB` is a flag, a number or a string, whatever the description's author chose (user_caps(5)).
    khabar_terminfo_flag(name) || khabar_terminfo_number(name) > 0 || string(name) != nil
  }

  private static func string(_ name: String) -> String? {
    text(capacity: 256) { khabar_terminfo_string(name, $0, $1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func text(capacity: Int, _ ask: (UnsafeMutablePointer<CChar>?, Int32) -> Int32) -> [UInt8]? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      let count = ask(buffer.baseAddress, Int32(capacity))
      guard count >= 0 else { return nil }
      return buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    }
  }
}
