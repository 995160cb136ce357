internal import IndicText

/// Lines of text that no element tells to be furniture, by their words.
extension Furniture {
  /// "हमारे WhatsApp चैनल से जुड़ें", "Follow us on Twitter": a short line that names a network or an application and what to do there.
  static func isBegging(_ text: String) -> Bool {
    guard text.utf8.count < 700, text.unicodeScalars.count < 260 else { return false }
    return places.occur(in: text) && deeds.occur(in: text)
  }

  /// Where readers are asked to go. Devanagari words are looked for as bytes: only ASCII letters have two cases.
  private static let places = WordSet(
    """
    whatsapp telegram twitter facebook instagram youtube newsletter google\u{A0}news newsapp apps\u{A0}for app. app, app! app\u{A0}
    व्हाट्सएप व्हाट्सऐप वॉट्सऐप वॉट्सएप वाट्सएप व्हॉट्सॲप व्हॉट्सअ‍ॅप टेलीग्राम टेलिग्राम ट्विटर फेसबुक फ़ेसबुक इंस्टाग्राम यूट्यूब
    यूट्यूब ऐप एप अ‍ॅप ॲप न्यूज़लेटर न्यूजलेटर
    """)

  /// What they are asked to do there.
  private static let deeds = WordSet(
    """
    follow subscribe join download sign\u{A0}up get\u{A0}the\u{A0}latest únete Únete siguenos síguenos suscríbete abonnieren folgen suivez abonnez
    फॉलो फ़ॉलो सब्सक्राइब जुड़ें जुड़े जुड़िए जुड़ने जॉइन जॉइन डाउनलोड डाऊनलोड लाइक सदस्यता पसंद\u{A0}करें क्लिक
    """)

  /// "टिप्पणी करें", "Leave a comment", "- Anzeige -": a line that is the label of what is left out, and no more.
  ///
  /// Labels of related stories in Hindi, Marathi and English are not here: `PageLabels` reads what stands under them.
  static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count < 120 else { return false }
    return labels.contains(SearchKey.fold(text))
  }

  private static let labels = Set(
    [
      "Advertisement", "Advertisements", "Sponsored", "Anzeige", "Werbung", "Publicidad", "Publicidade", "Publicité",
      "विज्ञापन", "जाहिरात", "Comments", "No Comments", "Leave a comment", "Leave a reply", "Post a comment",
      "टिप्पणी करें", "टिप्पणियाँ", "टिप्पणियां", "अपनी राय दें", "कमेंट करें", "प्रतिक्रिया द्या", "Kommentare",
      "Keine Kommentare", "Kommentieren", "Schreibe einen Kommentar", "Schreiben Sie einen Kommentar", "Comentarios",
      "Deja un comentario", "Comentários", "Deixe um comentário", "Commentaires", "Laisser un commentaire",
      "Mehr zum Thema", "Verwandte Beiträge", "Verwandte Artikel", "Ähnliche Artikel", "Ähnliche Beiträge",
      "Neueste Artikel", "Neueste Beiträge", "Auch interessant", "Schon gelesen?", "Das könnte Sie auch interessieren",
      "Lea también", "Lee también", "Te puede interesar", "Noticias relacionadas", "Más noticias",
      "Artículos relacionados",
      "Veja também", "Leia também", "Leia mais", "Notícias relacionadas", "Lire aussi", "À lire aussi",
      "Sur le même sujet", "Articles liés", "Leggi anche", "Potrebbe interessarti", "Czytaj także", "Zobacz także",
    ].map { SearchKey.fold($0) })

  /// "फोटो: …", "© …", "Source: …": a short line that says whose a picture is.
  static func isCredit(_ text: String) -> Bool {
    guard text.utf8.count < 720, text.unicodeScalars.count < 240 else { return false }
    let opening = text.drop { $0 == "(" || $0 == "[" }
    if opening.hasPrefix("©") || opening.hasPrefix("(c) ") || opening.hasPrefix("Copyright ") { return true }
    guard let colon = opening.prefix(24).firstIndex(of: ":") else { return endsWithCredit(text) }
    let label = opening[..<colon].lowercased()
    return endsWithCredit(text)
      || credits.contains { label == $0 || label.hasPrefix($0 + " ") || label.hasSuffix(" " + $0) }
  }

  /// "नदी का पुल (फोटो: नमूना)", "The bridge. © Sample": one sentence about a picture, and whose it is.
  private static func endsWithCredit(_ text: String) -> Bool {
    var end = text[...]
    if end.last == ")" { end.removeLast() }
    let words = end.split(separator: " ").suffix(7)
    guard let place = words.lastIndex(where: { $0.first == "©" || $0.last == ":" }), place > words.startIndex else {
      return false
    }
    let label = words[place]
    if label.first == "©" { return true }
    let name = label.dropLast().drop { $0 == "(" }.lowercased()
    guard place + 1 < words.endIndex, credits.contains(name) else { return false }
    return label.first == "(" || ".!?।\"”’|".contains(words[place - 1].last ?? " ")
  }

  private static let credits = [
    "photo", "photos", "image", "images", "picture", "credit", "photo credit", "image credit", "foto", "fotos", "bild",
    "titelbild", "quelle", "abbildung", "illustration", "crédit photo", "फोटो", "फ़ोटो", "तस्वीर", "चित्र", "छायाचित्र",
    "फोटो साभार", "साभार", "फोटो सोर्स",
  ]
}
