import NewsModel
import ReaderUI
import TestSupport
import Testing

@Suite("Words, dates and numbers")
struct WordsTests {
  @Test("a date is written in the reader's language, by the clock of the place it came from")
  func dates() {
    let moment = Desk.stamp(2019, 11, 3, 8, 21)
    #expect(DateWords(language: .hindi).full(moment) == "3 नवंबर 2019, 8:21\u{A0}सुबह")
    #expect(DateWords(language: .marathi, digits: .devanagari).full(moment) == "३ नोव्हेंबर २०१९, ८:२१\u{A0}सकाळी")
    #expect(DateWords(language: .english).full(Desk.stamp(2026, 1, 31, 0, 5)) == "31 January 2026, 12:05\u{A0}am")
    #expect(DateWords(language: .hindi).full(Desk.stamp(2023, 11, 4, 0, 0)) == "4 नवंबर 2023")
    // 3 November 2019 is 12 Kartika 1941 of the Indian national calendar.
    #expect(DateWords(language: .hindi, calendar: .saka).full(moment).hasPrefix("12 कार्तिक 1941"))
    #expect(DateWords(language: .hindi).dayOfWeek(Desk.now) == "सोम 23 नवंबर")
  }

  @Test("an age is told in its largest unit")
  func ages() {
    let words = DateWords(language: .hindi)
    func age(_ seconds: Int64) -> String {
      words.age(
        of: Timestamp(secondsSince1970: Desk.now.secondsSince1970 - seconds), now: Desk.now)
    }
    #expect(age(-500) == "अभी")
    #expect(age(59) == "अभी")
    #expect(age(60) == "1 मिनट")
    #expect(age(7_200) == "2 घंटे")
    #expect(age(3_600) == "1 घंटा")
    #expect(age(86_400 * 29) == "4 सप्ताह")
    #expect(age(86_400 * 365 * 7 + 1) == "7 वर्ष")
  }

  @Test("every phrase is there in every language, with the same arguments")
  func phrases() {
    for phrase in Phrase.allCases {
      let texts = UILanguage.allCases.map { Phrases($0)(phrase) }
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(phrase)")
      for argument in ["{0}", "{1}"] {
        #expect(Set(texts.map { $0.contains(argument) }).count == 1, "\(phrase) \(argument)")
      }
    }
    #expect(Phrases(.hindi)(.newCount, "{0}") == "{0} नई")
  }

  @Test("all keys of the table are different")
  func keys() {
    let keys = KeyMap.standard.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }
}
