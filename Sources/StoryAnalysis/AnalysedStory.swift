public import NewsModel

/// A story that waits to be analysed.
public struct UnanalysedStory: Hashable, Sendable {
  /// The store's number for the story; it means nothing elsewhere and is good for this process only.
  public var row: Int64
  /// Tells whether the story has changed since it was read.
  public var revision: Int64
  public var input: AnalysisInput

  public init(row: Int64, revision: Int64, input: AnalysisInput) {
    self.row = row
    self.revision = revision
    self.input = input
  }
}

/// What analysis found out about a story.
public struct AnalysedStory: Hashable, Sendable {
  public var story: UnanalysedStory
  public var words: StoryWords
  /// Sentences that stand for it; none when its publisher gave some.
  public var highlights: [Highlight]
  /// Names that it is about, the weightiest first.
  public var names: [NameCandidate]
  /// What it is about.
  public var vector: StoryVector
  /// The same, weighed by how rare its words were when it was analysed; nil finds it no group.
  public var profile: StoryProfile?
  /// What tells copies of it.
  public var sketch: ShingleSketch
  /// What the store gave for the words (``WordCounts/vocabularyNumbers``); nil lets it look.
  public var vocabularyNumbers: VocabularyNumbers?

  public init(
    story: UnanalysedStory, words: StoryWords, highlights: [Highlight] = [], names: [NameCandidate] = [],
    vector: StoryVector = StoryVector(terms: []), profile: StoryProfile? = nil,
    sketch: ShingleSketch = ShingleSketch(hashes: [], isWhole: true), vocabularyNumbers: VocabularyNumbers? = nil
  ) {
    self.story = story
    self.words = words
    self.highlights = highlights
    self.names = names
    self.vector = vector
    self.profile = profile
    self.sketch = sketch
    self.vocabularyNumbers = vocabularyNumbers
  }
}

/// Numbers that the store has in memory for the words of one story, in the order of ``StoryWords/words``.
public struct VocabularyNumbers: Hashable, Sendable {
  /// Numbers of another generation mean nothing.
  public var generation: Int
  public var numbers: ContiguousArray<Int32>

  public init(generation: Int, numbers: ContiguousArray<Int32>) {
    self.generation = generation
    self.numbers = numbers
  }
}

/// How often the words of some stories are in the whole store: what weights are made of.
public struct WordCounts: Hashable, Sendable {
  /// Stories that were counted.
  public var storyCount: Int
  /// For each story that was asked about, and each of its ``StoryWords/words``, the stories of the store that have it; 0 for one that none has.
  public var frequencies: [[Int]]

  /// The store's own numbers for those words, so that it need not look them up again when the stories are kept.
  public var vocabularyNumbers: [VocabularyNumbers]

  public init(
    storyCount: Int = 0, frequencies: [[Int]] = [], vocabularyNumbers: [VocabularyNumbers] = []
  ) {
    self.storyCount = storyCount
    self.frequencies = frequencies
    self.vocabularyNumbers = vocabularyNumbers
  }
}
