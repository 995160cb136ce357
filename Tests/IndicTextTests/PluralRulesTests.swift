import Testing

@testable import IndicText

@Suite struct PluralRulesTests {
  @Test("what is known of a language without ICU is what ICU says", arguments: ["en", "hi", "mr"])
  func known(language: String) {
    let known = PluralRules(language: language)
    let icu = PluralRules(language: language, known: nil)
    for count in Array(0...1_200) + [9_999, 10_000, 100_000, 1_000_000, 10_000_000, Int(Int32.max)] {
      #expect(known.category(of: count) == icu.category(of: count), "\(count) in \(language)")
    }
    #expect(known.category(of: -1) == icu.category(of: -1))
  }

  @Test("another language is asked of ICU, one that nobody knows has one form")
  func others() {
    #expect(PluralRules(language: "ru").category(of: 3) == .few)
    #expect(PluralRules(language: "ar").category(of: 0) == .zero)
    #expect(PluralRules(language: "zz").category(of: 1) == .other)
  }
}
