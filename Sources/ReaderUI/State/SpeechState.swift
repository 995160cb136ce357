public import NewsModel

/// The story that is read aloud, and the sentence that is being said.
public struct SpeechState: Hashable, Sendable {
  public internal(set) var story: ArticleID
  /// Counts what was given to the speaker, so that the end of what is no longer said is told from the end of what is.
  public internal(set) var number = 0
  public internal(set) var isPaused = false
  /// The text that is being read, a number as in ``BodyLayout/searchable``, and its sentences.
  var textIndex: Int
  var sentences: [SpokenSentence]
  var index: Int
  /// Where the sentence stands in the text as it is shown.
  var hit: BodyLayout.Hit?

  var sentence: SpokenSentence? { sentences.indices.contains(index) ? sentences[index] : nil }
}

/// A sentence of a story: what it says, and where it is shown.
struct SpokenSentence: Hashable, Sendable {
  /// As it was published, whatever letters and digits are shown.
  var text: String
  /// UTF-8 bytes of the shown text.
  var shownUTF8Range: Range<Int>
}
