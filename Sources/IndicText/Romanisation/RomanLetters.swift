extension DevanagariWord {
  /// Appends the word in Latin letters. Nothing comes of marks that stand on nothing.
  func write(_ reading: Reading, to roman: inout String) {
    if let irregular = IrregularWords.roman(scalars, reading) {
      roman += irregular
      return
    }
    let silent = silentVowels(reading)
    for (index, syllable) in syllables.enumerated() {
      writeOnset(of: index, reading, to: &roman)
      if let vowel = syllable.vowel, !silent[index] {
        if hasGlide(index, silent, reading) { roman += "y" }
        roman += RomanLetters.vowel(vowel, reading)
      }
      roman += nasal(index, reading)
      if syllable.hasVisarga { roman += "h" }
    }
  }

  private func writeOnset(of index: Int, _ reading: Reading, to roman: inout String) {
    let onset = syllables[index].onset
    var place = onset.lowerBound
    while place < onset.upperBound {
      let consonant = consonants[place]
      let next = place + 1 < onset.upperBound ? consonants[place + 1] : nil
      if consonant == 0x091C, next == 0x091E {
        roman += RomanLetters.gya(reading)
        place += 2
        continue
      }
      if consonant == Consonant.pha,
        saysF(index, before: place > onset.lowerBound ? consonants[place - 1] : nil, reading)
      {
        roman += "f"
      } else {
        roman += RomanLetters.consonant(consonant)
      }
      place += 1
    }
  }

  /// लिए is liye and जाएगा jāyegā, as they are written; the names of English letters (पीएम) have no glide.
  private func hasGlide(_ index: Int, _ silent: [Bool], _ reading: Reading) -> Bool {
    guard reading == .hindi, index > 0, syllables[index].onset.isEmpty, syllables[index].vowel == 0x090F else {
      return false
    }
    let before = syllables[index - 1]
    guard before.nasal == .none, !before.hasVisarga else { return false }
    if before.isInherent { return !silent[index - 1] && index == syllables.count - 1 }
    return [0x0906, 0x0907, 0x0913].contains(before.vowel ?? 0)
  }

  /// Anusvara and chandrabindu take the place of the consonant after them; one spelling stands for the other too often to tell them apart.
  private func nasal(_ index: Int, _ reading: Reading) -> String {
    let syllable = syllables[index]
    guard syllable.nasal != .none else { return "" }
    guard index + 1 < syllables.count, let next = consonants[syllables[index + 1].onset].first else {
      guard index == syllables.count - 1, syllable.isInherent, syllable.nasal == .anusvara, index > 0 else {
        return "n"
      }
      // एवं, स्वयं; but Marathi marks a spoken vowel with it: असं, कसं.
      return reading == .marathi ? "" : "m"
    }
    if Consonant.isLabial(next) { return next == Consonant.pha && saysF(index + 1, before: nil, reading) ? "n" : "m" }
    // The prefix सम्: संवाद, संविधान; but गांव.
    let isSam = syllable.isInherent && onlyConsonant(syllable).map { $0 == 0x0938 || $0 == Consonant.ya } ?? false
    if next == Consonant.va, syllable.nasal == .anusvara, isSam { return "m" }
    return "n"
  }

  /// फ without its nukta is f in most words of a newspaper; the words of one's own language are few and known.
  private func saysF(_ index: Int, before: UInt32?, _ reading: Reading) -> Bool {
    guard reading == .hindi || reading == .marathi else { return false }
    // स्फ, ष्फ and त्फ are Sanskrit: विस्फोट, निष्फल.
    if let before, [0x0938, 0x0937, Consonant.ta].contains(before) { return false }
    let start = syllables[index].start
    if RomanLetters.fruit.contains(where: { begins(with: $0, at: start) }) { return false }
    if RomanLetters.persianF.contains(where: { begins(with: $0, at: 0) }) { return true }
    return !RomanLetters.ownPh.contains { begins(with: $0, at: 0) }
  }
}

/// Hunterian letters with a macron on long vowels; all of one scalar, from Latin-1 and Latin Extended-A.
enum RomanLetters {
  static func consonant(_ value: UInt32) -> String {
    switch value {
    case 0x0915: "k"
    case 0x0916, 0x0959: "kh"
    case 0x0917, 0x097B: "g"
    case 0x0918, 0x095A: "gh"
    case 0x0919, 0x091E, 0x0923, 0x0928, 0x0929: "n"
    case 0x091A: "ch"
    case 0x091B: "chh"
    case 0x091C, 0x097C: "j"
    case 0x091D: "jh"
    case 0x091F, 0x0924: "t"
    case 0x0920, 0x0925: "th"
    case 0x0921, 0x0926, 0x0978, 0x097E: "d"
    case 0x0922, 0x0927: "dh"
    case 0x092A: "p"
    case 0x092B: "ph"
    case 0x092C, 0x097F: "b"
    case 0x092D: "bh"
    case 0x092E: "m"
    case 0x092F, 0x095F, 0x097A: "y"
    case 0x0930, 0x0931, 0x095C: "r"
    case 0x095D: "rh"
    case 0x0932, 0x0933, 0x0934: "l"
    case 0x0935: "v"
    case 0x0936, 0x0937: "sh"
    case 0x0938: "s"
    case 0x0939: "h"
    case 0x0958: "q"
    case 0x095B: "z"
    case 0x095E: "f"
    case 0x0979: "zh"
    default: ""
    }
  }

  static func vowel(_ letter: UInt32, _ reading: Reading) -> String {
    switch letter {
    case 0x0904, 0x0905, 0x090D, 0x0972: "a"
    case 0x0906: "ā"
    case 0x0907: "i"
    case 0x0908: "ī"
    case 0x0909, 0x0976: "u"
    case 0x090A, 0x0977: "ū"
    case 0x090B: reading == .marathi ? "ru" : "ri"
    case 0x0960: reading == .marathi ? "rū" : "rī"
    case 0x090C: "lri"
    case 0x0961: "lrī"
    case 0x090E, 0x090F, 0x0973: "e"
    case 0x0910, 0xA8FE: "ai"
    case 0x0911...0x0913, 0x0974: "o"
    case 0x0914, 0x0975: "au"
    case 0x093D, 0x097D: "'"
    case 0x0950, 0xA8FD: "om"
    default: ""
    }
  }

  /// ज्ञ as each language reads it.
  static func gya(_ reading: Reading) -> String {
    switch reading {
    case .hindi, .nepali: "gy"
    case .marathi: "dny"
    case .sanskrit: "jn"
    }
  }

  /// फल is a fruit wherever it stands in a word: सफल, विफल.
  static let fruit = WordMembers.words("फल फळ")
  /// Words that begin like one of ``ownPh``.
  static let persianF = WordMembers.words("फिरोज फिरदौस फिरंग फलस्तीन फलां")
  /// Beginnings of words whose फ is the aspirate.
  static let ownPh = WordMembers.words(
    "फिर फूल फैल फेंक फट फोड़ फूट फूँक फूंक फंस फँस फाड़ फेर फांस फाँस फाग फुलवा फुर्त फीका फुसल फावड़ा फुहार फांद फाँद फोड फाड फार फुल फाट गुफा")
}
