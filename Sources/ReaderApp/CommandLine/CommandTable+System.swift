import CellText
import ReaderUI

nonisolated extension CommandTable {
  /// Keeping the store in order, and finding out what is wrong.
  static let careRows: [CommandRow] = [
    CommandRow(
      .clean,
      Wording(
        "the rule for old read stories and what would go by it; --now deletes, --undo brings back what went last"),
      options: [
        OptionRow("--now", Wording("deletes")),
        OptionRow("--undo", Wording("brings back what went last")),
      ]),
    CommandRow(
      .reindex,
      Wording(
        "analyses all stories again: search, highlights, tags, related; when interrupted, the next time goes on from there"
      )),
    CommandRow(
      .store,
      Wording(
        "the article store itself: checks it, repairs it, backs it up, makes it smaller; nothing is ever deleted"),
      actions: [
        CommandRow(
          "check", Wording("reads all of it and says what is wrong; writes nothing. 1 when something is"),
          options: [json]),
        CommandRow(
          "repair",
          Wording(
            "when it is damaged: lays it aside as it is and makes a sound one with everything that can still be read"),
          options: [json]),
        CommandRow(
          "backup", Wording("copies it as it is at this moment, also while khabar is open, and checks the copy"),
          operands: [OperandRow("FILE", .file)],
          options: [OptionRow("--force", Wording("replaces a file that is there")), json]),
        CommandRow(
          "vacuum", Wording("gives back room that deleted stories took; says the bytes before and after"),
          options: [json]),
      ],
      examples: [
        .init("khabar store backup ~/khabar-backup.db", Wording("a copy; khabar --store opens it like any other"))
      ]),
    CommandRow(
      .config,
      Wording("settings: what holds and from where, a commented file, a check with line and column, names of actions"),
      actions: [
        CommandRow("show", Wording("what holds, and from where")),
        CommandRow(
          "init",
          Wording("writes a commented file; never over one that is there")),
        CommandRow(
          "check", Wording("verifies the file, with line and column"),
          operands: [OperandRow("FILE", .file, isOptional: true)]),
        CommandRow("actions", Wording("the names that keys can be bound to")),
      ], defaultAction: "show"),
    CommandRow(
      .doctor,
      Wording("measures what this terminal does with Devanagari, and says what to change"),
      options: [
        OptionRow(
          "--words", "FILE", .file,
          Wording("measures each line of the file too, and names those that the model misses")), json,
      ]),
  ]

  /// khabar among the other programs of a system.
  static let systemRows: [CommandRow] = [
    CommandRow(
      .completions,
      Wording(
        "prints a shell's completion script: commands, options, and tags, feeds, lists and stories from the store"),
      operands: [OperandRow("bash|zsh|fish", .choice(["bash", "zsh", "fish"]))],
      examples: [
        .init(
          "khabar completions fish > ~/.config/fish/completions/khabar.fish",
          Wording("for fish"))
      ]),
    CommandRow(
      .man,
      Wording("prints the manual page (mdoc); to read it: khabar man | man -l -")),
    CommandRow(
      .help, Wording("help for one command"),
      operands: [OperandRow("COMMAND", .command, isOptional: true), OperandRow("WORD", .text, isOptional: true)]),
    CommandRow(
      .complete,
      Wording("for the completion scripts"),
      operands: [
        OperandRow("KIND", .choice(CompletionKind.allCases.map(\.rawValue))),
        OperandRow("PREFIX", .text, isOptional: true),
      ],
      options: [
        OptionRow(
          "--typed",
          Wording("store and prefix are as they were typed for bash, and so is the answer"))
      ], isHidden: true),
  ]

  /// Options that every command takes.
  static let sharedRows: [OptionRow] = [
    OptionRow("--store", "FILE", .file, Wording("the article store")),
    OptionRow("--config", "FILE", .file, Wording("the configuration file")),
    OptionRow("--theme", "NAME", .theme, Wording("the theme")),
    OptionRow(
      "--width-model", "auto|NAME", .suggestion(["auto"] + WidthModel.named.map(\.name)),
      Wording("how many columns the terminal gives to characters")),
    OptionRow(
      "--ui-language", "hi|mr|en", .choice(UILanguage.allCases.map(\.rawValue)),
      Wording("the language of labels and messages")),
    OptionRow(
      "--view", "devanagari|interlinear|roman", .choice(ScriptStyle.allCases.map(\.rawValue)),
      Wording(
        """
        the letters of stories and labels: interlinear has Latin under each line of a story, for learners; roman is for terminals \
        that cannot shape Devanagari
        """)),
    OptionRow("--help", short: "-h", Wording("this help")),
    OptionRow("--version", short: "-V", Wording("the version")),
  ]
}
