import NewsModel
import TestSupport

/// Hindi news prose of any size: sentences of our own with other names, places, numbers and verbs each time.
struct HindiProse {
  private var random: FixedRandom

  init(seed: UInt64) {
    random = FixedRandom(seed)
  }

  /// Paragraphs of three to six sentences, of at least `utf8Count` bytes together.
  mutating func paragraphs(utf8Count: Int) -> [String] {
    var paragraphs: [String] = []
    var byteCount = 0
    while byteCount < utf8Count {
      let sentences = (0..<Int.random(in: 3...6, using: &random)).map { _ in sentence }
      paragraphs.append(sentences.joined(separator: " "))
      byteCount += paragraphs[paragraphs.count - 1].utf8.count
    }
    return paragraphs
  }

  /// A story of at least `utf8Count` bytes of body.
  mutating func article(utf8Count: Int, isOneParagraph: Bool = false) -> Article {
    var paragraphs = paragraphs(utf8Count: utf8Count)
    let highlight = paragraphs[paragraphs.count / 2]
    if isOneParagraph { paragraphs = [paragraphs.joined(separator: " ")] }
    return Article(
      id: ArticleID(identity: isOneParagraph ? "एक अनुच्छेद" : "लंबी रपट"), identity: isOneParagraph ? "एक अनुच्छेद" : "लंबी रपट",
      feed: Feed.savedPages(publisher: "नमूना", language: "hi").id, title: "ज़िले की सबसे लंबी रपट, शुरू से आख़िर तक",
      dek: "सौ गाँवों से लाई गई बातें, एक ही लेख में।", authors: ["नमूना डेस्क"],
      modified: Timestamp(secondsSince1970: 1_795_500_000), language: "hi", section: "भारत",
      body: ArticleBody(paragraphs: paragraphs), highlights: [Highlight(text: highlight)],
      tags: ["गाँव", "पानी"], links: [RelatedLink(title: "पड़ोस के ज़िले की रपट", section: "भारत", reason: .publisher)])
  }

  private var sentence: String {
    mutating get {
      let place = pick(["बाड़मेर", "चित्तौड़गढ़", "मुज़फ़्फ़रपुर", "श्रीगंगानगर", "अल्मोड़ा", "सिंगरौली", "कृष्णानगर", "पश्चिमी चंपारण"])
      let who = pick(["शिक्षिका ने", "ग्राम प्रधान ने", "स्वास्थ्य कर्मियों ने", "युवा इंजीनियर ने", "महिला समूह ने", "कृषि वैज्ञानिकों ने"])
      let what = pick(["तालाब की मरम्मत", "पुस्तकालय का निर्माण", "स्कूल की छत", "सिंचाई की नालियों", "बीज भंडार", "सड़क की मरम्मत"])
      let number = pick(["12", "५००", "1,25,000", "१८.५", "40", "७"])
      let unit = pick(["रुपये", "प्रतिशत", "करोड़ रुपये", "किलोमीटर", "परिवारों", "क्विंटल"])
      switch Int.random(in: 0..<7, using: &random) {
      case 0: return "\(place) में \(who) \(what) के लिए \(number) \(unit) का हिसाब पंचायत के सामने रखा।"
      case 1: return "\(who) कहा, “\(what) का काम वर्षा से पहले पूरा होगा, नहीं तो \(number) \(unit) का नुक़सान तय है।”"
      case 2: return "पिछले वर्ष \(place) से लौटे श्रमिकों ने \(what) में हाथ बँटाया; तब \(number) \(unit) की बचत हुई थी!"
      case 3: return "क्या \(place) की तरह यहाँ भी \(what) पर \(number) \(unit) ख़र्च हो सकते हैं (यह प्रश्न अब भी खुला है)?"
      case 4: return "ज़िला मुख्यालय – \(place) – की वेबसाइट https://example.org/\(number)/soochi?kram=2 पर पूरी सूची है।"
      case 5: return "संस्कृत के विद्वान और \(place) के पुराने निवासी मानते हैं कि धीरे-धीरे सब बदलेगा, पर \(what) सबसे पहले।"
      default: return "WhatsApp समूह में \(who) लिखा कि \(number) \(unit) आ चुके हैं और \(what) अगले सप्ताह शुरू होगी।"
      }
    }
  }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
