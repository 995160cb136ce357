import IndicText
import NewsModel

/// The words to be marked in a story that a search found: those that were asked for, and those that stand in the story for them.
struct StoryTerms {
  private(set) var words: [String] = []

  /// More words than anybody asks for.
  private static let mostCount = 24

  init(text: String, hit: SearchHit) {
    let title = DisplayedHits(hit.headline.title, hit.titleHits).pieces
    let passage = hit.passage.map { DisplayedHits($0.text, $0.hits).pieces } ?? []
    var seen: Set<String> = []
    for word in Self.asked(in: text) + title + passage where words.count < Self.mostCount {
      let key = SearchKey.fold(word)
      if !key.isEmpty, seen.insert(key).inserted { words.append(word) }
    }
  }

  /// Words and phrases of a query: without fields, what must not be there, and signs.
  private static func asked(in text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    func take() {
      let isSign = word == "OR" || word == "AND" || word == "|"
      let isField = word.prefix { $0 != ":" }.count < word.count && !word.hasPrefix("title:")
      if !word.isEmpty, !isSign, !word.hasPrefix("-"), !isField {
        words.append(String(word.hasPrefix("title:") ? word.dropFirst(6) : word[...]).replacing("*", with: ""))
      }
      word = ""
    }
    for character in text {
      switch character {
      case "\"", "“", "”": isQuoted.toggle()
      case _ where isQuoted: word.append(character)
      case "(", ")": take()
      case _ where character.isWhitespace: take()
      default: word.append(character)
      }
    }
    take()
    return words
  }
}

/// Stretches of a text that a search found, as they came from the store: what is no stretch of whole characters is left out.
struct DisplayedHits {
  private(set) var pieces: [String] = []
  /// In order and apart.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String, _ hits: [Range<Int>]) {
    let utf8 = text.utf8
    for hit in hits.sorted(by: { $0.lowerBound < $1.lowerBound })
    where hit.lowerBound >= ranges.last?.upperBound ?? 0 && hit.upperBound <= utf8.count && !hit.isEmpty {
      let start = utf8.index(utf8.startIndex, offsetBy: hit.lowerBound)
      let end = utf8.index(start, offsetBy: hit.count)
      guard start.samePosition(in: text) != nil, end.samePosition(in: text) != nil else { continue }
      ranges.append(hit)
      pieces.append(String(text[start..<end]))
    }
  }
}
