internal import IndicText

/// Signs as they are said or passed over.
enum SpokenSigns {
  /// A sentence in a language whose numbers the voice says itself: only what nobody says, or what is no text to a speaker, is taken out.
  static func plain(_ sentence: String) -> String {
    tidy(
      SpokenToken.all(of: sayingHosts(sentence, .english)).map { token in
        token.kind == .sign ? said(token.text, nil) : token.text
      }.joined())
  }

  /// What a sign by itself says.
  ///
  /// - Parameter language: nil leaves signs with a name of their own to the voice.
  static func said(_ sign: String, _ language: SpokenLanguage?) -> String {
    guard let scalar = sign.unicodeScalars.first else { return "" }
    if let language, let word = word(of: scalar, language) { return " " + word + " " }
    switch scalar {
    case "(", ")", "–", "—", ";": return ", "
    case ".", ",", "?", "!", ":", "।", "॥", "-", "…": return sign
    case "%", "&", "+", "=", "@", "°", "₹", "$", "€", "£": return language == nil ? sign : " "
    default: return " "
    }
  }

  private static func word(of scalar: Unicode.Scalar, _ language: SpokenLanguage) -> String? {
    switch scalar {
    case "%": language.choose("प्रतिशत", "टक्के", "percent")
    case "&": language.choose("और", "आणि", "and")
    case "+": language.choose("प्लस", "प्लस", "plus")
    case "=": language.choose("बराबर", "बरोबर", "equals")
    case "@": language.choose("ऐट", "ॲट", "at")
    case "°": language.choose("डिग्री", "अंश", "degrees")
    case "₹": language.choose("रुपये", "रुपये", "rupees")
    case "×": language.choose("गुणा", "गुणिले", "times")
    default: nil
    }
  }

  /// Blanks once, and none before a sign; no two pauses in a row.
  static func tidy(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var needsBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsBlank = !result.isEmpty
        continue
      }
      let isPause = ",.?!।॥:…".unicodeScalars.contains(scalar)
      if isPause {
        if result.isEmpty { continue }
        if let last = result.last, ",:…".unicodeScalars.contains(last) {
          if scalar == "," { continue }
          result.removeLast()
        }
      } else if needsBlank {
        result.append(" ")
      }
      needsBlank = isPause && scalar != "."
      result.append(scalar)
      if scalar == "." { needsBlank = false }
    }
    return String(result)
  }

  /// Web addresses say their host: nobody listens to a path.
  static func sayingHosts(_ sentence: String, _ language: SpokenLanguage) -> String {
    let dot = language.choose(" डॉट ", " डॉट ", " dot ")
    return replacingAddresses(in: sentence) { $0.replacing(".", with: dot) }
  }

  /// - Parameter replacement: what stands for an address with this host.
  static func replacingAddresses(in sentence: String, _ replacement: (String) -> String) -> String {
    guard sentence.contains("://") || sentence.contains("www.") else { return sentence }
    return sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let mark = word.firstRange(of: "://")?.upperBound ?? word.firstRange(of: "www.")?.lowerBound else {
        return String(word)
      }
      var host = word[mark...]
      if host.hasPrefix("www.") { host = host.dropFirst(4) }
      host = host.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      while host.last == "." { host = host.dropLast() }
      return replacement(String(host))
    }.joined(separator: " ")
  }
}
