import Testing

@testable import IndicText

@Suite("Digits")
struct DigitsTests {
  @Test("ASCII digits become Devanagari ones, but not in words with Latin letters")
  func devanagari() {
    #expect(Digits.devanagari("2019 में 21वीं बार, 8:21 पर ₹1,400 (2.5%)") == "२०१९ में २१वीं बार, ८:२१ पर ₹१,४०० (२.५%)")
    #expect(
      Digits.devanagari("G20 और COVID-19, https://example.org/2019 12\u{A0}am")
        == "G20 और COVID-19, https://example.org/2019 १२\u{A0}am")
    #expect(Digits.devanagari("") == "" && Digits.devanagari("  ") == "  ")
  }

  @Test("digits of any script become ASCII, and twice is once")
  func ascii() {
    #expect(Digits.ascii("२०१९ ২০১৯ ٢٠١٩ 2019") == "2019 2019 2019 2019")
    #expect(Digits.ascii(Digits.devanagari("12 लोग")) == "12 लोग")
    #expect(Digits.devanagari(Digits.devanagari("12 लोग")) == "१२ लोग")
  }
}
