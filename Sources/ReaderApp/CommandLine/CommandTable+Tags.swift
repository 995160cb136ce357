import ReaderUI

nonisolated extension CommandTable {
  /// Tags, and the queries that are kept.
  static let tagRows: [CommandRow] = [
    CommandRow(
      .tags,
      Wording(
        "tags with counts; all about one; puts tags of your own on stories and takes tags off; merges, renames, splits"),
      actions: [
        CommandRow("list", Wording("all tags"), options: [json]),
        CommandRow(
          "show", Wording("all about one tag"), operands: [tag], options: [json]),
        CommandRow(
          "add", Wording("puts a tag of your own on a story"),
          operands: [tag, story]),
        CommandRow(
          "remove", Wording("takes a tag off a story, for good"),
          operands: [tag, story]),
        CommandRow(
          "merge", Wording("makes one tag of several"),
          operands: [OperandRow("TAG", .tag, repeats: true)],
          options: [
            OptionRow(
              "--into", "TAG", .tag, isRequired: true,
              Wording("the tag that stays"))
          ]),
        CommandRow(
          "rename", Wording("shows a tag under another name"),
          operands: [tag, OperandRow("NAME", .text)]),
        CommandRow(
          "split", Wording("parts a merged tag again"),
          operands: [OperandRow("SPELLING", .tag)]),
      ], defaultAction: "list",
      examples: [
        .init(
          "khabar tags merge मोदी 'पीएम मोदी' --into 'नरेन्द्र मोदी'",
          latin: "khabar tags merge Modi 'PM Modi' --into 'Narendra Modi'",
          Wording("three names, one tag"))
      ]),
    CommandRow(
      .lists,
      Wording("lists of your own: queries that are kept, such as “sport” = tag:cricket OR tag:hockey"), options: [json],
      actions: queryActions(.list), defaultAction: "list", notes: queryNotes,
      examples: [
        .init(
          "khabar lists add 'मेरा राज्य' 'tag:बिहार OR section:बिहार'",
          latin: "khabar lists add 'My state' 'tag:Bihar OR section:Bihar'",
          Wording("a list of stories about Bihar"))
      ]),
    CommandRow(
      .mute,
      Wording(
        "rules that hide: what they find leaves the lists, is counted and never lost; why names the rule that hides a story"
      ), options: [json],
      actions: queryActions(.rule) + [
        CommandRow(
          "why", Wording("the rule that hides a story"),
          operands: [story])
      ], defaultAction: "list", notes: queryNotes,
      examples: [
        .init(
          "khabar mute add राशिफल 'title:राशिफल'", latin: "khabar mute add horoscopes 'title:rashifal'",
          Wording("hides horoscopes"))
      ]),
  ]

  static let tag = OperandRow("TAG", .tag)

  /// What `lists` and `mute` both do.
  private static func queryActions(_ kind: ValueKind) -> [CommandRow] {
    [
      CommandRow("list", Wording("all, with counts")),
      CommandRow(
        "add", Wording("keeps a query"),
        operands: [OperandRow("NAME", .text), OperandRow("QUERY", .text, repeats: true)]),
      CommandRow("remove", Wording("removes one"), operands: [OperandRow("NAME", kind)]),
      CommandRow(
        "rename", Wording("gives one another name"),
        operands: [OperandRow("NAME", kind), OperandRow("NAME", .text)]),
    ]
  }

  /// The query language, in short.
  static let queryNotes: [CommandRow.Note] = [
    .init(
      "बाढ़ बिहार", latin: "baadh bihar",
      Wording("all of these words, in any spelling or form")),
    .init(
      "\"जलवायु संकट\"  पर्याव*", latin: "\"jalvayu sankat\"  paryav*",
      Wording("in this order; words that begin so")),
    .init(
      "बाढ़ OR सूखा  -खेल  ( … )", latin: "baadh OR sookha  -khel  ( ... )",
      Wording("one of these; without it; a group")),
    .init(
      "title: tag: section: feed: lang:",
      Wording("values may be in \"…\"")),
    .init(
      "after:2019-11  before:2020  on:today",
      Wording("also 3 November 2019, 7d, 2 months, yesterday; after: includes its day, before: does not")),
    .init(
      "is:unread|read|starred|muted|grouped",
      Wording("what was done with it")),
  ]
}
