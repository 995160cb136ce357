import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

/// What the page tells those who do not see its lines or its colours.
@Suite("For every eye and finger")
struct AccessTests {
  private func settings(_ change: (inout ReaderSettings) -> Void) -> ReaderSettings {
    var settings = ReaderSettings()
    change(&settings)
    return settings
  }

  private func text(at place: Position, in reader: HeadlessReader) -> String {
    let buffer = reader.frame.buffer
    return (place.column..<reader.state.size.columns).map { buffer[row: place.row, column: $0].text }.joined()
  }

  @Test(
    "without box drawing there is none on any page, and the panes are told by words",
    arguments: [FrameStyle.none, .ascii],
    [Size(rows: 40, columns: 160), Size(rows: 24, columns: 80), Size(rows: 15, columns: 40)])
  func frames(style: FrameStyle, size: Size) {
    var reader = HeadlessReader(rows: size.rows, columns: size.columns, settings: settings { $0.frames = style })
    for keys in [[], ["enter"], ["t"], ["esc", "?"], ["esc", "F"], ["esc", "tab"]] as [[String]] {
      for key in keys { reader.press(key) }
      let drawn = reader.screen.unicodeScalars.filter { (0x2500...0x259F).contains($0.value) }
      #expect(drawn.isEmpty, "\(keys)")
    }
    #expect(reader.screen.contains("सुर्खियाँ") || reader.screen.contains("लेख"))
  }

  @Test("a page without frames, as it is")
  func framesNone() {
    let reader = HeadlessReader(rows: 12, columns: 80, settings: settings { $0.frames = .none })
    let rows = reader.rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(rows[1].hasPrefix("> सुर्खियाँ"))
    #expect(rows[1].contains("मुख्य बातें"))
    #expect(rows[2].hasPrefix(">● नदी किनारे बसे गाँवों ने"))
    #expect(rows[3].hasPrefix("   "), "the sign of the selection is said once")
    #expect(reader.rows[2].contains("• तालाबों"))
    #expect(reader.rows.contains { $0.contains("लेख") && !$0.contains("─") })
  }

  @Test("a page in ASCII, as it is")
  func framesASCII() {
    let reader = HeadlessReader(rows: 12, columns: 80, settings: settings { $0.frames = .ascii })
    #expect(reader.rows[1].hasPrefix("> सुर्खियाँ -"))
    #expect(reader.rows[1].contains("+"))
    #expect(reader.frame.buffer[row: 2, column: 32].text == "|")
  }

  @Test(
    "the cursor stands at the beginning of the selected headline, of the selected highlight and of the text that is read"
  )
  func cursor() {
    for size in MouseTests.sizes {
      var reader = HeadlessReader(rows: size.rows, columns: size.columns)
      #expect(text(at: reader.frame.cursor, in: reader).hasPrefix("नदी"))
      #expect(!reader.frame.isCursorVisible)
      reader.press("j")
      #expect(text(at: reader.frame.cursor, in: reader).hasPrefix("मिट्टी"))
      reader.press("enter")
      #expect(text(at: reader.frame.cursor, in: reader).hasPrefix("मिट्टी"))
    }
  }

  @Test("it goes to what is marked in the story")
  func cursorAtMark() {
    var reader = HeadlessReader(rows: 40, columns: 120)
    reader.press("enter", "/", "श्रमदान", "enter")
    #expect(text(at: reader.frame.cursor, in: reader).hasPrefix("श्रमदान"))
  }

  @Test("in a line that is typed in it stands after what was typed, and is seen; a selection that is moved has it")
  func cursorInPrompts() {
    var reader = HeadlessReader(rows: 24, columns: 80)
    reader.press("t")
    #expect(reader.frame.isCursorVisible)
    reader.press("खे")
    let typed = reader.frame.cursor
    #expect(reader.frame.isCursorVisible)
    #expect(reader.rows[typed.row].contains("› खे"))
    reader.press("backspace", "backspace", "down")
    #expect(text(at: reader.frame.cursor, in: reader).hasPrefix("#"))
    #expect(!reader.frame.isCursorVisible)
    reader.press("esc", "/", "पानी")
    #expect(reader.frame.cursor.row == 22)
    #expect(reader.frame.isCursorVisible)
  }

