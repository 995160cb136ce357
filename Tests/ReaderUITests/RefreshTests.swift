import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Refreshing")
struct RefreshTests {
  static let feeds = [
    Desk.subscription("https://a.example/rss", "प्रभात संदेश", unread: 12, total: 340),
    Desk.subscription("https://b.example/rss", "गाँव दर्पण", folder: ["राज्य", "बिहार"]),
  ]

  private func reader(
    rows: Int = 24, columns: Int = 100, stories: [Story] = Desk.stories, minutes: Int? = nil,
    feeds: [SubscriptionRow]? = feeds
  ) -> HeadlessReader {
    HeadlessReader(
      rows: rows, columns: columns, stories: stories, settings: ReaderSettings(refreshMinutes: minutes),
      subscriptions: feeds)
  }

  private func report(_ outcomes: RefreshReport.Outcome...) -> RefreshReport {
    var report = RefreshReport()
    report.lines = outcomes.enumerated().map { index, outcome in
      RefreshReport.Line(
        feed: FeedID(rawValue: "f\(index)"), name: "फ़ीड \(index)", address: "https://f\(index).example/",
        outcome: outcome)
    }
    return report
  }

  private func refreshes(_ reader: HeadlessReader) -> [RefreshScope] {
    reader.effects.compactMap { if case .refresh(let scope) = $0 { scope } else { nil } }
  }

  @Test("R asks all feeds; the title shows how far it is, and in the end a sentence says what came")
  func all() {
    var reader = reader()
    let title = reader.title
    reader.press("R")
    #expect(refreshes(reader) == [.all])
    #expect(reader.title.contains("────────────"))
    reader.send(.refreshProgress(RefreshProgress(stage: .listing, doneCount: 20, totalCount: 40, newCount: 35)))
    #expect(reader.title.contains("फ़ीडें ━━━━━━────── 20/40 · +35"))
    #expect(reader.title.hasSuffix(String(title.suffix(20))), "the counts at the right stand where they stood")
    reader.send(.refreshProgress(RefreshProgress(stage: .understanding, doneCount: 400, totalCount: 400, newCount: 35)))
    #expect(reader.title.contains("लेख ━━━━━━━━━━━━ 400/400"))
    reader.send(
      .refreshed(
        report(
          .fetched(new: 12, updated: 3), .failed(FeedTrouble(kind: .timedOut)), .notModified,
          .failed(FeedTrouble(kind: .gone)))))
    #expect(reader.status.contains("12 नई ख़बरें · 2 फ़ीडें नहीं मिलीं (F)"))
    #expect(reader.title == title)
    #expect(reader.effects.last { $0 == .loadSubscriptions } != nil)
  }

  @Test("what a refresh says is right for none, one and many, in each language")
  func sentences() {
    let cases: [(RefreshReport, String)] = [
      (report(.notModified), "कोई नई ख़बर नहीं"), (report(.fetched(new: 1, updated: 0)), "1 नई ख़बर"),
      (report(.fetched(new: 2, updated: 0), .failed(FeedTrouble(kind: .gone))), "2 नई ख़बरें · 1 फ़ीड नहीं मिली (F)"),
      (report(.failed(FeedTrouble(kind: .status, status: 404))), "फ़ीड 0: इस पते पर कुछ नहीं मिला (404)।"),
      (report(.failed(FeedTrouble(kind: .unknownHost)), .failed(FeedTrouble(kind: .unreachable))), "इंटरनेट नहीं मिल रहा"),
      (
        report(.failed(FeedTrouble(kind: .unknownHost)), .notModified), "कोई नई ख़बर नहीं · 1 फ़ीड नहीं मिली (F)"
      ), (RefreshReport(), "कोई नई ख़बर नहीं"),
    ]
    for (report, sentence) in cases {
      var reader = reader()
      reader.press("R")
      reader.send(.refreshed(report))
      #expect(reader.status.contains(sentence), "\(reader.status)")
    }
    for (language, sentence) in [(UILanguage.marathi, "2 नव्या बातम्या"), (.english, "2 new stories")] {
      var reader = HeadlessReader(settings: ReaderSettings(language: language, refreshMinutes: nil))
      reader.press("R")
      reader.send(.refreshed(report(.fetched(new: 2, updated: 0))))
      #expect(reader.status.contains(sentence))
    }
  }

  @Test("R while a refresh runs says so, and at once again stops it; Esc and other keys do not")
  func stopping() {
    var reader = reader()
    reader.press("R", "esc", "j", "R")
    #expect(reader.status.contains("रोकने के लिए फिर R"))
    reader.press("k", "R")
    #expect(!reader.effects.contains(.cancelRefresh), "another key came between")
    reader.press("R")
    #expect(reader.effects.contains(.cancelRefresh) && reader.status.contains("रोका जा रहा है"))
    reader.press("R")
    #expect(reader.effects.count { $0 == .cancelRefresh } == 1)
    #expect(refreshes(reader) == [.all])
    reader.send(.refreshed(report(.fetched(new: 3, updated: 0))))
    #expect(reader.status.contains("रोका गया · 3 नई ख़बरें"))
    reader.press("R")
    #expect(refreshes(reader) == [.all, .all])
  }

