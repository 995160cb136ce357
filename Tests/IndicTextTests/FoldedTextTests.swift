import IndicText
import TestSupport
import Testing

@Suite("Search in folded text")
struct FoldedTextTests {
  private func found(_ query: String, in text: String) -> [String] {
    FoldedSearch.hits(of: query, in: text).map { String(text[$0]) }
  }

  @Test("hits are whole words under any spelling")
  func spellings() {
    #expect(found("हिंदी", in: "हिन्दी और हिंदी") == ["हिन्दी", "हिंदी"])
    #expect(found("शिक्षा", in: "स्त्री-शिक्षा। शिक्षा?") == ["स्त्री-शिक्षा।", "शिक्षा?"])
    #expect(found("करोड़ रुपये", in: "५०० करोड़ रुपये और करोड़ों रुपये") == ["करोड़ रुपये"])
    #expect(found("ड़ रुप", in: "५०० करोड़ रुपये") == ["करोड़ रुपये"])
    #expect(found("500", in: "कुल ५०० मिले") == ["५००"])
    #expect(found("café", in: "Café\u{A0}CAFE\u{301}") == ["Café", "CAFE\u{301}"])
    #expect(found("", in: "कुछ") == [] && found(" — ", in: "कुछ") == [] && found("क", in: "") == [])
    #expect(found("एक दो", in: "एक दो एक दो एक") == ["एक दो", "एक दो"])
    #expect(found("एक — दो", in: "एक – दो") == ["एक – दो"])
  }

  @Test("what is found is what comparing word by word finds")
  func reference() {
    var random = FixedRandom(31)
    let parts = ["हिन्दी", "हिंदी", "क", "का", "गये", "गए", "एक-दो", "—", "।", "५०", "50", "WhatsApp", "é", "👍🏽", "स्त्री", "\u{200D}"]
    let blanks = [" ", " ", "  ", "\u{A0}", "\u{3000}", "\t", "", "\u{2028}"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in
        (parts.randomElement(using: &random) ?? "") + (blanks.randomElement(using: &random) ?? "")
      }.joined()
    }
    for _ in 0..<800 {
      let haystack = text(Int.random(in: 0...24, using: &random))
      let query = text(Int.random(in: 1...3, using: &random))
      #expect(
        FoldedSearch.hits(of: query, in: haystack) == Self.slowHits(of: query, in: haystack),
        "\(query.debugDescription) in \(haystack.debugDescription)")
    }
  }

  /// The definition, word by word.
  private static func slowHits(of query: String, in text: String) -> [Range<String.Index>] {
    let wanted = words(of: query).map(\.key)
    guard let first = wanted.first, let last = wanted.last else { return [] }
    let words = words(of: text)
    var hits: [Range<String.Index>] = []
    var index = 0
    while index + wanted.count <= words.count {
      let keys = words[index..<(index + wanted.count)].map(\.key)
      let isHit =
        wanted.count == 1
        ? keys[0].contains(first)
        : keys[0].hasSuffix(first) && keys[wanted.count - 1].hasPrefix(last)
          && keys.dropFirst().dropLast().elementsEqual(wanted.dropFirst().dropLast())
      if isHit { hits.append(words[index].range.lowerBound..<words[index + wanted.count - 1].range.upperBound) }
      index += isHit ? wanted.count : 1
    }
    return hits
  }

  private static func words(of text: String) -> [(range: Range<String.Index>, key: String)] {
    text.split(whereSeparator: \.isWhitespace).map { ($0.startIndex..<$0.endIndex, SearchKey.fold(String($0))) }
      .filter { !$0.key.isEmpty }
  }
}
