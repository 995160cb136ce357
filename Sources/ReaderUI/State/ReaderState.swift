public import CellText
public import NewsModel
public import Screen

/// What the reader chose once, for the whole session.
public struct ReaderSettings: Hashable, Sendable {
  public var language: UILanguage
  /// The reader's own numbers, unless ``storyDigits`` says otherwise.
  public var digits: DigitStyle
  public var calendar: CalendarStyle
  public var widthModel: WidthModel
  /// The reader chose the model; what the terminal says does not change it.
  public var isWidthModelForced: Bool
  /// The widest line of body text, in columns.
  public var measureColumns: Int
  public var keys: KeyMap
  /// Who orders text from right to left.
  public var bidi: BidiOrder
  /// The letters of the whole page.
  public var script: ScriptStyle
  /// All digits on the page, the stories' and the reader's own; nil shows those of the stories as they were published.
  public var storyDigits: DigitStyle?
  /// Minutes from the end of a refresh until the next one by schedule; nil is never.
  public var refreshMinutes: Int?
  /// Whether the welcome, with the catalogue in it, is still to be shown by itself, once, to a reader who has nothing but the sample.
  public var offersCatalogue: Bool
  /// What was searched before, the last one first.
  public var recentSearches: [String]
  /// The command that got a story last, and in which form; empty for none.
  public var lastCommand = ""
  public var pipeForm = PipeState.Form.markdown
  /// Whether the terminal's character set has block elements; charts are made of ASCII signs otherwise.
  public var hasBlockElements: Bool
  /// Whether stories that tell the same have one row.
  public var isGrouped: Bool
  /// Whether links are given to the terminal as links.
  public var hyperlinks = HyperlinkUse.auto
  /// Whether this terminal is known to understand them.
  public var terminalHasHyperlinks = false
  public var dateStyle: DateStyle
  public var page: PageSettings
  /// When pictures are fetched.
  public var pictures: PicturePolicy
  public var list: ListFormat
  /// Whether the mouse is the reader's, and not the terminal's.
  public var isMouseOn = true
  /// Where the edges between panes were drawn.
  public var split = PaneSplit()
  public var frames = FrameStyle.lines
  /// Whether the cursor is drawn also where nothing is typed, for those who follow it with a magnifier.
  public var showsCursor = false

  public init(
    language: UILanguage = .hindi, digits: DigitStyle = .ascii, calendar: CalendarStyle = .gregorian,
    widthModel: WidthModel = .spacingMarks, isWidthModelForced: Bool = false, measureColumns: Int = 70,
    keys: KeyMap = .standard, bidi: BidiOrder = .khabar, script: ScriptStyle = .devanagari,
    storyDigits: DigitStyle? = nil, refreshMinutes: Int? = 60, offersCatalogue: Bool = false,
    recentSearches: [String] = [], isGrouped: Bool = false, hasBlockElements: Bool = true,
    dateStyle: DateStyle = .relative, page: PageSettings = PageSettings(), list: ListFormat = ListFormat(),
    pictures: PicturePolicy = .ask
  ) {
    self.language = language
    self.digits = digits
    self.calendar = calendar
    self.widthModel = widthModel
    self.isWidthModelForced = isWidthModelForced
    self.measureColumns = measureColumns
    self.keys = keys
    self.bidi = bidi
    self.script = script
    self.storyDigits = storyDigits
    self.refreshMinutes = refreshMinutes
    self.offersCatalogue = offersCatalogue
    self.recentSearches = recentSearches
    self.isGrouped = isGrouped
    self.hasBlockElements = hasBlockElements
    self.dateStyle = dateStyle
    self.page = page
    self.list = list
    self.pictures = pictures
  }
}

extension ReaderSettings {
  var showsHyperlinks: Bool { hyperlinks == .always || (hyperlinks == .auto && terminalHasHyperlinks) }
}