  @Test("who wants to see the cursor sees it everywhere")
  func visibleCursor() {
    let reader = HeadlessReader(settings: settings { $0.showsCursor = true })
    #expect(reader.frame.isCursorVisible)
  }

  /// Text and attributes of each cell that is not plain, as a screen without colours shows it.
  private func colourless(_ reader: HeadlessReader, _ row: Int, _ columns: Range<Int>) -> [String] {
    let frame = reader.frame
    let page = frame.theme.style(for: .page)
    return columns.map { column in
      let cell = frame.buffer[row: row, column: column]
      let style = frame.theme.style(for: cell.role)
      return "\(cell.text) \(style.attributes.rawValue) \(style.background != page.background)"
    }
  }

  @Test("read and unread, selected and not, focused and not differ without colours")
  func withoutColours() {
    var unread = HeadlessReader(rows: 24, columns: 80)
    var read = unread
    read.press("u")
    #expect(colourless(unread, 2, 0..<32) != colourless(read, 2, 0..<32))
    let selected = colourless(unread, 2, 0..<32)
    unread.press("j")
    #expect(colourless(unread, 2, 0..<32) != selected)
    let focused = colourless(unread, 1, 0..<32)
    unread.press("tab")
    #expect(colourless(unread, 1, 0..<32) != focused)
  }

  @Test("a link and what is found differ from the text around them without colours")
  func marksWithoutColours() {
    let theme = Theme.compiledIn
    let look = { (role: StyleRole) in
      let style = theme.style(for: role)
      return "\(style.attributes.rawValue) \(style.background != theme.style(for: .page).background)"
    }
    for (role, other) in [
      (StyleRole.link, StyleRole.body), (.hit, .body), (.hitCurrent, .hit), (.hitCurrent, .body), (.error, .message),
      (.pickerSelected, .page), (.pickerHit, .picker), (.pickerSelectedHit, .pickerSelected), (.statusKey, .status),
      (.headlineUnread, .headline), (.headlineSelected, .headline), (.frameFocused, .frameTitle),
      (.pickerTrouble, .picker), (.subheading, .body), (.tableHeader, .table),
    ] { #expect(look(role) != look(other), "\(role.rawValue) and \(other.rawValue)") }
  }

  @Test("an error says so with a sign too")
  func errors() {
    var reader = HeadlessReader(rows: 24, columns: 80)
    reader.send(.failed("डिस्क भरी हुई है।"))
    #expect(reader.status.contains("! डिस्क भरी हुई है।"))
  }
}

@Suite("The linear page")
struct LinearTests {
  private func linear(_ rows: Int, _ columns: Int, stories: [Story] = Desk.stories) -> HeadlessReader {
    var settings = ReaderSettings()
    settings.page.arrangement = .linear
    return HeadlessReader(rows: rows, columns: columns, stories: stories, settings: settings)
  }

  private func trimmed(_ row: String) -> String { String(row.reversed().drop { $0 == " " }.reversed()) }

  @Test("on one row a headline is read in pieces, and then comes the next", arguments: [20, 40, 80])
  func oneRow(columns: Int) {
    var reader = linear(1, columns)
    #expect(reader.rows[0].hasPrefix("1/3 ● नदी"))
    var told = ""
    while reader.state.headlines.selectedIndex == 0 {
      told += reader.rows[0].replacing("↓", with: " ") + " "
      #expect(reader.frame.cursor == Position(row: 0, column: 0))
      reader.press("space")
    }
    let words = told.split(separator: " ").joined(separator: " ")
    #expect(words.contains("1/3 ● नदी किनारे बसे गाँवों ने पानी बचाने का पुराना तरीका फिर अपनाया · भारत · गाँव दर्पण"))
    #expect(reader.rows[0].hasPrefix("2/3 ● मिट्टी"))
    reader.press("b")
    #expect(reader.state.headlines.selectedIndex == 0)
    #expect(!reader.rows[0].hasPrefix("1/3"), "back to the end of the one before")
    reader.press("j", "k")
    #expect(reader.rows[0].hasPrefix("1/3"))
  }

