import Fetching
import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Corrections as feeds and pages bring them, over a real server on this machine.
@Suite struct CorrectionTests {
  private static let whole = (1...6).map {
    "<p>अनुच्छेद \($0): नहर की सफ़ाई में गाँव के बारह लोग जुटे और दिन भर काम चला, शाम को सबने साथ बैठकर खाना खाया।</p>"
  }.joined()

  @Test("a text that a feed corrects is kept with the time of the refresh; a mark on a corrected sentence follows it")
  func feedCorrects() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    var item = FeedFixture.Item("नहर की सफ़ाई में जुटा पूरा गाँव", link: server.url("/nahar"), guid: "1", content: Self.whole)
    let feed = Mutable(FeedFixture(items: [item]))
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: feed.value.rss) }
    try await withStore { store in
      try await store.subscribe(to: [
        Subscription(
          feed: Feed(id: FeedID(rawValue: server.url("/feed.xml")), title: ""), address: server.url("/feed.xml"))
      ])
      func refresh(_ now: Timestamp) async throws {
        _ = try await FeedRefresher(store: store, client: RefreshTests.client, clock: { now }).refresh()
        try await StoryUnderstanding(store: store).understandAll()
      }
      try await refresh(.fixture)
      let id = try #require(try await store.headlines(limit: 1).rows.first?.id)
      let body = try #require(try await store.story(id)).article.body
      let place = try #require(body.sentences(language: "hi").first)
      try await store.save(
        SentenceMark(story: id, anchor: SentenceAnchor(place, in: body), note: "बारह?", made: .fixture))
      // Sent again with another date and other markup: nothing was corrected.
      item.date = "Mon, 23 Nov 2026 09:30:00 +0530"
      item.content = Self.whole.replacing("<p>", with: "<p class=\"x\"> ")
      feed.value.items = [item]
      try await refresh(Timestamp.fixture.adding(seconds: 60))
      #expect(try await store.story(id)?.corrected == nil)
      item.content = Self.whole.replacing("1: नहर की सफ़ाई में गाँव के बारह", with: "1: नहर की सफ़ाई में गाँव के चौदह")
      feed.value.items = [item]
      let moment = Timestamp.fixture.adding(seconds: 120)
      try await refresh(moment)
      #expect(try await store.story(id)?.corrected == moment)
      let change = try #require(try await store.history(of: id)?.steps.first?.changes.first)
      #expect(
        change.removed.first { $0.isChanged }?.text == "बारह " && change.added.first { $0.isChanged }?.text == "चौदह ")
      let marked = try #require(try await store.marks().first)
      #expect(marked.state == .changed && marked.sentence.contains("चौदह") && marked.mark.note == "बारह?")
    }
  }

  @Test("the page that completes a summary corrects nothing, and the mark on the summary's sentence stays")
  func completion() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let summary = "नहर की सफ़ाई में गाँव के बारह लोग जुटे।"
    let feed = FeedFixture(items: [
      .init("नहर की सफ़ाई में जुटा पूरा गाँव", link: server.url("/nahar"), guid: "1", summary: summary)
    ])
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: feed.rss) }
    server.route("/nahar") { _ in
      LocalHTTPResponse(
        body:
          "<html><head><title>नहर</title></head><body><article><h1>नहर की सफ़ाई में जुटा पूरा गाँव</h1><p>\(summary)</p>\(Self.whole)</article></body></html>",
        headers: [("Content-Type", "text/html; charset=utf-8")])
    }
    try await withStore { store in
      try await store.subscribe(to: [
        Subscription(
          feed: Feed(id: FeedID(rawValue: server.url("/feed.xml")), title: ""), address: server.url("/feed.xml"))
      ])
      _ = try await FeedRefresher(store: store, client: RefreshTests.client, clock: { .fixture }).refresh()
      try await StoryUnderstanding(store: store).understandAll()
      let id = try #require(try await store.headlines(limit: 1).rows.first?.id)
      let body = try #require(try await store.story(id)).article.body
      let place = try #require(body.sentences(language: "hi").first)
      try await store.save(SentenceMark(story: id, anchor: SentenceAnchor(place, in: body), made: .fixture))
      #expect(try await ArticleCompletion(store: store, client: RefreshTests.client, clock: { .fixture }).complete(id))
      #expect(try await store.story(id)?.article.completeness == .page)
      #expect(try await store.story(id)?.corrected == nil)
      #expect(try await store.history(of: id) == nil)
      #expect(try await store.marks().map(\.state) == [.found])
    }
  }
}
