#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Ingestion
import NewsModel
import NewsStore
import ReaderUI
import StoryFormats

/// Effects that give stories to other programs.
extension EffectRunner {
  /// Gives a story to a program that the reader named. It may take as long as it likes, also beyond the reader's end: nobody waits.
  func pipe(_ id: ArticleID, _ form: PipeState.Form, to command: [String]) {
    let store = editions.current
    let words = StoryWords(ReaderSettings(language: messages.language))
    unawaited { [post, messages] in
      do {
        guard let story = try await StoryUnderstanding(store: store).story(id) else { return }
        let input =
          form == .json
          ? try JSONFeedDocument(title: story.article.title, items: [.init(story: story)]).encoded()
          : await Self.markdown(story, words)
        let ending = try await ChildProgram(command: command).run(input)
        post(.piped(PipeOutcome(program: command[0], status: ending.status, firstLine: ending.firstLine)))
      } catch { post(.failed(messages.sentence(for: error))) }
    }
  }

  /// After a refresh. What goes wrong stands in the status line, and in the log.
  func runHooks() {
    guard !hooks.isEmpty else { return }
    let run = HookRun(hooks, store: editions.own, messages: messages)
    start(.hooks) { [self] in
      for failure in await run.run(now: now()) {
        Output.message(failure)
        post(.failed(failure))
      }
      return nil
    }
  }

  @concurrent private nonisolated static func markdown(_ story: Story, _ words: StoryWords) async -> Data {
    Data(words.markdown(story).utf8)
  }
}
