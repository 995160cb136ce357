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
    of text: String, shownAs shown: String, _ article: Article, _ settings: ReaderSettings
  ) -> [SpokenSentence] {
    let cut = SentenceIterator(text, locale: article.language).flatMap { parts(of: $0, in: text) }
    var ranges: [Range<Int>] = []
    var position = text.startIndex
    var offset = 0
    for part in cut {
      offset += text.utf8.distance(from: position, to: part.lowerBound)
      let count = text[part].utf8.count
      ranges.append(offset..<(offset + count))
      offset += count
      position = part.upperBound
    }
    let shownRanges = settings.shownRanges(ranges, of: text, language: article.language)
    return zip(cut, shownRanges ?? cut.map { _ in 0..<shown.utf8.count }).map { part, range in
      SpokenSentence(text: DisplayText.safe(String(text[part])), shownUTF8Range: range)
    }
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
