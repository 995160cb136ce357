internal import IndicText

/// Parts the name of a section from a title that it is glued to: "खेलटीम ने सीरीज जीती" is खेल and "टीम ने सीरीज जीती".
struct SectionNames {
  /// A title with its section as the page spells it.
  enum Parting: Equatable {
    case parted(section: String, title: String, isGlued: Bool)
    /// Begins with a section's name in a longer word that may be one word; what it would be parted into.
    case doubtful(section: String, title: String)
    case whole
  }

  /// Names as search keys.
  private var keys: Set<String>
  private let longestClusterCount = 24

  /// - Parameter known: names besides the table's own: what the page teaches, what the store has seen.
  init(known: some Sequence<String>) {
    keys = Self.table
    for name in known where name.count >= 2 && name.count <= longestClusterCount {
      keys.insert(SearchKey.fold(name))
    }
    keys.remove("")
  }

  /// Whether `text` is a section's name and nothing else.
  func contains(_ text: String) -> Bool { keys.contains(SearchKey.fold(text)) }

  /// The section at the beginning of `line`: glued, or set off by a bar or colon. The longest name wins.
  func part(_ line: String) -> Parting {
    var doubtful: Parting?
    for (key, end) in SearchKey.beginnings(of: line, upTo: longestClusterCount).reversed() where keys.contains(key) {
      let rest = line[end...]
      guard let next = rest.first else { continue }
      if let title = Self.setOff(rest) {
        return .parted(section: String(line[..<end]), title: title, isGlued: false)
      }
      // A space: the sentence begins with the word ("भारत ने जीता मैच").
      if next == " " { continue }
      switch Self.isTitle(rest, after: line[..<end]) {
      case true?: return .parted(section: String(line[..<end]), title: String(rest), isGlued: true)
      case nil: doubtful = doubtful ?? .doubtful(section: String(line[..<end]), title: String(rest))
      case false?: continue
      }
    }
    return doubtful ?? .whole
  }

  /// The title after " | ", ":" or "›"; nil when the section is not set off so.
  private static func setOff(_ rest: Substring) -> String? {
    let after = rest.drop { $0 == " " }
    guard let mark = after.first, "|:›»".contains(mark) else { return nil }
    let title = after.dropFirst().trimmed
    return title.split(separator: " ").count >= 2 ? String(title) : nil
  }

  /// Whether what follows a section's name without a space is a title of its own; nil when nobody can tell.
  private static func isTitle(_ rest: Substring, after name: Substring) -> Bool? {
    guard let next = rest.first, next.isLetter || next.isNumber || "‘“'\"#(₹".contains(next) else { return false }
    // A name in Latin letters ends where a capital, a digit or another script begins: SportsIndia, not Sportswear.
    if name.last?.isASCII == true, next.isASCII, next.isLetter, !next.isUppercase { return false }
    let words = rest.split(whereSeparator: { $0 == " " || ":,;-–—!?।".contains($0) })
    guard words.count >= 2, rest.unicodeScalars.count >= 8, let first = words.first else { return false }
    let firstKey = SearchKey.fold(String(first))
    if compoundTails.contains(firstKey) { return nil }
    if caseEndings.contains(firstKey) { return false }
    if first.count == 1, next.isLetter, !next.isASCII, !shortWords.contains(firstKey) { return false }
    return true
  }
}

extension SectionNames {
  private static func keys(_ names: String) -> Set<String> {
    Set(names.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { SearchKey.fold(String($0)) }).subtracting([""])
  }

