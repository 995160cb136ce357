/// Abbreviations, units and currencies in full.
enum SpokenNames {
  struct Currency: Hashable {
    var one: String
    var many: String
  }

  /// - Parameter name: without dots and blanks: `₹`, `रु`, `Rs`, `US$`.
  static func currency(_ name: String, _ language: SpokenLanguage) -> Currency? {
    switch name.lowercased() {
    case "₹", "रु", "रू", "rs", "inr", "re":
      Currency(
        one: language.choose("रुपया", "रुपया", "rupee"), many: language.choose("रुपये", "रुपये", "rupees"))
    case "$", "us$", "usd":
      Currency(
        one: language.choose("डॉलर", "डॉलर", "dollar"), many: language.choose("डॉलर", "डॉलर", "dollars"))
    case "€", "eur":
      Currency(one: language.choose("यूरो", "युरो", "euro"), many: language.choose("यूरो", "युरो", "euros"))
    case "£", "gbp":
      Currency(
        one: language.choose("पाउंड", "पाउंड", "pound"), many: language.choose("पाउंड", "पाउंड", "pounds"))
    default: nil
    }
  }

  /// लाख, करोड़, million … as they are said after a number; nil for other words.
  static func magnitude(_ word: String, ofMoney isMoney: Bool, _ language: SpokenLanguage) -> String? {
    if magnitudes.contains(word) { return word }
    switch word.lowercased() {
    case "cr", "crore", "crores": return language.choose("करोड़", "कोटी", "crore")
    case "lakh", "lakhs", "lac": return language.choose("लाख", "लाख", "lakh")
    case "million", "mn": return language.choose("मिलियन", "दशलक्ष", "million")
    case "billion", "bn": return language.choose("बिलियन", "अब्ज", "billion")
    case "trillion", "tn": return language.choose("ट्रिलियन", "ट्रिलियन", "trillion")
    case "m" where isMoney: return language.choose("मिलियन", "दशलक्ष", "million")
    case "k" where isMoney: return language.choose("हज़ार", "हजार", "thousand")
    default: return nil
    }
  }

  private static let magnitudes: Set<String> = [
    "सौ", "हज़ार", "हजार", "लाख", "करोड़", "करोड़", "अरब", "खरब", "कोटी", "कोटि", "अब्ज", "मिलियन", "बिलियन", "ट्रिलियन",
    "thousand", "hundred",
  ]

  /// A unit after a number in full; nil for other words.
  ///
  /// - Parameter name: without dots: `किमी`, `km`.
  static func unit(_ name: String, _ language: SpokenLanguage) -> String? {
    guard let words = units[name] ?? units[name.lowercased()] else { return nil }
    return language.choose(words.0, words.1, words.2)
  }

  private static let units: [String: (String, String, String)] = {
    let table: [(String, String, String, String)] = [
      ("किमी km kms किलोमी", "किलोमीटर", "किलोमीटर", "kilometres"),
      ("मी m", "मीटर", "मीटर", "metres"),
      ("सेमी सेंमी cm", "सेंटीमीटर", "सेंटीमीटर", "centimetres"),
      ("मिमी mm", "मिलीमीटर", "मिलिमीटर", "millimetres"),
      ("किग्रा किलोग्रा kg kgs", "किलोग्राम", "किलोग्रॅम", "kilograms"),
      ("ग्रा g gm", "ग्राम", "ग्रॅम", "grams"),
      ("मिग्रा mg", "मिलीग्राम", "मिलिग्रॅम", "milligrams"),
      ("ली l ltr", "लीटर", "लिटर", "litres"),
      ("मिली ml", "मिलीलीटर", "मिलिलिटर", "millilitres"),
      ("kmph kmh", "किलोमीटर प्रति घंटा", "किलोमीटर प्रति तास", "kilometres per hour"),
      ("mw", "मेगावाट", "मेगावॅट", "megawatts"),
      ("kw", "किलोवाट", "किलोवॅट", "kilowatts"),
      ("ft", "फ़ुट", "फूट", "feet"),
    ]
    var units: [String: (String, String, String)] = [:]
    for (names, hindi, marathi, english) in table {
      for name in names.split(separator: " ") { units[String(name)] = (hindi, marathi, english) }
    }
    return units
  }()

  /// An abbreviation in full; nil for words that are none.
  ///
  /// - Parameter name: without its dots: `डॉ`, `ईपू`, `Prof`.
  static func abbreviation(_ name: String, _ language: SpokenLanguage) -> String? {
    guard let words = abbreviations[name] else { return english[name.lowercased()] }
    return language == .marathi ? words.marathi : words.hindi
  }

  private static let abbreviations: [String: (hindi: String, marathi: String)] = [
    "डॉ": ("डॉक्टर", "डॉक्टर"), "डा": ("डॉक्टर", "डॉक्टर"), "प्रो": ("प्रोफ़ेसर", "प्राध्यापक"), "प्रा": ("प्रोफ़ेसर", "प्राध्यापक"),
    "पं": ("पंडित", "पंडित"), "स्व": ("स्वर्गीय", "स्वर्गीय"), "मो": ("मोहम्मद", "मोहम्मद"), "नं": ("नंबर", "नंबर"),
    "क्र": ("क्रमांक", "क्रमांक"), "कु": ("कुमारी", "कुमारी"), "सौ": ("सौभाग्यवती", "सौभाग्यवती"), "श्री": ("श्री", "श्री"),
    "एड": ("एडवोकेट", "ॲडव्होकेट"), "ॲड": ("एडवोकेट", "ॲडव्होकेट"), "अॅड": ("एडवोकेट", "ॲडव्होकेट"), "इंजी": ("इंजीनियर", "इंजिनिअर"),
    "ले": ("लेफ़्टिनेंट", "लेफ्टनंट"), "कै": ("कैप्टन", "कैलासवासी"), "ई": ("ईस्वी", "इसवी सन"), "ईपू": ("ईसा पूर्व", "इसवी सन पूर्व"),
    "इस": ("ईस्वी", "इसवी सन"), "जि": ("ज़िला", "जिल्हा"), "ता": ("तालुका", "तालुका"), "रु": ("रुपये", "रुपये"), "रू": ("रुपये", "रुपये"),
    "किमी": ("किलोमीटर", "किलोमीटर"), "किग्रा": ("किलोग्राम", "किलोग्रॅम"),
  ]

  private static let english: [String: String] = [
    "dr": "Doctor", "mr": "Mister", "mrs": "Missus", "ms": "Miss", "prof": "Professor", "smt": "Shrimati",
    "no": "number",
    "govt": "government", "dept": "department", "gen": "General", "col": "Colonel", "lt": "Lieutenant",
    "capt": "Captain",
    "maj": "Major", "vs": "versus", "sr": "senior", "jr": "junior", "ltd": "limited", "rs": "rupees",
  ]
}
