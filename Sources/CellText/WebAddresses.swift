/// Web addresses in a text, which break by rules of their own: UAX #14 would cut them at hyphens and never before a question mark.
enum WebAddresses {
  /// The words that are addresses, ascending.
  static func ranges(_ utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var wordStart = 0
    var isAddress = false
    for position in utf8.indices {
      switch utf8[position] {
      case 0x20:
        if isAddress { ranges.append(wordStart..<position) }
        wordStart = position + 1
        isAddress = false
      case UInt8(ascii: ":"):
        if follows(utf8, position, "://") { isAddress = true }
      case UInt8(ascii: "w"):
        if position == wordStart, follows(utf8, position, "www.") { isAddress = true }
      default:
        break
      }
    }
    if isAddress { ranges.append(wordStart..<utf8.count) }
    return ranges
  }

  /// After a slash, before `?`, `&`, `#` and `=`; never in the scheme.
  static func breaks(_ scanner: ClusterScanner, _ range: Range<Int>) -> [Int] {
    let utf8 = scanner.utf8
    guard range.count > 2 else { return [] }
    return ((range.lowerBound + 1)..<(range.upperBound - 1)).filter { position in
      switch utf8[position] {
      case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "="):
        return true
      default:
        guard utf8[position - 1] == UInt8(ascii: "/"), utf8[position] != UInt8(ascii: "/") else { return false }
        let isAfterScheme = position >= 3 && follows(utf8, position - 3, "://")
        return !isAfterScheme && !LineBreakTailoring.neverStarts(scanner, position)
          && !ScalarClass(scanner.scalar(at: position).value).isMarkOrJoiner
      }
    }
  }
}

extension WebAddresses {
  private static func follows(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int, _ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= utf8.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where utf8[position + index] != text.utf8Start[index] { return false }
    return true
  }
}
