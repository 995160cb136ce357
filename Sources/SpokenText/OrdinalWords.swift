internal import CICU

/// 5वाँ, 6ठी, 3री, 21st in words.
enum OrdinalWords {
  /// - Parameter ending: what stands after the digits.
  /// - Parameter isAttached: whether no blank is between them: apart only the nasal endings are taken for one.
  /// - Returns: nil when `ending` makes no ordinal.
  static func ordinal(_ number: Int64, _ ending: String, isAttached: Bool, _ language: SpokenLanguage) -> String? {
    switch language {
    case .english:
      return isAttached && ["st", "nd", "rd", "th"].contains(ending.lowercased())
        ? NumberWords.spelled(number, "en_IN", KHABAR_SPELL_ORDINAL).replacing("-", with: " ") : nil
    case .hindi: return hindi(number, ending, isAttached)
    case .marathi: return isAttached ? marathi(number, ending) : nil
    }
  }

  private static func hindi(_ number: Int64, _ ending: String, _ isAttached: Bool) -> String? {
    // Without the dot of the vowel it is often typed, and never said.
    let spellings = ["वाँ": "वाँ", "वां": "वाँ", "वीं": "वीं", "वें": "वें"]
    let careless = ["वा": "वाँ", "वी": "वीं", "वे": "वें"]
    if let ending = spellings[ending] ?? (isAttached ? careless[ending] : nil) {
      if number == 6 { return ["वाँ": "छठा", "वीं": "छठी", "वें": "छठे"][ending] }
      return NumberWords.cardinal(number, .hindi) + ending
    }
    guard isAttached, let sign = ending.unicodeScalars.last, ending.unicodeScalars.count == 2 else { return nil }
    let stem = [1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"][number]
    let consonant = [1: "ल", 2: "र", 3: "र", 4: "थ", 6: "ठ"][number]
    guard let stem, let consonant, ending.unicodeScalars.first == consonant.unicodeScalars.first,
      "ाीे".unicodeScalars.contains(sign)
    else { return nil }
    return stem + String(Character(sign))
  }

  private static func marathi(_ number: Int64, _ ending: String) -> String? {
    let stems: [Int64: String] = [
      5: "पाच", 6: "सहा", 7: "सात", 8: "आठ", 9: "नव", 10: "दहा",
    ]
    switch (number, ending) {
    case (1, "ला"), (1, "ली"), (1, "ले"), (1, "ल्या"): return "पहि" + ending
    case (2, "रा"), (2, "री"), (2, "रे"), (2, "ऱ्या"): return "दुस" + ending
    case (3, "रा"), (3, "री"), (3, "रे"), (3, "ऱ्या"): return "तिस" + ending
    case (4, "था"), (4, "थी"), (4, "थे"), (4, "थ्या"): return "चौ" + ending
    case (_, "वा"), (_, "वी"), (_, "वे"), (_, "व्या"):
      if let stem = stems[number] { return stem + ending }
      let word = NumberWords.cardinal(number, .marathi)
      // एकवीस + वा: एकविसावा; अकरा has its vowel already.
      guard let last = word.unicodeScalars.last, (0x0915...0x0939).contains(last.value) else { return word + ending }
      return (word.hasSuffix("वीस") ? String(word.unicodeScalars.dropLast(2)) + "िस" : word) + "ा" + ending
    default: return nil
    }
  }
}
