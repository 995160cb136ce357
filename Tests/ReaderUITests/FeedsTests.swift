import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Feeds: the panel, adding, taking away")
struct FeedsTests {
  private static let hour: Int64 = 3600
  private static func ago(_ seconds: Int64) -> Timestamp {
    Timestamp(secondsSince1970: Desk.now.secondsSince1970 - seconds, utcOffsetSeconds: 19_800)
  }

  private static let feeds = [
    Desk.subscription(
      "https://c.example/rss", "चौपाल", folder: ["राज्य"], unread: 4, total: 9,
      health: FeedHealth(
        lastSuccess: ago(3 * 24 * hour), trouble: FeedTrouble(kind: .status, status: 404), failureCount: 5,
        nextAttempt: ago(-20 * 60))),
    Desk.subscription(
      "pages:गाँव दर्पण", "गाँव दर्पण", unread: 3, total: 340, health: FeedHealth(lastSuccess: ago(2 * hour))),
    Desk.subscription("https://b.example/rss", "आज की खेती", folder: ["राज्य"]),
  ]

  private func reader(rows: Int = 30, columns: Int = 100, feeds: [SubscriptionRow] = feeds) -> HeadlessReader {
    HeadlessReader(
      rows: rows, columns: columns, settings: ReaderSettings(refreshMinutes: nil), subscriptions: feeds)
  }

  private func items(_ reader: HeadlessReader) -> [String] {
    guard case .picker(let picker) = reader.state.prompt else { return [] }
    return picker.matches.map { picker.items[$0.itemIndex].label }
  }

  private func selected(_ reader: HeadlessReader) -> String? {
    guard case .picker(let picker) = reader.state.prompt else { return nil }
    return picker.selected?.label
  }

  @Test("F lists feeds by folder with what is unread, and says of the selected one how it goes")
  func panel() {
    var reader = reader()
    reader.press("F")
    #expect(items(reader) == ["गाँव दर्पण", "राज्य", "आज की खेती", "चौपाल"])
    #expect(selected(reader) == "गाँव दर्पण")
    #expect(reader.screen.contains("पिछली बार मिली: 2 घंटे पहले · ख़बरें: 340"))
    #expect(reader.status.contains("^R ताज़ा") && reader.status.contains("+ जोड़ें"))
    reader.press("down")
    #expect(selected(reader) == "आज की खेती", "a folder's name cannot be chosen")
    #expect(reader.screen.contains("अब तक कभी नहीं मिली"))
    reader.press("down")
    #expect(reader.screen.contains("! चौपाल"))
    guard case .picker(let picker) = reader.state.prompt else { return }
    #expect(picker.selected?.note == "इस पते पर कुछ नहीं मिला (404)। · पिछली बार मिली: 3 दिन पहले · अगली कोशिश: 20 मिनट बाद")
    #expect(reader.screen.contains("इस पते पर कुछ नहीं मिला (404)। · पिछली बार मिली"))
    reader.press("up", "up", "up")
    #expect(selected(reader) == "गाँव दर्पण")
    reader.press("चौ")
    #expect(items(reader) == ["चौपाल"])
  }

  @Test("Enter shows one feed's stories, its name stands in the title, and Esc shows all again")
  func filter() {
    var reader = reader()
    reader.press("F", "enter")
    #expect(reader.state.headlines.query.feed == "pages:गाँव दर्पण")
    #expect(reader.title.contains("गाँव दर्पण ×"))
    #expect(reader.state.headlines.totalCount == 3)
    reader.press("F", "down", "enter")
    #expect(reader.state.headlines.totalCount == 0 && reader.title.contains("आज की खेती ×"))
    reader.press("F")
    #expect(selected(reader) == "आज की खेती")
    reader.press("enter")
    #expect(reader.state.headlines.query.isEmpty, "the filter, chosen again, is taken off")
    reader.press("F", "enter", "esc")
    #expect(reader.state.headlines.query.isEmpty)
  }

  @Test("^R asks one feed, and its failure is said in a sentence")
  func refreshOne() {
    var reader = reader()
    reader.press("F", "down", "^r")
    #expect(reader.effects.contains(.refresh(.feeds([FeedID(rawValue: "https://b.example/rss")]))))
    #expect(selected(reader) == "आज की खेती", "the panel stays")
    reader.press("^r")
    #expect(reader.status.contains("ज़रा रुकें"))
    var report = RefreshReport()
    report.lines = [
      RefreshReport.Line(
        feed: FeedID(rawValue: "https://b.example/rss"), name: "आज की खेती", address: "https://b.example/rss",
        outcome: .failed(FeedTrouble(kind: .insecure)))
    ]
    reader.send(.refreshed(report))
    #expect(reader.status.contains("आज की खेती: सुरक्षित संपर्क नहीं बना"))
  }

