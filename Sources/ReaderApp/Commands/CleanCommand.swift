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
          say(
            "नियम: \(days) दिन से पुरानी पढ़ी ख़बरें जाती हैं; तारे वाली और बिना पढ़ी कभी नहीं (config.yaml में keep-read)।",
            "नियम: \(days) दिवसांहून जुन्या वाचलेल्या बातम्या जातात; तारा असलेल्या आणि न वाचलेल्या कधीच नाही (config.yaml मध्ये keep-read).",
            "Rule: read stories go after \(days) days; starred and unread ones never (keep-read in config.yaml)."))
      } else {
        Output.line(
          say(
            "नियम: सब ख़बरें हमेशा रहती हैं (config.yaml में keep-read)।", "नियम: सर्व बातम्या कायम राहतात (config.yaml मध्ये keep-read).",
            "Rule: all stories stay for good (keep-read in config.yaml)."))
      }
      let expired = try await store.expiredCount(by: rule, now: runner.now)
      let deleted = try await store.deletedCount()
      Output.line(
        say("अभी जाएँगी: \(expired)", "आता जातील: \(expired)", "Would go now: \(expired)"))
      Output.line(
        say(
          "लौटाई जा सकती हैं: \(deleted) (\(rule.undoDays) दिन तक)", "परत आणता येतात: \(deleted) (\(rule.undoDays) दिवसांपर्यंत)",
          "Could come back: \(deleted) (for \(rule.undoDays) days)"))
    case .delete:
      // A raw text would be lost: it is looked into first.
      try await StoryUnderstanding(store: store).understandAll()
      let count = try await store.deleteExpired(by: rule, now: runner.now)
      Output.line(
        say(
          "\(count) ख़बरें हटीं; `khabar clean --undo` लौटाता है।", "\(count) बातम्या काढल्या; `khabar clean --undo` परत आणतो.",
          "\(count) stories went; `khabar clean --undo` brings them back."))
    case .undo:
      let count = try await store.restoreLastDeleted()
      Output.line(say("\(count) ख़बरें लौटीं।", "\(count) बातम्या परत आल्या.", "\(count) stories came back."))
    }
  }
}
