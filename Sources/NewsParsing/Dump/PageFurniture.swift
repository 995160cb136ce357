internal import IndicText

/// Lines that belong to the page and not to the story.
enum PageFurniture {
  enum Kind {
    /// A button or a request beside the headline or the text: "Open in App", "Share".
    case control
    /// An advertisement's or a picture's line, a hint to read on: may stand anywhere.
    case insertion
  }

  /// What `line` is; nil when it may be a part of the story.
  /// - Parameter isAmongTags: a tag may be called WhatsApp, which elsewhere is a button.
  static func kind(of line: PageLine, isAmongTags: Bool = false) -> Kind? {
    if line.key.isEmpty { return nil }
    if controls.contains(line.key) { return .control }
    if insertions.contains(line.key) { return .insertion }
    if !isAmongTags, buttons.contains(line.key) { return .control }
    if line.scalarCount <= 220,
      insertionStarts.contains(where: { starts(line.key, with: $0) && line.text.contains { ":,".contains($0) } })
    {
      return .insertion
    }
    if line.scalarCount <= 400, controlStarts.contains(where: { starts(line.key, with: $0) }) { return .control }
    if isReadingTime(line.key) || isAge(line.key) || isAddress(line.text) || isGlyph(line) { return .control }
    if line.scalarCount <= 260, isBegging(line.key) { return .control }
    return nil
  }

  private static func starts(_ key: String, with label: String) -> Bool {
    key.hasPrefix(label) && (key.utf8.count == label.utf8.count || key.dropFirst(label.count).first == " ")
  }

  /// "हमारे व्हाट्सएप चैनल से जुड़ें": us, a channel and a request, all three.
  private static func isBegging(_ key: String) -> Bool {
    let words = Set(key.split(separator: " ").map(String.init))
    return !words.isDisjoint(with: us) && !words.isDisjoint(with: channels) && !words.isDisjoint(with: requests)
  }

  /// "3 min read", "2 मिनट में पढ़ें".
  private static func isReadingTime(_ key: String) -> Bool {
    let words = key.split(separator: " ").map(String.init)
    guard (2...4).contains(words.count), Digits.number(words[0]) != nil else { return false }
    return ["min", "mins", "minute", "minutes", "मिनट", "मिनिट", "मिनिटे"].contains(words[1])
      && words.dropFirst(2).allSatisfy { ["read", "में", "पढें", "रीड", "वाचन"].contains($0) }
  }

  /// "3 घंटे पहले", "2 hours ago": how long ago the page was written when it was saved.
  private static func isAge(_ key: String) -> Bool {
    let words = key.split(separator: " ").map(String.init)
    guard (2...4).contains(words.count), Digits.number(words[0]) != nil, let last = words.last else { return false }
    return ["पहले", "ago", "पूर्वी", "आधी"].contains(last)
  }

  /// "aajtak.in": a site's name alone.
  private static func isAddress(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && text.utf8.count <= 60
      && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
      && (labels.last?.count ?? 0) >= 2 && labels.last?.allSatisfy(\.isLetter) == true
  }

