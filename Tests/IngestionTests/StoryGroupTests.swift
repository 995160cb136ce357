import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite("Stories of one event", .inBackground)
struct StoryGroupTests {
  private static let start: Int64 = 1_759_000_000
  private static let bridge = [
    "नई दिल्ली, 12 मार्च (पीटीआई)। सोनपुर में गंडक नदी पर बने पुराने पुल का एक खंभा बुधवार तड़के धँस गया और उस पर से गुज़र रहा ट्रक नदी में जा गिरा।",
    "ज़िलाधिकारी मीनाक्षी वर्मा ने बताया कि ट्रक चालक को गोताख़ोरों ने सुरक्षित निकाल लिया है और पुल पर आवाजाही रोक दी गई है।",
    "लोक निर्माण विभाग के इंजीनियरों की टीम खंभे की नींव की जाँच कर रही है और शुक्रवार तक अपनी रिपोर्ट सौंपेगी।",
    "पुल साठ साल पहले बना था और पिछले साल की बाढ़ में उसकी नींव से बहुत मिट्टी बह गई थी।",
    "गाँव के लोगों ने कहा कि उन्होंने दरारों की शिकायत पाँच बार की थी, पर मरम्मत का ठेका किसी को नहीं मिला।",
  ]
  private static let match = [
    "कानपुर में खेले गए रणजी मुक़ाबले में विदर्भ ने मेज़बान टीम को आठ विकेट से हराकर अंतिम चार में जगह बना ली।",
    "कप्तान राघव देशमुख ने दूसरी पारी में नाबाद एक सौ तेरह रन बनाए और मैच के सर्वश्रेष्ठ खिलाड़ी चुने गए।",
    "मेज़बान टीम की पहली पारी स्पिन के सामने केवल छियासी रन पर सिमट गई थी, जिससे वह कभी उबर नहीं सकी।",
  ]

  private static func article(_ name: String, paper: String, hours: Int64, _ text: [String], title: String) -> Article {
    Article(
      id: ArticleID(identity: name), identity: name, feed: FeedID(rawValue: paper), title: title,
      published: Timestamp(secondsSince1970: start + hours * 3_600), language: "hi", body: ArticleBody(paragraphs: text)
    )
  }

  private static func save(_ articles: [Article], in store: ArticleStore) async throws {
    for article in articles {
      try await store.save(
        [article], from: Feed(id: article.feed, title: article.feed.rawValue),
        now: Timestamp(secondsSince1970: start + 400 * 3_600))
    }
    try await StoryIndexing(store: store).indexAll()
  }

  private static let whole = article("1", paper: "अख़बार", hours: 0, bridge, title: "गंडक का पुल धँसा")
  private static let cut = article("2", paper: "दैनिक", hours: 5, Array(bridge.prefix(3)), title: "पुल टूटा, ट्रक नदी में")
  private static let longer = article(
    "3", paper: "टाइम्स", hours: 9, bridge + ["मुख्यमंत्री ने मरम्मत के लिए बारह करोड़ रुपये देने की घोषणा शाम को पटना में की।"],
    title: "पुल के लिए बारह करोड़")
  private static let other = article("4", paper: "अख़बार", hours: 3, match, title: "विदर्भ अंतिम चार में")

  @Test("wire copy is one group however it is cut, with its agency and what a later version added")
  func copies() async throws {
    try await withStore { store in
      try await Self.save([Self.whole, Self.cut, Self.other, Self.longer], in: store)
      let group = try #require(try await store.group(of: Self.cut.id))
      #expect(group.members.map(\.headline.id) == [Self.whole.id, Self.cut.id, Self.longer.id])
      #expect(group.members.map(\.relation) == [.first, .copy, .copy])
      #expect(group.members.allSatisfy { $0.agency == "PTI" } && group.paperCount == 3)
      #expect(group.members[1].added.isEmpty)
      #expect(group.members[2].added == [Self.longer.body.blocks.last?.text])
      #expect(try await store.group(of: Self.other.id) == nil)
    }
  }

