import Testing

@testable import SpokenText

@Suite("Sentences as they are said")
struct SentenceTests {
  @Test(
    "years, dates and times",
    arguments: [
      ("1984 में", "उन्नीस सौ चौरासी में"), ("सन 1857 की क्रांति", "सन अठारह सौ सत्तावन की क्रांति"), ("1500 से अधिक लोग", "एक हज़ार पाँच सौ से अधिक लोग"),
      ("1984 लोग", "एक हज़ार नौ सौ चौरासी लोग"), ("2019 में", "दो हज़ार उन्नीस में"), ("3 नवंबर 1984 को", "तीन नवंबर उन्नीस सौ चौरासी को"),
      ("3 नवंबर 2019", "तीन नवंबर दो हज़ार उन्नीस"), ("3/11/2019 को", "तीन नवंबर दो हज़ार उन्नीस को"), ("03-11-2019", "तीन नवंबर दो हज़ार उन्नीस"),
      ("3.11.2019 को", "तीन नवंबर दो हज़ार उन्नीस को"), ("2019-11-03", "तीन नवंबर दो हज़ार उन्नीस"),
      ("२६/०१/१९५० को", "छब्बीस जनवरी उन्नीस सौ पचास को"),
      ("8:21 बजे", "आठ बजकर इक्कीस मिनट"), ("8:30 बजे तक", "साढ़े आठ बजे तक"), ("सुबह 8.30 बजे", "सुबह साढ़े आठ बजे"),
      ("1:30 बजे", "डेढ़ बजे"),
      ("8:15", "सवा आठ बजे"), ("8:45 बजे", "पौने नौ बजे"), ("10:00 बजे", "दस बजे"), ("10:30 PM पर", "रात साढ़े दस बजे पर"),
      ("14:30 बजे", "चौदह बजकर तीस मिनट"),
      ("2014-2019", "दो हज़ार चौदह से दो हज़ार उन्नीस"), ("2019-20 का बजट", "दो हज़ार उन्नीस बीस का बजट"), ("(1947)", "उन्नीस सौ सैंतालीस,"),
    ])
  func dates(sentence: String, words: String) {
    #expect(said(sentence) == words)
  }

  @Test(
    "ranges, scores, ratios and telephone numbers",
    arguments: [
      ("10-12 लोग", "दस से बारह लोग"), ("10 – 12 लोग", "दस से बारह लोग"), ("10-12 के बीच", "दस और बारह के बीच"),
      ("2-1 से हराया", "दो एक से हराया"),
      ("1-3 से हारा", "एक तीन से हारा"), ("3:2 के अनुपात", "तीन अनुपात दो के अनुपात"), ("1/2 हिस्सा", "एक बटा दो हिस्सा"),
      ("26/11 का हमला", "छब्बीस ग्यारह का हमला"),
      ("9876543210 पर", "नौ आठ सात छह पाँच चार तीन दो एक शून्य पर"),
      ("+91 98765 43210", "प्लस नौ एक, नौ आठ सात छह पाँच, चार तीन दो एक शून्य"),
      ("011-23456789 पर", "शून्य एक एक, दो तीन चार पाँच छह सात आठ नौ पर"), ("हेल्पलाइन 112 पर", "हेल्पलाइन एक एक दो पर"),
      ("ट्रेन नंबर 1234", "ट्रेन नंबर एक दो तीन चार"), ("-5°C तापमान", "माइनस पाँच डिग्री सेल्सियस तापमान"), ("42 °C तक", "बयालीस डिग्री सेल्सियस तक"),
    ])
  func ranges(sentence: String, words: String) {
    #expect(said(sentence) == words)
  }

  @Test(
    "abbreviations, initials and units",
    arguments: [
      ("डॉ. शर्मा आए।", "डॉक्टर शर्मा आए।"), ("प्रो. यशपाल", "प्रोफ़ेसर यशपाल"), ("श्री राम", "श्री राम"), ("पु. ल. देशपांडे", "पु ल देशपांडे"),
      ("बी.जे.पी. की", "बी जे पी की"),
      ("5 कि.मी. दूर", "पाँच किलोमीटर दूर"), ("5 किमी दूर", "पाँच किलोमीटर दूर"), ("60 किमी/घंटा", "साठ किलोमीटर प्रति घंटा"), ("10 किग्रा", "दस किलोग्राम"),
      ("327 ई.पू. में", "तीन सौ सत्ताईस ईसा पूर्व में"), ("राम & श्याम", "राम और श्याम"), ("जी-20 की बैठक", "जी ट्वेंटी की बैठक"),
      ("चंद्रयान-3 उतरा", "चंद्रयान तीन उतरा"),
      ("उसे 5 मिली", "उसे पाँच मिली"), ("COVID-19 से", "COVID nineteen से"), ("भारत vs चीन", "भारत बनाम चीन"),
    ])
  func names(sentence: String, words: String) {
    #expect(said(sentence) == words)
  }

  @Test("one voice for a sentence: by its script, and for Devanagari by the story's language")
  func voices() {
    #expect(Utterance(sentence: "WhatsApp पर संदेश आया।", storyLanguage: "hi")?.language == "hi")
    #expect(Utterance(sentence: "The house is open.", storyLanguage: "hi")?.language == "en")
    #expect(Utterance(sentence: "पाणी आले.", storyLanguage: "mr")?.language == "mr")
    #expect(Utterance(sentence: "তারা এসেছে।", storyLanguage: "bn")?.language == "bn")
    #expect(
      Utterance(sentence: "25", storyLanguage: "hi-IN") == Utterance(text: "पच्चीस", language: "hi"))
    for hostile in ["-w/tmp/x", "../../voice", "", "english", "hि"] {
      #expect(Utterance(sentence: "25", storyLanguage: hostile)?.language == "hi")
    }
  }

  @Test("what is no text to a speaker is left out: phoneme brackets, markup, pictures, addresses")
  func signs() {
    #expect(said("यह [[fo:]] है") == "यह fo: है")
    #expect(said("<b>बड़ा</b> #जल 🎉 है") == "b बड़ा b जल है")
    #expect(said("देखें https://www.example.org/a/b?c=d पर") == "देखें example डॉट org पर")
    #expect(said("तारा [[[ ]]] ৫", "bn")?.contains("[") == false)
    #expect(said("* * *") == nil)
    #expect(said("▦") == nil)
    #expect(said("“पानी” – यही (सच) है।") == "पानी, यही, सच, है।")
  }

  @Test("whatever the sentence, digits are said and nothing is lost of its words")
  func hostile() {
    let pieces = [
      "5", ".", ",", "-", "/", ":", "%", "₹", " ", "रु", "डॉ", "में", "G", "+", "१२", "°", "C", "वाँ", "(", "1984",
    ]
    var seed: UInt64 = 7
    for _ in 0..<4000 {
      var sentence = "क"
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sentence += pieces[Int(seed >> 33) % pieces.count]
      }
      let text = said(sentence) ?? ""
      let hasDigit = text.contains { $0.isNumber }
      #expect(!hasDigit, "\(sentence): \(text)")
    }
  }
}
