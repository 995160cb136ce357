import IndicText
import NewsModel
import NewsParsing
import TestSupport
import Testing

/// Lists that a parser could have made, of every shape.
private struct RandomList {
  var random: FixedRandom

  mutating func list() -> FeedList {
    FeedList(
      head: (0..<count(4)).map { _ in
        FeedList.Fact(name: pick(["title", "ownerName", "dateCreated", "शीर्षक", "x.y"]), text: words(8))
      }, outlines: outlines(depth: 0))
  }

  private mutating func outlines(depth: Int) -> [FeedList.Outline] {
    var addresses: Set<String> = []
    return (0..<count(depth == 0 ? 6 : 4)).compactMap { _ in
      switch count(10) {
      case 0..<2 where depth < 6:
        return .folder(FeedFolder(name: words(2), attributes: attributes(), outlines: outlines(depth: depth + 1)))
      case 2: return .other(OtherOutline(name: words(3), attributes: attributes().merging(["type": "note"]) { $1 }))
      default:
        let feed = feed()
        return addresses.insert(feed.address).inserted ? .feed(feed) : nil
      }
    }
  }

  private mutating func feed() -> ListedFeed {
    var feed = ListedFeed(
      address: "https://a.example/\(count(40))?x=1&y=%E0%A4%95'()\(count(3))", title: optionalWords(),
      name: optionalWords(), tags: (0..<count(4)).map { pick(["क", "a,b", "/x/", "50%", "%2C", "दो शब्द"]) + "\($0)" },
      wantsFullText: count(2) == 0, attributes: attributes())
    if feed.name == feed.title { feed.name = nil }
    if count(2) == 0 { feed.siteURL = "https://a.example/?q=\"".replacing("\"", with: "%22") }
    if count(2) == 0 { feed.language = pick(["hi", "mr-IN", "en-Latn-GB"]) }
    if count(3) == 0 { feed.attributes["type"] = pick(["atom", "RSS"]) }
    return feed
  }

  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    for _ in 0..<count(4) {
      switch count(3) {
      case 0:
        attributes["n:\(pick(["a", "b"]))"] = text()
        attributes["xmlns:n"] = "urn:example:n"
      case 1: attributes[pick(["description", "version", "isOpen", "_note", "नोट"])] = text()
      default: attributes[pick(["created", "x-1", "y.2"])] = text()
      }
    }
    return attributes
  }

  private mutating func optionalWords() -> String? {
    let words = words(3)
    return words.isEmpty ? nil : words
  }

  private mutating func words(_ limit: Int) -> String {
    NormalForm.line((0..<count(limit + 1)).map { _ in pick(Self.pieces) }.joined(separator: " "))
  }

  /// Never blank: an empty attribute says nothing and is not kept.
  private mutating func text() -> String {
    (0...count(3)).map { _ in pick(Self.pieces + ["\n", "\t", "  "]) }.joined() + "."
  }

  private static let pieces = [
    "समाचार", "&", "&amp;", "<b>", "\"", "'", "]]>", "-->", "<!--", "é", "👩‍👩‍👧", "क्ष", "x=\"y\"", "/>", "<outline", "&#10;",
    "ﷺ",
    "&nbsp;", "<", ">", "%", "राम & श्याम",
  ]

  private mutating func count(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func pick(_ texts: [String]) -> String { texts[count(texts.count)] }
}

@Suite("OPML there and back")
struct OPMLRoundTripTests {
  @Test("whatever list is written, the same list is read", arguments: 0..<20)
  func written(seed: UInt64) throws {
    var lists = RandomList(random: FixedRandom(seed))
    for _ in 0..<25 {
      let list = lists.list()
      let text = OPMLWriter().text(of: list)
      let parsed = try OPMLParser().parse(Array(text.utf8))
      #expect(parsed.list == list, "\(text)")
      #expect(parsed.notes.isEmpty, "\(parsed.notes) \(text)")
      #expect(OPMLWriter().text(of: parsed.list) == text)
    }
  }

