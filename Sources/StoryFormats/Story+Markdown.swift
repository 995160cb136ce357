public import NewsModel
import ReaderUI

extension StoryWords {
  /// A whole story as CommonMark: headline, standfirst, byline, address, highlights, text, tags; ends with a line end.
  ///
  /// Related stories are given with their addresses, where they have one.
  public func markdown(_ story: Story) -> String {
    let article = story.article
    var parts = ["# " + MarkdownText.escaped(article.title)]
    if let dek = article.dek, !dek.isEmpty { parts.append("*\(MarkdownText.escaped(dek))*") }
    let byline = [byline(story), article.section ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    if !byline.isEmpty { parts.append(MarkdownText.escaped(byline, startsLine: true)) }
    if let url = article.url, LinkedText.isHarmless(url) {
      parts.append(MarkdownText.link(MarkdownText.escaped(url), url))
    }
    if !article.highlights.isEmpty {
      parts.append("**\(phrases(.highlights))**")
      parts.append(list(article.highlights.map { MarkdownText.escaped($0.text, startsLine: true) }))
    }
    parts.append(article.body.markdown)
    if let credit = article.credit, !credit.isEmpty { parts.append("*\(MarkdownText.escaped(credit))*") }
    if !article.tags.isEmpty {
      parts.append(article.tags.map { MarkdownText.escaped("#" + $0, startsLine: true) }.joined(separator: " "))
    }
    let related = story.related.map { link in
      let title = MarkdownText.escaped(link.title, startsLine: true)
      return link.url.map { LinkedText.isHarmless($0) ? MarkdownText.link(title, $0) : title } ?? title
    }
    if !related.isEmpty { parts += ["**\(phrases(.related))**", list(related)] }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func list(_ items: [String]) -> String {
    items.map { "- " + $0 }.joined(separator: "\n")
  }
}
