import ReaderUI

nonisolated extension CommandTable {
  /// The list of feeds, and asking them.
  static let subscriptionRows: [CommandRow] = [
    CommandRow(
      .feeds,
      Wording(
        """
        the list of feeds: shows, adds, removes, finds those of a site, takes OPML and newsboat's urls, gives OPML, and the \
        catalogue of Indian feeds
        """),
      actions: [
        CommandRow(
          "list",
          Wording("the feeds, what is unread, what is wrong with which"),
          options: [json]),
        CommandRow(
          "add", Wording("subscribes to a feed, or to a site's"),
          operands: [OperandRow("URL", .address, repeats: true)],
          options: [
            OptionRow("--name", "N", .text, Wording("under this name")),
            OptionRow("--folder", "F", .text, Wording("in this folder")),
            OptionRow(
              "--tag", "T", .tag, repeats: true,
              Wording("with this tag on the feed (may be given several times)")),
            OptionRow(
              "--full-text",
              Wording("fetches each story's page at once")),
          ]),
        CommandRow(
          "remove",
          Wording("unsubscribes; the stories stay"),
          operands: [OperandRow("URL|NAME", .feed, repeats: true)]),
        CommandRow(
          "discover", Wording("the feeds of a site"),
          operands: [OperandRow("URL", .address)], options: [json]),
        CommandRow(
          "import",
          Wording("takes OPML or newsboat's urls; fetches nothing"),
          operands: [OperandRow("FILE|-", .file)]),
        CommandRow("export", Wording("gives OPML")),
        CommandRow(
          "catalogue", aliases: ["catalog"],
          Wording("Indic news feeds by language, state and section"),
          options: [
            OptionRow("--language", "L", .catalogueLanguage, Wording("in this language")),
            OptionRow("--state", "S", .catalogueState, Wording("of this state")),
            OptionRow("--section", "X", .catalogueSection, Wording("of this section")),
            json,
          ]),
      ], defaultAction: "list",
      examples: [
        .init(
          "khabar feeds add bbc.com/hindi --tag समाचार", latin: "khabar feeds add bbc.com/hindi --tag News",
          Wording("the feed of a site, with a tag"))
      ]),
    CommandRow(
      .refresh,
      Wording("fetches all feeds, or these; one line per feed that failed"),
      operands: [OperandRow("FEED", .feed, isOptional: true, repeats: true)], options: [json]),
  ]
}
