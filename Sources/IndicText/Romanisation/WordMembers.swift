extension DevanagariWord {
  /// The syllables at which a member of a compound begins, the first one left out: लोक|सभा, राष्ट्र|वाद, महा|नगर.
  ///
  /// A member is read as a word of its own. Only members are known whose first vowel would else be lost, or that stand after a vowel
  /// which would else be kept.
  func memberStarts(_ reading: Reading) -> Set<Int> {
    guard syllables.count > 2 else { return [] }
    var starts: Set<Int> = []
    for prefix in WordMembers.prefixes where begins(with: prefix, at: 0) {
      if let start = syllables.firstIndex(where: { $0.start == prefix.count }) { starts.insert(start) }
    }
    if WordMembers.negated.contains(where: { begins(with: $0, at: 0) }) { starts.insert(1) }
    for index in syllables.indices.dropFirst() {
      guard let members = WordMembers.second[scalars[syllables[index].start]] else { continue }
      for member in members where index >= member.minimumSyllablesBefore && (!member.isMarathi || reading == .marathi) {
        if begins(with: member.scalars, at: syllables[index].start) { starts.insert(index) }
      }
    }
    return starts
  }

  func begins(with word: [UInt32], at start: Int) -> Bool {
    scalars.count - start >= word.count && scalars[start..<(start + word.count)].elementsEqual(word)
  }
}

/// Members of compounds, by what they begin with.
enum WordMembers {
  struct Member {
    var scalars: [UInt32]
    /// निकला is no art of नि: how many syllables must stand before the member.
    var minimumSyllablesBefore: Int
    var isMarathi = false
  }

  static let prefixes = words("महा परि प्रति अनु अभि")

  /// अ that denies a word with स: असफल, असमर्थ, असहमति.
  static let negated = words("असफ असम असह")

  static let second: [UInt32: [Member]] = {
    // The first vowel is spoken.
    var members = words(
      "सभा भवन सदन समिति सचिव परिषद कला कथा महल पसंद जनक रमण गणना घड़ी"
    ).map { Member(scalars: $0, minimumSyllablesBefore: 2) }
    members += words("नगर समझ").map { Member(scalars: $0, minimumSyllablesBefore: 1) }
    // The vowel before is silent, even after two consonants.
    members += words("वाद वार वाल वाला दार बाज नाक फोन फ़ोन व्यवस्था स्तर").map { Member(scalars: $0, minimumSyllablesBefore: 2) }
    members += words("करी वाडी").map { Member(scalars: $0, minimumSyllablesBefore: 2, isMarathi: true) }
    return Dictionary(grouping: members) { $0.scalars[0] }
  }()

  static func words(_ text: String) -> [[UInt32]] {
    NormalForm.line(text).split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}

/// Words of the news that no rule reads right.
enum IrregularWords {
  /// The word in Latin letters; nil when the rules hold for it.
  static func roman(_ word: [UInt32], _ reading: Reading) -> String? {
    reading == .hindi ? hindi[word] : reading == .marathi ? marathi[word] : nil
  }

  private static let hindi = table(
    // Final clusters of Persian and Arabic, written without their nukta.
    "उम्र umr, कब्र kabr, सब्र sabr, जब्र jabr, फिक्र fikr, जिक्र jikr, मिस्र misr, कद्र kadr, फख्र fakhr, इत्र itr, "
      + "नस्ल nasl, कत्ल katl, शक्ल shakl, अक्ल akl, नक्ल nakl, फस्ल fasl, अस्ल asl, सद्र sadr, फज्र fajr, हिज्र hijr, "
      + "बह्र bahr, हश्र hashr, "
      // Sanskrit clusters that are spoken with their vowel.
      + "पद्म padma, रत्न ratna, ब्रह्म brahma, यत्न yatna, प्रयत्न prayatna, "
      + "जनवरी janvarī, फरवरी farvarī, फ़रवरी farvarī, रुपया rupayā, रुपये rupaye, रुपए rupaye, रुपयों rupayon, "
      + "देवनागरी devnāgarī, लापता lāpatā, जागरण jāgran, सिंह singh, "
      + "अहमदाबाद ahmadābād, बेंगलुरु bengaluru, बेवजह bevajah")

  private static let marathi = table("एवं evam, स्वयं svayam, पार्क pārk, सिंह sinha, बँक bank")

  private static func table(_ text: String) -> [[UInt32]: String] {
    var table: [[UInt32]: String] = [:]
    for entry in text.split(separator: ", ") {
      let parts = entry.split(separator: " ")
      guard parts.count == 2 else { continue }
      table[WordMembers.words(String(parts[0]))[0]] = String(parts[1])
    }
    return table
  }
}
