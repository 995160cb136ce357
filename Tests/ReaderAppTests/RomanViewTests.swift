import CellText
import ReaderUI
import TestSupport
import Testing

import NewsStore
@testable import ReaderApp

@Suite("The Latin view of the sample edition")
struct RomanViewTests {
  @Test("no Devanagari is left on the screen in any story, list, picker or message, under any width model")
  func everyStory() async throws {
    try await withStorePath { path in try await walk(Editions.open(path: path, sampleFolders: [Checkout.sampleFolder]))
    }
  }

  private func walk(_ editions: Editions) async throws {
    for (name, model) in WidthModel.named {
      let reader = try RunningReader(
        editions: editions, rows: 60, columns: 170,
        settings: ReaderSettings(widthModel: model, script: .roman))
      try await reader.idle()
      func check(_ place: String) {
        let left = reader.terminal.rows.filter { $0.unicodeScalars.contains { (0x0900...0x097F).contains($0.value) } }
        #expect(left.isEmpty, "\(name), \(place)")
      }
      check("start")
      // The letters are the same under every model: one of them goes through all stories.
      for index in 1...(model == .spacingMarks ? 26 : 2) {
        try await reader.press("enter")
        check("story \(index)")
        try await reader.press("G")
        check("end of story \(index)")
        try await reader.press("backspace", "j")
      }
      for key in ["t", "r", "T", "?"] {
        try await reader.press(key)
        check("picker \(key)")
        try await reader.press("esc")
      }
    }
  }

  @Test("the letters and digits chosen in the reader are kept, and the command line stands before them")
  func kept() async throws {
    try await withStorePath { path in
      try await choose(Editions.open(path: path, sampleFolders: [Checkout.sampleFolder]))
    }
  }

  private func choose(_ editions: Editions) async throws {
    let reader = try RunningReader(editions: editions)
    try await reader.idle()
    try await reader.press("D", "K", "K")
    let paths = Paths()
    func choices(_ words: [String], _ configuration: Configuration = Configuration()) async throws -> ReaderSettings {
      let runner = CommandRunner(
        arguments: try Arguments(words), configuration: configuration, paths: paths, now: .fixed)
      var settings = try runner.settings()
      Launch.takeChoices(into: &settings, runner, try await editions.own.settings())
      return settings
    }
    #expect(try await choices([]).script == .roman)
    #expect(try await choices([]).storyDigits == .devanagari)
    #expect(try await choices(["--view", "devanagari"]).script == .devanagari)
    try await reader.press("K", "D", "D")
    var configuration = Configuration()
    configuration.view = .roman
    #expect(try await choices([], configuration).script == .roman, "the file was changed after the choice")
    try await KeptChoice.view.keep(
      ScriptStyle.devanagari.rawValue, in: editions.own, configuration: configuration)
    #expect(try await choices([], configuration).script == .devanagari, "chosen last")
    #expect(try await choices([], configuration).storyDigits == nil)
  }
}
