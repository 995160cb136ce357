import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite("Marked sentences", .inBackground)
struct SentenceMarkTests {
  private static let paragraphs = [
    "मेले में इस बार बारह दुकानें लगीं। बच्चों ने झूले पर ख़ूब हँसी लुटाई।",
    "शाम को नौटंकी हुई। मेले में इस बार बारह दुकानें लगीं।", "नौटंकी देर रात तक चली।",
  ]

  private func article(_ paragraphs: [String] = Self.paragraphs) -> Article {
    Article.fixture("गाँव के मेले में लौटी पुरानी रौनक फिर से", paragraphs: paragraphs)
  }

  private func mark(_ article: Article, _ number: Int, note: String = "", after seconds: Int64 = 0) -> SentenceMark {
    let place = article.body.sentences(language: "hi")[number]
    return SentenceMark(
      story: article.id, anchor: SentenceAnchor(place, in: article.body), note: note,
      made: Timestamp.fixture.adding(seconds: seconds))
  }

  @Test(
    "marks are kept in the file, the last first; a note changes its mark, and a mark that is removed and kept again is the same"
  )
  func keeping() async throws {
    try await withStorePath { path in
      let article = article()
      let first = mark(article, 1)
      var second = mark(article, 2, note: "कौन-सी मंडली?", after: 60)
      do {
        let store = try ArticleStore(path: path)
        try await store.save([article], from: .fixture, now: .fixture)
        #expect(try await store.save(first))
        #expect(try await store.save(second))
        second.note = "हाथरस की मंडली"
        #expect(try await store.save(second))
      }
      let store = try ArticleStore(path: path)
      #expect(try await store.marks().map(\.mark) == [second, first])
      #expect(try await store.marks().map(\.sentence) == ["शाम को नौटंकी हुई।", "बच्चों ने झूले पर ख़ूब हँसी लुटाई।"])
      #expect(try await store.marks().map(\.title) == [article.title, article.title])
      #expect(try await store.story(article.id)?.marks == [first, second])
      try await store.remove(second)
      #expect(try await store.marks().map(\.mark) == [first])
      try await store.save(second)
      #expect(try await store.marks().map(\.mark) == [second, first])
      #expect(try await store.save(mark(Article.fixture("कहीं नहीं"), 0)) == false, "no such story")
    }
  }

  @Test("of two sentences that say the same each mark keeps its own, also when paragraphs come in above")
  func twice() async throws {
    try await withStore { store in
      var article = article()
      try await store.save([article], from: .fixture, now: .fixture)
      let (upper, lower) = (mark(article, 0), mark(article, 3, after: 1))
      try await store.save(upper)
      try await store.save(lower)
      article.body = ArticleBody(paragraphs: ["कल से मेला शुरू हुआ।"] + Self.paragraphs)
      try await store.save([article], from: .fixture, now: .fixture)
      let found = try await store.marks()
      #expect(found.map(\.state) == [.found, .found])
      #expect(found.map { $0.place?.blockIndex } == [2, 1])
      #expect(found[0].place?.utf8Range.lowerBound != 0 && found[1].place?.utf8Range.lowerBound == 0)
    }
  }

