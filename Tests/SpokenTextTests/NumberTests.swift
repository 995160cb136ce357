import Testing

@testable import SpokenText

/// What is said of `sentence`.
func said(_ sentence: String, _ language: String = "hi") -> String? {
  Utterance(sentence: sentence, storyLanguage: language)?.text
}

@Suite("Numbers as they are said")
struct NumberTests {
  @Test(
    "Hindi counts in its own words to a hundred, then सौ, हज़ार, लाख, करोड़, अरब",
    arguments: [
      ("0 नहीं", "शून्य नहीं"), ("29 लोग", "उनतीस लोग"), ("49 लोग", "उनचास लोग"), ("79 लोग", "उनासी लोग"), ("89 लोग", "नवासी लोग"),
      ("99 लोग", "निन्यानबे लोग"), ("345 गाँव", "तीन सौ पैंतालीस गाँव"), ("1,00,000 घर", "एक लाख घर"), ("100,000 घर", "एक लाख घर"),
      ("12,34,56,789 वोट", "बारह करोड़ चौंतीस लाख छप्पन हज़ार सात सौ नवासी वोट"), ("१२३ गाँव", "एक सौ तेईस गाँव"),
      ("१,२५,००० लोग", "एक लाख पच्चीस हज़ार लोग"), ("2,00,00,00,000 पौधे", "दो अरब पौधे"),
      ("10,00,00,00,00,000 रुपये", "एक लाख करोड़ रुपये"),
      ("1,00,00,00,00,00,000 रुपये", "दस लाख करोड़ रुपये"),
    ])
  func hindi(sentence: String, words: String) {
    #expect(said(sentence) == words)
  }

  @Test("all numbers below a hundred differ, in Hindi and in Marathi")
  func hundred() {
    for language in [SpokenLanguage.hindi, .marathi, .english] {
      let words = (0..<100).map { NumberWords.cardinal(Int64($0), language) }
      #expect(Set(words).count == 100)
      let bad = words.filter { $0.isEmpty || $0.contains { $0.isNumber } }
      #expect(bad.isEmpty)
    }
  }

  @Test(
    "Marathi has its own words",
    arguments: [
      ("25 गावे", "पंचवीस गावे"), ("100 लोक", "शंभर लोक"), ("345 लोक", "तीनशे पंचेचाळीस लोक"), ("1,50,000 लोक", "एक लाख पन्नास हजार लोक"),
      ("₹5.2 कोटी", "पाच पूर्णांक दोन दशांश कोटी रुपये"), ("50% मते", "पन्नास टक्के मते"), ("1984 साली", "एकोणीसशे चौऱ्याऐंशी साली"),
      ("2019च्या निवडणुका", "दोन हजार एकोणीसच्या निवडणुका"), ("5वा दिवस", "पाचवा दिवस"), ("21व्या शतकात", "एकविसाव्या शतकात"),
      ("सकाळी 8.30 वाजता", "सकाळी साडे आठ वाजता"), ("8:21 वाजता", "आठ वाजून एकवीस मिनिटांनी"), ("1.5 लाख शेतकरी", "दीड लाख शेतकरी"),
      ("3/11/2019 रोजी", "तीन नोव्हेंबर दोन हजार एकोणीस रोजी"), ("10-15 किमी अंतर", "दहा ते पंधरा किलोमीटर अंतर"),
    ])
  func marathi(sentence: String, words: String) {
    #expect(said(sentence, "mr") == words)
  }

  @Test(
    "English counts in lakhs and crores, as India does",
    arguments: [
      ("In 1984 the city grew.", "In nineteen eighty-four the city grew."),
      ("It rose 25% today.", "It rose twenty five percent today."),
      ("He paid $5.2 million.", "He paid five point two million dollars."),
      ("Rs. 500 was paid.", "five hundred rupees was paid."),
      ("₹3 cr project", "three crore rupees project"), ("the 21st century", "the twenty first century"),
      ("1,25,000 people came.", "one lakh twenty five thousand people came."),
      ("At 8:05 PM he left.", "At eight oh five P M he left."),
      ("Dr. Rao met A. P. J. Kalam.", "Doctor Rao met A P J Kalam."), ("He said no.", "He said no."),
      ("Room No. 5", "Room number five"),
      ("COVID-19 and G20", "COVID nineteen and G twenty"), ("5 km away", "five kilometres away"),
    ])
  func english(sentence: String, words: String) {
    #expect(said(sentence, "en") == words)
  }

  @Test(
    "points, halves, percentages and ordinals",
    arguments: [
      ("5.25 अंक", "पाँच दशमलव दो पाँच अंक"), ("0.5 अंक", "शून्य दशमलव पाँच अंक"), ("1.5 लाख लोग", "डेढ़ लाख लोग"),
      ("2.5 करोड़ पेड़", "ढाई करोड़ पेड़"),
      ("3.5 हज़ार घर", "साढ़े तीन हज़ार घर"), ("1.5 किमी", "एक दशमलव पाँच किलोमीटर"), ("25% पानी", "पच्चीस प्रतिशत पानी"),
      ("7.5 % की दर", "सात दशमलव पाँच प्रतिशत की दर"), ("10-15% लोग", "दस से पंद्रह प्रतिशत लोग"), ("5वाँ दिन", "पाँचवाँ दिन"),
      ("5वां दिन", "पाँचवाँ दिन"),
      ("6वीं कक्षा", "छठी कक्षा"), ("12वीं की परीक्षा", "बारहवीं की परीक्षा"), ("18 वीं सदी", "अठारहवीं सदी"), ("2रा स्थान", "दूसरा स्थान"),
      ("१०वें दिन", "दसवें दिन"),
    ])
  func suffixes(sentence: String, words: String) {
    #expect(said(sentence)?.replacing("पन्द्रह", with: "पंद्रह") == words)
  }

  @Test(
    "money: the sign before, the word after, with लाख and करोड़ between",
    arguments: [
      ("₹5.2 करोड़ मिले", "पाँच दशमलव दो करोड़ रुपये मिले"), ("₹500", "पाँच सौ रुपये"), ("₹ 1", "एक रुपया"),
      ("रु. 500 का नोट", "पाँच सौ रुपये का नोट"),
      ("500 रु. का नोट", "पाँच सौ रुपये का नोट"), ("500 रु का", "पाँच सौ रुपये का"), ("₹500 रुपये दिए", "पाँच सौ रुपये दिए"),
      ("Rs 20 लाख की", "बीस लाख रुपये की"),
      ("₹1.5 लाख करोड़ का बजट", "डेढ़ लाख करोड़ रुपये का बजट"), ("$5 मिलियन", "पाँच मिलियन डॉलर"), ("500/- रुपये", "पाँच सौ रुपये"),
      ("₹10-12 लाख", "दस से बारह लाख रुपये"), ("₹2,000 करोड़", "दो हज़ार करोड़ रुपये"),
    ])
  func money(sentence: String, words: String) {
    #expect(said(sentence) == words)
  }
}
