import CellText
import Testing

@Suite("Truncation")
struct TruncationTests {
  @Test(
    "a cut text fits at every width, holds whole clusters, and as many as fit", arguments: WidthModel.named.map(\.name))
  func everyWidth(name: String) throws {
    let model = try #require(WidthModel.named(name))
    for text in SampleTexts.all.map(DisplayText.safe) {
      let whole = model.columns(of: text)
      for columns in 0...120 {
        let cut = text.truncated(toColumns: columns, model: model)
        #expect(model.columns(of: cut) <= columns)
        if whole <= columns, columns > 0 {
          #expect(cut == text)
          continue
        }
        guard columns > 0 else {
          #expect(cut.isEmpty)
          continue
        }
        #expect(cut.hasSuffix("…"))
        let kept = cut.dropLast()
        #expect(text.prefix(kept.count).elementsEqual(kept))
        #expect(!kept.hasSuffix(" "))
        // One cluster more would not have fitted.
        let rest = text.dropFirst(kept.count)
        let blanks = rest.prefix { $0 == " " }
        if let next = rest.dropFirst(blanks.count).first {
          #expect(model.columns(of: String(kept) + blanks + String(next)) + 1 > columns)
        }
      }
    }
  }

  @Test("the mark may be any text, and is left out where it does not fit")
  func marks() {
    #expect("समाचार आज".truncated(toColumns: 7, model: .spacingMarks, mark: "...") == "समा...")
    #expect("समाचार".truncated(toColumns: 2, model: .spacingMarks, mark: "...") == "स")
    #expect("समाचार".truncated(toColumns: 3, model: .spacingMarks, mark: "") == "समा")
    #expect("समाचार".truncated(toColumns: -1, model: .spacingMarks) == "")
    #expect("एक दो तीन".truncated(toColumns: 4, model: .spacingMarks) == "एक…")
  }
}
