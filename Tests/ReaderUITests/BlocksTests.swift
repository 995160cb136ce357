import CellText
import NewsModel
import Screen
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Blocks of a story", .inBackground)
struct BlocksTests {
  private func reader(_ blocks: [Block], rows: Int = 40, columns: Int = 80, settings: ReaderSettings = ReaderSettings())
    -> HeadlessReader
  {
    var story = Desk.stories[1]
    story.article.body = ArticleBody(blocks: blocks)
    var reader = HeadlessReader(rows: rows, columns: columns, stories: [story], settings: settings)
    reader.press("enter")
    return reader
  }

  private func lines(_ reader: HeadlessReader) -> [String] {
    reader.text(in: reader.state.layout.body).map { String($0.drop { $0 == " " }) }
  }

  private let list = [
    Block(kind: .paragraph, text: "मंडी में आज:"), Block(kind: .listItem, text: "गेहूँ", marker: "9."),
    Block(kind: .listItem, text: "चना", marker: "10."), Block(kind: .listItem, text: "काबुली", level: 1),
    Block(kind: .listItem, text: "देसी", level: 1), Block(kind: .listItem, text: "छोटा", level: 2),
    Block(kind: .paragraph, text: "भाव कल बदलेंगे।"),
  ]

  @Test("items stand together, numbers end under each other, and an inner list begins under the text it belongs to")
  func lists() {
    let reader = reader(list)
    let text = reader.text(in: reader.state.layout.body)
    let start = text.firstIndex { $0.contains("गेहूँ") } ?? 0
    let left = text[start - 2].prefix { $0 == " " }.count
    let shown = text[(start - 2)...(start + 6)].map { String($0.dropFirst(left)) }
    #expect(
      shown == [
        "मंडी में आज:", "", " 9. गेहूँ", "10. चना", "    ◦ काबुली", "    ◦ देसी", "      ▪ छोटा", "", "भाव कल बदलेंगे।",
      ])
  }

  @Test("the lines of a long item stand under each other")
  func longItem() {
    let text = Array(repeating: "तालाब की सफ़ाई का काम चलता रहा", count: 6).joined(separator: " ")
    let reader = reader([Block(kind: .listItem, text: text, marker: "1.")], columns: 40)
    let lines = reader.state.body.layout.lines.filter { $0.textIndex == 1 }
    #expect(lines.count > 3 && lines.allSatisfy { $0.text.indentColumns == 3 })
    #expect(lines.compactMap(\.lead).count == 1, "only the first has the number")
  }

  @Test("every line of a quotation has its bar, one for each level, and the line between two quotations too")
  func quotations() {
    let words = Array(repeating: "पानी की हर बूँद गिनी जाती है", count: 5).joined(separator: " ")
    let reader = reader(
      [
        Block(kind: .quotation, text: words), Block(kind: .quotation, text: words, level: 1),
        Block(kind: .paragraph, text: "उन्होंने कहा।"),
      ], columns: 50)
    let lines = reader.state.body.layout.lines
    let first = lines.filter { $0.blockIndex == 0 && $0.textIndex != nil }
    let second = lines.filter { $0.blockIndex == 1 && $0.textIndex != nil }
    #expect(first.count > 2 && first.allSatisfy { $0.lead?.text == "│" && $0.text.indentColumns == 2 })
    #expect(second.count > 2 && second.allSatisfy { $0.lead?.text == "│ │" && $0.text.indentColumns == 4 })
    let between = lines.firstIndex { $0.blockIndex == 1 } ?? 0
    #expect(lines[between - 1].lead?.text == "│" && lines[between - 1].text.runs.isEmpty)
    #expect(lines.filter { $0.blockIndex == 2 }.allSatisfy { $0.lead == nil })
  }

  @Test("a picture is one dim line with caption and credit, or says that it is one")
  func pictures() {
    let reader = reader([
      Block(kind: .picture, text: "घाट पर भीड़ · छाया: डेस्क", address: "https://example.org/a.jpg"),
      Block(kind: .picture, text: "", address: "https://example.org/b.jpg"),
    ])
    #expect(lines(reader).contains("▦ घाट पर भीड़ · छाया: डेस्क"))
    #expect(lines(reader).contains("▦ चित्र"))
    #expect(reader.roles(of: "घाट") == [.picture])
  }

  private let table = [
    ["राज्य", "सीटें", "मत प्रतिशत"], ["बिहार", "40", "57.3"], ["मध्य प्रदेश, छत्तीसगढ़", "29", "71.2"], ["सिक्किम", "1", "80"],
  ].map { Block(kind: .tableRow, text: $0.joined(separator: " │ "), cells: $0) }

  @Test(
    "a table that fits has its columns under each other under any width model, numbers at the right, the first row bold"
  )
  func alignedTable() {
    for (name, model) in WidthModel.named {
      let reader = reader(table, settings: ReaderSettings(widthModel: model))
      let lines = reader.state.body.layout.lines.filter { $0.blockIndex != nil && $0.textIndex != nil }
      let rows = Array(lines.prefix(4))
      let bars = rows.map { line in
        var bars: [Int] = []
        var before = ""
        for cluster in line.text.text {
          if cluster == "│" { bars.append(model.columns(of: before)) }
          before.append(cluster)
        }
        return bars
      }
      #expect(Set(bars).count == 1 && bars[0].count == 2, "\(name): \(bars)")
      #expect(rows[0].text.runs.first?.role == .tableHeader)
      #expect(rows[1].text.runs.first?.role == .table)
      #expect(
        rows.map { model.columns(of: $0.text.text) }.max() == rows[1].text.columns, "numbers end under each other")
    }
  }

  @Test("a table that does not fit has each cell on its line with its column's name, and the place in it holds")
  func narrowTable() {
    var reader = reader(table, rows: 12, columns: 80)
    reader.resize(rows: 30, columns: 30)
    let shown = lines(reader)
    #expect(shown.contains("राज्य: मध्य प्रदेश, छत्तीसगढ़") && shown.contains("सीटें: 29") && shown.contains("मत प्रतिशत: 71.2"))
    let texts = reader.state.body.layout.searchable.count
    reader.resize(rows: 30, columns: 120)
    #expect(reader.state.body.layout.searchable.count == texts, "a row is one text in either form")
    reader.press("/", "71.2", "enter")
    #expect(reader.marked(.hitCurrent) == ["71.2"])
    reader.resize(rows: 30, columns: 30)
    #expect(reader.marked(.hitCurrent) == ["71.2"])
  }

  @Test("a single row of cells names no columns")
  func singleRow() {
    let reader = reader([table[1]], columns: 30)
    #expect(!reader.screen.contains(": 40") && reader.screen.contains("बिहार"))
    #expect(reader.roles(of: "बिहार") == [.table])
  }

  @Test("lines of verse and code keep their blanks and stand together; one that is too long goes on further in")
  func preformatted() {
    let verse = ["पहली पंक्ति", "    दूसरी भीतर से", "", "let  x   = 1", "  " + String(repeating: "लंबी पंक्ति ", count: 12)]
    let reader = reader(verse.map { Block(kind: .preformatted, text: $0) }, columns: 60)
    let text = reader.text(in: reader.state.layout.body)
    let start = text.firstIndex { $0.contains("पहली पंक्ति") } ?? 0
    let left = text[start].prefix { $0 == " " }.count
    let shown = text[start...].map { String($0.dropFirst(left)) }
    #expect(shown[1] == "    दूसरी भीतर से")
    #expect(shown[2] == "")
    #expect(shown[3].replacing("\u{A0}", with: " ") == "let  x   = 1")
    #expect(shown[4].hasPrefix("  लंबी") && shown[5].hasPrefix("      लंबी"))
  }

  private let linked: Block = {
    let text = "बैठक की रिपोर्ट यहाँ है और 2019 का नक्शा वहाँ।"
    func link(_ words: String, _ address: String) -> BlockLink {
      let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
      return BlockLink(
        startUTF8Offset: text.utf8.distance(from: text.startIndex, to: range.lowerBound), utf8Count: words.utf8.count,
        address: address)
    }
    return Block(
      kind: .paragraph, text: text,
      links: [
        link("रिपोर्ट", "https://www.example.org/report?x=1"), link("2019 का नक्शा", "https://maps.example.com/"),
      ])
  }()

  @Test("a link is underlined where it stands")
  func links() {
    #expect(reader([linked]).links == ["रिपोर्ट", "2019 का नक्शा"])
  }

  @Test("links stay on their words in Latin letters and in other digits")
  func linksInOtherLetters() {
    let roman = reader([linked], settings: ReaderSettings(script: .roman))
    #expect(roman.links == ["riport", "2019 kā nakshā"])
    let digits = reader([linked], settings: ReaderSettings(storyDigits: .devanagari))
    #expect(digits.links == ["रिपोर्ट", "२०१९ का नक्शा"])
    // A link on a part of a word is one on the word: a part is not read alone.
    var part = linked
    part.links = [BlockLink(startUTF8Offset: 0, utf8Count: "बै".utf8.count, address: "https://example.org/")]
    #expect(reader([part], settings: ReaderSettings(script: .roman)).marked(.link) == ["baithak"])
    #expect(reader([part]).marked(.link) == ["बै"])
  }

  @Test("links whose offsets lie are text and nothing else")
  func lyingLinks() {
    let text = "स्त्री शिक्षा"
    let lies = [(-1, 3), (0, 0), (1, 5), (0, Int.max), (Int.max, 1), (30, 400), (0, 7), (0, 6), (3, 9)]
    for settings in [
      ReaderSettings(), ReaderSettings(script: .roman), ReaderSettings(storyDigits: .devanagari),
      ReaderSettings(storyDigits: .ascii),
    ] {
      let links = lies.map { BlockLink(startUTF8Offset: $0.0, utf8Count: $0.1, address: "https://example.org/") }
      let reader = reader([Block(kind: .paragraph, text: text, links: links)], settings: settings)
      #expect(reader.state.body.layout.lines.contains { $0.text.text == settings.shown(text, language: "hi") })
    }
  }

  @Test("a link in a paragraph that is laid out in pieces is underlined in its piece")
  func linkInLongText() throws {
    let sentence = "पंचायत ने तालाब की सफ़ाई का संकल्प लिया। "
    let text = String(repeating: sentence, count: 500) + "आख़िरी कड़ी यहाँ है।"
    let start = text.utf8.count - "आख़िरी कड़ी यहाँ है।".utf8.count
    let block = Block(
      kind: .paragraph, text: text,
      links: [
        BlockLink(startUTF8Offset: start, utf8Count: "आख़िरी कड़ी".utf8.count, address: "https://example.org/")
      ])
    var reader = reader([block])
    #expect(reader.state.body.layout.sections.count { $0.textIndex == 1 } > 1)
    reader.press("G")
    #expect(reader.marked(.link) == ["आख़िरी कड़ी"])
  }

  @Test("hostile shapes are laid out at every width: depths, cells, markers, blanks")
  func hostile() {
    let deep = (0..<12).map {
      Block(kind: .listItem, text: "गहरा \($0)", marker: $0 % 2 == 0 ? "(\($0)…viii-क्ष्म्य)" : nil, level: $0 * 1000)
    }
    let quotes = [Int.max, 7, -3].map { Block(kind: .quotation, text: "उद्धरण", level: $0) }
    let tables = [
      [""], [], ["", "", "ख"], [String(repeating: "क", count: 400), "ग"], Array(repeating: "स्त्री", count: 300),
    ]
    .map { Block(kind: .tableRow, text: "", cells: $0) }
    let lines = [
      String(repeating: " ", count: 500), "   ", "\u{301}x", "क" + String(repeating: "  ", count: 300) + "ख",
    ]
    .map { Block(kind: .preformatted, text: $0) }
    for (_, model) in WidthModel.named {
      for columns in [1, 2, 3, 7, 26, 28, 70] {
        var story = Desk.stories[1]
        story.article.body = ArticleBody(blocks: deep + quotes + tables + lines)
        var layout = BodyLayout(story: story, columns: columns, settings: ReaderSettings(widthModel: model))
        layout.layOutAll()
        for line in layout.lines where line.blockIndex != nil {
          #expect(line.text.indentColumns < max(2, columns))
          if columns > 2, let lead = line.lead { #expect(lead.indentColumns + lead.columns <= columns) }
        }
      }
    }
  }

  @Test("a table, a list and links as large as a page may be are laid out in a moment")
  func large() {
    let cells = (0..<20_000).map { Block(kind: .tableRow, text: "", cells: ["शहर \($0)", "\($0)"]) }
    let wide = [Block(kind: .tableRow, text: "", cells: (0..<20_000).map { "क\($0)" }), cells[0], cells[1]]
    let text = Array(repeating: "कड़ी", count: 30_000).joined(separator: " ")
    let step = "कड़ी ".utf8.count
    let links = (0..<30_000).map {
      BlockLink(startUTF8Offset: $0 * step, utf8Count: step - 1, address: "https://example.org/\($0)")
    }
    let lists = (0..<20_000).map { Block(kind: .listItem, text: "चीज़", marker: "\($0).", level: $0 % 5) }
    let verses = [Block(kind: .preformatted, text: String(repeating: "क  ", count: 60_000))]
    for blocks in [cells, wide, [Block(kind: .paragraph, text: text, links: links)], lists, verses] {
      for settings in [ReaderSettings(), ReaderSettings(script: .roman)] {
        var story = Desk.stories[1]
        story.article.body = ArticleBody(blocks: blocks)
        let time = computingTime { _ = BodyLayout(story: story, columns: 60, settings: settings) }
        // Far from what is measured, and farther from what a square of the size takes, in a debug build on a busy machine.
        #expect(time < .seconds(10))
      }
    }
  }
}

extension HeadlessReader {
  /// What is underlined in the story.
  fileprivate var links: [String] {
    state.body.layout.lines.flatMap(\.text.runs).filter { $0.role == .link }.map(\.text)
  }

  /// How the runs of the story look that have these words.
  fileprivate func roles(of words: String) -> [StyleRole] {
    state.body.layout.lines.flatMap(\.text.runs).filter { $0.text.contains(words) }.map(\.role)
  }
}
