import Ingestion
import NewsModel
import NewsStore
import ReaderUI
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// Search, lists, rules and tags in the reader, from the key to the store and back to the screen.
@Suite("Finding and filing on a real store", .inBackground)
struct FindingInReaderTests {
  private func store() async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    let importer = PageImporter(store: store)
    _ = await importer.importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
    let other = Page.text.replacing(
      "गाँव की पाठशाला में हर शनिवार लगती है किताबों की हाट", with: "चलता-फिरता पुस्तकालय पहुँचा पहाड़ के आख़िरी गाँव तक"
    ).replacing("शनिवार की सुबह पाठशाला के आँगन में दरियाँ", with: "खच्चर की पीठ पर किताबें और दरियाँ")
    _ = await importer.importPage(Page.bytes(other), named: "पुस्तकालय.txt", now: .fixed)
    return store
  }

  private func reader(_ store: ArticleStore) async throws -> RunningReader {
    let reader = try RunningReader(
      editions: Editions(own: store), rows: 30, columns: 120, settings: ReaderSettings(refreshMinutes: nil))
    try await reader.idle()
    return reader
  }

  @Test("what is typed is found in the text, opened at its passage, and kept as a list that comes back")
  func searching() async throws {
    let store = try await store()
    let reader = try await reader(store)
    try await reader.press("/", "खच्चर")
    #expect(reader.program.state.headlines.rows.map(\.title).first?.hasPrefix("चलता-फिरता") == true)
    #expect(reader.program.state.headlines.found?.totalCount == 1)
    try await reader.press("enter", "enter")
    #expect(reader.program.state.body.find?.hits.isEmpty == false)
    try await reader.press("backspace", "+", "enter", "esc", "m", "enter")
    #expect(reader.terminal.screen.contains("खच्चर ×"))
    #expect(reader.program.state.headlines.totalCount == 1)
    #expect(try await store.savedQueries(now: .fixed).map(\.text) == ["खच्चर"])
    #expect(try await store.setting(Launch.recentSearchesSetting) == "खच्चर")
  }

  @Test("what cannot be understood is pointed at after Enter, and the line stays")
  func trouble() async throws {
    let reader = try await reader(store())
    try await reader.press("/", "tag:")
    #expect(!reader.terminal.screen.contains("^^"))
    try await reader.press("enter")
    #expect(reader.terminal.screen.contains("^^^^"))
    #expect(reader.program.state.prompt != nil)
  }

  @Test("a rule hides what it finds, says so on the hidden story, and U shows it again")
  func muting() async throws {
    let reader = try await reader(store())
    #expect(reader.program.state.headlines.totalCount == 2)
    try await reader.press("-")
    #expect(reader.terminal.screen.contains("पहले / से खोजें"))
    try await reader.press("/", "खच्चर", "enter", "-", "enter", "esc")
    #expect(reader.program.state.headlines.totalCount == 1)
    try await reader.press("M")
    #expect(reader.program.state.headlines.totalCount == 2)
    let hidden = try #require(reader.program.state.headlines.rows.firstIndex { $0.isMuted })
    if hidden != reader.program.state.headlines.selectedIndex { try await reader.press(hidden == 0 ? "k" : "j") }
    try await reader.press("m")
    #expect(reader.terminal.screen.contains("यह ख़बर इस नियम से छिपी है"))
    reader.terminal.send(.key(.control("d")))
    try await reader.idle()
    try await reader.press("esc", "M")
    #expect(reader.program.state.headlines.totalCount == 2, "nothing hides it any more")
    try await reader.press("U")
    #expect(reader.program.state.headlines.totalCount == 1, "it does again")
  }

  @Test("tags are added, renamed and merged, and U takes each back")
  func tags() async throws {
    let store = try await store()
    let reader = try await reader(store)
    try await reader.press("#", "मेरा", "enter")
    let id = try #require(reader.program.state.currentStoryID)
    #expect(try await store.story(id)?.article.tags.contains("मेरा") == true)
    try await reader.press("U")
    #expect(try await store.story(id)?.article.tags.contains("मेरा") == false)
    let before = Set(try await store.tags().map(\.name))
    #expect(before.contains("शिक्षा"))
    try await reader.press("t", "शिक्षा")
    reader.terminal.send(.key(.right))
    try await reader.idle()
    #expect(reader.terminal.screen.contains("ख़बरें: 2"))
    reader.terminal.send(.key(.control("r")))
    try await reader.idle()
    try await reader.press("-दीक्षा", "enter")
    #expect(try await store.tags().map(\.name).contains("शिक्षा-दीक्षा"))
    try await reader.press("U")
    #expect(Set(try await store.tags().map(\.name)) == before)
    try await reader.press("t", "शिक्षा")
    reader.terminal.send(.key(.right))
    try await reader.idle()
    reader.terminal.send(.key(.control("g")))
    try await reader.idle()
    try await reader.press("पुस्तकें", "enter")
    #expect(try await store.tags().map(\.name).contains("शिक्षा") == false)
    try await reader.press("U")
    #expect(Set(try await store.tags().map(\.name)) == before)
  }

  @Test("grouping is kept for the next time, and what is wanted most leads to a story that points to it")
  func groups() async throws {
    let store = try await store()
    let reader = try await reader(store)
    try await reader.press("=")
    #expect(try await store.setting(Launch.groupedSetting) == "yes")
    try await reader.press("w")
    #expect(reader.terminal.screen.contains("◌ साइकिल पर निकली") || reader.terminal.screen.contains("◌"))
    try await reader.press("esc", "V", "esc")
    #expect(reader.program.state.prompt == nil)
  }
}
