public import NewsModel
public import NewsParsing

extension Article {
  /// What a page said, as a story of `feed` under `identity`. Nothing is added to it and nothing left out.
  init(_ page: ExtractedArticle, feed: Feed, identity: String) {
    let moreFrom = page.moreFrom
    let related = page.related.map {
      RelatedLink(title: $0.title, section: $0.section, url: $0.url, reason: .publisher)
    }
    let more = (moreFrom?.titles ?? []).map {
      RelatedLink(title: $0.title, section: $0.section ?? moreFrom?.section, url: $0.url, reason: .moreFromSection)
    }
    self.init(
      id: ArticleID(identity: identity), identity: identity, feed: feed.id, url: page.url, title: page.title,
      dek: page.dek, authors: page.authors, published: page.published, modified: page.modified, language: page.language,
      section: page.section, credit: page.credit, body: page.illustratedBody,
      highlights: page.highlights.map { Highlight(text: $0) }, tags: page.tags, links: related + more)
  }
}

extension Feed {
  /// The source of a saved page: the publisher that it names.
  ///
  /// Its language is left open: publishers write in several.
  public init(of page: ExtractedArticle) {
    self = Feed.savedPages(publisher: page.publisher)
  }
}

/// The story that a page would be in an empty store: for showing what was understood without storing it.
///
/// Its ID is the one that an import gives it, unless the store has an earlier version of the page.
public func provisionalArticle(from page: ExtractedArticle) -> Article {
  let feed = Feed(of: page)
  return Article(page, feed: feed, identity: StoryIdentity.new(for: page, feed: feed.id))
}

extension ExtractedArticle {
  /// The body, begun with the page's picture where the body shows none of its own.
  fileprivate var illustratedBody: ArticleBody {
    guard let picture, !body.blocks.contains(where: { $0.kind == .picture }) else { return body }
    let caption = [picture.caption, picture.credit].compactMap { $0 }.joined(separator: " · ")
    return ArticleBody(blocks: [Block(kind: .picture, text: caption, address: picture.url)] + body.blocks)
  }
}
