/// The inflection of Hindi, and of Marathi where its endings cannot be mistaken for Hindi.
enum DevanagariForms {
  /// What turns a word into its stem: how many scalars go from its end, and what comes in their place.
  struct Change {
    var dropped: Int
    var ending = ""
  }

  /// Nil when the word is its own stem.
  static func stem(of word: DevanagariLetters) -> Change? {
    if word.scalarCount < 2 { return nil }
    if word.isWhole {
      if let root = HindiWords.irregular[word] { return Change(dropped: word.scalarCount, ending: root) }
      if HindiWords.uninflected.contains(word) { return nil }
    }
    if let marathi = marathi(word) { return marathi }
    if word.isWhole {
      if HindiWords.nouns.contains(word) { return nil }
      if word.last == 0x0947, HindiWords.nouns.contains(word.dropping(1).appending(HindiWords.aa)) {
        return Change(dropped: 1, ending: "ा")
      }
      if let verb = verb(word) { return verb }
      if let adjective = adjective(word) { return adjective }
    }
    return noun(word)
  }

  // MARK: - Verbs

  /// The stem of a verb is its root with a virama, which no noun ends in.
  private static func verb(_ word: DevanagariLetters) -> Change? {
    for ending in HindiWords.verbEndings where word.hasSuffix(ending.letters) {
      let root = word.dropping(ending.letters.scalarCount)
      guard root.endsInVowel ? ending.isAfterVowel : ending.isAfterConsonant else { continue }
      if ending.isAlsoOfNouns, HindiWords.nounRoots.contains(root) { continue }
      if HindiWords.roots.contains(root) { return Change(dropped: ending.letters.scalarCount, ending: "\u{094D}") }
    }
    return HindiWords.bareRoots.contains(word) ? Change(dropped: 0, ending: "\u{094D}") : nil
  }

  // MARK: - Adjectives and nouns in -ā

  /// बड़ी and बड़े are बड़ा; only of words that are known, since राजी is not राजा.
  private static func adjective(_ word: DevanagariLetters) -> Change? {
    // पांचवीं and पांचवें are पांचवां.
    if word.hasSuffix(HindiWords.iim) || word.hasSuffix(HindiWords.em) {
      let masculine = word.dropping(2).appending(HindiWords.aam)
      return HindiWords.adjectives.contains(masculine) ? Change(dropped: 2, ending: "ां") : nil
    }
    let (sign, ending): (DevanagariLetters, String)
    switch word.last {
    case 0x0940, 0x0947: (sign, ending) = (HindiWords.aa, "ा")
    // नई and नए are नया.
    case 0x0908, 0x090F: (sign, ending) = (HindiWords.yaa, "या")
    default: return nil
    }
    let masculine = word.dropping(1).appending(sign)
    return HindiWords.adjectives.contains(masculine) ? Change(dropped: 1, ending: ending) : nil
  }

  private static func isInAa(_ rest: DevanagariLetters, _ ending: DevanagariLetters) -> Bool {
    guard rest.isWhole else { return false }
    let masculine = rest.appending(ending)
    return HindiWords.nouns.contains(masculine) || HindiWords.adjectives.contains(masculine)
  }

  // MARK: - Nouns

  private static func noun(_ word: DevanagariLetters) -> Change? {
    for ending in HindiWords.pluralEndings where word.hasSuffix(ending.letters) {
      let rest = word.dropping(ending.letters.scalarCount)
      if rest.scalarCount < 2 { return nil }
      if ending.isAfterVowel, !rest.endsInVowel { continue }
      switch rest.last {
      // बहुओं is बहू, and गुरुओं गुरु.
      case 0x0942: return Change(dropped: ending.letters.scalarCount + 1, ending: "ु")
      default: break
      }
      if ending.isOfMasculines {
        if isInAa(rest, HindiWords.aa) { return Change(dropped: ending.letters.scalarCount, ending: "ा") }
      }
      if ending.stem == "ि", HindiWords.nouns.contains(rest.appending(HindiWords.iyaa)) {
        return Change(dropped: ending.letters.scalarCount, ending: "िया")
      }
      return Change(dropped: ending.letters.scalarCount, ending: ending.stem)
    }
    if word.scalarCount < 3 { return nil }
    if isEnglishPlural(word) { return Change(dropped: 2) }
    switch word.last {
    case 0x0947: return Change(dropped: 1, ending: "ा")
    case 0x090F where isInAa(word.dropping(1), HindiWords.yaa): return Change(dropped: 1, ending: "या")
    // नीति and लड़की have one plural, and so have गुरु and बहू.
    case 0x0940: return Change(dropped: 1, ending: "ि")
    case 0x0942: return Change(dropped: 1, ending: "ु")
    default: return nil
    }
  }

  /// रिकॉर्ड्स is रिकॉर्ड; but टैक्स ends in an x, and कोर्स and नर्स are no plurals.
  private static func isEnglishPlural(_ word: DevanagariLetters) -> Bool {
    guard word.hasSuffix(HindiWords.viramaSa) else { return false }
    let rest = word.dropping(2)
    switch rest.last {
    case 0x0915: return false
    case 0x0930: return rest.scalarCount > 3 && rest.dropping(1).last != 0x094B
    default: return rest.scalarCount > 3
    }
  }

  // MARK: - Marathi

  private static func marathi(_ word: DevanagariLetters) -> Change? {
    for ending in MarathiEndings.all where word.hasSuffix(ending.letters) {
      let rest = word.dropping(ending.letters.scalarCount)
      // A stem has two consonants at least: वर is no ending of its own.
      guard rest.scalarCount >= 3 || !rest.isWhole else { return nil }
      switch rest.last {
      // घराच्या is घर, सभेच्या is सभा.
      case 0x093E: return Change(dropped: ending.letters.scalarCount + 1)
      case 0x0947: return Change(dropped: ending.letters.scalarCount + 1, ending: "ा")
      case 0x0940: return Change(dropped: ending.letters.scalarCount + 1, ending: "ि")
      case 0x0942: return Change(dropped: ending.letters.scalarCount + 1, ending: "ु")
      default: return Change(dropped: ending.letters.scalarCount)
      }
    }
    return nil
  }
}
