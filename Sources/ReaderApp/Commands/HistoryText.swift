import NewsModel

/// What corrections of a story changed, for standard output: `−` before what went, `+` before what came, the changed words of a sentence
/// in brackets as wdiff(1) writes them.
struct HistoryText {
  private(set) var lines: [String] = []

  init(_ history: StoryHistory) {
    for step in history.steps {
      if !lines.isEmpty { lines.append("") }
      lines.append(step.replaced.rfc3339)
      for change in step.changes {
        let isBoth = !change.removed.isEmpty && !change.added.isEmpty
        let part = change.part == .body ? "" : change.part.rawValue + ": "
        if !change.removed.isEmpty {
          lines.append("  − " + part + Self.text(change.removed, isBoth ? ("[-", "-]") : nil))
        }
        if !change.added.isEmpty { lines.append("  + " + part + Self.text(change.added, isBoth ? ("{+", "+}") : nil)) }
      }
    }
  }

  private static func text(_ pieces: [SentenceChange.Piece], _ brackets: (String, String)?) -> String {
    pieces.map { piece in
      guard let brackets, piece.isChanged else { return piece.text }
      // Blanks after the last word stay outside.
      let blanks = piece.text.reversed().prefix { $0.isWhitespace }.count
      return brackets.0 + piece.text.dropLast(blanks) + brackets.1 + piece.text.suffix(blanks)
    }.joined()
  }
}

extension JSONFeedDocument {
  /// A correction, in `show --history`.
  struct Correction: Encodable {
    struct Change: Encodable {
      var part: String
      var removed: String?
      var added: String?
    }

    /// When the text that is told here was replaced.
    var replaced: String
    var title: String
    var summary: String?
    var contentText: String
    var changes: [Change]

    enum CodingKeys: String, CodingKey {
      case replaced, title, summary, changes
      case contentText = "content_text"
    }

    init(_ step: StoryHistory.Step) {
      replaced = step.replaced.rfc3339
      title = step.before.title
      summary = step.before.dek
      contentText = step.before.body.plainText
      changes = step.changes.map { change in
        Change(
          part: change.part.rawValue, removed: change.removed.isEmpty ? nil : change.removedText,
          added: change.added.isEmpty ? nil : change.addedText)
      }
    }
  }

  /// A sentence that the reader marked.
  struct Mark: Encodable {
    var sentence: String
    var note: String?
    var made: String

    init(_ mark: SentenceMark) {
      sentence = mark.anchor.sentence
      note = mark.note.isEmpty ? nil : mark.note
      made = mark.made.rfc3339
    }
  }
}
