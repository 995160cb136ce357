import NewsModel
import NewsParsing
import Testing

@Suite("newsboat's urls")
struct NewsboatURLsTests {
  private func parse(_ text: String) throws -> ParsedFeedList { try FeedListParser().parse(Array(text.utf8)) }

  @Test("addresses keep their order; tags, names, quotes, escapes and comments are understood")
  func whole() throws {
    let parsed = try parse(
      """
      # मेरी फ़ीड
      https://khabar.example/feed  समाचार "दिल्ली की ख़बरें" "~मेरा \\"पत्र\\""
      "https://khabar.example/a b" tag\\x "दो\\\\तीन" # यह टिप्पणी है

        http://khabar.example/last\t!\r
      """)
    let feeds = parsed.list.placements.map(\.feed)
    #expect(
      feeds == [
        ListedFeed(
          address: "https://khabar.example/feed", name: "मेरा \"पत्र\"", tags: ["समाचार", "दिल्ली की ख़बरें"]),
        ListedFeed(address: "https://khabar.example/a%20b", tags: ["tag\\x", "दो\\तीन"]),
        ListedFeed(address: "http://khabar.example/last", attributes: ["hidden": "true"]),
      ])
    #expect(parsed.notes == [FeedListNote(line: 5, .shownThoughHidden(address: "http://khabar.example/last"))])
  }

  @Test("lines that run programs, open files or search are refused one by one, with their lines")
  func refusals() throws {
    let parsed = try parse(
      """
      "exec:~/bin/feed --all" tag
      "filter:sed s/a/b/:https://khabar.example/feed"
      file:///home/x/feed.xml
      "query:अनपढ़ी:unread = \\"yes\\""
      https://khabar.example/feed
      ftp://khabar.example/feed
      """)
    #expect(parsed.list.placements.map(\.feed.address) == ["https://khabar.example/feed"])
    #expect(
      parsed.notes == [
        FeedListNote(line: 1, .refused(address: "exec:~/bin/feed --all", .runsProgram)),
        FeedListNote(
          line: 2, .refused(address: "filter:sed s/a/b/:https://khabar.example/feed", .filtersThroughProgram)),
        FeedListNote(line: 3, .refused(address: "file:///home/x/feed.xml", .localFile)),
        FeedListNote(line: 4, .refused(address: "query:अनपढ़ी:unread = \"yes\"", .smartList)),
        FeedListNote(line: 6, .refused(address: "ftp://khabar.example/feed", .scheme("ftp"))),
      ])
  }

  @Test("a plain list of addresses is one too, however it was copied")
  func plain() throws {
    let parsed = try parse(
      "khabar.example/feed\n- https://a.example/1\n• <https://a.example/2>\nhttps://a.example/3 https://a.example/4,\n"
        + "feed://a.example/5\n<https://a.example/6>\nफ़ीड की सूची\n")
    #expect(
      parsed.list.placements.map(\.feed.address)
        == ["https://khabar.example/feed"] + (1...4).map { "https://a.example/\($0)" }
        + ["http://a.example/5", "https://a.example/6"])
    #expect(parsed.notes.map(\.line) == [7])
    #expect(try parse("<https://a.example/6>\n").list.placements.count == 1)
  }

  @Test("a quote that is never closed ends with its line, and a note says so")
  func openQuote() throws {
    let parsed = try parse("https://a.example/1 \"दिल्ली\nhttps://a.example/2 \"\\")
    #expect(parsed.list.placements.map(\.feed.tags) == [["दिल्ली"], ["\\"]])
    #expect(parsed.notes == [FeedListNote(line: 1, .quoteNotClosed), FeedListNote(line: 2, .quoteNotClosed)])
  }

  @Test("a list of newsboat's goes to OPML and back without loss")
  func toOPML() throws {
    let list = try parse("https://a.example/1 \"~नाम\" क \"ख, ग/घ\" !\nhttps://a.example/2 \"100%2C\"\n").list
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }

  @Test("a name has the same bound in both kinds of lists", arguments: [999, 1_000, 1_001, 5_000])
  func longName(scalarCount: Int) throws {
    let list = try parse("https://a.example/1 \"~\(String(repeating: "क", count: scalarCount))\"\n").list
    let name = try #require(list.placements.first?.feed.name)
    #expect(name.unicodeScalars.count == min(scalarCount, 1_000))
    #expect(name.hasSuffix("…") == (scalarCount > 1_000))
    #expect(try OPMLParser().parse(Array(OPMLWriter().text(of: list).utf8)).list == list)
  }
}
