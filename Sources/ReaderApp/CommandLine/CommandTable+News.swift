import ReaderUI

nonisolated extension CommandTable {
  static let readerRow = CommandRow(
    "khabar",
    Wording(
      "opens the reader, and brings pages into the store first when files, folders or addresses are named; ? shows all keys"
    ),
    operands: [OperandRow("FILE|FOLDER|URL", .page, isOptional: true, repeats: true)],
    examples: [
      .init(
        "khabar ~/pages", Wording("brings these pages in and reads them"))
    ])

  /// Commands that bring in and show stories.
  /// What `list` and `export` choose stories by.
  static let selectionOptions: [OptionRow] = [
    OptionRow(
      "--tag", "T", .tag, repeats: true,
      Wording("carries this tag (may be given several times)")),
    OptionRow("--section", "S", .section, Wording("of this section")),
    OptionRow("--feed", "F", .feed, Wording("of this source")),
    OptionRow("--unread", Wording("only unread")),
    OptionRow("--starred", Wording("only starred")),
    OptionRow(
      "--grouped", Wording("stories of one event once")),
    OptionRow(
      "--query", "Q", .text,
      Wording("in the query language (khabar search --help); words of headline and text")),
    OptionRow(
      "--list", "NAME", .list,
      Wording("of this list of yours (khabar lists)")),
  ]

  static let newsRows: [CommandRow] = [
    CommandRow(
      .import,
      Wording(
        "reads saved pages (plain text or HTML), feeds and addresses and stores their stories; - is standard input"),
      operands: [OperandRow("FILE|FOLDER|URL|-", .page, repeats: true)],
      examples: [
        .init(
          "khabar import ~/pages https://example.org/story.html",
          Wording("a folder and an address"))
      ]),
    CommandRow(
      .parse,
      Wording("the same reading without a store: shows what was understood"),
      operands: [OperandRow("FILE|-", .file)], options: [json]),
    CommandRow(
      .list, Wording("headlines, newest first"),
      options: selectionOptions + [limit, json],
      examples: [
        .init(
          "khabar list --unread --section खेल -n 10", latin: "khabar list --unread --section Sport -n 10",
          Wording("the ten newest unread stories of sport"))
      ]),
    CommandRow(
      .export,
      Wording("gives stories as a file: EPUB book, Markdown, JSON Feed, plain text; or the list of feeds as OPML"),
      operands: [OperandRow("ID", .story, isOptional: true, repeats: true)],
      options: [
        OptionRow(
          "--format", "F", .choice(ExportFormat.allCases.map(\.rawValue)),
          Wording("the form; else by the end of the file's name (.epub .md .json .txt .opml), else plain text")),
        OptionRow(
          "-o", "FILE", .file,
          Wording("the file; standard output without it")),
        OptionRow(
          "--force",
          Wording("replaces a file that is there")),
        OptionRow(
          "--notes",
          Wording("marked sentences and notes instead of stories, as Markdown")),
      ] + selectionOptions + [limit, json],
      examples: [
        .init(
          "khabar export --notes -o टिप्पणियाँ.md", latin: "khabar export --notes -o notes.md",
          Wording("all marks and notes")),
        .init(
          "khabar export -o शनिवार.epub --starred", latin: "khabar export -o weekend.epub --starred",
          Wording("a book of the starred stories")),
      ]),
    CommandRow(
      .show,
      Wording("one story; ID is what list prints, or the beginning of it"),
      operands: [story],
      options: [
        OptionRow(
          "--width", "N", .number(atLeast: 1),
          Wording("columns of a line")),
        OptionRow(
          "--history",
          Wording("what corrections changed, instead of the story")),
        json,
      ]),
    CommandRow(
      .related,
      Wording("its related stories: publisher's and computed, stored or not yet"),
      operands: [story], options: [json]),
    CommandRow(
      .group,
      Wording("the same event as others tell it, oldest first, with what each adds"),
      operands: [story], options: [json]),
    CommandRow(
      .wanted,
      Wording("stories that most stories point at and that are not here"), options: [json]),
    CommandRow(
      .search,
      Wording(
        """
        finds stories by their words, best first: Hindi or Roman letters, "phrase", word*, -word, OR, title: tag: section: feed: \
        after: before: is: lang:
        """), operands: [OperandRow("QUERY", .text, repeats: true)], options: [limit, json], notes: queryNotes,
      examples: [
        .init(
          "khabar search 'title:बजट after:7d -section:खेल'", latin: "khabar search 'title:budget after:7d -tag:cricket'",
          Wording("budget in the headline, the last seven days, no sport"))
      ]),
  ]

  static let json = OptionRow("--json", Wording("as JSON"))
  static let limit = OptionRow(
    "-n", "N", .number(atLeast: 0), Wording("at most N"))
  static let story = OperandRow("ID", .story)
}
