import Foundation
import Fuzzing
import TestSupport

/// What the published test data has for a target; nothing where the data is not there.
enum SharedSeeds {
  /// More take longer to read than they find.
  private static let limit = 600

  static func of(_ target: FuzzTarget) -> [[UInt8]] {
    let found =
      switch target.name {
      case "feed":
        files("feeds-feedparser/files.tar.xz") + files("feeds-w3c-feedvalidator/files.tar.xz")
          + files("nasty-xml/files.tar.xz")
      case "json-feed": files("nasty-xml/files.tar.xz").filter { $0.first == UInt8(ascii: "{") }
      case "page": files("extract-metadata-extruct/samples.tar.xz") + texts(SharedData.naughtyStrings)
      case "body": files("html-html5lib/tests.tar.xz").flatMap(html5lib) + texts(SharedData.naughtyStrings)
      case "dump": texts(SharedData.seedPages)
      case "opml": files("nasty-xml/files.tar.xz")
      case "layout":
        texts { try SharedData.naughtyStrings() + SharedData.terminalAttacks() + SharedData.contestedWords() }
          .map { [UInt8($0.count % 10), UInt8($0.count % 80)] + $0 }
      case "symbols", "keys", "replies": texts(SharedData.terminalAttacks)
      default: texts(SharedData.naughtyStrings)
      }
    let step = max(1, found.count / limit)
    return stride(from: 0, to: found.count, by: step).map { found[$0] }
  }

  private static func texts(_ read: () throws -> [String]) -> [[UInt8]] {
    ((try? read()) ?? []).map { Array($0.utf8) }
  }

  private static func files(_ archive: String) -> [[UInt8]] {
    guard let folder = try? SharedData.unpackedArchive(archive) else { return [] }
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().compactMap { path in
      (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
    }
  }

  /// The documents of a file of tree construction tests: what stands between `#data` and `#errors`.
  private static func html5lib(_ file: [UInt8]) -> [[UInt8]] {
    String(decoding: file, as: UTF8.self).components(separatedBy: "#data\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n#errors").first.map { Array($0.utf8) }
    }
  }
}
