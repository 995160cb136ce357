import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("All about a tag")
struct TagPageTests {
  private func picker(_ reader: HeadlessReader) -> PickerState? {
    if case .picker(let picker) = reader.state.prompt { picker } else { nil }
  }

  @Test("→ in the list of tags opens the selected one's page: count, kind, months, companions and where it stands")
  func page() {
    var reader = HeadlessReader(rows: 30, columns: 110)
    reader.press("t", "right")
    #expect(reader.effects.last == .loadTagPage("खेती"))
    let screen = reader.screen
    #expect(screen.contains("विषय · ख़बरें: 2"))
    #expect(screen.contains("█") && screen.contains("10.2026 – 11.2026"))
    #expect(screen.contains("साथ आने वाले टैग") && screen.contains("#जल संरक्षण"))
    #expect(!screen.contains("वर्तनियाँ"), "a single spelling is its name")
    #expect(reader.marked(.pickerHit).contains("खेती"))
  }

  @Test("the name stands in the same column in every line, whatever stands before it", arguments: [110, 80, 40, 30])
  func aligned(columns: Int) {
    var reader = HeadlessReader(rows: 30, columns: columns)
    reader.press("t", "right")
    let buffer = reader.frame.buffer
    let starts = (0..<30).compactMap { row in
      (0..<columns).first {
        buffer[row: row, column: $0].role == .pickerHit && buffer[row: row, column: $0].text == "खे"
      }
    }
    #expect(starts.count == 2)
    #expect(Set(starts).count == 1)
  }

  @Test("Enter on a companion opens its page, Backspace leads back page by page to the list of tags")
  func companions() {
    var reader = HeadlessReader(rows: 30, columns: 110)
    reader.press("t", "right", "down", "enter")
    #expect(picker(reader)?.kind == .tagPage("जल संरक्षण"))
    reader.press("backspace")
    #expect(picker(reader)?.kind == .tagPage("खेती"))
    reader.press("backspace")
    #expect(picker(reader)?.kind == .tags)
    #expect(picker(reader)?.items.isEmpty == false)
  }

  @Test("Enter on a line opens that story, on the first line the list of all of them")
  func enter() {
    var reader = HeadlessReader(rows: 30, columns: 110)
    reader.press("t", "right", "end", "enter")
    #expect(reader.state.prompt == nil)
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
    #expect(reader.state.focus == .body)
    reader.press("t", "right", "enter")
    #expect(reader.state.headlines.query.tags == ["खेती"])
  }

  @Test("without block elements the months are drawn in ASCII")
  func ascii() {
    var reader = HeadlessReader(rows: 30, columns: 110, settings: ReaderSettings(hasBlockElements: false))
    reader.press("t", "right")
    #expect(reader.screen.contains("@") && !reader.screen.contains("█"))
  }

  @Test("the opened story has the word marked that the line was about")
  func mark() {
    var stories = Desk.stories
    stories[2].article.body.blocks[1].text = "यहाँ खेती होती है।"
    var reader = HeadlessReader(rows: 30, columns: 110, stories: stories)
    reader.press("t", "right", "end", "enter")
    #expect(reader.marked(.hitCurrent).joined().contains("खेती"))
  }

  @Test("a tag is renamed, a filter by it follows, and U takes that back, once")
  func renaming() {
    var reader = HeadlessReader()
    reader.press("t", "enter", "t", "right", "^r")
    #expect(reader.status.contains("टैग का नया नाम: खेती"))
    reader.press("बाड़ी", "enter")
    #expect(reader.title.contains("#खेतीबाड़ी ×"))
    #expect(reader.state.headlines.totalCount == 2)
    reader.press("U")
    #expect(reader.effects.contains(.changeTag(.takeBackRename("खेती", to: "खेतीबाड़ी"))))
    #expect(reader.title.contains("#खेती ×"))
    #expect(reader.state.headlines.totalCount == 2)
    reader.press("U")
    #expect(reader.status.contains("वापस लाने को कुछ नहीं है"))
  }

