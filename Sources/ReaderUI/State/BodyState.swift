import CellText
import IndicText
public import NewsModel

/// The story pane: the story, its lines as laid out for the pane's width, and how far it is scrolled.
public struct BodyState: Hashable, Sendable {
  public internal(set) var story: Story?
  public internal(set) var layout = BodyLayout()
  public internal(set) var topLine = 0
  /// What ``layout`` follows from; nil where it does not follow from that alone: while a part is missing, and with pictures in it.
  var pageSources: StoryPage.Sources?
  /// The page that the story had before, or will have when it is opened.
  var otherPage: StoryPage?
  public internal(set) var find: FindState?
  /// The reader's marks that the story says, in reading order.
  var marks: [ShownMark] = []
  var pictures = BodyPictures()
  /// Where the pane stood when a search began: each typed letter searches from there again.
  var findStart = BodyLayout.Place.start
  /// The story's texts made ready to be searched; empty until a search begins.
  var folded: [FoldedText] = []
  /// Whether the reader opened or scrolled the story, so that the place in it means something.
  var isOpened = false
  /// The word that was chosen last, to be looked up.
  var lastWord: BodyLayout.Hit?
  /// Whether the page of a story that is only a summary was asked for since the story was opened.
  var hasAskedForPage = false

  public init() {}

  /// The body's block at the top of the pane: what a place in a story is remembered by, since lines change with the width.
  public var topBlockIndex: Int { layout.blockIndex(atLine: topLine) }

  /// Where `query` stands in heading, dek, paragraphs and credit, under any spelling that folds to the same key.
  mutating func hits(of query: String) -> [BodyLayout.Hit] {
    if folded.count != layout.searchable.count {
      folded = layout.searchable.map { FoldedText(DisplayText.safe($0)) }
    }
    let query = FoldedQuery(query)
    return folded.indices.flatMap { index in
      folded[index].hits(of: query).map { BodyLayout.Hit(textIndex: index, utf8Range: $0) }
    }
  }

  /// Whether what a hit covers is `word` itself or has only an ending more, and is not a longer word that begins alike.
  func isForm(_ hit: BodyLayout.Hit, of word: String) -> Bool {
    let utf8 = DisplayText.safe(layout.searchable[hit.textIndex]).utf8
    guard hit.utf8Range.upperBound <= utf8.count else { return false }
    let start = utf8.index(utf8.startIndex, offsetBy: hit.utf8Range.lowerBound)
    let covered = SearchKey.fold(String(decoding: utf8[start...].prefix(hit.utf8Range.count), as: UTF8.self))
    let key = SearchKey.fold(word)
    return covered.hasPrefix(key) && covered.unicodeScalars.count <= key.unicodeScalars.count + 3
  }
}

/// A search inside the story.
public struct FindState: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// What was typed in the story.
    case typed
    /// What a search of all stories found in it.
    case search
    /// One sentence, to which something else led.
    case sentence
  }

  public var kind = Kind.typed
  /// As it was typed; for ``Kind/search`` the words, with line feeds between.
  public var query: String
  /// In reading order.
  public var hits: [BodyLayout.Hit]
  public var currentIndex: Int

  public var current: BodyLayout.Hit? {
    hits.indices.contains(currentIndex) ? hits[currentIndex] : nil
  }
}
