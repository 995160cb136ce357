import ReaderUI
import Ingestion
import NewsModel
import NewsStore

/// `khabar clean`: the rule for old read stories, what would go by it, and the way back.
struct CleanCommand {
  var runner: CommandRunner

  func run(_ action: Arguments.CleanAction) async throws {
    let store = try runner.openStore()
    let rule = runner.configuration.retention
    let say = runner.messages.say
    switch action {
    case .show:
      if let days = rule.readStoryDays {
        Output.line(
          say("Rule: read stories go after \(days) days; starred and unread ones never (keep-read in config.yaml)."))
      } else {
        Output.line(
          say("Rule: all stories stay for good (keep-read in config.yaml)."))
      }
      let expired = try await store.expiredCount(by: rule, now: runner.now)
      let deleted = try await store.deletedCount()
      Output.line(
        say("Would go now: \(expired)"))
      Output.line(
        say("Could come back: \(deleted) (for \(rule.undoDays) days)"))
    case .delete:
      // A raw text would be lost: it is looked into first.
      try await StoryUnderstanding(store: store).understandAll()
      let count = try await store.deleteExpired(by: rule, now: runner.now)
      Output.line(
        say("\(count) stories went; `khabar clean --undo` brings them back."))
    case .undo:
      let count = try await store.restoreLastDeleted()
      Output.line(say("\(count) stories came back."))
    }
  }
}
