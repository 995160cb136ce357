import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Keys, pressed one after another", .inBackground)
struct KeysTests {
  @Test("the first screen shows list, highlights and the first story together")
  func firstScreen() {
    let reader = HeadlessReader()
    #expect(reader.screen.contains("▌● नदी किनारे बसे गाँवों ने पानी"))
    #expect(reader.screen.contains("• तालाबों की गाद निकालने से कुओं का जलस्तर"))
    #expect(reader.screen.contains("बरसात थमते ही गाँव के लोग"))
    #expect(reader.title.contains("3 नई"))
    #expect(reader.status.contains("1/3"))
  }

  @Test("j and the arrow move down, k moves up, and the story beside the list follows")
  func moving() {
    var reader = HeadlessReader()
    reader.press("j")
    #expect(reader.state.headlines.selectedIndex == 1)
    #expect(reader.state.body.story?.id.rawValue == "कबड्डी")
    reader.press("down", "down", "down")
    #expect(reader.state.headlines.selectedIndex == 2)
    reader.press("k", "g")
    #expect(reader.state.headlines.selectedIndex == 0)
    reader.press("G")
    #expect(reader.state.headlines.selectedIndex == 2)
    #expect(reader.effects.allSatisfy { if case .change = $0 { false } else { true } }, "looking is not reading")
  }

  @Test("Enter opens the story over the whole width and counts it as read; Backspace brings the list back")
  func opening() {
    var reader = HeadlessReader()
    reader.press("enter")
    #expect(reader.state.focus == .body)
    #expect(reader.state.layout.headlines.isEmpty)
    #expect(reader.title.contains("2 नई"))
    #expect(reader.effects.contains(.change(ArticleID(rawValue: "नदी"), ReadingChange(isRead: true))))
    reader.press("backspace")
    #expect(reader.state.focus == .headlines)
    #expect(!reader.state.layout.headlines.isEmpty)
    #expect(!reader.screen.contains("▌●"), "the story that was read has no unread mark")
  }

  @Test("a digit opens a related story, Backspace leads back to the place in the first one, L forward again")
  func trail() {
    var reader = HeadlessReader(rows: 14)
    reader.press("enter", "j", "j", "j", "j")
    let place = reader.state.body.topBlockIndex
    reader.press("1")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
    reader.press("backspace")
    #expect(reader.state.body.story?.id.rawValue == "नदी")
    #expect(reader.state.body.topBlockIndex == place)
    reader.press("L")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
    reader.press("L")
    #expect(reader.status.contains("आगे कुछ नहीं"))
  }

  @Test("a Devanagari digit opens a related story too")
  func devanagariDigit() {
    var reader = HeadlessReader()
    reader.press("enter", "१")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
  }

  @Test("a story that is only a title says so and offers to look for it by its headline")
  func ghost() {
    var reader = HeadlessReader()
    reader.press("enter")
    #expect(reader.screen.contains("2 ◌ भारत  बावड़ियों की सफ़ाई"))
    reader.press("2")
    #expect(reader.screen.contains("यह ख़बर अभी यहाँ नहीं है"))
    reader.press("enter")
    #expect(reader.effects.contains(.findTitles(like: "बावड़ियों की सफ़ाई का अभियान शुरू")))
    #expect(reader.screen.contains("मिलते-जुलते शीर्षक"))
    reader.press("esc")
    #expect(reader.state.prompt == nil)
    #expect(reader.state.body.story?.id.rawValue == "नदी", "the page behind stays")
  }

  @Test("tags filter the list, several combine, Esc clears them and the selected story stays selected")
  func tags() {
    var reader = HeadlessReader()
    reader.press("G", "t", "खेती")
    #expect(reader.screen.contains("› खेती"))
    reader.press("enter")
    #expect(reader.title.contains("#खेती ×"))
    #expect(reader.state.headlines.totalCount == 2)
    #expect(reader.state.headlines.selected?.id.rawValue == "मेड़")
    reader.press("t", "जल", "enter")
    #expect(reader.state.headlines.query.tags == ["खेती", "जल संरक्षण"])
    #expect(reader.state.headlines.totalCount == 1)
    reader.press("esc")
    #expect(reader.state.headlines.query.isEmpty)
    #expect(reader.state.headlines.totalCount == 3)
    #expect(reader.state.headlines.selected?.id.rawValue == "नदी")
  }

  @Test("Tab marks several tags, and Enter takes them together")
  func markedTags() {
    var reader = HeadlessReader()
    reader.press("t", "tab", "down", "tab", "enter")
    #expect(reader.state.headlines.query.tags.count == 2)
  }

  @Test("a tag of the filter, chosen again, leaves it")
  func tagOff() {
    var reader = HeadlessReader()
    reader.press("t", "enter")
    #expect(reader.state.headlines.query.tags == ["खेती"])
    reader.press("t", "enter")
    #expect(reader.state.headlines.query.tags.isEmpty)
  }

