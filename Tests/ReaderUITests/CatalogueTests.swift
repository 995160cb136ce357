import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Choosing from the catalogue")
struct CatalogueTests {
  private static func entry(
    _ publisher: String, _ language: String = "hi", _ section: CatalogueSection = .top, state: String? = nil,
    hasFeed: Bool = true, isOffered: Bool = true, isDefault: Bool = false
  ) -> CatalogueEntry {
    CatalogueEntry(
      publisher: CataloguePublisher(id: publisher, name: publisher, latinName: "Latin " + publisher),
      language: language,
      section: section, state: state.flatMap(CatalogueState.init(code:)),
      address: hasFeed ? "https://\(publisher).example/\(section.rawValue)\(state ?? "")" : nil,
      lastKnownGood: month, isOffered: isOffered, isDefault: isDefault)
  }

  private static let month: CatalogueMonth = {
    guard let month = CatalogueMonth("2026-09") else { preconditionFailure("That is a month.") }
    return month
  }()

  static let catalogue = Catalogue(entries: [
    entry("प्रभात", isDefault: true), entry("प्रभात", "hi", .sports), entry("संदेश"), entry("संदेश", "hi", .farming),
    entry("गंगा", "hi", .state, state: "BR"), entry("अरावली", "hi", .state, state: "RJ"), entry("दल-पत्र", isOffered: false),
    entry("पन्ना", hasFeed: false), entry("सह्याद्री", "mr"), entry("Courier", "en"),
  ])

  private func reader(
    rows: Int = 30, columns: Int = 100, offers: Bool = false, feeds: [SubscriptionRow]? = [],
    edition: Edition = .sample,
    language: UILanguage = .hindi
  ) -> HeadlessReader {
    HeadlessReader(
      rows: rows, columns: columns,
      settings: ReaderSettings(language: language, refreshMinutes: nil, offersCatalogue: offers), edition: edition,
      subscriptions: feeds)
  }

  private func picker(_ reader: HeadlessReader) -> PickerState? {
    if case .picker(let picker) = reader.state.prompt { picker } else { nil }
  }

  private func labels(_ reader: HeadlessReader) -> [String] { picker(reader)?.items.map(\.label) ?? [] }

  private func subscribed(_ reader: HeadlessReader) -> [String] {
    reader.effects.flatMap { effect -> [String] in
      if case .subscribe(let feeds) = effect { feeds.map(\.address) } else { [] }
    }
  }

