internal import NewsModel
internal import NewsParsing

/// One story out of what several sources say of it.
enum StoryMerge {
  /// A feed's story with the text of its page. Headline, ID and feed stay the feed's: the list must not change under the reader.
  static func completed(_ stored: Article, with page: ExtractedArticle) -> Article {
    var article = stored
    let fromPage = Article(page, feed: Feed(id: stored.feed, title: ""), identity: stored.identity)
    // A page that gives less than the feed did is a stub: a barrier, a video, a notice.
    if textUTF8Count(page.body) >= textUTF8Count(stored.body) {
      article.body = fromPage.body
      article.completeness = .page
    } else {
      article.completeness = .unavailable
    }
    article.dek = page.dek ?? stored.dek
    if article.authors.isEmpty { article.authors = page.authors }
    article.published = stored.published ?? page.published
    article.modified = later(stored.modified, page.modified)
    article.section = page.section ?? stored.section
    article.credit = page.credit ?? stored.credit
    if !page.highlights.isEmpty { article.highlights = fromPage.highlights }
    article.tags += fromPage.tags.filter { !article.tags.contains($0) }
    if !fromPage.links.isEmpty { article.links = fromPage.links }
    if page.language != "und" { article.language = page.language }
    return article
  }

  private static func textUTF8Count(_ body: ArticleBody) -> Int {
    body.blocks.reduce(0) { $0 + ($1.kind == .picture ? 0 : $1.text.utf8.count) }
  }

  private static func later(_ first: Timestamp?, _ second: Timestamp?) -> Timestamp? {
    guard let first, let second else { return first ?? second }
    return max(first, second)
  }
}
