import Fetching
@testable import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Refreshing over a real server on this machine.
@Suite struct RefreshTests {
  static let client = HTTPClient.live(userAgent: "khabar/test")

  private func refresher(_ store: ArticleStore, now: Timestamp = .fixture) -> FeedRefresher {
    FeedRefresher(store: store, client: Self.client, clock: { now })
  }

  private func subscribe(_ store: ArticleStore, _ addresses: [String]) async throws {
    try await store.subscribe(
      to: addresses.map { Subscription(feed: Feed(id: FeedID(rawValue: $0), title: ""), address: $0) })
  }

  private func titles(_ store: ArticleStore, feed: String? = nil) async throws -> [String] {
    var query = HeadlineQuery()
    query.feed = feed
    return try await store.headlines(query, limit: 10_000).rows.map(\.title)
  }

  @Test(
    "what a feed lists is in the store, under the feed's name and in its language, and asking again changes nothing")
  func coldAndAgain() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let feed = FeedFixture.paper(count: 30)
    server.route("/feed.xml") { request in
      if request.headers["if-none-match"] == "\"1\"" { return LocalHTTPResponse(status: 304) }
      return LocalHTTPResponse(status: 200, body: feed.rss, headers: [("ETag", "\"1\"")])
    }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      let report = try await refresher(store).refresh()
      #expect(report.lines.map(\.outcome) == [.fetched(new: 30, updated: 0)])
      #expect(Set(try await titles(store)) == Set(feed.items.map(\.title)))
      let subscription = try #require(try await store.subscriptions().first)
      #expect(subscription.displayName == "गाँव की बात" && subscription.feed.language == "hi")
      #expect(subscription.health.lastSuccess?.secondsSince1970 == Timestamp.fixture.secondsSince1970)
      #expect(try await refresher(store).refresh().lines.map(\.outcome) == [.notModified])
      #expect(server.requests("/feed.xml").last?.headers["if-none-match"] == "\"1\"")
      #expect(try await store.articleCount() == 30)
    }
  }

  @Test("the same bytes again are not read again, though the server knows no validators")
  func sameBytes() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 3).rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      _ = try await refresher(store).refresh()
      #expect(try await refresher(store).refresh().lines.map(\.outcome) == [.notModified])
    }
  }

  @Test(
    "texts that went with their process come with the next refresh, though the server would say that nothing is new",
    arguments: [RefreshScope.all, .scheduled])
  func lostTexts(scope: RefreshScope) async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/feed.xml") { request in
      if request.headers["if-none-match"] == "\"1\"" { return LocalHTTPResponse(status: 304) }
      return LocalHTTPResponse(
        status: 200, body: FeedFixture.paper(count: 5).rss, headers: [("ETag", "\"1\"")])
    }
    try await withStorePath { path in
      do {
        let store = try ArticleStore(path: path)
        try await subscribe(store, [server.url("/feed.xml")])
        _ = try await refresher(store).refresh()
      }
      let store = try ArticleStore(path: path)
      #expect(try await store.rawRows() == [])
      #expect(try await refresher(store).refresh(scope).lines.map(\.outcome) == [.fetched(new: 0, updated: 5)])
      try await StoryUnderstanding(store: store).understandAll()
      for headline in try await store.headlines(limit: 10).rows {
        #expect(try await store.story(headline.id)?.article.body.blocks.isEmpty == false)
      }
      #expect(try await refresher(store).refresh().lines.map(\.outcome) == [.notModified])
    }
  }

  @Test("a changed item changes its story, which stays read; a deleted story does not return")
  func changes() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let feed = Mutable(FeedFixture.paper(count: 3))
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: feed.value.rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      _ = try await refresher(store).refresh()
      try await StoryUnderstanding(store: store).understandAll()
      let first = try #require(
        try await store.headlines(limit: 10).rows.first { $0.title == feed.value.items[0].title })
      let second = try #require(
        try await store.headlines(limit: 10).rows.first { $0.title == feed.value.items[1].title })
      try await store.change(ReadingChange(isRead: true), of: first.id, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: second.id, now: .fixture)
      try await store.change(ReadingChange(isStarred: true), of: first.id, now: .fixture)
      #expect(
        try await store.deleteExpired(by: RetentionRule(readStoryDays: 1), now: Timestamp.fixture.adding(days: 4_000))
          == 1)
      feed.value.items[0].title = "बीकानेर में नहर की सफ़ाई का काम अधूरा रह गया"
      let report = try await refresher(store).refresh()
      #expect(report.lines.map(\.outcome) == [.fetched(new: 0, updated: 1)])
      let story = try #require(try await store.story(first.id))
      #expect(story.article.title == feed.value.items[0].title && story.state.isRead && story.state.isStarred)
      #expect(try await store.articleCount() == 2)
      #expect(try await store.restoreLastDeleted() == 1)
      feed.value.items[1].summary = "अब काम की जाँच भी हो गई है।"
      #expect(try await refresher(store).refresh().updatedCount == 1)
      #expect(try await store.articleCount() == 3)
    }
  }

  @Test("a story under a new ID is the same story; two items of one address are two")
  func identities() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let feed = Mutable(FeedFixture.paper(count: 2))
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: feed.value.rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      _ = try await refresher(store).refresh()
      feed.value.items[0].guid = "नया-1"
      feed.value.items[0].link = feed.value.items[0].link! + "?utm_source=rss"
      #expect(try await refresher(store).refresh().newCount == 0)
      var other = feed.value.items[1]
      other.guid = "ताज़ा-2"
      other.title = "सतना में नहर की सफ़ाई पर लोगों ने क्या कहा"
      feed.value.items.append(other)
      #expect(try await refresher(store).refresh().newCount == 1)
      #expect(try await store.articleCount() == 3)
    }
  }

  @Test("a story that two sections of a paper list is one story, and each section lists it")
  func guests() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let front = FeedFixture.paper("गाँव की बात", count: 4)
    var state = front
    state.title = "गाँव की बात · राज्य"
    state.items.removeFirst(2)
    for index in state.items.indices { state.items[index].guid! += "-राज्य" }
    let both = (front.rss, state.rss)
    server.route("/front.xml") { _ in LocalHTTPResponse(status: 200, body: both.0) }
    server.route("/state.xml") { _ in LocalHTTPResponse(status: 200, body: both.1) }
    try await withStore { store in
      try await subscribe(store, [server.url("/front.xml")])
      _ = try await refresher(store).refresh()
      try await subscribe(store, [server.url("/state.xml")])
      _ = try await refresher(store).refresh()
      #expect(try await store.articleCount() == 4)
      #expect(Set(try await titles(store, feed: server.url("/state.xml"))) == Set(state.items.map(\.title)))
      #expect(try await titles(store, feed: server.url("/front.xml")).count == 4)
      let counts = try await store.feedCounts()
      #expect(counts[FeedID(rawValue: server.url("/state.xml"))] == FeedCounts(total: 2, unread: 2))
    }
  }

  @Test("a feed that fails keeps its stories, says what is wrong and waits longer each time; one success forgets it")
  func failing() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let answer = Mutable(LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 2).rss))
    server.route("/feed.xml") { _ in answer.value }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      _ = try await refresher(store).refresh()
      answer.value = LocalHTTPResponse(status: 500)
      var waits: [Int64] = []
      for _ in 0..<4 {
        let report = try await refresher(store).refresh()
        #expect(report.failures.map(\.outcome) == [.failed(FeedTrouble(kind: .status, status: 500))])
        let health = try #require(try await store.subscriptions().first?.health)
        waits.append(try #require(health.nextAttempt).secondsSince1970 - Timestamp.fixture.secondsSince1970)
      }
      #expect(waits == [900, 1800, 3600, 7200])
      #expect(try await store.articleCount() == 2)
      let hits = server.hits
      #expect(
        try await refresher(store).refresh(.scheduled).lines.allSatisfy {
          if case .waiting = $0.outcome { true } else { false }
        })
      #expect(server.hits == hits)
      answer.value = LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 3).rss)
      #expect(try await refresher(store).refresh().newCount == 1)
      let health = try #require(try await store.subscriptions().first?.health)
      #expect(health.trouble == nil && health.failureCount == 0 && health.nextAttempt == nil)
    }
  }

  @Test("by schedule a feed that answered within five minutes is not asked again, however often the reader is opened")
  func answeredLately() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 2).rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      func outcome(after seconds: Int64, _ scope: RefreshScope) async throws -> RefreshReport.Outcome? {
        try await refresher(store, now: Timestamp.fixture.adding(seconds: seconds)).refresh(scope).lines.first?.outcome
      }
      _ = try await outcome(after: 0, .scheduled)
      #expect(server.hits == 1)
      let until = Timestamp.fixture.adding(seconds: 300)
      #expect(try await outcome(after: 299, .scheduled) == .waiting(until: until))
      #expect(server.hits == 1)
      // Who asks is answered.
      _ = try await outcome(after: 10, .all)
      #expect(server.hits == 2)
      // A clock that was set back silences nobody.
      _ = try await outcome(after: -3600, .scheduled)
      #expect(server.hits == 3)
      _ = try await outcome(after: -3300, .scheduled)
      #expect(server.hits == 4)
    }
  }

  @Test("a server that asks to wait is not asked before, not even by a reader", arguments: [429, 503])
  func retryAfter(status: Int) async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: status, headers: [("Retry-After", "7200")]) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed.xml")])
      _ = try await refresher(store).refresh()
      let report = try await refresher(store, now: Timestamp.fixture.adding(seconds: 3600)).refresh()
      #expect(
        report.lines.map(\.outcome) == [
          .waiting(until: Timestamp(secondsSince1970: Timestamp.fixture.adding(seconds: 7200).secondsSince1970))
        ])
      #expect(server.hits == 1)
    }
  }

  @Test("where a feed has moved for good is remembered; its stories stay its own")
  func moved() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/old.xml") { [url = server.url("/new.xml")] _ in
      LocalHTTPResponse.redirect(to: url, status: 301)
    }
    server.route("/new.xml") { _ in LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 2).rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/old.xml")])
      _ = try await refresher(store).refresh()
      let subscription = try #require(try await store.subscriptions().first)
      #expect(subscription.address == server.url("/new.xml"))
      #expect(subscription.feed.id.rawValue == server.url("/old.xml"))
      _ = try await refresher(store).refresh()
      #expect(server.hits("/old.xml") == 1 && server.hits("/new.xml") == 2)
      #expect(try await titles(store, feed: server.url("/old.xml")).count == 2)
    }
  }

  @Test("a page that stands where the feed stood, and names one feed, leads to it")
  func pageInPlaceOfFeed() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    server.route("/feed") { _ in
      LocalHTTPResponse(
        status: 200,
        body: """
          <!DOCTYPE html><html><head><title>गाँव की बात</title>
          <link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body><p>नमस्ते</p></body></html>
          """, headers: [("Content-Type", "text/html")])
    }
    server.route("/rss.xml") { _ in LocalHTTPResponse(status: 200, body: FeedFixture.paper(count: 2).rss) }
    try await withStore { store in
      try await subscribe(store, [server.url("/feed")])
      #expect(try await refresher(store).refresh().newCount == 2)
      #expect(try await store.subscriptions().first?.address == server.url("/rss.xml"))
    }
  }

  @Test("what the reader changes while a refresh runs stays changed: a name, a tag, an unsubscribing")
  func changesMeanwhile() async throws {
    try await withStore { store in
      let addresses = ["https://a.example/feed", "https://b.example/feed"]
      try await subscribe(store, addresses)
      let feed = FeedFixture.paper(count: 3).rss
      // The reader acts while the feeds are on their way.
      let client = HTTPClient { request throws(FetchError) in
        do {
          if request.url == addresses[0] {
            try await store.unsubscribe(from: FeedID(rawValue: addresses[0]))
          } else if var own = try await store.subscription(FeedID(rawValue: addresses[1])) {
            own.name = "मेरा गाँव"
            own.tags = ["सुबह"]
            try await store.update(own)
          }
        } catch {
          throw FetchError(kind: .other, url: request.url, detail: "\(error)")
        }
        return HTTPResponse(
          status: 200, body: Array(feed.utf8), finalURL: request.url, permanentURL: request.url + "/moved")
      }
      _ = try await FeedRefresher(store: store, client: client, clock: { .fixture }).refresh()
      let subscriptions = try await store.subscriptions()
      #expect(subscriptions.map(\.feed.id.rawValue) == [addresses[1]])
      #expect(subscriptions.map(\.name) == ["मेरा गाँव"] && subscriptions.map(\.tags) == [["सुबह"]])
      #expect(subscriptions.map(\.feed.title) == ["गाँव की बात"])
      #expect(subscriptions.map(\.address) == [addresses[1] + "/moved"])
    }
  }

  @Test(
    "an item without a headline goes by the beginning of its text, else by its address; one without either is left out")
  func untitled() async throws {
    try await withStore { store in
      let feed = """
        <rss version="2.0"><channel><title>गाँव</title>
        <item><guid>1</guid><description>नहर में पानी आ गया है। किसान ख़ुश हैं।</description></item>
        <item><guid>2</guid><link>https://gaon.example/2</link></item>
        <item><guid>3</guid><author>सुनीता</author></item></channel></rss>
        """
      let outcome = await SourceImporter(store: store)
        .importAll([SourcePage(name: "feed.xml", bytes: Array(feed.utf8))], now: .fixture)
      var newCount: Int?
      if case .importedFeed(let new, _, _, _, _) = outcome[0] { newCount = new }
      #expect(newCount == 2)
      let listed = try await titles(store)
      #expect(Set(listed) == ["नहर में पानी आ गया है।", "https://gaon.example/2"])
    }
  }

  @Test("a thousand feeds come in, a few at a time, and each fails or comes in by itself")
  func thousand() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    for index in 0..<1_000 {
      server.route("/\(index).xml") { _ in
        index % 100 == 99
          ? LocalHTTPResponse(status: 404)
          : LocalHTTPResponse(
            status: 200,
            body: FeedFixture.paper("पत्र \(index)", site: "https://p\(index).example/", count: 3, prefix: "\(index)").rss
          )
      }
    }
    try await withStore { store in
      try await subscribe(store, (0..<1_000).map { server.url("/\($0).xml") })
      let counts = Mutable<[Int]>([])
      let report = try await refresher(store).refresh { progress in counts.change { $0.append(progress.doneCount) } }
      #expect(report.failures.count == 10 && report.newCount == 990 * 3)
      #expect(counts.value == Array(0...1_000))
      #expect(server.maximumRunningCount <= FeedWindow.feedCounts.upperBound)
      try await StoryUnderstanding(store: store).understandAll()
      #expect(try await store.rawRows() == [])
    }
  }
}
