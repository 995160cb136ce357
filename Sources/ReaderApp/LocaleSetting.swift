import ReaderUI

/// The locale that the environment asks for, by the variables of POSIX.1-2017, section 8.2, in their order.
nonisolated struct LocaleSetting: Hashable {
  /// As in `hi_IN.UTF-8`; nil when no variable is set.
  let name: String?

  init(_ environment: [String: String]) {
    name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// The language that messages are asked for in (LC_MESSAGES); nil for one that khabar does not speak, and where none is asked for.
  static func messageLanguage(_ environment: [String: String]) -> UILanguage? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
      .flatMap { UILanguage(locale: $0) }
  }

  /// Whether its characters are UTF-8, as its name says: khabar writes that in any case.
  var isUTF8: Bool { name?.lowercased().replacing("-", with: "").contains("utf8") ?? false }
}
