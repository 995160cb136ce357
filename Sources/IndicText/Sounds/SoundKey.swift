/// A coarse skeleton of what a word sounds like, which a Devanagari word and its usual Latin spellings have in common.
///
/// It is for finding candidates among many words: मोदी and modi, व्हाट्सऐप and whatsapp share one. Which of the candidates are meant is
/// said by ``SoundMatch``. What a skeleton keeps and why: see the article <doc:Sounds>.
public enum SoundKey {
  /// The skeleton of `word`: consonants as ASCII lower-case letters, and `a` for a vowel that begins the word.
  ///
  /// Empty when the word has no sound in a script that is read here (Devanagari and Latin): digits, pictographs, other scripts.
  ///
  /// - Parameter word: one word of a ``SearchKey``.
  /// - Complexity: linear in the word, of which 64 scalars count.
  public static func of(_ word: String) -> String {
    keys(word, limit: 1).first ?? ""
  }

  /// Skeletons under which the words that sound like `word` may stand, the likeliest first; at most eight, and none when it has no sound.
  ///
  /// A spelling can be read in several ways (`ch` is च, in Christ क; a nasal before a consonant is a letter or an anusvara), and a stored
  /// word has one skeleton: so a query asks for several.
  public static func queryKeys(for word: String) -> [String] {
    keys(word, limit: 8)
  }

  /// Skeletons that begin the skeletons of words which begin like `typed`, for a word that is still being typed.
  ///
  /// The last letters typed may be half of a sound (`k` of `kh`, `n` of a nasal): they count as far as they are certain.
  ///
  /// A single letter is given only when nothing more is known; it stands for too many words to be asked for at every key press.
  public static func queryKeys(forBeginning typed: String) -> [String] {
    var found = keys(typed, limit: 8, readsLetterNames: false)
    if found.contains(where: { $0.utf8.count > 1 }) { found.removeAll { $0.utf8.count == 1 } }
    var keys: [String] = []
    for key in found where !keys.contains(where: { key.hasPrefix($0) }) {
      keys.removeAll { $0.hasPrefix(key) }
      keys.append(key)
    }
    return keys
  }

  private static func keys(_ word: String, limit: Int, readsLetterNames: Bool = true) -> [String] {
    var paths = SkeletonPaths(limit: limit)
    guard !word.utf8.contains(where: { $0 >= 0x80 }) else {
      DevanagariSkeleton.walk(word, isQuery: limit > 1, &paths)
      return paths.keys
    }
    let letters = LatinReading.letters(word)
    let names = (readsLetterNames ? LatinReading.letterNames(letters) : nil).map { names in
      var paths = SkeletonPaths(limit: 1)
      LatinSkeleton.walk(names, &paths)
      return paths.keys
    }
    // Without a vowel it is an abbreviation before all else.
    let isAbbreviation = !letters.contains { LatinSkeleton.isVowel($0) || $0 == UInt8(ascii: "y") }
    if limit == 1, isAbbreviation, let names { return names }
    LatinSkeleton.walk(LatinReading.english(letters), &paths)
    let keys = paths.keys
    guard limit > 1, let name = names?.first, !keys.contains(name) else { return keys }
    return isAbbreviation ? [name] + keys.prefix(limit - 1) : keys.prefix(limit - 1) + [name]
  }
}

/// Skeletons in the making: each way to read the letters so far, with what it costs to believe it.
struct SkeletonPaths {
  private struct Path {
    var letters: [UInt8] = []
    var cost = 0
  }

  private var paths = [Path()]
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// The likeliest first; no empty ones.
  var keys: [String] {
    var keys: [String] = []
    for path in paths where keys.count < limit {
      let key = String(decoding: path.letters, as: UTF8.self)
      if !key.isEmpty, !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  mutating func append(_ letter: UInt8) {
    for index in paths.indices { paths[index].letters.append(letter) }
  }

  /// Goes on in each of `ways`; the first is the likeliest and costs nothing.
  mutating func branch(_ ways: [(letters: [UInt8], cost: Int)]) {
    guard limit > 1 else {
      if let first = ways.first { for letter in first.letters { append(letter) } }
      return
    }
    var grown: [Path] = []
    for path in paths {
      for way in ways { grown.append(Path(letters: path.letters + way.letters, cost: path.cost + way.cost)) }
    }
    grown.sort { $0.cost < $1.cost }
    // More than are given out, since two ways may come to one skeleton.
    paths = Array(grown.prefix(limit * 2))
  }
}
