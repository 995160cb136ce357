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

  private struct Rule {
    var from: [UInt8]
    var to: [UInt8]
    var isAtStart = false
    var isAtEnd = false
    /// The letter after it must be one of these.
    var before: [UInt8] = []
  }

  private static let hindiRules = rules("x>ks qu>kv ck>k q>k ph>f wh>w sch>sk c/eiy>s c/aoulrtknsc>k c$>k")

  private static let englishRules =
    rules(
      """
      tion>shn sion>shn cian>shn tial>shl cial>shl cious>shs tious>shs ture$>chr igh>ai ^kn>n ^wr>r ^ps>s mb$>m tch>ch dge>j cc/eiy>ks sc/eiy>s
      que$>k ough>o augh>o eau>o ^x>z ^gn>n ^isl>il
      """)
    + hindiRules

  private static func rules(_ text: String) -> [Rule] {
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

  private static let first: [[[Rule]]] = [hindiRules, englishRules].map { rules in
    (0..<26).map { letter in rules.filter { $0.from.first == UInt8(letter) + 0x61 } }
  }

  private static func respelled(_ letters: [UInt8], _ rules: [Rule]) -> [UInt8] {
    let byFirst = first[rules.count == hindiRules.count ? 0 : 1]
    var out: [UInt8] = []
    out.reserveCapacity(letters.count + 4)
    var index = 0
    next: while index < letters.count {
      for rule in byFirst[Int(letters[index] - 0x61)] {
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
