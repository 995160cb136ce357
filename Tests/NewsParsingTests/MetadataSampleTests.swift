import Foundation
import IndicText
import NewsModel
import TestSupport
import Testing

@testable import NewsParsing

/// Published samples of embedded metadata, and pages whose metadata Mozilla's Readability gives.
@Suite(.enabled(if: !SharedData.isMissing, Comment(rawValue: SharedData.missing)), .inBackground)
struct MetadataSampleTests {
  private static let samples = "extract-metadata-extruct/samples.tar.xz"

  private static func files(_ folder: URL, _ fileExtension: String) throws -> [URL] {
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
    return paths.compactMap { $0 as? URL }.filter { $0.pathExtension == fileExtension }.sorted { $0.path < $1.path }
  }

  private static func document(beside file: URL) throws -> HTMLDocument? {
    let page = file.deletingPathExtension().appendingPathExtension("html")
    guard let data = FileManager.default.contents(atPath: page.path) else { return nil }
    return HTMLDocument(TextDecoding.decode([UInt8](data), charset: nil, as: .html).text)
  }

  private static func foundation(_ value: JSONValue) -> Any {
    switch value {
    case .null: NSNull()
    case .bool(let truth): NSNumber(value: truth)
    case .number(let text): NSNumber(value: Double(text) ?? .nan)
    case .string(let text): text
    case .array(let elements): elements.map(foundation)
    case .object(let members): Dictionary(members.map { ($0.name, foundation($0.value)) }) { $1 }
    }
  }

  @Test func `Every JSON-LD block is read as extruct reads it, the broken ones too`() throws {
    var count = 0
    for file in try Self.files(try SharedData.unpackedArchive(Self.samples), "jsonld") {
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let expected =
        json as? [Any] ?? ((json as? [String: Any])?["items"] as? [Any] ?? []).flatMap { $0 as? [Any] ?? [$0] }
      guard let document = try Self.document(beside: file) else { continue }
      // extruct leaves out null and the empty item, and gives an array's elements one by one.
      let values = JSONLDBlocks.read(document).flatMap(\.values).flatMap(\.elements).map(Self.foundation)
      let items = values.filter { !($0 is NSNull) && ($0 as? [String: Any])?.isEmpty != true }
      let wanted = expected.filter { ($0 as? [String: Any])?.isEmpty != true }
      let isSame = (items as NSArray).isEqual(to: wanted)
      #expect(isSame, "\(file.lastPathComponent)")
      count += 1
    }
    #expect(count >= 6)
  }

  /// Text as it counts for comparing: blanks are not the point.
  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A microdata item of extruct's: its plain properties, without those that are items.
  private static func properties(_ item: [String: Any]) -> [String: Set<String>] {
    ((item["properties"] as? [String: Any]) ?? [:]).compactMapValues { value in
      let values = (value as? [Any] ?? [value]).compactMap { ($0 as? String).map(squeezed) }
      return values.isEmpty ? nil : Set(values)
    }
  }

  @Test func `Microdata items have the properties that extruct finds`() throws {
    var expectedCount = 0
    var foundCount = 0
    for file in try Self.files(try SharedData.unpackedArchive(Self.samples), "json") {
      // RDFa, OpenGraph and microformats have other readers; `.flat` and `_with_node_id` are other settings of extruct's.
      let path = file.path
      if path.contains("rdfa") || path.contains("opengraph") || path.contains("_OG_") || path.contains("microformat")
        || path.contains("dublincore") || path.contains("flat") || path.contains("withtext") || path.contains("node_id")
      {
        continue
      }
      guard let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]],
        let document = try Self.document(beside: file)
      else { continue }
      let items = MicrodataItems.read(document)
      for item in expected.map(Self.properties) {
        for (name, values) in item {
          expectedCount += values.count
          let best =
            items.map { found in
              Set(found[name]?.elements.compactMap { $0.string.map(Self.squeezed) } ?? []).intersection(values).count
            }.max() ?? 0
          foundCount += best
          if best < values.count { print("microdata:", file.lastPathComponent, name, values) }
        }
      }
    }
    print("microdata: \(foundCount) of \(expectedCount) properties")
    #expect(expectedCount > 40)
    #expect(foundCount * 100 >= expectedCount * 95)
  }

  @Test func `All OpenGraph properties are read`() throws {
    var count = 0
    for file in try Self.files(try SharedData.unpackedArchive(Self.samples), "json")
    where file.path.contains("opengraph_test") || file.path.contains("_OG_") {
      guard let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]],
        let document = try Self.document(beside: file)
      else { continue }
      let metas = MetaTags(document)
      for pair in expected.flatMap({ $0["properties"] as? [[String]] ?? [] }) where pair.count == 2 {
        #expect(metas.entries.contains { $0.name == pair[0].lowercased() && $0.content.trimmed == pair[1] }, "\(pair)")
        count += 1
      }
    }
    #expect(count >= 10)
  }

  /// Letters and digits, folded.
  private static func key(_ text: String?) -> String { SearchKey.fold(text ?? "") }

  @Test func `Titles, bylines, dates, sites and languages of Readability's pages`() throws {
    let pages = try SharedData.unpackedArchive("extract-readability/pages.tar.xz")
    var scores: [String: (right: Int, all: Int)] = [:]
    func count(_ field: String, _ isRight: Bool) {
      scores[field, default: (0, 0)].all += 1
      if isRight { scores[field, default: (0, 0)].right += 1 }
    }
    for line in try SharedData.objects("extract-readability/metadata.jsonl") {
      guard let name = line["page"] as? String,
        let document = try Self.document(beside: pages.appendingPathComponent("\(name)/source.json"))
      else { continue }
      let metadata = PageMetadata(document)
      if let title = line["title"] as? String, !title.isEmpty {
        count("title", Self.key(title) == Self.key(metadata.title))
      }
      if let byline = line["byline"] as? String {
        count("byline", Self.key(byline) == Self.key(metadata.authors.joined(separator: ", ")))
      }
      if let site = line["siteName"] as? String { count("site", Self.key(site) == Self.key(metadata.siteName)) }
      if let language = line["lang"] as? String {
        count("language", language.lowercased().prefix(2) == metadata.language?.prefix(2) ?? "")
      }
      if let date = (line["publishedTime"] as? String).flatMap(DateParser.read) {
        count("date", metadata.published?.rfc3339.prefix(10) == date.timestamp.rfc3339.prefix(10))
      }
    }
    for (field, score) in scores.sorted(by: { $0.key < $1.key }) {
      print("metadata: \(field) \(score.right) of \(score.all)")
    }
    // Below what it is, above what trafilatura 2.3.1 (41, 19, 12, 25) and newspaper4k 0.9.6 (50, 12, 9, 25) find.
    let floors = ["title": 50, "byline": 21, "date": 13, "site": 26, "language": 34]
    for (field, floor) in floors { #expect(scores[field]?.right ?? 0 >= floor, "\(field)") }
  }
}
