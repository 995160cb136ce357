internal import IndicText

/// What a word does in whatever story it stands: grammar, a title before a name, the last word of an organisation's name, …
struct WordRoles: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// See ``FunctionWords``.
  static let grammar = WordRoles(rawValue: 1 << 0)
  /// See ``NameCues``.
  static let afterPlace = WordRoles(rawValue: 1 << 1)
  static let afterPerson = WordRoles(rawValue: 1 << 2)
  static let beforeName = WordRoles(rawValue: 1 << 3)
  /// See ``NameWords``.
  static let title = WordRoles(rawValue: 1 << 4)
  static let organisation = WordRoles(rawValue: 1 << 5)
  /// A place's name begins with it.
  static let placeStart = WordRoles(rawValue: 1 << 6)
  /// See ``SentenceFitness``.
  static let firstPerson = WordRoles(rawValue: 1 << 7)
  static let marathiFirstPerson = WordRoles(rawValue: 1 << 8)
  static let speech = WordRoles(rawValue: 1 << 9)
  static let opening = WordRoles(rawValue: 1 << 10)
  static let credit = WordRoles(rawValue: 1 << 11)
  /// What asks the reader to go elsewhere begins with it.
  static let teaserStart = WordRoles(rawValue: 1 << 12)
  /// Begins with a digit.
  static let figure = WordRoles(rawValue: 1 << 13)
}

extension WordRoles {
  /// The roles of a table's words, by their numbers. One look into one list for all that is asked of a word: to look into each list by
  /// itself was a tenth of what analysis took.
  static func all(of words: WordTable) -> ContiguousArray<WordRoles> {
    let known = known
    return ContiguousArray(
      (0..<words.count).lazy.map { number in
        if let found = known.words.number(number, of: words) { return known.roles[found] }
        let isFigure = words.withUTF8(of: number) { $0.first.map { (0x30...0x39).contains($0) } ?? false }
        return isFigure ? .figure : []
      })
  }

  private static let known: (words: WordTable, roles: ContiguousArray<WordRoles>) = {
    var words = WordTable(minimumCapacity: 2_048)
    var roles: ContiguousArray<WordRoles> = []
    func add(_ key: String, _ role: WordRoles) {
      var key = key
      let number = key.withUTF8 { words.add($0) }
      let isFigure = key.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      if number == roles.count { roles.append(isFigure ? .figure : []) }
      roles[number].formUnion(role)
    }
    let lists: [([String], WordRoles)] = [
      (FunctionWords.keys, .grammar), (NameCues.places, .afterPlace), (NameCues.persons, .afterPerson),
      (NameCues.titles, .beforeName), (NameWords.titles, .title), (NameWords.organisations, .organisation),
      (
        NameWords.placeKeys.compactMap { $0.utf8.split(separator: 0x20).first.map { String(Substring($0)) } },
        .placeStart
      ),
      (SentenceFitness.firstPersonKeys, .firstPerson), (SentenceFitness.marathiFirstPersonKeys, .marathiFirstPerson),
      (SentenceFitness.speechKeys, .speech), (SentenceFitness.openingKeys, .opening),
      (SentenceFitness.creditKeys, .credit), (SentenceFitness.teaserKeys.compactMap(\.first), .teaserStart),
    ]
    for (keys, role) in lists { for key in keys { add(key, role) } }
    return (words, roles)
  }()
}
