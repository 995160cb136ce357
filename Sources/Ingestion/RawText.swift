internal import NewsModel
internal import NewsParsing

/// A feed's text as blocks.
enum RawText {
  static func blocks(_ text: String, _ form: RawBody.Form, baseURL: String?) -> ArticleBody {
    switch form {
    case .html: HTMLBody.body(ofFragment: text, baseURL: baseURL)
    case .plain: HTMLBody.body(ofPlainText: text)
    }
  }
}
