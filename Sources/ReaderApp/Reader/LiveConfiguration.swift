import ReaderUI
import Screen

/// The configuration of an open reader, and how to take another one when its file is saved.
struct LiveConfiguration {
  var path: String
  /// The file as it was when ``current`` was read; nil when it was not there.
  var stamp: FileStamp?
  var current: Configuration
  /// The settings that a configuration asks for with the command line; what is chosen on the page is not in them.
  var settings: (Configuration) throws -> ReaderSettings
  var browser: (Configuration) -> Browser
  var messages: (Configuration) -> Messages
  var themes: ThemeLoader
  /// The command line names the theme of this run.
  var isThemeForced = false
  /// The file was wrong when it was read last.
  private var hadFaults = false

  init(
    path: String, stamp: FileStamp?, current: Configuration,
    settings: @escaping (Configuration) throws -> ReaderSettings, browser: @escaping (Configuration) -> Browser,
    messages: @escaping (Configuration) -> Messages, themes: ThemeLoader, isThemeForced: Bool = false
  ) {
    (self.path, self.stamp, self.current, self.settings) = (path, stamp, current, settings)
    (self.browser, self.messages, self.themes, self.isThemeForced) = (browser, messages, themes, isThemeForced)
    hadFaults = !current.faults.isEmpty
  }

  /// What the reader is to be told of what the file says now; nil when it says the same as before.
  ///
  /// A file with an error changes nothing: half of what was meant could be worse than none of it.
  mutating func take(_ new: Configuration) -> ReaderEvent? {
    defer { hadFaults = !new.faults.isEmpty }
    let sentence = messages(new).problems(new.problems, path: path)
    if new.problems.contains(where: { $0.severity == .error }) {
      return .notice(messages(current).problems(new.problems, path: path) ?? "", isError: true)
    }
    if new.saysTheSame(as: current), sentence == nil, !hadFaults { return nil }
    do {
      var theme: Theme?
      if new.theme != current.theme, !isThemeForced {
        theme = try new.theme.map { try themes.theme(named: $0).theme } ?? .compiledIn
      }
      let change = SettingsChange(
        before: try settings(current), after: try settings(new), theme: theme,
        sentence: sentence
          ?? messages(new).say("The new settings are taken."),
        isError: sentence != nil)
      current = new
      return .configured(change)
    } catch {
      return .notice(messages(current).sentence(for: error), isError: true)
    }
  }
}
