import ReaderUI

/// khabar's page of the manual in mdoc(7), made from ``CommandTable`` and the key table.
nonisolated struct ManualPage {
  var language: UILanguage
  var table = CommandTable.standard
  /// The day that the page speaks of: that of the version, so that one version always gives one page.
  var date = Launch.versionDate

  var text: String {
    ([head] + [synopsis, description, commands, options, queries, keys, environment, files, exit, examples, standards])
      .joined(separator: "\n") + "\n"
  }

  /// The first heading stays English: mandb finds a page's name by it.
  private var head: String {
    """
    .\\" Made by `khabar man`.
    .Dd \(date)
    .Dt KHABAR 1
    .Os khabar \(Launch.version)
    .Sh NAME
    .Nm khabar
    .Nd \((say("ख़बर, a news reader for the terminal, Hindi first")))
    """
  }

  private var synopsis: String {
    let forms =
      [".Nm\n" + (Self.macros(table.reader, inherited: []).map { $0 + "\n" } ?? "")]
      + table.shown.flatMap { row in
        row.actions.isEmpty ? [usage(row, nil)] : row.actions.map { usage(row, $0) }
      }
    return ".Sh \(say("SYNOPSIS"))\n" + forms.joined().dropLast()
  }

  private func usage(_ row: CommandRow, _ action: CommandRow?) -> String {
    var lines = [".Nm", ".Cm \(row.name)"]
    if let action {
      lines.append(action.name == row.defaultAction ? ".Op Cm \(action.name)" : ".Cm \(action.name)")
    }
    if let words = Self.macros(action ?? row, inherited: action == nil ? [] : row.options) { lines.append(words) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var description: String {
    let words = say(
      """
      The reader shows headlines, highlights and the story on one page. Related stories open by a key and tags filter the list, \
      all from a store on your own disk.
      """)
    return ".Sh \(say("DESCRIPTION"))\n" + Self.line(words) + "\n.Pp\n"
      + Self.line(sentence(table.reader.help))
  }

  private var commands: String {
    let rows = table.shown.map { row in
      var lines = [".It Cm \(row.name)", Self.line(sentence(row.help))]
      let inner =
        row.options.map(item)
        + row.actions.flatMap { action in
          [
            ".It Cm \(action.name)\(action.operands.map { " Ar " + Self.word($0.name) }.joined())\n"
              + Self.line(sentence(action.help))
          ]
            + action.options.map(item)
        }
      if !inner.isEmpty { lines.append(list(inner)) }
      return lines.joined(separator: "\n")
    }
    return ".Sh \(say("COMMANDS"))\n" + list(rows)
  }

  private var options: String {
    ".Sh \(say("OPTIONS FOR ALL COMMANDS"))\n" + list(table.shared.map(item))
  }

  private var queries: String {
    ".Sh \(say("QUERIES"))\n"
      + list(CommandTable.queryNotes.map { ".It \(Self.quoted(typed($0)))\n" + Self.line(sentence($0.help)) })
  }

  private var keys: String {
    let phrases = Phrases(language)
    let rows = KeyMap.standard.bindings.map { binding in
      ".It \(Self.quoted(binding.keys.map(\.name).joined(separator: "  ")))\n" + Self.line(phrases(binding.help))
    }
    return ".Sh \(say("KEYS"))\n" + list(rows)
  }

  private var exit: String {
    ".Sh \(say("EXIT STATUS"))\n"
      + list(ExitStatus.rows.map { ".It \($0.status)\n" + Self.line(sentence($0.help)) })
  }

  private var examples: String {
    let rows = ([table.reader] + table.shown).flatMap(\.examples).map { example in
      Self.line(example.help.text(in: language) + ":") + "\n.Pp\n.Dl \(Self.quoted(typed(example)))"
    }
    return ".Sh \(say("EXAMPLES"))\n" + rows.joined(separator: "\n.Pp\n")
  }

  private var standards: String {
    """
    .Sh \(say("STANDARDS"))
    \(Self.line(say("Stories as JSON are JSON Feed 1.1; lists of feeds are OPML 2.0.")))
    """
  }
}

nonisolated extension ManualPage {
  func say(_ sentence: Sentence) -> String { language.say(sentence) }

  func list(_ items: [String]) -> String {
    ".Bl -tag -width Ds\n" + items.joined(separator: "\n") + "\n.El"
  }

  func item(_ option: OptionRow) -> String {
    let names = option.names.map { "Fl " + $0.dropFirst() }.joined(separator: " , ")
    return ".It \(names)\(option.value.map { " Ar " + Self.word($0.name) } ?? "")\n"
      + Self.line(sentence(option.help))
  }

  /// The English page keeps to Latin letters in its samples: groff's terminal output up to 1.22 drops the vowel signs of Indic scripts.
  func typed(_ note: CommandRow.Note) -> String {
    language == .english ? note.latin ?? note.typed : note.typed
  }

  /// A help text as a sentence of its own.
  func sentence(_ wording: Wording) -> String {
    let text = wording.text(in: language)
    return text.prefix(1).uppercased() + text.dropFirst() + (language == .hindi ? "।" : ".")
  }

  /// Operands and options of a synopsis as one line of macros; nil when there are none.
  static func macros(_ row: CommandRow, inherited: [OptionRow]) -> String? {
    let operands = row.operands.map { operand in
      (operand.isOptional ? ".Op Ar " : ".Ar ") + word(operand.name) + (operand.repeats ? " ..." : "")
    }
    let options = (row.options + inherited).map { option in
      (option.isRequired ? "." : ".Op ") + "Fl " + option.name.dropFirst()
        + (option.value.map { " Ar " + word($0.name) } ?? "")
    }
    let all = operands + options
    return all.isEmpty ? nil : all.joined(separator: "\n")
  }

  /// Text, cut between words into lines of 80 bytes at most and after each sentence, as mdoc(7) wants its source. What roff would take for a
  /// request or an escape is text too.
  static func line(_ text: String) -> String {
    var lines = [""]
    for word in text.replacing("\\", with: "\\e").split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.utf8.count + word.utf8.count > 78 || ".।?!".contains(last.suffix(1)) {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += " " + word
      }
    }
    return lines.map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : $0 }.joined(separator: "\n")
  }

  /// One argument of a macro that stays one, blanks and all. A name that is a macro's too is text.
  static func quoted(_ text: String) -> String {
    "\"\\&" + text.replacing("\\", with: "\\e").replacing("\"", with: "\"\"") + "\""
  }

  /// One argument of a macro. A lone mark between letters needs nothing; a hyphen is one that can be copied.
  static func word(_ text: String) -> String { text.replacing("-", with: "\\-") }
}
