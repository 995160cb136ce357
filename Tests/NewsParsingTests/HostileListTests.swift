import Foundation
import NewsModel
import NewsParsing
import TestSupport
import Testing

@Suite("Hostile lists of feeds", .inBackground)
struct HostileListTests {
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    try computingTime(body) / .seconds(1)
  }

  private func list(_ outlines: String, before: String = "") -> [UInt8] {
    Array("<?xml version=\"1.0\"?>\(before)<opml><head/><body>\(outlines)</body></opml>".utf8)
  }

  @Test("entities are not expanded, whoever declares them")
  func entities() throws {
    var declarations = "<!ENTITY a0 \"हा\">"
    for level in 1..<12 {
      declarations += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let feed = "<outline text=\"x&a11;&f;y\" xmlUrl=\"https://a.example/\"/>"
    let doctype =
      "<!DOCTYPE opml SYSTEM \"http://127.0.0.1:9/x.dtd\" [\(declarations)<!ENTITY f SYSTEM \"file:///etc/passwd\">"
      + "<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>"
    let parsed = try OPMLParser().parse(list(feed, before: doctype))
    #expect(parsed.list.placements.map(\.feed.title) == ["x&a11;&f;y"])
  }

  @Test("folders nested without end are taken apart and lose no feed")
  func depth() throws {
    let count = 10_000
    func nested(_ count: Int) -> [UInt8] {
      list(
        (0..<count).map { "<outline text=\"f\"><outline xmlUrl=\"https://a.example/\($0)\"/>" }.joined()
          + String(repeating: "</outline>", count: count))
    }
    var parsed: ParsedFeedList?
    let half = nested(count / 2)
    let whole = nested(count)
    let halfTime = try seconds { _ = try OPMLParser().parse(half) }
    let time = try seconds { parsed = try OPMLParser().parse(whole) }
    let placements = try #require(parsed).list.placements
    #expect(placements.count == count)
    #expect(placements.map(\.folder.count).max() == 64)
    #expect(parsed?.notes == [FeedListNote(line: nil, .foldersTooDeep(64))])
    #expect(time < 4 * halfTime + 1, "\(halfTime)")
    // Never closed, as well.
    let open = String(repeating: "<outline text=\"f\">", count: count) + "<outline xmlUrl=\"https://a.example/\"/>"
    #expect(try OPMLParser().parse(Array(("<opml><body>" + open).utf8)).list.placements.count == 1)
  }

  @Test("thousands of feeds are read in the order of their number")
  func many() throws {
    let outlines = (0..<20_000).map {
      "<outline text=\"फ़ीड \($0)\" type=\"rss\" xmlUrl=\"https://a.example/\($0).xml\"/>\n"
    }
    let half = list(outlines[..<10_000].joined())
    let whole = list(outlines.joined())
    _ = try OPMLParser().parse(list(outlines[..<1_000].joined()))
    let halfTime = try seconds { _ = try OPMLParser().parse(half) }
    var parsed: ParsedFeedList?
    let wholeTime = try seconds { parsed = try OPMLParser().parse(whole) }
    #expect(parsed?.list.placements.count == 20_000)
    #expect(parsed?.list.placements.last?.feed.address == "https://a.example/19999.xml")
    #expect(wholeTime < 4 * halfTime + 1)
  }

  @Test("more lines than any list has are cut off with a note, and so are notes")
  func endless() throws {
    let parsed = try OPMLParser().parse(list(String(repeating: "<outline/>", count: 200_100)))
    #expect(parsed.list.outlines.count == 200_000)
    #expect(parsed.notes == [FeedListNote(line: 1, .cutOff(200_000))])
    let refused = try OPMLParser().parse(
      list(String(repeating: "<outline xmlUrl=\"exec:x\"/>", count: 1_500)))
    #expect(refused.notes.count == 1_001)
    #expect(refused.notes.last == FeedListNote(line: nil, .more(500)))
  }

  @Test("attributes without number or end, quotes and comments never closed cost no more than their bytes")
  func lopsided() throws {
    let crowded = (0..<20_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    let long = String(repeating: "क", count: 500_000)
    let cases = [
      list("<outline xmlUrl=\"https://a.example/\" \(crowded)/><outline xmlUrl=\"https://b.example/\"/>"),
      list(
        "<outline text=\"\(long)\" xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\" x=\"\(long)\"/>"
      ),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "<!--", count: 50_000)),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "<![CDATA[<?", count: 30_000)),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "&a\"<", count: 50_000)),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "<outline text=\"", count: 30_000)),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "<!DOCTYPE [\"", count: 30_000)),
      list(
        "<outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"https://b.example/\"/>"
          + String(repeating: "</x", count: 30_000)),
    ]
    for (index, bytes) in cases.enumerated() {
      var parsed: ParsedFeedList?
      let time = try seconds { parsed = try OPMLParser().parse(bytes) }
      let placements = try #require(parsed).list.placements
      #expect(placements.prefix(2).map(\.feed.address) == ["https://a.example/", "https://b.example/"], "\(index)")
      #expect(placements.allSatisfy { ($0.feed.title ?? "").unicodeScalars.count <= 1_000 })
      #expect(time < 5, "\(index)")
    }
  }

  @Test("random bytes and random damage end in a list or a refusal, and what is kept can be written and read")
  func damage() throws {
    var random = FixedRandom(20_26)
    let text = Array(
      list("<outline text=\"राज्य\"><outline text=\"प&amp;क\" xmlUrl=\"https://a.example/\" category=\"x,y\"/></outline>"))
    for _ in 0..<1_000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("<>&\"'/=\u{0}o".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      guard let parsed = try? FeedListParser().parse(bytes) else { continue }
      let again = try OPMLParser().parse(Array(OPMLWriter().text(of: parsed.list).utf8))
      #expect(again.list == parsed.list, "\(String(decoding: bytes, as: UTF8.self))")
    }
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? FeedListParser().parse(bytes)
      _ = try? OPMLParser().parse(Array("<opml><body><outline ".utf8) + bytes)
    }
  }

  @Test("no text of a list can carry a control character")
  func controls() throws {
    let nasty = "क\u{1B}[2J&#27;[31m\u{7}\u{9B}1m\u{202E}उलटा\u{0}"
    let parsed = try OPMLParser().parse(
      list(
        "<outline text=\"\(nasty)\" note=\"\(nasty)\"><outline text=\"\(nasty)\" category=\"\(nasty)\" xmlUrl=\"https://a.example/\(nasty)\" x=\"\(nasty)\"/>"
          + "<outline xmlUrl=\"exec:\(nasty)\"/></outline>"))
    let texts =
      parsed.list.placements.flatMap {
        [$0.feed.address, $0.feed.title ?? ""] + $0.feed.tags + $0.feed.attributes.values + $0.folder
      }
      + parsed.notes.map { "\($0.fact)" }
    #expect(parsed.list.placements.count == 1)
    #expect(
      texts.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) } })
  }
}
