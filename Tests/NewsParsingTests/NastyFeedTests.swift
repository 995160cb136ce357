import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsParsing

@Suite("Hostile feeds", .inBackground)
struct NastyFeedTests {
  private func parse(_ text: String) throws -> ParsedFeed {
    try FeedParser.parse(Array(text.utf8), contentType: nil, baseURL: "http://e.example/feed.xml")
  }

  private func rss(_ items: String, head: String = "") -> String {
    "<?xml version=\"1.0\"?>\(head)<rss version=\"2.0\"><channel><title>परीक्षा</title>\(items)</channel></rss>"
  }

  @Test(
    "no shape of a document takes more than linear time",
    arguments: [
      "<a", "<a>", "<item>", "<item><title>x</title>", "</z>", "<a b='", "<![CDATA[", "<!--", "&x;", "&", "<?", "<!",
      "<a x='1' y='2'>", "<title><title>", "<description><p>", "&#x41;", "<a b=c d=e f=", "<!ENTITY a '&a;'>", "\u{0}",
      "<media:group><media:content url='a.jpg'>", "]]>", "<link>", "<item><category>a</category>", "<x:y xmlns:x='a'>",
      "{\"items\":[", "[[", "<", "<author><name>",
    ])
  func linear(piece: String) {
    let count = 400_000 / piece.utf8.count
    for head in [
      "<rss version='2.0'><channel>", "<rss ", "<!DOCTYPE rss [", "", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    ] {
      let bytes = Array((head + String(repeating: piece, count: count)).utf8)
      let duration = computingTime { _ = try? FeedParser.parse(bytes, contentType: nil, baseURL: nil) }
      // A machine that builds as well may be ten times slower than usual; a square would take hours.
      #expect(duration < .seconds(20), "\(head)\(piece)")
    }
  }

  @Test("entities that multiply do not")
  func billionLaughs() throws {
    var head = "<!DOCTYPE rss [<!ENTITY a \"ha\">"
    for (name, inner) in zip("bcdefghij", "abcdefghi") {
      head += "<!ENTITY \(name) \"\(String(repeating: "&\(inner);", count: 10))\">"
    }
    let feed = try parse(rss("<item><title>&j;</title><link>/1</link></item>", head: head + "]>"))
    #expect(feed.notes.contains(.xmlRepaired(.entityNotExpanded)))
    #expect((feed.items.first?.title?.utf8.count ?? 0) < 2_000_000)
  }

