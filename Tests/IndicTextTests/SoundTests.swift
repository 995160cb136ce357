import TestSupport
import Testing

@testable import IndicText

@Suite("Sounds of words")
struct SoundTests {
  /// Whether a store that keeps one skeleton for each word would find `word` for `query`.
  private func finds(_ query: String, _ word: String) -> Bool {
    let query = SearchKey.fold(query)
    let word = SearchKey.fold(word)
    return SoundKey.queryKeys(for: query).contains(SoundKey.of(word)) && SoundMatch(query: query).score(word) != nil
  }

  @Test(
    "a Latin spelling finds its word, and the word its Latin spelling",
    arguments: [
      ("modi", "मोदी"), ("sarkar", "सरकार"), ("whatsapp", "व्हाट्सऐप"), ("whatsapp", "वाट्सएप"), ("jasusi", "जासूसी"),
      ("corona", "कोरोना"),
      ("lockdown", "लॉकडाउन"), ("delhi", "दिल्ली"), ("dilli", "दिल्ली"), ("mumbai", "मुंबई"), ("lucknow", "लखनऊ"),
      ("congress", "कांग्रेस"),
      ("supreme", "सुप्रीम"), ("court", "कोर्ट"), ("police", "पुलिस"), ("vaccine", "वैक्सीन"), ("kshetra", "क्षेत्र"), ("gyan", "ज्ञान"),
      ("mahangai", "महँगाई"), ("mehangai", "महंगाई"), ("gaon", "गाँव"), ("sadak", "सड़क"), ("ladki", "लड़की"),
      ("andolan", "आंदोलन"),
      ("janta", "जनता"), ("samvidhan", "संविधान"), ("bjp", "बीजेपी"), ("cbi", "सीबीआई"), ("ipl", "आईपीएल"), ("rajnath", "राजनाथ"),
      ("uttar", "उत्तर"), ("university", "यूनिवर्सिटी"), ("phool", "फूल"), ("zameen", "ज़मीन"), ("khabar", "ख़बर"), ("yogi", "योगी"),
    ])
  func acrossScripts(latin: String, devanagari: String) {
    #expect(finds(latin, devanagari), "\(SoundKey.queryKeys(for: latin)) \(SoundKey.of(SearchKey.fold(devanagari)))")
    // The other way a store has one reading of the Latin word only.
    let match = SoundMatch(query: SearchKey.fold(devanagari))
    #expect(match.score(latin) != nil)
  }

  @Test(
    "a Devanagari query finds the Latin word in a text",
    arguments: [
      ("व्हाट्सऐप", "WhatsApp"), ("वाट्सएप", "WhatsApp"), ("फेसबुक", "Facebook"), ("गूगल", "Google"), ("ट्विटर", "Twitter"),
      ("कांग्रेस", "Congress"),
      ("मोदी", "Modi"), ("दिल्ली", "Delhi"), ("बीजेपी", "BJP"), ("यूनिवर्सिटी", "University"), ("कोरोना", "Corona"),
    ])
  func fromDevanagari(query: String, word: String) {
    #expect(finds(query, word))
  }

  @Test(
    "transcriptions of one loan word match each other",
    arguments: [
      ("व्हाट्सऐप", "वाट्सएप"), ("व्हाट्सऐप", "व्हाट्सएप"), ("वॉट्सऐप", "वाट्सएप"), ("यूक्रेन", "युक्रेन"), ("इज़रायल", "इजराइल"), ("ट्रंप", "ट्रम्प"),
      ("कॉलेज", "कालेज"), ("whatsapp", "watsapp"), ("modi", "modee"),
    ])
  func transcriptions(first: String, second: String) {
    #expect(finds(first, second))
    #expect(finds(second, first))
  }

  @Test(
    "different words of one script do not match",
    arguments: [
      ("दिन", "दीन"), ("कल", "काल"), ("राम", "रोम"), ("राजा", "राज"), ("सरकार", "सरकारी"), ("कमल", "कमाल"), ("कोर्ट", "कोट"),
      ("हिंदी", "हिंदू"),
      ("trump", "tramp"), ("modi", "made"), ("मोदी", "मदद"),
    ])
  func differentWords(first: String, second: String) {
    #expect(SoundMatch(query: first).score(second) == nil)
  }

  @Test("the better spelling is ranked higher")
  func ranking() throws {
    let match = SoundMatch(query: "kamal")
    let near = try #require(match.score("कमल"))
    let far = try #require(match.score("कमाल"))
    #expect(near > far)
    let name = SoundMatch(query: "modi")
    #expect(try #require(name.score("मोदी")) > (name.score("मुद्दा") ?? 0))
    #expect(SoundMatch(query: "मोदी").score("मोदी") == 1)
  }

