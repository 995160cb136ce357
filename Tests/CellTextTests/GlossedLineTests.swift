import Testing

@testable import CellText

@Suite("Lines with glosses")
struct GlossedLineTests {
  /// A reading of any length: each letter of Devanagari by so many of `letters`.
  private func reading(_ word: String, _ count: Int) -> String? {
    let letters = word.unicodeScalars.count { (0x904...0x97F).contains($0.value) }
    return letters == 0 ? nil : String("abcdefghijklmnopqrstuvwxyz".dropLast(26 - min(26, max(1, letters * count / 4))))
  }

  @Test(
    "no line is wider than it may be, every word has its gloss, and the text is what it would be without", .inBackground
  )
  func property() {
    for (_, model) in WidthModel.named {
      let wrapper = TextWrapper(model: model)
      var random = RandomText(11)
      for round in 0..<60 {
        let text = round < SampleTexts.all.count ? DisplayText.safe(SampleTexts.all[round]) : random.next()
        for columns in [1, 7, 12, 26, 40, 70] {
          for count in [2, 5, 12] {
            var asked: [String] = []
            let lines = wrapper.glossedLines(
              [TextRun(text, .body)], columns: columns, firstIndent: 2, hangingIndent: 4, role: .gloss
            ) { word in
              let gloss = reading(word, count)
              if let gloss { asked.append(gloss) }
              return gloss
            }
            var shown: [String] = []
            for line in lines {
              let room = columns - line.text.indentColumns
              let isCluster = line.text.text.unicodeScalars.count <= 1 || room < 3
              #expect(line.spaced.columns <= room || isCluster || line.text.text.count == 1, "\(text) at \(columns)")
              #expect(line.spaced.columns == line.spaced.runs.reduce(0) { $0 + model.columns(of: $1.text) })
              #expect(line.spaced.text.filter { $0 != " " } == line.text.text.filter { $0 != " " })
              for gloss in line.glosses {
                let end = gloss.indentColumns + gloss.columns
                #expect(end <= max(columns, line.text.indentColumns + 1), "\(gloss.text) at \(columns)")
              }
              shown +=
                line.glosses.count > 1
                ? [line.glosses.map(\.text).joined()]
                : line.glosses.flatMap { $0.text.split(separator: " ").map(String.init) }
            }
            #expect(shown == asked, "\(text) at \(columns)")
            let words = lines.map(\.text.text).joined().filter { $0 != " " }
            #expect(words == text.filter { $0 != " " })
          }
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
