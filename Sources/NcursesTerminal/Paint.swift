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

  /// The sequence that turns a terminal from `old` to this paint; empty when they are equal.
  func sequence(after old: Paint) -> [UInt8] {
    guard self != old else { return [] }
    // Attributes are turned on one by one, but off together: SGR 22 would end bold and dim alike, and some terminals know neither
    // 22 nor 23.
    let startsAnew =
      (old.isBold && !isBold) || (old.isDim && !isDim) || (old.isItalic && !isItalic)
      || (old.isUnderlined && !isUnderlined) || (old.isReversed && !isReversed)
      || (foreground.isEmpty && !old.foreground.isEmpty) || (background.isEmpty && !old.background.isEmpty)
    let before = startsAnew ? Paint.plain : old
    var parameters: [[UInt8]] = startsAnew ? [[0x30]] : []
    if isBold, !before.isBold { parameters.append([0x31]) }
    if isDim, !before.isDim { parameters.append([0x32]) }
    if isItalic, !before.isItalic { parameters.append([0x33]) }
    if isUnderlined, !before.isUnderlined { parameters.append([0x34]) }
    if isReversed, !before.isReversed { parameters.append([0x37]) }
    if foreground != before.foreground { parameters.append(foreground) }
    if background != before.background { parameters.append(background) }
    return [0x1B, 0x5B] + Array(parameters.joined(separator: [0x3B])) + [0x6D]
  }
}
