import StoryAnalysis
import Testing

@Suite("A table of words")
struct WordTableTests {
  private static func add(_ word: String, to table: inout WordTable) -> Int {
    var word = word
    return word.withUTF8 { table.add($0) }
  }

  @Test("a word keeps its number however many come after it")
  func numbers() {
    var table = WordTable()
    let words = (0..<2_000).map { "शब्द\($0)" }
    #expect(words.map { Self.add($0, to: &table) } == Array(0..<2_000))
    #expect(words.map { Self.add($0, to: &table) } == Array(0..<2_000))
    #expect(table.count == 2_000)
    #expect(table[1_999] == "शब्द1999")
    #expect(table.number(of: "शब्द77") == 77)
    #expect(table.number(of: "शब्") == nil)
  }
}
