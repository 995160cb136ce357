import NewsModel
import StoryAnalysis
import TestSupport
import Testing

@testable import NewsStore

/// Words that are counted in memory during a long run are counted as they are in a short one.
@Suite struct WordCountTests {
  /// As another process sees them.
  private func counts(_ path: String) throws -> [String: Int] {
    let rows = try Connection(path: path).rows("SELECT word, stories FROM term") { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test("in a long run new words are there at once, known ones are counted at its end, and weigh the same meanwhile")
  func later() async throws {
    try await withTemporaryFolder { folder in
      let inShort = try await UnanalysedStore(path: folder + "/short.db")
      let inLong = try await UnanalysedStore(path: folder + "/long.db")
      let (short, long) = (inShort.store, inLong.store)
      for filled in [inShort, inLong] {
        let rows = try await filled.store.unanalysedRows()
        for place in rows.indices {
          try await filled.store.keep(filled.analysed(rows[place...place]), isMergedLater: filled.store === long)
        }
      }
      let all = try counts(folder + "/short.db")
      let early = try counts(folder + "/long.db")
      #expect(Set(early.keys) == Set(all.keys) && early.values.allSatisfy { $0 == 1 })
      // All four have the name of their source.
      #expect(all.values.max() == 4)
      let words = [
        StoryWords(
          AnalysisInput(
            id: ArticleID(rawValue: "x"), title: "नहर पानी मेला", dek: nil, body: ArticleBody(), language: "hi",
            date: .fixture))
      ]
      #expect(try await long.wordCounts(of: words).frequencies == short.wordCounts(of: words).frequencies)
      // Another process writes: what was read is forgotten, what was counted is not.
      try Connection(path: folder + "/long.db").run("INSERT INTO setting (name, value) VALUES ('x', 'y')")
      #expect(try await long.wordCounts(of: words).frequencies == short.wordCounts(of: words).frequencies)
      try await long.keepWordCounts()
      #expect(try counts(folder + "/long.db") == all)
    }
  }
}
