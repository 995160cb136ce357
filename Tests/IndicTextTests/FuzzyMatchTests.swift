import Testing

@testable import IndicText

@Suite("Fuzzy narrowing")
struct FuzzyMatchTests {
  private func hits(_ query: String, _ candidate: String) -> [String]? {
    FuzzyMatch.find(query, in: candidate)?.hits.map { String(candidate[$0]) }
  }

  @Test("hits are whole clusters of the candidate, in its own spelling")
  func wholeClusters() {
    #expect(hits("हिंदी", "नई हिन्दी किताब") == ["हिन्दी"])
    #expect(hits("स", "पढ़ना स्त्री") == ["स्त्री"])
    #expect(hits("मैच", "टी-20 मैच 🏏") == ["मैच"])
    #expect(hits("नई कि", "नई हिन्दी किताब") == ["नई", "कि"])
    #expect(hits("whats", "ＷｈａｔｓＡｐｐ नीति") == ["Ｗｈａｔｓ"])
  }

  @Test("words typed in order beat words in disorder, pieces and scattered clusters")
  func ranking() throws {
    let score = { FuzzyMatch.find("खेल मंत्री", in: $0)?.score ?? 0 }
    let ranked = [
      "खेल मंत्री का बयान", "नए खेल और युवा मंत्री", "मंत्री ने देखा खेल", "उपमंत्री अखेल", "खेत लम्बा मंत्रणा त्रीव",
    ].map(score)
    #expect(ranked[0] > ranked[1] && ranked[1] > ranked[2] && ranked[2] > ranked[3] && ranked[3] > 0)
    #expect(FuzzyMatch.find("कमल", in: "कहाँ मिला लड़का") != nil)
    #expect(FuzzyMatch.find("क्रिकेट", in: "खेल मंत्री") == nil)
  }

  @Test("an empty query matches everything and says nothing about it")
  func empty() {
    #expect(FuzzyMatch.find(" ।", in: "कुछ भी")?.score == 0)
    #expect(FuzzyMatch.find("", in: "")?.hits.isEmpty == true)
    #expect(FuzzyMatch.find("क", in: "") == nil)
  }

  @Test("every beginning of a word finds it while it is being typed")
  func typing() {
    for title in ["हिन्दी", "सम्बन्ध", "पढ़ाई", "WhatsApp", "अंग्रेज़ी"] {
      var typed = String.UnicodeScalarView()
      for scalar in title.unicodeScalars {
        typed.append(scalar)
        #expect(FuzzyMatch.find(String(typed), in: "नई \(title) सीखें") != nil, "\(String(typed)) in \(title)")
      }
    }
  }
}
