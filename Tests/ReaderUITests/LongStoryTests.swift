import CellText
import NewsModel
import Screen
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Long stories", .inBackground)
struct LongStoryTests {
  /// Some 100 kB: paragraphs of all kinds and lengths, and one that is longer than is laid out in one go.
  static let story: Story = {
    var random = FixedRandom(5)
    var blocks: [Block] = []
    func sentences(_ count: Int) -> String {
      (0..<count).map { _ in
        let number = Int.random(in: 2...900, using: &random)
        return [
          "पंचायत भवन में \(number) लोगों ने मिलकर तालाब की सफ़ाई का संकल्प लिया।",
          "स्त्री शिक्षा के लिए \(number) करोड़ रुपये अलग रखे गए हैं!",
          "“पानी बचाना अब आदत बन गई है”, शिक्षिका ने हँसते हुए कहा।", "क्या अगले वर्ष भी \(number) प्रतिशत खेत हरे रहेंगे?",
          "श्रमिकों की बस https://example.org/yatra?din=\(number) पर दिखती है।",
        ][number % 5]
      }.joined(separator: " ")
    }
    for index in 0..<160 {
      switch index % 9 {
      case 3: blocks.append(Block(kind: .subheading, text: "अध्याय \(index): बदलाव की राह"))
      case 5: blocks.append(Block(kind: .listItem, text: sentences(2)))
      case 7: blocks.append(Block(kind: .quotation, text: sentences(3)))
      default: blocks.append(Block(kind: .paragraph, text: sentences(1 + index % 5)))
      }
      if index == 80 { blocks.append(Block(kind: .paragraph, text: sentences(260))) }
    }
    var story = Desk.stories[0]
    story.article.body = ArticleBody(blocks: blocks)
    story.article.dek = "सौ गाँवों की बातें एक साथ।"
    story.article.credit = "नमूना एजेंसी"
    return story
  }()

  @Test("lines that were laid out by and by are those that were laid out at once", arguments: [18, 40, 70])
  func equality(columns: Int) {
    var random = FixedRandom(UInt64(columns))
    for model in [WidthModel.spacingMarks, .clusters] {
      let settings = ReaderSettings(widthModel: model)
      var whole = BodyLayout(story: Self.story, columns: columns, settings: settings)
      whole.layOutAll()
      var lazy = BodyLayout(story: Self.story, columns: columns, settings: settings)
      #expect(!lazy.isComplete)
      var line = 0
      while !lazy.isComplete {
        if Bool.random(using: &random) {
          line = lazy.layOut(around: Int.random(in: 0...lazy.lineCount, using: &random), rowCount: 20)
        } else {
          let kept = lazy.line(at: line)
          line = lazy.layOutNext(utf8Count: 9000, keeping: line)
          #expect(lazy.line(at: line) == kept, "the line is the same, whatever its number is now")
        }
      }
      #expect(lazy.lines == whole.lines)
      #expect(lazy.lineCount == whole.lineCount && whole.lineCount == whole.lines.count)
      // And each paragraph is what the wrapper makes of it.
      let wrapper = TextWrapper(model: model, language: "hi")
      for (index, block) in Self.story.article.body.blocks.enumerated() where index % 9 < 3 && index < 80 {
        let shown = whole.lines.filter { $0.blockIndex == index && $0.textIndex != nil }.map(\.text)
        #expect(shown == wrapper.lines([TextRun(block.text, .body)], columns: columns))
      }
    }
  }

  @Test("a paragraph that is laid out in pieces loses nothing, and pieces end after sentences")
  func pieces() throws {
    let text = try #require(Self.story.article.body.blocks.first { $0.text.utf8.count > BodySection.longestUTF8Count })
      .text
    let ends = BodySection.pieceEnds(of: text)
    #expect(ends.count > 1 && ends.last == text.utf8.count)
    for end in ends.dropLast() {
      let head = text.utf8.prefix(end)
      #expect(["। ", "! ", "? "].contains { String(Substring(head)).hasSuffix($0) })
    }
    #expect(zip([0] + ends, ends).allSatisfy { $1 - $0 <= BodySection.longestUTF8Count })
    for (index, hostile) in [
      String(repeating: "क", count: 30_000), String(repeating: " ", count: 90_000),
      String(repeating: "क ", count: 30_000),
      String(repeating: "।", count: 20_000) + " " + String(repeating: "\u{301}", count: 40_000),
    ].enumerated() {
      let ends = BodySection.pieceEnds(of: hostile)
      #expect(ends == ends.sorted() && Set(ends).count == ends.count && ends.last == hostile.utf8.count, "\(index)")
    }
  }

