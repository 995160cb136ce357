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
      var items: [JSONFeedDocument.Item] = []
      try await selection.forEach(in: store) { headline in
        guard let story = try await store.story(headline.id) else { return }
        items.append(.init(story: story).withoutBody)
      }
      Output.data(try JSONFeedDocument(title: runner.phrases(.allStories), items: items).encoded())
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
