import NewsModel
import ReaderUI
import Testing

@testable import StoryFormats

@Suite("Stories as Markdown")
struct MarkdownTests {
  private func markdown(_ blocks: Block...) -> String { ArticleBody(blocks: blocks).markdown }

  @Test("signs of markup are text, and clusters with joiners stay as they are")
  func text() {
    let joined = "क्‍ष और श्री‌मान, ड़ और ढ़"
    #expect(markdown(Block(kind: .paragraph, text: joined)) == joined)
    #expect(markdown(Block(kind: .paragraph, text: "# *दाम* <b> [1] | _क_")) == ##"\# \*दाम\* \<b\> \[1\] \| \_क\_"##)
    #expect(markdown(Block(kind: .paragraph, text: "12. दिसंबर")) == #"12\. दिसंबर"#)
    #expect(markdown(Block(kind: .paragraph, text: "- नहीं")) == #"\- नहीं"#)
    #expect(markdown(Block(kind: .paragraph, text: "दाम 3.5 - 4")) == "दाम 3.5 - 4")
  }

  @Test("lists nest by the text before them; Indic numbers count, other markers stay as text")
  func lists() {
    #expect(
      markdown(
        Block(kind: .listItem, text: "एक", marker: "१."), Block(kind: .listItem, text: "भीतर", level: 1),
        Block(kind: .listItem, text: "दो", marker: "2."))
        == "1. एक\n   - भीतर\n2. दो")
    #expect(markdown(Block(kind: .listItem, text: "पहला", marker: "क)")) == "- क) पहला")
  }

  @Test("links, pictures, tables, quotations and verse")
  func blocks() {
    let link = BlockLink(startUTF8Offset: 0, utf8Count: "यहाँ".utf8.count, address: "https://example.org/a(b)")
    let bad = BlockLink(startUTF8Offset: 0, utf8Count: "यहाँ".utf8.count, address: "javascript:alert(1)")
    #expect(
      markdown(Block(kind: .paragraph, text: "यहाँ देखें", links: [link])) == #"[यहाँ](https://example.org/a\(b\)) देखें"#)
    #expect(markdown(Block(kind: .paragraph, text: "यहाँ देखें", links: [bad])) == "यहाँ देखें")
    #expect(
      markdown(Block(kind: .picture, text: "बाँध", address: "https://example.org/b.jpg"))
        == "![बाँध](https://example.org/b.jpg)")
    #expect(
      markdown(
        Block(kind: .tableRow, text: "", cells: ["राज्य", "सीट"]), Block(kind: .tableRow, text: "", cells: ["बिहार"]))
        == "| राज्य | सीट |\n| --- | --- |\n| बिहार |  |")
    #expect(
      markdown(Block(kind: .quotation, text: "बाहर"), Block(kind: .quotation, text: "भीतर", level: 1))
        == "> बाहर\n>\n>> भीतर")
    #expect(
      markdown(Block(kind: .preformatted, text: "  पहली"), Block(kind: .preformatted, text: "```"))
        == "````\n  पहली\n```\n````")
  }

  @Test("a story has its headline, byline, text and tags")
  func story() {
    var story = Story(
      article: .init(
        id: ArticleID(rawValue: "1"), identity: "1", feed: FeedID(rawValue: "f"), url: "https://example.org/1",
        title: "गाँव में पुल", authors: ["अनीता राव"],
        published: Timestamp(secondsSince1970: 1_795_500_000, utcOffsetSeconds: 19_800),
        language: "hi", section: "भारत", body: ArticleBody(paragraphs: ["पुल बना।"]),
        highlights: [Highlight(text: "लागत कम")],
        tags: ["पुल"]), source: "गाँव दर्पण", state: ReadingState())
    story.article.dek = "नदी पर"
    let text = StoryWords(ReaderSettings()).markdown(story)
    #expect(text.hasPrefix("# गाँव में पुल\n\n*नदी पर*\n\nगाँव दर्पण · अनीता राव · "))
    #expect(text.contains("**मुख्य बातें**\n\n- लागत कम\n\nपुल बना।\n\n\\#पुल\n"))
  }
}
