import CellText
import NewsModel
import NewsStore
import ReaderUI

/// `khabar show`: one story as text, as the reader lays it out.
struct ShowCommand {
  var runner: CommandRunner

  func run(id: String, columns: Int?, showsHistory: Bool) async throws {
    let store = try runner.openStore()
    let story = try await runner.story(withPrefix: id, in: store)
    let history = showsHistory ? try await store.history(of: story.id) : nil
    if runner.arguments.isJSON {
      var item = JSONFeedDocument.Item(story: story)
      if showsHistory { item.khabar.history = (history?.steps ?? []).map(JSONFeedDocument.Correction.init) }
      Output.data(try JSONFeedDocument(title: story.article.title, items: [item]).encoded())
      return
    }
    if showsHistory {
      if let history {
        HistoryText(history).lines.forEach(Output.line)
      } else {
        Output.message(runner.phrases(.noHistory))
      }
      return
    }
    if let rule = try await runner.openStore().mutingRule(of: story.id) {
      Output.message(
        runner.messages.say("This story is hidden from lists by the rule “\(rule.name)” (\(rule.text))"))
    }
    for line in StoryText(story: story, columns: columns, settings: try runner.settings()).lines { Output.line(line) }
  }
}

/// `khabar related`: what a story leads to, stored or not.
struct RelatedCommand {
  var runner: CommandRunner

  func run(id: String) async throws {
    let store = try runner.openStore()
    let story = try await runner.story(withPrefix: id, in: store)
    let links = story.article.links + story.computed
    if runner.arguments.isJSON {
      var items: [JSONFeedDocument.Item] = []
      for link in links { items.append(try await item(for: link, in: store)) }
      Output.data(try JSONFeedDocument(title: story.article.title, items: items).encoded())
      return
    }
    for link in links {
      let mark = link.target?.rawValue ?? "◌" + String(repeating: " ", count: 15)
      let date = link.targetDate.map { String($0.rfc3339.prefix(10)) }
      Output.line(
        [mark, link.reason.rawValue, date, link.section ?? "–", link.title].compactMap { $0 }.joined(separator: "  "))
    }
    if links.isEmpty { Output.message(runner.phrases(.noRelated)) }
  }

  private func item(for link: RelatedLink, in store: ArticleStore) async throws -> JSONFeedDocument.Item {
    var item: JSONFeedDocument.Item
    if let id = link.target, let story = try await store.story(id) {
      item = JSONFeedDocument.Item(story: story).withoutBody
    } else {
      item = JSONFeedDocument.Item(ghost: link)
    }
    item.khabar.reason = link.reason.rawValue
    item.khabar.score = link.score
    item.khabar.evidence = link.evidence
    return item
  }
}

/// A story as lines of text, for standard output.
struct StoryText {
  private(set) var lines: [String]

  /// - Parameter columns: the widest line; nil is the reader's measure.
  init(story: Story, columns: Int?, settings: ReaderSettings) {
    // A key to press says nothing outside of the reader.
    var settings = settings
    settings.keys = KeyMap(bindings: [])
    let columns = columns ?? settings.measureColumns
    let highlights = HighlightsState(story: story, columns: columns + 2, settings: settings).lines.map(Self.text)
    var layout = BodyLayout(story: story, columns: columns, settings: settings)
    layout.layOutAll()
    let body = layout.lines.map { line in
      guard let lead = line.lead else { return Self.text(line.shown) }
      let before = Self.text(lead)
      let blanks = line.text.indentColumns - lead.indentColumns - lead.columns
      return line.text.runs.isEmpty ? before : before + String(repeating: " ", count: max(0, blanks)) + line.shown.text
    }
    // Highlights stand where a page has them: between the dek and the text.
    let start = layout.lines.firstIndex { $0.blockIndex != nil } ?? body.count
    lines = Array(body[..<start])
    if !highlights.isEmpty { lines += [settings.phrases(.highlights)] + highlights + [""] }
    lines += body[start...]
  }

  private static func text(_ line: TextLine) -> String {
    String(repeating: " ", count: line.indentColumns) + line.text
  }
}
