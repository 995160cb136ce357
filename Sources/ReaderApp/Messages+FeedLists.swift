import NewsParsing

extension Messages {
  nonisolated func feedList(_ error: FeedListError) -> String {
    switch error {
    case .empty: say("फ़ाइल ख़ाली है।", "फाइल रिकामी आहे.", "The file is empty.")
    case .tooLarge(let utf8Count, let limit):
      say(
        "सूची बहुत बड़ी है: \(utf8Count >> 20) MiB, सीमा \(limit >> 20) MiB। उसे टुकड़ों में बाँटें।",
        "यादी फार मोठी आहे: \(utf8Count >> 20) MiB, मर्यादा \(limit >> 20) MiB. तिचे भाग करा.",
        "The list is too large: \(utf8Count >> 20) MiB, the limit is \(limit >> 20) MiB. Split it.")
    case .notAFeedList(.feed):
      say(
        "यह ख़ुद एक फ़ीड है, फ़ीडों की सूची नहीं। उसके लिए: khabar feeds add पता",
        "ही स्वतः एक फीड आहे, फीडची यादी नाही. तिच्यासाठी: khabar feeds add पत्ता",
        "This is a feed itself, not a list of feeds. For one feed: khabar feeds add URL")
    case .notAFeedList(.html):
      say(
        "यह वेब पन्ना है, फ़ीडों की सूची नहीं। उसकी फ़ीड खोजने के लिए: khabar feeds discover पता",
        "हे वेब पान आहे, फीडची यादी नाही. त्याची फीड शोधण्यासाठी: khabar feeds discover पत्ता",
        "This is a web page, not a list of feeds. To look for its feeds: khabar feeds discover URL")
    case .notAFeedList(.binary):
      say(
        "यह पाठ नहीं है; फ़ीडों की सूची OPML, newsboat की urls या पतों की फ़ाइल होती है।",
        "हा मजकूर नाही; फीडची यादी OPML, newsboat ची urls किंवा पत्त्यांची फाइल असते.",
        "This is no text; a list of feeds is OPML, newsboat's urls or a file of addresses.")
    case .notAFeedList(let kind):
      say(
        "यह फ़ीडों की सूची नहीं (\(kind.rawValue) जैसी फ़ाइल है)। OPML, newsboat की urls या हर पंक्ति में एक पता दें।",
        "ही फीडची यादी नाही (\(kind.rawValue) सारखी फाइल आहे). OPML, newsboat ची urls किंवा प्रत्येक ओळीत एक पत्ता द्या.",
        "This is no list of feeds (it looks like \(kind.rawValue)). Give OPML, newsboat's urls, or one address a line.")
    }
  }

  /// What was repaired, left out or refused in the list of feeds called `file`, in one sentence.
  nonisolated func note(_ note: FeedListNote, file: String) -> String {
    let place = note.line.map { "\(file):\($0): " } ?? "\(file): "
    return place + sentence(note.fact)
  }

