import ReaderUI
import NewsModel
import NewsStore

/// `khabar list`: headlines, newest first.
struct ListCommand {
  var runner: CommandRunner

  /// - Returns: 2 for a query that cannot be understood.
  func run(_ options: Arguments.ListOptions) async throws -> Int32 {
    let store = try runner.openStore()
    let selection: StorySelection
    do { selection = try await StorySelection(options, runner, store) } catch let trouble as StorySelection.BadQuery {
      Output.message(trouble.lines.joined(separator: "\n"))
      return 2
    }
    if runner.arguments.isJSON {
      Output.data(
        try JSONFeedDocument(title: runner.phrases(.allStories), items: try await items(of: selection, in: store))
          .encoded())
      return 0
    }
    let settings = ReaderSettings(script: runner.script)
    var count = 0
    try await selection.forEach(in: store) { headline in
      Output.line(Self.line(headline, settings))
      count += 1
    }
    if count == 0 {
      let isEmpty = try await !store.hasStories()
      Output.message(
        isEmpty
          ? runner.phrases(.emptyStore) + " "
            + runner.messages.say("Bring some with khabar import FILE.")
          : runner.phrases(.noMatch))
    }
    return 0
  }

  /// With a bar: what is related is looked for anew for each story, some milliseconds, a minute for ten thousand.
  private func items(
    of selection: StorySelection, in store: ArticleStore
  ) async throws -> [JSONFeedDocument.Item] {
    let found = try await store.headlines(selection.query, limit: 0).totalCount
    let count = min(found, selection.limit ?? .max)
    let bar = ProgressBar()
    defer { bar.clear() }
    var items: [JSONFeedDocument.Item] = []
    var doneCount = 0
    try await selection.forEach(in: store) { headline in
      if let story = try await store.story(headline.id) { items.append(.init(story: story).withoutBody) }
      doneCount += 1
      bar.show(doneCount, of: count, words: runner.messages.say("stories"))
    }
    return items
  }

  /// "ID  2019-11-03 08:21  ●★  भारत  शीर्षक", the parts two blanks apart.
  private static func line(_ headline: Headline, _ settings: ReaderSettings) -> String {
    let date = headline.date.rfc3339
    let marks = (headline.isRead ? " " : "●") + (headline.isStarred ? "★" : " ")
    return [
      headline.id.rawValue, String(date.prefix(10)) + " " + date.dropFirst(11).prefix(5), marks,
      settings.shown(headline.section ?? "–"), settings.shown(headline.title, language: headline.language),
    ].joined(separator: "  ")
  }
}
