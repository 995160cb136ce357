import CellText
import NewsModel
import ReaderUI
import Screen

nonisolated extension Setting {
  /// Every key, in the order of the default file.
  static let table: [Setting] = [
    .choice(
      "ui-language", \.language, standard: .hindi,
      ("khabar के अपने शब्दों की भाषा", "khabar च्या स्वतःच्या शब्दांची भाषा", "the language of khabar's own words")),
    Setting(
      name: "theme", values: "NAME, FILE.yaml", standard: "khabar",
      hindi: "रंग-रूप: नाम या फ़ाइल; T से चुनकर भी देख सकते हैं", marathi: "रंगसंगती: नाव किंवा फाइल; T ने निवडूनही पाहता येते",
      english: "the theme: a name or a file; T tries them",
      take: { node, configuration in
        configuration.theme = node.text
        return node.text != nil
      }, shown: { $0.theme.map(YAMLText.quoted) }),
    .choice(
      "view", \.view, standard: .devanagari,
      (
        "अक्षर: interlinear में हर पंक्ति के नीचे रोमन, सीखने वालों के लिए; roman उन टर्मिनलों के लिए जो देवनागरी नहीं जोड़ पाते",
        "अक्षरे: interlinear मध्ये प्रत्येक ओळीखाली रोमन, शिकणाऱ्यांसाठी; देवनागरी न जोडणाऱ्या टर्मिनलसाठी roman",
        "letters: interlinear has Latin under each line, for learners; roman is for terminals that cannot shape Devanagari"
      )),
    .choice(
      "digits", \.digits, standard: .ascii,
      ("khabar की अपनी गिनती के अंक", "khabar च्या स्वतःच्या संख्यांचे अंक", "digits of khabar's own numbers")),
    .choice(
      "calendar", \.calendar, standard: .gregorian,
      ("पंचांग; saka राष्ट्रीय शक संवत है", "दिनदर्शिका; saka म्हणजे राष्ट्रीय शक संवत", "the calendar; saka is the Indian national one")),
    .choice(
      "dates", \.dateStyle, standard: .relative,
      (
        "सूची में: relative “2 घंटे”, absolute “8:21 सुबह” या “3 नवंबर”",
        "यादीत: relative “2 तास”, absolute “8:21 सकाळी” किंवा “3 नोव्हेंबर”",
        "in lists: relative is \"2 hours\", absolute \"8:21 am\" or \"3 November\""
      )),
    .number(
      "measure", \.measureColumns, 20...200, standard: 70,
      ("लेख की पंक्ति ज़्यादा से ज़्यादा इतने स्तंभ", "लेखाची ओळ जास्तीत जास्त इतके स्तंभ", "columns of a line of text, at most")),
    Setting(
      name: "width-model", values: (["auto"] + WidthModel.named.map(\.name)).joined(separator: ", "), standard: "auto",
      hindi: "टर्मिनल देवनागरी को कितने स्तंभ देता है; auto नापता है", marathi: "टर्मिनल देवनागरीला किती स्तंभ देते; auto मोजतो",
      english: "how many columns the terminal gives to Devanagari; auto measures",
      take: { node, configuration in
        guard let text = node.text, text == "auto" || WidthModel.named(text) != nil else { return false }
        configuration.widthModel = text
        return true
      }, shown: { $0.widthModel }),
    Setting(
      name: "bidi", values: "auto, khabar, terminal", standard: "auto",
      hindi: "उर्दू की दिशा कौन सँभाले; terminal वह जो ख़ुद करता है", marathi: "उर्दूची दिशा कोण सांभाळते; terminal म्हणजे जो स्वतः करतो",
      english: "who orders Urdu: terminal is one that reorders by itself",
      take: { node, configuration in
        configuration.bidi = node.text.flatMap(BidiOrder.init(rawValue:))
        return configuration.bidi != nil || node.text == "auto"
      }, shown: { configuration in configuration.places["bidi"].map { _ in configuration.bidi?.rawValue ?? "auto" } }),
    .choice(
      "mouse", \.isMouseOn, no: "off", yes: "on", standard: true,
      (
        "माउस; off उसे टर्मिनल के पास छोड़ता है, * से भी", "माउस; off तो टर्मिनलकडे सोडतो, * नेही",
        "the mouse; off leaves it to the terminal, as * does"
      )),
    .choice(
      "frames", \.frames, standard: .lines,
      (
        "रेखाएँ किससे बनें: ascii से - | +, none से कोई रेखा नहीं", "रेषा कशाच्या: ascii म्हणजे - | +, none म्हणजे रेषा नाहीत",
        "what lines are drawn with: ascii is - | +, none draws no lines"
      )),
    .choice(
      "layout", \.arrangement, standard: .auto,
      (
        "linear एक बार में एक ही चीज़ दिखाता है: ब्रेल डिस्प्ले और स्क्रीन रीडर के लिए",
        "linear एका वेळी एकच गोष्ट दाखवतो: ब्रेल डिस्प्ले आणि स्क्रीन रीडरसाठी",
        "linear shows one thing at a time, for braille displays and screen readers"
      )),
    .choice(
      "cursor", \.showsCursor, no: "hidden", yes: "visible", standard: false,
      (
        "visible में कर्सर वहाँ भी दिखता है जहाँ कुछ लिखा नहीं जा रहा", "visible मध्ये काही टाइप होत नसतानाही कर्सर दिसतो",
        "visible shows the cursor also where nothing is typed"
      )),
    .choice(
      "hyperlinks", \.hyperlinks, standard: .auto,
      (
        "लिंक टर्मिनल में भी खुलें (OSC 8); auto जानता है कि कौन-सा टर्मिनल समझता है",
        "दुवे टर्मिनलमध्येही उघडावेत (OSC 8); कोणता टर्मिनल समजतो हे auto जाणतो",
        "links that the terminal opens too (OSC 8); auto knows which terminals understand them"
      )),
    .extent(
      "list-width", \.listWidth, cells: 16...200, percent: 10...80, words: ["auto": nil],
      (
        "लेख के बगल में सूची की चौड़ाई: स्तंभ या हिस्सा", "लेखाशेजारील यादीची रुंदी: स्तंभ किंवा वाटा",
        "width of the list beside a story: columns or a share"
      )
    ),
    Setting(
      name: "list-rows", values: "1, 2, 3", standard: "3",
      hindi: "सूची में एक ख़बर कितनी पंक्तियाँ ले: 3 में शीर्षक दो पंक्तियों का, 1 में सब एक पर",
      marathi: "यादीत एका बातमीला किती ओळी: 3 मध्ये मथळा दोन ओळींचा, 1 मध्ये सर्व एकाच ओळीत",
      english: "rows of a story in the list: with 3 a headline has two, with 1 all is on one",
      take: { node, configuration in
        guard let rows = node.text.flatMap({ Int($0) }), (1...3).contains(rows) else { return false }
        configuration.list.rows = rows
        return true
      }, shown: { configuration in configuration.places["list-rows"].map { _ in String(configuration.list.rows) } }),
    Setting(
      name: "list-shows", values: "[" + ListFormat.Fact.allCases.map(\.rawValue).joined(separator: ", ") + "]",
      standard: "[" + ListFormat.Fact.allCases.map(\.rawValue).joined(separator: ", ") + "]",
      hindi: "शीर्षक के साथ क्या दिखे, इसी क्रम में; [] कुछ नहीं", marathi: "मथळ्याबरोबर काय दिसावे, याच क्रमाने; [] काही नाही",
      english: "what stands with a headline, in this order; [] is nothing",
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
      (
        "मुख्य बातों की ऊँचाई, ज़्यादा से ज़्यादा: पंक्तियाँ या हिस्सा; none उन्हें छिपाता है", "ठळक मुद्द्यांची उंची, जास्तीत जास्त: ओळी किंवा वाटा; none ते लपवतो",
        "height of the highlights at most: rows or a share; none hides them"
      )),
    .shape(
      "split-from", \.splitFromColumns, standard: 60,
      ("इतने स्तंभों से सूची और लेख साथ-साथ", "इतक्या स्तंभांपासून यादी आणि लेख शेजारी", "from this many columns list and story stand side by side")),
    .shape(
      "panes-from", \.panesFromColumns, standard: 120,
      (
        "इतने स्तंभों से खुले लेख के बगल में भी सूची रहे", "इतक्या स्तंभांपासून उघडलेल्या लेखाशेजारीही यादी राहते",
        "from this many columns the list stays beside an opened story"
      )),
    .shape(
      "columns-from", \.columnsFromColumns, standard: 150,
      (
        "इतने स्तंभों से मुख्य बातें और संबंधित ख़बरें अलग स्तंभ में", "इतक्या स्तंभांपासून ठळक मुद्दे आणि संबंधित बातम्या वेगळ्या स्तंभात",
        "from this many columns highlights and related stories have a column of their own"
      )),
    .choice(
      "images", \.pictures, standard: .ask,
      (
        "चित्र कब लाए जाएँ: ask में I दबाने पर, always में ख़बर खुलते ही; chafa चाहिए",
        "छायाचित्रे कधी आणावीत: ask मध्ये I दाबल्यावर, always मध्ये बातमी उघडताच; chafa हवे",
        "when pictures are fetched: with ask when you press I, with always when a story is opened; needs chafa"
      )),
    .number(
      "refresh", \.refreshMinutes, 5...10_080, or: ("never", 0), standard: 60,
      (
        "पाठक खुला हो तो कितने मिनट बाद फ़ीडों से फिर पूछे", "वाचक उघडा असताना किती मिनिटांनी फीडना पुन्हा विचारावे",
        "minutes between two refreshes while the reader is open"
      )),
    .number(
      "keep-read", \.keepReadDays, 1...36_500, or: ("forever", 0), standard: 120,
      ("पढ़ी ख़बरें कितने दिन रहें", "वाचलेल्या बातम्या किती दिवस राहाव्यात", "days that read stories are kept")),
    Setting(
      name: "browser", values: "PROGRAM, [PROGRAM, ARGUMENT, …]", standard: "[xdg-open, \"%s\"]",
      hindi: "पते खोलने वाला कार्यक्रम और उसके तर्क; %s पता है; शेल कभी नहीं", marathi: "पत्ते उघडणारा कार्यक्रम आणि त्याचे घटक; %s म्हणजे पत्ता; शेल कधीच नाही",
      english: "the program that opens addresses, with its arguments; %s is the address; never a shell",
      take: { node, configuration in
        configuration.browser = program(node, &configuration)
        return configuration.browser != nil
      }, shown: { $0.browser.map(YAMLText.list) }),
    Setting(
      name: "speaker", values: "PROGRAM, [PROGRAM, ARGUMENT, …]", standard: "[espeak-ng]",
      hindi:
        "ख़बर पढ़कर सुनाने वाला कार्यक्रम और उसके तर्क, जैसे [espeak-ng, -s, \"150\"] या [spd-say]; कोई और भी, जो मानक इनपुट से वाक्य पढ़े; %l भाषा है; शेल कभी नहीं",
      marathi:
        "बातमी वाचून दाखवणारा कार्यक्रम आणि त्याचे घटक, जसे [espeak-ng, -s, \"150\"] किंवा [spd-say]; दुसराही, जो मानक इनपुटमधून वाक्य वाचतो; %l म्हणजे भाषा; शेल कधीच नाही",
      english:
        "the program that reads aloud, with its arguments: [espeak-ng, -s, \"150\"], [spd-say], or one that reads a sentence from its standard input; %l is the language; never a shell",
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
      hindi: "किस पते को कौन-सा कार्यक्रम खोले; पहला मेल खाता नियम चलता है, नहीं तो browser। %u पता है; * और ? चलते हैं; शेल कभी नहीं",
      marathi: "कोणता पत्ता कोणता कार्यक्रम उघडतो; पहिला जुळणारा नियम चालतो, नाहीतर browser. %u म्हणजे पत्ता; * आणि ? चालतात; शेल कधीच नाही",
      english:
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
      hindi:
        "नई ख़बरों पर क्या हो: ताज़ा करने के बाद query से मेल खाती ख़बरें run को JSON Feed के रूप में मिलती हैं; notify: true डेस्कटॉप पर बताता है; शेल कभी नहीं",
      marathi:
        "नव्या बातम्यांवर काय व्हावे: ताज्या केल्यावर query शी जुळणाऱ्या बातम्या run ला JSON Feed म्हणून मिळतात; notify: true डेस्कटॉपवर सांगतो; शेल कधीच नाही",
      english:
        "what happens with new stories: after a refresh those that the query finds go to the program as JSON Feed; notify: true tells on the desktop; never a shell",
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
      hindi:
        "अपनी कुंजियाँ, हर जगह या एक खाने में। कुंजी: j, ^D या ctrl-d, space, enter, f1; क्रम: g g। काम: khabar config actions; कई काम [एक, दो]; none कुंजी ख़ाली करता है। # - ? वाली कुंजी “…” में लिखें",
      marathi:
        "आपल्या कळा, सर्वत्र किंवा एका चौकटीत. कळ: j, ^D किंवा ctrl-d, space, enter, f1; क्रम: g g. कृती: khabar config actions; अनेक कृती [एक, दोन]; none कळ मोकळी करतो. # - ? असलेली कळ “…” मध्ये लिहा",
      english:
        "your keys, everywhere or in one pane. Keys: j, ^D or ctrl-d, space, enter, f1; a sequence: g g. Actions: khabar config actions; several: [one, two]; none frees a key. Keys such as # - ? need \"…\"",
      take: takeKeys, shown: shownKeys),
  ]
}