  static let table: Set<String> = keys(
    """
    रिश्ते नाते|घुमक्कड़ी|सोशल वायरल|फील गुड|खाने-खजाने|लोकसभा चुनाव|विधानसभा चुनाव|अंतराष्ट्रीय|अन्तर्राष्ट्रीय|टेक मेनिया|गैजेट|मोबाइल|ऐप्स|
    भारत|देश|राष्ट्रीय|विश्व|दुनिया|विदेश|अंतरराष्ट्रीय|अंतर्राष्ट्रीय|कारोबार|बिजनेस|बिज़नेस|व्यापार|अर्थव्यवस्था|मार्केट|शेयर बाजार|पर्सनल फाइनेंस|
    खेल|खेल जगत|स्पोर्ट्स|क्रिकेट|फुटबॉल|हॉकी|टेनिस|बैडमिंटन|कबड्डी|अन्य खेल|आईपीएल|टेकमेनिया|टेक्नोलॉजी|टेक|टेक न्यूज़|टेक ज्ञान|तकनीक|गैजेट्स|
    विज्ञान|साइंस|पर्यावरण|मौसम|मनोरंजन|बॉलीवुड|बॉलीवुड चुस्की|हॉलीवुड|भोजपुरी|टीवी|टीवी तड़का|टेलीविजन|ओटीटी|सिनेमा|वेब सीरीज|राजनीति|
    चुनाव|क्राइम|क्राइम अलर्ट|अपराध|क्राइम न्यूज़|स्वास्थ्य|हेल्थ|सेहत|लाइफस्टाइल|जीवन शैली|रिश्ते|खानपान|रेसिपी|फैशन|ब्यूटी|शिक्षा|पाठशाला|एजुकेशन|
    करियर|कैरियर|नौकरी|रोजगार|धर्म|पूजा पाठ|आस्था|धर्म-कर्म|अध्यात्म|राशिफल|ज्योतिष|ऑटो|हॉट व्हील्स|ऑटोमोबाइल|यात्रा|पर्यटन|ब्लॉग|विचार|
    संपादकीय|ओपिनियन|राय|साहित्य|ज़रा हटके|जरा हटके|अजब गजब|वायरल|सोशल मीडिया|फोटो गैलरी|वीडियो|वेब स्टोरीज|फैक्ट चेक|राज्य|शहर|महाराष्ट्र|
    उत्तर प्रदेश|बिहार|झारखंड|मध्य प्रदेश|छत्तीसगढ़|राजस्थान|दिल्ली|दिल्ली एनसीआर|हरियाणा|पंजाब|हिमाचल प्रदेश|उत्तराखंड|गुजरात|पश्चिम बंगाल|ओडिशा|
    गोवा|कर्नाटक|केरल|तमिलनाडु|तेलंगाना|आंध्र प्रदेश|असम|जम्मू-कश्मीर|जम्मू कश्मीर|मुंबई|लखनऊ|पटना|रांची|भोपाल|इंदौर|जयपुर|कोलकाता|चेन्नई|बेंगलुरु|
    हैदराबाद|अहमदाबाद|चंडीगढ़|देहरादून|वाराणसी|कानपुर|नागपुर|पुणे|पाकिस्तान|अमेरिका|चीन|ब्रिटेन|एशिया|यूरोप|बजट|कृषि|खेती-किसानी|किसान|
    महिला|युवा|बच्चे|रक्षा|सेना|अंतरिक्ष|स्टार्टअप|बैंकिंग|कानून|न्यायालय|रेलवे|यूटिलिटी|ट्रेंडिंग|गुड न्यूज़|इतिहास|कला|संस्कृति|व्यक्तित्व
    राष्ट्रीय बातम्या|आंतरराष्ट्रीय|जगभर|जगभरात|क्रीडा|क्रिकेट बातम्या|अन्य क्रीडा|व्यवसाय|उद्योग|अर्थ|राजकारण|निवडणूक|तंत्रज्ञान|विज्ञान तंत्रज्ञान|गुन्हेगारी|क्राईम|
    आरोग्य|सखी|लाइफस्टाईल|शिक्षण|करिअर|नोकरी|भक्ती|अध्यात्मिक|राशीभविष्य|ज्योतिषशास्त्र|हवामान|शेती|कृषी|पर्यटन बातम्या|संपादकीय लेख|मंथन|
    मराठी सिनेमा|नाट्य|संगीत|फिल्मी|नागपूर|नाशिक|औरंगाबाद|छत्रपती संभाजीनगर|कोल्हापूर|सोलापूर|सातारा|सांगली|ठाणे|अहमदनगर|अहिल्यानगर|जळगाव|अकोला|
    अमरावती|लातूर|नांदेड|रत्नागिरी|रायगड|पालघर|बीड|परभणी|जालना|यवतमाळ|वर्धा|चंद्रपूर|गडचिरोली|भंडारा|गोंदिया|बुलढाणा|वाशिम|धाराशिव|हिंगोली|धुळे|
    नंदुरबार|सिंधुदुर्ग|नवी मुंबई|पिंपरी चिंचवड|महाराष्ट्र बातम्या|वैचारिक|ऑटो बातम्या|युवा बातम्या
    India|India News|World|World News|International|National|Nation|Business|Economy|Markets|Money|Finance|Sports|Sport|Cricket|Football|
    Hockey|Tennis|Technology|Tech|Science|Environment|Weather|Entertainment|Movies|Bollywood|Hollywood|Television|TV|Music|Lifestyle|
    Life & Style|Life|Health|Education|Career|Careers|Jobs|Religion|Astrology|Horoscope|Auto|Travel|Food|Opinion|Editorial|Blogs|Culture|
    Arts|Books|Fashion|Politics|Elections|Crime|Cities|City|States|State|Delhi|Mumbai|Bengaluru|Chennai|Kolkata|Hyderabad|Pune|Lucknow|
    Maharashtra|Asia|Europe|US|UK|Americas|Africa|Trending|Viral|Offbeat|Videos|Photos|Explained|Investigations|Defence|Space|Real Estate
    """)

