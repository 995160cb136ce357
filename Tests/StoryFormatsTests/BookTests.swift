import Foundation
import NewsModel
import ReaderUI
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import StoryFormats

@Suite("Stories as a book")
struct BookTests {
  private static func story(_ id: String, _ title: String, _ section: String?, links: [RelatedLink] = []) -> Story {
    Story(
      article: Article(
        id: ArticleID(rawValue: id), identity: id, feed: FeedID(rawValue: "f"),
        url: "https://example.org/\(id)?a=1&b=[2]",
        title: title, published: Timestamp(secondsSince1970: 1_795_500_000, utcOffsetSeconds: 19_800), language: "hi",
        section: section,
        body: ArticleBody(blocks: [
          Block(kind: .paragraph, text: "पहला <अनुच्छेद> & \u{B} क्‍ष"), Block(kind: .subheading, text: "बीच में"),
          Block(kind: .listItem, text: "एक", level: 2), Block(kind: .tableRow, text: "", cells: ["क", "ख"]),
          Block(kind: .picture, text: "चित्र का नाम", address: "https://example.org/p q.jpg"),
          Block(
            kind: .paragraph, text: "दूसरी ख़बर",
            links: [
              BlockLink(startUTF8Offset: 0, utf8Count: "दूसरी".utf8.count, address: "http://www.example.org/2?a=1&b=[2]")
            ]),
        ]),
        highlights: [Highlight(text: "\"मुख्य\"")], tags: ["पुल"], links: links), source: "गाँव दर्पण", state: ReadingState())
  }

  private static let stories = [
    story(
      "1", "पहली & <ख़बर>", "खेल", links: [RelatedLink(title: "तीसरी", reason: .publisher, target: ArticleID(rawValue: "3"))]
    ),
    story("2", "दूसरी", nil), story("3", "तीसरी", "खेल"), story("4", "चौथी", "भारत"),
  ]

  private static func files() -> [BookFile] {
    let rows = stories.map { story in
      var headline = Headline(
        id: story.id, title: story.article.title, section: story.article.section,
        date: Timestamp(secondsSince1970: 1_795_500_000, utcOffsetSeconds: 19_800), language: "hi")
      headline.url = story.article.url
      return headline
    }
    let book = Book(
      title: "सप्ताहांत", headlines: rows, made: Timestamp(secondsSince1970: 1_795_600_000, utcOffsetSeconds: 19_800),
      words: StoryWords(ReaderSettings()))
    return book.frontFiles
      + book.storyIDs.compactMap { id in book.file(of: id, stories.first { $0.id == id }) }
  }

  private static func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

  private static func values(_ attribute: String, in text: String) -> [String] {
    text.components(after: " \(attribute)=\"")
  }

  @Test("the mimetype comes first and as it is; every document is well-formed XML")
  func documents() throws {
    let files = Self.files()
    let first = try #require(files.first)
    #expect(first.path == "mimetype" && !first.isCompressed)
    #expect(String(decoding: first.bytes, as: UTF8.self) == "application/epub+zip")
    let endings = [".xml", ".opf", ".ncx", ".xhtml"]
    let documents = files.filter { file in endings.contains { file.path.hasSuffix($0) } }
    // Container, package, two contents, four stories; the style is no XML.
    #expect(documents.count == 8 && files.count == 10)
    for file in documents { #expect(Self.isWellFormed(file.bytes), "\(file.path)") }
  }

  @Test("all that the manifest names is there, IDs are unique, and every link inside the book leads to a file of it")
  func links() throws {
    let files = Self.files()
    let paths = Set(files.map(\.path))
    let package = try #require(files.first { $0.path.hasSuffix(".opf") })
    let opf = String(decoding: package.bytes, as: UTF8.self)
    let items = Self.values("href", in: opf)
    #expect(
      Set(items.map { "EPUB/" + $0 }) == paths.subtracting(["mimetype", "META-INF/container.xml", "EPUB/package.opf"]))
    let ids = Self.values("id", in: opf)
    #expect(Set(ids).count == ids.count)
    for reference in Self.values("idref", in: opf) { #expect(ids.contains(reference)) }
    for file in files where file.path.hasSuffix("xhtml") || file.path.hasSuffix("ncx") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for target in Self.values("href", in: text) + Self.values("src", in: text) where !target.hasPrefix("http") {
        #expect(paths.contains("EPUB/" + target), "\(file.path): \(target)")
      }
      #expect(!text.contains("<img") && !text.contains("<script"))
    }
  }

  @Test("sections follow one another, and related stories are a step away when they are in the book")
  func order() throws {
    let files = Self.files()
    func text(_ name: String) throws -> String {
      String(decoding: try #require(files.first { $0.path == "EPUB/" + name }).bytes, as: UTF8.self)
    }
    let contents = try text("nav.xhtml")
    let titles = ["खेल", "पहली &amp; &lt;ख़बर&gt;", "तीसरी", "भारत", "चौथी", "अन्य", "दूसरी"]
    var rest = contents[...]
    for title in titles {
      let found = try #require(rest.range(ofText: ">" + title + "<"), "\(title)")
      rest = rest[found.upperBound...]
    }
    let first = try text("story-1.xhtml")
    #expect(first.contains("<a href=\"story-2.xhtml\">तीसरी</a>"))
    // A link of the text to a story of the book, whatever its address looks like.
    #expect(first.contains("<a href=\"story-4.xhtml\">दूसरी</a> ख़बर"))
    #expect(first.contains("<p>पहला &lt;अनुच्छेद&gt; &amp;  क्‍ष</p>"))
    #expect(first.contains("https://example.org/p%20q.jpg") && first.contains("b=%5B2%5D"))
    #expect(first.contains(" lang=\"hi\" xml:lang=\"hi\""))
  }

  @Test("the same stories make the same book")
  func deterministic() { #expect(Self.files() == Self.files()) }
}

extension String {
  /// What stands between `mark` and the next quotation mark, wherever it does.
  fileprivate func components(after mark: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.range(ofText: mark) {
      rest = rest[range.upperBound...]
      found.append(String(rest.prefix { $0 != "\"" }))
    }
    return found
  }
}

extension Substring {
  fileprivate func range(ofText text: String) -> Range<Index>? { firstRange(of: text) }
}