  @Test("a word that is being typed matches words that go on after it")
  func beginnings() {
    for (typed, word) in [
      ("pradhan", "प्रधानमंत्री"), ("whats", "व्हाट्सऐप"), ("cong", "कांग्रेस"), ("व्हाट", "whatsapp"), ("supr", "सुप्रीम"),
    ] {
      let key = SoundKey.of(word)
      #expect(SoundKey.queryKeys(forBeginning: typed).contains { key.hasPrefix($0) }, "\(typed)")
      #expect(SoundMatch(query: typed, isBeginning: true).score(word) != nil, "\(typed)")
      #expect(SoundMatch(query: typed).score(word) ?? 0 < 0.8, "\(typed)")
    }
  }

  @Test("what has no sound has no key and no match")
  func silent() {
    for word in ["", "2019", "🏏", "ঢাকা", "日本", "ं", "्"] {
      #expect(SoundKey.of(word).isEmpty, "\(word)")
      #expect(SoundKey.queryKeys(for: word).isEmpty, "\(word)")
    }
    #expect(SoundMatch(query: "2019").score("2019") == nil)
    #expect(SoundMatch(query: "modi").score("🏏") == nil)
  }

  @Test("no word breaks it, keys are ASCII letters and few")
  func anyWord() {
    var random = FixedRandom(52)
    let pool: [Unicode.Scalar] = Array("कखगञजटडतदनपबमयरलवशसहािीुूेैोौ्ंअआइईउएओऋृॉॲaeioubcghknmnrstwxyzq0ઁ".unicodeScalars)
    var words: [String] = [String(repeating: "n", count: 5_000), String(repeating: "क्", count: 5_000)]
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &random) { text.append(pool.randomElement(using: &random)!) }
      words += SearchKey.words(String(text))
    }
    for word in words {
      let keys = SoundKey.queryKeys(for: word) + SoundKey.queryKeys(forBeginning: word) + [SoundKey.of(word)]
      #expect(keys.count <= 17)
      #expect(keys.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } && $0.utf8.count <= 300 })
      if let score = SoundMatch(query: word).score(words[Int.random(in: 0..<words.count, using: &random)]) {
        #expect((0...1).contains(score))
      }
    }
  }
}

/// Latin spellings that people typed (hindi-translit-crowd).
@Suite("Latin spellings of Hindi words", .inBackground, .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"))
struct LatinSpellingTests {
  private struct Vocabulary {
    private(set) var words: Set<String> = []
    private var byKey: [String: [String]] = [:]

    mutating func add(_ word: String) {
      guard !word.isEmpty, !word.contains(" "), words.insert(word).inserted else { return }
      byKey[SoundKey.of(word), default: []].append(word)
    }

    func firstFive(_ query: String) -> [String] {
      let match = SoundMatch(query: query)
      let found = SoundKey.queryKeys(for: query).flatMap { byKey[$0] ?? [] }.compactMap { word in
        match.score(word).map { (word: word, score: $0) }
      }
      return found.sorted { ($0.score, $0.word) > ($1.score, $1.word) }.prefix(5).map(\.word)
    }
  }

  /// Half of the words were looked at while costs were set; the other half only here.
  private static func isTuned(_ word: String) -> Bool {
    var hash: UInt32 = 2_166_136_261
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return (hash >> 7) % 2 == 0
  }

  @Test("nearly all spellings find their word among the first five")
  func firstFive() throws {
    let pairs = try SharedData.text("hindi-translit-crowd/pairs.tsv.xz").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map { SearchKey.fold(String($0)) }
      return fields.count == 2 && !fields[0].contains(" ") && !fields[1].contains(" ") ? (fields[0], fields[1]) : nil
    }
    var vocabulary = Vocabulary()
    for pair in pairs { vocabulary.add(pair.1) }
    let tuned = pairs.filter { Self.isTuned($0.1) }
    let other = pairs.filter { !Self.isTuned($0.1) }
    _ = share("among the words of the pairs, tuned half", tuned, vocabulary)
    let plain = share("among the words of the pairs, other half", other, vocabulary)
    for line in try SharedData.text("hindi-stem-snowball/voc-stem.tsv.xz").split(separator: "\n") {
      if let word = line.split(separator: "\t").first { vocabulary.add(SearchKey.fold(String(word))) }
    }
    let hard = share("among \(vocabulary.words.count) words, other half", other, vocabulary)
    #expect(plain > 0.86)
    #expect(hard > 0.84)
  }

  private func share(_ name: String, _ pairs: [(String, String)], _ vocabulary: Vocabulary) -> Double {
    let right = pairs.count { vocabulary.firstFive($0.0).contains($0.1) }
    print(Share(name, right: right, of: pairs.count))
    return Double(right) / Double(max(pairs.count, 1))
  }
}