  /// Second parts of compounds that begin like a section and are one word: विश्वविद्यालय, खेलमंत्री, देशवासी, राज्यसभा, मुंबईकर.
  private static let compoundTails: Set<String> = keys(
    """
    विद्यालय|विद्यालयों|विद्यालयीन|विद्यालये|कप|युद्ध|व्यापी|भर|भरात|भरातील|स्तरीय|स्तर|गुरु|गुरू|कर्मा|नाथ|प्रसिद्ध|विख्यात|विजेता|सुंदरी|मंत्री|मंत्रालय|मंत्र्यांनी|मंत्रियों|
    कूद|गांव|रत्न|प्रेमी|प्रेमियों|प्रेम|भक्ति|भक्त|भक्तों|वासी|वासियों|वासियो|वासियांनी|वासीय|द्रोह|द्रोही|मुख|निकाला|वर्ष|वंशी|माता|भूमि|मंडपम|पे|पोल|नेट|पुर|माला|
    सभा|पाल|पालों|मार्ग|पति|पतियों|गान|ध्वज|वाद|वादी|हित|विद|विदों|कर्मी|कर्मियों|वर्धक|गुरुओं|निरपेक्ष|शाला|शास्त्र|शास्त्री|पत्नी|परिवर्तन|ग्रंथ|
    ऑफ|कर|करांना|करांनी|करांसाठी|करों|कर्स|वाले|वालों|वाला|वाली|साठी|मध्ये|मधील|मधून|सह|पासून|कडून|कडे|ची|चा|चे|च्या|प्रमाणे|
    ब्रांच|ब्रान्च|दाता|दाताओं|जन|जनों|काल|कालीन|निर्माण|सेवक|सेवा|नीति|यात्री|यात्रियों|स्टार|नगर|बाद|धन
    """)

  /// Case endings written to the word: no title begins with them.
  private static let caseEndings: Set<String> = keys("ने|में|मे|को|का|के|की|से|पर|तक|ला|त|चा|ची|चे|च्या|ना|नी|वर|हून|ही|भी|ीय|क|कों|ज्ञ|ज्ञों")

  /// Words of one cluster that a title may begin with.
  private static let shortWords: Set<String> = keys(
    "क्या|ये|वो|जो|तो|मैं|माँ|जी|न|ओ|हे|दो|सौ|टी|पी|डॉ|वे|या|हा|जा|श्री|एक|प्रो|बी|सी|डी|ई|ए|जे|के|एम|हम|स्व")
}
