/// A question to the store's search.
public struct SearchRequest: Hashable, Sendable {
  /// What was typed, in the query language (``StoryQuery``).
  public var text: String
  /// Hits at most.
  public var limit: Int
  /// Whether the last word may not be finished: then all words that begin so are meant.
  public var isTyping: Bool

  public init(text: String, limit: Int, isTyping: Bool = false) {
    self.text = text
    self.limit = limit
    self.isTyping = isTyping
  }
}

/// The answer to a ``SearchRequest``.
public struct SearchPage: Hashable, Sendable {
  public var request: SearchRequest
  /// Best first, at most ``SearchRequest/limit``.
  public var hits: [SearchHit]
  /// Stories that the query finds, counted all; at least so many where ``isTotalExact`` is false.
  public var totalCount: Int
  /// False only for an answer to somebody who is typing.
  public var isTotalExact = true
  /// Stories that it would find too were they not hidden by a mute rule.
  public var hiddenCount: Int
  /// What could not be understood of the text; then there are no hits.
  public var trouble: QueryTrouble?

  public init(
    request: SearchRequest, hits: [SearchHit] = [], totalCount: Int = 0, trouble: QueryTrouble? = nil,
    hiddenCount: Int = 0
  ) {
    self.request = request
    self.hits = hits
    self.totalCount = totalCount
    self.hiddenCount = hiddenCount
    self.trouble = trouble
  }
}

/// A story that a search found.
public struct SearchHit: Hashable, Sendable {
  /// How near the story's words are to those asked for.
  public enum Nearness: Int, Hashable, Sendable, Comparable {
    /// In the same or another spelling or form of the same word.
    case exact
    /// Only when read aloud: `modi sarkar` for मोदी सरकार.
    case sound

    public static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
  }

  public var headline: Headline
  /// Where the words stand in the story's text; nil when they stand nowhere but in its headline or what it is filed under.
  public var passage: Passage?
  /// The hits in the headline: UTF-8 bytes, in order, not overlapping.
  public var titleHits: [Range<Int>]
  public var nearness: Nearness
  /// Higher is better; comparable within one answer only.
  public var score: Double

  public init(
    headline: Headline, passage: Passage? = nil, titleHits: [Range<Int>] = [], nearness: Nearness = .exact,
    score: Double = 0
  ) {
    self.headline = headline
    self.passage = passage
    self.titleHits = titleHits
    self.nearness = nearness
    self.score = score
  }
}

/// A stretch of a text, whole clusters in the publisher's spelling, with what was looked for.
public struct Passage: Hashable, Sendable {
  public var text: String
  /// UTF-8 bytes of ``text``, in order, not overlapping.
  public var hits: [Range<Int>]
  /// Whether the text goes on before and after.
  public var isCutAtStart: Bool
  public var isCutAtEnd: Bool
  /// The body's block it is from; nil for the dek or a highlight.
  public var blockIndex: Int?

  public init(
    text: String, hits: [Range<Int>], isCutAtStart: Bool = false, isCutAtEnd: Bool = false, blockIndex: Int? = nil
  ) {
    self.text = text
    self.hits = hits
    self.isCutAtStart = isCutAtStart
    self.isCutAtEnd = isCutAtEnd
    self.blockIndex = blockIndex
  }
}
