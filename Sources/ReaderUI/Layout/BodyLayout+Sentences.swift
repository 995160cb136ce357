import CellText
import IndicText
import NewsModel

extension BodyLayout {
  /// How many of the texts can be read aloud: title, dek and the body's blocks, not the credit.
  static func spokenTextCount(of article: Article) -> Int {
    firstBlockText(of: article) + article.body.blocks.count
  }

  private static func firstBlockText(of article: Article) -> Int { article.dek == nil ? 1 : 2 }

  /// The sentences of text number `textIndex`; none for a picture, whose caption stands beside what it shows.
  func sentences(of article: Article, textIndex: Int, settings: ReaderSettings) -> [SpokenSentence] {
    guard searchable.indices.contains(textIndex) else { return [] }
    let shown = DisplayText.safe(searchable[textIndex])
    let whole = 0..<shown.utf8.count
    let blockIndex = textIndex - Self.firstBlockText(of: article)
    guard blockIndex >= 0 else {
      return Self.sentences(of: textIndex == 0 ? article.title : article.dek ?? "", shownAs: shown, article, settings)
    }
    guard article.body.blocks.indices.contains(blockIndex) else { return [] }
    let block = article.body.blocks[blockIndex]
    switch block.kind {
    case .picture: return []
    case .tableRow:
      // Columns are told apart by a pause.
      let cells = block.cells.isEmpty ? [block.text] : block.cells
      return [SpokenSentence(text: cells.joined(separator: ", "), shownUTF8Range: whole)]
    // Its blanks are shown otherwise than they came; a line of it is short.
    case .preformatted: return block.text.isEmpty ? [] : [SpokenSentence(text: block.text, shownUTF8Range: whole)]
    default: return Self.sentences(of: block.text, shownAs: shown, article, settings)
    }
  }

  private static func sentences(
    of raw: String, shownAs shown: String, _ article: Article, _ settings: ReaderSettings
  ) -> [SpokenSentence] {
    let text = DisplayText.safe(raw)
    let isSame = text == shown
    var sentences: [SpokenSentence] = []
    var position = text.startIndex
    var offset = 0
    let count = shown.utf8.count
    /// Letters and digits are shown word by word, so what stands before a sentence is shown with as many bytes by itself.
    func advance(to index: String.Index) -> Int {
      let passed = String(text[position..<index])
      position = index
      offset += isSame ? passed.utf8.count : settings.shown(passed, language: article.language).utf8.count
      return min(offset, count)
    }
    for range in SentenceIterator(text, locale: article.language) {
      for part in parts(of: range, in: text) {
        let start = advance(to: part.lowerBound)
        let end = advance(to: part.upperBound)
        sentences.append(SpokenSentence(text: String(text[part]), shownUTF8Range: start..<max(start, end)))
      }
    }
    return sentences
  }

  /// What a speaker is given at a time, so that pausing and going on stay near the place; longer sentences are cut after a word.
  private static let longestUTF8Count = 1500

  private static func parts(of range: Range<String.Index>, in text: String) -> [Range<String.Index>] {
    var parts: [Range<String.Index>] = []
    var start = range.lowerBound
    while text.utf8.distance(from: start, to: range.upperBound) > longestUTF8Count {
      let limit = text.utf8.index(start, offsetBy: longestUTF8Count)
      let cut =
        text[start..<limit].lastIndex { $0 == "," || $0 == ";" }.map { text.index(after: $0) }
        ?? text[start..<limit].lastIndex(of: " ") ?? text.index(after: text.unicodeScalars.index(before: limit))
      guard cut > start, cut < range.upperBound else { break }
      parts.append(start..<cut)
      start = cut
    }
    return parts + [start..<range.upperBound]
  }
}