  @Test(
    "a sentence is found under another spelling, followed into a corrected one, and kept as gone when the story drops it, or is not here"
  )
  func corrected() async throws {
    try await withStore { store in
      var article = article()
      try await store.save([article], from: .fixture, now: .fixture)
      for number in [1, 0, 4] { try await store.save(mark(article, number, after: Int64(number))) }
      article.body = ArticleBody(paragraphs: [
        "मेले में इस बार चौदह दुकानें लगीं। बच्चों ने झूले पर खूब हंसी लुटाई।", "पुलिस ने रास्ता दूसरी ओर से खोला।",
      ])
      try await store.save([article], from: .fixture, now: .fixture)
      let found = try await store.marks()
      #expect(found.map(\.state) == [.gone, .found, .changed])
      #expect(
        found.map(\.sentence) == [
          "नौटंकी देर रात तक चली।", "बच्चों ने झूले पर खूब हंसी लुटाई।", "मेले में इस बार चौदह दुकानें लगीं।",
        ])
      // What went is there again when the story says it again.
      article.body = ArticleBody(paragraphs: Self.paragraphs)
      try await store.save([article], from: .fixture, now: .fixture)
      #expect(try await store.marks().map(\.state) == [.found, .found, .found])
      try await store.transaction { store throws(StoreError) in
        try store.write("delete") { () throws(SQLiteError) in try store.connection.run("DELETE FROM article") }
      }
      let left = try await store.marks()
      #expect(left.map(\.state) == [.storyGone, .storyGone, .storyGone])
      #expect(left[0].title == article.title && left[0].source == "गाँव की बात")
    }
  }

  @Test("a story with a mark is never cleaned away, one without is")
  func retention() async throws {
    try await withStore { store in
      let (kept, other) = (article(), Article.fixture("दूसरी ख़बर"))
      try await store.save([kept, other], from: .fixture, now: .fixture)
      for id in [kept.id, other.id] {
        try await store.change(ReadingChange(isRead: true), of: id, now: .fixture)
      }
      try await store.save(mark(kept, 0))
      let rule = RetentionRule(readStoryDays: 100, undoDays: 10)
      let today = Timestamp.fixture.adding(days: 400)
      #expect(try await store.expiredCount(by: rule, now: today) == 1)
      #expect(try await store.deleteExpired(by: rule, now: today) == 1)
      #expect(try await store.story(kept.id) != nil)
      #expect(try await store.story(other.id) == nil)
    }
  }

  @Test("is:marked and is:noted find what has marks and notes")
  func queries() async throws {
    try await withStore { store in
      let stories = [article(), Article.fixture("दूसरी ख़बर"), Article.fixture("तीसरी ख़बर")]
      try await store.save(stories, from: .fixture, now: .fixture)
      try await store.save(mark(stories[0], 0))
      try await store.save(mark(stories[1], 0, note: "पूछना है"))
      func found(_ text: String) async throws -> Set<String> {
        var query = HeadlineQuery()
        query.filter = try StoryQuery(parsing: text, today: .fixture)
        return Set(try await store.headlines(query, limit: 10).rows.map(\.title))
      }
      #expect(try await found("is:marked") == [stories[0].title, stories[1].title])
      #expect(try await found("is:noted") == [stories[1].title])
      #expect(try await found("-is:marked") == [stories[2].title])
    }
  }

  @Test(
    "a store of every earlier schema gets the tables, keeps its stories, and takes marks",
    arguments: 1..<Migrations.all.count)
  func migration(stepCount: Int) async throws {
    try await withStorePath { path in
      _ = StoreFile.create(path)
      do {
        let connection = try Connection(path: path)
        try SchemaMigrator(migrations: Array(Migrations.all.prefix(stepCount))).migrate(connection)
        try connection.runScript(
          """
          INSERT INTO feed (id, title, title_key) VALUES ('pages:गाँव', 'गाँव', 'गांव');
          INSERT INTO article (id, feed_row, identity, fingerprint, list_date, list_offset, is_dated, language, title,
            title_key, first_seen, first_seen_offset)
            VALUES ('00000000000000aa', 1, 'x', 0, 0, 0, 0, 'hi', 'पुराना शीर्षक', 'पुराना शीर्षक', 0, 0);
          """)
        let body = "पुराने भंडार का वाक्य यहाँ है।"
        try connection.runScript(
          stepCount == 1
            ? "INSERT INTO body_block (article_row, position, kind, text) VALUES (1, 0, 'paragraph', '\(body)');"
            : "INSERT INTO body (article_row, text) VALUES (1, 'p' || char(31) || '\(body)');")
      }
      let store = try ArticleStore(path: path)
      let story = try #require(try await store.story(ArticleID(rawValue: "00000000000000aa")))
      #expect(story.marks.isEmpty && story.corrected == nil)
      #expect(try await store.save(mark(story.article, 0, note: "रहे")))
      #expect(try await store.marks().map(\.sentence) == ["पुराने भंडार का वाक्य यहाँ है।"])
    }
  }
}
