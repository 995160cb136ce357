import Foundation
import NewsModel
import NewsParsing
import TestSupport
import Testing

@Suite("OPML", .inBackground)
struct OPMLTests {
  private func parse(_ text: String) throws -> ParsedFeedList { try OPMLParser().parse(Array(text.utf8)) }

  private func body(_ outlines: String) throws -> ParsedFeedList {
    try parse("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head/><body>\n\(outlines)\n</body></opml>")
  }

  @Test("a list says its head, folders, feeds, tags and what khabar has no use for")
  func whole() throws {
    let parsed = try parse(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0" xmlns:n="urn:example:notes">
        <head><title>मेरी सूची</title><ownerName>रमा &amp; जय</ownerName><expansionState/></head>
        <body>
          <outline text="राज्य" isOpen="true">
            <outline text="बिहार">
              <outline type="rss" text="मेरा नाम" title="पत्र" xmlUrl="HTTPS://Khabar.Example/feed?a=1&amp;b=2#x"
                htmlUrl="https://khabar.example" language="hi-IN" category="खेल,/राज्य/पटना" n:rank="3" version="RSS2"/>
            </outline>
            <outline text="ख़ाली"/>
          </outline>
          <outline type="link" text="पन्ना" url="https://khabar.example/about"/>
        </body>
      </opml>
      """)
    #expect(parsed.notes.isEmpty)
    #expect(parsed.list.title == "मेरी सूची")
    #expect(parsed.list.head.map(\.name) == ["title", "ownerName", "expansionState"])
    #expect(parsed.list.head[1].text == "रमा & जय")
    #expect(parsed.list.folders == [["राज्य"], ["राज्य", "बिहार"], ["राज्य", "ख़ाली"]])
    let placement = try #require(parsed.list.placements.first)
    #expect(placement.folder == ["राज्य", "बिहार"])
    #expect(
      placement.feed
        == ListedFeed(
          address: "https://khabar.example/feed?a=1&b=2", title: "पत्र", name: "मेरा नाम",
          siteURL: "https://khabar.example/", language: "hi-IN", tags: ["खेल", "राज्य", "पटना"],
          attributes: [
            "category": "खेल,/राज्य/पटना", "n:rank": "3", "xmlns:n": "urn:example:notes", "version": "RSS2",
          ]))
    guard case .folder(let states) = parsed.list.outlines[0], case .other(let link) = parsed.list.outlines[1] else {
      Issue.record("a folder and a link were expected")
      return
    }
    #expect(states.attributes == ["isOpen": "true"])
    #expect(link.attributes == ["type": "link", "url": "https://khabar.example/about"])
  }

  @Test("names count in any case, with or without a type")
  func cases() throws {
    let list = try parse(
      """
      <OPML><BODY><OUTLINE TEXT="क" XMLURL="https://a.example/1" HTMLURL="https://a.example/"/>
      <Outline title="ख" xmlurl="https://a.example/2" type="RSS"/><o:outline type="atom" url="https://a.example/3"/></BODY></OPML>
      """
    ).list
    #expect(list.placements.map(\.feed.address) == (1...3).map { "https://a.example/\($0)" })
    #expect(list.placements.map(\.feed.title) == ["क", "ख", nil])
  }

  @Test(
    "what people and programs get wrong is mended",
    arguments: [
      ("<outline text=\"राम & श्याम\" xmlUrl=\"https://a.example/?x=1&y=2&copy=3\"/>", "राम & श्याम", "?x=1&y=2&copy=3"),
      ("<outline text=\"R&D; &eacute;&nbsp;&rupee;\" xmlUrl=\"https://a.example/\"/>", "R&D; é &rupee;", ""),
      ("<outline text=\"क <b>ख</b> < ग\" xmlUrl=\"https://a.example/\"/>", "क <b>ख</b> < ग", ""),
      ("<outline text=\"घंटी\u{7} &#7;&#x1b;[2Jकी\" xmlUrl=\"https://a.example/\"/>", "घंटी [2Jकी", ""),
      ("<outline text='बिना बंद' xmlUrl='https://a.example/'>", "बिना बंद", ""),
      ("<outline text=\"न बंद/>\n<outline text=\"सही\" xmlUrl=\"https://a.example/\"/>", "सही", ""),
      ("<!-- & < --><![CDATA[&]]><outline text=\"टिप्पणी\" xmlUrl=\"https://a.example/\"/>", "टिप्पणी", ""),
      ("< & <outline text=\"खुला\" xmlUrl=\"https://a.example/\"/> <!-- न बंद", "खुला", ""),
    ])
  func mending(outline: String, title: String, query: String) throws {
    let parsed = try body(outline)
    #expect(parsed.list.placements.map(\.feed.title) == [title])
    #expect(parsed.list.placements.map(\.feed.address) == ["https://a.example/" + query])
  }

  @Test(
    "no address of a list can run a program or open a file, and the note names its line",
    arguments: [
      ("exec:~/bin/all.sh", FeedListNote.Refusal.runsProgram), (" EXEC:rm -rf /", .runsProgram),
      ("ex\u{9}ec:x", .runsProgram), ("| sh", .runsProgram),
      ("filter:~/bin/f:https://a.example/", .filtersThroughProgram), ("file:///etc/passwd", .localFile),
      ("/etc/passwd", .localFile), ("~/x.xml", .localFile), ("query:ताज़ा:unread = \"yes\"", .smartList),
      ("javascript:alert(1)", .scheme("javascript")), ("ftp://a.example/x", .scheme("ftp")),
      ("gopher://a.example/", .scheme("gopher")), ("data:text/xml,x", .scheme("data")), ("यह पता नहीं है", .notAnAddress),
      ("https://", .notAnAddress),
    ])
  func refusals(address: String, reason: FeedListNote.Refusal) throws {
    let escaped = address.replacing("\"", with: "&quot;").replacing("\t", with: "&#9;")
    let parsed = try body(
      "<outline text=\"क\" type=\"rss\" xmlUrl=\"\(escaped)\"/>\n<outline text=\"ख\" xmlUrl=\"https://a.example/\"/>")
    #expect(parsed.list.placements.map(\.feed.title) == ["ख"])
    #expect(parsed.list.outlines.count == 1)
    #expect(parsed.notes.map(\.line) == [3])
    guard case .refused(_, let found) = parsed.notes.first?.fact else {
      Issue.record("\(address) was not refused")
      return
    }
    #expect(found == reason)
    #expect(OPMLWriter().text(of: parsed.list).ranges(of: "://").count == 1)
  }

  @Test("a feed without an address, a second one in the same folder, and another list each leave a note")
  func notes() throws {
    let parsed = try body(
      """
      <outline text="क" type="rss" htmlUrl="https://a.example/"/>
      <outline text="ख" xmlUrl="https://a.example/x"/><outline text="ग" xmlUrl="https://A.example/x#top"/>
      <outline text="घ"><outline text="ङ" xmlUrl="https://a.example/x"/></outline>
      <outline text="च" type="include" url="https://a.example/list.opml"/>
      <outline text="छ" xmlUrl="https://a.example/y"><outline text="ज" xmlUrl="https://a.example/z"/></outline>
      """)
    #expect(
      parsed.notes == [
        FeedListNote(line: 3, .addressMissing(name: "क", site: "https://a.example/")),
        FeedListNote(line: 4, .repeated(address: "https://a.example/x")),
        FeedListNote(line: 6, .listNotFollowed(address: "https://a.example/list.opml")),
        FeedListNote(line: 7, .feedHeldLines(name: "छ")),
      ])
    #expect(parsed.list.placements.map(\.folder) == [[], ["घ"], ["छ"], ["छ"]])
    #expect(parsed.list.placements.map { String($0.feed.address.suffix(1)) } == ["x", "x", "y", "z"])
  }

  @Test("outlines in the wrong place are taken; a file without a body is an empty list with a note")
  func places() throws {
    let odd = try parse(
      "<opml><head><outline text=\"क\" xmlUrl=\"a.example/1\"/></head><body/><outline xmlUrl=\"a.example/2\"/></opml>")
    #expect(odd.list.placements.map(\.feed.address) == ["https://a.example/1", "https://a.example/2"])
    let none = try parse("<opml version=\"1.0\"><head><title>कुछ नहीं</title></head></opml>")
    #expect(none.list.title == "कुछ नहीं")
    #expect(none.notes == [FeedListNote(line: nil, .bodyMissing)])
  }

  @Test("a file cut off anywhere gives the feeds before the cut, or is refused")
  func cuts() throws {
    let outlines = (1...6).map { "<outline text=\"फ़ीड & \($0)\" xmlUrl=\"https://a.example/\($0)\"/>" }
    let text = Array(
      "<opml><head><title>त</title></head><body><outline text=\"फ़\">\(outlines.joined())</outline></body></opml>".utf8)
    for end in 0..<text.count {
      guard let parsed = try? OPMLParser().parse(Array(text[..<end])) else { continue }
      let whole = String(decoding: text[..<end], as: UTF8.self).ranges(of: "/>").count
      #expect(parsed.list.placements.count >= whole)
    }
  }

  @Test("the bytes tell the encoding before the declaration does")
  func encodings() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ENC\"?><opml><body><outline text=\"é\" xmlUrl=\"https://a.example/\"/></body></opml>"
    let latin = text.replacing("ENC", with: "ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    var utf16: [UInt8] = [0xFE, 0xFF]
    for unit in text.replacing("ENC", with: "UTF-16").utf16 { utf16 += [UInt8(unit >> 8), UInt8(unit & 255)] }
    let mislabelled = Array(text.replacing("ENC", with: "ISO-8859-1").utf8)
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.replacing("ENC", with: "UTF-16").utf8)
    for bytes in [latin, utf16, Array(utf16.dropFirst(2)), mislabelled, marked] {
      #expect(try OPMLParser().parse(bytes).list.placements.map(\.feed.title) == ["é"])
    }
  }

  @Test("a feed, a page and anything else are refused as what they are")
  func otherFiles() {
    func refusal(_ text: String) -> FeedListError? {
      do {
        _ = try FeedListParser().parse(Array(text.utf8))
        return nil
      } catch { return error }
    }
    #expect(refusal("<?xml version=\"1.0\"?><rss><channel/></rss>") == .notAFeedList(.feed))
    #expect(refusal("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>") == .notAFeedList(.feed))
    #expect(refusal("{\"version\": \"https://jsonfeed.org/version/1.1\"}") == .notAFeedList(.feed))
    #expect(refusal("<!DOCTYPE html><title>x</title>") == .notAFeedList(.html))
    #expect(refusal("<svg/>") == .notAFeedList(.xml))
    #expect(refusal("[1]") == .notAFeedList(.json))
    #expect(refusal("यह कोई सूची नहीं।\nNote: नहीं है") == .notAFeedList(.text))
    #expect(refusal(" \n\u{FEFF}") == .empty)
    #expect(refusal("\u{7F}ELF\u{0}\u{0}\u{0}\u{0}") == .notAFeedList(.binary))
  }
}

@Suite("Published lists of feeds", .inBackground, .enabled(if: !SharedData.isMissing, "the shared data is not there"))
struct PublishedListsTests {
  @Test("every published OPML file is read, written and read again as the same list")
  func all() throws {
    var feedCount = 0
    for set in ["feeds-real", "feeds-w3c-feedvalidator", "nasty-xml"] {
      for (path, data) in try SharedData.files(of: set) where path.hasSuffix(".opml") {
        let parsed = try FeedListParser().parse([UInt8](data))
        feedCount += parsed.list.placements.count
        let again = try OPMLParser().parse(Array(OPMLWriter().text(of: parsed.list).utf8))
        #expect(again.list == parsed.list, "\(path)")
        #expect(
          parsed.list.updated(with: parsed.list.subscriptions) == parsed.list, "\(path) through a store")
      }
    }
    #expect(feedCount > 50)
  }

  @Test("newsboat's and NetNewsWire's own lists give the feeds and folders that they give there")
  func peers() throws {
    let files = try SharedData.files(of: "feeds-real")
    let newsboat = try FeedListParser().parse([UInt8](try #require(files["newsboat/example.opml"])))
    #expect(newsboat.notes.isEmpty)
    #expect(newsboat.list.folders == [["Blogs"], ["Blogs", "friends"], ["eloquent"]])
    #expect(newsboat.list.placements.count == 7)
    let subs = try FeedListParser().parse([UInt8](try #require(files["netnewswire/Subs.opml"])))
    #expect(subs.list.title == "Subs")
    #expect(subs.list.placements.map(\.feed.title).contains("chat & code"))
    let odd = try FeedListParser().parse([UInt8](try #require(SharedData.files(of: "nasty-xml")["opml-odd.opml"])))
    #expect(odd.list.placements.map(\.feed.address) == ["http://e.example/a.xml", "http://e.example/b.xml"])
    #expect(odd.list.placements.map(\.feed.tags) == [[], ["समाचार", "खेल", "क"]])
    let urls = try FeedListParser().parse([UInt8](try #require(files["newsboat/test-duplicate-urls.txt"])))
    #expect(urls.list.placements.map(\.feed.tags) == [["tag1", "tag2", "tag3", "tag4"]])
    let exec = try FeedListParser().parse([UInt8](try #require(files["newsboat/926-urls"])))
    #expect(exec.list.outlines.isEmpty && exec.notes.count == 1)
  }
}
