import TestSupport
import Testing

@testable import IndicText

/// Attested spellings that differ by a convention (hindi-variants), and what other search engines fold (hindi-fold-lucene).
@Suite("Spelling variants", .inBackground, .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"))
struct SpellingVariantTests {
  @Test("the spellings of each convention have one key")
  func variants() throws {
    var right: [String: Int] = [:]
    var count: [String: Int] = [:]
    for line in try SharedData.text("hindi-variants/attested-pairs.tsv").split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 2 else { continue }
      let rule = String(fields[2])
      count[rule, default: 0] += 1
      if SearchKey.fold(String(fields[0])) == SearchKey.fold(String(fields[1])) { right[rule, default: 0] += 1 }
    }
    #expect(!count.isEmpty)
    for (rule, pairs) in count.sorted(by: { $0.key < $1.key }) {
      print(Share(rule, right: right[rule] ?? 0, of: pairs))
      #expect((right[rule] ?? 0) * 100 >= pairs * 95, "\(rule)")
    }
    print(Share("all conventions", right: right.values.reduce(0, +), of: count.values.reduce(0, +)))
  }

  @Test("folding joins few words of a vocabulary")
  func overJoining() throws {
    var spellings: [String: Set<String>] = [:]
    for line in try SharedData.text("hindi-stem-snowball/voc-stem.tsv.xz").split(separator: "\n") {
      guard let word = line.split(separator: "\t").first.map(String.init) else { continue }
      let key = SearchKey.fold(word)
      if !key.isEmpty { spellings[key, default: []].insert(word) }
    }
    let alone = spellings.values.filter { $0.count == 1 }.count
    print(Share("keys with a single spelling in the vocabulary", right: alone, of: spellings.count))
    #expect(alone * 100 >= spellings.count * 90)
  }

  @Test("what Lucene folds is folded, but for vowel length and conjuncts")
  func lucene() throws {
    var keys: [String: Set<String>] = [:]
    for line in try SharedData.text("hindi-fold-lucene/vectors.tsv").split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, fields[0] == "normalize" else { continue }
      keys[fields[2], default: []].insert(SearchKey.fold(fields[1]))
    }
    #expect(!keys.isEmpty)
    // अंग्रेजी and अंगरेजी differ by a virama: those meet by sound.
    for group in keys.values {
      #expect(group.count <= 2, "\(group)")
      #expect(Set(group.map(SoundKey.of)).count == 1, "\(group)")
    }
  }
}