  @Test("^D takes a feed away and brings it back, in its place; U brings it back from anywhere")
  func unsubscribe() {
    var reader = reader()
    reader.press("F", "down", "delete")
    #expect(reader.effects.contains(.unsubscribe(FeedID(rawValue: "https://b.example/rss"))))
    #expect(items(reader) == ["गाँव दर्पण", "राज्य", "आज की खेती", "चौपाल"], "nothing moves")
    #expect(selected(reader) == "आज की खेती" && reader.screen.contains("◌ आज की खेती"))
    #expect(reader.status.contains("हटाई गई: आज की खेती · U से वापस"))
    #expect(reader.stories.count == Desk.stories.count)
    reader.press("^d")
    #expect(reader.effects.contains(.resubscribe(Self.feeds[2].subscription)))
    #expect(!reader.screen.contains("◌ आज की खेती"))
    reader.press("down", "^d", "esc", "U")
    #expect(
      reader.effects.last { if case .resubscribe = $0 { true } else { false } }
        == .resubscribe(Self.feeds[0].subscription))
    #expect(reader.status.contains("फिर जुड़ गई: चौपाल"))
    reader.press("U")
    #expect(reader.status.contains("वापस लाने को कुछ नहीं है"))
  }

  @Test("a refresh that ends while the panel is open changes its rows and not what is selected")
  func panelStays() {
    var reader = reader()
    reader.press("F", "down", "down")
    reader.subscriptions?.append(Desk.subscription("https://aa.example/", "अख़बार"))
    reader.subscriptions?[0].unreadCount = 77
    reader.send(.storeChanged(.own))
    #expect(selected(reader) == "चौपाल" && reader.screen.contains("77"))
    #expect(items(reader).contains("अख़बार"))
  }

  @Test("A asks for an address; one feed that is found there is subscribed and asked for its stories")
  func add() {
    var reader = reader()
    reader.press("A", "example.org")
    #expect(reader.status.contains("फ़ीड या साइट का पता: example.org"))
    reader.press("enter")
    #expect(reader.effects.contains(.lookForFeeds(at: "example.org")))
    #expect(reader.screen.contains("ढूँढ रहे हैं …"))
    let found = FeedCandidate(address: "https://example.org/feed", title: "नया पन्ना")
    reader.send(.feedsFound(at: "example.org", [found], nil))
    #expect(reader.effects.contains(.subscribe([found])))
    #expect(reader.effects.contains(.refresh(.feeds([FeedID(rawValue: "https://example.org/feed")]))))
    #expect(reader.state.prompt == nil && reader.status.contains("जुड़ गई: नया पन्ना"))
    #expect(reader.state.subscriptions?.count == 4)
  }

  @Test("several feeds are there to choose from, and marks take several")
  func choose() {
    var reader = reader()
    reader.press("F", "+", " example.org ", "enter")
    #expect(reader.effects.contains(.lookForFeeds(at: "example.org")))
    let found = (0..<3).map { FeedCandidate(address: "https://example.org/\($0)", title: "फ़ीड \($0)", detail: "RSS") }
    reader.send(.feedsFound(at: "example.org", found, nil))
    #expect(items(reader) == ["फ़ीड 0", "फ़ीड 1", "फ़ीड 2"])
    reader.press("space", "down", "tab", "enter")
    #expect(reader.effects.contains(.subscribe([found[0], found[2]])))
    #expect(reader.status.contains("2 फ़ीडें जुड़ गईं"))
  }

  @Test("feeds that come while a refresh runs are asked after it")
  func addWhileRefreshing() {
    var reader = reader()
    reader.press("R", "A", "x", "enter")
    reader.send(.feedsFound(at: "x", [FeedCandidate(address: "https://x.example/", title: "एक्स")], nil))
    #expect(reader.effects.count { if case .refresh = $0 { true } else { false } } == 1)
    reader.send(.refreshed(RefreshReport()))
    #expect(reader.effects.contains(.refresh(.feeds([FeedID(rawValue: "https://x.example/")]))))
  }

  @Test("an address without a feed says why, and Backspace brings it back to be corrected")
  func nothingFound() {
    var reader = reader()
    reader.press("A", "exmple.org", "enter")
    reader.send(.feedsFound(at: "exmple.org", [], FeedTrouble(kind: .unknownHost)))
    #expect(reader.screen.contains("यह साइट नहीं मिली। यहाँ कोई फ़ीड नहीं मिली।"))
    reader.press("backspace")
    #expect(reader.status.contains("पता: exmple.org"))
    reader.press("esc")
    reader.send(.feedsFound(at: "exmple.org", [FeedCandidate(address: "https://late.example/")], nil))
    #expect(!reader.effects.contains { if case .subscribe = $0 { true } else { false } }, "nobody waits any more")
  }

  @Test("a feed that is there already says so, and a blank address is none")
  func already() {
    var reader = reader()
    reader.press("A", "b", "enter")
    reader.send(.feedsFound(at: "b", [FeedCandidate(address: "https://b.example/rss")], nil))
    #expect(reader.status.contains("पहले से जुड़ी है"))
    reader.press("A", "  ", "enter")
    #expect(reader.state.prompt == nil)
    reader.press("A", "backspace")
    #expect(reader.state.prompt == nil)
  }

  @Test("two feeds taken away quickly stay away, though an answer from in between still has the second")
  func quickUnsubscribing() {
    var reader = reader()
    reader.press("F", "down", "^d", "down", "^d")
    reader.send(.subscriptionsLoaded([Self.feeds[1], Self.feeds[0]]))
    #expect(reader.screen.contains("◌ आज की खेती") && reader.screen.contains("◌ चौपाल"))
    #expect(items(reader).count == 4)
    reader.press("esc", "U", "U", "F")
    guard case .picker(let picker) = reader.state.prompt else { return }
    #expect(picker.items.allSatisfy { !$0.isGhost })
    #expect(items(reader) == ["गाँव दर्पण", "राज्य", "आज की खेती", "चौपाल"])
  }

  @Test("looking for feeds that fails altogether says so where they would stand")
  func failedLookUp() {
    var reader = reader()
    reader.press("A", "x.example", "enter")
    reader.send(.failed("भंडार नहीं खुला।"))
    #expect(!reader.screen.contains("ढूँढ रहे हैं") && reader.screen.contains("│ भंडार नहीं खुला।"))
  }

  @Test("pasted text is typed and no command")
  func pasted() {
    var reader = reader()
    reader.press("F")
    for scalar in " +चौ".unicodeScalars { reader.send(.terminal(.pasted(scalar))) }
    #expect(items(reader) == ["चौपाल"])
    reader.press("esc", "A")
    for scalar in "https://example.org/ख़बर".unicodeScalars { reader.send(.terminal(.pasted(scalar))) }
    reader.press("enter")
    #expect(reader.effects.contains(.lookForFeeds(at: "https://example.org/ख़बर")))
  }

  @Test("after a resize the selected row of a long panel is on the screen")
  func resize() {
    var reader = reader(
      rows: 40, feeds: (0..<60).map { Desk.subscription("https://f.example/\($0)", "फ़ीड क्रम \(100 + $0)") })
    reader.press("F", "pgdn")
    let name = selected(reader) ?? "?"
    reader.resize(rows: 12, columns: 60)
    #expect(reader.screen.contains(name))
  }

  @Test("the panel survives the first stories of the reader's own, which take the sample's place")
  func firstStories() {
    var reader = HeadlessReader(edition: .sample, subscriptions: Self.feeds)
    reader.press("F", "down")
    reader.press("^r")
    reader.send(.storeChanged(.own))
    #expect(selected(reader) == "आज की खेती")
    #expect(!reader.status.contains("नमूना"), "what the refresh brought is said in the end")
  }

  @Test("names, addresses and sentences of strangers fit into every window, in every language")
  func sizes() {
    let long = String(repeating: "क्षत्रिय-संवाद ", count: 12)
    var feeds = Self.feeds
    feeds.append(
      Desk.subscription(
        "https://long.example/\(long)", long + "\u{1B}[31m", folder: [long, "\u{202E}उल्टा"],
        health: FeedHealth(trouble: FeedTrouble(kind: .other, detail: long))))
    for (rows, columns) in [(10, 30), (11, 45), (12, 59), (24, 80), (40, 160)] {
      for language in UILanguage.allCases {
        var reader = HeadlessReader(
          rows: rows, columns: columns, settings: ReaderSettings(language: language, refreshMinutes: nil),
          subscriptions: feeds)
        reader.press("F")
        for _ in 0..<5 {
          reader.press("down")
          guard case .picker(let picker) = reader.state.prompt, let name = picker.selected?.label else { continue }
          #expect(reader.screen.contains(String(name.prefix(3))), "\(rows)×\(columns): the selected row is seen")
          #expect(!reader.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        }
        reader.press("esc", "A", long)
        reader.press("enter")
        reader.send(.feedsFound(at: String(long.dropLast()), [], FeedTrouble(kind: .other, detail: long)))
        #expect(reader.rows.count == rows)
      }
    }
  }

  @Test("in Latin letters the panel and the line are in Latin letters")
  func roman() {
    var reader = HeadlessReader(
      rows: 30, columns: 100, settings: ReaderSettings(script: .roman, refreshMinutes: nil), subscriptions: Self.feeds)
    for keys in [["F", "down", "down"], ["+"], ["x", "enter"]] {
      for key in keys { reader.press(key) }
      #expect(!reader.screen.unicodeScalars.contains { (0x900...0x97F).contains($0.value) }, "\(reader.screen)")
    }
  }
}
