import IndicText
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// The query language over a store, its text in an index that the test fills.
@Suite(.inBackground) struct QueryCompilerTests {
  private let connection: Connection
  private let today = Timestamp.fixture

  /// Story by number: title, body, tags, section, feed, language, day after the fixture's.
  private static let stories:
    [(title: String, body: String, tags: [String], section: String, feed: String, language: String, day: Int64)] = [
      ("बिहार में बाढ़ से हालात बिगड़े", "गंगा का जलस्तर बढ़ा और स्कूल बंद रहे", ["बिहार", "बाढ़"], "देश", "गाँव की बात", "hi", 0),
      ("राजस्थान में सूखे की आहट", "किसान बारिश की राह देख रहे हैं", ["राजस्थान", "किसान"], "देश", "गाँव की बात", "hi", 1),
      ("क्रिकेट: भारत ने जीता फ़ाइनल", "बारिश से रुका खेल फिर शुरू हुआ", ["क्रिकेट"], "खेल", "खेल जगत", "hi-IN", 2),
      ("पुण्यात पावसाची हजेरी", "शहरात बारिश झाली", ["पुणे"], "राज्य", "गाँव की बात", "mr", 3),
      ("किसानों की बैठक दिल्ली में", "जलवायु संकट पर चर्चा, बाढ़ राहत की माँग", ["किसान", "दिल्ली"], "देश", "खेल जगत", "hi", 4),
    ]

  init() throws {
    connection = try StoreOpening.connection(to: ":memory:")
    let articles = ArticleTable(connection: connection)
    for (number, story) in Self.stories.enumerated() {
      let feed = Feed.savedPages(publisher: story.feed)
      var article = Article.fixture(
        story.title, feed: feed, date: .fixture.adding(days: story.day), section: story.section,
        paragraphs: [story.body],
        tags: story.tags)
      article.language = story.language
      _ = try articles.save(article, feedRow: try FeedTable(connection: connection).save(feed), now: .fixture)
      try connection.run(
        "UPDATE article SET search_row = ? WHERE id = ?", [SQLValue(number * 10), .text(article.id.rawValue)])
      try connection.run(
        "INSERT INTO search (rowid, title, lead, body, about) VALUES (?, ?, '', ?, ?)",
        [
          SQLValue(number * 10), .text(SearchKey.fold(story.title)), .text(SearchKey.fold(story.body)),
          .text(SearchKey.fold(story.tags.joined(separator: " "))),
        ])
    }
  }

