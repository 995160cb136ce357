import NewsModel
import Screen

#if DEBUG
  @testable import ReaderApp
#endif

extension FuzzTarget {
  /// What users write: queries, configuration, themes.
  static let languages: [FuzzTarget] = {
    var targets = [
      FuzzTarget("query", seeds: Seeds.queries, words: Seeds.queryWords, longestCount: 512, run: query),
      FuzzTarget("yaml", seeds: Seeds.yaml, words: Seeds.yamlWords, run: yaml),
      FuzzTarget("theme", seeds: Seeds.themes, words: Seeds.yamlWords, run: theme),
    ]
    #if DEBUG
      targets.append(FuzzTarget("config", seeds: Seeds.configurations, words: Seeds.yamlWords, run: configuration))
    #endif
    return targets
  }()

  private static func query(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    let today = Timestamp(secondsSince1970: 1_590_000_000, utcOffsetSeconds: 19_800)
    _ = try? StoryQuery(parsing: text, today: today, isUnfinished: true)
    do {
      let query = try StoryQuery(parsing: text, today: today)
      let other = Timestamp(secondsSince1970: 0)
      let again = try? StoryQuery(parsing: query.description, today: other)
      try must(
        again?.simplified == query.simplified,
        "\(query.description.debugDescription) is not read as it was written: \(query.simplified)")
    } catch let trouble as QueryTrouble {
      let count = text.utf8.count
      try must(
        0 <= trouble.place.lowerBound && trouble.place.upperBound <= count,
        "trouble at \(trouble.place) of \(count) bytes")
    }
  }

  private static func yaml(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    let line: Int
    do throws(YAMLError) { line = try YAMLNode.parse(text).line } catch { line = error.line }
    try must(line >= 1, "a node or an error in line \(line)")
    _ = YAMLNode.parseEntries(text)
  }

  private static func theme(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    let lines: [Int]
    do throws(ThemeError) { lines = try ThemeParser.parse(text, file: "t.yaml").warnings.map(\.line) } catch {
      lines = [error.line]
    }
    try must(lines.allSatisfy { $0 >= 0 }, "a warning or an error before the first line")
  }

  #if DEBUG
    private static func configuration(_ input: UnsafeRawBufferPointer) throws {
      let configuration = Configuration(yaml: String(decoding: input, as: UTF8.self))
      for problem in configuration.problems {
        try must(problem.place.line >= 1 && problem.place.column >= 1, "a problem at \(problem.place)")
      }
      try must(configuration.saysTheSame(as: configuration), "a configuration differs from itself")
    }
  #endif
}
