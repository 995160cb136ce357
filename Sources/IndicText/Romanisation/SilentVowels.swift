extension DevanagariWord {
  /// Beside each syllable, whether its inherent vowel is not spoken.
  ///
  /// From the word's end to its beginning, as Ohala's rule is applied: Manjari Ohala, "Aspects of Hindi Phonology" (Motilal Banarsidass,
  /// 1983), and for the syllables that keep it Narasimhan, Sproat and Kiraz, "Schwa-Deletion in Hindi Text-to-Speech Synthesis",
  /// International Journal of Speech Technology 7 (2004).
  func silentVowels(_ reading: Reading) -> [Bool] {
    var silent = [Bool](repeating: false, count: syllables.count)
    if reading == .sanskrit { return silent }
    let starts = memberStarts(reading)
    for index in syllables.indices.reversed() where syllables[index].isPlainSchwa {
      let isStart = index == 0 || starts.contains(index)
      if index == syllables.count - 1 || starts.contains(index + 1) {
        silent[index] = !isStart && isSilentAtEnd(index, reading)
      } else if syllables[index + 1].onset.isEmpty {
        silent[index] = index > 0 && isSilentBeforeVowel(index)
      } else {
        silent[index] = !isStart && isSilentInside(index, reading, nextIsSilent: silent[index + 1])
      }
    }
    return silent
  }

  // MARK: - At the end of a word

  private func isSilentAtEnd(_ index: Int, _ reading: Reading) -> Bool {
    let onset = syllables[index].onset
    let last = consonants[onset.upperBound - 1]
    guard onset.count > 1 else {
      // प्रिय, भारतीय: after a high vowel य alone would not be heard.
      return !(last == Consonant.ya && Self.highVowels.contains(syllables[index - 1].vowel ?? 0))
    }
    let before = consonants[onset.upperBound - 2]
    if reading != .hindi { return Self.isLoanEnd(before, last) }
    // A nukta marks a word of Persian, Arabic or English: क़त्ल and फ़िक्र are one syllable.
    if consonants.contains(where: Consonant.hasNukta) { return true }
    return switch last {
    case Consonant.ya, 0x091E: false
    case Consonant.ra: before == Consonant.ra
    case Consonant.la: !Consonant.isObstruent(before) && before != Consonant.ma
    case Consonant.va: !Consonant.isObstruent(before) && !Consonant.isNasal(before)
    // Only Sanskrit has ष: कृष्ण, ग्रीष्म.
    case Consonant.nna, Consonant.ma: before != Consonant.ssa
    default: true
    }
  }

  /// Ends of English words, which keep their own sound in Marathi and Nepali: रिपोर्ट, बोर्ड, पोस्ट, फिल्म, टॅक्स.
  private static func isLoanEnd(_ before: UInt32, _ last: UInt32) -> Bool {
    switch (before, last) {
    case (Consonant.ra, 0x091F), (Consonant.ra, 0x0921), (Consonant.la, 0x092E), (Consonant.la, 0x091F): true
    case (0x0938, 0x091F), (0x0915, 0x0938), (0x091F, 0x0938), (0x092B, 0x091F): true
    default: false
    }
  }

  // MARK: - Inside

  /// V C _ C V: an inherent vowel between single consonants with a vowel before and after them.
  private func isSilentInside(_ index: Int, _ reading: Reading, nextIsSilent: Bool) -> Bool {
    let next = syllables[index + 1]
    guard let consonant = onlyConsonant(syllables[index]), let nextVowel = next.vowel, !nextIsSilent,
      syllables[index - 1].vowel != nil
    else { return false }
    guard let following = onlyConsonant(next) else { return reading == .marathi && isCaseEnding(next) }
    // तह and थ must not look the same.
    if following == Consonant.ha, Consonant.looksAspiratedBeforeH(consonant) { return false }
    // नियमों: य between i and another vowel would not be heard.
    if consonant == Consonant.ya, syllables[index - 1].vowel == 0x0907 { return false }
    if isAfterNasalConsonant(index), !isVerbOfNasalVowel(index) { return false }
    let last = syllables.count - 1
    switch reading {
    case .marathi:
      // प्रगती, अनुमती: what Sanskrit ends in -ति.
      if index + 1 == last, following == Consonant.ta, nextVowel == 0x0908 { return false }
    default:
      let isShortHigh = (nextVowel == 0x0907 || nextVowel == 0x0909) && next.nasal == .none
      // प्रगति, अवधि: only Sanskrit words end in a short vowel; but जबकि.
      if index + 1 == last, isShortHigh, following != 0x0915 { return false }
      // राष्ट्रपतियों.
      if following == Consonant.ta, isShortHigh, index + 2 == last, onlyConsonant(syllables[last]) == Consonant.ya {
        return false
      }
      // वातावरण, उपकरण.
      if following == Consonant.ra, next.isPlainSchwa, index + 2 == last,
        onlyConsonant(syllables[last]) == Consonant.nna
      {
        return false
      }
    }
    return true
  }

  /// After a short vowel an anusvara is a consonant: संगठन, ज़िंदगी. After a long one, or as chandrabindu, it makes the vowel nasal.
  private func isAfterNasalConsonant(_ index: Int) -> Bool {
    let before = syllables[index - 1]
    guard before.nasal == .anusvara, let vowel = before.vowel else { return false }
    return Self.shortVowels.contains(vowel)
  }

  /// पहुंचना, हंसते, फंसी: anusvara is written for chandrabindu here.
  private func isVerbOfNasalVowel(_ index: Int) -> Bool {
    guard let consonant = onlyConsonant(syllables[index]) else { return false }
    if consonant == 0x091A, syllables[index - 1].vowel == 0x0909 { return true }
    let next = syllables[index + 1]
    guard [0x091A, 0x091F, 0x0938].contains(consonant), index + 2 == syllables.count else { return false }
    let isEnding = [0x0906, 0x0908, 0x090F].contains(next.vowel ?? 0)
    return isEnding && [Consonant.ta, 0x0928].contains(onlyConsonant(next) ?? 0)
  }

  /// Marathi's -च्या, -ल्या, -म्या: सरकारच्या, आपल्या, बातम्या.
  private func isCaseEnding(_ syllable: Syllable) -> Bool {
    guard syllable.onset.count == 2, syllable.vowel == 0x0906, consonants[syllable.onset.upperBound - 1] == Consonant.ya
    else { return false }
    return [0x091A, Consonant.la, Consonant.ma].contains(consonants[syllable.onset.lowerBound])
  }

  /// English letters by name, एसएफ and एमए, and what stands before ऐप: no Indian word has a vowel after the inherent one there.
  private func isSilentBeforeVowel(_ index: Int) -> Bool {
    switch syllables[index + 1].vowel ?? 0 {
    case 0x0906, 0x0910...0x0914, 0x0972: true
    case 0x090F:
      index + 2 < syllables.count || (syllables[index - 1].onset.isEmpty && syllables[index - 1].vowel == 0x090F)
    default: false
    }
  }

  private static let highVowels: Set<UInt32> = [0x0907, 0x0908, 0x0909, 0x090A, 0x090B]
  private static let shortVowels: Set<UInt32> = [0x0905, 0x0907, 0x0909, 0x090B]
}

