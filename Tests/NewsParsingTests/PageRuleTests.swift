import NewsModel
import Testing

@testable import NewsParsing

/// The rules by which a story is told from what stands around it, one page for each.
@Suite struct PageRuleTests {
  private static let prose = [
    "नगर परिषद ने मंगलवार को तय किया कि पुराने बस अड्डे की जगह एक सार्वजनिक पुस्तकालय बनेगा और उसके साथ बच्चों के लिए एक छोटा बाग़ भी होगा।",
    "परिषद के अध्यक्ष ने कहा कि काम अगले साल मार्च में शुरू होगा, और उसके लिए राज्य सरकार ने दो करोड़ रुपये की पहली किस्त भेज दी है।",
    "आसपास के दुकानदारों को चिंता है कि निर्माण के दिनों में सड़क बंद रहेगी, इसलिए उन्होंने दूसरी ओर से रास्ता खोलने की माँग रखी है।",
    "अभियंताओं का अनुमान है कि इमारत दो साल में तैयार हो जाएगी, बशर्ते बरसात के महीनों में नींव में पानी न भरे।",
    "शहर के सबसे पुराने शिक्षक ने बताया कि उनके बचपन में यहीं एक वाचनालय था, जो बाढ़ में बह गया और फिर कभी नहीं बना।",
    "पुस्तकालय में सत्तर हज़ार किताबें रखी जा सकेंगी, और शाम को आठ बजे तक वह सबके लिए खुला रहेगा।",
  ]

  private var story: String { (Self.prose + Self.prose).map { "<p>\($0)</p>" }.joined(separator: "\n") }

