import CellText
import IndicText
import NewsModel

extension ReaderState {
  /// The sentence of the story that says `text`: word for word whatever the spelling and the signs, else the one that shares most words.
  mutating func sentence(like text: String) -> BodyLayout.Hit? {
    let exact = hits(of: text)
    if let hit = exact.first(where: { body.layout.isParagraph($0.textIndex) }) ?? exact.first { return hit }
    let language = body.story?.article.language
    return body.layout.sentence(like: settings.shown(text, language: language), locale: language ?? "hi")
  }
}

extension BodyLayout {
  /// Whether text number `textIndex` is one of the body's.
  func isParagraph(_ textIndex: Int) -> Bool {
    guard sectionOfText.indices.contains(textIndex) else { return false }
    let section = sections[sectionOfText[textIndex]]
    return section.blockIndex != nil && section.textIndex != nil
  }

  /// The sentence that has at least three of five of the words of `text`; of several the one with most of them, then the shortest.
  ///
  /// Of a story that is longer, only the first 256 kB are looked through.
  func sentence(like text: String, locale: String) -> Hit? {
    let wanted = Set(SearchKey.words(text))
    guard wanted.count >= 3 else { return nil }
    var best: (shared: Int, length: Int, hit: Hit)?
    var left = 262_144
    for index in searchable.indices where isParagraph(index) && left > 0 {
      let text = DisplayText.safe(searchable[index])
      left -= text.utf8.count
      guard text.utf8.count <= 65_536 else { continue }
      var offset = 0
      var position = text.startIndex
      for range in SentenceIterator(text, locale: locale) {
        offset += text.utf8.distance(from: position, to: range.lowerBound)
        position = range.lowerBound
        let sentence = text[range]
        let words = Set(SearchKey.words(String(sentence)))
        let shared = words.intersection(wanted).count
        guard shared * 5 >= wanted.count * 3, (shared, -words.count) > (best?.shared ?? 0, -(best?.length ?? Int.max))
        else { continue }
        best = (shared, words.count, Hit(textIndex: index, utf8Range: offset..<(offset + sentence.utf8.count)))
      }
    }
    return best?.hit
  }
}
