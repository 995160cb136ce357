import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct TagTests {
  private func query(_ tags: String...) -> HeadlineQuery {
    var query = HeadlineQuery()
    query.tags = tags
    return query
  }

  @Test("tags combine: every one must be on the story, in any spelling")
  func combine() async throws {
    try await withStore { store in
      try await store.save(
        [
          .fixture("क", tags: ["ज़मीन", "किसान"]), .fixture("ख", tags: ["जमीन"]), .fixture("ग", tags: ["किसान", "बिहार"]),
        ], from: .fixture, now: .fixture)
      #expect(try await store.headlines(query("जमीन"), limit: 9).totalCount == 2)
      #expect(try await store.headlines(query("ज़मीन", "किसान"), limit: 9).rows.map(\.title) == ["क"])
      #expect(try await store.headlines(query("किसान", "ज़मीन", "जमीन"), limit: 9).totalCount == 1)
      #expect(try await store.headlines(query("बिहार", "ज़मीन"), limit: 9).totalCount == 0)
      #expect(try await store.headlines(query("किसान", "नहीं है"), limit: 9).totalCount == 0)
      #expect(try await store.headlines(query("!"), limit: 9).totalCount == 0)
    }
  }

  @Test("tags are counted among the stories of a query, the most used first, then by name")
  func counts() async throws {
    try await withStore { store in
      try await store.save(
        [
          .fixture("क", tags: ["रेल", "बजट"]), .fixture("ख", tags: ["रेल", "अदालत"]),
          .fixture("ग", tags: ["रेल", "बजट", "संसद"]),
        ], from: .fixture, now: .fixture)
      #expect(
        try await store.tags() == [
          TagCount(name: "रेल", count: 3), TagCount(name: "बजट", count: 2), TagCount(name: "अदालत", count: 1),
          TagCount(name: "संसद", count: 1),
        ])
      #expect(try await store.tags(limit: 1) == [TagCount(name: "रेल", count: 3)])
      #expect(
        try await store.tags(matching: query("बजट")) == [
          TagCount(name: "बजट", count: 2), TagCount(name: "रेल", count: 2), TagCount(name: "संसद", count: 1),
        ])
      #expect(try await store.tags(matching: query("नहीं है")) == [])
    }
  }

  @Test("a tag goes by its most used spelling, a story by the one on its page")
  func spellings() async throws {
    try await withStore { store in
      try await store.save(
        [.fixture("क", tags: ["व्हाट्सएप"]), .fixture("ख", tags: ["Whatsapp"]), .fixture("ग", tags: ["WhatsApp"])]
          + [.fixture("घ", tags: ["WhatsApp"])], from: .fixture, now: .fixture)
      let counts = try await store.tags()
      #expect(counts.first == TagCount(name: "WhatsApp", count: 3))
      #expect(
        Set(try await store.headlines(query("whatsapp"), limit: 9).rows.flatMap(\.tags)) == ["Whatsapp", "WhatsApp"])
      #expect(try await store.tagNames() == ["WhatsApp", "Whatsapp", "व्हाट्सएप"])
    }
  }

  @Test("a story has a tag once, however often and in however many spellings its page says it")
  func once() async throws {
    try await withStore { store in
      let article = Article.fixture("क", tags: ["ज़मीन", "जमीन", "किसान", "ज़मीन", "—"])
      try await store.save([article], from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.article.tags == ["ज़मीन", "किसान"])
      #expect(try await store.tags().map(\.count) == [1, 1])
      #expect(try await store.save([article], from: .fixture, now: .fixture).unchanged == [article.id])
    }
  }

  @Test("sections are learnt from stories and from their links")
  func sections() async throws {
    try await withStore { store in
      try await store.save(
        [.fixture("क", section: "विदेश", related: ["ख"]), .fixture("ख", section: nil)], from: .fixture, now: .fixture)
      #expect(try await store.sections() == ["राज्य", "विदेश"])
    }
  }
}
