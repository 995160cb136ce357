#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NewsModel
import ReaderUI

/// A notification of the desktop, shown by `notify-send` (Desktop Notifications Specification 1.2).
nonisolated struct DesktopNotification: Hashable, Sendable {
  static let program = "notify-send"

  var title: String
  /// In the specification's markup: text escaped.
  var body: String

  /// Headlines that a body has room for.
  private static let shownHeadlines = 5

  /// One story by its headline; several by their number, the query, and their first headlines.
  ///
  /// - Parameter stories: the newest first; not empty.
  /// - Parameter count: all that were found, those of `stories` among them.
  init(_ stories: [Headline], count: Int, query: String, language: UILanguage) {
    if count == 1, let story = stories.first {
      title = story.title
      body = Self.escaped([story.source, story.section ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
      return
    }
    title =
      language.say("\(count) new stories") + " · " + query
    var lines = stories.prefix(Self.shownHeadlines).map { "• " + Self.escaped($0.title) }
    let rest = count - lines.count
    if rest > 0 { lines.append(language.say("and \(rest) more")) }
    body = lines.joined(separator: "\n")
  }

  /// - Throws: ``ChildProgram/Failure``.
  func show() async throws {
    // A notification server that does not answer is waited for by notify-send itself, for half a minute.
    let command = [Self.program, "--app-name=khabar", "--", String(title.prefix(200)), body]
    try await ChildProgram(command: command, timeout: .seconds(15)).runWell(Data())
  }

  private static func escaped(_ text: String) -> String {
    String(text.prefix(200)).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
