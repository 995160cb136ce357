import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Keys of the reader's own")
struct OwnKeysTests {
  private func reader(_ own: [OwnBinding], rows: Int = 24, columns: Int = 80) -> HeadlessReader {
    let keys = KeyMap(bindings: KeyMap.standard.bindings, own: own)
    return HeadlessReader(rows: rows, columns: columns, settings: ReaderSettings(keys: keys))
  }

  @Test("every name that help prints is understood, and the usual forms mean the same")
  func notation() throws {
    for key in KeyMap.standard.bindings.flatMap(\.keys) { #expect(try Key.sequence(key.name) == [key]) }
    for form in ["^D", "^d", "ctrl-d", "Ctrl+D", "C-d", "<C-d>", "control-d"] {
      #expect(try Key.sequence(form) == [.control("d")], "\(form)")
    }
    #expect(try Key.sequence("g G") == [.scalar("g"), .scalar("G")])
    #expect(
      try Key.sequence("space ret <Esc> F12 shift-tab") == [.scalar(" "), .enter, .escape, .function(12), .backTab])
    #expect(try Key.sequence("क्ष") == [.scalar("क"), .scalar("्"), .scalar("ष")])
    #expect(throws: KeyNotationError.unknown("gg", suggestion: "g g")) { try Key.sequence("gg") }
    #expect(throws: KeyNotationError.unknown("entre", suggestion: "enter")) { try Key.sequence("entre") }
    #expect(throws: KeyNotationError.empty) { try Key.sequence("") }
  }

  @Test("a key does what it was bound to, in its pane only; none frees it, and help says so")
  func panes() {
    var reader = reader(
      [
        OwnBinding(pane: .headlines, keys: [.scalar("x")], actions: [.moveDown]),
        OwnBinding(pane: .body, keys: [.scalar("j")], actions: [.back]),
        OwnBinding(keys: [.scalar("t")], actions: []),
      ], rows: 90)
    reader.press("x", "t")
    #expect(reader.state.headlines.selectedIndex == 1 && reader.state.prompt == nil)
    reader.press("enter", "x", "j")
    #expect(reader.state.focus == .headlines, "j is back in a story")
    reader.press("k")
    #expect(reader.state.headlines.selectedIndex == 0)
    reader.press("?")
    #expect(reader.screen.contains("j ↓ x (सूची)"))
    #expect(reader.screen.contains("j (लेख)"))
    let tags = reader.rows.first { $0.contains(Phrases(.hindi)(.helpTags)) } ?? ""
    #expect(!tags.contains(" t "), "\(tags)")
  }

  @Test("a sequence waits for as long as it takes, and shows what may follow")
  func sequences() {
    var reader = reader([
      OwnBinding(keys: [.scalar("z"), .scalar("z")], actions: [.goToEnd]),
      OwnBinding(keys: [.scalar("z"), .scalar("a")], actions: [.goToStart]),
      OwnBinding(keys: [.scalar("z"), .scalar("b"), .scalar("b")], actions: [.quit]),
    ])
    reader.press("z")
    #expect(!reader.effects.contains { if case .awaitKey = $0 { true } else { false } })
    #expect(reader.status.contains("z …   z \(Phrases(.hindi)(.helpEnd))   a \(Phrases(.hindi)(.helpStart))   b"))
    reader.press("z")
    #expect(reader.state.headlines.selectedIndex == 2 && reader.state.typedKeys.isEmpty)
    reader.press("z", "a")
    #expect(reader.state.headlines.selectedIndex == 0)
    reader.press("z", "esc")
    #expect(reader.state.typedKeys.isEmpty && reader.state.message == nil)
    reader.press("z", "j")
    #expect(reader.status.contains("z j से कुछ नहीं होता"))
    #expect(reader.state.headlines.selectedIndex == 0)
  }

