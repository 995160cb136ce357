import Foundation
import IndicText
import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Known stories looked for as a reader remembers them: by the two words of the headline that say most.
@Suite("The quality of search", .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"), .inBackground)
struct SearchQualityTests {
  @Test("the two rarest words of a headline find its story first, folded and in Latin letters")
  func rarestWords() async throws {
    var stories: [(title: String, paragraphs: [String])] = []
    for object in try SharedData.objects("hindi-naidunia/articles.jsonl.xz") {
      guard let title = object["title"] as? String, let content = object["content"] as? String else { continue }
      stories.append((title, content.split(separator: "\n").map(String.init)))
    }
    try #require(stories.count > 300)
    let store = try ArticleStore.inMemory()
    let feed = Feed(id: FeedID(rawValue: "plain"), title: "सादा पाठ")
    let articles = stories.enumerated().map { number, story in
      Article(
        id: ArticleID(identity: "\(number)"), identity: "\(number)", feed: feed.id, title: story.title, language: "hi",
        body: ArticleBody(paragraphs: story.paragraphs))
    }
    try await store.save(articles, from: feed, now: Timestamp(secondsSince1970: 1_760_000_000))
    try await StoryIndexing(store: store).indexAll()

    var storiesWithWord: [String: Int] = [:]
    for story in stories {
      let words = SearchKey.words(([story.title] + story.paragraphs).joined(separator: " "))
      for word in Set(words) { storiesWithWord[word, default: 0] += 1 }
    }
    var asked = 0
    var missed: (folded: [String], latin: [String]) = ([], [])
    for story in stories {
      // A headline cut after a hyphen or a number says nothing that a reader would type.
      let words = Set(SearchKey.words(story.title)).filter { $0.unicodeScalars.count > 1 && Int($0) == nil }
      let rarest = words.sorted { (storiesWithWord[$0] ?? 0, $0) < (storiesWithWord[$1] ?? 0, $1) }.prefix(2)
      guard rarest.count == 2 else { continue }
      let query = rarest.joined(separator: " ")
      let title = story.title
      asked += 1
      if try await first(query, in: store) != title { missed.folded.append("\(query) → \(title)") }
      let latin = Self.typed(query)
      if try await first(latin, in: store) != title { missed.latin.append("\(latin) → \(title)") }
    }
    for (name, missed) in [("folded", missed.folded), ("in Latin letters", missed.latin)] {
      print(Share("search: two rarest words of a headline, \(name)", right: asked - missed.count, of: asked))
      #expect(missed.count * 20 <= asked, "\(name): \(missed)")
    }
  }

  /// The headline of the first hit: papers print a story twice under one.
  private func first(_ query: String, in store: ArticleStore) async throws -> String? {
    let request = SearchRequest(text: query, limit: 1)
    return try await store.search(request, now: Timestamp(secondsSince1970: 1_760_000_000)).hits.first?.headline.title
  }

  /// As people type it: no signs above and below the letters.
  private static func typed(_ text: String) -> String {
    let latin = Romanisation.text(text, language: "hi").decomposedStringWithCanonicalMapping
    return String(String.UnicodeScalarView(latin.unicodeScalars.filter { $0.isASCII })).lowercased()
  }
}