  @Test("a tag with very many attributes is read in time")
  func attributes() throws {
    let many = (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
    let feed = try parse(rss("<item><title \(many)>ठीक</title></item>"))
    #expect(feed.items.first?.title == "ठीक")
    #expect(feed.notes.contains(.xmlRepaired(.limit)))
  }

  @Test("attributes that a document type gives to each element are not given")
  func declaredAttributes() throws {
    let long = String(repeating: "x", count: 500)
    let declared = (0..<50).map { "a\($0) CDATA \"\(long)\"" }.joined(separator: " ")
    let head = "<!DOCTYPE rss [<!ATTLIST link href CDATA \"http://other.example/\"><!ATTLIST b \(declared)>]>"
    let items = String(
      repeating: "<item><title>ठीक</title><link>/1</link><description><b>क</b></description></item>", count: 2_000)
    var feed: ParsedFeed?
    let duration = try computingTime { feed = try parse(rss(items, head: head)) }
    #expect(feed?.items.count == 2_000)
    #expect(feed?.items.last?.url == "http://e.example/1")
    #expect(feed?.items.last?.summary?.text == "<b>क</b>")
    // Nothing in the document is broken.
    #expect(feed?.notes == [])
    #expect(duration < .seconds(10))
  }

  @Test(
    "a comment and a tag that are longer than what is read at once are passed over, and texts across the edge are whole"
  )
  func portions() throws {
    let comment = "<!-- \(String(repeating: "टिप्पणी ", count: 300_000)) -->"
    let text = String(repeating: "बाज़ार में आज रौनक रही। ", count: 9_000)
    let feed = try parse(
      rss(
        "\(comment)<item><title>ठीक</title><link a='\(String(repeating: "क", count: 100_000))'>/1</link>"
          + "<description>\(text)</description><comments>/2</comments></item>"))
    #expect(feed.items.map(\.title) == ["ठीक"])
    #expect(feed.items.first?.url == "http://e.example/1")
    #expect(feed.items.first?.summary?.text.utf8.count == text.utf8.count)
    #expect(feed.notes == [])
  }

  @Test(
    "files made to harm are answered as they should be", .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"))
  func files() throws {
    let folder = try SharedData.unpackedArchive("nasty-xml/files.tar.xz")
    func bytes(_ file: String) throws -> [UInt8] {
      try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
    }
    func titles(_ file: String) throws -> [String?] {
      try FeedParser.parse(bytes(file), contentType: nil, baseURL: "http://e.example/feed.xml").items.map(\.title)
    }
    for item in try SharedData.objects("nasty-xml/expect.jsonl") {
      guard let file = item["file"] as? String else { continue }
      let data = try bytes(file)
      let duration = computingTime { _ = try? FeedParser.parse(data, contentType: nil, baseURL: nil) }
      #expect(duration < .seconds(10), "\(file)")
    }
    #expect(try titles("external-dtd.xml") == ["ठीक"])
    #expect(try titles("rss091-netscape-dtd.xml") == ["ठीक ©"])
    #expect(try titles("bom-and-wrong-encoding.xml") == ["ठीक"])
    #expect(try titles("utf16be-no-bom.xml") == ["ठीक"])
    #expect(try titles("xslt-pi.xml") == ["ठीक"])
    #expect(try titles("double-encoded-utf8.xml").count == 1)
    #expect(try titles("charref-controls.xml") == ["क[2Jख"])
    #expect(try titles("html-entities.xml") == ["\u{201C}सच\u{201D} – &rupee; ₹"])
    #expect(try titles("unclosed-cdata.xml") == ["खुला"])
    #expect(try titles("no-guid-no-link.xml").count == 2)
    #expect(try titles("xhtml-namespace-abuse.xml") == ["t"])
    #expect(try titles("two-roots.xml").count == 1)
    #expect(try titles("external-entity-file.xml") == ["&x;"])
    let links = try FeedParser.parse(
      bytes("relative-and-odd-links.xml"), contentType: nil, baseURL: "http://e.example/feed.xml"
    ).items.map(\.url)
    #expect(links[0] == "http://e.example/a?b=1&c=2")
    #expect(links[1] == nil && links[2] == nil)
    let dates = try FeedParser.parse(bytes("odd-dates.xml"), contentType: nil, baseURL: nil).items.map {
      $0.published?.secondsSince1970
    }
    #expect(dates[0] == 1_572_749_460)
    #expect(dates[2] == 1_572_749_460 && dates[7] == 1_572_749_460 && dates[8] == 1_572_749_460)
    #expect(dates[10] == 1_572_749_460 && dates[6] == 0)
    #expect(dates[3] == nil && dates[4] == nil && dates[5] == nil && dates[11] == nil)
    #expect(dates[1] == 1_572_719_400)
    #expect(throws: FeedParseError.json) {
      try FeedParser.parse(bytes("feed-is-json-error.json"), contentType: nil, baseURL: nil)
    }
    #expect(FeedSniffer.sniff(try bytes("opml-odd.opml")) == .opml)
    #expect {
      try FeedParser.parse(
        bytes("feed-is-html.xml"), contentType: "application/rss+xml", baseURL: "https://e.example/x/")
    } throws: {
      guard case .page(let feeds)? = $0 as? FeedParseError else { return false }
      return feeds.map(\.url) == ["https://e.example/feed.xml"]
    }
  }
}
