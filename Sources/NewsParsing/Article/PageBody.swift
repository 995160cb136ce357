public import NewsModel

/// The story of a page as blocks.
public enum PageBody {
  /// What is known about the story from elsewhere on the page.
  public struct Hints: Sendable {
    /// The headline, so that it is not said twice.
    public var title: String?
    /// The standfirst.
    public var dek: String?
    /// The text that the page gives to machines (schema.org `articleBody`), with or without markup.
    public var articleBody: String?

    public init(title: String? = nil, dek: String? = nil, articleBody: String? = nil) {
      self.title = title
      self.dek = dek
      self.articleBody = articleBody
    }
  }

  /// The blocks of the story that a page tells; empty when it tells none.
  ///
  /// - Parameter baseURL: the page's own address; its `base` element, if there is one, goes before.
  /// - Complexity: linear in the size of the document.
  public static func extract(_ document: HTMLDocument, baseURL: String?, hints: Hints = Hints()) -> ArticleBody {
    let names = document.nodes.indices.map { index -> NameHints in
      document.nodes[index].kind == .element ? NameHints.of(HTMLNode(document: document, index: index)) : []
    }
    let strict = body(document, baseURL, names, hints, .strict)
    if strict.length >= 700 { return strict.body }
    // A page of a kind of its own: a gallery, a live report, a forum. What the names say about it is not to be trusted, if
    // there is much more without them.
    let lax = body(document, baseURL, names, hints, .lax)
    if lax.length > strict.length * (strict.length >= 250 ? 4 : 2) { return lax.body }
    if strict.length >= 120 { return strict.body }
    let bare = body(document, baseURL, names, hints, .bare)
    return bare.length > strict.length * 2 ? bare.body : strict.body
  }

  private static func body(
    _ document: HTMLDocument, _ baseURL: String?, _ names: [NameHints], _ hints: Hints,
    _ strictness: ContentScore.Strictness
  ) -> (body: ArticleBody, length: Int) {
    let score = ContentScore(document, hints: names, strictness: strictness)
    let best = score.best
    var leftOut = score.leftOut
    Boilerplate.prune(&leftOut, in: score, root: best)
    var builder = BodyBuilder(document: document, baseURL: baseURL)
    builder.leftOut = leftOut
    builder.readsNoscript = true
    for opening in score.openings(of: best) { builder.add(document.nodes[opening].range(at: opening)) }
    // What stands outside the story's element says nothing about whether that was found well.
    let openingLength = length(of: builder.blocks)
    builder.add(document.nodes[best].range(at: best))
    let blocks = Boilerplate.withoutFrame(builder.blocks, hints: hints)
    return (ArticleBody(blocks: blocks), max(0, length(of: blocks) - openingLength))
  }

  private static func length(of blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + ($1.kind == .picture ? 0 : $1.text.unicodeScalars.count) }
  }
}

extension HTMLDocument.Record {
  func range(at index: Int) -> Range<Int> { index..<Int(end) }
}
