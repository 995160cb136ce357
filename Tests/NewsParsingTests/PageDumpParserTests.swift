import IndicText
import NewsModel
import NewsParsing
import TestSupport
import Testing

@Suite("Page dumps", .inBackground)
struct PageDumpParserTests {
  @Test("a page whose labels, highlights and sections are glued gives all its parts")
  func gluedPage() throws {
    let article = try Fixture.article("glued-labels-hindi")
    #expect(article.title == "नदी जोड़ परियोजना पर राज्यों में सहमति, पहले चरण में तीन बाँध बनेंगे")
    #expect(article.dek?.hasPrefix("दो साल की बातचीत") == true)
    #expect(article.authors == ["लोकमत न्यूज़ डेस्क"])
    #expect(article.publisher == "लोकमत")
    #expect(article.published == nil)
    #expect(article.modified?.rfc3339 == "2021-02-14T18:45:00+05:30")
    #expect(
      article.highlights == [
        "पहले चरण में तीन बाँध और दो नहरें बनाई जाएँगी।", "हर साल जून में दोनों राज्यों की समिति पानी का हिसाब करेगी।",
        "विस्थापित परिवारों को नए गाँव में घर मिलेंगे।",
      ])
    #expect(article.body.blocks.count == 2)
    #expect(article.credit == "समाचार एजेंसी पीटीआई भाषा से इनपुट्स लेकर")
    #expect(article.tags == ["नदी जोड़ परियोजना"])
    #expect(article.related.map(\.section) == ["खेल", "कारोबार", "विश्व", "मनोरंजन"])
    #expect(article.related.last?.title == "क्या नया धारावाहिक पुराने की जगह लेगा?")
    #expect(article.moreFrom?.section == "भारत")
    #expect(article.moreFrom?.titles.map(\.title).last == "Metro Phase 3: शहर के पूर्वी हिस्से में सुरंग का काम पूरा")
    #expect(article.section == "भारत")
    #expect(article.language == "hi")
    #expect(article.notes.contains(.kickerDropped("लाइव न्यूज़")))
    #expect(article.notes.contains(.labelGlued("ठळक मुद्दे")))
    #expect(article.notes.contains(.highlightsParted(3)))
    #expect(article.notes.contains(.furnitureDropped(2)))
    #expect(article.notes.contains(.sectionsParted(4)))
  }

  @Test("a page with labels on lines of their own and no empty lines gives the same parts")
  func ungluedPage() throws {
    let article = try Fixture.article("unglued-labels-hindi")
    #expect(article.title == "युवा गेंदबाज़ ने रणजी के पहले ही मैच में आठ विकेट लिए")
    #expect(article.authors == ["राकेश मिश्रा", "सीमा जोशी"])
    #expect(article.published?.rfc3339 == "2019-11-03T08:21:00+05:30")
    #expect(article.modified?.rfc3339 == "2019-11-04T21:05:00+05:30")
    #expect(article.highlights.count == 2)
    #expect(article.body.blocks.count == 2)
    #expect(article.tags == ["क्रिकेट", "रणजी ट्रॉफी", "इंदौर"])
    #expect(article.credit == "स्रोत: ज़िला क्रिकेट संघ")
    #expect(
      article.related == [
        LinkedTitle(title: "घरेलू क्रिकेट का नया कैलेंडर जारी, दिसंबर में होंगे मुक़ाबले"),
        LinkedTitle(section: "खेल", title: "महिला टीम का चयन आज, तीन नए चेहरे संभव"),
        LinkedTitle(section: "मौसम", title: "मालवा में दो दिन और होगी बारिश"),
        LinkedTitle(section: "शिक्षा", title: "खेल विश्वविद्यालय में दाख़िले शुरू"),
      ])
    #expect(article.section == "खेल")
    #expect(article.moreFrom?.titles.count == 2)
    #expect(article.notes.contains(.zoneAssumed("३ नवम्बर २०१९, सुबह ८:२१ बजे")))
    #expect(article.notes.contains(.alsoReadMoved(1)))
  }

  @Test("the site's name and section above the headline are a menu, and a place may stand before two dates")
  func menuAboveHeadline() throws {
    let article = try Fixture.article("menu-above-headline")
    #expect(article.title == "पहाड़ी रेल मार्ग पर अब शीशे की छत वाले डिब्बे भी चलेंगे")
    #expect(article.section == "भारत")
    #expect(article.dek?.hasPrefix("यात्री पूरे रास्ते") == true)
    #expect(article.modified?.rfc3339 == "2025-08-12T15:40:00+05:30")
    #expect(article.body.blocks.count == 2)
    #expect(article.body.blocks.first?.text.hasPrefix("पहाड़ी मार्ग") == true)
    #expect(article.tags == ["रेलवे", "पर्यटन"])
  }

  @Test("a person's name above the desk's and the dates' lines is the author's")
  func authorOnALine() throws {
    let article = try Fixture.article("author-on-a-line")
    #expect(article.authors.first == "सुनील कुमार")
    #expect(article.published?.rfc3339 == "2023-11-03T00:00:00+05:30")
    #expect(article.modified?.rfc3339 == "2023-11-04T00:00:00+05:30")
    #expect(article.body.blocks.count == 2)
    #expect(article.tags == ["पर्यावरण", "जल संकट"])
  }

  @Test("a heading \"also read\" alone heads a list, in the story and after the tags; prose is the story again")
  func alsoReadLists() throws {
    let body = "गाँव के तालाब में इस साल पहली बार पानी साल भर ठहरा। लोगों ने मेड़ें ऊँची की थीं।"
    let end = "पंचायत अब दूसरे तालाब की खुदाई की तैयारी कर रही है। काम अगले महीने शुरू होगा।"
    let text = """
      लोकमत

      तालाब में लौटा पानी, गाँव में लौटी रौनक और हरियाली

      By रेखा | Updated: November 3, 2025 08:21 IST

      गाँव वालों ने तीन साल तक हर रविवार श्रमदान किया।

      Open in App

      \(body)

      यह भी पढ़ें:

      सूखे कुएँ फिर भरने लगे

      मेड़बंदी से बची मिट्टी

      \(end)

      टैग: पानी, गाँव

      ये भी पढ़ें

      पहाड़ के झरनों का नक्शा तैयार

      https://www.example.in/page
      """
    let article = try PageDumpParser().parse(text: text)
    #expect(article.title == "तालाब में लौटा पानी, गाँव में लौटी रौनक और हरियाली")
    #expect(article.body.blocks.map(\.text) == [body, end])
    #expect(article.tags == ["पानी", "गाँव"])
    #expect(
      article.related.map(\.title) == ["सूखे कुएँ फिर भरने लगे", "मेड़बंदी से बची मिट्टी", "पहाड़ के झरनों का नक्शा तैयार"])
  }

  @Test("a label after \"also read\" is a label")
  func alsoReadThenLabel() throws {
    let text = """
      तालाब में लौटा पानी, गाँव में लौटी रौनक और हरियाली

      गाँव के तालाब में इस साल पहली बार पानी साल भर ठहरा। लोगों ने मेड़ें ऊँची की थीं।

      पंचायत अब दूसरे तालाब की खुदाई की तैयारी कर रही है। काम अगले महीने शुरू होगा।

      यह भी पढ़ें:

      टैग: शिक्षा, पुस्तकें
      """
    let article = try PageDumpParser().parse(text: text)
    #expect(article.tags == ["शिक्षा", "पुस्तकें"])
    #expect(article.related.isEmpty)
  }

  @Test("a Marathi page is read by its own labels, and its most-read list is not related")
  func marathiPage() throws {
    let article = try Fixture.article("labels-marathi")
    #expect(article.language == "mr")
    #expect(article.authors == ["लोकमत न्यूज नेटवर्क"])
    #expect(article.published?.rfc3339 == "2022-08-05T10:30:00+05:30")
    #expect(article.highlights == ["धरणात ८२ टक्के पाणीसाठा झाला आहे.", "पुढील दोन दिवस मुसळधार पावसाचा अंदाज आहे."])
    #expect(article.body.blocks.count == 2)
    #expect(article.tags == ["कोयना धरण", "पाऊस", "सातारा"])
    #expect(article.related.map(\.section) == ["पुणे", "क्रीडा"])
    #expect(article.moreFrom?.titles == [LinkedTitle(section: "महाराष्ट्र", title: "शेतकऱ्यांना पीक विम्याची रक्कम पुढील आठवड्यात मिळणार")])
    #expect(article.section == "महाराष्ट्र")
    #expect(article.notes.contains(.listDropped(label: "सर्वाधिक वाचलेले", count: 1)))
  }

  @Test("an English page is read by English labels")
  func englishPage() throws {
    let article = try Fixture.article("labels-english")
    #expect(article.language == "en")
    #expect(article.dek == "A school's eight-inch telescope picked up the object on three nights in a row.")
    #expect(article.authors == ["Asha Kulkarni"])
    #expect(article.highlights.count == 3)
    #expect(article.body.blocks.count == 2)
    #expect(article.credit == "With inputs from agencies")
    #expect(article.tags == ["Comet", "Astronomy", "School science"])
    #expect(article.related.map(\.section) == ["World", "Technology", nil])
    #expect(article.moreFrom?.section == "Science")
  }

  @Test("a Hindi page may use English labels")
  func mixedPage() throws {
    let article = try Fixture.article("hindi-page-english-labels")
    #expect(article.title == "पुराने क़िले की दीवार की मरम्मत पूरी, आज से खुलेगा संग्रहालय")
    #expect(article.highlights == ["दीवार का तीस मीटर हिस्सा बारिश में गिर गया था।", "मरम्मत में चूना और ईंट ही लगाई गई।"])
    #expect(article.credit == "भाषा")
    #expect(article.body.blocks.last?.text.hasSuffix("पहले जितनी ही रहेगी।") == true)
    #expect(article.tags == ["क़िला", "संग्रहालय", "पुरातत्व"])
    #expect(article.related.map(\.section) == [nil, "Lifestyle"])
  }

  @Test("the labels सार and विस्तार part highlights from the story")
  func summaryAndDetail() throws {
    let article = try Fixture.article("summary-and-detail")
    #expect(article.publisher == "अमर उजाला")
    #expect(article.authors.contains("सुनील वर्मा"))
    #expect(article.modified?.rfc3339 == "2020-01-05T08:21:00+05:30")
    #expect(article.highlights.count == 1)
    #expect(article.body.blocks.count == 2)
  }

  @Test("captions are left out and an inline link becomes a related story")
  func captions() throws {
    let article = try Fixture.article("captions-and-inline-links")
    #expect(article.authors == ["शालिनी राव"])
    #expect(article.publisher == "बीबीसी")
    #expect(article.published?.rfc3339 == "2021-06-09T00:00:00+05:30")
    #expect(article.related == [LinkedTitle(title: "पानी की एक-एक बूँद का हिसाब रखने वाला स्कूल")])
    #expect(article.body.blocks.map(\.kind) == [.paragraph, .subheading, .paragraph])
    #expect(article.notes.contains(.timeMissing("9 जून 2021")))
  }

  @Test("a headline and prose alone are a story; what is missing is missing and noted")
  func plainProse() throws {
    let article = try Fixture.article("plain-prose")
    #expect(article.title == "गाँव की लाइब्रेरी ने पूरे किए सौ साल")
    #expect(article.body.blocks.count == 2)
    #expect(article.dek == nil && article.authors.isEmpty && article.date == nil && article.section == nil)
    #expect(article.highlights.isEmpty && article.tags.isEmpty && article.related.isEmpty && article.moreFrom == nil)
    for part in [ParseNote.Part.byline, .date, .highlights, .tags, .related] {
      #expect(article.notes.contains(.missing(part)))
    }
  }

  @Test("lines broken at a fixed width become paragraphs again")
  func brokenLines() throws {
    let article = try Fixture.article("broken-lines")
    #expect(article.body.blocks.count == 3)
    #expect(article.body.blocks.allSatisfy { $0.text.hasSuffix("।") })
    #expect(article.tags == ["रेलवे", "पर्यटन"])
    #expect(article.notes.contains(.linesJoined(6)))
  }

  @Test("glued tags are parted by the story's own words and by tags seen before")
  func gluedTags() throws {
    let article = try Fixture.article("glued-tags")
    #expect(article.tags == ["बैंक", "ठगी", "साइबर अपराध", "मोबाइल"])
    let text = try Fixture.text("glued-tags").replacing("टॅग्स :बैंकठगीसाइबर अपराधमोबाइल", with: "टॅग्स :आरबीआईनीतिगत दर")
    let plain = try PageDumpParser().parse(text: text)
    #expect(plain.tags == ["आरबीआईनीतिगत दर"])
    #expect(plain.notes.contains(.tagLeftWhole("आरबीआईनीतिगत दर")))
    let taught = try PageDumpParser(knowledge: PageKnowledge(tagNames: ["आरबीआई", "नीतिगत दर"])).parse(text: text)
    #expect(taught.tags == ["आरबीआई", "नीतिगत दर"])
  }

  @Test("a page without any empty line is told apart by its labels")
  func noEmptyLines() throws {
    let article = try Fixture.article("no-empty-lines")
    #expect(article.title == "चुनाव से पहले दोनों दलों में सीटों पर समझौता, सोमवार को होगा ऐलान")
    #expect(article.authors == ["भाषा"])
    #expect(article.published?.rfc3339 == "2019-11-03T08:21:00+05:30")
    #expect(article.dek == "दोनों दलों के नेताओं ने रविवार को बैठक की और सीटों का बँटवारा तय किया।")
    #expect(article.highlights == ["दोनों दल बराबर सीटों पर लड़ेंगे।", "साझा घोषणापत्र अगले हफ़्ते आएगा।"])
    #expect(article.body.blocks.count == 2)
    #expect(article.credit == "भाषा अमित रंजन")
    #expect(article.tags == ["नरेंद्र मोदी", "भारतीय जनता पार्टी (बीजेपी)", "अमित शाह", "आईपीएल 2020", "दिल्ली"])
    #expect(article.related.map(\.section) == ["बॉलीवुड चुस्की", "क्राइम अलर्ट", "क्रिकेट"])
    #expect(article.related.last?.title == "क्रिकेट बोर्ड ने बदले नियम")
    #expect(article.section == "क्रिकेट")
  }

  @Test("tags in two scripts are parted where the script changes")
  func scriptBorders() throws {
    let article = try Fixture.article("lokmat-marathi")
    #expect(article.tags == ["Pune", "पुणे", "university", "विद्यापीठ"])
    #expect(article.authors == ["ऑनलाइन लोकमत"])
    #expect(article.publisher == "लोकमत")
    #expect(article.highlights == ["विद्यापीठात नवे केंद्र", "शंभर विद्यार्थ्यांना शिष्यवृत्ती"])
    #expect(article.credit == "वृत्तसंस्था")
  }

  @Test("a compound in a list is parted only where all its neighbours have their sections glued")
  func compoundsInLists() throws {
    let line = "भारतमंत्रालय ने जारी की सूची"
    let text = try Fixture.text("glued-labels-hindi")
    let glued = try PageDumpParser().parse(text: text + "\n\n" + line)
    #expect(glued.moreFrom?.titles.last == LinkedTitle(section: "भारत", title: "मंत्रालय ने जारी की सूची"))
    #expect(glued.notes.contains(.sectionDoubtful(line)))
    let mixed = try PageDumpParser().parse(text: text + "\n\nबिना विभाग का शीर्षक\n\n" + line)
    #expect(mixed.moreFrom?.titles.last == LinkedTitle(title: line))
  }

  @Test("a date in the midst of the story's prose stays prose")
  func datesInProse() throws {
    let sentence =
      "अपडेट: 10 सितंबर 2023 को जारी आदेश में विभाग ने कहा कि पुरानी सड़क की जगह अब नई सड़क बनाई जाएगी और उस पर पेड़ लगाए जाएँगे, जिनकी देखभाल गाँव के लोग करेंगे।"
    let article = try PageDumpParser().parse(text: Fixture.text("plain-prose") + "\n\n" + sentence)
    #expect(article.body.blocks.last?.text == sentence)
    #expect(article.date == nil)
  }

  @Test("a box of links amid the story ends where prose begins again")
  func boxAmidStory() throws {
    let prose = "बाद में पता चला कि मेले में आए लोगों ने मिलकर पाँच सौ नई किताबें लाइब्रेरी को भेंट कीं और उनके लिए अलमारियाँ भी बनवाईं, जिन पर बच्चों ने अपने नाम लिखे।"
    let text = try Fixture.text("plain-prose") + "\nसंबंधित खबरें\nखेलपहाड़ी टीम ने ट्रॉफी जीती\n\n" + prose
    let article = try PageDumpParser().parse(text: text)
    #expect(article.related == [LinkedTitle(section: "खेल", title: "पहाड़ी टीम ने ट्रॉफी जीती")])
    #expect(article.body.blocks.last?.text == prose)
  }

  @Test("a related title never inherits the page's date or a date in its own list")
  func relatedDates() throws {
    let text = try Fixture.text("glued-labels-hindi").replacing("\n\nकारोबार", with: "\n3 दिसंबर 2024\n\nकारोबार")
    let article = try PageDumpParser().parse(text: text)
    #expect(article.related.count == 4)
    #expect(article.modified?.rfc3339 == "2021-02-14T18:45:00+05:30")
    #expect(article.published == nil)
  }

  @Test(
    "line ends, byte order marks, blanks and decomposed letters change nothing in the story", arguments: Fixture.names)
  func disguises(name: String) throws {
    let text = try Fixture.text(name)
    let plain = try PageDumpParser().parse(text: text)
    let disguised =
      "\u{FEFF}" + text.replacing(" ", with: "\u{A0}").replacing("\n", with: "\r\n").replacing("।", with: "।\u{200B}")
    let littleEndian: [UInt8] = [0xFF, 0xFE]
    for bytes in [Array(disguised.utf8), littleEndian + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }] {
      var other = try PageDumpParser().parse(bytes)
      other.notes = plain.notes
      #expect(other == plain)
    }
    #expect(try PageDumpParser().parse(Array(disguised.utf8)).notes.contains(.textRepaired(.lineEndings)))
  }

  @Test("the page that was saved from Lokmat gives every part that it has")
  func seedPage() throws {
    guard let text = Fixture.shared("seed/000_9385ae98909dc1aa.txt") else { return }
    let article = try PageDumpParser().parse(Array(text.utf8))
    #expect(article.title.hasPrefix("सरकार के दावों पर WhatsApp"))
    #expect(article.authors == ["लोकमत न्यूज़ डेस्क"])
    #expect(article.publisher == "लोकमत")
    #expect(article.modified?.rfc3339 == "2019-11-03T08:21:00+05:30")
    #expect(article.dek?.hasPrefix("केंद्र सरकार का कहना") == true)
    #expect(article.highlights.count == 2)
    #expect(article.body.blocks.count == 5)
    #expect(article.body.blocks.allSatisfy { $0.kind == .paragraph })
    #expect(article.credit == "समाचार एजेंसी पीटीआई भाषा से इनपुट्स लेकर")
    #expect(article.tags == ["व्हाट्सऐप"])
    #expect(article.related.map(\.section) == ["टेकमेनिया", "कारोबार", "कारोबार", "विश्व", "भारत"])
    #expect(article.moreFrom?.section == "भारत")
    #expect(article.moreFrom?.titles.count == 5)
    #expect(article.moreFrom?.titles.allSatisfy { $0.section == "भारत" } == true)
    #expect(article.section == "भारत")
    #expect(article.language == "hi")
    #expect(!article.allTexts.contains { $0.contains("Open in App") })
  }
}

extension ExtractedArticle {
  var date: Timestamp? { modified ?? published }
}
