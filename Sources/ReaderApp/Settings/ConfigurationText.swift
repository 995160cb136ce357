import ReaderUI

/// The commented default file, and the list of settings in the README.
nonisolated struct ConfigurationText {
  var language: UILanguage

  /// What `khabar config init` writes: every key explained and commented out, with what holds without it.
  var defaultFile: String {
    let head = language.say(
      """
      Settings of khabar. To change one take "# " off its line; the reader takes it when the file is saved.
      khabar config check verifies the file, khabar config show tells what holds now and from where.
      """)
    let settings = Setting.table.map { setting in
      Self.prose(language.say(setting.about)) + Self.prose(setting.values)
        + Self.lines(setting).map { "# " + $0 + "\n" }.joined()
    }
    return head.split(separator: "\n").map { "## " + $0 + "\n" }.joined() + "\n" + settings.joined(separator: "\n")
  }

  /// The keys with one value each, with what they take, as the README has them.
  static var readmeBlock: String {
    let rows = Setting.table.filter { !$0.standard.contains("\n") }.map { ($0.name + ": " + $0.standard, $0) }
    return rows.map { text, setting in
      let room = String(repeating: " ", count: max(1, 26 - text.count))
      let values =
        setting.values.count > 60 ? "" : setting.values == "[" + setting.standard.dropFirst() ? "" : setting.values
      return "    " + (values.isEmpty ? text : text + room + "# " + values)
    }.joined(separator: "\n")
  }

  /// `name: value`, or the map under its name.
  private static func lines(_ setting: Setting) -> [String] {
    (setting.name + ":" + (setting.standard.contains("\n") ? "" : " ") + setting.standard)
      .split(separator: "\n").map(String.init)
  }

  private static func prose(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 92 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.map { "## " + $0 + "\n" }.joined()
  }
}
