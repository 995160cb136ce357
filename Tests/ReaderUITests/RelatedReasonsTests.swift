import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Why a story is named beside another one")
struct RelatedReasonsTests {
  private static func story(_ links: [(RelatedLink.Reason, [String])]) -> [Story] {
    var stories = Desk.many(links.count + 1)
    stories[0].computed = links.enumerated().map { index, link in
      var related = RelatedLink(
        title: stories[index + 1].article.title, section: "भारत", reason: link.0, target: stories[index + 1].id)
      related.evidence = link.1
      return related
    }
    stories[0].article.body.blocks = [Block(kind: .paragraph, text: "छोटा लेख।")]
    return stories
  }

  private static let all: [(RelatedLink.Reason, [String])] = [
    (.sameEvent, ["3"]), (.sharedTags, ["खेती", "जल संरक्षण", "गाँव", "पंचायत"]), (.samePeople, ["मेधा पाटकर"]), (.background, []),
  ]

  @Test("each computed story says in words why it is there, at the end of the story")
  func words() {
    var reader = HeadlessReader(rows: 40, stories: Self.story(Self.all))
    reader.press("enter")
    #expect(reader.screen.contains("मिलती-जुलती ख़बरें"))
    #expect(reader.screen.contains("वही घटना · 3 अख़बार"))
    #expect(reader.screen.contains("4 साझा टैग: खेती, जल संरक्षण, गाँव"))
    #expect(reader.screen.contains("वही लोग: मेधा पाटकर"))
    #expect(reader.screen.contains("पृष्ठभूमि"))
  }

  @Test("so does the column of wide screens, and the list of related stories for the selected one")
  func elsewhere() {
    var reader = HeadlessReader(rows: 40, columns: 160, stories: Self.story(Self.all))
    #expect(reader.text(in: reader.state.layout.related).joined(separator: " ").contains("वही घटना · 3 अख़बार"))
    reader.press("r", "down")
    #expect(reader.screen.contains("4 साझा टैग"))
  }

  @Test(
    "in the other languages too",
    arguments: [(UILanguage.marathi, "तीच घटना · 3 वृत्तपत्रे"), (.english, "same event · 3 papers")])
  func languages(language: UILanguage, words: String) {
    var reader = HeadlessReader(
      rows: 40, stories: Self.story(Self.all), settings: ReaderSettings(language: language))
    reader.press("enter")
    #expect(reader.screen.contains(words))
  }

  @Test("what the page names itself has no reason but the publisher's")
  func publisher() {
    var reader = HeadlessReader(rows: 40)
    reader.press("enter")
    #expect(reader.marked(.reason).isEmpty)
  }
}
