import NewsModel

extension ReaderState {
  /// A story that is only a summary, opened for reading: its page is asked for, once at a time.
  mutating func completeOpened() -> [ReaderEffect] {
    guard !body.hasAskedForPage, let article = body.story?.article, article.completeness.isPartial, article.url != nil,
      completing.insert(article.id).inserted
    else { return [] }
    body.hasAskedForPage = true
    completionFailures[article.id] = nil
    return [.completeStory(article.id)]
  }

  mutating func finishCompleting(_ id: ArticleID, _ failure: String?) -> [ReaderEffect] {
    completing.remove(id)
    if let failure {
      completionFailures[id] = settings.shown(failure, language: settings.language.rawValue)
      if body.story?.id == id { layOutAgain() }
      return []
    }
    // The text comes as any change of a story that is being read: nothing moves.
    guard body.story?.id == id, awaitedStory == nil else { return [] }
    awaitedStory = AwaitedStory(id: id, purpose: .refresh)
    return [.loadStory(id)]
  }

  /// What is said under a text that is not all of the story.
  var bodyNotice: String? {
    guard let article = body.story?.article, article.completeness.isPartial else { return nil }
    if completing.contains(article.id) { return settings.phrases(.summaryCompleting) }
    if let failure = completionFailures[article.id] { return settings.phrases(.summaryFailed, failure) }
    return article.url == nil ? nil : settings.phrases(.summaryOnly)
  }
}
