#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NewsModel
import Screen

/// The file of the catalogue: YAML that people read and edit. Its own first lines tell what the keys mean.
nonisolated struct CatalogueFile: Sendable {
  /// Where it may lie; the first that exists is taken.
  var paths: [String]

  /// Reads the catalogue, off the main thread: nobody who starts to read waits for it.
  ///
  /// - Throws: ``CatalogueError``, with the line.
  @concurrent func load() async throws -> Catalogue {
    guard let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw CatalogueError(path: paths.first ?? "", line: nil, problem: .missing(lookedIn: paths))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CatalogueError(path: path, line: nil, problem: .unreadable)
    }
    return try Self.catalogue(yaml: String(decoding: data, as: UTF8.self), path: path)
  }

  /// - Parameter path: for errors only.
  static func catalogue(yaml: String, path: String) throws(CatalogueError) -> Catalogue {
    var reading = CatalogueReading(path: path)
    return try reading.catalogue(yaml)
  }
}

/// What is wrong with the file of the catalogue; ``Messages`` words it.
nonisolated struct CatalogueError: Error, Hashable {
  enum Problem: Hashable {
    case missing(lookedIn: [String])
    case unreadable
    /// With libyaml's words; empty when it is YAML of another shape.
    case notYAML(String)
    case unknownKey(String)
    case keyMissing(String)
    /// With what the key takes.
    case badValue(key: String, value: String, expected: String)
    /// No address of the web, or not in its normal form, which is told.
    case badAddress(String, normal: String?)
    case addressTwice(String, firstLine: Int)
    case publisherTwice(String, firstLine: Int)
    /// A publisher is marked for page import and has feeds.
    case feedsOfPageImport(String)
  }

  var path: String
  /// From 1; nil when it concerns the whole file.
  var line: Int?
  var problem: Problem
}