  @Test("language, state, sections and publishers are asked in turn, and Enter subscribes and asks for news")
  func steps() {
    var reader = reader()
    reader.press("C")
    #expect(reader.effects.contains(.loadCatalogue))
    reader.send(.catalogueLoaded(Self.catalogue))
    #expect(reader.screen.contains("आप कौन-सी भाषाएँ पढ़ते हैं?"))
    #expect(labels(reader) == ["हिन्दी", "मराठी", "English"])
    reader.press("enter")
    #expect(labels(reader) == ["पूरा देश", "बिहार", "राजस्थान"])
    reader.press("space", "space", "enter")
    #expect(labels(reader) == ["मुख्य ख़बरें", "खेल", "खेती"])
    reader.press("enter")
    #expect(labels(reader) == ["प्रभात", "संदेश", "गंगा", "पन्ना"], "what speaks for a party is not offered")
    #expect(picker(reader)?.marked.isEmpty == false, "the catalogue's own selection is marked")
    reader.press("^a")
    reader.press("enter")
    #expect(
      subscribed(reader) == ["https://प्रभात.example/top", "https://संदेश.example/top", "https://गंगा.example/stateBR"])
    #expect(reader.state.prompt == nil)
    #expect(reader.effects.contains { if case .refresh(.feeds(let ids)) = $0 { ids.count == 3 } else { false } })
    #expect(reader.state.subscriptions?.last?.subscription.folders == [["बिहार"]])
  }

  @Test(
    "Enter without marks takes the selected line, a step without a choice is not asked, Backspace goes back with the marks"
  )
  func quick() {
    var reader = reader()
    reader.press("C")
    reader.send(.catalogueLoaded(Self.catalogue))
    reader.press("मराठी", "enter")
    #expect(labels(reader) == ["सह्याद्री"])
    reader.press("backspace")
    #expect(labels(reader).count == 3)
    #expect(picker(reader)?.marked == [.offer("mr")])
    reader.press("space", "tab", "enter")
    #expect(labels(reader).contains("मुख्य ख़बरें") || labels(reader).contains("पूरा देश"))
    reader.press("esc")
    #expect(reader.state.prompt == nil && subscribed(reader).isEmpty)
  }

  @Test("who names only a state gets its feeds, and no question about sections")
  func stateOnly() {
    var reader = reader()
    reader.press("C")
    reader.send(.catalogueLoaded(Self.catalogue))
    reader.press("enter", "राज", "enter")
    #expect(labels(reader) == ["अरावली", "पन्ना"])
    reader.press("enter")
    #expect(subscribed(reader) == ["https://अरावली.example/stateRJ"])
  }

  @Test("a publisher without feeds is dim, says what to do, and is never taken")
  func withoutFeed() {
    var reader = reader()
    reader.press("C")
    reader.send(.catalogueLoaded(Self.catalogue))
    reader.press("enter", "enter", "enter", "end")
    #expect(reader.screen.contains("◌ पन्ना") && reader.screen.contains("khabar import"))
    reader.press("^a", "^a", "end", "tab", "enter")
    #expect(subscribed(reader).isEmpty && reader.status.contains("khabar import"))
  }

  @Test("on the first run the catalogue opens by itself over the sample, once, after the greeting; Esc leaves it")
  func firstRun() {
    var reader = reader(offers: true)
    #expect(reader.effects.contains(.saveCatalogueOffered))
    reader.press("esc")
    #expect(reader.effects.contains(.loadCatalogue))
    reader.send(.catalogueLoaded(Self.catalogue))
    #expect(labels(reader).count == 3)
    reader.press("esc", "esc", "esc")
    reader.send(.storeChanged(.sample))
    #expect(reader.state.prompt == nil)
    #expect(reader.status.contains("C भाषा, राज्य, विषय चुनें"))
    reader.press("C")
    #expect(labels(reader).count == 3)
    #expect(reader.effects.count { $0 == .loadCatalogue } == 1)
  }

  @Test("it does not open by itself for whoever has feeds or stories, or has seen it, or has begun something else")
  func notOffered() {
    for reader in [
      reader(offers: false), reader(offers: true, feeds: RefreshTests.feeds), reader(offers: true, edition: .own),
      reader(offers: true, feeds: nil),
    ] {
      #expect(reader.state.prompt == nil && !reader.effects.contains(.saveCatalogueOffered))
    }
    var late = reader(offers: true, feeds: nil)
    late.press("?")
    late.send(.subscriptionsLoaded([]))
    #expect(picker(late)?.kind == .help)
  }

  @Test("without a network the sample stays and a sentence says so")
  func offline() {
    var reader = reader()
    reader.press("C")
    reader.send(.catalogueLoaded(Self.catalogue))
    reader.press("enter", "enter", "enter", "^a", "enter")
    var report = RefreshReport()
    report.lines = subscribed(reader).map {
      RefreshReport.Line(
        feed: FeedID(rawValue: $0), name: $0, address: $0, outcome: .failed(FeedTrouble(kind: .unknownHost)))
    }
    #expect(report.lines.count > 1)
    reader.send(.refreshed(report))
    #expect(reader.status.contains("इंटरनेट नहीं मिल रहा"))
    #expect(reader.state.edition == .sample && reader.screen.contains("नदी किनारे"))
  }

  @Test("an empty catalogue says so, and every step can be seen in every window and language")
  func windows() {
    var empty = reader()
    empty.press("C")
    empty.send(.catalogueLoaded(Catalogue()))
    #expect(empty.screen.contains("कोई प्रकाशक नहीं"))
    for (rows, columns) in [(10, 30), (12, 59), (24, 80), (40, 160)] {
      for language in UILanguage.allCases {
        var reader = reader(rows: rows, columns: columns, language: language)
        reader.press("C")
        reader.send(.catalogueLoaded(Self.catalogue))
        for _ in 0..<4 {
          guard let label = picker(reader)?.selected?.label else { continue }
          #expect(reader.screen.contains(String(label.prefix(4))), "\(rows)×\(columns) \(label)")
          reader.press("enter")
        }
        #expect(!subscribed(reader).isEmpty)
      }
    }
  }
}