  /// "X": a Latin letter alone is the picture on a button.
  private static func isGlyph(_ line: PageLine) -> Bool {
    line.text.count == 1 && line.text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func keys(_ labels: String) -> Set<String> {
    Set(labels.split(separator: "|").map { SearchKey.fold(String($0)) })
  }

  private static let controls = keys(
    """
    Open in App|Open App|ऐप में खोलें|ऐप खोलें|एप में खोलें|ऐप पर पढ़ें|ऐप पर पढ़ें|अॅपमध्ये उघडा|Download App|Get App|Install App|डाउनलोड ऐप|
    Subscribe|Subscribe Now|Sign In|Sign Up|Login|Log In|लॉग इन|लॉगिन|सब्सक्राइब करें|सब्सक्राइब|Follow Us|Follow|फॉलो करें|हमें फॉलो करें|
    आम्हाला फॉलो करा|फॉलो करा|Comments|Comment|टिप्पणियां|टिप्पणी करें|कमेंट|कमेंट करें|Post a Comment|Add as Preferred Source|
    Listen to this article|यह लेख सुनें|खबर सुनें|सुनें|ऐका|Print|प्रिंट|Save|सेव करें|Bookmark|बुकमार्क|Copy Link|कॉपी लिंक|लिंक कॉपी करें|
    Next Article|अगला लेख|Next Story|अगली खबर|Previous Story|पिछली खबर|पुढील बातमी|Back to Top|Skip to content|Menu|मेन्यू|Search|खोजें|शोधा|
    अगली ख़बर|पुढची बातमी|Notifications|Close|बंद करें|Accept|Cookies|Privacy Policy|गोपनीयता नीति|Terms of Use|ई-पेपर|E-Paper|Epaper|
    आप पढ़ रहे हैं|Home|होम|मुख्यपृष्ठ|मुखपृष्ठ|अ+|अ-|A+|A-|Font Size|फॉन्ट साइज|गूगल न्यूज़ पर फॉलो करें|Follow us on Google News|Read in App
    """)

  private static let buttons = keys(
    """
    Share|Share This|Share Article|शेयर|शेयर करें|शेअर करा|शेअर|Tweet|ट्वीट|Facebook|फेसबुक|Twitter|ट्विटर|WhatsApp|व्हाट्सएप|व्हाट्सऐप|
    व्हॉट्सॲप|Telegram|टेलीग्राम|Instagram|इंस्टाग्राम|LinkedIn|Email|ईमेल|YouTube|यूट्यूब|X|Koo|Pinterest|Reddit|Google News
    """)

  private static let insertions = keys(
    """
    पढ़ना जारी रखें|आगे पढ़ें|पूरा पढ़ें|पूरी खबर पढ़ें|Continue Reading|Read Full Story|Read Full Article|Show More|Load More|और देखें|अधिक पढ़ें|
    तस्वीरें|वीडियो|Photos|Videos|Photo|Video|फोटो|फोटो गैलरी|विज्ञापन|जाहिरात|Advertisement|Advertisements|Ad|Ads|Sponsored|प्रायोजित|Promoted|Advertise|AD|विज्ञापन हटाएं|Advertisement - Scroll to continue|
    एडवरटाइजमेंट|Remove Ads|Story continues below this ad|Article continues after advertisement|Promoted Content|Sponsored Links
    """)

  /// Captions and credits of pictures, with what they say.
  private static let insertionStarts = keys(
    """
    फ़ाइल फोटो|फाइल फोटो|फोटो सौजन्य|फोटो स्रोत|फोटो कॅप्शन|इमेज कैप्शन|इमेज स्रोत|इमेज क्रेडिट|तस्वीर|Photo|Photo Credit|Image|Image Source|
    Image Credit|File Photo|Image Caption|Photo Courtesy|वीडियो कैप्शन|पढ़ने का समय|Reading Time|Web Title|वाचन वेळ
    """)

  private static let controlStarts = keys(
    """
    Get Latest|Get the latest|Download the|Follow us on|Click here to|Subscribe to|Join our|देश और दुनिया की ताज़ा|हिंदी न्यूज़ के लिए|
    Read all the Latest|For all the latest|Copyright|कॉपीराइट|All rights reserved|आपको यह खबर कैसी लगी|लेटेस्ट खबरों के लिए|
    रहें हर खबर से अपडेट|हेडलाइन के अलावा|इस खबर को एनडीटीवी टीम|यह खबर सिंडिकेट फीड|ताज़ा खबरों के लिए|ताज्या बातम्यांसाठी|Disclaimer|डिस्क्लेमर|Catch all the
    """)

  private static let us = Set(SearchKey.words("हमारे हमारा हमारी हमें हमसे our us आमच्या आम्हाला आमचे लोकमत"))
  private static let channels = Set(
    SearchKey.words(
      "whatsapp व्हाट्सएप व्हाट्सऐप वाट्सएप व्हॉट्सॲप व्हॉट्सअॅप telegram टेलीग्राम टेलिग्राम चैनल चॅनल channel youtube यूट्यूब facebook फेसबुक twitter ट्विटर app ऐप एप newsletter"
    ))
  private static let requests = Set(
    SearchKey.words(
      "डाउनलोड जुड़ें जुड़े जुड़िए फॉलो फॉलोअ सब्सक्राइब करें जॉइन ज्वाइन join follow subscribe click क्लिक download डाउनलोड करा व्हा"))
}
