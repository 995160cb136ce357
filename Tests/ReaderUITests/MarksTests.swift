import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Marks and notes on sentences")
struct MarksTests {
  private static let sentences = [
    "बरसात थमते ही गाँव के लोग फावड़े लेकर तालाब पर पहुँच जाते हैं।", "हिन्दी पट्टी के इस इलाके में पानी का संकट नया नहीं है।",
    "पंचायत ने तय किया कि हर घर से एक आदमी सप्ताह में आधा दिन श्रमदान करेगा।",
  ]

  private func picker(_ reader: HeadlessReader) -> PickerState? {
    if case .picker(let picker) = reader.state.prompt { picker } else { nil }
  }

  /// The text of all cells that have `role`, row by row.
  private func text(_ reader: HeadlessReader, _ role: StyleRole) -> String {
    let buffer = reader.frame.buffer
    return (0..<reader.state.size.rows).map { row in
      (0..<reader.state.size.columns).filter { buffer[row: row, column: $0].role == role }
        .map { buffer[row: row, column: $0].text }.joined()
    }.joined()
  }

  @Test(
    "x first shows which sentence is meant, then marks it: underlined, and with a bar beside it; x again and U go back and forth"
  )
  func marking() {
    var reader = HeadlessReader()
    reader.press("enter", "x")
    #expect(text(reader, .hitCurrent).replacing(" ", with: "") == Self.sentences[0].replacing(" ", with: ""))
    #expect(reader.stories[0].marks.isEmpty, "nothing is marked that was not seen to be meant")
    #expect(reader.status.contains("x चिह्न") && reader.status.contains("e टिप्पणी"))
    reader.press(")", "x")
    #expect(reader.stories[0].marks.map(\.anchor.sentence) == [Self.sentences[1]])
    #expect(reader.status.contains("चिह्न लगा"))
    #expect(reader.screen.contains("┃"))
    reader.press("esc")
    #expect(text(reader, .marked).replacing(" ", with: "") == Self.sentences[1].replacing(" ", with: ""))
    reader.press("U")
    #expect(reader.stories[0].marks.isEmpty && !reader.screen.contains("┃"))
    reader.press(")", ")", "x", "x", "U")
    #expect(reader.stories[0].marks.map(\.anchor.sentence) == [Self.sentences[1]], "an unmarking is taken back, too")
  }

  @Test("( and ) go through the sentences of all paragraphs, and stop at both ends")
  func moving() {
    var reader = HeadlessReader(rows: 14, columns: 40)
    reader.press("enter", ")", ")", ")")
    #expect(reader.state.body.find?.query == Self.sentences[2])
    reader.press("(")
    #expect(reader.state.body.find?.query == Self.sentences[1])
    reader.press("(", "(", "(")
    #expect(reader.state.body.find?.query == Self.sentences[0])
    for _ in 0..<9 { reader.press(")") }
    #expect(reader.state.body.find?.query == "अब पड़ोस के गाँव भी यही तरीका सीखने आ रहे हैं।")
    #expect(text(reader, .hitCurrent).contains("तरीका"), "it is on the screen")
  }

  @Test("e writes a note, which marks the sentence; it is there to be edited, and an emptied one leaves the mark")
  func notes() {
    var reader = HeadlessReader()
    reader.press("enter", ")", "e", "पानी कहाँ से?", "enter")
    #expect(reader.stories[0].marks.map(\.note) == ["पानी कहाँ से?"])
    #expect(reader.screen.contains("✎"))
    reader.press("e")
    #expect(reader.status.contains("पानी कहाँ से?"))
    reader.press(" पूछें", "enter")
    #expect(reader.stories[0].marks.map(\.note) == ["पानी कहाँ से? पूछें"])
    reader.press("U")
    #expect(reader.stories[0].marks.map(\.note) == ["पानी कहाँ से?"])
    reader.press(")", "(")
    #expect(reader.status.contains("✎ पानी कहाँ से?"), "who comes to the sentence reads the note")
    reader.press("e")
    for _ in 0..<20 { reader.press("backspace") }
    reader.press("enter")
    #expect(reader.stories[0].marks.map(\.note) == [""])
    reader.press(")", "e", "enter")
    #expect(reader.stories[0].marks.count == 1, "an empty note marks nothing")
  }

  @Test("what a search found can be marked, and n still goes on to the next hit")
  func searchHit() {
    var reader = HeadlessReader()
    reader.press("enter", "/", "पानी", "enter", "x")
    #expect(reader.stories[0].marks.isEmpty, "the headline has no sentences")
    #expect(reader.state.body.find?.query == "पानी")
    reader.press("n", "n", "x")
    #expect(reader.stories[0].marks.map { $0.anchor.sentence.contains("पानी") } == [true])
    #expect(reader.state.body.find?.query == "पानी")
  }

  @Test("in Latin letters the same sentence is marked, as it was published")
  func roman() {
    var reader = HeadlessReader(settings: ReaderSettings(script: .roman))
    reader.press("enter", ")", ")", "x", "esc")
    #expect(reader.stories[0].marks.map(\.anchor.sentence) == [Self.sentences[1]])
    #expect(text(reader, .marked).hasPrefix("hind"))
    reader.press("K")
    #expect(text(reader, .marked).hasPrefix("हिन्दी"))
  }

