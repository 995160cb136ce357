import CellText
import NewsModel
import ReaderUI
import Screen

nonisolated extension Setting {
  /// Every key, in the order of the default file.
  static let table: [Setting] = [
    .choice(
      "ui-language", \.language, standard: .hindi,
      about: "the language of khabar's own words"),
    Setting(
      name: "theme", values: "NAME, FILE.yaml", standard: "khabar",
      about: "the theme: a name or a file; T tries them",
      take: { node, configuration in
        configuration.theme = node.text
        return node.text != nil
      }, shown: { $0.theme.map(YAMLText.quoted) }),
    .choice(
      "view", \.view, standard: .devanagari,
      about:
        "letters: interlinear has Latin under each line, for learners; roman is for terminals that cannot shape Devanagari"
    ),
    .choice(
      "digits", \.digits, standard: .ascii,
      about: "digits of khabar's own numbers"),
    .choice(
      "calendar", \.calendar, standard: .gregorian,
      about: "the calendar; saka is the Indian national one"),
    .choice(
      "dates", \.dateStyle, standard: .relative,
      about: "in lists: relative is \"2 hours\", absolute \"8:21 am\" or \"3 November\""),
    .number(
      "measure", \.measureColumns, 20...200, standard: 70,
      about: "columns of a line of text, at most"),
    Setting(
      name: "width-model", values: (["auto"] + WidthModel.named.map(\.name)).joined(separator: ", "), standard: "auto",
      about: "how many columns the terminal gives to Devanagari; auto measures",
      take: { node, configuration in
        guard let text = node.text, text == "auto" || WidthModel.named(text) != nil else { return false }
        configuration.widthModel = text
        return true
      }, shown: { $0.widthModel }),
    Setting(
      name: "bidi", values: "auto, khabar, terminal", standard: "auto",
      about: "who orders Urdu: terminal is one that reorders by itself",
      take: { node, configuration in
        configuration.bidi = node.text.flatMap(BidiOrder.init(rawValue:))
        return configuration.bidi != nil || node.text == "auto"
      }, shown: { configuration in configuration.places["bidi"].map { _ in configuration.bidi?.rawValue ?? "auto" } }),
    .choice(
      "mouse", \.isMouseOn, no: "off", yes: "on", standard: true,
      about: "the mouse; off leaves it to the terminal, as * does"),
    .choice(
      "frames", \.frames, standard: .lines,
      about: "what lines are drawn with: ascii is - | +, none draws no lines"),
    .choice(
      "layout", \.arrangement, standard: .auto,
      about: "linear shows one thing at a time, for braille displays and screen readers"),
    .choice(
      "cursor", \.showsCursor, no: "hidden", yes: "visible", standard: false,
      about: "visible shows the cursor also where nothing is typed"),
    .choice(
      "hyperlinks", \.hyperlinks, standard: .auto,
      about: "links that the terminal opens too (OSC 8); auto knows which terminals understand them"),
    .extent(
      "list-width", \.listWidth, cells: 16...200, percent: 10...80, words: ["auto": nil],
      about: "width of the list beside a story: columns or a share"
    ),
    Setting(
      name: "list-rows", values: "1, 2, 3", standard: "3",
      about: "rows of a story in the list: with 3 a headline has two, with 1 all is on one",
      take: { node, configuration in
        guard let rows = node.text.flatMap({ Int($0) }), (1...3).contains(rows) else { return false }
        configuration.list.rows = rows
        return true
      }, shown: { configuration in configuration.places["list-rows"].map { _ in String(configuration.list.rows) } }),
    Setting(
      name: "list-shows", values: "[" + ListFormat.Fact.allCases.map(\.rawValue).joined(separator: ", ") + "]",
      standard: "[" + ListFormat.Fact.allCases.map(\.rawValue).joined(separator: ", ") + "]",
      about: "what stands with a headline, in this order; [] is nothing",
      take: { node, configuration in
        guard let items = node.items else { return false }
        let facts = items.compactMap { $0.text.flatMap(ListFormat.Fact.init(rawValue:)) }
        guard facts.count == items.count, Set(facts).count == facts.count else { return false }
        configuration.list.facts = facts
        return true
      },
      shown: { configuration in
        configuration.places["list-shows"].map { _ in YAMLText.list(configuration.list.facts.map(\.rawValue)) }
      }),
    .extent(
      "highlights-height", \.highlightsHeight, cells: 1...50, percent: 5...80,
      words: ["auto": nil, "none": .cells(0)],
      about: "height of the highlights at most: rows or a share; none hides them"),
    .shape(
      "split-from", \.splitFromColumns, standard: 60,
      about: "from this many columns list and story stand side by side"),
    .shape(
      "panes-from", \.panesFromColumns, standard: 120,
      about: "from this many columns the list stays beside an opened story"),
    .shape(
      "columns-from", \.columnsFromColumns, standard: 150,
      about: "from this many columns highlights and related stories have a column of their own"),
    .choice(
      "images", \.pictures, standard: .ask,
      about: "when pictures are fetched: with ask when you press I, with always when a story is opened; needs chafa"),
    .choice(
      "picture-format", \.pictureFormat, standard: .auto,
      about: "what pictures are drawn with; auto asks the terminal for pixels, symbols are characters"),
    .number(
      "refresh", \.refreshMinutes, 5...10_080, or: ("never", 0), standard: 60,
      about: "minutes between two refreshes while the reader is open"),
    .number(
      "keep-read", \.keepReadDays, 1...36_500, or: ("forever", 0), standard: 120,
      about: "days that read stories are kept"),
    Setting(
      name: "browser", values: "PROGRAM, [PROGRAM, ARGUMENT, …]", standard: "[xdg-open, \"%s\"]",
      about: "the program that opens addresses, with its arguments; %s is the address; never a shell",
      take: { node, configuration in
        configuration.browser = program(node, &configuration)
        return configuration.browser != nil
      }, shown: { $0.browser.map(YAMLText.list) }),
    Setting(
      name: "speaker", values: "PROGRAM, [PROGRAM, ARGUMENT, …]", standard: "[espeak-ng]",
      about: """
        the program that reads aloud, with its arguments: [espeak-ng, -s, "150"], [spd-say], or one that reads a sentence from its \
        standard input; %l is the language; never a shell
        """,
      take: { node, configuration in
        configuration.speaker = program(node, &configuration)
        return configuration.speaker != nil
      }, shown: { $0.speaker.map(YAMLText.list) }),
    Setting(
      name: "open", values: "[{when: HOST|HOST/PATH|/PATH|link|picture|video, run: [PROGRAM, ARGUMENT, …]}, …]",
      standard: """

          - when: video
            run: [mpv, "%u"]
          - when: youtube.com/watch
            run: [mpv, --profile=low-latency, "%u"]
          - when: {kind: picture, host: "*.example.org"}
            run: [feh, "%u"]
        """,
      about:
        "which program opens which address; the first rule that fits, else the browser. %u is the address; * and ? are patterns; never a shell",
      take: takeRules, shown: shownRules),
    Setting(
      name: "hooks", values: Setting.hookForm,
      standard: """

          - query: "tag:मौसम title:चेतावनी"
            notify: true
          - query: "is:unread section:खेल"
            run: [my-program, --new]
        """,
      about: """
        what happens with new stories: after a refresh those that the query finds go to the program as JSON Feed; notify: true tells \
        on the desktop; never a shell
        """,
      take: takeHooks, shown: shownHooks),
    Setting(
      name: "keys", values: "{everywhere|list|highlights|body: {KEYS: ACTION|[ACTION, …]|none}}",
      standard: """

          everywhere:
            g g: go-to-start
            g e: go-to-end
            ctrl-s: [toggle-star, next-unread]
            X: none
          list:
            d: half-page-down
          body:
            f5: refresh
        """,
      about: """
        your keys, everywhere or in one pane. Keys: j, ^D or ctrl-d, space, enter, f1; a sequence: g g. Actions: khabar config \
        actions; several: [one, two]; none frees a key. Keys such as # - ? need "…"
        """,
      take: takeKeys, shown: shownKeys),
  ]
}
