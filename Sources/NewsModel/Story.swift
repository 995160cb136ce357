/// A story with all that the panes show: the article (its links resolved), its source, what points at it, what the reader did.
public struct Story: Hashable, Sendable {
  public var article: Article
  /// The source's name; empty when unknown.
  public var source: String
  public var state: ReadingState
  /// Stored stories whose pages point at this one, newest first.
  public var pointedAtBy: [Headline]
  /// Stored stories that the page does not name but that are near it: by what they are about or by tags, closest first. All are resolved.
  public var computed: [RelatedLink]
  /// False when the story was read without ``computed``, which takes longer than all the rest.
  public var hasComputed = true
  /// The reader's marks, in the order in which they were made.
  public var marks: [SentenceMark] = []
  /// When the publisher corrected the text last; nil when it is the first one.
  public var corrected: Timestamp?

  public init(
    article: Article, source: String, state: ReadingState, pointedAtBy: [Headline] = [],
    computed: [RelatedLink] = []
  ) {
    self.article = article
    self.source = source
    self.state = state
    self.pointedAtBy = pointedAtBy
    self.computed = computed
  }

  public var id: ArticleID { article.id }

  /// The page's own related stories.
  public var related: [RelatedLink] { article.links.filter { $0.reason == .publisher } }

  /// The page's "more from this section" list.
  public var moreFrom: [RelatedLink] { article.links.filter { $0.reason == .moreFromSection } }
}

/// What one import or refresh did to the store.
public struct ArticleChanges: Hashable, Sendable {
  public var new: [ArticleID] = []
  public var updated: [ArticleID] = []
  public var unchanged: [ArticleID] = []

  public init() {}
}
