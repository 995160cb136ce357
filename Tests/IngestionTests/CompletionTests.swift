import Fetching
import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Summaries whose pages are fetched, and stories that come in on several ways.
@Suite struct CompletionTests {
  private static let headline = "बीकानेर में नहर की सफ़ाई का काम दो महीने पहले पूरा हुआ"
  private static let paragraphs = [
    "बीकानेर ज़िले की मुख्य नहर की सफ़ाई इस बार तय समय से दो महीने पहले पूरी हो गई। सिंचाई विभाग ने रविवार को इसकी जानकारी दी।",
    "अभियंता सुनीता चौधरी ने बताया कि गाँवों के किसानों ने भी श्रमदान किया, जिससे मशीनों का ख़र्च आधा रह गया।",
    "नहर से अब अंतिम छोर के चालीस गाँवों तक पानी पहुँचेगा। पिछले साल इन गाँवों की फ़सल पानी के बिना सूख गई थी।",
    "किसान रामेश्वर ने कहा कि समय पर पानी मिला तो इस बार गेहूँ की बुआई नवंबर में ही हो जाएगी।",
    "विभाग अगले महीने छोटी नहरों की मरम्मत शुरू करेगा, जिसके लिए बजट स्वीकृत हो चुका है।",
  ]

  private static var page: String {
    """
    <!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>\(headline) | गाँव की बात</title>
    <meta property="og:title" content="\(headline)"><meta property="og:site_name" content="गाँव की बात">
    <meta property="article:published_time" content="2026-11-23T08:30:00+05:30">
    </head><body><nav><a href="/">होम</a> <a href="/desh">देश</a></nav><article><h1>\(headline)</h1>
    \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
    </article><footer>सर्वाधिकार सुरक्षित</footer></body></html>
    """
  }

  private func feed(_ server: LocalHTTPServer, link: String = "/nahar") -> FeedFixture {
    FeedFixture(
      site: server.url("/"),
      items: [.init(Self.headline, link: server.url(link), guid: "n-1", summary: "नहर की सफ़ाई का काम समय से पहले पूरा हो गया है।")]
    )
  }

  private func refreshed(_ store: ArticleStore, _ server: LocalHTTPServer, _ feed: FeedFixture) async throws
    -> ArticleID
  {
    server.route("/feed.xml") { _ in LocalHTTPResponse(body: feed.rss) }
    let address = server.url("/feed.xml")
    try await store.subscribe(to: [Subscription(feed: Feed(id: FeedID(rawValue: address), title: ""), address: address)]
    )
    _ = try await FeedRefresher(store: store, client: RefreshTests.client, clock: { .fixture }).refresh()
    try await StoryUnderstanding(store: store).understandAll()
    return try #require(try await store.headlines(limit: 1).rows.first?.id)
  }

  private func completion(_ store: ArticleStore) -> ArticleCompletion {
    ArticleCompletion(store: store, client: RefreshTests.client, clock: { .fixture })
  }

