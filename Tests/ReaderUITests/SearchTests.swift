import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Searching all stories", .inBackground)
struct SearchTests {
  @Test("results come while one types, with hits marked in headline and passage, and how many there are")
  func typing() {
    var reader = HeadlessReader(columns: 120)
    let body = reader.text(in: reader.state.layout.body)
    reader.press("/", "पानी")
    #expect(reader.screen.contains("सब ख़बरों में खोजें: पानी"))
    #expect(reader.state.headlines.rows.map(\.id.rawValue) == ["नदी", "मेड़"])
    #expect(reader.marked(.hit).joined().contains("पानी"))
    #expect(reader.screen.contains("खेत का पानी खेत में"), "the passage under the headline")
    #expect(reader.rows[1].contains("खोज · 2"))
    // The line lies over the last row.
    #expect(
      reader.text(in: reader.state.layout.body).dropLast() == body.dropLast(), "the story beside stays while one types")
  }

  @Test("Enter goes into the results, where j moves and the story beside follows; Esc brings the list back as it was")
  func results() {
    var stories = Desk.many(100)
    for index in [4, 40] { stories[index].article.title += " मेला" }
    var reader = HeadlessReader(stories: stories)
    reader.press("space", "j", "j")
    let before = reader.rows
    reader.press("/", "मेला", "enter")
    #expect(reader.state.prompt == nil)
    #expect(reader.state.body.story?.id.rawValue == "s4")
    reader.press("j")
    #expect(reader.state.body.story?.id.rawValue == "s40")
    #expect(reader.status.contains("2/2"))
    reader.press("esc")
    #expect(reader.rows == before)
    #expect(reader.state.search == nil)
  }

  @Test("Esc while typing brings the list back too, and the story where it was scrolled")
  func leaving() {
    var reader = HeadlessReader(columns: 120, stories: Desk.many(50))
    reader.press("j", "tab", "space", "j")
    let before = reader.rows
    reader.press("S", "संख्या 7", "esc")
    #expect(reader.rows == before)
  }

  @Test("Enter on a result opens the story at the passage with its hits marked, n goes from hit to hit")
  func opening() {
    var stories = Desk.many(3)
    stories[2].article.body.blocks[25].text = "यहाँ बावड़ी की बात है, और बावड़ियों की भी।"
    var reader = HeadlessReader(rows: 14, stories: stories)
    reader.press("/", "बावड़ी", "enter", "enter")
    #expect(reader.state.body.story?.id.rawValue == "s2")
    #expect(reader.state.focus == .body)
    #expect(reader.screen.contains("यहाँ बावड़ी की बात"))
    #expect(reader.marked(.hitCurrent) == ["बावड़ी"])
    #expect(reader.status.contains("1/"))
    reader.press("esc")
    #expect(reader.state.body.find == nil)
    #expect(reader.state.search != nil, "the first Esc takes the marks off, the next one ends the search")
    reader.press("esc")
    #expect(reader.state.search == nil)
    #expect(reader.state.body.story?.id.rawValue == "s2", "who reads goes on reading")
    #expect(reader.state.headlines.totalCount == 3)
  }

  @Test("a longer word that begins alike is no hit in the opened story")
  func wholeWords() {
    var stories = Desk.many(2)
    stories[0].article.body.blocks = [Block(kind: .paragraph, text: "परिवार पर विवाद, परसों पर फिर।")]
    stories[0].article.title = "पर"
    var reader = HeadlessReader(stories: stories)
    reader.press("/", "पर", "enter", "enter")
    #expect(!reader.marked(.hit).joined().contains("परिवार"))
    #expect(reader.state.body.find?.hits.count == 4, "the headline, two words, and one with an ending")
  }

  @Test("an answer to what was typed before the last letter is dropped")
  func lateAnswers() {
    var reader = HeadlessReader()
    reader.press("/")
    reader.answers = false
    reader.press("मि")
    let late = SearchRequest(text: "म", limit: 50, isTyping: true)
    reader.send(.found(SearchPage(request: late)))
    #expect(reader.state.headlines.found == nil)
    #expect(reader.state.headlines.totalCount == 3, "the list stands until there is something else to show")
    reader.answerWaiting()
    #expect(reader.state.headlines.rows.map(\.id.rawValue) == ["कबड्डी", "मेड़"])
  }

  @Test("half a query is not scolded: trouble is told after Enter or a pause, under the spot")
  func trouble() {
    var reader = HeadlessReader()
    reader.press("/", "जल tgs:")
    #expect(!reader.status.contains("^^"))
    let number = reader.effects.compactMap { if case .awaitPause(let number) = $0 { number } else { nil } }.last ?? 0
    reader.send(.typingPaused(number - 1))
    #expect(!reader.status.contains("^^"), "something was typed since")
    reader.send(.typingPaused(number))
    #expect(reader.status.contains("^^^^ “tgs:” नाम का कोई खाना नहीं है।"))
    let line = reader.rows[reader.state.size.rows - 2]
    let prefix = line.firstRange(of: "tgs:").map { line[..<$0.lowerBound] } ?? ""
    let model = reader.state.settings.widthModel
    let marks = reader.status.firstRange(of: "^").map { model.columns(of: reader.status[..<$0.lowerBound]) }
    #expect(marks == model.columns(of: prefix))
    reader.press("x")
    #expect(!reader.status.contains("^^"))
    reader.press("enter")
    #expect(reader.status.contains("^^^^"))
    #expect(reader.state.prompt != nil, "the line stays to be mended")
  }

  @Test("what Enter could not understand is still told when the pause after the last letter is over")
  func troubleStays() {
    var reader = HeadlessReader()
    reader.press("/", "tgs:x")
    let number = reader.effects.compactMap { if case .awaitPause(let number) = $0 { number } else { nil } }.last ?? 0
    reader.answers = false
    // The answer to the last letter never comes: that to Enter takes its place.
    reader.press("backspace", "y")
    reader.answers = true
    reader.press("enter")
    #expect(reader.status.contains("^^^^"))
    reader.send(.typingPaused(number + 2))
    #expect(reader.status.contains("^^^^"))
  }

  @Test("trouble in a query longer than the line stands under what is seen of it")
  func longTrouble() {
    var reader = HeadlessReader(rows: 12, columns: 40)
    reader.press("/", "एक बहुत ही लंबी खोज जो पंक्ति में पूरी नहीं आती \"अब", "enter")
    #expect(reader.status.contains("^"))
    #expect(reader.status.contains("बंद नहीं हुआ"))
  }

  @Test("an empty line offers earlier searches, which can be taken and forgotten")
  func recent() {
    var reader = HeadlessReader()
    reader.press("/", "पानी", "enter", "esc", "/", "कबड्डी", "enter", "esc")
    #expect(reader.effects.contains(.saveRecentSearches(["कबड्डी", "पानी"])))
    reader.press("/")
    #expect(reader.screen.contains("हाल की खोजें"))
    reader.press("down", "down", "enter")
    #expect(reader.state.headlines.found?.request.text == "पानी")
    reader.press("esc", "/", "down", "^d")
    #expect(reader.effects.last == .saveRecentSearches(["कबड्डी"]))
    reader.press("^k")
    #expect(reader.effects.last == .saveRecentSearches([]))
    #expect(!reader.screen.contains("हाल की खोजें"))
    #expect(reader.screen.contains("नदी किनारे"))
  }

  @Test("more is asked for near the end of what has come, and the selected story stays")
  func more() {
    var reader = HeadlessReader(stories: Desk.many(300))
    reader.press("/", "समाचार", "enter")
    #expect(reader.rows[1].contains("300 में से 50"))
    reader.press("G")
    #expect(reader.state.headlines.rows.count == 100)
    #expect(reader.state.headlines.selected?.id.rawValue == "s49")
    reader.send(.found(SearchPage(request: SearchRequest(text: "समाचार", limit: 100))))
    #expect(reader.state.headlines.rows.count == 100, "nobody asked for that")
  }

  @Test("how many are hidden by mute rules stands beside the count; counts are grouped as in India")
  func hidden() {
    var reader = HeadlessReader()
    reader.press("/")
    reader.answers = false
    reader.press("क")
    let request = SearchRequest(text: "क", limit: 50, isTyping: true)
    let hit = SearchHit(headline: Headline(id: ArticleID(rawValue: "x"), title: "क", date: Desk.now))
    reader.send(.found(SearchPage(request: request, hits: [hit], totalCount: 123_456, hiddenCount: 3)))
    #expect(reader.status.contains("1,23,456 में से 1 · 3 छिपी"))
  }

  @Test("what is starred and read in the results is so in the list underneath")
  func marks() {
    var reader = HeadlessReader()
    reader.press("/", "कबड्डी", "enter", "s", "u", "esc")
    #expect(reader.state.headlines.rows[1].isStarred && reader.state.headlines.rows[1].isRead)
    #expect(reader.title.contains("2 नई"))
  }

  @Test("Tab takes what is looked for in a story to all stories")
  func fromStory() {
    var reader = HeadlessReader()
    reader.press("enter", "/", "पानी", "tab")
    #expect(reader.screen.contains("सब ख़बरों में खोजें: पानी"))
    #expect(reader.state.headlines.rows.count == 2)
    reader.press("esc")
    #expect(reader.state.focus == .body)
    #expect(reader.state.body.story?.id.rawValue == "नदी")
  }

  @Test("the status bar says what / does where the keys are")
  func statusBar() {
    var reader = HeadlessReader(columns: 130)
    #expect(reader.status.contains("/ ख़बरें खोजें"))
    reader.press("tab", "tab")
    #expect(reader.status.contains("/ लेख में खोजें"))
  }

  @Test("hostile hits mark nothing and break nothing")
  func hostileHits() {
    var reader = HeadlessReader()
    reader.press("/")
    reader.answers = false
    reader.press("क")
    let title = "कि\u{1B}[2Jताब"
    let hit = SearchHit(
      headline: Headline(id: ArticleID(rawValue: "x"), title: title, date: Desk.now),
      passage: Passage(text: "कि", hits: [0..<3, 1..<400, 3..<6], blockIndex: 99), titleHits: [0..<6, 2..<9, 0..<6])
    let request = SearchRequest(text: "क", limit: 50, isTyping: true)
    reader.send(.found(SearchPage(request: request, hits: [hit], totalCount: 1)))
    #expect(!reader.screen.contains("\u{1B}"))
    #expect(reader.marked(.hit).first == "कि")
  }

  @Test("small screens have room for the line, the list and the count", arguments: [(15, 40), (10, 30)])
  func small(rows: Int, columns: Int) {
    var reader = HeadlessReader(rows: rows, columns: columns)
    reader.press("/", "पानी")
    #expect(reader.rows[rows - 2].contains("खोजें: पानी"))
    #expect(reader.screen.contains("नदी किनारे"))
    reader.press("enter", "enter")
    #expect(reader.state.focus == .body)
  }
}
