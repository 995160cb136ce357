#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CellText
import Ingestion
import NewsModel
import NewsStore
import ReaderUI

/// `khabar search`: stories by their words, best first, with the passage that has them.
struct SearchCommand {
  var runner: CommandRunner

  private static let usualLimit = 20

  /// - Returns: 2 when the query cannot be understood.
  func run(_ words: [String], limit: Int?) async throws -> Int32 {
    let store = try runner.openStore()
    // What came in since: stories of an earlier version of the store, or of a refresh that was stopped.
    let progress = RefreshProgressLine(messages: runner.messages)
    try await StoryIndexing(store: store, isAlone: true).understandAndIndexAll { progress.show($0) }
    progress.clear()
    let text = words.joined(separator: " ")
    let page = try await store.search(
      SearchRequest(text: text, limit: limit ?? Self.usualLimit), now: runner.now)
    if let trouble = page.trouble {
      Output.message(QueryPointer(text, trouble, try runner.settings()).lines.joined(separator: "\n"))
      return 2
    }
    if runner.arguments.isJSON {
      let items = page.hits.map { hit in
        var item = JSONFeedDocument.Item(headline: hit.headline)
        item.khabar.snippet = (hit.passage ?? Self.titlePassage(hit)).marked("\u{2}", "\u{3}")
        item.khabar.score = hit.score
        item.khabar.nearness = hit.nearness == .exact ? "exact" : "sound"
        return item
      }
      Output.data(try JSONFeedDocument(title: text, items: items).encoded())
      return 0
    }
    let settings = try runner.settings()
    let marks = isatty(STDOUT_FILENO) == 1 ? ("\u{1B}[1m", "\u{1B}[22m") : ("", "")
    for hit in page.hits {
      let headline = hit.headline
      let facts = [headline.section, headline.source].compactMap { $0 }.filter { !$0.isEmpty }
        .map { settings.shown($0) }
      Output.line(
        ([headline.id.rawValue, String(headline.date.rfc3339.prefix(10))] + facts + [
          settings.shown(headline.title, language: headline.language)
        ]).joined(separator: "  "))
      guard let passage = hit.passage else { continue }
      var text = passage
      // In the reader's letters hits would stand elsewhere.
      if settings.script != .devanagari {
        text = Passage(text: settings.shown(passage.text, language: headline.language), hits: [])
      }
      let before = passage.isCutAtStart ? "… " : ""
      // The marks are our own, and would go with a stranger's.
      Output.text("    " + before + Self.safe(text).marked(marks.0, marks.1) + (passage.isCutAtEnd ? " …\n" : "\n"))
    }
    let dates = settings.dates
    let (shown, total, hidden) = (
      dates.number(page.hits.count), dates.number(page.totalCount), dates.number(page.hiddenCount)
    )
    if page.hits.isEmpty { Output.message(runner.phrases(.noMatch)) }
    if page.totalCount > page.hits.count {
      Output.message(
        runner.messages.say("\(shown) of \(total). More with -n."))
    }
    if page.hiddenCount > 0 {
      Output.message(
        runner.messages.say("\(hidden) more are hidden (khabar mute list)."))
    }
    return 0
  }

  /// A hit that has the words in its headline only.
  private static func titlePassage(_ hit: SearchHit) -> Passage {
    Passage(text: hit.headline.title, hits: hit.titleHits)
  }

  /// Control characters never reach the terminal; the text of a story has none, so hits stay where they are.
  private static func safe(_ passage: Passage) -> Passage {
    let text = DisplayText.safe(passage.text)
    return text == passage.text ? passage : Passage(text: text, hits: [])
  }
}

/// A query with the spot pointed at that cannot be understood, and the sentence about it.
struct QueryPointer {
  private(set) var lines: [String]

  /// A longer query is not shown again.
  private static let longestShown = 400

  init(_ query: String, _ trouble: QueryTrouble, _ settings: ReaderSettings) {
    lines = [settings.phrases.sentence(for: trouble)]
    guard query.utf8.count <= Self.longestShown, query == DisplayText.safe(query), !query.allSatisfy(\.isWhitespace)
    else { return }
    let utf8 = Array(query.utf8)
    let place = trouble.place.clamped(to: 0..<utf8.count)
    let model = settings.widthModel
    let before = model.columns(of: String(decoding: utf8[..<place.lowerBound], as: UTF8.self))
    let marked = max(1, model.columns(of: String(decoding: utf8[place], as: UTF8.self)))
    lines += [query, String(repeating: " ", count: before) + String(repeating: "^", count: marked)]
  }
}