  @Test(
    "E lists all marks, the last first, with note and story; Enter goes to the sentence; ^D takes one away and back, U later"
  )
  func page() {
    var reader = HeadlessReader(columns: 100)
    reader.press("enter", ")", "x", "backspace", "backspace", "j", "j", "enter", ")", "e", "मेड़ का नाप लें", "enter", "esc")
    reader.press("backspace", "E")
    let labels = picker(reader)?.items.map(\.label) ?? []
    #expect(labels.first == "खेत का पानी खेत में, यही इस गाँव का मंत्र है।")
    #expect(labels.contains("  ✎ मेड़ का नाप लें") && labels.contains("  सूखे खेतों में मेड़बंदी से लौटी हरियाली · गाँव दर्पण"))
    #expect(labels.filter { !$0.hasPrefix("  ") }.count == 2)
    reader.press("down", "^d")
    #expect(reader.stories[0].marks.isEmpty)
    #expect(picker(reader)?.selected?.isGhost == true)
    reader.press("^d")
    #expect(reader.stories[0].marks.count == 1 && picker(reader)?.selected?.isGhost == false)
    reader.press("^d", "esc", "U")
    #expect(reader.stories[0].marks.count == 1)
    reader.press("E", "down", "enter")
    #expect(reader.state.body.story?.id.rawValue == "नदी")
    #expect(reader.state.body.find?.query == Self.sentences[0])
  }

  @Test("a sentence that the story dropped stays on the page and says so; a story that is gone can be looked for")
  func gone() {
    var reader = HeadlessReader(columns: 60)
    reader.press("enter", ")", "x")
    reader.stories[0].article.body = ArticleBody(paragraphs: ["अब यहाँ केवल नई बात लिखी है।"])
    reader.send(.storeChanged(.own))
    #expect(!reader.screen.contains("┃"))
    reader.press("E")
    #expect(picker(reader)?.items.map(\.label).contains("  यह वाक्य अब ख़बर में नहीं है।") == true)
    reader.press("enter")
    #expect(reader.status.contains("यह वाक्य अब ख़बर में नहीं है"))
    var marked = MarkedSentence(
      mark: SentenceMark(
        story: ArticleID(rawValue: "x"),
        anchor: SentenceAnchor(sentence: "पुराना वाक्य।", before: "", after: "", blockIndex: 0),
        made: Desk.now), state: .storyGone, sentence: "पुराना वाक्य।", title: "पुरानी ख़बर का शीर्षक", url: nil, source: "",
      date: Desk.now, language: "hi")
    marked.mark.note = "याद रहे"
    reader.press("E")
    reader.send(.marksLoaded([marked]))
    reader.press("enter")
    #expect(picker(reader)?.kind == .similarTitles("पुरानी ख़बर का शीर्षक"))
  }

  @Test("in the list the keys say where sentences are chosen; without marks the page says how to make one")
  func hints() {
    var reader = HeadlessReader()
    reader.press("x")
    #expect(reader.status.contains("पहले ख़बर खोलें"))
    reader.press("E")
    #expect(reader.screen.contains("अभी कोई चिह्न नहीं"))
  }
}

@Suite("What a corrected story said before")
struct HistoryTests {
  private static let history = StoryHistory(steps: [
    .init(
      replaced: Desk.stamp(2026, 11, 23, 9, 0), before: StoryVersion(title: "पुराना", body: ArticleBody()),
      changes: [
        SentenceChange(
          part: .title, removed: [.init("दस ", isChanged: true), .init("गाँव डूबे")],
          added: [.init("पाँच ", isChanged: true), .init("गाँव डूबे")]),
        SentenceChange(part: .body, removed: [.init("राहत नहीं पहुँची।")]),
        SentenceChange(part: .body, added: [.init("अब पड़ोस के गाँव भी यही तरीका सीखने आ रहे हैं।")]),
      ])
  ])

  private func reader(columns: Int = 80) -> HeadlessReader {
    var stories = Desk.stories
    stories[0].corrected = Desk.stamp(2026, 11, 23, 9, 0)
    return HeadlessReader(columns: columns, stories: stories)
  }

  @Test("the byline of a corrected story says so and names the key, also one of the reader's own")
  func byline() {
    var reader = reader()
    reader.press("enter")
    #expect(reader.screen.replacing("\u{A0}", with: " ").contains("संशोधित · H"))
    #expect(!HeadlessReader().screen.contains("संशोधित"))
  }

  @Test(
    "H tells what went and what came with signs, changed words set off; Enter on what came opens the story there",
    arguments: [80, 40])
  func history(columns: Int) throws {
    var reader = reader(columns: columns)
    let id = ArticleID(rawValue: "नदी")
    reader.press("H")
    #expect(reader.effects.last == .loadHistory(id))
    reader.send(.historyLoaded(id, Self.history))
    guard case .picker(let picker) = reader.state.prompt else {
      Issue.record("no picker")
      return
    }
    #expect(picker.items[0].label == "23 नवंबर 2026, 9:00\u{A0}सुबह" && picker.items[0].detail == "+2 −2")
    #expect(picker.items.map(\.label).contains("  − शीर्षक: दस गाँव डूबे"))
    let removed = try #require(picker.items.first { $0.label.hasPrefix("  − शीर्षक") })
    let words = removed.change?.words ?? []
    let changed = removed.label.enumerated().filter { words.contains($0.offset) }.map { String($0.element) }.joined()
    #expect(changed.hasPrefix("दस"))
    #expect(picker.items.contains { $0.label == "  − राहत नहीं पहुँची।" && $0.change?.kind == .removed })
    reader.press("end", "enter")
    #expect(reader.state.body.story?.id == id)
    #expect(reader.state.body.find?.query == "अब पड़ोस के गाँव भी यही तरीका सीखने आ रहे हैं।")
  }

  @Test("a story that was never corrected says so")
  func none() {
    var reader = HeadlessReader()
    reader.press("H")
    reader.send(.historyLoaded(ArticleID(rawValue: "नदी"), nil))
    #expect(reader.state.prompt == nil && reader.status.contains("कोई पिछला रूप नहीं"))
  }
}