  @Test("s stars and u marks unread, at once on the screen and in the store")
  func marks() {
    var reader = HeadlessReader()
    reader.press("s")
    #expect(reader.screen.contains("★"))
    #expect(reader.stories[0].state.isStarred)
    reader.press("u")
    #expect(reader.stories[0].state.isRead)
    reader.press("u", "s")
    #expect(!reader.stories[0].state.isRead)
    #expect(!reader.stories[0].state.isStarred)
    #expect(reader.title.contains("3 नई"))
  }

  @Test("n goes to the next unread story, p to the one before, and at the last it says so")
  func unread() {
    var reader = HeadlessReader()
    reader.press("enter", "n")
    #expect(reader.state.body.story?.id.rawValue == "कबड्डी")
    reader.press("n")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
    reader.press("n")
    #expect(reader.status.contains("और कोई अनपढ़ी ख़बर नहीं"))
    reader.press("u", "k", "backspace", "backspace", "p")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
  }

  @Test("o without an address says so; with one it opens that address and nothing else")
  func browser() {
    var reader = HeadlessReader()
    reader.press("enter", "o")
    #expect(reader.status.contains("पता (URL) नहीं"))
    var stories = Desk.stories
    stories[0].article.url = "https://example.org/a?b=$(date)"
    reader = HeadlessReader(stories: stories)
    reader.press("o")
    #expect(reader.effects.contains(.openLink("https://example.org/a?b=$(date)")))
  }

  @Test("the theme picker shows a theme while it is only looked at, and Esc goes back")
  func themes() {
    var reader = HeadlessReader()
    reader.press("T", "down")
    #expect(reader.frame.theme.name == "काग़ज़")
    reader.press("esc")
    #expect(reader.frame.theme.name == Theme.compiledIn.name)
    reader.press("T", "down", "enter")
    #expect(reader.frame.theme.name == "काग़ज़")
    #expect(reader.effects.contains(.saveTheme("काग़ज़")))
  }

  @Test("help lists every binding, narrows, and does what is chosen")
  func help() {
    var reader = HeadlessReader(rows: 120)
    reader.press("?")
    for binding in KeyMap.standard.bindings {
      #expect(reader.screen.contains(Phrases(.hindi)(binding.help)), "\(binding.action)")
    }
    reader.press("तारा", "enter")
    #expect(reader.stories[0].state.isStarred)
  }

  @Test("q quits and keeps the place in the open story")
  func quitting() {
    var reader = HeadlessReader(rows: 14, stories: Desk.many(3))
    reader.press("enter", "space", "q")
    #expect(reader.effects.last == .quit)
    #expect(reader.stories[0].state.blockIndex > 0)
    var again = HeadlessReader(rows: 14, stories: reader.stories)
    again.press("enter")
    #expect(again.state.body.topBlockIndex == reader.stories[0].state.blockIndex)
  }

  @Test("a story that was read to its end opens at its beginning")
  func readToTheEnd() {
    var reader = HeadlessReader(rows: 14, stories: Desk.many(3))
    reader.press("enter", "space", "backspace", "enter")
    #expect(reader.state.body.topBlockIndex > 0)
    reader.press("G", "backspace", "j", "k", "enter")
    #expect(reader.state.body.topLine == 0)
  }

  @Test("related stories beyond the ninth have no number, and stand in line with the others")
  func manyLinks() {
    var stories = Desk.stories
    stories[0].article.links = (1...12).map { RelatedLink(title: "समाचार \($0)", section: "भारत", reason: .publisher) }
    var reader = HeadlessReader(rows: 60, columns: 80, stories: stories)
    reader.press("enter")
    let rows = reader.rows.filter { $0.contains("◌") }
    #expect(rows.count == 12)
    let columns = rows.map { $0.prefix { $0 != "◌" }.count }
    #expect(Set(columns).count == 1)
    #expect(rows[8].contains("9 ◌") || rows[8].contains("9\u{A0}◌"))
    #expect(!rows[9].contains(where: \.isNumber) || rows[9].contains("समाचार 10"))
  }

  @Test("every key in every pane and prompt leaves a frame of the right size with all its rows filled")
  func randomKeys() {
    var generator = FixedRandom(2_026)
    for size in [Size(rows: 24, columns: 80), Size(rows: 10, columns: 30), Size(rows: 50, columns: 170)] {
      var reader = HeadlessReader(rows: size.rows, columns: size.columns, stories: Desk.many(40) + Desk.stories)
      let keys: [Key] =
        "jk gGlhLrtsunp/oTXRD?12359+-mM=V#wSU".unicodeScalars.map { .scalar($0) } + [
          .enter, .escape, .tab, .right, .control("s"), .control("x"), .control("d"), .control("r"), .control("g"),
          .backTab, .backspace, .pageDown, .pageUp, .scalar("क"), .scalar("\u{93F}"), .down, .up,
        ]
      for _ in 0..<600 {
        let key = keys[Int(generator.next() % UInt64(keys.count))]
        reader.send(.terminal(.key(key)))
        let frame = reader.frame
        #expect(frame.buffer.size == size)
        #expect(reader.state.headlines.selectedIndex < max(1, reader.state.headlines.totalCount))
        #expect(reader.state.body.topLine <= max(0, reader.state.body.layout.lines.count - 1))
      }
    }
  }
}
