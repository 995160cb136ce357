import Fetching
import NewsModel
import NewsStore
import ReaderUI
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// Feeds in the reader, from the key to the server and back to the screen.
@Suite(.onOwnThreads) struct FeedsInReaderTests {
  private let client = HTTPClient.live(userAgent: "khabar/test")
  private nonisolated static let paragraph =
    "नहर से अब अंतिम छोर के चालीस गाँवों तक पानी पहुँचेगा, जिनकी फ़सल पिछले साल पानी के बिना सूख गई थी। विभाग ने रविवार को यह जानकारी दी।"

  private func subscribed(_ addresses: [String]) async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    try await store.subscribe(
      to: addresses.map { Subscription(feed: Feed(id: FeedID(rawValue: $0), title: ""), address: $0) })
    return store
  }

  private func reader(_ store: ArticleStore) async throws -> RunningReader {
    let reader = try RunningReader(
      editions: Editions(own: store), rows: 30, columns: 100, client: client,
      settings: ReaderSettings(refreshMinutes: nil))
    try await reader.idle()
    return reader
  }

  @Test("R asks all feeds, shows what came, and names a feed that failed")
  func refreshing() async throws {
    let server = try LocalHTTPServer()
    let feed = FeedFixture.paper(count: 5)
    server.route("/a.xml") { _ in LocalHTTPResponse(body: feed.rss) }
    let store = try await subscribed([server.url("/a.xml"), server.url("/gone.xml")])
    let reader = try await reader(store)
    try await reader.press("R")
    #expect(reader.terminal.screen.contains(feed.items[0].title.prefix(12)))
    #expect(try await store.articleCount() == 5)
    #expect(try await store.rawRows() == [])
    try await reader.press("F")
    #expect(reader.terminal.screen.contains("गाँव की बात") && reader.terminal.screen.contains("!"))
    #expect(try await store.subscriptions().map(\.health.trouble?.status) == [nil, 404])
  }

  @Test("opening a summary brings the story's whole text; a page that is not there says so under it")
  func completing() async throws {
    let server = try LocalHTTPServer()
    var feed = FeedFixture.paper(site: server.url("/"), count: 1, prefix: "k")
    feed.items[0].summary = "नहर की सफ़ाई का काम समय से पहले पूरा हो गया है।"
    let (rss, headline) = (feed.rss, feed.items[0].title)
    let isThere = Mutable(false)
    server.route("/a.xml") { _ in LocalHTTPResponse(body: rss) }
    server.route("/k/1") { _ in
      isThere.value
        ? LocalHTTPResponse(
          body:
            "<!DOCTYPE html><html lang=\"hi\"><head><title>\(headline)</title></head><body><article><h1>\(headline)</h1>"
            + String(repeating: "<p>\(Self.paragraph)</p>", count: 4) + "</article></body></html>",
          headers: [("Content-Type", "text/html; charset=utf-8")])
        : LocalHTTPResponse(status: 404)
    }
    let store = try await subscribed([server.url("/a.xml")])
    let reader = try await reader(store)
    try await reader.press("R", "enter")
    #expect(server.hits("/k/1") == 1)
    #expect(reader.terminal.screen.contains("(404)"))
    isThere.value = true
    try await reader.press("backspace", "enter")
    #expect(reader.terminal.screen.contains("चालीस गाँवों"))
    #expect(reader.program.state.body.story?.article.completeness == .page)
    try await reader.press("backspace", "enter")
    #expect(server.hits("/k/1") == 2)
  }

  @Test("A takes an address, finds the site's feed, subscribes and brings its stories")
  func adding() async throws {
    let server = try LocalHTTPServer()
    server.route("/") { _ in
      LocalHTTPResponse(
        body:
          "<!DOCTYPE html><html><head><link rel=alternate type=application/rss+xml href=/f.xml></head><body></body></html>",
        headers: [("Content-Type", "text/html")])
    }
    server.route("/f.xml") { _ in LocalHTTPResponse(body: FeedFixture.paper(count: 3).rss) }
    let store = try await subscribed([])
    let reader = try await reader(store)
    try await reader.press("A", server.url("/"), "enter")
    try await reader.until("the stories are listed") { (try? await store.articleCount()) == 3 }
    try await reader.idle()
    #expect(try await store.subscriptions().map(\.address) == [server.url("/f.xml")])
    #expect(reader.program.state.headlines.totalCount == 3)
  }

  @Test("quitting ends a refresh that waits for a server, and what came before it stays")
  func quitting() async throws {
    let server = try LocalHTTPServer()
    server.route("/a.xml") { _ in LocalHTTPResponse(body: FeedFixture.paper(count: 2).rss) }
    server.route("/never.xml") { _ in .silent }
    let store = try await subscribed([server.url("/a.xml"), server.url("/never.xml")])
    let terminal = HeadlessTerminal()
    let program = ReaderProgram(
      driver: terminal, editions: Editions(own: store),
      state: ReaderState(settings: ReaderSettings(refreshMinutes: nil), size: terminal.size, now: .fixed),
      surroundings: .init(
        themes: ThemeLoader(folders: []), messages: Messages(language: .hindi), browser: Browser(command: ["false"]),
        client: client, now: { .fixed }, firstFrameMilliseconds: 20_000))
    let run = Task { try await program.run() }
    while program.state.subscriptions == nil { try await Task.sleep(for: .milliseconds(1)) }
    terminal.send(.key(.scalar("R")))
    while server.hits("/never.xml") == 0 { try await Task.sleep(for: .milliseconds(1)) }
    while try await store.articleCount() < 2 { try await Task.sleep(for: .milliseconds(1)) }
    terminal.send(.key(.scalar("q")))
    try await run.value
    #expect(server.openConnectionCount <= 1 && !terminal.isStarted)
    #expect(try await store.articleCount() == 2)
  }
}
