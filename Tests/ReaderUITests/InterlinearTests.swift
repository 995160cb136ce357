import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Latin letters under each line", .inBackground)
struct InterlinearTests {
  private let settings = ReaderSettings(widthModel: .noMarks, script: .interlinear)

  private func reader(
    rows: Int = 24, columns: Int = 80, blocks: [Block]? = nil, settings: ReaderSettings? = nil
  ) -> HeadlessReader {
    var story = Desk.stories[0]
    if let blocks { story.article.body = ArticleBody(blocks: blocks) }
    var reader = HeadlessReader(rows: rows, columns: columns, stories: [story], settings: settings ?? self.settings)
    reader.press("enter")
    return reader
  }

  private func body(_ reader: HeadlessReader) -> [String] {
    reader.text(in: reader.state.layout.body)
  }

  @Test("at 80 columns each word stands over its reading; the headline stays as it is")
  func wide() {
    let lines = body(reader(blocks: [Block(kind: .paragraph, text: "बरसात थमते ही गाँव के लोग फावड़े लेकर तालाब पर पहुँच जाते हैं।")]))
    #expect(lines.first?.contains("नदी किनारे बसे") == true)
    #expect(!lines.contains { $0.contains("nadī kināre") })
    guard let index = lines.firstIndex(where: { $0.contains("बरसात") }) else {
      Issue.record("no body")
      return
    }
    #expect(lines[index + 1].contains("barsāt") && lines[index + 1].contains("gānv"))
    let model = WidthModel.noMarks
    let latin = ["बरसात": "barsāt", "थमते": "thamte", "गाँव": "gānv", "फावड़े": "fāvre", "तालाब": "tālāb"]
    for (word, reading) in latin {
      guard let place = lines[index].firstRange(of: word), let under = lines[index + 1].firstRange(of: reading) else {
        Issue.record("\(word) \(lines[index + 1])")
        continue
      }
      #expect(
        model.columns(of: lines[index][..<place.lowerBound])
          == model.columns(of: lines[index + 1][..<under.lowerBound]),
        "\(word)")
    }
  }

  @Test("at 40 columns nothing is wider than the pane, and every word has its reading")
  func narrow() {
    let reader = reader(rows: 60, columns: 40)
    let layout = reader.state.body.layout
    for line in layout.lines where line.linkIndex == nil {
      #expect(line.shown.columns + line.shown.indentColumns <= layout.columns, "\(line.shown.text)")
    }
    let latin = layout.lines.filter(\.isGloss).map(\.text.text).joined(separator: " ")
    for word in ["barsāt", "hindī", "panchāyat", "gānv"] {
      #expect(latin.contains(word), "\(word)")
    }
    let words = layout.lines.filter { !$0.isGloss && $0.blockIndex != nil && $0.linkIndex == nil }.map(\.text.text)
    #expect(words.joined(separator: " ").contains("बरसात थमते ही गाँव"))
    #expect(layout.lines.contains { $0.isGloss && $0.blockIndex == 2 })
  }

  @Test("text in other scripts has nothing under it, and a list, a quotation and a picture have")
  func blocks() {
    let reader = reader(
      rows: 50,
      blocks: [
        Block(kind: .paragraph, text: "All of this is English."), Block(kind: .listItem, text: "पहला काम"),
        Block(kind: .quotation, text: "पानी ही जीवन है।"), Block(kind: .picture, text: "घाट"),
        Block(kind: .subheading, text: "आगे क्या"),
      ])
    let glosses = reader.state.body.layout.lines.filter(\.isGloss)
    #expect(Set(glosses.map(\.blockIndex)) == [1, 2, 3, 4])
    #expect(reader.screen.contains("│ pānī"), "the bar goes on beside the reading")
  }

  @Test("a search finds and marks what is spread out, over its own columns")
  func find() {
    var reader = reader()
    reader.press("/", "पानी का संकट", "enter")
    #expect(reader.state.body.find?.hits.count == 1)
    let marked = reader.frame.buffer
    let rows = (0..<24).filter { row in marked.roleSpans(row: row).contains { $0.role == .hitCurrent } }
    let text = rows.map { row in
      marked.roleSpans(row: row).filter { $0.role == .hitCurrent }
        .map { span in span.columns.map { marked[row: row, column: $0].text }.joined() }.joined()
    }.joined(separator: " ")
    #expect(text.split(separator: " ").joined(separator: " ") == "पानी का संकट")
  }

  @Test("a link is whole where its words are spread out, and leads on over two lines")
  func links() throws {
    let text = "पूरी रिपोर्ट यहाँ पढ़ी जा सकती है और समझी भी जा सकती है।"
    let start = "पूरी ".utf8.count
    let count = "रिपोर्ट यहाँ पढ़ी जा सकती है और समझी".utf8.count
    var settings = settings
    settings.hyperlinks = .always
    let block = Block(
      kind: .paragraph, text: text,
      links: [BlockLink(startUTF8Offset: start, utf8Count: count, address: "https://example.org/ख")])
    let reader = reader(columns: 40, blocks: [block], settings: settings)
    let buffer = reader.frame.buffer
    #expect(buffer.hyperlinks.count >= 2)
    #expect(Set(buffer.hyperlinks.map(\.link.id)).count == 1)
    let words = buffer.hyperlinks.sorted { $0.row < $1.row }.map { span in
      span.columns.map { buffer[row: span.row, column: $0].text }.joined()
    }
    let joined = words.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(joined == "रिपोर्ट यहाँ पढ़ी जा सकती है और समझी")
    #expect(buffer.hyperlinks.allSatisfy { $0.link.target == "https://example.org/%E0%A4%96" })
  }

  @Test("the word at the top stays at the top in all three, and three changes lead back to the same lines")
  func place() {
    for columns in [40, 80, 121] {
      var reader = HeadlessReader(rows: 15, columns: columns, stories: Desk.many(3))
      reader.press("enter", "space", "space", "j")
      let before = reader.rows.dropLast()
      let block = reader.state.body.topBlockIndex
      for _ in 0..<2 {
        reader.press("K")
        #expect(reader.state.body.topBlockIndex == block, "\(columns)")
      }
      reader.press("K")
      #expect(reader.rows.dropLast() == before, "\(columns)")
    }
  }

  @Test("a long story is laid out by and by, as far as it is looked at")
  func long() {
    let text = String(repeating: "नदी किनारे बसे गाँवों ने पानी बचाने का पुराना तरीका फिर अपनाया। ", count: 20)
    var story = Desk.stories[0]
    story.article.body = ArticleBody(paragraphs: Array(repeating: text, count: 400))
    var reader = HeadlessReader(stories: [story], settings: settings)
    reader.hasTime = false
    reader.press("enter")
    #expect(!reader.state.body.layout.isComplete)
    reader.press("space", "G", "g")
    #expect(!reader.state.body.layout.isComplete && reader.screen.contains("nadī"))
  }
}