  @Test(
    "the story is read by phrases, without a word lost or an empty row",
    arguments: [(1, 40), (1, 80), (3, 40), (2, 12)])
  func story(rows: Int, columns: Int) {
    var reader = linear(rows, columns)
    reader.press("enter")
    let count = reader.state.layout.body.rows
    var told: [String] = []
    var last = -1
    while reader.state.body.topLine != last {
      last = reader.state.body.topLine
      let seen = told.count - last
      told += reader.rows.prefix(count).dropFirst(max(0, seen)).map(trimmed)
      reader.press("space")
    }
    #expect(told.allSatisfy { !$0.isEmpty })
    let words = told.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let text = "बरसात थमते ही गाँव के लोग फावड़े लेकर तालाब पर पहुँच जाते हैं। हिन्दी पट्टी के इस इलाके में पानी का संकट नया नहीं है।"
    #expect(words.contains(text))
    #expect(words.contains("1 खेती सूखे खेतों"))
  }

  @Test("a line ends where a phrase does, when the next one does not fit")
  func phrases() {
    var stories = Desk.stories
    stories[0].article.body = ArticleBody(paragraphs: ["बादल छाए, हवा चली, पर पानी नहीं बरसा। किसान आसमान देखते रहे।"])
    var reader = linear(1, 34, stories: stories)
    reader.press("enter")
    let lines = reader.state.body.layout.lines.map(\.text.text)
    #expect(lines.contains("बादल छाए, हवा चली,"))
    #expect(lines.contains("पर पानी नहीं बरसा।"))
    #expect(lines.contains("किसान आसमान देखते रहे।"))
  }

  @Test("highlights, pickers, prompts and messages are there on one row")
  func prompts() {
    var reader = linear(1, 40)
    reader.press("tab")
    #expect(reader.state.focus != .headlines)
    reader.press("esc", "backspace", "esc")
    while reader.state.focus != .headlines { reader.press("tab") }
    reader.press("t")
    #expect(reader.rows[0].hasPrefix("टैग › 1/3 #"))
    reader.press("down")
    #expect(reader.rows[0].hasPrefix("2/3 #"))
    #expect(reader.frame.cursor == Position(row: 0, column: 0))
    reader.press("enter")
    #expect(reader.state.headlines.query.tags.count == 1)
    reader.press("/", "पानी")
    #expect(reader.rows[0].contains("खोजें: पानी"))
    #expect(reader.frame.cursor.column > 5)
    reader.press("esc", "s")
    #expect(reader.rows[0].contains("★ तारा"), "a message, until the next key")
    reader.press("j")
    #expect(!reader.rows[0].contains("तारा लगाया"))
  }

  @Test("what stands around a line is told with it: what precedes the first one, and the list's facts as configured")
  func around() {
    var settings = ReaderSettings()
    settings.page.arrangement = .linear
    settings.list.facts = [.source]
    var reader = HeadlessReader(rows: 4, columns: 200, settings: settings)
    #expect(reader.rows[0].contains(" · गाँव दर्पण"))
    #expect(!reader.rows[0].contains("भारत"))
    reader.press("W")
    let words = reader.rows.prefix(3).joined(separator: " ")
    #expect(words.contains(Phrases(.hindi)(.welcomeGreeting)), "\(words)")
    #expect(words.contains("1/3 हिन्दी") || words.contains("1/3 हिंदी"), "\(words)")
    reader.press("down")
    #expect(reader.rows[0].hasPrefix("2/3 मराठी"), "\(reader.rows[0])")
  }

  @Test("it can be asked for on a large screen, with a status row below")
  func large() {
    var reader = linear(24, 80)
    #expect(reader.rows[0].hasPrefix("1/3 ● नदी"))
    #expect(reader.status.contains("? मदद"))
    #expect(reader.rows[1...22].contains { $0.contains("मिट्टी") } == false, "one headline at a time")
    #expect(reader.frame.isCursorVisible)
    reader.press("enter")
    #expect(reader.rows[0].hasPrefix("नदी किनारे"))
  }

  @Test("of any size, with any keys, there is a page")
  func anySize() {
    for rows in 0...4 {
      for columns in 0...14 {
        var reader = HeadlessReader(rows: rows, columns: columns)
        reader.press(
          "j", "space", "enter", "space", "j", "tab", "t", "क", "down", "esc", "/", "क", "enter", "esc", "?", "pgdn")
        #expect(reader.rows.count == rows)
      }
    }
  }
}
