import CellText
import Testing

@Suite("A width model from what was measured")
struct WidthFitTests {
  private func samples(of model: WidthModel) -> [WidthSample] {
    WidthProbeText.all.map { WidthSample(text: $0.text, columns: model.columns(of: $0.text)) }
  }

  @Test("each known model is found again by its columns", arguments: WidthModel.named.map(\.name))
  func known(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let fit = try #require(WidthFit(samples(of: model)))
    #expect(fit.misses == [])
    #expect(fit.certain == .all)
    for text in SampleTexts.all { #expect(fit.model.columns(of: text) == model.columns(of: text), "\(text)") }
  }

  @Test("emoji sequences are told apart from the rule")
  func emoji() throws {
    var model = WidthModel.noMarks
    model.emoji.selectorWidens = true
    let fit = try #require(WidthFit(samples(of: model)))
    #expect(fit.model.rule == model.rule)
    #expect(fit.model.columns(of: "❤\u{FE0F}") == 2 && fit.model.columns(of: "👍🏽") == 4)
  }

  @Test("one odd cluster becomes an exception, and the rest is trusted")
  func exception() throws {
    var odd = samples(of: .spacingMarks)
    let index = try #require(odd.firstIndex { $0.text == "🇮🇳" })
    odd[index].columns = 4
    let fit = try #require(WidthFit(odd))
    #expect(fit.model.columns(of: "🇮🇳") == 4)
    #expect(fit.model.columns(of: "हिन्दी") == 5)
    #expect(fit.certain == .all)
  }

  @Test("text that no rule explains is not trusted")
  func unexplained() throws {
    var odd = samples(of: .noMarks)
    let index = try #require(odd.firstIndex { $0.text.hasPrefix("কি") })
    odd[index].columns += 3
    let fit = try #require(WidthFit(odd))
    #expect(fit.model.columns(of: "हिन्दी") == 3)
    #expect(fit.certain == [.devanagari, .latin, .symbols])
    #expect(fit.misses.map(\.measuredColumns) == [odd[index].columns])
    #expect(!fit.certain.covers("কি") && fit.certain.covers("क्ष") && fit.certain.covers("“") && fit.certain.covers("│"))
  }

  @Test("symbols of two columns are known one by one")
  func wideSymbols() throws {
    var odd = samples(of: .spacingMarks)
    let index = try #require(odd.firstIndex { $0.text == CertainText.symbolText })
    odd[index].columns *= 2
    let fit = try #require(WidthFit(odd))
    #expect(fit.model.columns(of: "…●") == 4)
    #expect(!fit.certain.contains(.symbols))
  }

  @Test("nothing is told from nothing, nor from a terminal that gives क no column")
  func nothing() {
    #expect(WidthFit([]) == nil)
    #expect(WidthFit([WidthSample(text: "क", columns: 0)]) == nil)
    #expect(WidthFit([WidthSample(text: "का", columns: 2)]) == nil)
  }

  @Test("konsole counts a spacing mark only directly after its letter")
  func konsole() {
    // As konsole 22.12 reported its cursor.
    for (text, columns) in [
      ("कड\u{93C}ा", 2), ("पीड\u{93C}ितों", 5), ("दिल्लीः", 5), ("काः", 2), ("कंा", 1), ("किताब", 5), ("स्त्री", 4),
    ] { #expect(WidthModel.firstSpacingMark.columns(of: text) == columns, "\(text)") }
    #expect(WidthModel.joinedSpacingMarks.columns(of: "क्\u{200D}ष") == 1)
  }
}