  @Test("keys that mean something by themselves and begin a sequence count after a second, or when another key follows")
  func waiting() {
    var reader = reader([OwnBinding(keys: [.scalar("j"), .scalar("j")], actions: [.goToEnd])])
    reader.press("j")
    #expect(reader.state.headlines.selectedIndex == 0)
    #expect(reader.effects.last == .awaitKey(1))
    reader.send(.keyPaused(1))
    #expect(reader.state.headlines.selectedIndex == 1)
    reader.press("j", "j")
    #expect(reader.state.headlines.selectedIndex == 2)
    reader.send(.keyPaused(2))
    #expect(reader.state.headlines.selectedIndex == 2, "the sequence was ended before")
    reader.press("k", "j", "k")
    #expect(reader.state.headlines.selectedIndex == 1, "up, then down and up")
  }

  @Test("a macro does its actions in order, each when the one before has its answer")
  func macros() {
    var reader = reader([OwnBinding(keys: [.control("s")], actions: [.nextUnread, .toggleStar, .moveDown])])
    reader.answers = false
    reader.press("^s")
    #expect(!reader.stories.contains { $0.state.isStarred })
    reader.answerWaiting()
    #expect(reader.stories.map(\.state.isStarred) == [false, true, false], "the star is for the story that was found")
    #expect(reader.state.headlines.selectedIndex == 2)
    reader.answers = false
    reader.press("^s", "g")
    reader.answerWaiting()
    #expect(reader.stories.filter(\.state.isStarred).count == 1, "another key ends a macro")
  }

  @Test("digits open related stories unless they are bound, on both keyboards")
  func digits() {
    var reader = reader([OwnBinding(keys: [.scalar("1")], actions: [.moveDown])])
    reader.press("1", "१")
    #expect(reader.state.headlines.selectedIndex == 2)
    var own = self.reader([OwnBinding(keys: [.scalar("2")], actions: [.moveDown])])
    own.press("enter", "१")
    #expect(own.state.body.story?.id.rawValue == "मेड़")
    own.press("?")
    #expect(own.screen.contains("1 3 4 5 6 7 8 9") || own.state.size.rows < 40)
  }

  @Test("the status line names the keys that hold")
  func hints() {
    let reader = reader([
      OwnBinding(keys: [.scalar("t")], actions: []), OwnBinding(keys: [.scalar("e")], actions: [.moveDown]),
      OwnBinding(keys: [.function(2)], actions: [.help]), OwnBinding(keys: [.scalar("?")], actions: []),
    ])
    #expect(reader.status.contains("F2 मदद") && reader.status.contains("e k चलें"))
    #expect(!reader.status.contains(" t टैग"))
  }

  @Test("a macro stands in help with its keys, and does what it says when chosen there")
  func help() {
    var reader = reader([OwnBinding(keys: [.control("s")], actions: [.toggleStar, .moveDown])], rows: 90)
    reader.press("?", "तारा")
    let phrases = Phrases(.hindi)
    #expect(reader.screen.contains(phrases(.helpStar) + " + " + phrases(.helpMoveDown)))
    reader.press("down", "enter")
    #expect(reader.stories[0].state.isStarred && reader.state.headlines.selectedIndex == 1)
  }
}

@Suite("The page as configured")
struct PageSettingsTests {
  private func reader(_ change: (inout ReaderSettings) -> Void, rows: Int = 24, columns: Int = 80) -> HeadlessReader {
    var settings = ReaderSettings()
    change(&settings)
    return HeadlessReader(rows: rows, columns: columns, settings: settings)
  }