  /// The texts that a page has beside those of ``prose``, which it has to have all.
  private func others(_ html: String) -> [String] {
    let page = "<html><body>\(html)</body></html>"
    let texts = PageBody.extract(HTMLDocument(page), baseURL: nil).blocks.filter { $0.kind != .picture }.map(\.text)
    for paragraph in Self.prose { #expect(texts.contains(paragraph)) }
    return texts.filter { !Self.prose.contains($0) }
  }

  private static let standfirst =
    "पुराने बस अड्डे की ज़मीन बरसों से ख़ाली पड़ी थी। अब वहाँ एक पुस्तकालय और बच्चों का बाग़ बनेगा, जिसका ख़र्च नगर परिषद और राज्य सरकार मिलकर उठाएँगी।"

  @Test func `A standfirst in a box under the headline begins the story, the byline between them does not`() {
    let others = others(
      """
      <article><header><h1>बस अड्डे की जगह पुस्तकालय</h1><div class="x1"><p>\(Self.standfirst)</p></div>
      <p class="byline">सुधा वर्मा, संवाददाता, बस्ती। नगर की ख़बरें दस साल से लिखती हैं।</p></header>
      <div class="entry-content">\(story)</div></article>
      """)
    #expect(others == [Self.standfirst])
  }

  @Test func `A short line under the headline is left to the metadata`() {
    let line = "दो साल में तैयार होगी इमारत, दुकानदार चाहते हैं दूसरा रास्ता।"
    let others = others(
      "<div><div><h1>बस अड्डे की जगह पुस्तकालय</h1><h2>\(line)</h2></div><div class='a'><article>\(story)</article></div></div>"
    )
    #expect(others.isEmpty)
  }

  @Test func `What is called a teaser is the standfirst under the headline if it leads nowhere`() {
    let page = { (teaser: String) in
      """
      <main><h1>बस अड्डे की जगह पुस्तकालय</h1><div class="article-teaser">\(teaser)</div>
      <article>\(self.story)</article></main>
      """
    }
    #expect(others(page("<p>\(Self.standfirst)</p>")) == [Self.standfirst])
    #expect(others(page("<a href='/2'><p>\(Self.standfirst)</p></a>")).isEmpty)
  }

  @Test(arguments: [
    "नए पुस्तकालय का नक़्शा देखते परिषद के सदस्य। (फोटो: नमूना समाचार)",
    "The members of the council look at the plan. Photo: Sample Agency",
    "Der Plan der neuen Bücherei | © Muster/Beispiel",
  ])
  func `A line that ends with whose picture it is belongs to a picture`(_ line: String) {
    #expect(others("<article>\(story)<div>\(line)</div>\(story)</article>").isEmpty)
  }

  @Test func `A sentence that speaks of a photograph stays`() {
    let sentence = "बाढ़ के उस दिन की अब एक ही निशानी बची है, एक फोटो: वाचनालय की सीढ़ियाँ पानी में डूबी हैं, और पास ही एक नाव बँधी है।"
    #expect(others("<article>\(story)<p>\(sentence)</p></article>") == [sentence])
  }

  @Test func `A part of the body that is named after it is not the body`() {
    let others = others(
      """
      <div class="ArticleBody">\(story)<div class="ArticleBody-related">
      <p>इसी नगर की दूसरी ख़बर</p><p>अगले हफ़्ते से शहर की बसों का किराया बढ़ेगा, पर छात्रों को छूट मिलती रहेगी।</p></div></div>
      """)
    #expect(others.isEmpty)
  }

  @Test(arguments: [
    "टिप्पणी करें", "- विज्ञापन -", "Leave a comment", "Mehr zum Thema:",
    "Get the latest news straight to your phone with our app.",
    "¿Quieres saber más? Únete a nuestro canal de Telegram.",
  ])
  func `A line that only labels or calls away goes`(_ line: String) {
    #expect(others("<article>\(story)<p>\(line)</p>\(story)</article>").isEmpty)
  }

  @Test func `A subheading of one word stays`() {
    #expect(others("<article>\(story)<h3>प्रतिक्रिया</h3>\(story)</article>") == ["प्रतिक्रिया"])
  }

  @Test func `Few words under the only picture of a box are its caption`() {
    let page = """
      <article>\(story)<div class="bx"><img src="/naksha.jpg" alt="नक़्शा" width="600" height="400">
      <div>परिषद के दफ़्तर में रखा नए पुस्तकालय का नक़्शा</div></div>\(story)</article>
      """
    #expect(others(page).isEmpty)
    let blocks = PageBody.extract(HTMLDocument(page), baseURL: "https://samachar.example/").blocks
    #expect(
      blocks.filter { $0.kind == .picture }.map { [$0.text, $0.address ?? ""] } == [
        ["परिषद के दफ़्तर में रखा नए पुस्तकालय का नक़्शा", "https://samachar.example/naksha.jpg"]
      ])
  }

  @Test func `A paragraph under a picture is text, in a box or not`() {
    let step = "नींव का काम पूरा हुआ और दीवारें उठने लगीं।"
    let box = "<div><img src='/1.jpg' width='600' height='400'><p>\(step)</p></div>"
    #expect(others("<article>\(story)\(box)\(story)</article>") == [step])
  }

  @Test func `On a short page too, who wrote it and the form for comments are not the story`() {
    let line = "आज शाम पाँच बजे से नगर के तीनों पार्कों में प्रवेश निःशुल्क रहेगा, और देर रात तक बत्तियाँ जलती रहेंगी। बारिश हुई तो यह व्यवस्था अगले रविवार को की जाएगी।"
    let page = """
      <div id="post-7" class="post"><p>\(line)</p>
      <div class="author-info"><p>लेखक पंद्रह साल से नगर के पार्कों पर लिखते हैं। उन्होंने इसी विषय पर दो किताबें भी लिखी हैं, और वे शाम को पार्क में सैर करते मिलते हैं।</p></div>
      <form id="commentform"><p>आपका ईमेल पता प्रकाशित नहीं किया जाएगा, पर उसे लिखना ज़रूरी है। अभद्र भाषा वाली टिप्पणियाँ बिना बताए हटा दी जाएँगी, और बार-बार ऐसा करने वालों का खाता बंद होगा।</p></form></div>
      """
    let texts = PageBody.extract(HTMLDocument(page), baseURL: nil).blocks.map(\.text)
    #expect(texts == [line])
  }
}
