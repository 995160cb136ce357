import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsParsing

/// How well the story is found in pages that others collected, scored by their rules.
///
/// The floors are not below what trafilatura 2.3.1 reaches on the same pages, and readability-lxml 0.9 on those of Readability.
@Suite(.inBackground, .enabled(if: !SharedData.isMissing, Comment(rawValue: SharedData.missing)))
struct ExtractionConformanceTests {
  private func score(_ set: ExtractionSet) throws -> ExtractionSet.Score {
    var found: [String: String] = [:]
    for page in set.pages {
      let bytes = [UInt8](try Data(contentsOf: page.file))
      let html = TextDecoding.decode(bytes, charset: nil, as: .html).text
      found[page.name] = Self.text(of: PageBody.extract(HTMLDocument(html), baseURL: nil))
    }
    let score = set.score(found)
    print("\(set.name): \(set.pages.count) pages, \(score)")
    return score
  }

  /// Pictures and their captions are no part of the texts that are compared.
  private static func text(of body: ArticleBody) -> String {
    body.blocks.filter { $0.kind != .picture }.map(\.text).joined(separator: "\n")
  }

  @Test func `Zyte's pages: not behind trafilatura`() throws {
    #expect(try score(.articleBenchmark()).f1 >= 0.970)
  }

  @Test func `Trafilatura's pages: not behind trafilatura`() throws {
    #expect(try score(.trafilatura()).f1 >= 0.940)
  }

  @Test func `Readability's pages: not behind readability-lxml`() throws {
    #expect(
      try score(.readability { Self.text(of: HTMLBody.body(ofFragment: $0, baseURL: nil)) }).f1 >= 0.955)
  }
}
