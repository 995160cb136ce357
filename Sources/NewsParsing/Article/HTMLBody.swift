internal import IndicText
public import NewsModel

/// Bodies of items as feeds carry them, made into blocks.
public enum HTMLBody {
  /// The blocks of a piece of HTML.
  ///
  /// All of it counts as text of the story but scripts, styles, what is hidden, forms' fields, counters and advertisements.
  /// Text comes in normal form (see `NormalForm`), without markup; links and pictures lead to http, https, mailto or magnet only.
  /// - Parameter html: any text; what is no markup in it is text.
  /// - Parameter baseURL: what relative addresses are relative to; without it they lead nowhere.
  /// - Complexity: linear in the length of `html`.
  public static func body(ofFragment html: String, baseURL: String?) -> ArticleBody {
    // Text without markup is not worth a tree.
    if !html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      let line = NormalForm.line(html)
      return ArticleBody(paragraphs: line.isEmpty ? [] : [line])
    }
    let document = HTMLDocument(html, scope: .fragment)
    var builder = BodyBuilder(document: document, baseURL: baseURL)
    builder.add(document.root.range)
    return ArticleBody(blocks: builder.blocks)
  }

  /// The blocks of text without markup: every line that is not blank is a paragraph.
  public static func body(ofPlainText text: String) -> ArticleBody {
    let lines = NormalForm.repaired(text).text.utf8.split(separator: UInt8(ascii: "\n"))
      .map { NormalForm.line(String(Substring($0))) }
    return ArticleBody(paragraphs: lines.filter { !$0.isEmpty })
  }

  /// The blocks of a text of either kind.
  public static func body(of text: MarkedText) -> ArticleBody {
    switch text.kind {
    case .plain: body(ofPlainText: text.text)
    case .html: body(ofFragment: text.text, baseURL: text.baseURL)
    }
  }
}
