/// A sentence that the reader marked, with a note on it or without one.
public struct SentenceMark: Hashable, Sendable {
  public var story: ArticleID
  public var anchor: SentenceAnchor
  /// One line; empty is no note.
  public var note: String
  /// When the sentence was marked. A note that is written later does not change it.
  public var made: Timestamp

  public init(story: ArticleID, anchor: SentenceAnchor, note: String = "", made: Timestamp) {
    self.story = story
    self.anchor = anchor
    self.note = note
    self.made = made
  }

  /// Whether both mark the same sentence of the same story, whatever their notes.
  public func isSameMark(as other: SentenceMark) -> Bool { story == other.story && anchor == other.anchor }
}

/// A mark with what tells a reader which story it is in.
public struct MarkedSentence: Hashable, Sendable {
  /// Where the sentence is now.
  public enum State: String, Hashable, Sendable, Codable {
    /// Word for word.
    case found
    /// The story has a sentence in its place that says nearly the same.
    case changed
    /// The story does not say it any more.
    case gone
    /// The story is not stored any more.
    case storyGone = "story-gone"
  }

  public var mark: SentenceMark
  public var state: State
  /// What the story says there now; the marked sentence itself where that is gone.
  public var sentence: String
  /// Of the story as it is now, else as it was when the sentence was marked.
  public var title: String
  public var url: String?
  /// The source's name; empty when unknown.
  public var source: String
  public var date: Timestamp
  /// BCP 47.
  public var language: String
  /// Where the sentence stands in its story, for sorting: block, then UTF-8 byte. Past all others when it is gone.
  public var place: SentenceAnchor.Place?

  public init(
    mark: SentenceMark, state: State, sentence: String, title: String, url: String?, source: String, date: Timestamp,
    language: String, place: SentenceAnchor.Place? = nil
  ) {
    self.mark = mark
    self.state = state
    self.sentence = sentence
    self.title = title
    self.url = url
    self.source = source
    self.date = date
    self.language = language
    self.place = place
  }
}