/// Consonants that the rules name, and the kinds that they speak of.
enum Consonant {
  static let nna: UInt32 = 0x0923
  static let ta: UInt32 = 0x0924
  static let pha: UInt32 = 0x092B
  static let ma: UInt32 = 0x092E
  static let ya: UInt32 = 0x092F
  static let ra: UInt32 = 0x0930
  static let la: UInt32 = 0x0932
  static let va: UInt32 = 0x0935
  static let ssa: UInt32 = 0x0937
  static let ha: UInt32 = 0x0939

  static func hasNukta(_ value: UInt32) -> Bool { (0x0958...0x095B).contains(value) || value == 0x095E }

  static func isNasal(_ value: UInt32) -> Bool { [0x0919, 0x091E, 0x0923, 0x0928, 0x092E].contains(value) }

  /// Stops, sibilants and ह.
  static func isObstruent(_ value: UInt32) -> Bool {
    ((0x0915...0x092D).contains(value) && !isNasal(value)) || (0x0936...0x0939).contains(value)
      || (0x0958...0x095E).contains(value)
  }

  static func isLabial(_ value: UInt32) -> Bool { (0x092A...0x092E).contains(value) }

  /// Unaspirated stops and स, whose letter makes another one with h.
  static func looksAspiratedBeforeH(_ value: UInt32) -> Bool {
    [0x0915, 0x0917, 0x091A, 0x091C, 0x091F, 0x0921, 0x0924, 0x0926, 0x092A, 0x092C, 0x0938].contains(value)
  }
}
