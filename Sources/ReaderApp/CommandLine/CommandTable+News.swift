nonisolated extension CommandTable {
  static let readerRow = CommandRow(
    "khabar",
    Wording(
      "पाठक खोलता है; फ़ाइलें, फ़ोल्डर या पते दें तो पहले उन्हें भंडार में लाता है; ? से सारी कुंजियाँ",
      "वाचक उघडतो; फाइली, फोल्डर किंवा पत्ते दिल्यास आधी त्या भांडारात आणतो; ? ने सर्व कळा",
      "opens the reader, and brings pages into the store first when files, folders or addresses are named; ? shows all keys"
    ),
    operands: [OperandRow("FILE|FOLDER|URL", .page, isOptional: true, repeats: true)],
    examples: [
      .init(
        "khabar ~/pages", Wording("इन पन्नों को लाकर पढ़ें", "ही पाने आणून वाचा", "brings these pages in and reads them"))
    ])

  /// Commands that bring in and show stories.
  /// What `list` and `export` choose stories by.
  static let selectionOptions: [OptionRow] = [
    OptionRow(
      "--tag", "T", .tag, repeats: true,
      Wording("यह टैग हो (कई बार दे सकते हैं)", "हा टॅग असावा (अनेकदा देता येतो)", "carries this tag (may be given several times)")),
    OptionRow("--section", "S", .section, Wording("इस विभाग की", "या विभागातील", "of this section")),
    OptionRow("--feed", "F", .feed, Wording("इस स्रोत की", "या स्रोताच्या", "of this source")),
    OptionRow("--unread", Wording("केवल अनपढ़ी", "फक्त न वाचलेल्या", "only unread")),
    OptionRow("--starred", Wording("केवल तारे वाली", "फक्त तारा असलेल्या", "only starred")),
    OptionRow(
      "--grouped", Wording("एक घटना की ख़बरें एक बार", "एका घटनेच्या बातम्या एकदाच", "stories of one event once")),
    OptionRow(
      "--query", "Q", .text,
      Wording(
        "खोज की भाषा में (khabar search --help); शब्द शीर्षक में भी और पाठ में भी",
        "शोधाच्या भाषेत (khabar search --help); शब्द मथळ्यातही आणि मजकुरातही",
        "in the query language (khabar search --help); words of headline and text")),
    OptionRow(
      "--list", "NAME", .list,
      Wording("इस सूची की (khabar lists)", "या यादीतील (khabar lists)", "of this list of yours (khabar lists)")),
  ]

  static let newsRows: [CommandRow] = [
    CommandRow(
      .import,
      Wording(
        "सहेजे पन्ने (सादा पाठ या HTML), फ़ीड और पते पढ़कर ख़बरें रखता है; - यानी मानक इनपुट",
        "जतन केलेली पाने (साधा मजकूर किंवा HTML), फीड आणि पत्ते वाचून बातम्या ठेवतो; - म्हणजे मानक इनपुट",
        "reads saved pages (plain text or HTML), feeds and addresses and stores their stories; - is standard input"),
      operands: [OperandRow("FILE|FOLDER|URL|-", .page, repeats: true)],
      examples: [
        .init(
          "khabar import ~/pages https://example.org/story.html",
          Wording("एक फ़ोल्डर और एक पता", "एक फोल्डर आणि एक पत्ता", "a folder and an address"))
      ]),
    CommandRow(
      .parse,
      Wording(
        "वही पढ़ना, बिना रखे: क्या समझा गया, यह दिखाता है", "तेच वाचन, न ठेवता: काय समजले ते दाखवतो",
        "the same reading without a store: shows what was understood"),
      operands: [OperandRow("FILE|-", .file)], options: [json]),
    CommandRow(
      .list, Wording("सुर्खियाँ, नई पहले", "मथळे, नवे आधी", "headlines, newest first"),
      options: selectionOptions + [limit, json],
      examples: [
        .init(
          "khabar list --unread --section खेल -n 10", latin: "khabar list --unread --section Sport -n 10",
          Wording("खेल की दस नई अनपढ़ी ख़बरें", "खेळाच्या दहा नव्या न वाचलेल्या बातम्या", "the ten newest unread stories of sport"))
      ]),
    CommandRow(
      .export,
      Wording(
        "ख़बरें फ़ाइल में देता है: EPUB पुस्तक, Markdown, JSON Feed, सादा पाठ; या फ़ीडों की सूची OPML में",
        "बातम्या फाइलमध्ये देतो: EPUB पुस्तक, Markdown, JSON Feed, साधा मजकूर; किंवा फीडची यादी OPML मध्ये",
        "gives stories as a file: EPUB book, Markdown, JSON Feed, plain text; or the list of feeds as OPML"),
      operands: [OperandRow("ID", .story, isOptional: true, repeats: true)],
      options: [
        OptionRow(
          "--format", "F", .choice(ExportFormat.allCases.map(\.rawValue)),
          Wording(
            "रूप; न दें तो फ़ाइल के नाम के अंत से (.epub .md .json .txt .opml), नहीं तो सादा पाठ",
            "स्वरूप; न दिल्यास फाइलच्या नावाच्या शेवटावरून (.epub .md .json .txt .opml), नाहीतर साधा मजकूर",
            "the form; else by the end of the file's name (.epub .md .json .txt .opml), else plain text")),
        OptionRow(
          "-o", "FILE", .file,
          Wording(
            "फ़ाइल; न दें तो मानक आउटपुट पर", "फाइल; न दिल्यास मानक आउटपुटवर", "the file; standard output without it")),
        OptionRow(
          "--force",
          Wording("पहले से मौजूद फ़ाइल बदल देता है", "आधीची फाइल बदलतो", "replaces a file that is there")),
        OptionRow(
          "--notes",
          Wording(
            "ख़बरों की जगह चिह्नित वाक्य और टिप्पणियाँ, Markdown में", "बातम्यांऐवजी खुणा केलेली वाक्ये आणि टिपा, Markdown मध्ये",
            "marked sentences and notes instead of stories, as Markdown")),
      ] + selectionOptions + [limit, json],
      examples: [
        .init(
          "khabar export --notes -o टिप्पणियाँ.md", latin: "khabar export --notes -o notes.md",
          Wording("सभी चिह्न और टिप्पणियाँ", "सर्व खुणा आणि टिपा", "all marks and notes")),
        .init(
          "khabar export -o शनिवार.epub --starred", latin: "khabar export -o weekend.epub --starred",
          Wording("तारे वाली ख़बरों की पुस्तक", "तारा असलेल्या बातम्यांचे पुस्तक", "a book of the starred stories")),
      ]),
    CommandRow(
      .show,
      Wording(
        "एक ख़बर; ID वही जो list छापता है, उसका शुरू का हिस्सा भी चलेगा",
        "एक बातमी; ID तोच जो list छापतो, त्याचा सुरुवातीचा भागही चालेल",
        "one story; ID is what list prints, or the beginning of it"),
      operands: [story],
      options: [
        OptionRow(
          "--width", "N", .number(atLeast: 1),
          Wording("पंक्ति की चौड़ाई, स्तंभों में", "ओळीची रुंदी, स्तंभांत", "columns of a line")),
        OptionRow(
          "--history",
          Wording(
            "ख़बर की जगह: संशोधनों में क्या बदला", "बातमीऐवजी: सुधारणांत काय बदलले", "what corrections changed, instead of the story")),
        json,
      ]),
    CommandRow(
      .related,
      Wording(
        "उसकी संबंधित ख़बरें: प्रकाशक की और गिनी हुई, यहाँ हों या न हों",
        "तिच्या संबंधित बातम्या: प्रकाशकाच्या आणि मोजलेल्या, इथे असोत वा नसोत",
        "its related stories: publisher's and computed, stored or not yet"),
      operands: [story], options: [json]),
    CommandRow(
      .group,
      Wording(
        "वही घटना दूसरे अख़बारों में: पुरानी ख़बर पहले, और हर एक ने क्या नया बताया",
        "तीच घटना इतर वृत्तपत्रांत: जुनी बातमी आधी, आणि प्रत्येकीने काय नवे सांगितले",
        "the same event as others tell it, oldest first, with what each adds"),
      operands: [story], options: [json]),
    CommandRow(
      .wanted,
      Wording(
        "जिन ख़बरों की ओर सबसे ज़्यादा ख़बरें भेजती हैं और जो यहाँ नहीं हैं",
        "ज्या बातम्यांकडे सर्वाधिक बातम्या पाठवतात आणि ज्या इथे नाहीत",
        "stories that most stories point at and that are not here"), options: [json]),
    CommandRow(
      .search,
      Wording(
        "ख़बरें शब्दों से ढूँढता है, सबसे मेल खाती पहले: हिन्दी या रोमन, \"वाक्यांश\", शब्द*, -शब्द, OR, title: tag: section: feed: after: before: is: lang:",
        "बातम्या शब्दांनी शोधतो, सर्वात जुळणारी आधी: मराठी किंवा रोमन, \"वाक्यांश\", शब्द*, -शब्द, OR, title: tag: section: feed: after: before: is: lang:",
        "finds stories by their words, best first: Hindi or Roman letters, \"phrase\", word*, -word, OR, title: tag: section: feed: after: before: is: lang:"
      ), operands: [OperandRow("QUERY", .text, repeats: true)], options: [limit, json], notes: queryNotes,
      examples: [
        .init(
          "khabar search 'title:बजट after:7d -section:खेल'", latin: "khabar search 'title:budget after:7d -tag:cricket'",
          Wording(
            "शीर्षक में बजट, पिछले सात दिन, खेल नहीं", "मथळ्यात बजट, मागचे सात दिवस, खेळ नको",
            "budget in the headline, the last seven days, no sport"))
      ]),
  ]

  static let json = OptionRow("--json", Wording("JSON के रूप में", "JSON स्वरूपात", "as JSON"))
  static let limit = OptionRow(
    "-n", "N", .number(atLeast: 0), Wording("ज़्यादा से ज़्यादा N", "जास्तीत जास्त N", "at most N"))
  static let story = OperandRow("ID", .story)
}
