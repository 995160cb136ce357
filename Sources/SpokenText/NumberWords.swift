internal import CICU

/// Numbers in words. Hindi and English are ICU's (RBNF), which has no Marathi: that is here.
enum NumberWords {
  /// - Parameter digits: ASCII digits. More than fifteen are said one by one.
  static func cardinal(_ digits: String, _ language: SpokenLanguage) -> String {
    guard digits.utf8.count <= 15, let number = Int64(digits) else { return each(digits, language) }
    return cardinal(number, language)
  }

  static func cardinal(_ number: Int64, _ language: SpokenLanguage) -> String {
    switch language {
    case .hindi:
      // From a hundred arab on one counts in crores, लाख करोड़, and not in खरब and नील as ICU does.
      if number < 100_000_000_000 { return spelled(number, "hi", KHABAR_SPELL_CARDINAL) }
      let rest = number % 10_000_000
      return cardinal(number / 10_000_000, language) + " करोड़" + (rest > 0 ? " " + cardinal(rest, language) : "")
    case .marathi: return marathi(number)
    case .english: return english(number)
    }
  }

  /// Each digit by itself, as telephone numbers are said.
  static func each(_ digits: String, _ language: SpokenLanguage) -> String {
    digits.compactMap { $0.wholeNumberValue.map { cardinal(Int64($0), language) } }.joined(separator: " ")
  }

  /// 1984: उन्नीस सौ चौरासी; 2019: दो हज़ार उन्नीस.
  static func year(_ year: Int64, _ language: SpokenLanguage) -> String {
    if language == .english { return spelled(year, "en_IN", KHABAR_SPELL_YEAR) }
    guard (1100..<2000).contains(year) else { return cardinal(year, language) }
    let hundreds = cardinal(year / 100, language) + language.choose(" सौ", "शे", "")
    return hundreds + (year % 100 > 0 ? " " + cardinal(year % 100, language) : "")
  }

  /// - Parameter fraction: ASCII digits after the point; nil for a whole number.
  static func decimal(_ integer: String, _ fraction: String?, _ language: SpokenLanguage) -> String {
    let whole = cardinal(integer, language)
    guard let fraction else { return whole }
    switch language {
    case .hindi: return whole + " दशमलव " + each(fraction, language)
    case .english: return whole + " point " + each(fraction, language)
    case .marathi:
      switch fraction.utf8.count {
      case 1: return whole + " पूर्णांक " + cardinal(fraction, language) + " दशांश"
      case 2 where fraction.first != "0": return whole + " पूर्णांक " + cardinal(fraction, language) + " शतांश"
      default: return whole + " पूर्णांक " + each(fraction, language)
      }
    }
  }

  /// 2.5 as one says it before लाख or करोड़: ढाई; nil when that is no half.
  static func half(_ integer: String, _ fraction: String?, _ language: SpokenLanguage) -> String? {
    guard fraction == "5", language != .english else { return nil }
    switch integer {
    case "0": return language.choose("आधा", "अर्धा", "")
    case "1": return language.choose("डेढ़", "दीड", "")
    case "2": return language.choose("ढाई", "अडीच", "")
    default: return language.choose("साढ़े ", "साडे ", "") + cardinal(integer, language)
    }
  }

  static func spelled(_ number: Int64, _ locale: String, _ spelling: khabar_spelling) -> String {
    var words = [CChar](repeating: 0, count: 1024)
    let count = khabar_spell_number(locale, spelling, number, &words, Int32(words.count))
    guard count > 0, count <= words.count else { return String(number) }
    return String(decoding: words[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Lakhs and crores as India says them, as far as ICU's Indian English goes with them.
  private static func english(_ number: Int64) -> String {
    number < 100_000_000_000_000
      ? spelled(number, "en_IN", KHABAR_SPELL_CARDINAL).replacing("-", with: " ")
      : each(String(number), .english)
  }
}

extension NumberWords {
  private static func marathi(_ number: Int64) -> String {
    switch number {
    case ..<100: return marathiNumbers[Int(max(0, number))]
    case 100: return "शंभर"
    case ..<1000: return marathiNumbers[Int(number / 100)] + "शे" + rest(number % 100)
    default: break
    }
    let (size, name): (Int64, String) =
      switch number {
      case ..<100_000: (1000, "हजार")
      case ..<10_000_000: (100_000, "लाख")
      default: (10_000_000, "कोटी")
      }
    return marathi(number / size) + " " + name + rest(number % size)
  }

  private static func rest(_ number: Int64) -> String { number > 0 ? " " + marathi(number) : "" }

  private static let marathiNumbers = """
    शून्य एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस
    वीस एकवीस बावीस तेवीस चोवीस पंचवीस सव्वीस सत्तावीस अठ्ठावीस एकोणतीस
    तीस एकतीस बत्तीस तेहेतीस चौतीस पस्तीस छत्तीस सदतीस अडतीस एकोणचाळीस
    चाळीस एक्केचाळीस बेचाळीस त्रेचाळीस चव्वेचाळीस पंचेचाळीस सेहेचाळीस सत्तेचाळीस अठ्ठेचाळीस एकोणपन्नास
    पन्नास एक्कावन्न बावन्न त्रेपन्न चोपन्न पंचावन्न छप्पन्न सत्तावन्न अठ्ठावन्न एकोणसाठ
    साठ एकसष्ट बासष्ट त्रेसष्ट चौसष्ट पासष्ट सहासष्ट सदुसष्ट अडुसष्ट एकोणसत्तर
    सत्तर एक्काहत्तर बाहत्तर त्र्याहत्तर चौऱ्याहत्तर पंच्याहत्तर शहात्तर सत्त्याहत्तर अठ्ठ्याहत्तर एकोणऐंशी
    ऐंशी एक्क्याऐंशी ब्याऐंशी त्र्याऐंशी चौऱ्याऐंशी पंच्याऐंशी शहाऐंशी सत्त्याऐंशी अठ्ठ्याऐंशी एकोणनव्वद
    नव्वद एक्क्याण्णव ब्याण्णव त्र्याण्णव चौऱ्याण्णव पंच्याण्णव शहाण्णव सत्त्याण्णव अठ्ठ्याण्णव नव्याण्णव
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