/// The whole reader. Changes only in `apply`; a ``ReaderView`` draws it.
public struct ReaderState: Hashable, Sendable {
  public internal(set) var settings: ReaderSettings {
    didSet { rowMemo = HeadlineRowMemo() }
  }
  public internal(set) var theme: Theme
  public internal(set) var size: Size
  public internal(set) var now: Timestamp {
    didSet { rowMemo = HeadlineRowMemo() }
  }
  private(set) var rowMemo = HeadlineRowMemo()
  public internal(set) var edition: Edition
  /// True once the first list has come, however short.
  public internal(set) var hasLoadedHeadlines = false
  public internal(set) var focus = Pane.headlines
  /// Where the screen has no room for the list beside the story: whether the story is shown.
  public internal(set) var isStoryOpen = false
  public internal(set) var headlines = HeadlineListState()
  /// Nil while nothing is searched.
  public internal(set) var search: SearchState?
  public internal(set) var highlights = HighlightsState()
  public internal(set) var body = BodyState()
  /// Nil while nothing is read aloud.
  public internal(set) var speech: SpeechState?
  public internal(set) var trail = Trail()
  /// What lies over the page and has the keys; nil when nothing does.
  public internal(set) var prompt: PromptState?
  public internal(set) var message: Message?
  /// Keys of a sequence that waits for the next one.
  public internal(set) var typedKeys: [Key] = []
  /// Nil while none runs.
  public internal(set) var refresh: RefreshState?
  /// Nil until they are known.
  public internal(set) var subscriptions: [SubscriptionRow]?
  /// Whether a story is on its way from the store.
  public var awaitsStory: Bool { awaitedStory != nil }

  /// Whether an event is on its way that lays out more of the story.
  var isLayingOut = false
  /// The story that was asked for and has not come yet.
  var awaitedStory: AwaitedStory?
  var messageCount = 0
  /// How often keys have waited for the next one.
  var typedKeysCount = 0
  /// The rest of a macro: it waits for what its last action asked for.
  var awaitedActions: [ReaderAction] = []
  var isFindingUnread = false
  /// Sentences that were given to the speaker since the start.
  var speechCount = 0
  /// The story that is to be read aloud when it comes.
  var awaitedSpeech: ArticleID?
  /// The highlight that led to the sentence that is marked, and how the page stood.
  var highlightStop: HighlightStop?
  /// Stories whose pages are on their way, and why others did not come.
  var completing: Set<ArticleID> = []
  var completionFailures: [ArticleID: String] = [:]
  /// Stories whose pictures the reader asked for since the start.
  var picturesWanted: Set<ArticleID> = []
  var lastRefreshEnd: Timestamp?
  /// New feeds that wait for the end of the refresh that runs.
  var feedsToRefresh: [FeedID] = []
  /// What was unsubscribed since the start, the last one at the end.
  var unsubscribed: [SubscriptionRow] = []
  /// How many stories there were before the store changed, until the changed list has come.
  var newcomersFrom: Int?
  /// Where everything stood before the letters were changed, to be taken up again when they are changed back at once.
  var placesBefore: PlacesBefore?
  /// Smart lists and mute rules, as they were read last.
  var savedQueries: [SavedQuery] = []
  /// Those that were taken away since the start, the last one at the end.
  var removedQueries: [SavedQuery] = []
  /// What the kept query that the list shows asks for, and what it is called.
  var listFilter: StoryQuery?
  var filterName: String?
  /// Tags of the filter that need not all be there.
  var tagChoice = TagChoice()
  /// What `U` takes back, the last one at the end.
  var undoable: [Undoable] = []
  /// The versions that the open picker shows; their lines are made anew for another width.
  var shownGroup: StoryGroup?
  /// What the open picker tells of corrections; its lines are made anew for another width.
  var shownHistory: StoryHistory?
  /// The marks on the open page of marks, and those that were taken away on it.
  var markedSentences: [MarkedSentence] = []
  var removedMarks: Set<SentenceMark> = []
  /// The session to go on with, until the reader starts.
  var sessionToRestore: ReaderSession?
  /// What was kept of the session last.
  var keptSession: ReaderSession?
  /// What is to be marked in a story that is on its way.
  var awaitedMark: AwaitedMark?
  /// The tags whose pages were opened one from another, the one on the screen at the end.
  var tagPages: [String] = []
  /// Nil while a new reader is asked nothing.
  var welcome: WelcomeStep?
  /// The edge that is being drawn elsewhere with the mouse.
  var drawnEdge: PaneEdge?
  /// How far a linear page has gone through what it shows.
  var linearPlace = LinearPlace()
  /// Nil until the catalogue has come.
  var chooser: CatalogueChooser?
  /// The themes of the open theme picker, by name, and the one to go back to when it is left.
  var knownThemes: [String: Theme] = [:]
  var themeBefore: Theme?