  @Test("^G merges a tag into another, ^D parts a spelling, and U takes either back")
  func merging() {
    var reader = HeadlessReader()
    reader.press("t", "right", "^g", "कबड्डी", "enter")
    #expect(reader.effects.contains(.changeTag(.merge("खेती", into: "कबड्डी"))))
    #expect(reader.status.contains("“खेती” अब “कबड्डी” में है"))
    reader.press("U")
    #expect(reader.effects.contains(.changeTag(.split("खेती", of: "कबड्डी"))))
    reader.answers = false
    reader.press("t")
    reader.answerWaiting()
    reader.answers = false
    reader.press("right")
    guard case .picker(let open) = reader.state.prompt, case .tagPage(let name) = open.kind else {
      Issue.record("the page is open")
      return
    }
    var page = TagPage(tag: TagCount(name: name, count: 2))
    page.spellings = [TagCount(name: name, count: 1), TagCount(name: "दूसरी वर्तनी", count: 1)]
    reader.send(.tagPageLoaded(name, page))
    reader.press("दूसरी", "^d")
    #expect(reader.effects.contains(.changeTag(.split("दूसरी वर्तनी", of: name))))
    reader.press("U")
    #expect(reader.effects.contains(.changeTag(.merge("दूसरी वर्तनी", into: name))))
  }

  @Test("Space goes from and to or to not, in words; the title bar says how tags combine")
  func combining() {
    var reader = HeadlessReader(columns: 120)
    reader.press("t", "space")
    #expect(reader.screen.contains("और #खेती"))
    reader.press("space")
    #expect(reader.screen.contains("या #खेती"))
    reader.press("down", "space", "space", "enter")
    #expect(reader.title.contains("#खेती या #"))
    #expect(reader.state.headlines.totalCount == 3 || reader.state.headlines.totalCount == 2)
    reader.press("esc")
    #expect(reader.state.headlines.totalCount == 3 && !reader.title.contains("×"))
    reader.press("t", "space", "space", "space")
    #expect(reader.screen.contains("नहीं #खेती"))
    reader.press("enter")
    #expect(reader.title.contains("−#खेती ×"))
    #expect(reader.state.headlines.rows.map(\.id.rawValue) == ["कबड्डी"])
    reader.press("t", "space", "enter")
    #expect(reader.state.headlines.totalCount == 3, "chosen off")
  }

  @Test("a page that comes late, or of a tag that is gone, changes nothing else")
  func late() {
    var reader = HeadlessReader()
    reader.press("t")
    reader.send(.tagPageLoaded("खेती", nil))
    #expect(picker(reader)?.kind == .tags)
    reader.answers = false
    reader.press("right")
    reader.send(.tagPageLoaded("खेती", nil))
    #expect(reader.screen.contains("यह टैग अब यहाँ नहीं है।"))
  }

  @Test("hostile passages and spellings break nothing", arguments: [(24, 80), (15, 40), (10, 30)])
  func hostile(rows: Int, columns: Int) {
    var reader = HeadlessReader(rows: rows, columns: columns)
    reader.answers = false
    reader.press("t")
    reader.answerWaiting()
    reader.answers = false
    reader.press("right")
    var page = TagPage(tag: TagCount(name: "खेती", count: 1))
    page.spellings = [TagCount(name: "\u{1B}[2Jक", count: 1), TagCount(name: "", count: -3)]
    page.months = [TagPage.Month(year: -1, month: 99, count: -5)]
    page.occurrences = [[0..<3, 1..<400], [], [3..<6], [900..<901]].map { hits in
      TagPage.Occurrence(
        story: ArticleID(rawValue: "x"), title: "\u{202E}उल्टा\u{7}", date: Desk.now,
        passage: Passage(text: "कि\u{1B}ताब" + String(repeating: "शब्द ", count: 200), hits: hits))
    }
    reader.send(.tagPageLoaded("खेती", page))
    reader.press("end", "home", "pgdn")
    #expect(!reader.screen.contains("\u{1B}") && !reader.screen.contains("\u{7}"))
  }

  @Test("in Latin letters the page is too")
  func roman() {
    var reader = HeadlessReader(rows: 30, columns: 110, settings: ReaderSettings(script: .roman))
    reader.press("t", "right")
    #expect(reader.marked(.pickerHit).contains("khetī"))
    #expect(!reader.screen.unicodeScalars.contains { (0x900...0x97F).contains($0.value) })
  }
}
