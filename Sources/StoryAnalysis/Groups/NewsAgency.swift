internal import IndicText
internal import NewsModel

/// The news agency that a story is from, when its credit or its text says so.
public enum NewsAgency: String, Hashable, Sendable, CaseIterable {
  case pti = "PTI"
  case ani = "ANI"
  case ians = "IANS"
  case uni = "UNI"
  case hindusthanSamachar = "Hindusthan Samachar"
  case ap = "AP"
  case afp = "AFP"
  case reuters = "Reuters"

  /// Looks at the credit, then at both ends of the text, where datelines and marks of agencies stand.
  public init?(_ words: StoryWords, credit: String?) {
    if let found = credit.flatMap({ Self.first(in: SearchKey.words($0), isCredit: true) }) {
      self = found
      return
    }
    let text = words.body
    let ends = [text.prefix(Self.beginning), text.suffix(Self.end)]
    for part in ends {
      if let found = Self.first(in: part.map { words.words[Int($0)] }, isCredit: false) {
        self = found
        return
      }
    }
    return nil
  }

  private static let beginning = 8
  private static let end = 4

  private static func first(in words: [String], isCredit: Bool) -> NewsAgency? {
    for index in words.indices {
      for (name, agency, isPlain) in names where words[index...].starts(with: name) && (isPlain || isCredit) {
        return agency
      }
    }
    return nil
  }

  /// Names as keys; those that are ordinary words as well only count in a credit.
  private static let names: [(name: [String], agency: NewsAgency, isPlain: Bool)] = {
    let plain: [(String, NewsAgency)] = [
      ("पीटीआई", .pti), ("पीटीआइ", .pti), ("प्रेस ट्रस्ट ऑफ इंडिया", .pti), ("pti", .pti), ("एएनआई", .ani), ("एएनआइ", .ani),
      ("ani", .ani),
      ("आईएएनएस", .ians), ("आइएएनएस", .ians), ("ians", .ians), ("यूएनआई", .uni), ("यूएनआइ", .uni), ("यूनीवार्ता", .uni),
      ("uni", .uni), ("हिन्दुस्थान समाचार", .hindusthanSamachar), ("हिंदुस्थान समाचार", .hindusthanSamachar),
      ("hindusthan samachar", .hindusthanSamachar), ("एपी", .ap), ("एएफपी", .afp), ("एएफ़पी", .afp), ("afp", .afp),
      ("रॉयटर्स", .reuters), ("रायटर्स", .reuters), ("रॉयटर", .reuters), ("रायटर", .reuters), ("reuters", .reuters),
    ]
    let ambiguous: [(String, NewsAgency)] = [("वार्ता", .uni), ("भाषा", .pti), ("ap", .ap), ("एजेंसी एपी", .ap)]
    return plain.map { (SearchKey.words($0.0), $0.1, true) } + ambiguous.map { (SearchKey.words($0.0), $0.1, false) }
  }()
}
