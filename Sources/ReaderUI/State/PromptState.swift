public import NewsModel
public import Screen

/// What lies over the page and takes the keys.
public enum PromptState: Hashable, Sendable {
  case picker(PickerState)
  /// The line under the story in which a search is typed.
  case find(LineEditor)
  /// The line in which a search of all stories is typed.
  case search(LineEditor)
  /// The line in which the address of a feed or a site is typed.
  case address(LineEditor)
  /// The line in which the name of a query that is to be kept is typed.
  case queryName(LineEditor, SavedQuery)
  /// The line in which the new name of this tag is typed.
  case tagRename(LineEditor, String)
  /// The line in which a tag of the reader's own is typed, for this story.
  case tagName(LineEditor, ArticleID)
  /// The line in which a note on this marked sentence is typed.
  case note(LineEditor, SentenceMark)
  /// The line in which a command is typed that gets the story.
  case pipe(PipeState)
  /// A word of the story is chosen, to be looked up.
  case word(WordChoice)

  /// Whether it makes no sense any more when the stories are others.
  var isAboutStories: Bool {
    switch self {
    case .find, .search, .word: true
    case .address: false
    case .queryName, .tagName, .tagRename, .note, .pipe: true
    case .picker(let picker):
      switch picker.kind {
      case .tags, .tagPage, .mergeTag, .related, .similarTitles, .links, .copies, .savedQueries, .group, .wanted,
        .marks,
        .history:
        true
      case .themes, .help, .feeds, .candidates, .catalogue, .languages, .letters: false
      }
    }
  }

  /// Whether the key does something else than to be typed, though it is a letter.
  func isCommand(_ key: Key) -> Bool {
    guard case .picker(let picker) = self, picker.editor.text.isEmpty else { return false }
    return (key == .scalar(" ") && picker.kind.takesSeveral) || (key == .scalar("+") && picker.kind == .feeds)
  }

  var isFeeds: Bool {
    if case .picker(let picker) = self { picker.kind == .feeds } else { false }
  }
}

/// The one picker: a line to type in, and the items that match it.
public struct PickerState: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case tags
    /// All about the tag of this name.
    case tagPage(String)
    /// The tag that is to take this one in.
    case mergeTag(String)
    /// Smart lists and mute rules.
    case savedQueries
    /// The stories that tell what this one tells.
    case group(ArticleID)
    /// All marks and notes.
    case marks
    /// What corrections of this story changed.
    case history(ArticleID)
    /// Stories that stored ones point at and that are not here.
    case wanted
    case related
    /// Stored stories with headlines like this title.
    case similarTitles(String)
    case themes
    case help
    case feeds
    /// The feeds found at this address, as it was typed.
    case candidates(String)
    /// What the story's text leads to.
    case links
    /// What of the story can be copied.
    case copies
    /// A step from the language to the publishers.
    case catalogue
    /// The language of the reader's own words.
    case languages
    /// Whether Devanagari can be read here.
    case letters

    /// Whether several items can be marked and taken together.
    var takesSeveral: Bool {
      switch self {
      case .tags, .candidates, .catalogue: true
      case .tagPage, .mergeTag, .group, .wanted, .marks, .history, .savedQueries, .related, .similarTitles, .themes,
        .help, .feeds,
        .links, .copies, .languages, .letters:
        false
      }
    }
  }

  public var kind: Kind
  public var title: String
  public var editor = LineEditor()
  public internal(set) var items: [PickerItem]
  /// Indices into ``items`` that match what was typed, best first, with what matched.
  public internal(set) var matches: [PickerMatch] = []
  public internal(set) var selectedIndex = 0
  public internal(set) var topIndex = 0
  /// Whether the cursor stands on the selected line, where it was moved to, and not in the line that is typed in.
  public internal(set) var followsSelection = false
  /// Items marked to be taken together.
  public internal(set) var marked: Set<PickerItem.Choice> = []
  /// How marked tags go into the filter that need not all be there.
  public internal(set) var tagMarks: [String: TagMark] = [:]
  /// A sentence in place of the items while there are none.
  public var emptyText: String?
  /// The letters of the items: what is typed in others is compared in these.
  public var script: ScriptStyle

  public init(
    kind: Kind, title: String, items: [PickerItem] = [], script: ScriptStyle = .devanagari, emptyText: String? = nil
  ) {
    self.kind = kind
    self.title = title
    self.items = items
    self.emptyText = emptyText
    self.script = script
    narrow()
  }

  public var selected: PickerItem? {
    matches.indices.contains(selectedIndex) ? items[matches[selectedIndex].itemIndex] : nil
  }
}

