/// A style as one terminal can show it: attributes and colours in the terminal's own words.
nonisolated struct Paint: Hashable, Sendable {
  var isBold = false
  var isDim = false
  var isItalic = false
  var isUnderlined = false
  var isReversed = false
  /// SGR parameters, as in `38;5;17`; empty for the terminal's own colour.
  var foreground: [UInt8] = []
  var background: [UInt8] = []

  /// What the terminal looks like after SGR 0.
  static let plain = Paint()

  /// A blank in this paint looks the same as columns erased to its background.
  var blanksAreErased: Bool { !isReversed && !isUnderlined }

  /// A blank in this paint looks the same as one in `other`.
  func blanksLookAlike(_ other: Paint) -> Bool {
    blanksAreErased && other.blanksAreErased && background == other.background
  }

  /// Appends the sequence that turns a terminal from `old` to this paint; nothing when they are equal.
  func appendSequence(after old: Paint, to bytes: inout [UInt8]) {
    guard self != old else { return }
    // Attributes are turned on one by one, but off together: SGR 22 would end bold and dim alike, and some terminals know neither
    // 22 nor 23.
    let startsAnew =
      (old.isBold && !isBold) || (old.isDim && !isDim) || (old.isItalic && !isItalic)
      || (old.isUnderlined && !isUnderlined) || (old.isReversed && !isReversed)
      || (foreground.isEmpty && !old.foreground.isEmpty) || (background.isEmpty && !old.background.isEmpty)
    let before = startsAnew ? Paint.plain : old
    bytes.append(0x1B)
    // Each parameter with the sign before it: `[` or `;`.
    var sign: UInt8 = 0x5B
    func append(_ parameter: UInt8, _ isWanted: Bool) {
      guard isWanted else { return }
      bytes.append(sign)
      bytes.append(parameter)
      sign = 0x3B
    }
    append(0x30, startsAnew)
    append(0x31, isBold && !before.isBold)
    append(0x32, isDim && !before.isDim)
    append(0x33, isItalic && !before.isItalic)
    append(0x34, isUnderlined && !before.isUnderlined)
    append(0x37, isReversed && !before.isReversed)
    for (color, known) in [(foreground, before.foreground), (background, before.background)] where color != known {
      bytes.append(sign)
      bytes += color
      sign = 0x3B
    }
    bytes.append(0x6D)
  }
}
