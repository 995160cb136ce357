import ReaderUI

/// What `--help` prints, in the reader's language.
nonisolated struct HelpText {
  var language: UILanguage

  /// Help for one command; for the whole program when nil.
  func text(for command: CommandName?) -> String {
    guard let command else { return overview }
    let usage = "khabar " + command.rawValue + " " + Self.usage(command)
    return [usage, "", "  " + description(command), options(command), "", shared].compactMap { $0 }
      .joined(separator: "\n") + "\n"
  }

  private var overview: String {
    let commands = CommandName.allCases.map { command in
      "  khabar \(command.rawValue) \(Self.usage(command))\n      \(description(command))"
    }
    let reader = say("पाठक खोलता है; ? से सारी कुंजियाँ", "वाचक उघडतो; ? ने सर्व कळा", "opens the reader; ? shows all keys")
    let pages = say(
      "सहेजे पन्ने भंडार में लाकर पाठक खोलता है", "जतन केलेली पाने भांडारात आणून वाचक उघडतो",
      "brings saved pages into the store, then opens the reader")
    return [
      say(
        "ख़बर: टर्मिनल में समाचार पढ़ने का कार्यक्रम", "ख़बर: टर्मिनलमध्ये बातम्या वाचण्याचा कार्यक्रम",
        "khabar: a news reader for the terminal"), "", "  khabar\n      " + reader,
      "  khabar FILE|FOLDER …\n      " + pages, commands.joined(separator: "\n"), "", shared,
    ].joined(separator: "\n") + "\n"
  }

  static func usage(_ command: CommandName) -> String {
    switch command {
    case .import: "FILE|FOLDER|URL|- …"
    case .parse: "[--json] FILE|-"
    case .list:
      "[--tag T] [--section S] [--feed F] [--unread] [--starred] [--grouped] [--query Q] [--list NAME] [-n N] [--json]"
    case .export:
      "[--format json|markdown|epub|text|opml] [-o FILE] [--force]\n      [ID … | --tag T | --section S | --feed F | --unread | --starred | --grouped | --query Q | --list NAME] [-n N]"
    case .show: "ID [--width N] [--json]"
    case .related: "ID [--json]"
    case .search: "QUERY [-n N] [--json]"
    case .group: "ID [--json]"
    case .wanted: "[--json]"
    case .tags:
      "[list | show TAG] [--json] | add TAG ID | remove TAG ID | merge TAG … --into TAG\n      | rename TAG NAME | split SPELLING"
    case .feeds:
      "list [--json] | add URL … [--name N] [--folder F] [--tag T] [--full-text] | remove URL|NAME … | discover URL [--json]\n"
        + "      | import FILE|- | export | catalogue [--language L] [--state S] [--section X] [--json]"
    case .refresh: "[FEED …] [--json]"
    case .clean: "[--now | --undo]"
    case .lists: "[list [--json] | add NAME QUERY | remove NAME | rename NAME NAME]"
    case .mute: "[list [--json] | add NAME QUERY | remove NAME | rename NAME NAME | why ID]"
    case .reindex: ""
    case .doctor: "[--words FILE] [--json]"
    }
  }

  private func description(_ command: CommandName) -> String {
    switch command {
    case .import:
      say(
        "सहेजे पन्ने (सादा पाठ या HTML), फ़ीड और पते पढ़कर ख़बरें रखता है; - यानी मानक इनपुट",
        "जतन केलेली पाने (साधा मजकूर किंवा HTML), फीड आणि पत्ते वाचून बातम्या ठेवतो; - म्हणजे मानक इनपुट",
        "reads saved pages (plain text or HTML), feeds and addresses and stores their stories; - is standard input")
    case .parse:
      say(
        "वही पढ़ना, बिना रखे: क्या समझा गया, यह दिखाता है", "तेच वाचन, न ठेवता: काय समजले ते दाखवतो",
        "the same reading without a store: shows what was understood")
    case .list: say("सुर्खियाँ, नई पहले", "मथळे, नवे आधी", "headlines, newest first")
    case .export:
      say(
        "ख़बरें फ़ाइल में देता है: EPUB पुस्तक, Markdown, JSON Feed, सादा पाठ; या फ़ीडों की सूची OPML में",
        "बातम्या फाइलमध्ये देतो: EPUB पुस्तक, Markdown, JSON Feed, साधा मजकूर; किंवा फीडची यादी OPML मध्ये",
        "gives stories as a file: EPUB book, Markdown, JSON Feed, plain text; or the list of feeds as OPML")
    case .show:
      say(
        "एक ख़बर; ID वही जो list छापता है, उसका शुरू का हिस्सा भी चलेगा", "एक बातमी; ID तोच जो list छापतो, त्याचा सुरुवातीचा भागही चालेल",
        "one story; ID is what list prints, or the beginning of it")
    case .related:
      say(
        "उसकी संबंधित ख़बरें: प्रकाशक की और गिनी हुई, यहाँ हों या न हों", "तिच्या संबंधित बातम्या: प्रकाशकाच्या आणि मोजलेल्या, इथे असोत वा नसोत",
        "its related stories: publisher's and computed, stored or not yet")
    case .search:
      say(
        "ख़बरें शब्दों से ढूँढता है, सबसे मेल खाती पहले: हिन्दी या रोमन, \"वाक्यांश\", शब्द*, -शब्द, OR, title: tag: section: feed: after: before: is: lang:",
        "बातम्या शब्दांनी शोधतो, सर्वात जुळणारी आधी: मराठी किंवा रोमन, \"वाक्यांश\", शब्द*, -शब्द, OR, title: tag: section: feed: after: before: is: lang:",
        "finds stories by their words, best first: Hindi or Roman letters, \"phrase\", word*, -word, OR, title: tag: section: feed: after: before: is: lang:"
      )
    case .group:
      say(
        "वही घटना दूसरे अख़बारों में: पुरानी ख़बर पहले, और हर एक ने क्या नया बताया", "तीच घटना इतर वृत्तपत्रांत: जुनी बातमी आधी, आणि प्रत्येकीने काय नवे सांगितले",
        "the same event as others tell it, oldest first, with what each adds")
    case .wanted:
      say(
        "जिन ख़बरों की ओर सबसे ज़्यादा ख़बरें भेजती हैं और जो यहाँ नहीं हैं", "ज्या बातम्यांकडे सर्वाधिक बातम्या पाठवतात आणि ज्या इथे नाहीत",
        "stories that most stories point at and that are not here")
    case .tags:
      say(
        "टैग और उनकी गिनती; एक टैग का पूरा परिचय; अपने टैग लगाना और हटाना; कई टैग एक करना, नाम बदलना, फिर अलग करना",
        "टॅग आणि त्यांची संख्या; एका टॅगची पूर्ण माहिती; आपले टॅग लावणे आणि काढणे; अनेक टॅग एक करणे, नाव बदलणे, पुन्हा वेगळे करणे",
        "tags with counts; all about one; puts tags of your own on stories and takes tags off; merges, renames, splits")
    case .feeds:
      say(
        "फ़ीडों की सूची: देखना, जोड़ना, हटाना, किसी साइट में ढूँढना, OPML या newsboat की सूची लाना, OPML देना, भारतीय फ़ीडों का सूचीपत्र",
        "फीडची यादी: पाहणे, जोडणे, काढणे, साइटवर शोधणे, OPML किंवा newsboat ची यादी आणणे, OPML देणे, भारतीय फीडची सूची",
        "the list of feeds: shows, adds, removes, finds those of a site, takes OPML and newsboat's urls, gives OPML, and the catalogue of Indian feeds"
      )
    case .refresh:
      say(
        "सब फ़ीडों से (या इन फ़ीडों से) नई ख़बरें लाता है; जो फ़ीड न मिले, उस पर एक पंक्ति",
        "सर्व फीडवरून (किंवा या फीडवरून) नव्या बातम्या आणतो; न मिळालेल्या प्रत्येक फीडसाठी एक ओळ",
        "fetches all feeds, or these; one line per feed that failed")
    case .clean:
      say(
        "पुरानी पढ़ी ख़बरों का नियम और उससे क्या जाएगा; --now से हटाता है, --undo से पिछली बार हटाई लौटाता है",
        "जुन्या वाचलेल्या बातम्यांचा नियम आणि त्याने काय जाईल; --now ने काढतो, --undo ने मागच्या वेळी काढलेल्या परत आणतो",
        "the rule for old read stories and what would go by it; --now deletes, --undo brings back what went last")
    case .lists:
      say(
        "अपनी सूचियाँ: रखी हुई खोजें, जैसे “खेल” = tag:क्रिकेट OR tag:हॉकी", "आपल्या याद्या: ठेवलेले शोध, जसे “खेळ” = tag:क्रिकेट OR tag:हॉकी",
        "lists of your own: queries that are kept, such as “sport” = tag:cricket OR tag:hockey")
    case .mute:
      say(
        "छिपाने के नियम: जो मिले वह सूचियों से छिपता है, गिना जाता है, खोता नहीं; why बताता है कि ख़बर क्यों छिपी है",
        "लपवण्याचे नियम: जे सापडेल ते याद्यांतून लपते, मोजले जाते, हरवत नाही; why सांगतो की बातमी का लपली",
        "rules that hide: what they find leaves the lists, is counted and never lost; why names the rule that hides a story"
      )
    case .reindex:
      say(
        "सब ख़बरों को फिर से जाँचता है: खोज, मुख्य बातें, टैग, संबंधित; बीच में रुके तो अगली बार आगे बढ़ता है",
        "सर्व बातम्या पुन्हा तपासतो: शोध, ठळक मुद्दे, टॅग, संबंधित; मध्येच थांबल्यास पुढच्या वेळी तिथून पुढे जातो",
        "analyses all stories again: search, highlights, tags, related; when interrupted, the next time goes on from there"
      )
    case .doctor:
      say(
        "नापता है कि यह टर्मिनल देवनागरी को कितने स्तंभ देता है, और बताता है कि क्या बदलना है",
        "हा टर्मिनल देवनागरीला किती स्तंभ देतो ते मोजतो, आणि काय बदलावे ते सांगतो",
        "measures what this terminal does with Devanagari, and says what to change")
    }
  }

  private func options(_ command: CommandName) -> String? {
    switch command {
    case .list, .export:
      (command == .export ? exportOptions : "") + "\n"
        + [
          (
            "--tag T",
            say("यह टैग हो (कई बार दे सकते हैं)", "हा टॅग असावा (अनेकदा देता येतो)", "carries this tag (may be given several times)")
          ),
          ("--section S", say("इस विभाग की", "या विभागातील", "of this section")),
          ("--feed F", say("इस स्रोत की", "या स्रोताच्या", "of this source")),
          ("--unread", say("केवल अनपढ़ी", "फक्त न वाचलेल्या", "only unread")),
          ("--starred", say("केवल तारे वाली", "फक्त तारा असलेल्या", "only starred")),
          (
            "--query Q",
            say(
              "खोज की भाषा में (khabar search --help); शब्द शीर्षक में भी और पाठ में भी",
              "शोधाच्या भाषेत (khabar search --help); शब्द मथळ्यातही आणि मजकुरातही",
              "in the query language (khabar search --help); words of headline and text")
          ),
          (
            "--list NAME",
            say("इस सूची की (khabar lists)", "या यादीतील (khabar lists)", "of this list of yours (khabar lists)")
          ),
          ("-n N", say("ज़्यादा से ज़्यादा N", "जास्तीत जास्त N", "at most N")),
        ].map { option, words in "  \(option)\n      \(words)" }.joined(separator: "\n")
    case .search, .lists, .mute:
      "\n"
        + [
          (
            "बाढ़ बिहार",
            say("ये सब शब्द, किसी भी वर्तनी या रूप में", "हे सर्व शब्द, कोणत्याही वर्तनीत किंवा रूपात", "all of these words, in any spelling or form")
          ),
          (
            "\"जलवायु संकट\"  पर्याव*",
            say("इसी क्रम में; ऐसे शुरू होने वाले शब्द", "याच क्रमाने; असे सुरू होणारे शब्द", "in this order; words that begin so")
          ),
          ("बाढ़ OR सूखा  -खेल  ( … )", say("कोई एक; बिना इसके; समूह", "कोणताही एक; याशिवाय; गट", "one of these; without it; a group")),
          (
            "title: tag: section: feed: lang:",
            say("शीर्षक: टैग: अनुभाग: फ़ीड: भाषा: भी; मान “…” में", "मथळा: टॅग: विभाग: स्रोत: भाषा: सुद्धा; मूल्य “…” मध्ये", "values may be in \"…\"")
          ),
          (
            "after:2019-11  before:2020  on:today",
            say(
              "बाद: पहले: तारीख़: भी; 3 नवंबर 2019, 7d, 2 महीने, कल", "नंतर: आधी: दिनांक: सुद्धा; 3 नोव्हेंबर 2019, 7d, 2 महिने, काल",
              "also 3 November 2019, 7d, 2 months, yesterday; after: includes its day, before: does not")
          ),
          (
            "is:unread|read|starred|muted|grouped",
            say("है:अपठित है:पठित है:तारांकित है:मौन भी", "आहे:वाचलेली आहे:तारांकित आहे:लपवलेली सुद्धा", "what was done with it")
          ),
        ].map { typed, words in "  \(typed)\n      \(words)" }.joined(separator: "\n")
    case .doctor:
      "\n  --words FILE\n      "
        + say(
          "फ़ाइल की हर पंक्ति भी नापता है और बताता है कि कहाँ अनुमान चूका", "फाइलीतील प्रत्येक ओळही मोजतो आणि अंदाज कुठे चुकला ते सांगतो",
          "measures each line of the file too, and names those that the model misses")
    case .show:
      "\n  --width N\n      " + say("पंक्ति की चौड़ाई, स्तंभों में", "ओळीची रुंदी, स्तंभांत", "columns of a line")
    default: nil
    }
  }

  private var exportOptions: String {
    "\n"
      + [
        (
          "--format F",
          say(
            "रूप; न दें तो फ़ाइल के नाम के अंत से (.epub .md .json .txt .opml), नहीं तो सादा पाठ",
            "स्वरूप; न दिल्यास फाइलच्या नावाच्या शेवटावरून (.epub .md .json .txt .opml), नाहीतर साधा मजकूर",
            "the form; else by the end of the file's name (.epub .md .json .txt .opml), else plain text")
        ),
        (
          "-o FILE",
          say("फ़ाइल; न दें तो मानक आउटपुट पर", "फाइल; न दिल्यास मानक आउटपुटवर", "the file; standard output without it")
        ),
        ("--force", say("पहले से मौजूद फ़ाइल बदल देता है", "आधीची फाइल बदलतो", "replaces a file that is there")),
      ].map { option, words in "  \(option)\n      \(words)" }.joined(separator: "\n")
  }

  private var shared: String {
    let options: [(String, String)] = [
      ("--store FILE", say("ख़बरों का भंडार", "बातम्यांचे भांडार", "the article store")),
      ("--config FILE", say("सेटिंग की फ़ाइल", "सेटिंगची फाइल", "the configuration file")),
      ("--theme NAME", say("रंग-रूप", "रंगसंगती", "the theme")),
      (
        "--width-model auto|NAME",
        say("टर्मिनल अक्षरों को कितने स्तंभ देता है", "टर्मिनल अक्षरांना किती स्तंभ देते", "how many columns the terminal gives to characters")
      ),
      ("--ui-language hi|mr|en", say("भाषा", "भाषा", "the language of labels and messages")),
      (
        "--view devanagari|roman",
        say(
          "अक्षर: roman उन टर्मिनलों के लिए जो देवनागरी नहीं जोड़ पाते", "अक्षरे: देवनागरी न जोडणाऱ्या टर्मिनलसाठी roman",
          "the letters of stories and labels: roman for terminals that cannot shape Devanagari")
      ),
      ("--json", say("JSON Feed 1.1 के रूप में", "JSON Feed 1.1 स्वरूपात", "as JSON Feed 1.1")),
      ("--help, --version", ""),
    ]
    let heading = say("सब कमांडों के लिए:", "सर्व आज्ञांसाठी:", "For all commands:")
    return ([heading] + options.map { option, words in "  " + option + (words.isEmpty ? "" : "\n      " + words) })
      .joined(separator: "\n")
  }

  private func say(_ hindi: String, _ marathi: String, _ english: String) -> String {
    language.choose(hindi, marathi, english)
  }
}
