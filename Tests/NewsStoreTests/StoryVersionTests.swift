import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite("What corrected stories said before", .inBackground)
struct StoryVersionTests {
  private func article(_ paragraphs: String..., title: String = "नगर में शुरू हुई रात की बस सेवा") -> Article {
    Article.fixture(title, identity: "बस", paragraphs: paragraphs)
  }

  private func texts(_ pieces: [SentenceChange.Piece]) -> String {
    pieces.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test(
    "a corrected text leaves the one before, and the history tells sentence by sentence and word by word what changed")
  func history() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let first = article("रात की बस में बारह यात्री थे। किराया दस रुपये है।", "बस हर घंटे चलेगी।")
      let later = article("रात की बस में चौदह यात्री थे। किराया दस रुपये है।", "सेवा शनिवार से नियमित होगी।")
      try await store.save([first], from: .fixture, now: .fixture)
      #expect(try await store.history(of: first.id) == nil)
      let moment = Timestamp.fixture.adding(seconds: 3_600)
      try await store.save([later], from: .fixture, now: moment)
      #expect(try await store.story(first.id)?.corrected == moment)
      let history = try #require(try await ArticleStore(path: path).history(of: first.id))
      let step = try #require(history.steps.first)
      #expect(history.steps.count == 1 && step.replaced == moment)
      #expect(step.before == StoryVersion(title: first.title, dek: first.dek, body: first.body))
      #expect(
        step.changes.map { "\($0.part) −\(texts($0.removed)) +\(texts($0.added))" } == [
          "body −रात की बस में [बारह ]यात्री थे। +रात की बस में [चौदह ]यात्री थे।", "body −बस हर घंटे चलेगी। +",
          "body − +सेवा शनिवार से नियमित होगी।",
        ])
    }
  }

  @Test("other spellings, signs, blanks and paragraphs, tags and pictures are no correction; a headline is")
  func whatCounts() async throws {
    try await withStore { store in
      let first = article("हिन्दी की ज़रूरी किताबें आईं। सब ने पढ़ीं।")
      try await store.save([first], from: .fixture, now: .fixture)
      var same = article("हिंदी की जरूरी किताबें आईं |", "सब ने  पढ़ीं।")
      same.tags = ["किताब"]
      same.body.blocks.append(Block(kind: .picture, text: "पुस्तकालय का नया कमरा", address: "https://gaon.example/1.jpg"))
      try await store.save([same], from: .fixture, now: .fixture)
      #expect(try await store.story(first.id)?.article.tags == ["किताब"])
      #expect(try await store.story(first.id)?.corrected == nil)
      same.title = "नगर में बंद हुई रात की बस सेवा"
      try await store.save([same], from: .fixture, now: .fixture)
      let history = try #require(try await store.history(of: first.id))
      #expect(history.steps.map { $0.changes.map(\.part) } == [[.title]])
      #expect(texts(history.steps[0].changes[0].removed) == "नगर में [शुरू ]हुई रात की बस सेवा")
    }
  }

  @Test("a summary that its page completes, or that is cut off elsewhere, is no correction; one that says otherwise is")
  func summaries() async throws {
    try await withStore { store in
      var summary = article("पुल पर काम शुरू हुआ। पहले दिन सौ मज़दूर आए और…")
      summary.completeness = .summary
      try await store.save([summary], from: .fixture, now: .fixture)
      var longer = summary
      longer.body = ArticleBody(paragraphs: ["पुल पर काम शुरू हुआ। पहले दिन सौ मज़दूर आए और शाम तक पाँच खंभे खड़े हुए…"])
      try await store.save([longer], from: .fixture, now: .fixture)
      #expect(try await store.history(of: summary.id) == nil)
      var other = longer
      other.body = ArticleBody(paragraphs: ["पुल पर काम रुका। पहले दिन दस मज़दूर आए और शाम तक लौट गए…"])
      try await store.save([other], from: .fixture, now: .fixture)
      #expect(try await store.history(of: summary.id)?.steps.count == 1)
      var page = other
      page.body = ArticleBody(paragraphs: ["पुल पर काम रुकने के बाद गाँव वाले तहसील पहुँचे।", "तहसीलदार ने जाँच का भरोसा दिया।"])
      page.completeness = .page
      try await store.save([page], from: .fixture, now: .fixture)
      #expect(try await store.history(of: summary.id)?.steps.count == 1)
    }
  }

  @Test("ten versions are kept, the first one among them")
  func bounded() async throws {
    try await withStore { store in
      let id = article("").id
      for number in 0..<15 {
        try await store.save(
          [article("अब तक \(number) लोग पहुँचे हैं।")], from: .fixture, now: .fixture.adding(seconds: Int64(number)))
      }
      let history = try #require(try await store.history(of: id))
      #expect(history.steps.count == StoryVersionTable.versionLimit)
      #expect(history.steps.last?.before.body.plainText == "अब तक 0 लोग पहुँचे हैं।")
      #expect(history.steps.first?.before.body.plainText == "अब तक 13 लोग पहुँचे हैं।")
      #expect(history.steps.last.map { $0.changes.map(\.addedText) } == ["अब तक 5 लोग पहुँचे हैं।"])
    }
  }

  @Test("what a feed changes is compared when it is understood: another text is kept, the same one sent again is not")
  func relisted() async throws {
    try await withStore { store in
      let feed = FeedID(rawValue: "https://gaon.example/feed")
      try await store.save(Feed(id: feed, title: "गाँव की बात"))
      func item(_ text: String, fingerprint: Int64) -> ListedItem {
        ListedItem(
          key: 1, fingerprint: fingerprint,
          article: Article.fixture("पुल का काम पूरा", identity: "पुल", feed: Feed(id: feed, title: "")),
          raw: RawBody(text: text, form: .plain), titleKey: "पुल का काम पूरा", urlKey: nil)
      }
      func understand(_ text: String) async throws {
        let raw = try await store.rawStories(try await store.rawRows()[...])
        #expect(raw.count == 1)
        try await store.finish(
          raw.map {
            UnderstoodStory(
              raw: $0, body: ArticleBody(paragraphs: [text]), dek: nil, language: "hi", completeness: .whole)
          })
      }
      let id = try await store.list(item("पाँच", fingerprint: 1), of: feed, now: .fixture)
      try await understand("पाँच खंभे खड़े हुए।")
      try await store.relist(item("पाँच", fingerprint: 2), as: id, of: feed, keepsBody: false, now: .fixture)
      try await understand("पाँच खंभे खड़े हुए।")
      #expect(try await store.story(id)?.corrected == nil)
      let moment = Timestamp.fixture.adding(days: 1)
      try await store.relist(item("छह", fingerprint: 3), as: id, of: feed, keepsBody: false, now: moment)
      // Twice before anybody looked: what was shown last is what is compared.
      try await store.relist(item("सात", fingerprint: 4), as: id, of: feed, keepsBody: false, now: moment)
      #expect(try await store.story(id)?.corrected == nil)
      try await understand("सात खंभे खड़े हुए।")
      let history = try #require(try await store.history(of: id))
      #expect(history.steps.map(\.replaced) == [moment])
      #expect(history.steps[0].changes.map(\.removedText) == ["पाँच खंभे खड़े हुए।"])
      #expect(history.steps[0].changes.map(\.addedText) == ["सात खंभे खड़े हुए।"])
    }
  }

  @Test("a story that is cleaned away and brought back has its versions; forgotten for good, they go too")
  func cleaned() async throws {
    try await withStore { store in
      let first = article("रात की बस में बारह यात्री थे।")
      try await store.save([first], from: .fixture, now: .fixture)
      try await store.save([article("रात की बस में चौदह यात्री थे।")], from: .fixture, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: first.id, now: .fixture)
      let rule = RetentionRule(readStoryDays: 100, undoDays: 10)
      let today = Timestamp.fixture.adding(days: 400)
      #expect(try await store.deleteExpired(by: rule, now: today) == 1)
      #expect(try await store.restoreLastDeleted() == 1)
      #expect(try await store.history(of: first.id)?.steps.count == 1)
      #expect(try await store.deleteExpired(by: rule, now: today) == 1)
      try await store.deleteExpired(by: rule, now: today.adding(days: 20))
      #expect(try await store.deletedCount() == 0)
      try await store.save([first], from: .fixture, now: today)
      #expect(try await store.history(of: first.id) == nil)
    }
  }
}
