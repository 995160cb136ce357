import CellText
import ReaderUI

nonisolated extension CommandTable {
  /// Keeping the store in order, and finding out what is wrong.
  static let careRows: [CommandRow] = [
    CommandRow(
      .clean,
      Wording(
        "पुरानी पढ़ी ख़बरों का नियम और उससे क्या जाएगा; --now से हटाता है, --undo से पिछली बार हटाई लौटाता है",
        "जुन्या वाचलेल्या बातम्यांचा नियम आणि त्याने काय जाईल; --now ने काढतो, --undo ने मागच्या वेळी काढलेल्या परत आणतो",
        "the rule for old read stories and what would go by it; --now deletes, --undo brings back what went last"),
      options: [
        OptionRow("--now", Wording("अभी हटाता है", "आता काढतो", "deletes")),
        OptionRow("--undo", Wording("पिछली बार हटाई लौटाता है", "मागच्या वेळी काढलेल्या परत आणतो", "brings back what went last")),
      ]),
    CommandRow(
      .reindex,
      Wording(
        "सब ख़बरों को फिर से जाँचता है: खोज, मुख्य बातें, टैग, संबंधित; बीच में रुके तो अगली बार आगे बढ़ता है",
        "सर्व बातम्या पुन्हा तपासतो: शोध, ठळक मुद्दे, टॅग, संबंधित; मध्येच थांबल्यास पुढच्या वेळी तिथून पुढे जातो",
        "analyses all stories again: search, highlights, tags, related; when interrupted, the next time goes on from there"
      )),
    CommandRow(
      .config,
      Wording(
        "सेटिंग: क्या लागू है, टिप्पणियों वाली फ़ाइल बनाना, फ़ाइल जाँचना, कामों के नाम",
        "सेटिंग: काय लागू आहे, टिपणांसह फाइल बनवणे, फाइल तपासणे, क्रियांची नावे",
        "settings: what holds and from where, a commented file, a check with line and column, names of actions"),
      actions: [
        CommandRow("show", Wording("क्या लागू है और कहाँ से", "काय लागू आहे आणि कुठून", "what holds, and from where")),
        CommandRow(
          "init",
          Wording(
            "टिप्पणियों वाली फ़ाइल बनाता है; पुरानी को नहीं छूता", "टिपणांसह फाइल बनवतो; जुनीला हात लावत नाही",
            "writes a commented file; never over one that is there")),
        CommandRow(
          "check", Wording("फ़ाइल जाँचता है", "फाइल तपासतो", "verifies the file, with line and column"),
          operands: [OperandRow("FILE", .file, isOptional: true)]),
        CommandRow("actions", Wording("कुंजियों के कामों के नाम", "कळांच्या क्रियांची नावे", "the names that keys can be bound to")),
      ], defaultAction: "show"),
    CommandRow(
      .doctor,
      Wording(
        "नापता है कि यह टर्मिनल देवनागरी को कितने स्तंभ देता है, और बताता है कि क्या बदलना है",
        "हा टर्मिनल देवनागरीला किती स्तंभ देतो ते मोजतो, आणि काय बदलावे ते सांगतो",
        "measures what this terminal does with Devanagari, and says what to change"),
      options: [
        OptionRow(
          "--words", "FILE", .file,
          Wording(
            "फ़ाइल की हर पंक्ति भी नापता है और बताता है कि कहाँ अनुमान चूका",
            "फाइलीतील प्रत्येक ओळही मोजतो आणि अंदाज कुठे चुकला ते सांगतो",
            "measures each line of the file too, and names those that the model misses")), json,
      ]),
  ]

  /// khabar among the other programs of a system.
  static let systemRows: [CommandRow] = [
    CommandRow(
      .completions,
      Wording(
        "शेल के लिए पूर्ति की लिपि छापता है: कमांड, विकल्प, और भंडार से टैग, फ़ीड, सूचियाँ, ख़बरें",
        "शेलसाठी पूर्तीची लिपी छापतो: आज्ञा, पर्याय, आणि भांडारातून टॅग, फीड, याद्या, बातम्या",
        "prints a shell's completion script: commands, options, and tags, feeds, lists and stories from the store"),
      operands: [OperandRow("bash|zsh|fish", .choice(["bash", "zsh", "fish"]))],
      examples: [
        .init(
          "khabar completions fish > ~/.config/fish/completions/khabar.fish",
          Wording("fish के लिए", "fish साठी", "for fish"))
      ]),
    CommandRow(
      .man,
      Wording(
        "मैनुअल का पन्ना छापता है (mdoc); पढ़ने के लिए: khabar man | man -l -",
        "मॅन्युअलचे पान छापतो (mdoc); वाचण्यासाठी: khabar man | man -l -",
        "prints the manual page (mdoc); to read it: khabar man | man -l -")),
    CommandRow(
      .help, Wording("एक कमांड की मदद", "एका आज्ञेची मदत", "help for one command"),
      operands: [OperandRow("COMMAND", .command, isOptional: true), OperandRow("WORD", .text, isOptional: true)]),
    CommandRow(
      .complete,
      Wording("पूर्ति की लिपियों के लिए", "पूर्तीच्या लिपींसाठी", "for the completion scripts"),
      operands: [
        OperandRow("KIND", .choice(CompletionKind.allCases.map(\.rawValue))),
        OperandRow("PREFIX", .text, isOptional: true),
      ],
      options: [
        OptionRow(
          "--typed",
          Wording(
            "भंडार और आरंभ वैसे, जैसे bash में टाइप हुए", "भांडार आणि आरंभ bash मध्ये टाइप झाले तसे",
            "store and prefix are as they were typed for bash, and so is the answer"))
      ], isHidden: true),
  ]

  /// Options that every command takes.
  static let sharedRows: [OptionRow] = [
    OptionRow("--store", "FILE", .file, Wording("ख़बरों का भंडार", "बातम्यांचे भांडार", "the article store")),
    OptionRow("--config", "FILE", .file, Wording("सेटिंग की फ़ाइल", "सेटिंगची फाइल", "the configuration file")),
    OptionRow("--theme", "NAME", .theme, Wording("रंग-रूप", "रंगसंगती", "the theme")),
    OptionRow(
      "--width-model", "auto|NAME", .suggestion(["auto"] + WidthModel.named.map(\.name)),
      Wording(
        "टर्मिनल अक्षरों को कितने स्तंभ देता है", "टर्मिनल अक्षरांना किती स्तंभ देते",
        "how many columns the terminal gives to characters")),
    OptionRow(
      "--ui-language", "hi|mr|en", .choice(UILanguage.allCases.map(\.rawValue)),
      Wording("भाषा", "भाषा", "the language of labels and messages")),
    OptionRow(
      "--view", "devanagari|interlinear|roman", .choice(ScriptStyle.allCases.map(\.rawValue)),
      Wording(
        "अक्षर: interlinear हर पंक्ति के नीचे रोमन; roman उन टर्मिनलों के लिए जो देवनागरी नहीं जोड़ पाते",
        "अक्षरे: interlinear प्रत्येक ओळीखाली रोमन; देवनागरी न जोडणाऱ्या टर्मिनलसाठी roman",
        "the letters of stories and labels: interlinear has Latin under each line of a story, for learners; roman is for terminals that cannot shape Devanagari"
      )),
    OptionRow("--help", short: "-h", Wording("यह मदद", "ही मदत", "this help")),
    OptionRow("--version", short: "-V", Wording("संस्करण", "आवृत्ती", "the version")),
  ]
}
