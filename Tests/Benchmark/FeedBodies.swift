import TestSupport

/// Bodies as feeds carry them: paragraphs with bold words, links, pictures, lists and quotations, of our own sentences.
struct FeedBodies {
  private var random: FixedRandom

  init(seed: UInt64) {
    random = FixedRandom(seed)
  }

  /// One body of at least `utf8Count` bytes.
  mutating func body(utf8Count: Int) -> String {
    var html = ""
    while html.utf8.count < utf8Count { html += block }
    return html
  }

  private var block: String {
    mutating get {
      let number = Int.random(in: 1...999_999, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        return """
          <figure class="wp-block-image size-large"><img loading="lazy" width="1200" height="675" \
          src="https://example.org/chitra/\(number).jpg" alt="\(place) का बाज़ार" srcset="https://example.org/chitra/\(number)-300.jpg 300w" />\
          <figcaption>\(place) में सुबह की भीड़। तस्वीर: नमूना</figcaption></figure>\n
          """
      case 1: return "<h2>\(place): आगे क्या होगा</h2>\n"
      case 2: return "<ul>\n<li>\(sentence)</li>\n<li>\(sentence)</li>\n<li>\(sentence)</li>\n</ul>\n"
      case 3: return "<blockquote><p>\(sentence) \(sentence)</p></blockquote>\n"
      case 4:
        return """
          <p><strong>यह भी पढ़ें:</strong> <a href="https://example.org/khabar/\(number)?utm_source=rss&amp;utm_medium=feed" \
          target="_blank" rel="noopener">\(place) की एक और ख़बर</a></p>\n
          """
      default:
        var text = ""
        for _ in 0..<Int.random(in: 2...4, using: &random) {
          let next = sentence
          switch Int.random(in: 0..<6, using: &random) {
          case 0: text += "<strong>\(next)</strong> "
          case 1: text += "<a href=\"/vishay/\(number)\">\(place)</a> से: \(next)&nbsp;"
          default: text += next + " "
          }
        }
        return "<p style=\"text-align:justify;\">\(text)</p>\n"
      }
    }
  }

  private var place: String {
    mutating get { pick(["नागौर", "सतना", "पूर्णिया", "हल्द्वानी", "रत्नागिरी", "बस्ती", "धमतरी", "कैथल"]) }
  }

  private var sentence: String {
    mutating get {
      let number = Int.random(in: 2...9_999, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return "\(place) के किसानों ने मंडी में \(number) क्विंटल गेहूँ बेचा, पर भाव पिछले साल से कम रहा।"
      case 1: return "अधिकारी ने कहा कि सड़क का काम \(number) दिनों में पूरा होगा और यातायात दूसरी ओर से चलेगा।"
      case 2: return "&#8216;हम पानी के लिए रोज़ चार किलोमीटर चलते हैं&#8217;, \(place) की एक छात्रा ने बताया।"
      case 3: return "विभाग के अनुसार इस योजना पर \(number) करोड़ रुपये ख़र्च होंगे; आधी राशि राज्य देगा।"
      default: return "मौसम विभाग ने \(place) और आसपास के ज़िलों में अगले दो दिन बारिश की संभावना जताई है।"
      }
    }
  }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
