import TestSupport
import Testing

@testable import IndicText

@Suite("Search keys")
struct SearchKeyTests {
  @Test(
    "two spellings of one word have one key",
    arguments: [
      ("ज़मीन", "जमीन"), ("पढ़ाई", "पढाई"), ("\u{095B}मीन", "ज\u{093C}मीन"), ("चाँद", "चांद"), ("हिन्दी", "हिंदी"),
      ("सम्बन्ध", "संबंध"), ("घण्टा", "घंटा"), ("पञ्चायत", "पंचायत"), ("गङ्गा", "गंगा"), ("इन्कार", "इंकार"),
      ("मन्ज़िल", "मंजिल"), ("शार्\u{200D}मा", "शार्मा"), ("राज\u{200C}नीति", "राजनीति"), ("२०१९", "2019"), ("৭", "7"),
      ("ＷｈａｔｓＡｐｐ", "whatsapp"), ("Café", "CAFE"), ("Ørsted", "orsted"), ("STRASSE", "straße"), ("गये", "गए"),
      ("नयी", "नई"), ("काॅलेज", "कॉलेज"), ("अाज", "आज"), ("दुःख", "दुख"), ("ਪੰਜਾਬ", "ਪਂਜਾਬ"), ("ગુજરાતી", "ગુજરાતી"),
    ])
  func oneKey(first: String, second: String) {
    #expect(SearchKey.fold(first) == SearchKey.fold(second))
  }

  @Test(
    "different words keep different keys",
    arguments: [
      ("दिन", "दीन"), ("कल", "काल"), ("जन्म", "जंम"), ("कन्या", "कंया"), ("बल", "वल"), ("राजा", "राज"), ("ये", "ए"), ("टॅग", "टग"),
      ("ড", "ঢ"),
    ])
  func differentKeys(first: String, second: String) {
    #expect(SearchKey.fold(first) != SearchKey.fold(second))
  }

  @Test("punctuation parts words and the ends are trimmed")
  func punctuation() {
    #expect(SearchKey.fold("  “दिल्ली”: हल्की-फुल्की बारिश।  ") == "दिल्ली हल्की फुल्की बारिश")
    #expect(SearchKey.fold("दिल्लीः आज") == "दिल्ली आज")
    #expect(SearchKey.fold("था।अगला॥दिन") == "था अगला दिन")
    #expect(SearchKey.fold(" — … ।") == "")
    #expect(SearchKey.words("नई दिल्ली, 3 नवंबर") == ["नई", "दिल्ली", "3", "नवंबर"])
    #expect(SearchKey.words("").isEmpty)
  }

  @Test("a pictograph stays, as a word of its own")
  func pictographs() {
    #expect(SearchKey.fold("मैच🏏जीता") == "मैच 🏏 जीता")
    #expect(SearchKey.fold("⚽️") != SearchKey.fold("🏏"))
  }

  @Test("decomposed text has the key of composed text and a key is its own key")
  func normalForms() {
    var random = FixedRandom(34)
    let pool: [Unicode.Scalar] = Array(
      "अआइएकगङचजञटणतनदपबमयरलवशसहािीेैोौ्ं़ँः ॅज़ये।-aÉßøﬁﷺ१9🏏\u{200D}\u{200C}\u{200B}\u{FEFF}\u{0301}ड়ਜ਼ਂੰઁன".unicodeScalars)
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) { text.append(pool.randomElement(using: &random)!) }
      let key = SearchKey.fold(String(text))
      #expect(SearchKey.fold(key) == key, "\(text.map { String($0.value, radix: 16) })")
      #expect(!key.hasPrefix(" ") && !key.hasSuffix(" ") && !key.contains("  "))
    }
    #expect(SearchKey.fold("e\u{0301}té") == "ete")
  }
}