  /// The stories that a list with this query shows, by their numbers, oldest first.
  private func find(_ text: String, expand: @escaping QueryCompiler.Expansion = QueryCompiler.exactWords) throws
    -> [Int]
  {
    var query = HeadlineQuery()
    query.filter = try StoryQuery(parsing: text, today: today)
    let filter = try HeadlineFilter(query, on: connection, expand: expand)
    let titles = try connection.rows("SELECT a.title \(filter.sql) \(HeadlineFilter.reversedOrder)", filter.arguments) {
      $0.text(0)
    }
    let compiler = QueryCompiler(connection: connection, expand: expand, scope: 0...1_000)
    let scoped = try compiler.condition(try #require(query.filter))
    let again = try connection.rows(
      "SELECT a.title FROM article AS a WHERE \(scoped.sql) \(HeadlineFilter.reversedOrder)", scoped.arguments
    ) { $0.text(0) }
    #expect(again == titles, "\(text): \(scoped.sql)")
    return titles.compactMap { title in Self.stories.firstIndex { $0.title == title } }
  }

  @Test("words are looked for in the whole story, phrases in order, beginnings where a star asks for them")
  func words() throws {
    #expect(try find("बारिश") == [1, 2, 3])
    #expect(try find("बाढ") == [0, 4])
    #expect(try find("बारिश खेल") == [2])
    #expect(try find("बारिश -खेल") == [1, 3])
    #expect(try find("-बारिश") == [0, 4])
    #expect(try find("-बारिश -बाढ़") == [])
    #expect(try find("\"जलवायु संकट\"") == [4] && find("\"संकट जलवायु\"") == [])
    #expect(try find("किसान*") == [1, 4] && find("किसान") == [1, 4] && find("किसानों") == [4])
    #expect(try find("\"स्कूल ब\"*") == [0])
    #expect(try find("बाढ़ OR सूखे") == [0, 1, 4])
    #expect(try find("बाढ़ या सूखे बारिश") == [1])
    #expect(try find("नहींहै") == [])
    #expect(try find("") == [0, 1, 2, 3, 4] && find("-*") == [])
  }

  @Test("fields narrow, and mix with words under OR, minus and parentheses at any depth")
  func fields() throws {
    #expect(try find("title:किसानों") == [4] && find("title:किसान") == [] && find("title:किसान*") == [4])
    #expect(try find("title:\"बाढ़ से हालात\"") == [0] && find("title:\"हालात से\"") == [])
    #expect(try find("-title:में") == [2, 3])
    #expect(try find("tag:किसान") == [1, 4] && find("tag:किसान tag:दिल्ली") == [4] && find("-tag:किसान") == [0, 2, 3])
    #expect(try find("tag:क्रिकेट OR tag:पुणे") == [2, 3])
    #expect(try find("tag:नहीं") == [] && find("-tag:नहीं") == [0, 1, 2, 3, 4] && find("tag:नहीं OR बारिश") == [1, 2, 3])
    #expect(try find("section:देश -बाढ़") == [1] && find("section:देश section:खेल") == [])
    #expect(try find("feed:खेल") == [2, 4] && find("feed:\"खेल जगत\"") == [2, 4] && find("-feed:ख") == [0, 1, 3])
    #expect(try find("feed:नहीं") == [])
    #expect(try find("lang:hi") == [0, 1, 2, 4] && find("-lang:hi") == [3])
    #expect(
      try find("after:2019-11-05") == [2, 3, 4] && find("before:2019-11-05") == [0, 1] && find("on:2019-11-05") == [2])
    #expect(try find("बाढ़ OR tag:पुणे") == [0, 3, 4])
    #expect(try find("-(बाढ़ OR tag:पुणे)") == [1, 2])
    #expect(try find("(बारिश OR section:देश) -(tag:किसान बारिश) -(title:फाइनल OR lang:mr)") == [0, 4])
    #expect(try find("-(-बारिश OR -section:देश)") == [1])
    #expect(try find("बारिश OR -section:देश OR जलवायु") == [1, 2, 3, 4])
  }

  @Test("state is asked for as it is, and as it is not")
  func states() throws {
    let states = ReadingStateTable(connection: connection)
    let ids = Self.stories.map {
      ArticleID(identity: Feed.savedPages(publisher: $0.feed).id.rawValue + "\n" + $0.title)
    }
    _ = try states.apply(ReadingChange(isRead: true), to: ids[1], now: today)
    _ = try states.apply(ReadingChange(isStarred: true), to: ids[2], now: today)
    #expect(try find("is:unread बारिश") == [2, 3] && find("is:read") == [1] && find("is:read OR is:starred") == [1, 2])
    #expect(try find("is:starred") == [2] && find("-is:starred बारिश") == [1, 3])
    #expect(try find("is:grouped") == [])
  }

  @Test("a story that is not in the index yet is found by its headline and by what it is filed under, and has no word")
  func unindexed() throws {
    try connection.run("UPDATE article SET search_row = NULL WHERE section = 'खेल'")
    #expect(try find("title:क्रिकेट") == [2] && find("tag:क्रिकेट") == [2] && find("क्रिकेट") == [])
    #expect(try find("-बारिश") == [0, 2, 4] && find("-(बारिश OR tag:बाढ़)") == [2, 4])
  }

  @Test("a term means the words that it is expanded to, phrases among them; none means nothing")
  func expansion() throws {
    let forms: QueryCompiler.Expansion = { term in
      ["बारिश": [["बारिश"], ["पावसाची"]], "barish": [["बारिश"]], "जल": [["जलवायु", "संकट"], ["जलस्तर"]], "कुछनहीं": []][term.text]
        ?? [SearchKey.words(term.text)]
    }
    #expect(try find("barish", expand: forms) == [1, 2, 3] && find("title:बारिश", expand: forms) == [3])
    #expect(try find("जल", expand: forms) == [0, 4] && find("जल -बारिश", expand: forms) == [0, 4])
    #expect(try find("कुछनहीं", expand: forms) == [] && find("कुछनहीं OR barish", expand: forms) == [1, 2, 3])
    #expect(try find("-कुछनहीं", expand: forms) == [0, 1, 2, 3, 4] && find("title:कुछनहीं", expand: forms) == [])
  }

