internal import IndicText
internal import NewsModel

/// How a story itself writes words that are known by their keys.
struct Spellings {
  private var spellings: [String: String] = [:]

  init(of keys: Set<String>, in article: Article) {
    guard !keys.isEmpty else { return }
    for text in [article.title, article.dek ?? ""] + article.body.blocks.lazy.map(\.text) {
      for range in WordIterator(text, locale: article.language) {
        let word = String(text[range])
        let key = SearchKey.fold(word)
        if keys.contains(key), spellings[key] == nil { spellings[key] = word }
      }
      if spellings.count == keys.count { return }
    }
  }

  /// The key itself for a word that is not found.
  subscript(key: String) -> String { spellings[key] ?? key }
}
