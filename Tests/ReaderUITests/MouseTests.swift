import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("The mouse", .inBackground)
struct MouseTests {
  static let sizes = [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 20, columns: 50)]

  private func reader(_ size: Size, stories: [Story] = Desk.stories) -> HeadlessReader {
    HeadlessReader(rows: size.rows, columns: size.columns, stories: stories)
  }

  private func click(
    _ text: String, fromEnd: Bool = false, modifiers: MouseEvent.Modifiers = [], in reader: inout HeadlessReader,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isThere = reader.click(text, fromEnd: fromEnd, modifiers: modifiers)
    #expect(isThere, "\(text) is on the screen", sourceLocation: sourceLocation)
  }

  /// The desk's first story with a link in its text.
  private static let linked: [Story] = {
    var stories = Desk.stories
    let text = "पूरी रिपोर्ट सरकारी पन्ने पर है।"
    let before = "पूरी रिपोर्ट ".utf8.count
    stories[0].article.body = ArticleBody(blocks: [
      Block(
        kind: .paragraph, text: text,
        links: [
          BlockLink(startUTF8Offset: before, utf8Count: "सरकारी पन्ने".utf8.count, address: "https://example.org/report")
        ])
    ])
    return stories
  }()

  @Test("a click selects a headline, a click on the selected one opens it", arguments: sizes)
  func headlines(size: Size) throws {
    var reader = reader(size)
    let place = try #require(reader.place(of: "मिट्टी से मैट"))
    reader.mouse(.press(.left), at: place)
    #expect(reader.state.headlines.selectedIndex == 1)
    #expect(reader.state.focus == .headlines)
    reader.mouse(.press(.left), at: place)
    #expect(reader.state.focus == .body)
    #expect(reader.state.body.story?.id.rawValue == "कबड्डी")
    #expect(reader.effects.contains(.change(ArticleID(rawValue: "कबड्डी"), ReadingChange(isRead: true))))
  }

  @Test(
    "the second line of a headline, its last line and the blank beside them mean the headline too", arguments: sizes)
  func wholeRow(size: Size) throws {
    var reader = reader(size)
    let place = try #require(reader.place(of: "मिट्टी से मैट"))
    let list = reader.state.layout.headlines
    reader.mouse(.press(.left), at: Position(row: place.row + 1, column: list.endColumn - 1))
    #expect(reader.state.headlines.selectedIndex == 1)
  }

  @Test("a click on a tag filters by it, and one on the × in the title takes it off", arguments: sizes)
  func tags(size: Size) {
    var reader = reader(size)
    reader.press("enter", "G")
    click("#खेती", in: &reader)
    #expect(reader.state.headlines.query.tags == ["खेती"])
    #expect(reader.state.headlines.totalCount == 2)
    #expect(reader.state.focus == .headlines)
    click("#खेती ×", in: &reader)
    #expect(reader.state.headlines.query.tags.isEmpty)
    #expect(reader.state.headlines.totalCount == 3)
  }

  @Test("each of two filters goes by its own ×")
  func filters() throws {
    var reader = reader(Size(rows: 24, columns: 80))
    reader.press("enter", "G")
    reader.click("#खेती")
    reader.press("enter", "G")
    click("#जल\u{A0}संरक्षण", in: &reader)
    #expect(reader.state.headlines.query.tags == ["खेती", "जल संरक्षण"])
    reader.click("×")
    #expect(reader.state.headlines.query.tags == ["जल संरक्षण"])
  }

  @Test("a click on a related story opens it, on one that is not here it offers to look for it", arguments: sizes)
  func related(size: Size) {
    var reader = reader(size)
    reader.press("enter", "G")
    click("बावड़ियों की", in: &reader)
    #expect(reader.screen.contains("मिलते-जुलते शीर्षक"))
    reader.press("esc")
    click("सूखे खेतों", fromEnd: true, in: &reader)
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
    reader.press("backspace")
    #expect(reader.state.body.story?.id.rawValue == "नदी", "the way back is kept")
  }

  @Test("in the widest shape the stories at the side are open to clicks")
  func relatedColumn() {
    var reader = reader(Size(rows: 40, columns: 160))
    click("सूखे खेतों", fromEnd: true, in: &reader)
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
  }

  @Test("a click on a link opens it as o does, beside the link it does not", arguments: sizes)
  func links(size: Size) throws {
    var reader = reader(size, stories: Self.linked)
    reader.press("enter")
    let place = try #require(reader.place(of: "सरकारी", fromEnd: true))
    reader.mouse(.press(.left), at: Position(row: place.row, column: place.column - 2))
    #expect(!reader.effects.contains(.openLink("https://example.org/report")))
    reader.mouse(.press(.left), at: place)
    #expect(reader.effects.contains(.openLink("https://example.org/report")))
    #expect(reader.status.contains("example.org"))
  }

  @Test("a click on a highlight jumps to its sentence", arguments: [sizes[0], sizes[1]])
  func highlights(size: Size) {
    var stories = Desk.stories
    stories[0].article.body = ArticleBody(paragraphs: ["पंचायत हर महीने पानी का हिसाब दीवार पर लिखती है। सब उसे पढ़ते हैं।"])
    var reader = reader(size, stories: stories)
    click("पंचायत हर महीने", in: &reader)
    #expect(reader.state.focus == .body)
    #expect(reader.state.body.find?.kind == .sentence)
    #expect(reader.state.highlights.selectedIndex == 1)
  }

  @Test("in a picker a click selects and a second one takes; beside the panel it leaves it", arguments: sizes)
  func pickers(size: Size) {
    var reader = reader(size)
    reader.press("t")
    click("#कबड्डी", in: &reader)
    guard case .picker(let picker) = reader.state.prompt else { return #expect(Bool(false), "the picker stays") }
    #expect(picker.selected?.label == "#कबड्डी")
    click("#कबड्डी", in: &reader)
    #expect(reader.state.headlines.query.tags == ["कबड्डी"])
    reader.press("t")
    reader.mouse(.press(.left), at: Position(row: 0, column: 0))
    #expect(reader.state.prompt == nil)
  }

  @Test("Control marks a row of a picker")
  func marks() {
    var reader = reader(Size(rows: 24, columns: 80))
    reader.press("t")
    reader.click("#कबड्डी", modifiers: .control)
    click("#खेती", modifiers: .control, in: &reader)
    guard case .picker(let picker) = reader.state.prompt else { return #expect(Bool(false), "the picker stays") }
    #expect(picker.marked == [.tag("कबड्डी"), .tag("खेती")])
  }

  @Test("a key that the status line names can be clicked", arguments: sizes)
  func statusKeys(size: Size) {
    var reader = reader(size)
    click("? मदद", in: &reader)
    guard case .picker(let picker) = reader.state.prompt else { return #expect(Bool(false), "help opens") }
    #expect(picker.kind == .help)
    click("Esc", in: &reader)
    #expect(reader.state.prompt == nil)
    click("Enter पढ़ें", in: &reader)
    #expect(reader.state.focus == .body)
    click("Backspace", in: &reader)
    #expect(reader.state.focus == .headlines)
  }

  @Test("of two keys with one word each is its own")
  func keyPair() {
    var reader = reader(Size(rows: 40, columns: 120))
    click("j k", in: &reader)
    #expect(reader.state.headlines.selectedIndex == 1)
    click("k चलें", in: &reader)
    #expect(reader.state.headlines.selectedIndex == 0)
  }

  @Test("the wheel scrolls the story under it by three rows, whichever pane has the keys")
  func wheelOverStory() throws {
    var reader = reader(Size(rows: 24, columns: 120), stories: Desk.many(40))
    let body = reader.state.layout.body
    let place = Position(row: body.row + 2, column: body.column + 5)
    reader.mouse(.wheelDown, at: place)
    reader.mouse(.wheelDown, at: place)
    #expect(reader.state.body.topLine == 6)
    #expect(reader.state.focus == .headlines)
    reader.mouse(.wheelUp, at: place)
    #expect(reader.state.body.topLine == 3)
    for _ in 0..<9 { reader.mouse(.wheelUp, at: place) }
    #expect(reader.state.body.topLine == 0)
  }

  @Test("over the list it scrolls the list; the selection goes along only where it would leave the screen")
  func wheelOverList() throws {
    var reader = reader(Size(rows: 24, columns: 80), stories: Desk.many(300))
    reader.press("jjj")
    let place = Position(row: 5, column: 4)
    reader.mouse(.wheelDown, at: place)
    #expect(reader.state.headlines.topIndex == 1)
    #expect(reader.state.headlines.selectedIndex == 3)
    for _ in 0..<4 { reader.mouse(.wheelDown, at: place) }
    #expect(reader.state.headlines.selectedIndex == reader.state.headlines.topIndex)
    for _ in 0..<400 { reader.mouse(.wheelDown, at: place) }
    #expect(reader.screen.contains("समाचार संख्या 299"), "more is loaded on the way")
    let top = reader.state.headlines.topIndex
    #expect(top < 296, "the last headline stands at the bottom")
    for _ in 0..<400 { reader.mouse(.wheelUp, at: place) }
    #expect(reader.state.headlines.topIndex == 0)
    #expect(reader.screen.contains("समाचार संख्या 0"))
  }

  @Test("the edge of the list follows the mouse, and where it is let go is kept", arguments: [sizes[0], sizes[1]])
  func listEdge(size: Size) throws {
    var reader = reader(size)
    let border = try #require(reader.state.layout.borderColumns.first)
    reader.mouse(.press(.left), at: Position(row: 6, column: border))
    for column in [border + 1, border + 4, border + 9] {
      reader.mouse(.drag(.left), at: Position(row: 7, column: column))
      #expect(reader.state.layout.borderColumns.first == column)
      #expect("│├".contains(reader.frame.buffer[row: 6, column: column].text))
    }
    reader.mouse(.release, at: Position(row: 7, column: border + 9))
    #expect(reader.effects.last == .saveSplit(reader.state.settings.split))
    let split = PaneSplit(text: reader.state.settings.split.text)
    #expect(split == reader.state.settings.split)
    // Let go, it stays.
    reader.mouse(.drag(.left), at: Position(row: 7, column: 2))
    #expect(reader.state.layout.borderColumns.first == border + 9)
    reader.mouse(.press(.left), at: Position(row: 6, column: border + 9))
    reader.mouse(.drag(.left), at: Position(row: 6, column: 0))
    #expect(reader.state.layout.headlines.columns == 16, "it cannot be drawn away")
    reader.mouse(.drag(.left), at: Position(row: 6, column: size.columns - 1))
    #expect(reader.state.layout.body.columns == 24)
  }

  @Test("an edge that was drawn stands before the configured one, until that is given another value")
  func configuredEdge() throws {
    var settings = ReaderSettings()
    settings.page.listWidth = .cells(40)
    var reader = HeadlessReader(rows: 24, columns: 110, settings: settings)
    let border = try #require(reader.state.layout.borderColumns.first)
    #expect(border == 40)
    reader.mouse(.press(.left), at: Position(row: 6, column: border))
    reader.mouse(.drag(.left), at: Position(row: 6, column: 52))
    reader.mouse(.release, at: Position(row: 6, column: 52))
    #expect(reader.state.layout.borderColumns == [52])
    var after = settings
    after.measureColumns = 60
    reader.send(.configured(SettingsChange(before: settings, after: after, theme: nil, sentence: "ठीक")))
    #expect(reader.state.layout.borderColumns == [52], "another line of the file was edited")
    var wider = after
    wider.page.listWidth = .cells(44)
    reader.send(.configured(SettingsChange(before: after, after: wider, theme: nil, sentence: "ठीक")))
    #expect(reader.state.layout.borderColumns == [44])
  }

  @Test("three columns keep room for the story, wherever their edges are drawn")
  func threeColumns() throws {
    var reader = reader(Size(rows: 30, columns: 160))
    for target in [0, 159, 80] {
      for index in [1, 0] {
        let border = reader.state.layout.borderColumns[index]
        reader.mouse(.press(.left), at: Position(row: 20, column: border))
        reader.mouse(.drag(.left), at: Position(row: 20, column: target))
        reader.mouse(.release, at: Position(row: 20, column: target))
        let layout = reader.state.layout
        #expect(layout.headlines.columns >= 16 && layout.related.columns >= 16, "\(target) \(layout)")
        #expect(layout.body.columns >= 24, "\(target) \(layout)")
      }
    }
  }

  @Test("hidden highlights stay hidden, and what the file says of mouse, frames and layout holds when it is saved")
  func live() {
    var before = ReaderSettings()
    before.split.highlights = 300
    before.page.highlightsHeight = .cells(0)
    var reader = HeadlessReader(rows: 24, columns: 80, settings: before)
    #expect(reader.state.layout.highlights.isEmpty)
    var after = before
    after.isMouseOn = false
    after.frames = .none
    after.showsCursor = true
    reader.send(.configured(SettingsChange(before: before, after: after, theme: nil, sentence: "ठीक")))
    #expect(!reader.frame.tracksMouse && reader.frame.isCursorVisible)
    #expect(!reader.screen.contains("│"))
    var linear = after
    linear.page.arrangement = .linear
    reader.send(.configured(SettingsChange(before: after, after: linear, theme: nil, sentence: "ठीक")))
    #expect(reader.state.layout.shape == .linear)
    #expect(reader.rows[0].hasPrefix("1/3 ● नदी"))
    reader.send(.configured(SettingsChange(before: linear, after: before, theme: nil, sentence: "ठीक")))
    #expect(reader.frame.tracksMouse && reader.screen.contains("│"))
  }

  @Test("a key of the reader's own, also of several strokes, can be clicked where the status line names it")
  func ownKeys() {
    var settings = ReaderSettings()
    settings.keys.own = [
      OwnBinding(keys: [.scalar("g"), .scalar("h")], actions: [.help]), OwnBinding(keys: [.scalar("?")], actions: []),
    ]
    var reader = HeadlessReader(rows: 24, columns: 80, settings: settings)
    // f1 helps as well; the own one is named.
    click("g h मदद", in: &reader)
    guard case .picker(let picker) = reader.state.prompt else { return #expect(Bool(false), "help opens") }
    #expect(picker.kind == .help)
    reader.press("esc", "g")
    #expect(reader.state.typedKeys == [.scalar("g")])
    click("h", in: &reader)
    #expect(reader.state.prompt != nil, "the key that may follow was clicked")
    reader.press("esc", "g")
    click("मिट्टी से मैट", in: &reader)
    #expect(reader.state.typedKeys.isEmpty, "a click elsewhere gives the sequence up")
    #expect(reader.state.headlines.selectedIndex == 1)
  }

  @Test("the edge under the highlights too, up to the last of their lines")
  func highlightsEdge() throws {
    var reader = reader(Size(rows: 24, columns: 80))
    let before = try #require(reader.state.layout.bandRow)
    let column = reader.state.layout.highlights.column + 20
    reader.mouse(.press(.left), at: Position(row: before, column: column))
    reader.mouse(.drag(.left), at: Position(row: before - 2, column: column))
    #expect(reader.state.layout.bandRow == before - 2)
    reader.mouse(.drag(.left), at: Position(row: 20, column: column))
    #expect(reader.state.layout.highlights.rows == reader.state.highlights.lines.count)
  }

  @Test("< and > do with keys what the edge of the list does")
  func edgeByKeys() {
    var reader = reader(Size(rows: 24, columns: 80))
    let before = reader.state.layout.headlines.columns
    reader.press(">", ">")
    #expect(reader.state.layout.headlines.columns == before + 4)
    reader.press("<")
    #expect(reader.state.layout.headlines.columns == before + 2)
  }

  @Test("* leaves the mouse to the terminal; then nothing that comes means anything")
  func toggle() {
    var reader = reader(Size(rows: 24, columns: 80))
    #expect(reader.frame.tracksMouse)
    reader.press("*")
    #expect(!reader.frame.tracksMouse)
    #expect(reader.effects.contains(.saveMouse(false)))
    reader.click("मिट्टी से मैट")
    #expect(reader.state.headlines.selectedIndex == 0)
    reader.press("*")
    #expect(reader.frame.tracksMouse)
  }

  @Test("a click beside a line that is typed in loses nothing of it")
  func typing() {
    var reader = reader(Size(rows: 24, columns: 80))
    reader.press("A", "example.org")
    reader.click("मिट्टी से मैट")
    #expect(reader.status.contains("example.org"))
    reader.press("esc", "|", "wc -w")
    reader.click("मिट्टी से मैट")
    #expect(reader.status.contains("wc -w"))
    reader.press("esc", "/", "पानी")
    reader.click("मिट्टी से मैट")
    #expect(reader.state.prompt != nil || reader.state.search != nil)
  }

  @Test("anything at any place, in any order, on any page, leaves a page that can be drawn")
  func anything() {
    var random = FixedRandom(11)
    let kinds: [MouseEvent.Kind] = [
      .press(.left), .press(.left), .press(.left), .drag(.left), .release, .wheelUp, .wheelDown, .press(.right),
      .drag(.middle), .press(.middle),
    ]
    let keys = ["j", "t", "enter", "tab", "esc", "/", "O", "?", "backspace", "क", "F", "="]
    for size in Self.sizes + [Size(rows: 1, columns: 40), Size(rows: 3, columns: 12), Size(rows: 40, columns: 170)] {
      var reader = reader(size, stories: Self.linked)
      for _ in 0..<400 {
        let place = Position(
          row: Int.random(in: -2...size.rows + 2, using: &random),
          column: Int.random(in: -2...size.columns + 2, using: &random))
        reader.mouse(kinds.randomElement(using: &random) ?? .release, at: place)
        if Int.random(in: 0..<4, using: &random) == 0 { reader.press(keys.randomElement(using: &random) ?? "j") }
        if reader.effects.contains(.quit) { break }
      }
      #expect(reader.rows.count == size.rows)
    }
  }
}
