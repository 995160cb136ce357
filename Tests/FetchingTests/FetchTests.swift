import Fetching
import TestSupport
import Testing

@Suite struct FetchTests {
  @Test func aDocumentComesWithWhatItCanBeToldBy() async throws {
    let server = try LocalHTTPServer()
    server.route("/feed.xml") { request in
      .conditional(
        "<rss/>", etag: "W/\"1\"", lastModified: "Mon, 21 Sep 2026 14:13:20 GMT", for: request,
        headers: [("Content-Type", "text/plain"), ("Content-Type", "application/rss+xml; charset=utf-8")])
    }
    let client = HTTPClient.live(userAgent: "khabar/test")
    let first = try await client.fetch(HTTPRequest(url: server.url("/feed.xml")))
    #expect(first.status == 200)
    #expect(first.body == Array("<rss/>".utf8))
    #expect(first.contentType == "application/rss+xml; charset=utf-8")
    #expect(first.validators == Validators(etag: "W/\"1\"", lastModified: "Mon, 21 Sep 2026 14:13:20 GMT"))
    #expect(first.finalURL == server.url("/feed.xml"))
    #expect(first.permanentURL == nil)

    let second = try await client.fetch(HTTPRequest(url: server.url("/feed.xml"), validators: first.validators))
    #expect(second.isNotModified)
    #expect(second.body.isEmpty)
    #expect(server.hits("/feed.xml") == 2)
    #expect(server.connectionCount == 1)
    let headers = try #require(server.requests("/feed.xml").last?.headers)
    #expect(headers["user-agent"] == "khabar/test")
    #expect(headers["if-none-match"] == "W/\"1\"")
    #expect(headers["if-modified-since"] == "Mon, 21 Sep 2026 14:13:20 GMT")
    #expect(headers["accept"] == HTTPRequest.acceptsFeeds)
    #expect(headers["accept-encoding"]?.contains("gzip") == true)
    #expect(headers["cookie"] == nil && headers["referer"] == nil)
  }
}
