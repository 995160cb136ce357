public import NewsModel

/// A word of the story that is being chosen, to be looked up in all stories.
public struct WordChoice: Hashable, Sendable {
  var hit: BodyLayout.Hit
  /// As it is shown.
  public internal(set) var word: String
  /// What a search is asked for: the word as it was published.
  var query: String
  /// How many other stories have a word, by query; what is missing is not known yet.
  var counts: [String: Int] = [:]
  /// The column of the text that up and down keep to.
  var column: Int?

  /// How many other stories have the word; nil while that is not known.
  public var otherCount: Int? { counts[query] }
}

/// Asks how many stories besides one have a word.
public struct WordCountRequest: Hashable, Sendable {
  /// In the query language.
  public var query: String
  public var except: ArticleID

  public init(query: String, except: ArticleID) {
    self.query = query
    self.except = except
  }

  /// - Parameter page: the answer to a search for ``query``.
  public func count(in page: SearchPage) -> Int {
    // The story is among the first hits, or it is one of those that did not come.
    let isSurelyThere = page.totalCount > page.hits.count || page.hits.contains { $0.headline.id == except }
    return max(0, page.totalCount - (isSurelyThere ? 1 : 0))
  }
}
