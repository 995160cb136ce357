#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import Screen

/// What terminals were measured to do, kept so that the next start need not wait for the answer.
///
/// A profile is what the terminal answered, not what we made of it: a better fit in a later version needs no new question. The file is
/// `$XDG_STATE_HOME/khabar/terminals.json`; it may be deleted at any time.
nonisolated struct TerminalProfiles: Sendable {
  struct Profile: Hashable, Sendable, Codable {
    var samples: [WidthSample]
    /// By XTVERSION; nil when the terminal does not tell.
    var version: String?

    /// Nil when the terminal does not report its cursor.
    var model: WidthModel? { WidthFit(samples)?.model }
  }

  /// Beyond this many the file begins anew: there are not that many terminals in a reader's life.
  private static let capacity = 50

  let path: String
  /// The terminal by its environment.
  let key: String

  init(path: String, environment: [String: String]) {
    self.path = path
    key = Self.key(environment)
  }

  /// The profile of this terminal; nil when it was never measured, or with other texts than today's.
  func known() -> Profile? {
    guard let profile = all()[key] else { return nil }
    let texts = Set(WidthProbeText.all.map(\.text))
    return profile.samples.allSatisfy { texts.contains($0.text) } ? profile : nil
  }

  /// Keeps what this terminal answered. Reads and writes a file, off the main thread.
  @concurrent func keep(_ measurement: TerminalMeasurement) async throws {
    let profile = Profile(samples: measurement.samples, version: measurement.version)
    var profiles = all()
    guard profiles[key] != profile else { return }
    if profiles.count >= Self.capacity { profiles = [:] }
    profiles[key] = profile
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try PrivateFile.makeFolder(of: path)
    try PrivateFile.replace(encoder.encode(profiles), at: path)
  }

  private func all() -> [String: Profile] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    return (try? JSONDecoder().decode([String: Profile].self, from: data)) ?? [:]
  }

  /// `tmux` or `screen`; nil outside of both.
  static func multiplexer(_ environment: [String: String]) -> String? {
    environment["TMUX"] != nil ? "tmux" : environment["STY"] != nil ? "screen" : nil
  }

  /// A multiplexer hides the terminal around it, for it is the multiplexer that moves the cursor.
  static func key(_ environment: [String: String]) -> String {
    func value(_ name: String) -> String { environment[name].map { "\(name)=\($0)" } ?? "" }
    let names = ["TERM_PROGRAM", "TERM_PROGRAM_VERSION"]
    let around = ["VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION", "MLTERM", "TERMINOLOGY", "WT_SESSION"]
    let parts = multiplexer(environment).map { [$0] + names.map(value) } ?? (names + around).map(value)
    // A session's number is not the terminal's.
    let told = parts.map { $0.hasPrefix("WT_SESSION=") ? "WT_SESSION" : $0 }
    return ([value("TERM")] + told).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