  @Test("without feeds R says how to add one")
  func noFeeds() {
    var reader = reader(feeds: [])
    reader.press("R")
    #expect(refreshes(reader).isEmpty && reader.status.contains("A से फ़ीड या साइट जोड़ें"))
  }

  @Test("a thousand stories that come in above the cursor move nothing under it, in the list and in a story")
  func nothingJumps() {
    var reader = reader(stories: Desk.many(60))
    for _ in 0..<20 { reader.press("j") }
    let row = reader.rows.firstIndex { $0.hasPrefix("▌") }
    let selected = reader.state.headlines.selected?.id
    reader.press("R")
    for batch in 0..<4 {
      reader.stories.insert(contentsOf: newcomers(batch), at: 0)
      reader.send(.refreshProgress(RefreshProgress(stage: .listing, doneCount: batch, totalCount: 4)))
      reader.send(.storeChanged(.own))
      #expect(reader.state.headlines.selected?.id == selected)
      #expect(reader.rows.firstIndex { $0.hasPrefix("▌") } == row)
      #expect(!reader.status.contains("नई ख़बरें:"), "the end says how many")
    }
    #expect(reader.state.headlines.totalCount == 1_060)
    reader.press("enter", "space")
    let text = reader.text(in: reader.state.layout.body)
    reader.stories.insert(contentsOf: newcomers(9), at: 0)
    reader.send(.storeChanged(.own))
    reader.send(.refreshed(report(.fetched(new: 1_250, updated: 0))))
    #expect(reader.text(in: reader.state.layout.body) == text)
    #expect(reader.status.contains("1250 नई ख़बरें"))
  }

  private func newcomers(_ batch: Int) -> [Story] {
    (0..<250).map { index in
      Desk.story(
        "n\(batch)-\(index)", "ताज़ा समाचार \(batch)-\(index)", section: "भारत",
        date: Timestamp(secondsSince1970: Desk.now.secondsSince1970 + 60, utcOffsetSeconds: 19_800), body: ["आज।"])
    }
  }

  private func minute(_ count: Int) -> Timestamp {
    Timestamp(secondsSince1970: Desk.now.secondsSince1970 + Int64(count) * 60, utcOffsetSeconds: 19_800)
  }

  @Test(
    "by schedule feeds are asked at the start and when the time has passed since the last end, and only news is said")
  func schedule() {
    var reader = reader(minutes: 30)
    #expect(refreshes(reader) == [.scheduled])
    reader.send(.refreshProgress(RefreshProgress(stage: .listing, doneCount: 0, totalCount: 0)))
    #expect(!reader.title.contains("─"), "nothing to ask for, nothing to tell")
    reader.send(.refreshProgress(RefreshProgress(stage: .listing, doneCount: 1, totalCount: 2, newCount: 3)))
    #expect(reader.title.contains("━━━━━━──────") && !reader.title.contains("1/2"))
    for count in 1...40 { reader.send(.tick(minute(count))) }
    #expect(refreshes(reader).count == 1, "one at a time")
    reader.send(.refreshed(report(.notModified, .failed(FeedTrouble(kind: .timedOut)))))
    #expect(reader.state.message == nil)
    reader.send(.tick(minute(69)))
    #expect(refreshes(reader).count == 1)
    reader.send(.tick(minute(70)))
    #expect(refreshes(reader) == [.scheduled, .scheduled])
    reader.send(.refreshed(report(.fetched(new: 5, updated: 0))))
    #expect(reader.status.contains("5 नई ख़बरें"))
    // A refresh by hand counts too, and a clock that was set back does not stop the schedule for good.
    reader.send(.tick(minute(90)))
    reader.press("R")
    reader.send(.refreshed(report(.notModified)))
    reader.send(.tick(minute(119)))
    #expect(refreshes(reader).count == 3)
    reader.send(.tick(minute(-500)))
    reader.send(.tick(minute(-470)))
    #expect(refreshes(reader).count == 4)
  }

  @Test("no schedule and no feeds mean no refresh that was not asked for")
  func noSchedule() {
    for var reader in [reader(), reader(minutes: 30, feeds: []), reader(minutes: 30, feeds: nil)] {
      for count in 1...90 { reader.send(.tick(minute(count))) }
      #expect(refreshes(reader).isEmpty)
    }
  }

  @Test("at every width the title has its place, its counts and as much of the progress as fits")
  func widths() {
    for columns in (30...130) where columns < 64 || columns % 5 == 0 {
      for language in UILanguage.allCases {
        var reader = HeadlessReader(
          rows: 12, columns: columns, settings: ReaderSettings(language: language, refreshMinutes: nil))
        reader.press("R")
        reader.send(
          .refreshProgress(RefreshProgress(stage: .listing, doneCount: 250, totalCount: 1_000, newCount: 12_345)))
        #expect(reader.title.hasPrefix(language == .english ? " khabar" : " ख़बर"))
        #expect(reader.title.contains("3 "), "\(columns) \(reader.title)")
        if columns >= 45 { #expect(reader.title.contains("━─"), "\(columns) \(reader.title)") }
      }
    }
  }
}
