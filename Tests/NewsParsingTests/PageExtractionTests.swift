import Foundation
import NewsModel
import NewsParsing
import TestSupport
import Testing

/// Pages in the shape of Indian publishers', one each; `SOURCES.txt` says what each stands for.
@Suite struct PageExtractionTests {
  static func page(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Fixtures/pages"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  static func article(_ name: String) throws -> ExtractedArticle {
    try ArticleExtractor().extract(page(name))
  }

  static let names = [
    "lokmat-hindi", "bbc-hindi", "bbc-marathi", "bhaskar", "amar-ujala", "jagran", "ndtv", "aaj-tak", "navbharat-times",
    "odd-markup", "live-blog",
  ]

  private func paragraphs(_ article: ExtractedArticle) -> [String] {
    article.body.blocks.filter { $0.kind != .picture && $0.kind != .subheading }.map(\.text)
  }

  @Test(arguments: names) func `A page's text is printable and holds no furniture`(name: String) throws {
    let article = try Self.article(name)
    #expect(article.isPrintable)
    let body = article.body.plainText
    for word in [
      "विज्ञापन", "Advertisement", "Open in App", "पढ़ना जारी रखें", "व्हाट्सएप चैनल", "भी पढ़ें", "हेही वाचा", "जाहिरात", "कैप्शन", "स्रोत,",
    ] {
      #expect(!body.contains(word), "\(word)")
    }
    #expect(article.url != nil)
    #expect(article.publisher != nil)
  }

