public import NewsModel
import ReaderUI

extension StoryWords {
  /// Marks and notes as CommonMark: for each story its headline with its address, source and date, then each marked sentence as a
  /// quotation with the note beneath. Ends with a line end.
  ///
  /// Stories come as their first mark does, the sentences of one in its own order; what it does not say any more last.
  public func markdown(_ marks: [MarkedSentence], title: String) -> String {
    var order: [ArticleID] = []
    var stories: [ArticleID: [MarkedSentence]] = [:]
    for mark in marks {
      if stories[mark.mark.story] == nil { order.append(mark.mark.story) }
      stories[mark.mark.story, default: []].append(mark)
    }
    var parts = ["# " + MarkdownText.escaped(title)]
    for story in order { parts += markdown(story: stories[story] ?? []) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func markdown(story marks: [MarkedSentence]) -> [String] {
    guard let story = marks.first else { return [] }
    let title = MarkdownText.escaped(story.title)
    let url = story.url.flatMap { LinkedText.isHarmless($0) ? $0 : nil }
    var parts = ["## " + (url.map { MarkdownText.link(title, $0) } ?? title)]
    let byline = [story.source, dates.full(story.date)].filter { !$0.isEmpty }.joined(separator: " · ")
    parts.append(MarkdownText.escaped(byline, startsLine: true))
    let sorted = marks.enumerated().sorted { first, second in
      switch (first.element.place, second.element.place) {
      case (let one?, let other?): one == other ? first.offset < second.offset : one < other
      case (nil, nil): first.offset < second.offset
      case (let one, _): one != nil
      }
    }
    for (_, mark) in sorted {
      parts.append("> " + MarkdownText.escaped(mark.mark.anchor.sentence, startsLine: true))
      switch mark.state {
      case .found, .storyGone: break
      // The quotation is what was marked; what is there now is told beside it.
      case .changed: parts.append("*\(escaped(.sentenceChanged))* \(MarkdownText.escaped(mark.sentence))")
      case .gone: parts.append("*\(escaped(.sentenceGone))*")
      }
      if !mark.mark.note.isEmpty { parts.append(MarkdownText.escaped(mark.mark.note, startsLine: true)) }
    }
    return parts
  }

  private func escaped(_ phrase: Phrase) -> String { MarkdownText.escaped(phrases(phrase)) }
}
