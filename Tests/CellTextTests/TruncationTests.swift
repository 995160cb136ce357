import CellText
import TestSupport
import Testing

@Suite("Truncation", .inBackground)
struct TruncationTests {
  @Test(
    "a cut text fits at every width, holds whole clusters, and as many as fit", arguments: WidthModel.named.map(\.name))
  func everyWidth(name: String) throws {
    let model = try #require(WidthModel.named(name))
    for text in SampleTexts.all.map(DisplayText.safe) {
      for columns in 0...120 { check(text, columns, model) }
    }
  }

  @Test(
    "so does a cut of any text, and with any mark", arguments: WidthModel.named.map(\.name), ["…", "→आगे"])
  func anyText(name: String, mark: String) throws {
    let model = try #require(WidthModel.named(name))
    var texts = RandomText(2026)
    for _ in 0..<40 {
      let text = texts.next()
      for columns in 1...60 { check(text, columns, model, mark: mark) }
    }
  }

  /// What is kept fits with its mark, is a beginning of whole clusters, and one cluster more would not have fitted.
  private func check(_ text: String, _ columns: Int, _ model: WidthModel, mark: String = "…") {
    let cut = text.truncated(toColumns: columns, model: model, mark: mark)
    #expect(model.columns(of: cut) <= columns, "\(columns): \(cut)")
    if model.columns(of: text) <= columns, columns > 0 {
      #expect(cut == text)
      return
    }
    guard columns > 0 else {
      #expect(cut.isEmpty)
      return
    }
    let markColumns = model.columns(of: mark)
    let hasMark = markColumns <= columns
    if hasMark { #expect(cut.hasSuffix(mark)) }
    let kept = hasMark ? cut.unicodeScalars.dropLast(mark.unicodeScalars.count) : cut.unicodeScalars[...]
    let keptText = String(kept)
    #expect(text.prefix(keptText.count).elementsEqual(keptText))
    #expect(!keptText.hasSuffix(" "))
    let rest = text.dropFirst(keptText.count)
    let blanks = rest.prefix { $0 == " " }
    guard let next = rest.dropFirst(blanks.count).first else { return }
    let more = model.columns(of: keptText + blanks + String(next))
    #expect(more + (hasMark ? markColumns : 0) > columns, "\(columns): \(cut)")
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
