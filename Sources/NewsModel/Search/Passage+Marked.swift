extension Passage {
  /// The text with `start` before and `end` after each hit. The marks themselves are taken out of the text first.
  public func marked(_ start: String, _ end: String) -> String {
    let utf8 = Array(text.utf8)
    func plain(_ range: Range<Int>) -> String {
      var text = String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
      text.unicodeScalars.removeAll { start.unicodeScalars.contains($0) || end.unicodeScalars.contains($0) }
      return text
    }
    var marked = ""
    var position = 0
    for hit in hits where hit.lowerBound >= position {
      marked += plain(position..<hit.lowerBound) + start + plain(hit) + end
      position = hit.upperBound
    }
    return marked + plain(min(position, utf8.count)..<utf8.count)
  }
}
