import Testing

@testable import IndicText

@Suite("Languages, scripts, digits")
struct LanguageGuessTests {
  @Test(
    "a language is told by its script and its own little words",
    arguments: [
      ("बाज़ार में आज भीड़ नहीं है और दुकानें बंद हैं", "hi"), ("मुंबई", "hi"), ("शाळा उद्या सुरू होणार आहे", "mr"),
      ("पावसाने पुण्यात हजेरी लावली आणि वाहतूक थांबली", "mr"), ("काठमाडौंमा आज पानी परेको छ र सडक बन्द भएको छ", "ne"),
      ("The rain has stopped", "en"), ("আজ বৃষ্টি হবে", "bn"), ("இன்று மழை பெய்யும்", "ta"),
      ("WhatsApp Business Account पर नया फीचर आया", "hi"),
    ])
  func guess(text: String, language: String) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test("a text without letters has no language and no script")
  func nothing() {
    #expect(LanguageGuess.language(of: "123 …") == nil)
    #expect(ScriptShare("123").dominant == nil)
    #expect(ScriptShare("123").share(of: .latin) == 0)
    #expect(ScriptShare("कab").share(of: .devanagari) == 1.0 / 3)
  }

  @Test("digits of any Indic script are numbers")
  func digits() {
    #expect(Digits.number("२०१९") == 2019)
    #expect(Digits.number("৩") == 3)
    #expect(Digits.number("") == nil)
    #expect(Digits.number("12a") == nil)
    #expect(Digits.number("99999999999999999999") == nil)
    #expect(Digits.ascii("०३ नवंबर") == "03 नवंबर")
  }
}