  @Test(
    "random keys show the same with a story that is laid out and one that is laid out as it is looked at",
    arguments: 0..<4)
  func randomKeys(seed: Int) {
    var random = FixedRandom(UInt64(seed))
    let size = [
      Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), Size(rows: 40, columns: 160),
      Size(rows: 15, columns: 55),
    ][seed]
    var eager = HeadlessReader(rows: size.rows, columns: size.columns, stories: [Self.story] + Desk.stories.dropFirst())
    var lazy = eager
    lazy.hasTime = false
    eager.press("enter")
    lazy.press("enter")
    let keys = ["j", "k", "space", "b", "^d", "pgup", "n", "p", "G", "g", "tab", "enter", "backspace", "1", "esc"]
    let words = ["शिक्षा", "हँस", "900", "करोड़ रुपये", "अध्याय 2", "नहीं-है"]
    for step in 0..<80 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        let word = words.randomElement(using: &random) ?? ""
        let last = Bool.random(using: &random) ? "enter" : "esc"
        eager.press("/", word, last)
        lazy.press("/", word, last)
      case 1:
        let columns = Int.random(in: 30...170, using: &random)
        let rows = Int.random(in: 10...40, using: &random)
        eager.resize(rows: rows, columns: columns)
        lazy.resize(rows: rows, columns: columns)
      case 2:
        // A little time: what is on the screen does not move.
        let before = lazy.bodyText
        lazy.send(.layOutMore)
        #expect(lazy.bodyText == before)
      default:
        let key = keys.randomElement(using: &random) ?? "j"
        eager.press(key)
        lazy.press(key)
      }
      #expect(eager.bodyText == lazy.bodyText, "step \(step)")
      #expect(eager.marked(.hitCurrent) == lazy.marked(.hitCurrent), "step \(step)")
      #expect(eager.state.focus == lazy.state.focus)
      if eager.bodyText != lazy.bodyText { return }
    }
    #expect(eager.stories.map(\.state) == lazy.stories.map(\.state), "places are remembered alike")
  }

  @Test("a long story asks for time until it is laid out, one request at a time")
  func slices() {
    var reader = HeadlessReader(stories: [Self.story])
    #expect(reader.state.body.layout.isComplete)
    let before = reader.effects.count { $0 == .layOutMore }
    reader.hasTime = false
    reader.press("enter")
    #expect(!reader.state.body.layout.isComplete)
    #expect(reader.effects.count { $0 == .layOutMore } == before + 1)
    reader.press("j", "j", "/", "अध्याय", "enter")
    #expect(reader.effects.count { $0 == .layOutMore } == before + 1)
    var sliceCount = 0
    while !reader.state.body.layout.isComplete {
      reader.send(.layOutMore)
      sliceCount += 1
    }
    #expect(sliceCount > 1)
    #expect(reader.effects.count { $0 == .layOutMore } == before + sliceCount)
  }

  @Test("G shows the end and its links at once, and the percent is 100")
  func end() {
    var reader = HeadlessReader(rows: 30, stories: [Self.story] + Desk.stories.dropFirst())
    reader.hasTime = false
    reader.press("enter", "G")
    #expect(!reader.state.body.layout.isComplete)
    #expect(reader.screen.contains("100 %"))
    #expect(reader.screen.contains("पहाड़ी झरनों का नक्शा"))
    reader.press("g")
    #expect(reader.screen.contains(" 0 %"))
    reader.press("1")
    #expect(reader.state.body.story?.id == Desk.stories[2].id, "numbers work before their lines are seen")
  }

  @Test("the percent grows with the way and is near the truth before all is laid out")
  func percent() {
    var lazy = HeadlessReader(rows: 30, stories: [Self.story])
    lazy.hasTime = false
    lazy.press("enter")
    var whole = lazy.state.body.layout
    whole.layOutAll()
    let expected = Double(lazy.state.body.layout.lineCount)
    #expect(abs(expected / Double(whole.lineCount) - 1) < 0.15, "\(expected) for \(whole.lineCount) lines")
  }

  @Test("a remembered place, a highlight's sentence and a hit far down are shown without the way there")
  func places() {
    var story = Self.story
    story.state.blockIndex = 150
    story.article.highlights = [Highlight(text: "अध्याय 147: बदलाव की राह")]
    var reader = HeadlessReader(rows: 30, columns: 130, stories: [story])
    reader.hasTime = false
    reader.press("enter")
    #expect(reader.state.body.topBlockIndex == 150)
    #expect(!reader.state.body.layout.isComplete)
    reader.press("tab", "tab", "enter")
    #expect(reader.text(in: reader.state.layout.body).first?.contains("अध्याय 147") == true)
    reader.press("/", "अध्याय 30", "enter")
    #expect(reader.marked(.hitCurrent).joined(separator: " ").hasPrefix("अध्याय 30"))
  }

  @Test("a hit that runs over the end of a piece is found and marked on both sides")
  func hitOverPieces() throws {
    let index = try #require(
      Self.story.article.body.blocks.firstIndex { $0.text.utf8.count > BodySection.longestUTF8Count })
    let text = Self.story.article.body.blocks[index].text
    let end = try #require(BodySection.pieceEnds(of: text).first)
    let place = text.utf8.index(text.startIndex, offsetBy: end)
    let before = text[..<place].split(separator: " ").suffix(2).joined(separator: " ")
    let after = text[place...].split(separator: " ").prefix(2).joined(separator: " ")
    var body = BodyState()
    body.layout = BodyLayout(story: Self.story, columns: 50, settings: ReaderSettings())
    body.layout.layOutAll()
    let hit = try #require(body.hits(of: before + " " + after).first { $0.utf8Range.contains(end) })
    let spans = body.layout.spans(of: hit)
    #expect(spans.count >= 2)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $1.line == $0.line + 1 })
  }
}

extension HeadlessReader {
  fileprivate var bodyText: [String] { text(in: state.layout.body) }
}
