import Foundation

/// Where khabar keeps things, by the XDG Base Directory Specification 0.8; the same on macOS, as command-line programs do there.
struct Paths {
  private let environment: [String: String]

  init(environment: [String: String] = ProcessEnvironment.variables) {
    self.environment = environment
  }

  /// `$XDG_DATA_HOME/khabar/khabar.db`.
  var store: String { folder("XDG_DATA_HOME", ".local/share") + "/khabar.db" }

  /// `$XDG_CONFIG_HOME/khabar/config.yaml`.
  var configuration: String { folder("XDG_CONFIG_HOME", ".config") + "/config.yaml" }

  /// `$XDG_STATE_HOME/khabar/khabar.log`: what went to standard error while the screen was ours.
  var log: String { folder("XDG_STATE_HOME", ".local/state") + "/khabar.log" }

  /// `$XDG_STATE_HOME/khabar/terminals.json`: what terminals were measured to do.
  var terminalProfiles: String { folder("XDG_STATE_HOME", ".local/state") + "/terminals.json" }

  /// `$XDG_CACHE_HOME/khabar/pictures`: pictures that were fetched.
  var pictures: String { folder("XDG_CACHE_HOME", ".cache") + "/pictures" }

  /// Folders that may hold themes, the reader's own first.
  var themeFolders: [String] {
    [folder("XDG_CONFIG_HOME", ".config") + "/themes", folder("XDG_DATA_HOME", ".local/share") + "/themes"]
      + Self.besideProgram("themes")
  }

  /// Folders that may hold the pages of the sample edition.
  var sampleEditionFolders: [String] { Self.besideProgram("SampleEdition") }

  /// Where the catalogue of feeds may lie, the reader's own first.
  var catalogueFiles: [String] {
    [folder("XDG_CONFIG_HOME", ".config") + "/catalogue.yaml"] + Self.besideProgram("catalogue.yaml")
  }

  /// The specification: a relative path in the variable is invalid and ignored.
  private func folder(_ variable: String, _ fallback: String) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value + "/khabar" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/" + fallback + "/khabar"
  }

  /// Where `name` can lie relative to the program: built in a checkout, in the build's resource bundle, or installed under a prefix.
  private static func besideProgram(_ name: String) -> [String] {
    foldersBesideProgram.map { $0 + "/" + name }
  }

  private static let foldersBesideProgram: [String] = {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
    let folder = program.deletingLastPathComponent()
    var candidates = [
      folder.appendingPathComponent("khabar_ReaderApp.resources"),
      folder.appendingPathComponent("khabar_ReaderApp.bundle/Contents/Resources"),
      folder.appendingPathComponent("khabar_ReaderApp.bundle"),
      folder.deletingLastPathComponent().appendingPathComponent("share/khabar"),
    ]
    // `.build/x86_64-unknown-linux-gnu/release/khabar`: the checkout is four folders up.
    var ancestor = folder
    for _ in 0..<4 {
      ancestor.deleteLastPathComponent()
      let package = ancestor.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: package) { candidates.append(ancestor) }
    }
    return candidates.map(\.path)
  }()
}
