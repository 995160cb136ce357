nonisolated extension CommandTable {
  /// Tags, and the queries that are kept.
  static let tagRows: [CommandRow] = [
    CommandRow(
      .tags,
      Wording(
        "टैग और उनकी गिनती; एक टैग का पूरा परिचय; अपने टैग लगाना और हटाना; कई टैग एक करना, नाम बदलना, फिर अलग करना",
        "टॅग आणि त्यांची संख्या; एका टॅगची पूर्ण माहिती; आपले टॅग लावणे आणि काढणे; अनेक टॅग एक करणे, नाव बदलणे, पुन्हा वेगळे करणे",
        "tags with counts; all about one; puts tags of your own on stories and takes tags off; merges, renames, splits"),
      actions: [
        CommandRow("list", Wording("सब टैग", "सर्व टॅग", "all tags"), options: [json]),
        CommandRow(
          "show", Wording("एक टैग का परिचय", "एका टॅगची माहिती", "all about one tag"), operands: [tag], options: [json]),
        CommandRow(
          "add", Wording("ख़बर पर अपना टैग", "बातमीवर आपला टॅग", "puts a tag of your own on a story"),
          operands: [tag, story]),
        CommandRow(
          "remove", Wording("ख़बर से टैग हटाता है", "बातमीवरून टॅग काढतो", "takes a tag off a story, for good"),
          operands: [tag, story]),
        CommandRow(
          "merge", Wording("कई टैग एक करता है", "अनेक टॅग एक करतो", "makes one tag of several"),
          operands: [OperandRow("TAG", .tag, repeats: true)],
          options: [
            OptionRow(
              "--into", "TAG", .tag, isRequired: true,
              Wording("जो टैग रह जाएगा", "जो टॅग राहील", "the tag that stays"))
          ]),
        CommandRow(
          "rename", Wording("दूसरा नाम देता है", "दुसरे नाव देतो", "shows a tag under another name"),
          operands: [tag, OperandRow("NAME", .text)]),
        CommandRow(
          "split", Wording("जोड़ा हुआ फिर अलग करता है", "जोडलेला पुन्हा वेगळा करतो", "parts a merged tag again"),
          operands: [OperandRow("SPELLING", .tag)]),
      ], defaultAction: "list",
      examples: [
        .init(
          "khabar tags merge मोदी 'पीएम मोदी' --into 'नरेन्द्र मोदी'",
          latin: "khabar tags merge Modi 'PM Modi' --into 'Narendra Modi'",
          Wording("तीन नाम, एक टैग", "तीन नावे, एक टॅग", "three names, one tag"))
      ]),
    CommandRow(
      .lists,
      Wording(
        "अपनी सूचियाँ: रखी हुई खोजें, जैसे “खेल” = tag:क्रिकेट OR tag:हॉकी",
        "आपल्या याद्या: ठेवलेले शोध, जसे “खेळ” = tag:क्रिकेट OR tag:हॉकी",
        "lists of your own: queries that are kept, such as “sport” = tag:cricket OR tag:hockey"), options: [json],
      actions: queryActions(.list), defaultAction: "list", notes: queryNotes,
      examples: [
        .init(
          "khabar lists add 'मेरा राज्य' 'tag:बिहार OR section:बिहार'",
          latin: "khabar lists add 'My state' 'tag:Bihar OR section:Bihar'",
          Wording("बिहार की ख़बरें एक सूची में", "बिहारच्या बातम्या एका यादीत", "a list of stories about Bihar"))
      ]),
    CommandRow(
      .mute,
      Wording(
        "छिपाने के नियम: जो मिले वह सूचियों से छिपता है, गिना जाता है, खोता नहीं; why बताता है कि ख़बर क्यों छिपी है",
        "लपवण्याचे नियम: जे सापडेल ते याद्यांतून लपते, मोजले जाते, हरवत नाही; why सांगतो की बातमी का लपली",
        "rules that hide: what they find leaves the lists, is counted and never lost; why names the rule that hides a story"
      ), options: [json],
      actions: queryActions(.rule) + [
        CommandRow(
          "why", Wording("किस नियम ने छिपाई", "कोणत्या नियमाने लपवली", "the rule that hides a story"),
          operands: [story])
      ], defaultAction: "list", notes: queryNotes,
      examples: [
        .init(
          "khabar mute add राशिफल 'title:राशिफल'", latin: "khabar mute add horoscopes 'title:rashifal'",
          Wording("राशिफल छिपाएँ", "राशिभविष्य लपवा", "hides horoscopes"))
      ]),
  ]

  static let tag = OperandRow("TAG", .tag)

  /// What `lists` and `mute` both do.
  private static func queryActions(_ kind: ValueKind) -> [CommandRow] {
    [
      CommandRow("list", Wording("सब, गिनती के साथ", "सर्व, संख्येसह", "all, with counts")),
      CommandRow(
        "add", Wording("खोज रखता है", "शोध ठेवतो", "keeps a query"),
        operands: [OperandRow("NAME", .text), OperandRow("QUERY", .text, repeats: true)]),
      CommandRow("remove", Wording("हटाता है", "काढतो", "removes one"), operands: [OperandRow("NAME", kind)]),
      CommandRow(
        "rename", Wording("दूसरा नाम देता है", "दुसरे नाव देतो", "gives one another name"),
        operands: [OperandRow("NAME", kind), OperandRow("NAME", .text)]),
    ]
  }

  /// The query language, in short.
  static let queryNotes: [CommandRow.Note] = [
    .init(
      "बाढ़ बिहार", latin: "baadh bihar",
      Wording("ये सब शब्द, किसी भी वर्तनी या रूप में", "हे सर्व शब्द, कोणत्याही वर्तनीत किंवा रूपात", "all of these words, in any spelling or form")),
    .init(
      "\"जलवायु संकट\"  पर्याव*", latin: "\"jalvayu sankat\"  paryav*",
      Wording("इसी क्रम में; ऐसे शुरू होने वाले शब्द", "याच क्रमाने; असे सुरू होणारे शब्द", "in this order; words that begin so")),
    .init(
      "बाढ़ OR सूखा  -खेल  ( … )", latin: "baadh OR sookha  -khel  ( ... )",
      Wording("कोई एक; बिना इसके; समूह", "कोणताही एक; याशिवाय; गट", "one of these; without it; a group")),
    .init(
      "title: tag: section: feed: lang:",
      Wording(
        "शीर्षक: टैग: अनुभाग: फ़ीड: भाषा: भी; मान “…” में", "मथळा: टॅग: विभाग: स्रोत: भाषा: सुद्धा; मूल्य “…” मध्ये",
        "values may be in \"…\"")),
    .init(
      "after:2019-11  before:2020  on:today",
      Wording(
        "बाद: पहले: तारीख़: भी; 3 नवंबर 2019, 7d, 2 महीने, कल", "नंतर: आधी: दिनांक: सुद्धा; 3 नोव्हेंबर 2019, 7d, 2 महिने, काल",
        "also 3 November 2019, 7d, 2 months, yesterday; after: includes its day, before: does not")),
    .init(
      "is:unread|read|starred|muted|grouped",
      Wording(
        "है:अपठित है:पठित है:तारांकित है:मौन भी", "आहे:वाचलेली आहे:तारांकित आहे:लपवलेली सुद्धा", "what was done with it")),
  ]
}
