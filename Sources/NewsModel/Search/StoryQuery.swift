/// What stories are looked for: the query language as a tree.
///
/// In text: words and `"phrases"` that all must be there, `word*` for beginnings, `-` before what must not be there, `OR` between
/// alternatives, parentheses, and fields: `title:`, `tag:`, `section:`, `feed:`, `after:`, `before:`, `is:unread`, `is:starred`, `lang:`.
public indirect enum StoryQuery: Hashable, Sendable {
  /// Every story.
  case all
  case term(Term)
  case filter(Filter)
  /// All of these hold; empty holds always.
  case and([StoryQuery])
  /// One of these holds; empty holds never.
  case or([StoryQuery])
  case not(StoryQuery)

  /// A word or phrase of the text.
  public struct Term: Hashable, Sendable {
    public enum Place: String, Hashable, Sendable {
      /// Headline, dek, highlights, body, and what the story is filed under.
      case anywhere
      case title
    }

    /// As it was typed, without quotation marks.
    public var text: String
    public var place: Place
    /// The words in this order and in this form.
    public var isPhrase: Bool
    /// Words that begin with the last one.
    public var isPrefix: Bool

    public init(_ text: String, place: Place = .anywhere, isPhrase: Bool = false, isPrefix: Bool = false) {
      self.text = text
      self.place = place
      self.isPhrase = isPhrase
      self.isPrefix = isPrefix
    }
  }

  /// What a story is filed under.
  public enum Filter: Hashable, Sendable {
    /// In any spelling.
    case tag(String)
    case section(String)
    /// A feed's ID or the beginnings of its name's words.
    case feed(String)
    /// Days include their first second and not the first of the day after; seconds since 1970.
    case from(Int64)
    case until(Int64)
    case unread
    case starred
    /// Hidden by a mute rule.
    case muted
    /// BCP 47, the primary language.
    case language(String)
  }
}

/// What could not be understood of a query, and where.
public struct QueryTrouble: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A quotation mark or parenthesis without its partner.
    case unclosed(Character)
    case unopened(Character)
    /// No such field.
    case unknownField(String)
    /// A field without what it asks for.
    case missingValue(field: String)
    /// `is:` or `lang:` with a word that they do not know.
    case unknownValue(field: String, value: String)
    case notADate(String)
    /// A `-` or `OR` without anything to work on.
    case missingOperand(String)
    /// Deeper or longer than anyone types.
    case tooLong
  }

  public var kind: Kind
  /// Where it stands in the text: UTF-8 bytes, whole clusters.
  public var place: Range<Int>

  public init(_ kind: Kind, at place: Range<Int>) {
    self.kind = kind
    self.place = place
  }
}
