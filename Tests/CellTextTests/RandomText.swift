import TestSupport

@testable import CellText

/// Text as news has it and as it should not: Hindi words of random syllables with all that stands between them.
struct RandomText {
  private var random: FixedRandom

  init(_ seed: UInt64) {
    random = FixedRandom(seed)
  }

  /// Safe text of up to `wordCount` words.
  mutating func next(wordCount: Int = 12) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...wordCount, using: &random) {
      text += word
      text += [" ", " ", " ", "  ", "-", "\u{A0}", "", " । ", "। ", ", "].randomElement(using: &random) ?? " "
    }
    return DisplayText.safe(text)
  }

  private var word: String {
    mutating get {
      switch Int.random(in: 0..<14, using: &random) {
      case 0: String(Int.random(in: 0..<2_000_000, using: &random)) + (pick(["", "%", " करोड़", " रुपये"]))
      case 1: pick(["१२.५", "५००", "₹१,२५,०००", "०८:३०"]) + pick([" प्रतिशत", " बजे", ""])
      case 2: pick(["WhatsApp", "https://example.org/a-b?c=%E0%A4%95", "e\u{301}té", "pata@example.org"])
      case 3: pick(["👍🏽", "👨‍👩‍👧", "🇮🇳", "❤️", "1️⃣", "漢字", "한국", "(", ")", "“", "”", "\"", "…", "—"])
      case 4: "“" + syllables + "”"
      default: syllables
      }
    }
  }

  private var syllables: String {
    mutating get { (0..<Int.random(in: 1...5, using: &random)).reduce(into: "") { text, _ in text += syllable } }
  }

  private var syllable: String {
    mutating get {
      if Int.random(in: 0..<8, using: &random) == 0 { return pick(["अ", "आ", "इ", "ई", "उ", "ए", "ऑ", "ॐ"]) }
      var text = consonant
      while Int.random(in: 0..<3, using: &random) == 0 {
        text += "्" + pick(["", "", "\u{200D}", "\u{200C}"]) + consonant
      }
      text += pick(["", "", "ा", "ि", "ी", "ु", "ू", "े", "ै", "ो", "ौ", "ृ", "ॉ", "्"])
      return text + pick(["", "", "", "ं", "ँ", "ः", "\u{951}", "\u{1CD0}", "\u{A8E0}"])
    }
  }

  private var consonant: String {
    mutating get {
      pick([
        "क", "ख", "ग", "च", "ज", "ट", "ड", "त", "द", "न", "प", "ब", "म", "य", "र", "ल", "व", "श", "ष", "स", "ह", "क़",
        "ज़", "ड़", "ळ",
      ])
    }
  }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
