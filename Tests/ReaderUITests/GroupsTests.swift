import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Stories of one event, stories that are not here, tags of one's own")
struct GroupsTests {
  private func picker(_ reader: HeadlessReader) -> PickerState? {
    if case .picker(let picker) = reader.state.prompt { picker } else { nil }
  }

  private func headline(_ id: String, _ title: String, hour: Int, source: String = "गाँव दर्पण") -> Headline {
    Headline(id: ArticleID(rawValue: id), title: title, source: source, date: Desk.stamp(2026, 11, 23, hour, 0))
  }

  @Test("= asks for one row an event, keeps the choice, and a row says how many papers tell it")
  func grouped() throws {
    var reader = HeadlessReader()
    reader.answers = false
    reader.press("=")
    #expect(reader.effects.contains(.saveGrouped(true)))
    let asked = reader.effects.reversed().compactMap { effect in
      if case .loadHeadlines(let request) = effect { request } else { nil }
    }
    let request = try #require(asked.first)
    #expect(request.query.isGrouped)
    var row = headline("x", "बाँध का पानी छोड़ा", hour: 8)
    row.paperCount = 3
    reader.send(
      .headlinesLoaded(
        request, HeadlinePage(query: request.query, start: 0, rows: [row], totalCount: 1, unreadCount: 1)))
    #expect(reader.screen.contains("3 अख़बार · गाँव दर्पण"))
    reader.press("=")
    #expect(reader.effects.contains(.saveGrouped(false)))
    #expect(HeadlessReader(settings: ReaderSettings(isGrouped: true)).state.headlines.query.isGrouped)
  }

  @Test("V lists an event's stories, oldest first, with agency, relation and what was added; Enter opens that version")
  func timeline() {
    var reader = HeadlessReader(rows: 30, columns: 100)
    reader.press("V")
    let id = ArticleID(rawValue: "नदी")
    #expect(reader.effects.last == .loadGroup(id))
    let group = StoryGroup(
      members: [
        StoryGroup.Member(headline: headline("मेड़", "पहला पाठ", hour: 6), relation: .first, agency: "पीटीआई-भाषा"),
        StoryGroup.Member(
          headline: headline("नदी", "दूसरा पाठ", hour: 8, source: "चौपाल"), relation: .retold,
          added: ["पंचायत ने जुर्माना तय किया।"]),
      ], paperCount: 2)
    reader.send(.groupLoaded(id, group))
    #expect(
      picker(reader)?.items.map(\.label) == [
        "गाँव दर्पण · पहला पाठ", "  23 नवंबर 2026, 6:00\u{A0}सुबह · पीटीआई-भाषा · सबसे पहले", "चौपाल · दूसरा पाठ",
        "  23 नवंबर 2026, 8:00\u{A0}सुबह · अपने शब्दों में", "  + पंचायत ने जुर्माना तय किया।",
      ])
    #expect(picker(reader)?.selected?.label == "चौपाल · दूसरा पाठ", "the one that is on the screen")
    #expect(reader.screen.contains("2 अख़बार"))
    reader.press("up", "enter")
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
  }

  @Test("Enter on a sentence that a version added opens that version there, with the sentence marked")
  func sentences() {
    var reader = HeadlessReader(rows: 24, columns: 100, stories: Desk.many(3))
    let sentence = "अनुच्छेद 20: यहाँ लिखी पंक्तियाँ पन्ने को लंबा बनाती हैं ताकि वह खिसके।"
    let members = [
      StoryGroup.Member(headline: headline("s0", "पहला", hour: 6), relation: .first),
      StoryGroup.Member(headline: headline("s1", "दूसरा", hour: 8), relation: .retold, added: [sentence]),
    ]
    reader.press("V")
    reader.send(.groupLoaded(ArticleID(rawValue: "s0"), StoryGroup(members: members, paperCount: 2)))
    for columns in [40, 30, 140, 100] {
      reader.resize(rows: 24, columns: columns)
      guard let picker = picker(reader) else { return }
      let room = PickerLayout(size: Size(rows: 24, columns: columns), picker: picker).textColumns
      let model = reader.state.settings.widthModel
      let lines = picker.items.filter { $0.label.hasPrefix("  + ") || $0.label.hasPrefix("    ") }
      #expect(lines.allSatisfy { model.columns(of: $0.label) <= room }, "\(columns) columns")
      let parts = lines.map { $0.label.dropFirst(4) }.joined(separator: " ")
      #expect(parts == sentence, "whole at \(columns) columns")
    }
    reader.press("end", "enter")
    #expect(reader.state.body.story?.id.rawValue == "s1")
    #expect(reader.marked(.hitCurrent).joined().contains("अनुच्छेद 20"))
  }

  @Test("a story alone says so, and a late answer opens nothing")
  func alone() {
    var reader = HeadlessReader()
    reader.press("V")
    let id = ArticleID(rawValue: "नदी")
    reader.send(.groupLoaded(id, nil))
    #expect(reader.state.prompt == nil)
    #expect(reader.status.contains("और किसी ने नहीं दी"))
    reader.send(.groupLoaded(id, StoryGroup(members: [], paperCount: 0)))
    #expect(reader.state.prompt == nil)
  }

  @Test("w lists what is most pointed at; Enter offers to look for it", arguments: [(24, 80), (15, 40), (10, 30)])
  func wanted(rows: Int, columns: Int) {
    var reader = HeadlessReader(rows: rows, columns: columns)
    reader.press("w")
    #expect(reader.effects.last == .loadWanted)
    reader.send(
      .wantedLoaded([
        WantedStory(title: "बावड़ियों की सफ़ाई", section: "भारत", pointingCount: 12, pointedAtBy: ArticleID(rawValue: "नदी")),
        WantedStory(title: "\u{1B}[2J", pointingCount: -1, pointedAtBy: ArticleID(rawValue: "")),
      ]))
    #expect(reader.screen.contains("बावड़ियों"))
    #expect(!reader.screen.contains("\u{1B}"))
    reader.press("enter")
    #expect(picker(reader)?.kind == .similarTitles("बावड़ियों की सफ़ाई"))
  }

  @Test("# puts a tag on the story, and takes off one that it has, in any spelling")
  func ownTag() {
    var reader = HeadlessReader()
    reader.press("enter", "#")
    #expect(reader.status.contains("टैग जोड़ें"))
    reader.press("# मेरा", "enter")
    let id = ArticleID(rawValue: "नदी")
    #expect(reader.effects.contains(.addTag("मेरा", id)))
    #expect(reader.state.body.story?.article.tags.contains("मेरा") == true)
    reader.press("#", "खेती", "enter")
    #expect(reader.effects.contains(.removeTag("खेती", id)))
    reader.press("U")
    #expect(reader.effects.contains(.addTag("खेती", id)))
    reader.press("U")
    #expect(reader.effects.contains(.removeTag("मेरा", id)))
    #expect(Set(reader.stories[0].article.tags) == ["जल संरक्षण", "खेती"])
    let count = reader.effects.count
    reader.press("#", "  ", "enter", "#", "esc", "#", "backspace")
    #expect(reader.effects.count == count)
    #expect(reader.state.prompt == nil)
  }
}
