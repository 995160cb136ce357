/// What of a text may reach a cell.
///
/// Titles and bodies come from strangers: a terminal must see neither their control characters nor what re-orders or hides text.
public enum DisplayText {
  /// Marks that may stand on one base: the bound of the Stream-Safe Text Format (UAX #15, section 13).
  static let maximumMarks = 30

  /// `text` without all that a terminal might obey or that cannot be seen.
  ///
  /// - Newlines, tabs, other control characters that space text, U+2028 and U+2029 become a space.
  /// - Escape sequences go whole (CSI, and OSC, DCS and their kin up to their terminator); of one that never ends only its beginning goes.
  /// - Other controls, bidi controls, invisible format characters, private use, unassigned and noncharacters go.
  /// - ZWJ and ZWNJ stay between Indic or Arabic letters, ZWJ between pictures.
  /// - A mark with nothing to stand on (at the beginning, after a blank) goes: terminals would draw a dotted circle.
  /// - A sign that stands under the digits after it (U+0600 ARABIC NUMBER SIGN and its kin) goes when no digit or letter follows: it would bind to
  ///   whatever the screen has next.
  /// - Marks beyond the thirtieth on one base go.
  ///
  /// Gives `text` itself back when nothing is to do.
  /// - Complexity: linear in the bytes of `text`.
  public static func safe(_ text: String) -> String {
    if isSafe(text) { return text }
    var offsets: [Int] = []
    return safe(text, tracking: &offsets)
  }

  /// Whether ``safe(_:)`` would change nothing.
  public static func isSafe(_ text: String) -> Bool {
    if let answer = text.utf8.withContiguousStorageIfAvailable(isSafe) { return answer }
    var native = text
    return native.withUTF8(isSafe)
  }

