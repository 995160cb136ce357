#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
    return (environment["HOME"] ?? Self.home) + "/" + fallback + "/khabar"
  }

  /// The home of the user that runs the program, by the environment, else by the system's list of users.
  static var home: String { FileManager.default.homeDirectoryForCurrentUser.path }

  /// Where `name` can lie relative to the program: in the checkout that it was built in, or installed under a prefix.
  private static func besideProgram(_ name: String) -> [String] {
    foldersBesideProgram.map { $0 + "/" + name }
  }

  private static let foldersBesideProgram: [String] = {
    guard var folder = program else { return [] }
    /// The folder that holds it; nil at the root.
    func ascend() -> Bool {
      guard let slash = folder.lastIndex(of: "/") else { return false }
      folder = String(folder[..<slash])
      return true
    }
    guard ascend() else { return [] }
    var candidates: [String] = []
    // `.build/x86_64-unknown-linux-gnu/release/khabar`: the checkout is four folders up.
    for height in 1...4 where ascend() {
      if height == 1 { candidates.append(folder + "/share/khabar") }
      if FileManager.default.fileExists(atPath: folder + "/Package.swift") {
        candidates += ["", "/Sources/ReaderApp", "/Sources/ReaderApp/Catalogue"].map { folder + $0 }
      }
    }
    return candidates
  }()

  /// The path of the running program, links resolved; nil where the system does not tell.
  private static let program: String? = {
    #if canImport(Darwin)
      var capacity: UInt32 = 0
      _NSGetExecutablePath(nil, &capacity)
      var given = [CChar](repeating: 0, count: Int(capacity))
      guard _NSGetExecutablePath(&given, &capacity) == 0, let path = realpath(given, nil) else { return nil }
    #else
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
    #endif
    defer { free(path) }
    return String(cString: path)
  }()
}
