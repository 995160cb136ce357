import Foundation
import NewsModel
import NewsParsing
import Testing

/// Pages beside the tests; `SOURCES.txt` says what each stands for.
enum Fixture {
  static let names = [
    "glued-labels-hindi", "unglued-labels-hindi", "labels-marathi", "labels-english", "hindi-page-english-labels",
    "summary-and-detail", "captions-and-inline-links", "plain-prose", "broken-lines", "glued-tags", "no-empty-lines",
    "lokmat-marathi",
  ]

  static func text(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  static func article(_ name: String, knowledge: PageKnowledge = PageKnowledge()) throws -> ExtractedArticle {
    try PageDumpParser(knowledge: knowledge).parse(text: text(name))
  }

  /// A file of the shared data beside the package; nil when it is not there.
  static func shared(_ path: String) -> String? {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try? String(contentsOf: package.appendingPathComponent("../shared/\(path)"), encoding: .utf8)
  }
}

extension ExtractedArticle {
  /// Every text of the story, as a reader or a script may meet it.
  var allTexts: [String] {
    var texts = [title, language] + authors + highlights + tags + related.map(\.title) + related.compactMap(\.section)
    texts +=
      body.blocks.map(\.text) + [dek, publisher, url, section, credit, rawPublished, rawModified].compactMap { $0 }
    texts += moreFrom.map { $0.titles.map(\.title) + [$0.section ?? ""] } ?? []
    return texts + notes.map(\.words)
  }

  /// No control characters, line breaks, direction marks or escape sequences anywhere.
  var isPrintable: Bool {
    allTexts.allSatisfy { text in
      text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
      }
    }
  }
}
