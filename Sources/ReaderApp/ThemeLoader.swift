#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Screen

/// Reads themes from the folders that may hold them.
nonisolated struct ThemeLoader: Sendable {
  var folders: [String]

  enum Failure: Error, Hashable {
    case notFound(name: String, known: [String])
    case unreadable(path: String)
  }

  /// A theme by name, or by the path of its file, with what was passed over in it.
  ///
  /// - Throws: ``Failure`` or `ThemeError`.
  func theme(named name: String) throws -> (theme: Theme, warnings: [ThemeWarning]) {
    if name.contains("/") || name.hasSuffix(".yaml") { return try read(name) }
    // A name is never a path: nothing outside of the folders is opened by it.
    for folder in folders {
      for ending in ["yaml", "yml"] {
        let path = "\(folder)/\(name).\(ending)"
        if FileManager.default.fileExists(atPath: path) { return try read(path) }
      }
    }
    if name == Theme.compiledIn.name { return (.compiledIn, []) }
    throw Failure.notFound(name: name, known: names())
  }

  /// Every theme that can be read, by name. Files that cannot are left out: a picker is no place to mend them.
  @concurrent func all() async -> [Theme] {
    names().compactMap { try? theme(named: $0).theme }
  }

  /// The names of the theme files there are, and of ours; none of them is read.
  func names() -> [String] {
    var names: Set<String> = [Theme.compiledIn.name]
    for folder in folders {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let url = URL(fileURLWithPath: file)
        if ["yaml", "yml"].contains(url.pathExtension) { names.insert(url.deletingPathExtension().lastPathComponent) }
      }
    }
    return names.sorted()
  }

  private func read(_ path: String) throws -> (theme: Theme, warnings: [ThemeWarning]) {
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure.unreadable(path: path) }
    let parsed = try ThemeParser.parse(String(decoding: data, as: UTF8.self), file: path)
    // A theme goes by its file: that is what a command line and the kept choice can find again.
    var theme = parsed.theme
    theme.name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return (theme, parsed.warnings)
  }
}
