/// What the forms of one word have in common, as far as neighbours of a story are concerned.
///
/// Two stems, or two words, of one number are taken for one: so rare among 32 bits that it costs less than to remember them.
struct TermForm: Hashable, Sendable {
  /// A number for the part of a folded word that its forms share: the word without its endings of case, number and gender.
  let stem: UInt32
  /// A number for the word as it is.
  let word: UInt32

  init(_ word: UnsafeBufferPointer<UInt8>) {
    let stemEnd = Self.stemEnd(of: word)
    // FNV-1a, the stem first: the word's number goes on where the stem's ends.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word[..<stemEnd] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    stem = Self.mixed(hash)
    for byte in word[stemEnd...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.word = stemEnd == word.count ? stem : Self.mixed(hash)
  }

  /// Where the stem of a folded word ends; never 0 for a word that is not empty.
  static func stemEnd(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let last = word.last, word.count > leastUTF8Count else { return word.count }
    for ending in endings[Int(last)] where word.count - ending.count >= leastUTF8Count {
      let start = word.count - ending.count
      if ending.indices.allSatisfy({ word[start + $0] == ending[$0] }) { return start }
    }
    return word.count
  }

  /// All bits of a number in half of them: the last step of MurmurHash3 (public domain).
  static func mixed(_ value: UInt64) -> UInt32 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return UInt32(truncatingIfNeeded: value ^ (value >> 33))
  }

  /// Two letters of Devanagari; of Latin six, so that only long words lose an ending.
  private static let leastUTF8Count = 6

  /// The longest first. Hindi's endings (Ramanathan and Rao 2003 list them) where they part no two words of the news, the commonest of
  /// Marathi, and the English plural.
  private static let endings: [[[UInt8]]] = {
    let all = [
      "ियों", "ाओं", "ुओं", "ियां", "ाएं", "ांच्या", "ांनी", "ांना", "मध्ये", "च्या", "ातील", "ात", "ाला", "ाने", "ाचे", "ाची", "ाचा", "ों", "ें",
      "ीं", "ां", "ो", "े",
      "ी", "ा", "ि", "ु", "ू", "es", "s",
    ].map { Array($0.utf8) }.sorted { $0.count > $1.count }
    // By their last byte, so that most words are told at once to have none.
    return (0..<256).map { byte in all.filter { $0.last.map(Int.init) == byte } }
  }()
}