  /// ``safe(_:)`` that also translates ascending UTF-8 offsets of `text` to those of the result.
  public static func safe(_ text: String, tracking offsets: inout [Int]) -> String {
    var native = text
    let bytes = native.withUTF8 { utf8 -> [UInt8] in
      var cleaning = Cleaning(utf8: utf8)
      cleaning.run(&offsets)
      return cleaning.output
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DisplayText {
  private static func isSafe(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    var previous: UInt32 = 0x20
    var markCount = 0
    while position < utf8.count {
      let scalar = decodeScalar(utf8, at: position)
      position += scalar.utf8Count
      switch ScalarClass(scalar.value) {
      case .narrow, .wide:
        markCount = 0
        if isPrepended(scalar.value), !mayPrepend(utf8, position) { return false }
      case .spacingMark, .indicNonspacingMark, .zero:
        markCount += 1
        if isBlank(previous) || markCount > maximumMarks { return false }
      case .joiner:
        let next = position < utf8.count ? decodeScalar(utf8, at: position).value : 0x20
        if !mayJoin(previous, scalar.value, next) { return false }
      case .hidden:
        return false
      }
      previous = scalar.value
    }
    return true
  }

  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0xA0 || (0x2000...0x200A).contains(scalar) || scalar == 0x202F || scalar == 0x205F
      || scalar == 0x3000 || scalar == 0x1680
  }

  static func mayJoin(_ previous: UInt32, _ joiner: UInt32, _ next: UInt32) -> Bool {
    // Whatever follows: a half letter may stand alone, as र् with ZWJ does in a grammar lesson.
    if (0x0900...0x0DFF).contains(previous) { return true }
    if (0x0600...0x08FF).contains(previous) { return true }
    return joiner == 0x200D && isPicture(previous) && isPicture(next)
  }

  /// Prepended_Concatenation_Mark (PropList.txt).
  @inline(__always)
  static func isPrepended(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x600 else { return false }
    switch scalar {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return true
    default: return false
    }
  }

  /// Whether what follows is something that such a sign stands under.
  static func mayPrepend(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position < utf8.count, let next = Unicode.Scalar(decodeScalar(utf8, at: position).value) else { return false }
    return !isPrepended(next.value) && (next.properties.isAlphabetic || next.properties.numericType != nil)
  }

  private static func isPicture(_ scalar: UInt32) -> Bool {
    let isInRange = (0x1F000...0x1FAFF).contains(scalar) || (0x2190...0x2BFF).contains(scalar) || scalar == 0xFE0F
    return isInRange && ScalarClass(scalar) != .hidden
  }
}

/// One run over a text that needs changing.
private struct Cleaning {
  let utf8: UnsafeBufferPointer<UInt8>
  var output: [UInt8] = []
  private var position = 0
  private var previous: UInt32 = 0x20
  private var markCount = 0

  /// An unfinished control string is text again after this many bytes: no title hides a page behind one escape.
  private static let longestControlString = 512

  init(utf8: UnsafeBufferPointer<UInt8>) {
    self.utf8 = utf8
    output.reserveCapacity(utf8.count)
  }

  mutating func run(_ offsets: inout [Int]) {
    var tracked = 0
    while position < utf8.count {
      while tracked < offsets.count, offsets[tracked] <= position {
        offsets[tracked] = output.count
        tracked += 1
      }
      step()
    }
    for index in tracked..<offsets.count { offsets[index] = output.count }
  }

  private mutating func step() {
    let start = position
    let scalar = decodeScalar(utf8, at: start)
    position += scalar.utf8Count
    switch ScalarClass(scalar.value) {
    case .narrow, .wide:
      markCount = 0
      if !DisplayText.isPrepended(scalar.value) || DisplayText.mayPrepend(utf8, position) { keep(scalar.value, start) }
    case .spacingMark, .indicNonspacingMark, .zero:
      markCount += 1
      if !DisplayText.isBlank(previous), markCount <= DisplayText.maximumMarks { keep(scalar.value, start) }
    case .joiner:
      let next = position < utf8.count ? decodeScalar(utf8, at: position).value : 0x20
      if DisplayText.mayJoin(previous, scalar.value, next) { keep(scalar.value, start) }
    case .hidden:
      dropHidden(scalar.value)
    }
  }

  private mutating func keep(_ value: UInt32, _ start: Int) {
    output.append(contentsOf: utf8[start..<position])
    previous = value
  }

  private mutating func dropHidden(_ value: UInt32) {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029:
      // CR LF is one line end.
      if value == 0x0D, position < utf8.count, utf8[position] == 0x0A { position += 1 }
      output.append(0x20)
      previous = 0x20
      markCount = 0
    case 0x1B:
      skipEscape()
    case 0x9B:
      skipControlSequence()
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
      skipControlString()
    default:
      break
    }
  }

  private mutating func skipEscape() {
    guard position < utf8.count else { return }
    switch utf8[position] {
    case UInt8(ascii: "["):
      position += 1
      skipControlSequence()
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      position += 1
      skipControlString()
    case 0x20...0x2F:
      // ECMA-35: intermediate bytes, then one final byte.
      var end = position
      while end < utf8.count, end < position + 4, (0x20...0x2F).contains(utf8[end]) { end += 1 }
      if end < utf8.count, (0x30...0x7E).contains(utf8[end]) { position = end + 1 }
    case 0x30...0x7E:
      position += 1
    default:
      break
    }
  }

  /// ECMA-48, 5.4: parameter bytes, intermediate bytes, a final byte.
  private mutating func skipControlSequence() {
    var end = position
    let limit = min(utf8.count, position + Self.longestControlString)
    while end < limit, (0x20...0x3F).contains(utf8[end]) { end += 1 }
    if end < limit, (0x40...0x7E).contains(utf8[end]) { position = end + 1 }
  }

  /// Up to ST (ESC \ or U+009C) or BEL.
  private mutating func skipControlString() {
    var end = position
    let limit = min(utf8.count, position + Self.longestControlString)
    while end < limit {
      if utf8[end] == 0x07 {
        position = end + 1
        return
      }
      if end + 1 < utf8.count {
        let isEscapeEnd = utf8[end] == 0x1B && utf8[end + 1] == 0x5C
        let isC1End = utf8[end] == 0xC2 && utf8[end + 1] == 0x9C
        if isEscapeEnd || isC1End {
          position = end + 2
          return
        }
      }
      end += 1
    }
  }
}
