import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("The first minute")
struct WelcomeTests {
  private func newReader(rows: Int = 24, columns: Int = 80) -> HeadlessReader {
    HeadlessReader(
      rows: rows, columns: columns, settings: ReaderSettings(refreshMinutes: nil, offersCatalogue: true),
      edition: .sample, subscriptions: [])
  }

  private func kind(_ reader: HeadlessReader) -> PickerState.Kind? {
    if case .picker(let picker) = reader.state.prompt { picker.kind } else { nil }
  }

  @Test("greets over a page that can be read already, asks for language, feeds, theme and letters, and never again")
  func steps() {
    var reader = newReader()
    #expect(reader.effects.contains(.saveCatalogueOffered))
    #expect(reader.screen.contains("ख़बर में आपका स्वागत है") && reader.screen.contains("नमस्ते · 1/4"))
    #expect(reader.screen.contains("नदी किनारे"), "the sample is behind it")
    reader.press("down", "enter")
    #expect(reader.effects.contains(.saveLanguage(.marathi)) && reader.state.settings.language == .marathi)
    #expect(kind(reader) == .catalogue)
    reader.press("esc")
    #expect(kind(reader) == .themes)
    reader.press("काग़ज़", "enter")
    #expect(reader.effects.contains(.saveTheme("काग़ज़")))
    #expect(kind(reader) == .letters && reader.screen.contains("अक्षरे · 4/4"))
    #expect(reader.screen.contains("क्षत्रिय स्त्री श्रृंगार"))
    reader.press("enter")
    #expect(reader.state.prompt == nil && reader.state.settings.script == .devanagari)
    reader.send(.subscriptionsLoaded([]))
    #expect(reader.state.prompt == nil, "once")
  }

  @Test("each step can be skipped, and the last one turns to Latin letters")
  func skipping() {
    var reader = newReader()
    reader.press("esc", "esc", "esc")
    #expect(reader.state.theme == .compiledIn && kind(reader) == .letters)
    reader.press("down")
    #expect(reader.screen.contains("khabar doctor"))
    reader.press("enter")
    #expect(reader.state.settings.script == .roman && reader.effects.contains(.saveScript(.roman)))
    var other = newReader()
    other.press("esc", "esc", "esc", "esc")
    #expect(other.state.prompt == nil && other.state.settings.language == .hindi)
    #expect(!other.effects.contains { if case .saveLanguage = $0 { true } else { false } })
  }

  @Test("W asks again, from the start, with what holds selected; it fits where there is little room")
  func again() {
    for (rows, columns) in [(24, 80), (20, 40), (12, 40), (10, 30)] {
      var reader = HeadlessReader(rows: rows, columns: columns, settings: ReaderSettings(language: .english))
      reader.press("W")
      #expect(reader.screen.contains("English"), "\(rows)×\(columns)")
      if rows > 12 { #expect(reader.screen.contains("Enter takes, Esc skips.")) }
      reader.press("enter")
      #expect(reader.state.settings.language == .english)
      reader.press("esc", "esc")
      #expect(reader.screen.contains("Yes, all is well"), "\(rows)×\(columns)")
      if rows > 12 { #expect(reader.screen.contains("Is the right edge straight?")) }
    }
  }

  @Test(
    "a locale's language is taken by its name",
    arguments: [
      ("mr_IN.UTF-8", UILanguage.marathi), ("hi", .hindi), ("en_IN", .english), ("C.UTF-8", nil), ("de_DE", nil),
      ("", nil),
    ])
  func locale(name: String, language: UILanguage?) {
    #expect(UILanguage(locale: name) == language)
  }
}
