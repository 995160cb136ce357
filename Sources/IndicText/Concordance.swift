/// Keyword in context: a hit with the words around it.
public enum Concordance {
  /// The bounds of about `utf8Count` bytes on either side of a hit, widened or narrowed to whole words.
  ///
  /// - Parameter hit: UTF-8 bytes of `text`, between clusters.
  /// - Returns: UTF-8 bytes of `text`; without blanks at its ends.
  public static func bounds(of hit: Range<Int>, in text: String, utf8Count: Int = 120) -> Range<Int> {
    var text = text
    return text.withUTF8 { utf8 in
      func isBlank(_ offset: Int) -> Bool { utf8[offset] == 0x20 }
      var start = max(0, hit.lowerBound - utf8Count)
      // To the beginning of a word; a hit in a text without blanks keeps its neighbours out.
      if start > 0 {
        while start < hit.lowerBound, !isBlank(start) { start += 1 }
        while start < hit.lowerBound, isBlank(start) { start += 1 }
      }
      var end = min(utf8.count, hit.upperBound + utf8Count)
      if end < utf8.count {
        while end > hit.upperBound, !isBlank(end) { end -= 1 }
        while end > hit.upperBound, isBlank(end - 1) { end -= 1 }
      }
      return start..<end
    }
  }
}
