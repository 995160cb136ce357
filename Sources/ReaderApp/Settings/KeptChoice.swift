import NewsStore
import ReaderUI

/// What is chosen on the page with a key and kept in the store, though the configuration has a say in it too.
///
/// The last thing that a person did wins. A choice is kept together with what the file said then; when the file says something else now,
/// it was edited after the choice was made, and holds.
nonisolated enum KeptChoice: String, CaseIterable, Sendable {
  case theme, view, digits, language, mouse
  /// Where the edges between panes were drawn.
  case split = "panes.split"

  /// What the file says of it.
  func configured(_ configuration: Configuration) -> String {
    switch self {
    case .theme: configuration.theme ?? ""
    case .view: configuration.view?.rawValue ?? ""
    case .digits: configuration.digits?.rawValue ?? ""
    case .language: configuration.language?.rawValue ?? ""
    case .mouse: configuration.isMouseOn.map { $0 ? "on" : "off" } ?? ""
    case .split:
      ["list-width", "highlights-height"].map { Setting.named[$0]?.shown(configuration) ?? "" }.joined(separator: " ")
    }
  }

  /// Beside the name of the setting that keeps the choice.
  private var configuredSetting: String { rawValue + ".configured" }

  /// The choice that holds; nil when there is none, or the file was changed since.
  ///
  /// - Parameter settings: what the store keeps, by name.
  func kept(in settings: [String: String], configuration: Configuration) -> String? {
    guard let value = settings[rawValue] else { return nil }
    // Choices of before this was noted hold.
    guard let then = settings[configuredSetting] else { return value }
    return then == configured(configuration) ? value : nil
  }

  /// - Parameter value: nil forgets the choice.
  func keep(_ value: String?, in store: ArticleStore, configuration: Configuration) async throws {
    try await store.setSetting(rawValue, to: value)
    try await store.setSetting(configuredSetting, to: value == nil ? nil : configured(configuration))
  }
}
