public import Screen

/// Why a text names no key.
public enum KeyNotationError: Error, Hashable, Sendable {
  case empty
  /// With what was probably meant.
  case unknown(String, suggestion: String?)
  /// Alt is Escape before the key, and terminals do not tell the two apart.
  case hasAlt(String)
  /// Terminals send another key for it, which is given.
  case cannotArrive(String)
}

extension Key {
  /// The keys that `text` names, pressed one after another: `g g`, `^D`, `ctrl-d`, `C-d`, `<C-d>`, `space`, `F1`, `Shift-Tab`, `क`.
  ///
  /// Names are those of ``name`` and the usual others, in any case; a letter's case counts. A letter that is typed as several scalars,
  /// such as क्ष, stands for these one after another.
  public static func sequence(_ text: String) throws(KeyNotationError) -> [Key] {
    if text == " " { return [.scalar(" ")] }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw .empty }
    var keys: [Key] = []
    for word in words { keys += try Self.keys(String(word)) }
    return keys
  }

  /// The keys as one text that ``sequence(_:)`` understands.
  public static func name(of sequence: [Key]) -> String { sequence.map(\.name).joined(separator: " ") }

  private static func keys(_ word: String) throws(KeyNotationError) -> [Key] {
    if let arrow = named[word] { return [arrow] }
    if word.count == 1 { return word.unicodeScalars.map { .scalar($0) } }
    // Vim's brackets.
    let inner =
      word.hasPrefix("<") && word.hasSuffix(">") && word.count > 2 ? String(word.dropFirst().dropLast()) : word
    if let key = named[inner.lowercased()] { return [key] }
    if inner.lowercased().hasPrefix("f"), let number = Int(inner.dropFirst()), (1...24).contains(number) {
      return [.function(number)]
    }
    if inner.hasPrefix("^"), inner.count == 2 { return [try control(inner.dropFirst(), word)] }
    let parts = inner.split(separator: inner.contains("+") ? "+" : "-", maxSplits: 1)
    if parts.count == 2 {
      switch parts[0].lowercased() {
      case "ctrl", "control", "c": return [try control(parts[1], word)]
      case "alt", "meta", "a", "m": throw .hasAlt(word)
      case "shift", "s":
        if parts[1].lowercased() == "tab" { return [.backTab] }
        if parts[1].unicodeScalars.count == 1 { return parts[1].uppercased().unicodeScalars.map { .scalar($0) } }
      default: break
      }
    }
    // "gg" for "g g", unless it is nearly a name.
    let near = Spelling.nearest(to: word.lowercased(), among: named.keys.sorted())
    throw .unknown(word, suggestion: near ?? (word.count <= 4 ? word.map(String.init).joined(separator: " ") : nil))
  }

  private static func control(_ letter: Substring, _ word: String) throws(KeyNotationError) -> Key {
    let scalars = Array(letter.lowercased().unicodeScalars)
    guard scalars.count == 1, let scalar = scalars.first else { throw .unknown(word, suggestion: nil) }
    // The bytes of these are Tab's, Enter's, Backspace's and Escape's (ECMA-48, 5.2).
    switch scalar {
    case "i": throw .cannotArrive("Tab")
    case "m", "j": throw .cannotArrive("Enter")
    case "h": throw .cannotArrive("Backspace")
    case "[": throw .cannotArrive("Esc")
    case "a"..."z", "\\", "]", "^", "_": return .control(scalar)
    default: throw .unknown(word, suggestion: nil)
    }
  }

  private static let named: [String: Key] = [
    "space": .scalar(" "), "enter": .enter, "return": .enter, "ret": .enter, "cr": .enter, "esc": .escape,
    "escape": .escape, "tab": .tab, "shift-tab": .backTab, "backtab": .backTab, "s-tab": .backTab,
    "backspace": .backspace, "bs": .backspace, "delete": .delete, "del": .delete, "up": .up, "down": .down,
    "left": .left, "right": .right, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "pgdown": .pageDown, "home": .home, "end": .end, "minus": .scalar("-"), "plus": .scalar("+"), "hash": .scalar("#"),
    "↑": .up, "↓": .down, "←": .left, "→": .right,
  ]
}