  private nonisolated func sentence(_ fact: FeedListNote.Fact) -> String {
    switch fact {
    case .refused(let address, let reason): refusal(reason, address)
    case .addressMissing(let name, nil):
      say(
        "“\(name)” का पता नहीं दिया गया; छोड़ दी गई।", "“\(name)” चा पत्ता दिलेला नाही; सोडली.", "“\(name)” has no address; it was left out."
      )
    case .addressMissing(let name, let site?):
      say(
        "“\(name)” की फ़ीड का पता नहीं दिया गया। खोजें: khabar feeds discover \(site)",
        "“\(name)” च्या फीडचा पत्ता दिलेला नाही. शोधा: khabar feeds discover \(site)",
        "“\(name)” has no feed address. Look for it: khabar feeds discover \(site)")
    case .repeated(let address):
      say(
        "\(address) दोबारा आया; एक ही बार जुड़ा।", "\(address) पुन्हा आला; एकदाच जोडला.", "\(address) is there twice; it was taken once."
      )
    case .listNotFollowed(let address):
      say(
        "\(address) दूसरी सूची है; वह लाई नहीं गई। उसे सहेजकर अलग से जोड़ें।",
        "\(address) ही दुसरी यादी आहे; ती आणली नाही. ती जतन करून वेगळी जोडा.",
        "\(address) is another list, which was not fetched. Save it and import it on its own.")
    case .shownThoughHidden(let address):
      say(
        "\(address) newsboat में छिपी थी; यहाँ वह दिखेगी।", "\(address) newsboat मध्ये लपवलेली होती; इथे ती दिसेल.",
        "\(address) was hidden in newsboat; here it is shown.")
    case .feedHeldLines(let name):
      say(
        "फ़ीड “\(name)” के भीतर और पंक्तियाँ थीं; वे उसी नाम के फ़ोल्डर में रखी गईं।", "“\(name)” या फीडच्या आत आणखी ओळी होत्या; त्या त्याच नावाच्या फोल्डरमध्ये ठेवल्या.",
        "The feed “\(name)” held further lines; they went to a folder of that name.")
    case .markupMended(let count):
      say(
        "लिखावट की भूलें सुधारी गईं (जैसे & की जगह &amp;): \(count)।", "लिहिण्यातील चुका दुरुस्त केल्या (उदा. & ऐवजी &amp;): \(count).",
        "Faults of the markup were mended (a bare & and the like): \(count).")
    case .markupBroken:
      say(
        "यहाँ से फ़ाइल टूटी हुई है; जो पढ़ा जा सका, पढ़ा गया।", "इथून फाइल तुटलेली आहे; जे वाचता आले ते वाचले.",
        "The file is broken from here on; what could be read was read.")
    case .bodyMissing: say("सूची में कोई फ़ीड नहीं है।", "यादीत एकही फीड नाही.", "The list holds no feeds.")
    case .foldersTooDeep(let limit):
      say(
        "\(limit) से गहरे फ़ोल्डर खोल दिए गए; उनकी फ़ीड उससे ऊपर के फ़ोल्डर में हैं।", "\(limit) पेक्षा खोल फोल्डर उघडले; त्यांच्या फीड वरच्या फोल्डरमध्ये आहेत.",
        "Folders deeper than \(limit) were taken apart; their feeds stand in the folder above.")
    case .attributesDropped(let limit):
      say(
        "एक पंक्ति में \(limit) से ज़्यादा गुण थे; बाक़ी छोड़े गए।", "एका ओळीत \(limit) पेक्षा जास्त गुणधर्म होते; बाकीचे सोडले.",
        "One line has more than \(limit) attributes; the rest was left out.")
    case .cutOff(let limit):
      say(
        "सूची \(limit) पंक्तियों से लंबी है; आगे की नहीं पढ़ी गई।", "यादी \(limit) ओळींपेक्षा लांब आहे; पुढच्या वाचल्या नाहीत.",
        "The list is longer than \(limit) lines; the rest was not read.")
    case .quoteNotClosed:
      say(
        "उद्धरण चिह्न बंद नहीं हुआ; पंक्ति के अंत पर बंद माना गया।", "अवतरणचिन्ह बंद झाले नाही; ओळीच्या शेवटी बंद मानले.",
        "A quote is not closed; it was taken to end with the line.")
    case .more(let count): say("ऐसी \(count) बातें और।", "अशा आणखी \(count) गोष्टी.", "And \(count) more of these.")
    }
  }

  private nonisolated func refusal(_ reason: FeedListNote.Refusal, _ address: String) -> String {
    switch reason {
    case .runsProgram:
      say(
        "“\(address)” नहीं जुड़ी: सूची कोई कार्यक्रम नहीं चला सकती। उसका नतीजा फ़ाइल में सहेजें, फिर: khabar import फ़ाइल",
        "“\(address)” जोडली नाही: यादी कोणताही कार्यक्रम चालवू शकत नाही. त्याचा निकाल फाइलमध्ये जतन करा, मग: khabar import फाइल",
        "“\(address)” was refused: a list can run no program. Save what it prints, then: khabar import FILE")
    case .filtersThroughProgram:
      say(
        "“\(address)” नहीं जुड़ी: सूची कोई कार्यक्रम नहीं चला सकती। फ़ीड का पता बिना filter: के जोड़ें: khabar feeds add पता",
        "“\(address)” जोडली नाही: यादी कोणताही कार्यक्रम चालवू शकत नाही. फीडचा पत्ता filter: शिवाय जोडा: khabar feeds add पत्ता",
        "“\(address)” was refused: a list can run no program. Add the feed without its filter: khabar feeds add URL")
    case .localFile:
      say(
        "“\(address)” नहीं जुड़ी: सूची इस कंप्यूटर की फ़ाइलें नहीं खोल सकती। उसके लिए: khabar import फ़ाइल",
        "“\(address)” जोडली नाही: यादी या संगणकावरील फाइली उघडू शकत नाही. तिच्यासाठी: khabar import फाइल",
        "“\(address)” was refused: a list can open no file of this computer. For that: khabar import FILE")
    case .smartList:
      say(
        "“\(address)” नहीं जुड़ी: खोज से बनी सूचियाँ khabar का यह संस्करण नहीं बनाता। तब तक: khabar list --query शब्द",
        "“\(address)” जोडली नाही: शोधातून बनणाऱ्या याद्या khabar ची ही आवृत्ती करत नाही. तोपर्यंत: khabar list --query शब्द",
        "“\(address)” was refused: this version of khabar keeps no lists made by a search. Until then: khabar list --query WORDS"
      )
    case .scheme(let scheme):
      say(
        "“\(address)” नहीं जुड़ी: केवल http और https पते लाए जाते हैं, \(scheme) नहीं।",
        "“\(address)” जोडली नाही: फक्त http आणि https पत्ते आणले जातात, \(scheme) नाही.",
        "“\(address)” was refused: only http and https addresses are fetched, not \(scheme).")
    case .notAnAddress:
      say(
        "“\(address)” वेब का पता नहीं है। ऐसा पता दें: https://…", "“\(address)” हा वेबचा पत्ता नाही. असा पत्ता द्या: https://…",
        "“\(address)” is no address of the web. Give one like https://…")
    }
  }
}