  public init(
    settings: ReaderSettings = ReaderSettings(), theme: Theme = .compiledIn, size: Size, now: Timestamp,
    edition: Edition = .own
  ) {
    self.settings = settings
    self.theme = theme
    self.size = size
    self.now = now
    self.edition = edition
    headlines.query.isGrouped = settings.isGrouped
  }

  public var layout: PaneLayout {
    PaneLayout(
      size: size, isStoryOpen: isStoryOpen, focus: focus, highlightLineCount: highlights.lines.count,
      storyHasHighlights: !(body.story?.article.highlights.isEmpty ?? true), settings: settings.page,
      split: settings.split)
  }

  /// The story that keys like `s` and `o` mean: the one in the pane that has the keys.
  public var currentStoryID: ArticleID? {
    focus == .headlines ? headlines.selected?.id : body.story?.id
  }
}

/// Tags of which one is enough, and tags that must not be there; those that must all be there are ``HeadlineQuery/tags``.
struct TagChoice: Hashable, Sendable {
  var any: [String] = []
  var none: [String] = []

  var isEmpty: Bool { any.isEmpty && none.isEmpty }
}

/// What the reader can take back.
enum Undoable: Hashable, Sendable {
  case unsubscribing
  case removing(SavedQuery)
  case tag(TagChange)
  /// A tag was put on a story, or taken off it; the effect does the opposite.
  case effect(ReaderEffect)
  /// The star or the unread mark of stories was changed; the change is the opposite.
  case reading([ArticleID], ReadingChange)
  /// A mark, as it is now and as it was; nil is none.
  case mark(SentenceMark?, SentenceMark?)
}

/// What is to be marked in a story when it is opened.
struct AwaitedMark: Hashable, Sendable {
  enum What: Hashable, Sendable {
    case sentence(String)
    case words(Passage)
  }

  var id: ArticleID
  var what: What
}

/// A sentence in the status line that goes away by itself.
public struct Message: Hashable, Sendable {
  public var number: Int
  public var text: String
  public var isError: Bool
}

/// A story on its way from the store, and what is to be done when it comes.
struct AwaitedStory: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Shown beside the list.
    case preview
    /// Opened for reading: gets the keys and counts as read.
    case open
    /// Opened from inside another one, which becomes a stop of the trail when this one comes.
    case follow
    /// Opened again from the trail, at the place where it was left.
    case revisit(BodyLayout.Place)
    /// Was open when the last session ended: opened where it was left.
    case resume
    /// Its facts may have changed; what is on the screen stays where it is.
    case refresh
  }

  var id: ArticleID
  var purpose: Purpose
}

/// Where a highlight's sentence was looked up from.
struct HighlightStop: Hashable, Sendable {
  var id: ArticleID
  var index: Int
  var place: BodyLayout.Place
  var isStoryOpen: Bool
}

/// The way back through opened stories, and forward again.
public struct Trail: Hashable, Sendable {
  public struct Stop: Hashable, Sendable {
    public var id: ArticleID
    var place: BodyLayout.Place
  }

  public internal(set) var back: [Stop] = []
  public internal(set) var forward: [Stop] = []

  /// Stops beyond this many are forgotten, oldest first.
  static let capacity = 200

  mutating func leave(_ stop: Stop) {
    back.append(stop)
    if back.count > Self.capacity { back.removeFirst() }
    forward = []
  }
}