  @Test func `Lokmat: highlights, tags, related with sections and addresses, more of the section`() throws {
    let article = try Self.article("lokmat-hindi")
    #expect(article.title == "नदी जोड़ परियोजना पर राज्यों में सहमति, पहले चरण में तीन बाँध बनेंगे")
    #expect(article.dek?.hasPrefix("दो साल की बातचीत") == true)
    #expect(article.authors == ["लोकमत न्यूज़ डेस्क"])
    #expect(article.publisher == "लोकमत")
    #expect(article.modified?.rfc3339 == "2021-02-14T18:45:00+05:30")
    #expect(article.highlights.count == 3)
    #expect(article.highlights.first == "पहले चरण में तीन बाँध और दो नहरें बनाई जाएँगी।")
    #expect(paragraphs(article).count == 2)
    #expect(article.credit == "समाचार एजेंसी पीटीआई भाषा से इनपुट्स लेकर")
    #expect(article.tags == ["नदी जोड़ परियोजना"])
    #expect(article.related.map(\.section) == ["खेल", "कारोबार", "विश्व", "मनोरंजन"])
    #expect(article.related.map(\.title).last == "क्या नया धारावाहिक पुराने की जगह लेगा?")
    #expect(article.related.first?.url == "https://www.lokmatnews.in/sports/last-ball-win-b1/")
    #expect(article.moreFrom?.section == "भारत")
    #expect(
      article.moreFrom?.titles == [
        LinkedTitle(
          section: "भारत", title: "पहाड़ों में बर्फ़बारी से सड़कें बंद, सैलानी होटलों में रुके",
          url: "https://www.lokmatnews.in/india/snow-roads-c1/"),
        LinkedTitle(
          section: "भारत", title: "Metro Phase 3: शहर के पूर्वी हिस्से में सुरंग का काम पूरा",
          url: "https://www.lokmatnews.in/india/metro-phase-3-c2/"),
      ])
    #expect(article.section == "भारत")
    #expect(article.language == "hi")
    #expect(article.picture?.url == "https://d3pc1xvrcw35tl.cloudfront.net/images/1200x900/river-link.jpg")
    #expect(article.picture?.caption == "बाँध के लिए चुनी गई जगह (फाइल फोटो)")
  }

  @Test func `BBC Hindi: summary, byline, captions and their source, topics, "also read" amid the story`() throws {
    let article = try Self.article("bbc-hindi")
    #expect(article.title == "पहाड़ के गाँव में पानी लाने वाली औरतों की कहानी")
    #expect(article.dek == "उत्तराखंड के एक गाँव की औरतों ने सूखे झरने को फिर से ज़िंदा किया.")
    #expect(article.authors == ["नेहा बिष्ट"])
    #expect(article.publisher == "बीबीसी")
    #expect(article.published?.rfc3339 == "2024-05-12T04:31:22Z")
    #expect(article.highlights == ["गाँव की पच्चीस औरतों ने मिलकर तीन साल तक जंगल में गड्ढे खोदे.", "अब गर्मियों में भी झरने में पानी रहता है."])
    #expect(paragraphs(article).count == 4)
    #expect(article.body.blocks.contains { $0.kind == .subheading && $0.text == "बारिश का पानी कहाँ जाता है" })
    #expect(article.tags == ["पर्यावरण", "उत्तराखंड", "महिलाएं"])
    #expect(
      article.related.map(\.url) == [
        "https://www.bbc.com/hindi/articles/c0also1", "https://www.bbc.com/hindi/articles/c0also2",
        "https://www.bbc.com/hindi/articles/c0rel1", "https://www.bbc.com/hindi/articles/c0rel2",
      ])
    let picture = article.body.blocks.first { $0.kind == .picture }
    #expect(picture?.text == "झरने से पानी भरती औरतें (Asif Ali/BBC)")
    #expect(article.section == "भारत")
    #expect(article.notes.contains(.listDropped(label: "सबसे अधिक पढ़ी गईं", count: 2)))
  }

  @Test func `BBC Marathi: the same parts under Marathi labels`() throws {
    let article = try Self.article("bbc-marathi")
    #expect(article.title == "एका शेतकऱ्याने डोंगरावर फुलवली बाग, गावाला मिळालं नवं काम")
    #expect(article.language == "mr")
    #expect(article.publisher == "बीबीसी")
    #expect(article.authors == ["प्राची कुलकर्णी"])
    #expect(article.highlights.count == 3)
    #expect(paragraphs(article).count == 3)
    #expect(article.tags == ["शेती", "महाराष्ट्र"])
    #expect(article.related.map(\.title) == ["दुष्काळात गावाने पाण्याचा हिशेब कसा ठेवला", "पावसाचं पाणी साठवण्याची जुनी पद्धत पुन्हा का वापरली जातेय"])
    #expect(article.published?.rfc3339 == "2023-08-20T02:15:00Z")
  }

  @Test func `Bhaskar: six JSON-LD blocks, a paywall mark, a teaser of another story`() throws {
    let article = try Self.article("bhaskar")
    #expect(article.title == "भोपाल में मेट्रो का ट्रायल पूरा, अगले महीने से आम लोग कर सकेंगे सफर")
    #expect(article.dek == "सुभाष नगर से एम्स तक सात किलोमीटर का ट्रायल बिना रुके पूरा हुआ। सुरक्षा आयुक्त की जांच के बाद तारीख तय होगी।")
    #expect(article.publisher == "दैनिक भास्कर")
    #expect(article.authors == ["Dainik Bhaskar"])
    #expect(article.published?.rfc3339 == "2024-09-04T10:05:11+05:30")
    #expect(article.modified?.rfc3339 == "2024-09-04T12:40:00+05:30")
    #expect(article.section == "मध्य प्रदेश")
    #expect(article.isAccessibleForFree == false)
    #expect(article.tags == ["भोपाल मेट्रो", "मध्य प्रदेश"])
    #expect(paragraphs(article).count == 3)
    #expect(
      article.related == [
        LinkedTitle(
          title: "इंदौर में दूसरी लाइन का काम शुरू",
          url: "https://www.bhaskar.com/local/mp/indore/news/indore-metro-second-line-133600001.html")
      ])
    #expect(article.moreFrom?.titles.count == 2)
    #expect(article.picture?.caption == "ट्रायल के दौरान सुभाष नगर स्टेशन पर खड़ी मेट्रो।")
  }

  @Test func `Amar Ujala: summary and detail, a trailing comma in JSON-LD, two kinds of "also read"`() throws {
    let article = try Self.article("amar-ujala")
    #expect(article.title == "गोमती किनारे बनेगा दस किलोमीटर लंबा साइकिल पथ, नगर निगम ने दी मंजूरी")
    #expect(article.authors == ["शिखा पांडेय"])
    #expect(article.published?.rfc3339 == "2024-03-17T09:12:33+05:30")
    #expect(article.highlights == ["नगर निगम की बैठक में साइकिल पथ का प्रस्ताव पास हुआ। काम अप्रैल में शुरू होगा।"])
    #expect(article.related.map(\.title) == ["पार्कों का समय बदला, अब रात नौ बजे तक खुलेंगे", "बस रूट 12 पर चलेंगी इलेक्ट्रिक बसें"])
    #expect(article.related.first?.section == "Lucknow")
    #expect(article.related.allSatisfy { $0.url != nil })
    #expect(paragraphs(article).count == 3)
    #expect(article.tags == ["गोमती", "लखनऊ"])
    #expect(article.moreFrom?.titles.count == 2)
    #expect(article.notes.contains(.structuredDataRepaired))
  }

  @Test func `Jagran: wrapped JSON-LD, highlights in English, a label inside bold text, begging for followers`() throws
  {
    let article = try Self.article("jagran")
    #expect(article.title == "पटना में गंगा पर नया पुल तैयार, पंद्रह अगस्त से चलेंगी गाड़ियां")
    #expect(article.dek == "पुल के खुलने से उत्तर बिहार का रास्ता आधे घंटे कम हो जाएगा। टोल नहीं लगेगा।")
    #expect(article.authors == ["Ravi Ranjan"])
    #expect(article.publisher == "दैनिक जागरण")
    #expect(article.modified?.rfc3339 == "2024-07-28T11:15:00+05:30")
    #expect(article.highlights == ["पुल की लंबाई साढ़े पांच किलोमीटर है", "पैदल चलने वालों के लिए अलग रास्ता", "रात में एलईडी लाइट से होगी रोशनी"])
    #expect(
      article.related.map(\.title) == [
        "मुजफ्फरपुर बाईपास का काम अंतिम चरण में, दिसंबर तक होगा पूरा", "दानापुर में सड़क चौड़ी करने का काम शुरू", "हाजीपुर के केले अब विदेश भी जाएंगे",
      ])
    #expect(paragraphs(article).count == 3)
  }

  @Test func `NDTV: microdata, a standfirst, titles after line breaks, the agency in brackets`() throws {
    let article = try Self.article("ndtv")
    #expect(article.title == "चंद्रमा की मिट्टी पर उगे पौधे, भारतीय वैज्ञानिकों का बड़ा प्रयोग")
    #expect(article.dek == "प्रयोगशाला में तैयार की गई चंद्र मिट्टी में पालक के बीज सात दिन में अंकुरित हो गए।")
    #expect(article.authors == ["अनीता शर्मा"])
    #expect(article.publisher == "एनडीटीवी")
    #expect(article.published?.rfc3339 == "2024-07-08T19:20:00+05:30")
    #expect(article.highlights == ["बीज सात दिन में अंकुरित हुए", "मिट्टी में सिर्फ पानी और रोशनी दी गई"])
    #expect(article.credit == "भाषा")
    #expect(
      article.related.map(\.url) == [
        "https://ndtv.in/science-news/seed-bank-6000002", "https://ndtv.in/science-news/space-food-6000003",
      ])
    #expect(article.tags == ["चंद्रमा", "विज्ञान"])
    #expect(paragraphs(article).filter { $0.count > 30 }.count == 3)
    #expect(!article.body.plainText.contains("हेडलाइन के अलावा"))
  }

  @Test func `Aaj Tak: standfirst, byline in pieces, a label glued to its link, a picture with its credit`() throws {
    let article = try Self.article("aaj-tak")
    #expect(article.dek?.hasPrefix("दिल्ली सरकार इस मानसून") == true)
    #expect(article.publisher == "आज तक")
    #expect(article.published?.rfc3339 == "2024-07-05T09:12:00+05:30")
    #expect(article.highlights == ["हर स्कूल को मिलेगा एक पार्क", "पौधों की गिनती ऐप से होगी"])
    #expect(
      article.related == [
        LinkedTitle(
          title: "यमुना की सफाई के लिए नई मशीनें आईं, काम रात में होगा", url: "https://www.aajtak.in/india/story/yamuna-clean-1980001")
      ])
    #expect(article.credit == "इनपुट: एजेंसी")
    #expect(article.picture?.caption == "स्कूल में पौधे लगाते बच्चे")
    #expect(article.picture?.credit == "पीटीआई")
    #expect(paragraphs(article).filter { $0.count > 60 }.count == 3)
    #expect(article.notes.contains(.listDropped(label: "ट्रेंडिंग", count: 1)))
  }

  @Test func `Navbharat Times: text parted by line breaks, the author's box, sections above recommended titles`() throws
  {
    let article = try Self.article("navbharat-times")
    #expect(article.title == "मुंबई लोकल में लगेंगे ऑटोमैटिक दरवाजे, पहली ट्रेन दिसंबर में चलेगी")
    #expect(article.authors == ["मनीष कदम"])
    #expect(article.publisher == "नवभारत टाइम्स")
    #expect(article.section == "मुंबई")
    #expect(article.modified?.rfc3339 == "2025-06-20T08:41:00+05:30")
    #expect(article.highlights.count == 3)
    #expect(paragraphs(article).filter { $0.count > 60 }.count == 3)
    #expect(!article.body.plainText.contains("बारह साल से पत्रकारिता"))
    #expect(
      article.related.map(\.title) == [
        "मेट्रो लाइन पांच पर काम तेज, साल के अंत तक ट्रायल", "पुणे में बनेगा नया बस अड्डा, जमीन का सौदा पूरा", "कप्तान ने कहा, टीम का संतुलन सबसे अच्छा",
      ])
    #expect(article.related.map(\.section) == [nil, "महाराष्ट्र", "खेल"])
    #expect(article.related.first?.url?.hasPrefix("https://navbharattimes.indiatimes.com/state/") == true)
  }

  @Test func `Labels in odd markup: list in the label's paragraph, label glued to the first item, tags in one line`()
    throws
  {
    let article = try Self.article("odd-markup")
    #expect(article.highlights == ["पुस्तकालय सुबह सात बजे खुलेगा।", "सदस्यता के लिए कोई शुल्क नहीं।", "बच्चों के लिए अलग कमरा है।"])
    #expect(article.related.map(\.title) == ["किताबों की पुरानी दुकान फिर खुली", "गाँव की पाठशाला में नई घंटी", "बाज़ार में सब्ज़ियों के दाम घटे"])
    #expect(article.related.allSatisfy { $0.url?.hasPrefix("https://example.in/") == true })
    #expect(article.tags == ["पुस्तकालय", "शिक्षा", "जयपुर"])
    #expect(article.credit == "स्रोत: नगर परिषद")
    #expect(paragraphs(article).count == 3)
  }

  @Test func `A live blog keeps the time of each post`() throws {
    let article = try Self.article("live-blog")
    let text = article.body.plainText
    for time in ["10:15", "10:40", "11:05"] { #expect(text.contains(time), "\(time)") }
    #expect(text.contains("मतगणना शुरू"))
  }

  @Test func `The page, its dump and its feed item are one story`() throws {
    let page = try Self.article("lokmat-hindi")
    let dump = try Fixture.article("glued-labels-hindi")
    #expect(page.title == dump.title)
    #expect(page.dek == dump.dek)
    #expect(page.published == dump.published)
    #expect(page.modified == dump.modified)
    #expect(page.publisher == dump.publisher)
    #expect(page.language == dump.language)
    #expect(page.authors == dump.authors)
    #expect(page.section == dump.section)
    #expect(page.highlights == dump.highlights)
    #expect(page.tags == dump.tags)
    #expect(page.credit == dump.credit)
    #expect(page.body.plainText.hasSuffix(dump.body.plainText))
    #expect(page.related.map(\.title) == dump.related.map(\.title))
    #expect(page.related.map(\.section) == dump.related.map(\.section))
    #expect(page.moreFrom?.titles.map(\.title) == dump.moreFrom?.titles.map(\.title))
    let feed = try FeedParser.parse(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Lokmat News</title><link>https://www.lokmatnews.in/</link><item>
        <title>नदी जोड़ परियोजना पर राज्यों में सहमति, पहले चरण में तीन बाँध बनेंगे</title>
        <link>https://www.lokmatnews.in/india/river-link-states-agree-a507/</link>
        <description>दो साल की बातचीत के बाद दोनों राज्यों ने पानी के बँटवारे पर दस्तख़त कर दिए हैं। अब ज़मीन का सर्वे अगले महीने शुरू होगा।</description>
        <pubDate>Sun, 14 Feb 2021 18:45:00 +0530</pubDate></item></channel></rss>
        """.utf8), contentType: nil, baseURL: nil)
    let item = try #require(feed.items.first)
    #expect(item.title == page.title)
    #expect(item.summary?.text == page.dek)
    #expect(item.url == page.url)
    #expect(item.published == page.modified)
    #expect(PageMetadata(HTMLDocument("<title>\(feed.title ?? "")</title>"), url: item.url).publisher == page.publisher)
  }
}
