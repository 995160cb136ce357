#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import NewsModel
import ReaderUI
import StoryFormats

/// Stories one after another as one document, piece by piece: no more than one story has to be in memory.
struct StoryDocument {
  let format: ExportFormat
  let title: String
  let settings: ReaderSettings
  private var count = 0

  /// - Parameter format: `json`, `markdown` or `text`.
  init(format: ExportFormat, title: String, settings: ReaderSettings) {
    self.format = format
    self.title = title
    self.settings = settings
  }

  var head: Data { format == .json ? Data("{\n  \"items\" : [\n".utf8) : Data() }

  mutating func piece(_ story: Story) throws -> Data {
    defer { count += 1 }
    let isFirst = count == 0
    switch format {
    case .json:
      return Data((isFirst ? "" : ",\n").utf8) + (try JSONText.encoded(JSONFeedDocument.Item(story: story))).dropLast()
    case .markdown: return Data(((isFirst ? "" : "\n---\n\n") + StoryWords(settings).markdown(story)).utf8)
    default:
      return Data(((isFirst ? "" : "\n" + String(repeating: "—", count: 8) + "\n\n") + Self.text(story, settings)).utf8)
    }
  }

  func tail() throws -> Data {
    guard format == .json else { return Data() }
    let title = String(decoding: try JSONEncoder.plain.encode(title), as: UTF8.self)
    let version = JSONFeedDocument(title: "", items: []).version
    return Data("\n  ],\n  \"title\" : \(title),\n  \"version\" : \"\(version)\"\n}\n".utf8)
  }

  /// The story as `khabar show` lays it out, then its address and where its text leads to.
  private static func text(_ story: Story, _ settings: ReaderSettings) -> String {
    var lines = StoryText(story: story, columns: nil, settings: settings).lines
    var addresses = story.article.url.map { [$0] } ?? []
    for block in story.article.body.blocks { addresses += block.links.map(\.address) }
    var seen: Set<String> = []
    addresses = addresses.filter { seen.insert($0).inserted }
    if !addresses.isEmpty { lines += [""] + addresses }
    return lines.map { DisplayText.safe($0) + "\n" }.joined()
  }
}

extension JSONEncoder {
  fileprivate static var plain: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return encoder
  }
}
