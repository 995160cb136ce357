import NewsModel
import NewsStore
import ReaderUI

/// Marks, notes, and what corrected stories said before.
extension EffectRunner {
  func loadMarks() {
    let store = editions.current
    start(.group) { .marksLoaded(try await store.marks()) }
  }

  func loadHistory(of id: ArticleID) {
    let store = editions.current
    start(.group) { .historyLoaded(id, try await store.history(of: id)) }
  }

  func save(_ mark: SentenceMark) {
    let store = editions.current
    let gone = Phrases(messages.language)(.storyGone)
    start(nil) { try await store.save(mark) ? nil : .notice(gone, isError: true) }
  }

  func remove(_ mark: SentenceMark) {
    let store = editions.current
    start(nil) {
      try await store.remove(mark)
      return nil
    }
  }
}
