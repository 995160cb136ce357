internal import IndicText
public import NewsModel
import ReaderUI

/// A book of stories as an EPUB 3.3 (w3.org/TR/epub-33), with the table of contents that EPUB 2 had, for old devices.
///
/// The book is planned from headlines; each story's file is made when the story is at hand, so that not all of them have to be. The same
/// headlines, stories and title give the same bytes. Nothing in it is fetched from anywhere when it is read: pictures are links.
public struct Book: Sendable {
  /// Stories of one of a paper's departments.
  struct Section: Sendable {
    /// Nil for stories that have none.
    var name: String?
    /// Indices into ``Book/headlines``.
    var stories: [Int]
  }

  let title: String
  let made: Timestamp
  let words: StoryWords
  /// In the order of the book: by section, newest first.
  let headlines: [Headline]
  let sections: [Section]
  private let indexByID: [ArticleID: Int]
  private let indexByKey: [String: Int]

  /// - Parameter headlines: in the order that is wanted within each section; sections follow in the order of their first stories.
  /// - Parameter made: the day of the book.
  public init(title: String, headlines: [Headline], made: Timestamp, words: StoryWords) {
    self.title = title
    self.made = made
    self.words = words
    var order: [String] = []
    var groups: [String: (name: String?, rows: [Headline])] = [:]
    for headline in headlines {
      let key = SearchKey.fold(headline.section ?? "")
      if groups[key] == nil {
        order.append(key)
        groups[key] = (key.isEmpty ? nil : headline.section, [])
      }
      groups[key]?.rows.append(headline)
    }
    // What has no section stands at the end.
    let named = order.filter { !$0.isEmpty } + order.filter(\.isEmpty)
    var rows: [Headline] = []
    var sections: [Section] = []
    for key in named {
      guard let group = groups[key] else { continue }
      sections.append(Section(name: group.name, stories: Array(rows.count..<rows.count + group.rows.count)))
      rows += group.rows
    }
    self.headlines = rows
    self.sections = sections
    indexByID = Dictionary(zip(rows.map(\.id), rows.indices), uniquingKeysWith: { first, _ in first })
    indexByKey = Dictionary(
      zip(rows.map { $0.url.flatMap(WebAddress.storyKey) ?? "" }, rows.indices), uniquingKeysWith: { first, _ in first }
    )
  }

  /// The stories in the order of the book.
  public var storyIDs: [ArticleID] { headlines.map(\.id) }

  /// What stands in the archive before the stories, the one that must be first at the beginning.
  public var frontFiles: [BookFile] {
    [
      // OCF 3.3, section 4.3: first, as it is, nothing before or after it.
      BookFile("mimetype", "application/epub+zip", isCompressed: false),
      BookFile(
        "META-INF/container.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """),
      BookFile("EPUB/package.opf", package), BookFile("EPUB/nav.xhtml", contents),
      BookFile("EPUB/toc.ncx", oldContents),
      BookFile("EPUB/style.css", Self.style),
    ]
  }

  /// The name of a story's file in the folder of the book's documents.
  func fileName(_ index: Int) -> String { "story-\(index + 1).xhtml" }

  /// The file of the story with this ID; nil when it is not in the book.
  func fileName(of id: ArticleID) -> String? { indexByID[id].map(fileName) }

  /// The file of the story at this address; nil when it is not in the book.
  func fileName(at address: String) -> String? {
    WebAddress.storyKey(address).flatMap { $0.isEmpty ? nil : indexByKey[$0] }.map(fileName)
  }

  func name(of section: Section) -> String { section.name ?? words.say("Other") }

  /// Languages of the stories, the one of most of them first; the reader's own for a book without stories.
  var languages: [String] {
    var counts: [String: Int] = [:]
    for headline in headlines { counts[Self.language(headline.language), default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return sorted.isEmpty ? [words.language] : sorted
  }

  /// A language's tag as an attribute may have it: BCP 47 has letters, digits and hyphens.
  static func language(_ tag: String) -> String {
    let isTag = !tag.isEmpty && tag.utf8.allSatisfy(isOfTag)
    return isTag ? tag : "und"
  }

  private static func isOfTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// Whether the language is written from right to left.
  static func isRightToLeft(_ language: String) -> Bool {
    ["ur", "ks", "sd", "ar", "fa", "ps"].contains(language.prefix { $0 != "-" })
  }
}