/// One line of a picker.
public struct PickerItem: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    case tag(String)
    /// A tag whose page opens.
    case tagPage(String)
    case savedQuery(SavedQuery.ID)
    /// One of several spellings of a tag.
    case spelling(String)
    /// A place in a story: it opens with what was found there marked.
    case passage(ArticleID, Passage)
    /// A sentence of a story: it opens there.
    case sentence(ArticleID, String)
    case story(ArticleID)
    /// A marked sentence: its story opens there.
    case mark(SentenceMark)
    /// A correction of a story, by its place from the last one.
    case version(Int)
    /// A sentence that a story does not say any more.
    case pastSentence(Int)
    /// A story that is only a title.
    case ghost(title: String, section: String?)
    case theme(String)
    case action(ReaderAction)
    /// A macro: done one after another.
    case actions([ReaderAction])
    case lookForTitle(String)
    case feed(FeedID)
    case candidate(FeedCandidate)
    /// What a step of the catalogue offers; nil is the whole country.
    case offer(String?)
    /// A text to be copied.
    case copy(String)
    case language(UILanguage)
    case letters(ScriptStyle)
    /// Number `index` of the story's links.
    case link(index: Int, address: String, kind: LinkKind)
    /// The name of the group that follows; cannot be chosen.
    case heading(String)
    /// A line that only tells something; cannot be chosen.
    case fact(String)
  }

  /// A line of a concordance: what was looked for, and the text around it.
  ///
  /// All lines of a picker have ``hit`` begin in the same column; of ``before`` the end is shown, of ``after`` the beginning.
  public struct Context: Hashable, Sendable {
    public var before: String
    public var hit: String
    public var after: String

    public init(before: String, hit: String, after: String) {
      self.before = before
      self.hit = hit
      self.after = after
    }
  }

  /// What a line of a story's history tells.
  public struct Change: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case added, removed
    }

    public var kind: Kind
    /// Offsets in the label of the clusters that the other version does not have.
    public var words: Set<Int>
  }

  public var choice: Choice
  public var label: String
  /// Dim, at the right edge: a count, a section, keys.
  public var detail: String
  public var isGhost: Bool
  /// A sentence that is shown under the items while this one is selected.
  public var note: String
  /// Whether the note tells of something that went wrong.
  public var hasTrouble: Bool
  /// Shown in place of the label, which is the same in one piece.
  public var context: Context?
  public var change: Change?

  public init(
    choice: Choice, label: String, detail: String = "", isGhost: Bool = false, note: String = "",
    hasTrouble: Bool = false, context: Context? = nil
  ) {
    self.choice = choice
    self.label = label
    self.detail = detail
    self.isGhost = isGhost
    self.note = note
    self.hasTrouble = hasTrouble
    self.context = context
  }

  /// Whether it goes on from, or tells about, the line above it.
  var isFact: Bool {
    if case .fact = choice { true } else { false }
  }

  /// The tag that the line is about, in the list of tags.
  var tagName: String? {
    if case .tag(let name) = choice { name } else { nil }
  }

  /// Whether it only names or tells something.
  var isHeading: Bool {
    switch choice {
    case .heading, .fact: true
    default: false
    }
  }
}

public struct PickerMatch: Hashable, Sendable {
  public var itemIndex: Int
  /// Offsets of the matched clusters in the item's label.
  public var hitClusters: Set<Int>
}

/// How a tag of the filter is meant, when not as one of those that must all be there.
public enum TagMark: Hashable, Sendable {
  /// One of several of which one is enough.
  case any
  /// Must not be there.
  case none
}

/// A line of typed text, as the keys bring it: scalar by scalar.
///
/// Backspace takes the last scalar of an Indic cluster (कि becomes क), as every Hindi keyboard does, and the whole of any other
/// cluster (an emoji, a letter with accents). UAX #29, section 3 leaves this to the script. What remains never begins with a mark.
public struct LineEditor: Hashable, Sendable {
  public private(set) var text: String

  public init(_ text: String = "") {
    self.text = text
  }

  /// Whether the key changed or could have changed the text; false leaves it to others.
  public mutating func take(_ key: Key) -> Bool {
    switch key {
    case .scalar(let scalar):
      // A line that begins with a mark would be a lone mark on the screen.
      if text.isEmpty && scalar.properties.generalCategory.isMark { return true }
      if text.unicodeScalars.count < Self.capacityScalars { text.unicodeScalars.append(scalar) }
      return true
    case .backspace:
      removeLast()
      return true
    case .control("u"):
      text = ""
      return true
    case .control("w"):
      while text.last?.isWhitespace == true { text.removeLast() }
      while let last = text.last, !last.isWhitespace { text.removeLast() }
      return true
    default:
      return false
    }
  }

  private mutating func removeLast() {
    guard let cluster = text.last else { return }
    let isIndic = cluster.unicodeScalars.contains { (0x900...0xDFF).contains($0.value) }
    if isIndic { text.unicodeScalars.removeLast() } else { text.removeLast() }
  }

  /// Longer than anybody types; a pasted book stops here.
  private static let capacityScalars = 500
}

extension Unicode.GeneralCategory {
  var isMark: Bool { self == .spacingMark || self == .nonspacingMark || self == .enclosingMark }
}
