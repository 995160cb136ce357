import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Smart lists and mute rules")
struct SavedQueriesTests {
  private static let queries = [
    SavedQuery(id: 1, name: "मेरा गाँव", text: "tag:खेती OR पानी", use: .list, storyCount: 1_234, unreadCount: 7),
    SavedQuery(id: 2, name: "क्रिकेट नहीं", text: "क्रिकेट", use: .mute, storyCount: 31),
    SavedQuery(id: 3, name: "टूटी", text: "\"खुला", use: .list),
  ]

  private func reader(rows: Int = 24, columns: Int = 100) -> HeadlessReader {
    var reader = HeadlessReader(rows: rows, columns: columns)
    reader.savedQueries = Self.queries
    return reader
  }

  private func picker(_ reader: HeadlessReader) -> PickerState? {
    if case .picker(let picker) = reader.state.prompt { picker } else { nil }
  }

  @Test("m shows lists and rules with counts; a taken list filters, stands in the title, and Esc takes it off")
  func lists() {
    var reader = reader()
    reader.press("m")
    #expect(reader.screen.contains("7 नई · 1,234") && reader.screen.contains("31 छिपी"))
    #expect(reader.screen.contains("छिपाने के नियम"))
    reader.press("enter")
    let filter = StoryQuery.or([.filter(.tag("खेती")), .term(StoryQuery.Term("पानी"))])
    #expect(reader.state.headlines.query.filter == filter)
    #expect(reader.title.contains("मेरा गाँव ×"))
    reader.press("esc")
    #expect(reader.state.headlines.query.filter == nil)
    #expect(!reader.title.contains("मेरा गाँव"))
  }

  @Test("a list whose text is no query says what is wrong and changes nothing")
  func broken() {
    var reader = reader()
    reader.press("m", "down", "enter")
    #expect(reader.state.headlines.query.filter == nil)
    #expect(reader.state.message?.isError == true)
  }

  @Test("a taken rule shows what it hides")
  func rule() {
    var reader = reader()
    reader.press("m", "end", "enter")
    #expect(reader.state.headlines.query.filter == .and([.filter(.muted), .term(StoryQuery.Term("क्रिकेट"))]))
  }

  @Test(
    "+ keeps a search as a list, - as a rule; an empty name is the query, and results with a rule are asked for again")
  func keeping() {
    var reader = reader()
    reader.press("+")
    #expect(reader.status.contains("पहले / से खोजें"))
    reader.press("/", "पानी", "enter", "+")
    #expect(reader.status.contains("सूची का नाम:"))
    reader.press("जल", "enter")
    #expect(reader.effects.contains(.saveQuery(SavedQuery(name: "जल", text: "पानी", use: .list))))
    #expect(reader.status.contains("सूची रखी गई: जल · 2 ख़बरें"))
    reader.press("-", "enter")
    #expect(reader.effects.contains(.saveQuery(SavedQuery(name: "पानी", text: "पानी", use: .mute))))
    #expect(
      reader.effects.last { if case .search = $0 { true } else { false } }
        == .search(SearchRequest(text: "पानी", limit: 50)))
    reader.press("-", "esc")
    #expect(reader.state.prompt == nil && reader.state.search != nil)
  }

  @Test("^S and ^X keep what is being typed; what cannot be understood is told and not kept")
  func typing() {
    var reader = reader()
    reader.press("/", "मिट्टी", "^s", "खेत", "enter")
    #expect(reader.effects.contains(.saveQuery(SavedQuery(name: "खेत", text: "मिट्टी", use: .list))))
    #expect(reader.state.search != nil, "the results are still there")
    reader.press("esc", "/", "tag:", "^x")
    #expect(reader.status.contains("^^^^") && reader.state.prompt != nil)
    #expect(!reader.savedQueries.contains { $0.text == "tag:" })
  }

  @Test("a filter by tags is kept in the query language")
  func keepingTags() {
    var reader = reader()
    reader.press("t", "खेती", "enter", "+", "enter")
    #expect(reader.savedQueries.last?.text == "tag:खेती")
  }

  @Test("^R renames, and U brings back what ^D took away, once")
  func renaming() {
    var reader = reader()
    reader.press("m", "^r", "!", "enter")
    #expect(reader.savedQueries.contains { $0.id == 1 && $0.name == "मेरा गाँव!" })
    #expect(reader.savedQueries.count == 3)
    reader.press("m", "^d", "esc", "U")
    #expect(reader.savedQueries.count == 3)
    reader.press("U")
    #expect(reader.status.contains("वापस लाने को कुछ नहीं है"))
  }

  @Test("^D takes one away and brings it back")
  func removing() {
    var reader = reader()
    reader.press("m", "^d")
    #expect(reader.effects.contains(.removeQuery(Self.queries[0])))
    #expect(picker(reader)?.selected?.isGhost == true)
    reader.press("^d")
    #expect(reader.savedQueries.contains { $0.name == "मेरा गाँव" })
    #expect(picker(reader)?.items.contains { $0.isGhost } == false)
  }

  @Test("M shows hidden stories, marked so, and m says which rule hides one")
  func why() {
    var reader = reader()
    reader.press("M")
    #expect(reader.state.headlines.query.isMutedShown)
    reader.answers = false
    reader.press("M", "M")
    let request = reader.effects.reversed().compactMap { effect in
      if case .loadHeadlines(let request) = effect { request } else { nil }
    }.first
    guard let request else { return }
    let row = Headline(id: ArticleID(rawValue: "x"), title: "क्रिकेट मैच", date: Desk.now, isMuted: true)
    reader.send(
      .headlinesLoaded(
        request, HeadlinePage(query: request.query, start: 0, rows: [row], totalCount: 1, unreadCount: 1)))
    #expect(reader.screen.contains("छिपी · अभी"))
    reader.press("m")
    #expect(reader.effects.last == .loadSavedQueries(hiding: row.id))
    reader.send(.savedQueriesLoaded(Self.queries, hiding: Self.queries[1]))
    #expect(picker(reader)?.selected?.label == "क्रिकेट नहीं")
    #expect(picker(reader)?.selected?.note == "यह ख़बर इस नियम से छिपी है: क्रिकेट")
  }

  @Test("small screens and hostile names", arguments: [(15, 40), (10, 30)])
  func small(rows: Int, columns: Int) {
    var reader = reader(rows: rows, columns: columns)
    reader.savedQueries.append(
      SavedQuery(id: 9, name: "\u{1B}[2J\u{202E}" + String(repeating: "क्ष", count: 300), text: "क", use: .list))
    reader.press("m", "end", "home", "down", "down")
    #expect(!reader.screen.contains("\u{1B}"))
    reader.press("enter")
    #expect(!reader.screen.contains("\u{1B}"))
  }
}
