import CellText
import Ingestion
import NewsModel
import NewsStore
import Screen
import TestSupport
import Testing

@testable import ReaderApp
@testable import ReaderUI

@Suite("Stories laid out by and by")
struct LayoutByAndByTests {
  @Test("each sample story has the same lines, wherever its layout begins")
  func samples() async throws {
    let store = try await SampleEdition(folders: [Checkout.sampleFolder]).store()
    let rows = try await store.headlines(HeadlineQuery(), start: 0, limit: 100).rows
    try #require(rows.count >= 26)
    var random = FixedRandom(26)
    for row in rows {
      let story = try #require(try await store.story(row.id))
      for columns in [1, 12, 30, 58, 70] {
        for (_, model) in WidthModel.named.prefix(columns > 50 ? 8 : 1) {
          let settings = ReaderSettings(widthModel: model)
          var whole = BodyLayout(story: story, columns: columns, settings: settings)
          whole.layOutAll()
          var lazy = BodyLayout(story: story, columns: columns, settings: settings)
          var line = lazy.layOut(around: Int.random(in: 0...lazy.lineCount, using: &random), rowCount: 3)
          let seen = lazy.line(at: line)
          while !lazy.isComplete { line = lazy.layOutNext(utf8Count: 1, keeping: line) }
          #expect(lazy.lines == whole.lines && lazy.line(at: line) == seen, "\(row.title), \(columns) columns")
        }
      }
    }
  }

  @Test("while a long story is laid out, keys are taken and the screen is drawn between the slices")
  func slices() async throws {
    let store = try ArticleStore.inMemory()
    let paragraphs = (0..<2000).map { "अनुच्छेद \($0): गाँव की चौपाल पर आज पानी, बीज और स्कूल की छत की बात हुई; सबने अपनी बात रखी।" }
    let article = Article.fixture("बहुत लंबी रपट", paragraphs: paragraphs)
    _ = try await store.save([article], from: .fixture, now: .fixed)
    let reader = try RunningReader(editions: Editions(own: store))
    try await reader.until("the list is there") { reader.program.state.body.story != nil }
    reader.terminal.send(.key(.enter))
    try await reader.until("the story is open") { reader.program.state.body.isOpened }
    // By now some slices may be done, or all; what opening itself does is seen without the clock.
    let story = try #require(reader.program.state.body.story)
    var opened = BodyLayout(story: story, columns: 58, settings: ReaderSettings())
    _ = opened.layOut(around: 0, rowCount: 24)
    let isComplete = opened.isComplete
    #expect(!isComplete, "the first screen does not wait for the last line")
    #expect(reader.terminal.screen.contains("बहुत लंबी रपट"))
    reader.terminal.send(.key(.scalar("j")))
    try await reader.until("the key is taken") { reader.program.state.body.topLine == 1 }
    try await reader.idle()
    #expect(reader.program.state.body.layout.isComplete)
    #expect(reader.program.state.body.topLine == 1)
    try await reader.press("G")
    #expect(reader.terminal.screen.contains("अनुच्छेद 1999"))
  }
}