  @Test("a grouped list shows the newest of a group, which says how many papers tell it")
  func grouped() async throws {
    try await withStore { store in
      try await Self.save([Self.whole, Self.cut, Self.other, Self.longer], in: store)
      var query = HeadlineQuery()
      #expect(try await store.headlines(query, start: 0, limit: 9).totalCount == 4)
      query.isGrouped = true
      let page = try await store.headlines(query, start: 0, limit: 9)
      #expect(page.rows.map(\.id) == [Self.longer.id, Self.other.id] && page.totalCount == 2)
      #expect(page.rows.map(\.paperCount) == [3, 1])
    }
  }

  @Test("the same text a week later is another story")
  func farApart() async throws {
    try await withStore { store in
      let later = Self.article("5", paper: "दैनिक", hours: 24 * 7, Self.bridge, title: "गंडक का पुल धँसा फिर")
      try await Self.save([Self.whole, later], in: store)
      #expect(try await store.group(of: Self.whole.id) == nil)
    }
  }

  @Test("when a member changes or all is analysed anew, groups are what they would have been")
  func repaired() async throws {
    try await withStore { store in
      try await Self.save([Self.whole, Self.cut, Self.longer], in: store)
      var changed = Self.longer
      changed.body = ArticleBody(paragraphs: Self.match)
      try await Self.save([changed], in: store)
      #expect(try await store.group(of: Self.longer.id) == nil)
      var query = HeadlineQuery()
      query.isGrouped = true
      #expect(try await store.headlines(query, start: 0, limit: 9).rows.map(\.id) == [Self.longer.id, Self.cut.id])
      let before = try await store.group(of: Self.whole.id)
      #expect(before?.members.count == 2)
      try await store.beginReanalysis()
      #expect(try await store.group(of: Self.whole.id) == nil)
      try await StoryIndexing(store: store).indexAll()
      #expect(try await store.group(of: Self.whole.id) == before)
      changed.body = ArticleBody(paragraphs: ["एक छोटा नोट।"])
      changed = Self.cut
      changed.body = ArticleBody(paragraphs: Self.match)
      try await Self.save([changed], in: store)
      #expect(try await store.group(of: Self.whole.id) == nil)
    }
  }

  @Test("a thousand copies make bounded groups and cost no quadratic time")
  func manyCopies() async throws {
    try await withStore { store in
      let feed = Feed(id: FeedID(rawValue: "अख़बार"), title: "अख़बार")
      let copies = (0..<1_000).map {
        Self.article("c\($0)", paper: "अख़बार", hours: 0, Self.bridge, title: "पुल क्रमांक \($0)")
      }
      try await store.save(copies, from: feed, now: Timestamp(secondsSince1970: Self.start))
      try await StoryIndexing(store: store).indexAll()
      let group = try #require(try await store.group(of: copies[0].id))
      #expect(group.members.count > 1 && group.members.count <= 64)
    }
  }

  @Test("stories that are pointed at and not stored are wanted, the most pointed at first")
  func wanted() async throws {
    try await withStore { store in
      let links = [["बाढ़ का पानी उतरा", "गंडक का पुल धँसा"], ["बाढ़ का पानी उतरा"], ["मेला शुरू"]]
      let articles = links.enumerated().map { number, titles in
        Article.fixture("सूचक \(number)", date: .fixture.adding(days: Int64(number)), related: titles)
      }
      try await store.save(articles, from: .fixture, now: .fixture)
      try await Self.save([Self.whole], in: store)
      let wanted = try await store.wanted(limit: 10)
      #expect(wanted.map(\.title) == ["बाढ़ का पानी उतरा", "मेला शुरू"] && wanted.map(\.pointingCount) == [2, 1])
      #expect(wanted.first?.pointedAtBy == articles[1].id)
      #expect(try await store.wanted(limit: 1).count == 1)
    }
  }
}