  @Test("the list has the columns it was given, in all shapes, and leaves room for the story")
  func listWidth() {
    for columns in [80, 130, 180] {
      #expect(reader({ $0.page.listWidth = .cells(40) }, columns: columns).state.layout.headlines.columns == 40)
      #expect(
        reader({ $0.page.listWidth = .percent(25) }, columns: columns).state.layout.headlines.columns == columns / 4)
      let wide = reader({ $0.page.listWidth = .cells(200) }, columns: columns)
      #expect(wide.state.layout.body.columns >= 20)
    }
  }

  @Test("shapes begin where they are told to")
  func shapes() {
    #expect(reader({ $0.page.splitFromColumns = 90 }).state.layout.shape == .single)
    #expect(reader({ $0.page.panesFromColumns = 80 }).state.layout.shape == .panes)
    #expect(reader({ $0.page.columnsFromColumns = 100 }, columns: 100).state.layout.shape == .columns)
    #expect(reader({ $0.page.columnsFromColumns = .max }, columns: 220).state.layout.shape == .panes)
    #expect(reader({ $0.page.columnsFromColumns = 48 }, columns: 60).state.layout.shape == .split, "there is no room")
  }

  @Test("highlights have as many rows as they were given; none hides them from the keys too")
  func highlights() {
    let one = reader { $0.page.highlightsHeight = .cells(1) }
    #expect(one.state.layout.highlights.rows == 1)
    for columns in [50, 80, 130, 180] {
      var none = reader({ $0.page.highlightsHeight = .cells(0) }, columns: columns)
      #expect(none.state.layout.highlights.isEmpty)
      none.press("enter", "tab", "tab", "tab")
      #expect(none.state.focus != .highlights)
    }
  }

  @Test("rows of the list: three, two or one, with what was chosen in its order")
  func listRows() throws {
    let two = reader { $0.list = ListFormat(rows: 2, facts: [.age, .section]) }
    let row = two.text(in: two.state.layout.headlines)
    #expect(row[0].hasPrefix("▌● नदी किनारे") && row[0].hasSuffix("…"))
    #expect(row[1].contains("·") && row[1].hasPrefix("▌  "))
    let age = DateWords(language: .hindi).age(of: try #require(Desk.stories[0].article.date), now: Desk.now)
    #expect(row[1].contains(age + " · "))
    let one = reader { $0.list = ListFormat(rows: 1, facts: [.age]) }
    let lines = one.text(in: one.state.layout.headlines)
    #expect(lines[0].hasPrefix("▌● नदी") && lines[0].hasSuffix(age))
    #expect(lines[1].hasPrefix(" ● ") && lines[2].hasPrefix(" ● "))
    let bare = reader { $0.list = ListFormat(rows: 2, facts: []) }
    let titles = bare.text(in: bare.state.layout.headlines)
    #expect(titles[1].hasPrefix(" ● "), "no facts, no row for them")
  }

  @Test("dates of lists: how long ago, or the date as short as it can be told")
  func dates() {
    let words = DateWords(language: .hindi)
    #expect(words.short(Desk.stamp(2026, 11, 23, 8, 21), now: Desk.stamp(2026, 11, 23, 20, 0)) == "8:21\u{A0}सुबह")
    #expect(words.short(Desk.stamp(2026, 11, 3, 8, 21), now: Desk.now) == "3 नवंबर")
    #expect(words.short(Desk.stamp(2019, 11, 3, 8, 21), now: Desk.now) == "3 नवंबर 2019")
  }

  @Test("a changed configuration is taken at once, and what was chosen on the page stays")
  func changes() {
    var reader = HeadlessReader()
    reader.press("K", "K")
    let before = ReaderSettings()
    var after = before
    after.list.rows = 1
    after.keys.own = [OwnBinding(keys: [.scalar("e")], actions: [.moveDown])]
    reader.send(.configured(SettingsChange(before: before, after: after, theme: nil, sentence: "नई सेटिंग लागू हुई।")))
    #expect(reader.state.settings.script == .roman)
    #expect(reader.state.settings.list.rows == 1)
    reader.press("e")
    #expect(reader.state.headlines.selectedIndex == 1)
    let theme = Theme(name: "काग़ज़")
    reader.send(.configured(SettingsChange(before: after, after: after, theme: theme, sentence: "ठीक")))
    #expect(reader.frame.theme.name == "काग़ज़")
  }
}