  @Test("the page of a summary gives the story its text; headline, ID and feed stay, and the page is fetched once")
  func completing() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/nahar") { _ in
      LocalHTTPResponse(body: Self.page, headers: [("Content-Type", "text/html; charset=utf-8")])
    }
    let feed = feed(server)
    try await withStore { store in
      let id = try await refreshed(store, server, feed)
      #expect(try await store.story(id)?.article.completeness == .summary)
      #expect(try await completion(store).complete(id))
      let article = try #require(try await store.story(id)?.article)
      #expect(article.body.blocks.map(\.text) == Self.paragraphs)
      #expect(article.completeness == .page && article.title == Self.headline)
      #expect(article.feed.rawValue == server.url("/feed.xml"))
      #expect(try await !completion(store).complete(id))
      #expect(server.hits("/nahar") == 1)
      // The feed says something else of it: the page's text stays.
      var changed = feed
      changed.items[0].summary = "सिंचाई विभाग ने बताया कि नहर साफ़ हो गई है।"
      server.route("/feed.xml") { [changed] _ in LocalHTTPResponse(body: changed.rss) }
      _ = try await FeedRefresher(store: store, client: RefreshTests.client, clock: { .fixture }).refresh()
      try await StoryUnderstanding(store: store).understandAll()
      #expect(try await store.story(id)?.article.body.blocks.map(\.text) == Self.paragraphs)
    }
  }

  @Test("a page that is not there leaves the summary, and says so; another try may still give the text")
  func failing() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let status = Mutable(500)
    server.route("/nahar") { _ in
      LocalHTTPResponse(
        status: status.value, body: status.value == 200 ? Self.page : "", headers: [("Content-Type", "text/html")])
    }
    try await withStore { store in
      let id = try await refreshed(store, server, feed(server))
      await #expect(throws: ArticleCompletion.Failure.notFetched(FeedTrouble(kind: .status, status: 500))) {
        try await completion(store).complete(id)
      }
      let story = try #require(try await store.story(id)?.article)
      #expect(story.completeness == .unavailable && !story.body.blocks.isEmpty)
      status.value = 200
      #expect(try await completion(store).complete(id))
    }
  }

  @Test("a feed that is wanted with its texts gets them at the refresh")
  func fullTextFeed() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/nahar") { _ in
      LocalHTTPResponse(body: Self.page, headers: [("Content-Type", "text/html; charset=utf-8")])
    }
    try await withStore { store in
      let id = try await refreshed(store, server, feed(server))
      try await completion(store).completeFullTextFeeds()
      #expect(server.hits("/nahar") == 0)
      var subscription = try #require(try await store.subscriptions().first)
      subscription.wantsFullText = true
      try await store.update(subscription)
      try await completion(store).completeFullTextFeeds()
      #expect(try await store.story(id)?.article.completeness == .page)
    }
  }

  @Test(
    "one story as feed item, as page and as page saved as text is one story, in every order",
    arguments: [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]])
  func oneStory(order: [Int]) async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let link = "https://www.lokmatnews.in/india/bikaner-nahar/"
    let feed = FeedFixture(
      "Lokmat News Hindi", site: "https://www.lokmatnews.in/",
      items: [.init(Self.headline, link: link, guid: "77", summary: "नहर की सफ़ाई का काम समय से पहले पूरा हो गया है।")])
    let page = Self.page.replacing("गाँव की बात", with: "Lokmat News Hindi")
    let dump = """
      लाइव न्यूज़ :
      \(Self.headline)
      By लोकमत न्यूज़ डेस्क | Updated: November 23, 2026 08:30 IST
      \(Self.paragraphs.joined(separator: "\n"))
      """
    try await withStore { store in
      let importer = SourceImporter(store: store)
      for step in order {
        switch step {
        case 0:
          let outcome = await importer.importAll(
            [SourcePage(name: "feed.xml", bytes: Array(feed.rss.utf8))], now: .fixture)
          if case .refused(let refusal) = outcome[0] { Issue.record("\(refusal)") }
        case 1:
          let outcome = await importer.importAll(
            [SourcePage(name: "page", bytes: Array(page.utf8), url: link)], now: .fixture)
          if case .refused(let refusal) = outcome[0] { Issue.record("\(refusal)") }
        default:
          let outcome = await importer.importAll([SourcePage(name: "dump.txt", bytes: Array(dump.utf8))], now: .fixture)
          if case .refused(let refusal) = outcome[0] { Issue.record("\(refusal)") }
        }
      }
      #expect(try await store.articleCount() == 1)
      let id = try #require(try await store.headlines(limit: 1).rows.first?.id)
      let article = try #require(try await store.story(id)?.article)
      #expect(article.body.blocks.map(\.text) == Self.paragraphs)
      #expect(article.url == link)
    }
  }
}
