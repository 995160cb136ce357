internal import IndicText

/// Reads the story of a publisher's page: what the page says about itself, its parts by their labels, its text.
///
/// See the articles <doc:PageMetadata> and <doc:PageAnatomy>. It does no I/O and knows no clock.
public struct ArticleExtractor: Sendable {
  /// Larger pages are refused; in bytes.
  public static let byteLimit = HTMLDocument.utf8CountLimit

  private let knowledge: PageKnowledge

  /// - Parameter knowledge: names of sections and tags that other stories have taught.
  public init(knowledge: PageKnowledge = PageKnowledge()) {
    self.knowledge = knowledge
  }

  /// The story of a page as it came over the network or from a file.
  ///
  /// - Parameters:
  ///   - contentType: the HTTP header of this name; nil for a file. Its charset is believed before the page's own word.
  ///   - url: where the page was fetched from; relative addresses are relative to it. Nil for a file.
  /// - Throws: why the bytes are no page of a story.
  public func extract(
    _ bytes: [UInt8], contentType: String? = nil, url: String? = nil
  ) throws(PageError) -> ExtractedArticle {
    if bytes.count > Self.byteLimit { throw .tooLarge(utf8Count: bytes.count, limit: Self.byteLimit) }
    try PageSniffer.check(bytes, mediaType: PageSniffer.mediaType(contentType))
    let decoded = TextDecoding.decode(bytes, charset: PageSniffer.charset(contentType), as: .html)
    return try extract(decoded.text, url: url, notes: decoded.notes)
  }

  /// The story of a page that is text already.
  public func extract(_ html: String, url: String? = nil) throws(PageError) -> ExtractedArticle {
    let utf8Count = html.utf8.count
    if utf8Count > Self.byteLimit { throw .tooLarge(utf8Count: utf8Count, limit: Self.byteLimit) }
    return try extract(html, url: url, notes: [])
  }

  private func extract(_ html: String, url: String?, notes: [ParseNote]) throws(PageError) -> ExtractedArticle {
    try PageSniffer.check(html)
    let document = HTMLDocument(html)
    var assembly = PageAssembly(document, url: url, knowledge: knowledge, notes: notes)
    return try assembly.article()
  }
}
