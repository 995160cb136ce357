import NewsModel

/// A word of a story as a question for all stories.
enum WordQuery {
  /// The query that finds `word` in any spelling and form; in quotation marks where the word alone means something else in a query.
  static func text(for word: String, today: Timestamp) -> String {
    if let query = try? StoryQuery(parsing: word, today: today), case .term(let term) = query, !term.isPhrase,
      term.text == word
    {
      return word
    }
    return "\"" + word.replacing("\"", with: "") + "\""
  }
}
