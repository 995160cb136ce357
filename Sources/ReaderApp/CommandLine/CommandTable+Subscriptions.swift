nonisolated extension CommandTable {
  /// The list of feeds, and asking them.
  static let subscriptionRows: [CommandRow] = [
    CommandRow(
      .feeds,
      Wording(
        "फ़ीडों की सूची: देखना, जोड़ना, हटाना, किसी साइट में ढूँढना, OPML या newsboat की सूची लाना, OPML देना, भारतीय फ़ीडों का सूचीपत्र",
        "फीडची यादी: पाहणे, जोडणे, काढणे, साइटवर शोधणे, OPML किंवा newsboat ची यादी आणणे, OPML देणे, भारतीय फीडची सूची",
        "the list of feeds: shows, adds, removes, finds those of a site, takes OPML and newsboat's urls, gives OPML, and the catalogue of Indian feeds"
      ),
      actions: [
        CommandRow(
          "list",
          Wording(
            "फ़ीड, अनपढ़ी ख़बरें और गड़बड़ियाँ", "फीड, न वाचलेल्या बातम्या आणि अडचणी", "the feeds, what is unread, what is wrong with which"),
          options: [json]),
        CommandRow(
          "add", Wording("फ़ीड या साइट जोड़ता है", "फीड किंवा साइट जोडतो", "subscribes to a feed, or to a site's"),
          operands: [OperandRow("URL", .address, repeats: true)],
          options: [
            OptionRow("--name", "N", .text, Wording("इस नाम से", "या नावाने", "under this name")),
            OptionRow("--folder", "F", .text, Wording("इस फ़ोल्डर में", "या फोल्डरमध्ये", "in this folder")),
            OptionRow(
              "--tag", "T", .tag, repeats: true,
              Wording("फ़ीड पर यह टैग", "फीडवर हा टॅग", "with this tag on the feed (may be given several times)")),
            OptionRow(
              "--full-text",
              Wording("हर ख़बर का पूरा पन्ना तुरंत लाए", "प्रत्येक बातमीचे पूर्ण पान लगेच आणावे", "fetches each story's page at once")),
          ]),
        CommandRow(
          "remove",
          Wording("फ़ीड हटाता है; ख़बरें रहती हैं", "फीड काढतो; बातम्या राहतात", "unsubscribes; the stories stay"),
          operands: [OperandRow("URL|NAME", .feed, repeats: true)]),
        CommandRow(
          "discover", Wording("साइट की फ़ीडें", "साइटची फीड", "the feeds of a site"),
          operands: [OperandRow("URL", .address)], options: [json]),
        CommandRow(
          "import",
          Wording(
            "OPML या newsboat की सूची लाता है", "OPML किंवा newsboat ची यादी आणतो", "takes OPML or newsboat's urls; fetches nothing"),
          operands: [OperandRow("FILE|-", .file)]),
        CommandRow("export", Wording("OPML देता है", "OPML देतो", "gives OPML")),
        CommandRow(
          "catalogue", aliases: ["catalog"],
          Wording("भारतीय फ़ीडों का सूचीपत्र", "भारतीय फीडची सूची", "Indic news feeds by language, state and section"),
          options: [
            OptionRow("--language", "L", .catalogueLanguage, Wording("इस भाषा की", "या भाषेतील", "in this language")),
            OptionRow("--state", "S", .catalogueState, Wording("इस राज्य की", "या राज्यातील", "of this state")),
            OptionRow("--section", "X", .catalogueSection, Wording("इस विभाग की", "या विभागातील", "of this section")),
            json,
          ]),
      ], defaultAction: "list",
      examples: [
        .init(
          "khabar feeds add bbc.com/hindi --tag समाचार", latin: "khabar feeds add bbc.com/hindi --tag News",
          Wording("साइट की फ़ीड, एक टैग के साथ", "साइटची फीड, एका टॅगसह", "the feed of a site, with a tag"))
      ]),
    CommandRow(
      .refresh,
      Wording(
        "सब फ़ीडों से (या इन फ़ीडों से) नई ख़बरें लाता है; जो फ़ीड न मिले, उस पर एक पंक्ति",
        "सर्व फीडवरून (किंवा या फीडवरून) नव्या बातम्या आणतो; न मिळालेल्या प्रत्येक फीडसाठी एक ओळ",
        "fetches all feeds, or these; one line per feed that failed"),
      operands: [OperandRow("FEED", .feed, isOptional: true, repeats: true)], options: [json]),
  ]
}
