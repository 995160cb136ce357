import ReaderUI
import Ingestion
import NewsModel
import NewsStore

/// `khabar reindex`: analyses all stories again, or the rest of those that an earlier run was stopped at.
struct ReindexCommand {
  var runner: CommandRunner

  func run() async throws {
    let store = try runner.openStore()
    let messages = runner.messages
    try await StoryUnderstanding(store: store).understandAll()
    if try await store.isReanalysing() {
      let rest = try await store.unanalysedRows().count
      Output.message(
        messages.say("The last run was stopped; it goes on with the remaining \(rest) stories."))
    } else {
      try await store.beginReanalysis()
    }
    let progress = RefreshProgressLine(messages: messages)
    let count = try await StoryIndexing(store: store, isAlone: true).indexAll { progress.show($0) }
    progress.clear()
    Output.line(
      messages.say("\(count) stories were analysed."))
  }
}
