internal import NewsModel

/// The part of a query that the index answers by itself, in the language of FTS5 (sqlite.org/fts5.html, 3).
///
/// Words get there only as quoted strings, so nothing that a reader types is ever read as that language.
struct MatchExpression {
  let expand: QueryCompiler.Expansion

  /// Nil when the index cannot say it: it holds a filter, or only what must not be there.
  ///
  /// - Parameter withTitles: whether words of headlines count as text of the index.
  func text(_ query: StoryQuery, withTitles: Bool) throws(SQLiteError) -> String? {
    switch query {
    case .all, .filter, .not: return nil
    case .term(let term):
      return term.place == .title && !withTitles ? nil : try text(term)
    case .or(let parts):
      var texts: [String] = []
      for part in parts {
        guard let text = try text(part, withTitles: withTitles) else { return nil }
        texts.append(text)
      }
      return texts.isEmpty ? nil : Self.joined(texts, "OR")
    case .and(let parts):
      var wanted: [String] = []
      var excluded: [String] = []
      for part in parts {
        if case .not(let inner) = part {
          guard let text = try text(inner, withTitles: withTitles) else { return nil }
          excluded.append(text)
        } else {
          guard let text = try text(part, withTitles: withTitles) else { return nil }
          wanted.append(text)
        }
      }
      if wanted.isEmpty { return nil }
      let all = Self.joined(wanted, "AND")
      return excluded.isEmpty ? all : "(\(all) NOT \(Self.joined(excluded, "OR")))"
    }
  }

  private func text(_ term: StoryQuery.Term) throws(SQLiteError) -> String {
    let alternatives = try expand(term).filter { !$0.isEmpty }.map { words in
      Self.string(words.joined(separator: " ")) + (term.isPrefix ? " *" : "")
    }
    // No word of the store is the empty one.
    let text = alternatives.isEmpty ? "\"\"" : Self.joined(alternatives, "OR")
    return term.place == .title ? "title : " + text : text
  }

  /// Two double quotes stand for one; keys have none anyway.
  static func string(_ key: String) -> String {
    "\"" + key.replacing("\"", with: "\"\"") + "\""
  }

  private static func joined(_ texts: [String], _ word: String) -> String {
    texts.count == 1 ? texts[0] : "(" + texts.joined(separator: " \(word) ") + ")"
  }
}
