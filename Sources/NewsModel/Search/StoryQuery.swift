/// What stories are looked for: the query language as a tree.
///
/// In text: words and `"phrases"` that all must be there, `word*` for beginnings, `-` before what must not be there, `OR` between
/// alternatives, parentheses, and fields: `title:`, `tag:`, `section:`, `feed:`, `after:`, `before:`, `on:`, `is:`, `lang:`. The
/// article <doc:QueryLanguage> tells all of it.
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
    /// One of several that tell the same.
    case grouped
    /// With a sentence that the reader marked.
    case marked
    /// With a note of the reader's.
    case noted
    /// BCP 47, the primary language.
    case language(String)
  }
}

extension StoryQuery {
  /// Reads the query language.
  ///
  /// A headline pasted as it is gives its words and no error, whatever colons, dashes and dandas it has. Linear in the text.
  ///
  /// - Parameter today: the moment that "yesterday" and "7d" count from; its offset is the reader's zone, whose days the dates mean.
  /// - Parameter isUnfinished: whether the text is still being typed. Then open quotation marks and parentheses end with it, and a
  ///   field or OR at its end that says nothing yet is passed over.
  public init(parsing text: String, today: Timestamp, isUnfinished: Bool = false) throws(QueryTrouble) {
    var parser = try QueryParser(text, today: today, isUnfinished: isUnfinished)
    self = try parser.query()
  }

  /// The same in its plainest form: no empty parts, nothing nested that need not be, no double negation.
  public var simplified: StoryQuery {
    switch self {
    case .all, .term, .filter: return self
    case .not(let query):
      switch query.simplified {
      case .not(let inner): return inner
      case .all: return .or([])
      case .or([]): return .all
      case let inner: return .not(inner)
      }
    case .and(let parts):
      var all: [StoryQuery] = []
      for part in parts.map(\.simplified) {
        switch part {
        case .all: continue
        case .and(let inner): all += inner
        case .or([]): return .or([])
        default: all.append(part)
        }
      }
      return all.isEmpty ? .all : all.count == 1 ? all[0] : .and(all)
    case .or(let parts):
      var all: [StoryQuery] = []
      for part in parts.map(\.simplified) {
        switch part {
        case .all: return .all
        case .or(let inner): all += inner
        default: all.append(part)
        }
      }
      return all.count == 1 ? all[0] : .or(all)
    }
  }

  /// Whether it asks anywhere for what `isMeant` accepts.
  public func contains(_ isMeant: (Filter) -> Bool) -> Bool {
    switch self {
    case .all, .term: false
    case .filter(let filter): isMeant(filter)
    case .not(let query): query.contains(isMeant)
    case .and(let parts), .or(let parts): parts.contains { $0.contains(isMeant) }
    }
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
    /// A mute rule that would hide all stories.
    case asksNothing
    /// `is:` in a mute rule: a rule says what stories are about, not what was done with them.
    case stateInRule
  }

  public var kind: Kind
  /// Where it stands in the text: UTF-8 bytes, whole clusters.
  public var place: Range<Int>

  public init(_ kind: Kind, at place: Range<Int>) {
    self.kind = kind
    self.place = place
  }
}
