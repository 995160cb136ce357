/// Latin letters with what English writes in pieces respelled as Hindi hears it: `ck` as k, `tion` as shan.
enum LatinReading {
  /// The letters a to z of `word`, 64 at most, as they are.
  static func letters(_ word: String) -> [UInt8] {
    word.utf8.prefix(64).filter { (0x61...0x7A).contains($0) }
  }

  /// As someone reads it who takes it for a Hindi word: only what can have no other meaning is respelled.
  static func hindi(_ letters: [UInt8]) -> [UInt8] { respelled(letters, hindiRules) }

  /// As an English word.
  static func english(_ letters: [UInt8]) -> [UInt8] { respelled(letters, englishRules) }

  /// Every reading of `word`, each once: as Hindi, as English, with the long vowel of English, and as the names of its letters.
  static func all(_ word: String) -> [[UInt8]] {
    let letters = letters(word)
    let english = english(letters)
    var readings = [hindi(letters)]
    for reading in [english, withLongVowel(english), letterNames(letters)] {
      if let reading, !readings.contains(reading) { readings.append(reading) }
    }
    return readings
  }

  /// With one letter for a long vowel: modee is modi.
  static func shortened(_ letters: [UInt8]) -> [UInt8] { respelled(letters, longVowelRules) }

  private static let longVowelRules = rules("ee>i oo>u aa>a")

  /// Stands between the names of letters, so that the s of एस is not one with the s of सी.
  static let nameEnd = UInt8(ascii: "-")

  /// An abbreviation as Hindi writes it, by the English names of its letters: bjp is बीजेपी. Nil for a word of five letters and more.
  static func letterNames(_ letters: [UInt8]) -> [UInt8]? {
    guard (2...4).contains(letters.count) else { return nil }
    return Array(letters.map { names[Int($0 - 0x61)] }.joined(separator: [nameEnd]))
  }

  private static let names: [[UInt8]] =
    "e bi si di i ef ji ech ai je ke el em en o pi kyu aar es ti yu vi dablyu eks vaai jed".split(separator: " ").map {
      Array($0.utf8)
    }

  /// The e that is not heard makes the vowel before it long: मेल is male, and टाइम time.
  private static func withLongVowel(_ letters: [UInt8]) -> [UInt8]? {
    guard letters.count > 3, letters.last == UInt8(ascii: "e") else { return nil }
    let place = letters.count - 3
    guard !LatinSkeleton.isVowel(letters[place + 1]), !LatinSkeleton.isVowel(letters[place - 1]) else { return nil }
    switch letters[place] {
    case UInt8(ascii: "a"):
      return letters[..<place] + [UInt8(ascii: "e"), letters[place + 1], UInt8(ascii: "e")]
    case UInt8(ascii: "i"):
      return letters[..<place] + [UInt8(ascii: "a"), UInt8(ascii: "i"), letters[place + 1], UInt8(ascii: "e")]
    default: return nil
    }
  }

  private struct Rule {
    var from: [UInt8]
    var to: [UInt8]
    var isAtStart = false
    var isAtEnd = false
    /// The letter after it must be one of these.
    var before: [UInt8] = []
  }

  private static let hindiSpellings = "x>ks qu>kv ck>k q>k ph>f wh>w sch>sk c/eiy>s c/aoulrtknsc>k c$>k"
  private static let hindiRules = rules(hindiSpellings)

  /// The first that fits is taken.
  private static let englishRules = rules(
    """
    tion>shn sion>shn cian>shn tial>shl cial>shl cious>shs tious>shs ture$>chr igh>ai ^kn>n ^wr>r ^ps>s mb$>m tch>ch dge>j
    cc/eiy>ks sc/eiy>s que$>k ay$>e ough>o augh>o eau>o ^x>z ^gn>n ^isl>il
    """ + " " + hindiSpellings)

  /// By the letter that each begins with.
  private typealias Rules = [[Rule]]

  private static func rules(_ text: String) -> Rules {
    let all = list(text)
    return (0..<26).map { letter in all.filter { $0.from.first == UInt8(letter) + 0x61 } }
  }

  private static func list(_ text: String) -> [Rule] {
    text.split { $0.isWhitespace }.map { word in
      let sides = word.split(separator: ">").map { Array($0.utf8) }
      var from = sides[0]
      var rule = Rule(from: [], to: sides.count > 1 ? sides[1] : [])
      if from.first == UInt8(ascii: "^") {
        rule.isAtStart = true
        from.removeFirst()
      }
      if from.last == UInt8(ascii: "$") {
        rule.isAtEnd = true
        from.removeLast()
      }
      if let slash = from.firstIndex(of: UInt8(ascii: "/")) {
        rule.before = Array(from[(slash + 1)...])
        from = Array(from[..<slash])
      }
      rule.from = from
      return rule
    }
  }

  private static func respelled(_ letters: [UInt8], _ rules: Rules) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(letters.count + 4)
    var index = 0
    next: while index < letters.count {
      for rule in rules[Int(letters[index] - 0x61)] {
        let end = index + rule.from.count
        guard end <= letters.count, letters[index..<end].elementsEqual(rule.from) else { continue }
        if rule.isAtStart, index > 0 { continue }
        if rule.isAtEnd, end < letters.count { continue }
        if !rule.before.isEmpty, end == letters.count || !rule.before.contains(letters[end]) { continue }
        out += rule.to
        index = end
        continue next
      }
      out.append(letters[index])
      index += 1
    }
    return out
  }
}
