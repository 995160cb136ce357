import TestSupport
import Testing

@testable import CellText

@Suite("Lines with glosses", .inBackground)
struct GlossedLineTests {
  /// A reading of any length: so many letters for four of Devanagari.
  private func reading(_ word: String, _ count: Int) -> String? {
    let letters = word.unicodeScalars.filter { $0.value >= 0x904 && $0.value <= 0x97F }.count
    if letters == 0 { return nil }
    return String("abcdefghijklmnopqrstuvwxyz".prefix(max(1, letters * count / 4)))
  }

  private func letters(_ text: String) -> String { text.filter { $0 != " " } }

  private func check(_ text: String, columns: Int, count: Int, _ model: WidthModel) {
    var asked: [String] = []
    let lines = TextWrapper(model: model).glossedLines(
      [TextRun(text, .body)], columns: columns, firstIndent: 2, hangingIndent: 4, role: .gloss
    ) { word -> String? in
      guard let gloss = reading(word, count) else { return nil }
      asked.append(gloss)
      return gloss
    }
    var shown: [String] = []
    let place: Comment = "\(text.debugDescription) at \(columns)"
    for line in lines {
      let room = columns - line.text.indentColumns
      // A cluster wider than the line has one of its own.
      #expect(line.spaced.columns <= room || line.text.text.count == 1, place)
      var width = 0
      for run in line.spaced.runs { width += model.columns(of: run.text) }
      #expect(line.spaced.columns == width, place)
      #expect(letters(line.spaced.text) == letters(line.text.text), place)
      for gloss in line.glosses { #expect(gloss.indentColumns + gloss.columns <= max(1, columns), place) }
      if line.glosses.count > 1 {
        shown.append(line.glosses.map(\.text).joined())
      } else if let gloss = line.glosses.first {
        shown += gloss.text.split(separator: " ").map(String.init)
      }
    }
    // Glosses of parts of a word that stand without a blank between them touch.
    #expect(shown.joined() == asked.joined(), place)
    #expect(letters(lines.map(\.text.text).joined()) == letters(text), place)
  }

  @Test("no line is wider than it may be, every word has its gloss, and the text is what it would be without")
  func property() {
    for model in WidthModel.named.map(\.model) {
      var random = RandomText(11)
      var texts = SampleTexts.all.map(DisplayText.safe)
      for _ in 0..<12 { texts.append(random.next()) }
      for text in texts {
        for columns in [1, 7, 12, 26, 40, 70] {
          for count in [2, 5, 12] { check(text, columns: columns, count: count, model) }
        }
      }
    }
  }

  @Test("each gloss begins under its word")
  func under() {
    let wrapper = TextWrapper(model: .noMarks)
    let glosses = ["नदी": "nadī", "का": "kā", "पानी": "pānī", "संरक्षण।": "sanrakshan."]
    let lines = wrapper.glossedLines([TextRun("नदी का पानी संरक्षण।", .body)], columns: 20, role: .gloss) { glosses[$0] }
    #expect(lines.map(\.spaced.text) == ["नदी   का  पानी", "संरक्षण।"])
    #expect(lines.flatMap(\.glosses).map(\.text) == ["nadī kā pānī", "sanrakshan."])
    #expect(lines[0].paddings.map(\.columns) == [2, 1])
  }

  @Test("a reading that is wider than the line goes on under itself, whole")
  func wide() {
    let wrapper = TextWrapper(model: .noMarks)
    let lines = wrapper.glossedLines([TextRun("कख गघ", .body)], columns: 6, role: .gloss) {
      $0 == "कख" ? "abcdefghij" : "xy"
    }
    #expect(lines.map(\.text.text) == ["कख", "गघ"])
    #expect(lines[0].glosses.map(\.text).joined() == "abcdefghij" && lines[0].glosses.count == 2)
    #expect(lines[1].glosses.map(\.text) == ["xy"])
  }
}
