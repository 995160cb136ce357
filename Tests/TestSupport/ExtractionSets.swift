public import Foundation

/// Published pages with the text of their stories, and the rules by which their makers score who finds it.
///
/// The README of each set in the shared data says where it is from and how others do on it.
public struct ExtractionSet: Sendable {
  /// A page and what is known about its story.
  public struct Page: Sendable {
    public var name: String
    public var file: URL
    /// The story's text; nil where only pieces of it are known.
    public var text: String?
    /// Pieces that the story has.
    public var with: [String] = []
    /// Pieces that belong to the page and not to the story.
    public var without: [String] = []
  }

  public struct Score: Sendable, CustomStringConvertible {
    public var precision: Double
    public var recall: Double
    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    public var description: String {
      let figures = [precision, recall, f1].map { String(format: "%.4f", $0) }
      return "P \(figures[0])  R \(figures[1])  F1 \(figures[2])"
    }
  }

  public let name: String
  public let pages: [Page]

  /// The article extraction benchmark of Zyte: whole texts, compared by shingles of four words.
  public static func articleBenchmark() throws -> ExtractionSet {
    let folder = "extract-article-benchmark/"
    let html = try SharedData.unpackedArchive(folder + "html.tar.xz")
    let json = try JSONSerialization.jsonObject(with: Data(SharedData.text(folder + "ground-truth.json.xz").utf8))
    let stories = json as? [String: [String: Any]] ?? [:]
    return ExtractionSet(
      name: "extract-article-benchmark",
      pages: stories.keys.sorted().map { key in
        Page(
          name: key, file: html.appendingPathComponent("html/\(key).html"),
          text: stories[key]?["articleBody"] as? String)
      })
  }

  /// The evaluation pages of Trafilatura: pieces that must be there or must not.
  public static func trafilatura() throws -> ExtractionSet {
    let folder = "extract-trafilatura/"
    let html = try SharedData.unpackedArchive(folder + "pages.tar.xz")
    return ExtractionSet(
      name: "extract-trafilatura",
      pages: try SharedData.objects(folder + "gold.jsonl.xz").compactMap { entry in
        guard let place = entry["dir"] as? String, let file = entry["file"] as? String else { return nil }
        return Page(
          name: place + "/" + file, file: html.appendingPathComponent(place).appendingPathComponent(file),
          with: entry["with"] as? [String] ?? [], without: entry["without"] as? [String] ?? [])
      })
  }

  /// The test pages of Mozilla's Readability: what it makes of them, compared by shingles of four words.
  ///
  /// - Parameter textOf: the text of a piece of HTML.
  public static func readability(textOf: (String) -> String) throws -> ExtractionSet {
    let html = try SharedData.unpackedArchive("extract-readability/pages.tar.xz")
    let folders = try FileManager.default.contentsOfDirectory(at: html, includingPropertiesForKeys: nil)
    return ExtractionSet(
      name: "extract-readability",
      pages: try folders.sorted { $0.path < $1.path }.compactMap { folder in
        let expected = folder.appendingPathComponent("expected.html")
        guard FileManager.default.fileExists(atPath: expected.path) else { return nil }
        return Page(
          name: folder.lastPathComponent, file: folder.appendingPathComponent("source.html"),
          text: textOf(try String(contentsOf: expected, encoding: .utf8)))
      })
  }

  /// How well the texts of all pages were found.
  ///
  /// - Parameter found: the text that was found for a page's name.
  public func score(_ found: [String: String]) -> Score {
    pages.contains { $0.text == nil } ? pieceScore(found) : shingleScore(found)
  }

  /// Precision and recall of shingles of four words as multisets, averaged over the pages.
  private func shingleScore(_ found: [String: String]) -> Score {
    var precision = 0.0
    var recall = 0.0
    for page in pages {
      let known = Self.shingles(page.text ?? "")
      let given = Self.shingles(found[page.name] ?? "")
      let common = known.reduce(0) { $0 + min($1.value, given[$1.key] ?? 0) }
      let isEmpty = known.isEmpty && given.isEmpty
      precision += isEmpty ? 1 : Self.ratio(common, given.values.reduce(0, +))
      recall += isEmpty ? 1 : Self.ratio(common, known.values.reduce(0, +))
    }
    return Score(precision: precision / Double(pages.count), recall: recall / Double(pages.count))
  }

  /// Precision and recall of the pieces of all pages together.
  private func pieceScore(_ found: [String: String]) -> Score {
    var right = 0
    var missing = 0
    var wrong = 0
    for page in pages {
      let given = Self.withPlainBlanks(found[page.name] ?? "")
      for piece in page.with { if given.contains(Self.withPlainBlanks(piece)) { right += 1 } else { missing += 1 } }
      for piece in page.without where given.contains(Self.withPlainBlanks(piece)) { wrong += 1 }
    }
    return Score(precision: Self.ratio(right, right + wrong), recall: Self.ratio(right, right + missing))
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  private static func withPlainBlanks(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Words are letters, digits and low lines in a row, as Python's `\w+` has them.
  private static func shingles(_ text: String) -> [[Substring]: Int] {
    let words = text.unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        false
      default: scalar != "_"
      }
    }.map(Substring.init)
    guard words.count > 4 else { return words.isEmpty ? [:] : [words: 1] }
    var counts: [[Substring]: Int] = [:]
    for start in 0...(words.count - 4) { counts[Array(words[start..<start + 4]), default: 0] += 1 }
    return counts
  }
}