  /// Such a character is left out of what is written; a value that is understood without it is understood at once.
  @Test(
    "a control character within a value that is understood changes nothing",
    arguments: [
      "language=\"h\u{81}i\"", "type=\"rs\u{85}s\"", "khabarFullText=\"tr\u{9F}ue\"", "category=\"/प\u{80}ानी\"",
    ])
  func controlInValue(attribute: String) throws {
    let file = "<opml><body><outline text=\"गाँव\" xmlUrl=\"https://e.example/a.xml\" \(attribute)/></body></opml>"
    let list = try OPMLParser().parse(Array(file.utf8)).list
    let clean = String(String.UnicodeScalarView(file.unicodeScalars.filter { !(0x7F...0x9F).contains($0.value) }))
    #expect(try OPMLParser().parse(Array(clean.utf8)).list == list)
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }

  @Test(
    "a feed's attributes are the same in whatever case they are named",
    arguments: [
      ("catEgory=\"/राज्य/गाँव,पानी\"", ["category": "/राज्य/गाँव,पानी"]), ("TYPE=\"atom\"", ["type": "atom"]),
      ("Language=\"unknown\"", ["language": "unknown"]), ("HIDDEN=\"true\"", ["hidden": "true"]),
    ])
  func namesInAnyCase(attribute: String, read: [String: String]) throws {
    let file = "<opml><body><outline text=\"गाँव\" xmlUrl=\"https://e.example/a.xml\" \(attribute)/></body></opml>"
    let list = try OPMLParser().parse(Array(file.utf8)).list
    #expect(list.placements.map(\.feed.attributes) == [read])
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }

  @Test("an outline whose only feed is refused is read again as what it was read as")
  func nothingButRefused() throws {
    let file = """
      <opml><body><outline text="गाँव" type="note"><outline text="बुरा" xmlUrl="javascript:alert(1)"/></outline></body></opml>
      """
    let list = try OPMLParser().parse(Array(file.utf8)).list
    #expect(list.outlines == [.other(OtherOutline(name: "गाँव", attributes: ["type": "note"]))])
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }

  @Test(
    "a line whose address is refused is no folder when it is read again",
    arguments: ["url=\"javascript:1\"", "htmlUrl=\"file:///etc/passwd\"", "Type=\"folder\" url=\"javascript:1\""])
  func lineWithoutItsAddress(attributes: String) throws {
    let file = "<opml><body><outline text=\"कड़ी\" note=\"क\" \(attributes)/></body></opml>"
    let list = try OPMLParser().parse(Array(file.utf8)).list
    #expect(list.outlines == [.other(OtherOutline(name: "कड़ी", attributes: ["note": "क", "type": "link"]))])
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }

  @Test("a list that went through subscriptions is the same list", arguments: 0..<10)
  func stored(seed: UInt64) throws {
    var lists = RandomList(random: FixedRandom(1_000 + seed))
    for _ in 0..<25 {
      let list = lists.list()
      var unique: [String: ListedFeed] = [:]
      for placement in list.placements { unique[placement.feed.address] = placement.feed }
      // Places that say different things of one feed are made one by a store; all others keep all.
      guard list.placements.allSatisfy({ unique[$0.feed.address] == $0.feed }) else { continue }
      #expect(list.updated(with: list.subscriptions) == list)
    }
  }

  @Test("what the reader left is gone, what moved has moved, and the rest of the list stays")
  func changes() throws {
    let list = try OPMLParser().parse(
      Array(
        """
        <opml><head><title>सूची</title></head><body><outline text="क"><outline text="1" xmlUrl="https://a.example/1"/>
        <outline text="2" xmlUrl="https://a.example/2"/></outline><outline text="ख़ाली"/><outline text="टीप" type="note"/></body></opml>
        """.utf8)
    ).list
    var subscriptions = list.subscriptions
    subscriptions.removeFirst()
    subscriptions[0].name = "दूसरी"
    subscriptions[0].folders = [["क"], ["नया", "भीतर"]]
    subscriptions.append(Subscription(ListedFeed(address: "https://a.example/3")))
    let updated = list.updated(with: subscriptions)
    #expect(updated.title == "सूची")
    #expect(updated.folders == [["क"], ["ख़ाली"], ["नया"], ["नया", "भीतर"]])
    #expect(
      updated.placements.map { "\($0.feed.address.suffix(1)) \($0.folder.joined(separator: "/"))" } == [
        "2 क", "2 नया/भीतर", "3 ",
      ])
    #expect(updated.placements.first?.feed.name == "दूसरी")
    #expect(updated.outlines.contains(.other(OtherOutline(name: "टीप", attributes: ["type": "note"]))))
    #expect(updated.updated(with: subscriptions) == updated)
  }
}
