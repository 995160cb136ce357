import CellText
import TestSupport
import Testing

@Suite("Line breaking", .inBackground)
struct LineBreakingTests {
  private func parts(_ text: String) -> [String] {
    var start = text.startIndex
    return LineBreaker(language: "hi").opportunities(in: text).map { opportunity in
      let end = text.utf8.index(text.startIndex, offsetBy: opportunity.utf8Offset)
      defer { start = end }
      return String(text[start..<end])
    }
  }

  @Test("lines may end after blanks, hyphens and dandas")
  func ordinary() {
    #expect(parts("धीरे-धीरे चलो।रुको।") == ["धीरे-", "धीरे ", "चलो।", "रुको।"])
    #expect(parts("") == [])
    #expect(parts("शब्द") == ["शब्द"])
  }

  @Test("a line never starts with what closes, even after a blank")
  func closers() {
    #expect(parts("वह गया । फिर आया ॥") == ["वह ", "गया । ", "फिर ", "आया ॥"])
    #expect(parts("हाँ , नहीं ; क्या ? वाह !") == ["हाँ , ", "नहीं ; ", "क्या ? ", "वाह !"])
    #expect(parts("“ठीक है ” उसने कहा") == ["“ठीक ", "है ” ", "उसने ", "कहा"])
    #expect(parts("( एक ) दो") == ["( एक ) ", "दो"])
    #expect(parts("लगभग 25 % लोग") == ["लगभग ", "25 % ", "लोग"])
  }

  @Test("a line never ends with what opens, even before a blank")
  func openers() {
    #expect(parts("कहा “ आओ ”") == ["कहा ", "“ आओ ”"])
    #expect(parts("कुल ₹ 500 मिले") == ["कुल ", "₹ 500 ", "मिले"])
  }

  @Test("straight quotes open and close by what stands around them")
  func straightQuotes() {
    #expect(parts("उसने \"अभी नहीं\" कहा") == ["उसने ", "\"अभी ", "नहीं\" ", "कहा"])
    #expect(parts("उसने \" अभी \" कहा") == ["उसने ", "\" अभी \" ", "कहा"])
    #expect(parts("वह 'आज' आया") == ["वह ", "'आज' ", "आया"])
  }

  @Test("a dash that stands alone stays with what is before it")
  func dashes() {
    #expect(parts("दिल्ली – देश की राजधानी") == ["दिल्ली – ", "देश ", "की ", "राजधानी"])
    #expect(parts("तापमान -5 रहा") == ["तापमान ", "-5 ", "रहा"])
  }

  @Test("between a number and its unit a line ends only reluctantly")
  func units() {
    func reluctant(_ text: String) -> [Bool] { LineBreaker(language: "hi").opportunities(in: text).map(\.isReluctant) }
    #expect(reluctant("कुल ५०० करोड़ रुपये") == [false, true, true, false])
    #expect(reluctant("3 नवंबर, 2019") == [true, false, false])
    #expect(reluctant("8:21 बजे") == [true, false])
    #expect(reluctant("रु. 50 मिले") == [true, false, false])
    #expect(reluctant("₹500 करोड़ का") == [true, false, false])
    #expect(reluctant("(१२.५ प्रतिशत)") == [true, false])
    #expect(reluctant("रु.50 लाख!") == [true, false])
    #expect(reluctant("-5 डिग्री।") == [true, false])
    #expect(reluctant("5-6 किलोमीटर: दूर") == [true, false, false])
    #expect(reluctant("२० लाख ‘लोग’") == [true, false, false])
    #expect(reluctant("२० लाख’ रुपये") == [true, false, false])
    #expect(reluctant("12 लोग") == [false, false])
    #expect(reluctant("कोविड-19 दिन") == [false, false])
    #expect(reluctant("करोड़ रुपये") == [false, false])
  }

  @Test("no opportunity lies inside a cluster")
  func clusters() {
    for text in SampleTexts.all {
      for opportunity in LineBreaker(language: "hi").opportunities(in: DisplayText.safe(text)) {
        let safe = DisplayText.safe(text)
        let index = safe.utf8.index(safe.startIndex, offsetBy: opportunity.utf8Offset)
        #expect(index.samePosition(in: safe) != nil, "\(safe) \(opportunity.utf8Offset)")
      }
    }
    // Unsafe text too: a blank may carry a mark.
    #expect(parts("क \u{93E} ख") == ["क \u{93E} ", "ख"])
  }
}