  @Test("nothing that is typed is ever SQL or the index's own language")
  func hostile() throws {
    let texts = [
      "\"' OR 1=1 --\"", "x\") OR search MATCH (\"y", "NEAR(बारिश, 5)", "title : बारिश", "{title body}:x", "^बारिश",
      "बारिश + खेल", "a NOT b", "tag:'; DROP TABLE article",
      "feed:%", "section:_", "title:%*", "«\"»", "\u{0}", "क\u{0}ख", "rank:x", "after:2019-11-03'", "lang:hi'",
    ]
    for text in texts {
      #expect(throws: Never.self, "\(text)") {
        do { _ = try find(text) } catch is QueryTrouble {}
      }
    }
    #expect(try find("बारि_") == [] && find("बारि%") == [])
    #expect(try connection.first("SELECT count(*) FROM article") { $0.int(0) } == 5)
  }

  @Test("the deepest, widest and longest query that parses runs")
  func limits() throws {
    let depth = 12
    func nested(_ open: String, _ inner: String) -> String {
      String(repeating: open, count: depth) + inner + String(repeating: ")", count: depth)
    }
    for text in [
      nested("बारिश OR (खेल ", "क"), nested("बारिश OR (tag:किसान ", "क"), nested("बारिश -(tag:किसान OR ", "क"), nested("-(", "क"),
      nested("title:बारिश OR (खेल ", "क"),
      nested("-(tag:क ", "tag:किसान"), nested("बारिश -(खेल ", "क"),
      nested("क ख OR (ग घ OR ", "च"), nested("क -tag:ख OR (ग OR -tag:घ ", "च"),
      nested("क OR title:\"ख ग\" OR (-tag:घ lang:hi ", "च"),
    ] {
      #expect(throws: Never.self) { try find(text) }
    }
    let words = (0..<200).map { "क\($0)" }
    for text in [
      words.joined(separator: " "), words.joined(separator: " OR "), words.map { "-" + $0 }.joined(separator: " "),
      words.map { "tag:" + $0 }.joined(separator: " OR "), words.map { "title:" + $0 }.joined(separator: " "),
      words.map { "title:\"" + $0 + " ख\"" }.joined(separator: " OR "),
      words.map { "lang:hi -" + $0 }.prefix(100).joined(separator: " OR "),
      String(repeating: "क", count: 2_700), "\"" + String(repeating: "क ", count: 2_000) + "\"",
    ] {
      #expect(throws: Never.self) { try find(text) }
    }
  }

  @Test("it runs as a ranked search, as a list and as a rule too, when every word has as many forms as are looked for")
  func limitsWithForms() throws {
    // One stem and as many words as are ever taken for it, under the names of the words below.
    for number in 0..<400 {
      try connection.run(
        "INSERT OR IGNORE INTO term (word, stories, stem, sound) VALUES (?, 1, ?, ?)",
        [.text("w\(number)"), .text(TermTable.stem("w\(number % 8)")), .text("w")])
    }
    func nested(_ open: String) -> String {
      String(repeating: open, count: 12) + "w7" + String(repeating: ")", count: 12)
    }
    let texts = [
      nested("w1 OR (w2 "), nested("w1 -(w2 OR "), nested("w1 -tag:किसान OR (w2 OR -w3 "), nested("title:w1 OR (w2 "),
      (0..<200).map { "w\($0 % 8)" }.joined(separator: " OR "), (0..<200).map { "w\($0)" }.joined(separator: " "),
      (0..<200).map { "title:w\($0 % 8)" }.joined(separator: " OR "),
    ]
    for text in texts {
      let query = try StoryQuery(parsing: text, today: today)
      for filter in [query, query.alsoByTitleBeginnings] {
        var list = HeadlineQuery()
        list.filter = filter
        #expect(throws: Never.self, "\(text)") {
          try HeadlineTable(connection: connection).page(list, start: 0, limit: 9)
        }
      }
      for isTyping in [true, false] {
        let request = SearchRequest(text: text, limit: 9, isTyping: isTyping)
        let page = try StorySearch(connection: connection, now: today).page(request)
        #expect(page.trouble == nil)
      }
      _ = try SavedQueryTable(connection: connection).save(SavedQuery(name: text, text: text, use: .mute), now: today)
      #expect(throws: Never.self, "\(text)") {
        try MuteRuleTable(connection: connection).applyAll()
        try MuteRuleTable(connection: connection).apply(to: [1, 2, 3])
      }
    }
  }
}
