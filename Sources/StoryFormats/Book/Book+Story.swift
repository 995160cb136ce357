public import NewsModel
import ReaderUI

extension Book {
  /// The file of the story with this ID; nil when it is not in the book.
  ///
  /// - Parameter story: nil for one that is not stored any more: its page says so.
  public func file(of id: ArticleID, _ story: Story?) -> BookFile? {
    guard let name = fileName(of: id) else { return nil }
    guard let story else {
      let text = words.phrases(.storyGone)
      return BookFile("EPUB/" + name, page(text, language: words.language, "<p>\(XMLText.escaped(text))</p>"))
    }
    let article = story.article
    let body = [
      line("section", article.section), "<h1>\(XMLText.escaped(article.title))</h1>", line("dek", article.dek),
      line("byline", words.byline(story), words.language), highlights(article),
      article.body.html(
        HTMLForm(isXML: true, pictureName: words.phrases(.picture), place: { fileName(at: $0) })),
      line("credit", article.credit),
      line("tags", article.tags.isEmpty ? nil : article.tags.map { "#" + $0 }.joined(separator: " ")),
      related(story), source(article),
    ]
    let text = body.filter { !$0.isEmpty }.joined(separator: "\n")
    return BookFile("EPUB/" + name, page(article.title, language: article.language, text))
  }

  /// Nothing for a text that is not there.
  private func line(_ name: String, _ text: String?, _ language: String? = nil) -> String {
    guard let text, !text.isEmpty else { return "" }
    return "<p class=\"\(name)\"\(language.map(attributes) ?? "")>\(XMLText.escaped(text))</p>"
  }

  private func highlights(_ article: Article) -> String {
    guard !article.highlights.isEmpty else { return "" }
    let items = article.highlights.map { "<li>\(XMLText.escaped($0.text))</li>" }.joined(separator: "\n")
    return
      "<div class=\"highlights\">\n<p class=\"label\"\(attributes(words.language))>\(words.phrases(.highlights))</p>\n<ul>\n\(items)\n</ul>\n</div>"
  }

  /// Stories that this one leads to: those of the book by a step inside of it, the publisher's others by their addresses.
  private func related(_ story: Story) -> String {
    var seen: Set<ArticleID> = [story.id]
    var items: [String] = []
    for link in story.article.links + story.computed {
      let inside = link.target.flatMap { fileName(of: $0) } ?? link.url.flatMap { fileName(at: $0) }
      if let target = link.target, !seen.insert(target).inserted { continue }
      let title = XMLText.escaped(link.title)
      if let inside {
        // A story may name itself.
        if inside == fileName(of: story.id) { continue }
        items.append("<li><a href=\"\(inside)\">\(title)</a></li>")
      } else if link.reason == .publisher {
        let outside = link.url.flatMap { LinkedText.isHarmless($0) ? XMLText.address($0) : nil }
        items.append(outside.map { "<li><a href=\"\($0)\">\(title)</a></li>" } ?? "<li>\(title)</li>")
      }
    }
    if items.isEmpty { return "" }
    return """
      <div class="related">
      <p class="label"\(attributes(words.language))>\(words.phrases(.related))</p>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      </div>
      """
  }

  /// The way to the publisher's page, and back to the contents.
  private func source(_ article: Article) -> String {
    let contents = "<a href=\"nav.xhtml\">\(words.say("Contents"))</a>"
    let page = article.url.flatMap { LinkedText.isHarmless($0) ? XMLText.address($0) : nil }.map {
      "<a href=\"\($0)\">\(words.say("The publisher's page"))</a> · "
    }
    return "<p class=\"source\"\(attributes(words.language))>\(page ?? "")\(contents)</p>"
  }
}
