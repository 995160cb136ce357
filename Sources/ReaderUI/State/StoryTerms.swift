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

  /// Words and phrases of a query, those left out that must not be there.
  private static func asked(in text: String) -> [String] {
    // What counts as today finds no words.
    let today = Timestamp(secondsSince1970: 0)
    guard let query = try? StoryQuery(parsing: text, today: today, isUnfinished: true) else { return [] }
    return words(of: query)
  }

  private static func words(of query: StoryQuery) -> [String] {
    switch query {
    case .all, .filter, .not: []
    case .term(let term): term.isPhrase ? [term.text] : term.text.split(separator: " ").map(String.init)
    case .and(let parts), .or(let parts): parts.flatMap(words)
    }
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
