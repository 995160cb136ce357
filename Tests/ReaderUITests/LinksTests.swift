import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Links in a story")
struct LinksTests {
  private func reader(_ blocks: [Block]) -> HeadlessReader {
    var story = Desk.stories[1]
    story.article.body = ArticleBody(blocks: blocks)
    var reader = HeadlessReader(rows: 40, stories: [story])
    reader.press("enter")
    return reader
  }

  private let linked = Block(
    kind: .paragraph, text: "रिपोर्ट यहाँ है।",
    links: [
      BlockLink(
        startUTF8Offset: 0, utf8Count: "रिपोर्ट".utf8.count, address: "https://www.example.org/report?x=1")
    ])

  @Test("O lists the story's links, pictures and posts, and Enter opens one in the browser")
  func list() {
    var reader = reader([
      linked, Block(kind: .picture, text: "घाट", address: "https://img.example.com/a.jpg"),
      Block(kind: .quotation, text: "पोस्ट", address: "https://social.example/1"),
    ])
    reader.press("O")
    #expect(reader.screen.contains("इस लेख की कड़ियाँ") && reader.screen.contains("▦ घाट"))
    #expect(reader.screen.contains("example.org") && reader.screen.contains("social.example"))
    #expect(reader.screen.contains("https://www.example.org/report?x=1"), "where the selected one leads")
    reader.press("रिपोर्ट", "enter")
    #expect(reader.effects.contains(.openLink("https://www.example.org/report?x=1")))
    #expect(reader.state.prompt == nil)
  }

  @Test("a story without links says so")
  func none() {
    var reader = reader([Block(kind: .paragraph, text: "कुछ नहीं।")])
    reader.press("O")
    #expect(reader.status.contains("कोई कड़ी नहीं"))
  }

  @Test("a page made of links lists as many as can be chosen from")
  func many() {
    var reader = reader(
      (0..<3_000).map {
        Block(
          kind: .paragraph, text: "कड़ी \($0)",
          links: [BlockLink(startUTF8Offset: 0, utf8Count: 3, address: "https://example.org/\($0)")])
      })
    reader.press("O", "end", "enter")
    #expect(reader.effects.contains(.openLink("https://example.org/499")))
  }
}
