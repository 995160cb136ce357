/// One decoded scalar of UTF-8 text.
struct DecodedScalar {
  var value: UInt32
  var utf8Count: Int
}

/// Walks over the grapheme clusters (UAX #29, conjuncts joined by GB9c) of a text, by UTF-8 offsets.
///
/// ASCII and Devanagari, nearly all of the text there is, are walked by hand; for anything else Swift's `Character` decides. Both agree.
struct ClusterScanner {
  let text: String
  /// The bytes of `text`; valid as long as the closure that gave them.
  let utf8: UnsafeBufferPointer<UInt8>

  /// Runs `body` with a scanner over `text`.
  static func scanning<Result>(_ text: String, _ body: (ClusterScanner) -> Result) -> Result {
    var native = text
    native.makeContiguousUTF8()
    let kept = native
    return native.withUTF8 { body(ClusterScanner(text: kept, utf8: $0)) }
  }

  @inline(__always)
  func scalar(at offset: Int) -> DecodedScalar {
    decodeScalar(utf8, at: offset)
  }

  /// The end of the cluster that begins at `offset`, which must be a cluster's beginning before the end of the text.
  @inline(__always)
  func clusterEnd(from offset: Int) -> Int {
    let first = utf8[offset]
    if first < 0x80 {
      // CR LF is one cluster; controls are left to Swift.
      if first >= 0x20, beginsPlainly(offset + 1) { return offset + 1 }
    } else if first == 0xE0, utf8[offset + 1] & 0xFC == 0xA4 {
      if let end = devanagariClusterEnd(from: offset) { return end }
    } else if first == 0xE2, isPunctuation(offset), beginsPlainly(offset + 3) {
      return offset + 3
    }
    return slowClusterEnd(from: offset)
  }

  /// Whether, after ASCII or punctuation, a cluster is sure to begin at `offset`: at the end, and before ASCII, punctuation and letters of
  /// Devanagari.
  @inline(__always)
  private func beginsPlainly(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return true }
    let first = utf8[offset]
    if first < 0x80 { return true }
    if first == 0xE2 { return isPunctuation(offset) }
    guard first == 0xE0, utf8[offset + 1] & 0xFC == 0xA4 else { return false }
    let value = 0x0900 | UInt32(utf8[offset + 1] & 0x03) << 6 | UInt32(utf8[offset + 2] & 0x3F)
    return value < 0x0980 && !ScalarClass(value).isMark
  }

  /// Dashes, quotes and the ellipsis, U+2010 to U+2027: each is a cluster, unless marks follow.
  @inline(__always)
  private func isPunctuation(_ offset: Int) -> Bool {
    utf8[offset] == 0xE2 && utf8[offset + 1] == 0x80 && (0x90...0xA7).contains(utf8[offset + 2])
  }

  /// Whether a scalar begins at `offset` that continues any cluster (UAX #29, GB9) and takes columns where it stands alone: a skin tone
  /// (U+1F3FB to U+1F3FF), which is a mark to UAX #14 only after pictures (LB30b), or a half-width voiced mark (U+FF9E, U+FF9F).
  func hasWideExtender(at offset: Int) -> Bool {
    guard offset + 2 < utf8.count, utf8[offset] >= 0xEF else { return false }
    if utf8[offset] == 0xEF { return utf8[offset + 1] == 0xBE && (0x9E...0x9F).contains(utf8[offset + 2]) }
    return offset + 3 < utf8.count && utf8[offset] == 0xF0 && utf8[offset + 1] == 0x9F && utf8[offset + 2] == 0x8F
      && utf8[offset + 3] >= 0xBB
  }

  /// Whether the byte at `offset` is a blank that nothing stands on, so that a line may do without it.
  func isLooseBlank(at offset: Int) -> Bool { utf8[offset] == 0x20 && !hasWideExtender(at: offset + 1) }

  func index(_ offset: Int) -> String.Index {
    text.utf8.index(text.utf8.startIndex, offsetBy: offset)
  }
}

@inline(__always)
func decodeScalar(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> DecodedScalar {
  let first = UInt32(utf8[offset])
  if first < 0x80 { return DecodedScalar(value: first, utf8Count: 1) }
  let second = UInt32(utf8[offset + 1]) & 0x3F
  if first < 0xE0 { return DecodedScalar(value: (first & 0x1F) << 6 | second, utf8Count: 2) }
  let third = UInt32(utf8[offset + 2]) & 0x3F
  if first < 0xF0 { return DecodedScalar(value: (first & 0x0F) << 12 | second << 6 | third, utf8Count: 3) }
  let fourth = UInt32(utf8[offset + 3]) & 0x3F
  return DecodedScalar(value: (first & 0x07) << 18 | second << 12 | third << 6 | fourth, utf8Count: 4)
}

extension ClusterScanner {
  private func slowClusterEnd(from offset: Int) -> Int {
    let end = text.index(after: index(offset))
    return text.utf8.distance(from: text.utf8.startIndex, to: end)
  }

  /// nil where something other than ASCII or Devanagari follows that may belong to the cluster.
  @inline(__always)
  private func devanagariClusterEnd(from offset: Int) -> Int? {
    var position = offset
    // GB9c: a consonant, marks that do not space with a virama among them, a consonant.
    var mayJoin = false
    var hasVirama = false
    var isFirst = true
    while position < utf8.count {
      let byte = utf8[position]
      if byte < 0x80 { return byte >= 0x20 ? position : nil }
      guard byte == 0xE0, utf8[position + 1] & 0xFC == 0xA4 else {
        return isPunctuation(position) ? position : nil
      }
      let value = 0x0900 | UInt32(utf8[position + 1] & 0x03) << 6 | UInt32(utf8[position + 2] & 0x3F)
      // U+0980 and up is Bengali.
      guard value < 0x0980 else { return nil }
      switch ScalarClass(value) {
      case .spacingMark:
        mayJoin = false
      case .indicNonspacingMark:
        if value == 0x094D { hasVirama = true }
      default:
        let isConsonant =
          (0x0915...0x0939).contains(value) || (0x0958...0x095F).contains(value) || (0x0978...0x097F).contains(value)
        if !isFirst, !(mayJoin && hasVirama && isConsonant) { return position }
        mayJoin = isConsonant
        hasVirama = false
      }
      isFirst = false
      position += 3
    }
    return position
  }
}
