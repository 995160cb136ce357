import ReaderUI

/// What `--help` prints, in the reader's language, made from ``CommandTable``.
nonisolated struct HelpText {
  var language: UILanguage
  var table = CommandTable.standard

  /// Help for one command or one of its actions; for the whole program when nil.
  func text(for command: CommandName?, action: String? = nil) -> String {
    guard let command, let row = table.row(command) else { return overview }
    if let action, let known = row.action(action) {
      return page(
        ["khabar \(row.name) \(known.name) " + known.words(inherited: row.options)], known,
        options: known.options + row.options)
    }
    return page(row.synopses.map { "khabar \(row.name) " + $0 }, row, options: row.allOptions)
  }

  private func page(_ usages: [String], _ row: CommandRow, options: [OptionRow]) -> String {
    var blocks = [usages.map(Self.trimmed).joined(separator: "\n"), "  " + row.help.text(in: language)]
    blocks.append(lines(row.actions.map { ($0.name, $0.help) }))
    blocks.append(lines(options.map { (spelled($0), $0.help) }))
    blocks.append(lines(row.notes.map { ($0.typed, $0.help) }))
    if !row.examples.isEmpty {
      blocks.append(say("Examples:") + "\n" + lines(row.examples.map { ($0.typed, $0.help) }))
    }
    blocks.append(sharedOptions)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var overview: String {
    let title = say("khabar: a news reader for the terminal")
    let commands = lines(
      [("khabar " + table.reader.words(inherited: []), table.reader.help)]
        + table.shown.map { (Self.trimmed("khabar \($0.name) " + Self.short($0)), $0.help) })
    return [title, commands, sharedOptions, exitStatus].joined(separator: "\n\n") + "\n"
  }

  /// What may follow a command, on one line: a command with actions names these only.
  private static func short(_ row: CommandRow) -> String {
    if row.actions.isEmpty { return row.words(inherited: []) }
    let names = row.actions.map(\.name).joined(separator: "|")
    return row.defaultAction == nil ? names + " …" : "[\(names)] …"
  }

  /// What may follow a command or one of its actions, for an error about it; one line each.
  static func usage(_ command: CommandName, action: String? = nil) -> String {
    guard let row = CommandTable.standard.row(command) else { return "" }
    if let action, let known = row.action(action) { return known.name + " " + known.words(inherited: row.options) }
    return row.synopses.joined(separator: "\n  khabar \(row.name) ")
  }

  private var sharedOptions: String {
    say("For all commands:") + "\n"
      + lines(table.shared.map { (spelled($0), $0.help) })
  }

  private var exitStatus: String {
    say("Exit status: ")
      + ExitStatus.rows.map { "\($0.status) \($0.help.text(in: language))" }.joined(separator: ", ")
  }

  private func spelled(_ option: OptionRow) -> String {
    (option.short.map { $0 + ", " } ?? "") + option.form
  }

  private func lines(_ rows: [(term: String, help: Wording)]) -> String {
    rows.map { "  \($0.term)\n      \($0.help.text(in: language))" }.joined(separator: "\n")
  }

  private static func trimmed(_ text: String) -> String {
    text.last == " " ? String(text.dropLast()) : text
  }

  private func say(_ sentence: Sentence) -> String { language.say(sentence) }
}

/// What the number says that khabar ends with.
nonisolated enum ExitStatus {
  static let rows: [(status: Int, help: Wording)] = [
    (0, Wording("done")),
    (1, Wording("the work failed; the message says why")),
    (2, Wording("wrong usage")),
  ]
}
