import CellText
import IndicText
import NewsModel
import Screen

extension ReaderSettings {
  /// A text as it is shown now, what was found in it in `hitRole`.
  func shownRuns(
    _ text: String, hits: [Range<Int>], language: String?, _ role: StyleRole, hitRole: StyleRole
  ) -> [TextRun] {
    let links = DisplayedHits(text, hits).ranges.map {
      BlockLink(startUTF8Offset: $0.lowerBound, utf8Count: $0.count, address: "")
    }
    let block = shown(Block(kind: .paragraph, text: text, links: links), language: language)
    guard !block.links.isEmpty else { return [TextRun(block.text, role)] }
    var runs: [TextRun] = []
    let utf8 = block.text.utf8
    var start = 0
    func add(to end: Int, _ role: StyleRole) {
      guard end > start else { return }
      let from = utf8.index(utf8.startIndex, offsetBy: start)
      runs.append(TextRun(String(block.text[from..<utf8.index(from, offsetBy: end - start)]), role))
      start = end
    }
    for span in block.links {
      add(to: span.range.lowerBound, role)
      add(to: span.range.upperBound, hitRole)
    }
    add(to: utf8.count, role)
    return runs
  }

  /// A block's text as it is shown now, and in it the stretches that lead somewhere; safe text when there are any.
  ///
  /// In other letters a link is as long as the words that it touches: letters of a word are not read apart. A link that is no stretch
  /// of its text is text and no link.
  ///
  /// - Parameter textIndex: the number that the text gets among the story's.
  func shown(_ block: Block, language: String?, textIndex: Int = 0) -> (text: String, links: [BodySection.Span]) {
    let links = block.links.filter { $0.range(in: block.text) != nil }
    guard !links.isEmpty else { return (shown(block.text, language: language), []) }
    var ends: [Int] = []
    var targets: [Hyperlink?] = []
    // In reading order and apart, whatever the source says.
    var addresses: [String] = []
    for link in links.sorted(by: { $0.startUTF8Offset < $1.startUTF8Offset })
    where link.startUTF8Offset >= ends.last ?? 0 {
      ends += [link.startUTF8Offset, link.startUTF8Offset + link.utf8Count]
      addresses.append(link.address)
      targets.append(
        showsHyperlinks ? Hyperlink(link.address, text: textIndex, utf8Offset: link.startUTF8Offset) : nil)
    }
    var text = block.text
    if script == .roman || storyDigits != nil {
      guard let other = shown(text, language: language, &ends) else { return (shown(text, language: language), []) }
      text = other
    }
    if !DisplayText.isSafe(text) { text = DisplayText.safe(text, tracking: &ends) }
    var spans: [BodySection.Span] = []
    for (index, address) in addresses.enumerated() where ends[2 * index] < ends[2 * index + 1] {
      spans.append(
        BodySection.Span(
          range: ends[2 * index]..<ends[2 * index + 1], role: .link, address: address, target: targets[index]))
    }
    return (text, spans)
  }

  /// Where stretches of `text`, in order and apart, stand in what is shown of it; nil where other letters leave no place for one of them.
  func shownRanges(_ ranges: [Range<Int>], of text: String, language: String?) -> [Range<Int>]? {
    let links = ranges.map { BlockLink(startUTF8Offset: $0.lowerBound, utf8Count: $0.count, address: "") }
    let spans = shown(Block(kind: .paragraph, text: text, links: links), language: language).links
    return spans.count == ranges.count ? spans.map(\.range) : nil
  }

  /// ``shown(_:language:)`` word by word, moving `ends` along; nil where that would be another text than all of it at once.
  private func shown(_ text: String, language: String?, _ ends: inout [Int]) -> String? {
    let whole = shown(text, language: language)
    let utf8 = Array(text.utf8)
    var result = ""
    var start = 0
    for index in ends.indices {
      // A stretch begins with its first word and ends with its last.
      var end = ends[index]
      if index % 2 == 0 {
        while end > start, utf8[end - 1] != 0x20 { end -= 1 }
      } else {
        while end < utf8.count, utf8[end] != 0x20 { end += 1 }
      }
      if end > start {
        result += shownPiece(String(decoding: utf8[start..<end], as: UTF8.self), language: language, of: whole)
        start = end
      }
      ends[index] = result.utf8.count
    }
    result += shownPiece(String(decoding: utf8[start...], as: UTF8.self), language: language, of: whole)
    return result == whole ? whole : nil
  }

  /// A part of a text that is shown as `whole`: in Devanagari digits where that has any.
  private func shownPiece(_ piece: String, language: String?, of whole: String) -> String {
    script != .roman && storyDigits == .devanagari && ScriptShare(whole).share(of: .devanagari) > 0
      ? Digits.devanagari(piece) : shown(piece, language: language)
  }
}

extension BlockLink {
  /// Where the link stands in `text`; nil when its offsets are not places between characters of it.
  func range(in text: String) -> Range<String.Index>? {
    let utf8 = text.utf8
    guard startUTF8Offset >= 0, utf8Count > 0, startUTF8Offset < utf8.count,
      utf8Count <= utf8.count - startUTF8Offset
    else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: startUTF8Offset)
    let end = utf8.index(start, offsetBy: utf8Count)
    guard start.samePosition(in: text.unicodeScalars) != nil, end.samePosition(in: text.unicodeScalars) != nil else {
      return nil
    }
    return start..<end
  }
}
