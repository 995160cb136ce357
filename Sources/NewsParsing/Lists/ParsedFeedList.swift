public import NewsModel

/// What a file said that lists feeds, as far as it was understood.
public struct ParsedFeedList: Hashable, Sendable {
  public var list: FeedList
  /// In the file's order; at most ``noteLimit``, then one that counts the rest.
  public var notes: [FeedListNote] = []

  /// A list of nothing but mistakes must not become as many sentences.
  static let noteLimit = 1_000

  public init(list: FeedList, notes: [FeedListNote] = []) {
    self.list = list
    self.notes = notes
  }
}

/// What was repaired, left out or refused while reading a list of feeds, as facts; the sentence is made where it is shown.
public struct FeedListNote: Hashable, Sendable {
  /// From 1; nil when it concerns the whole file.
  public var line: Int?
  public var fact: Fact

  public enum Fact: Hashable, Sendable {
    /// Not subscribed to. The address is clean text and may be cut.
    case refused(address: String, Refusal)
    /// A feed without an address; with its name, and its site when the list has one.
    case addressMissing(name: String, site: String?)
    /// The same feed stood in the same folder before.
    case repeated(address: String)
    /// The list refers to another list, which is not fetched.
    case listNotFollowed(address: String)
    /// newsboat hides this feed; khabar shows it.
    case shownThoughHidden(address: String)
    /// A feed held further lines; they stand in a folder of its name now, after the feed itself.
    case feedHeldLines(name: String)
    /// Signs that may not stand where they stood (a bare `&` or `<`, control characters) were mended, this many.
    case markupMended(Int)
    /// The markup is broken from this line on; what could be read was read.
    case markupBroken
    case bodyMissing
    /// Folders nested deeper than this many were taken apart; their feeds stand in the last one that is kept.
    case foldersTooDeep(Int)
    /// One line had more attributes than this many; the rest was left out.
    case attributesDropped(Int)
    /// The list is longer than this many lines; the rest was not read.
    case cutOff(Int)
    /// A quote was never closed.
    case quoteNotClosed
    /// This many more notes.
    case more(Int)
  }

  /// Why an address of a list is not taken.
  public enum Refusal: Hashable, Sendable {
    /// `exec:`: a program would be run.
    case runsProgram
    /// `filter:`: a program would be run over what was fetched.
    case filtersThroughProgram
    /// `file:`, or a path.
    case localFile
    /// `query:`: a list made by a search.
    case smartList
    /// Another scheme than http and https, in lower case.
    case scheme(String)
    /// No address at all.
    case notAnAddress
  }

  public init(line: Int?, _ fact: Fact) {
    self.line = line
    self.fact = fact
  }
}

/// Why a file is not taken as a list of feeds.
public enum FeedListError: Error, Hashable, Sendable {
  /// What the file is instead.
  public enum Kind: String, Hashable, Sendable {
    /// A feed itself: RSS, Atom, RDF, JSON Feed.
    case feed
    case html, xml, json, text, binary
  }

  /// Nothing but blanks.
  case empty
  case tooLarge(utf8Count: Int, limit: Int)
  case notAFeedList(Kind)
}

/// Gathers notes up to the limit.
struct FeedListNotes {
  private var notes: [FeedListNote] = []
  private var droppedCount = 0
  private var once: Set<FeedListNote.Fact> = []

  mutating func add(line: Int?, _ fact: FeedListNote.Fact) {
    if notes.count < ParsedFeedList.noteLimit {
      notes.append(FeedListNote(line: line, fact))
    } else {
      droppedCount += 1
    }
  }

  /// Only the first time that this is to be said.
  mutating func addOnce(line: Int?, _ fact: FeedListNote.Fact) {
    if once.insert(fact).inserted { add(line: line, fact) }
  }

  var all: [FeedListNote] { droppedCount > 0 ? notes + [FeedListNote(line: nil, .more(droppedCount))] : notes }
}
