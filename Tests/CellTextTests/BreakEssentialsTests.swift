import TestSupport
import Testing

@testable import CellText

/// What the published files check, in lines of our own: nothing beside the checkout is needed.
@Suite("Essential breaks")
struct BreakEssentialsTests {
  /// Each text with a stroke between its clusters.
  static let clusterRows: [String] = [
    // Conjuncts, with nukta before and after the virama, up to five consonants deep.
    "क्ष", "त्रि", "स्त्री", "क\u{93C}्य", "क्\u{93C}य", "ज़्या|दा", "द|फ़्त|र", "ढ़|ना", "क्ष्म्य", "का|र्त्स्न्य", "रा|ष्ट्री|य",
    "हि|न्दी", "ङ्क्ष",
    // Reph, eyelash ra; independent vowels, which no virama joins.
    "र्क", "ऱ्या", "क्|अ", "अ्|क", "ऑ|फ़ि|स", "ॲ|प",
    // ZWJ joins as the virama says, ZWNJ parts the conjunct.
    "क्\u{200D}ष", "क्\u{200C}|ष", "क\u{200D}|ष", "र्\u{200D}", "क्\u{200D}\u{200D}ष", "श्री\u{200C}|मा|न",
    // Dandas, digits, the abbreviation sign, om.
    "क|।", "है|।|।", "है|॥", "१|२|॰", "डॉ|॰", "ॐ", "क्|।", "५्",
    // Marks in a row, a mark on a blank, a mark at the beginning.
    "कँ", "कुं", "काः", "मूँ", " ा", "ा", "ि| ",
    // Vedic accents and the signs of U+1CD0 to U+1CFF, some of which are letters.
    "अ॒|ग्नि॑", "क॒॑", "क\u{1CD0}", "क\u{1CDA}|ख", "क\u{1CE1}", "\u{1CE9}", "\u{1CF5}|क", "क\u{1CF4}", "क्\u{1CD0}ष",
    // Devanagari Extended: cantillation marks over letters, and letters.
    "क\u{A8E0}", "क\u{A8EB}\u{A8F1}", "\u{A8F2}|\u{A8F4}", "\u{A8FE}\u{A8FF}", "\u{A8FC}|क", "क्\u{A8E5}ष",
    // Devanagari Extended-A.
    "\u{11B00}", "\u{11B00}|\u{11B09}", "क|\u{11B04}|।",
    // Hindi beside emoji: skin tones, families, flags, keycaps.
    "ब|धा|ई|👍🏽|👍", "👨‍👩‍👧|घ|र", "🇮🇳|🇮🇳", "🇮🇳|🇮", "क|🇮🇳|ख", "❤️|ले", "1️⃣|।", "ठी|क|✋🏾|।",
    // Line ends and controls.
    "क|\r\n|ख", "क|\n|\r", "\r\n|\r\n", "क|\u{0}|ा", "क|\t|ख", "क|\u{200B}|ख",
    // Other scripts between.
    "e\u{301}|क", "க்|ஷ", "漢|का", "한|को",
  ]

  @Test("text is cut into these clusters", arguments: clusterRows)
  func clusters(marked: String) {
    let (text, ends) = Self.parted(marked)
    #expect(text.clusterEnds == ends, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    #expect(text.characterEnds == ends)
  }

  /// Each text with a stroke where a line may end, the tailoring included.
  static let lineRows: [String] = [
    "हिन्दी |समाचार", "स्त्री-|शिक्षा", "क्\u{200D}ष |क्\u{200C}ष", "यह |है। |वह |था॥", "दाम |५०.५० |और |1,25,000 |हैं",
    "१२:३० |बजे", "2019-20 |में", "अ॒ग्नि॑म् |ई॑ळे", "क\u{A8E0}ख |ग", "\u{A8F2}\u{A8F4} |क", "बधाई |👍🏽 |हो", "जय |🇮🇳|🇮🇳 |हिन्द",
    "“सच |है”, |वह |बोला", "(एक) |दो", "और… |फिर", "₹५०० |का", "नाम\u{A0}यहाँ |है", "क\u{2060}ख", "“हाँ” |(धीरे |से) |कहा",
    "\"हाँ\" |(धीरे |से) |कहा", "‘हाँ’ |[अनुवाद] |है", "-क |ख", "डॉ॰ |राय", "रु॰५० |दो", "था।|वह", "५०%की", "(क)|(ख)", "漢|字|हिन्दी",
  ]

  @Test("lines end where they may", arguments: lineRows)
  func lines(marked: String) {
    let (text, ends) = Self.parted(marked)
    let found = LineBreaker(language: "hi").opportunities(in: text).map(\.utf8Offset)
    #expect(found == ends, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  /// The text without its strokes, and where they stood, its end included, in UTF-8 bytes.
  private static func parted(_ marked: String) -> (text: String, ends: [Int]) {
    var text = ""
    var ends: [Int] = []
    // By scalars: a mark after a stroke would make one cluster with it.
    for scalar in marked.unicodeScalars {
      if scalar == "|" { ends.append(text.utf8.count) } else { text.unicodeScalars.append(scalar) }
    }
    return (text, ends + [text.utf8.count])
  }
}
