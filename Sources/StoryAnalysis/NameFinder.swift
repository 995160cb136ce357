internal import IndicText
public import NewsModel

/// A name that a story is about, as far as its text tells.
public struct NameCandidate: Hashable, Sendable {
  /// The name's key (``SearchKey``).
  public var key: String
  /// As the story writes it.
  public var name: String
  /// Nil when the text does not tell what it names.
  public var kind: TagKind?
  /// How much of the story is about it; 1 for one mention in the text.
  public var score: Double

  public init(key: String, name: String, kind: TagKind?, score: Double) {
    self.key = key
    self.name = name
    self.kind = kind
    self.score = score
  }
}

/// Finds the names in a story: people by the titles before them, places, organisations by the word that they end with, abbreviations, and
/// whatever is a tag already.
///
/// What is found in one story is only a candidate: see the article <doc:Tags>.
public struct NameFinder: Sendable {
  private let known: PhraseTable

  /// - Parameter known: keys of the store's tags.
  /// - Complexity: linear in their number; one finder serves many stories.
  public init(known: WordTable) {
    self.known = PhraseTable(known)
  }

  /// The names that the story is about, the weightiest first, at most ``limit``.
  ///
  /// - Parameter words: of the same input.
  /// - Complexity: linear in the story's words.
  public func candidates(in input: AnalysisInput, words: StoryWords) -> [NameCandidate] {
    var gathering = NameGathering(words: words, known: known)
    gathering.look(in: words.titleField, weight: 3) { .title($0) }
    gathering.look(in: words.leadField, weight: 2) { .lead($0) }
    gathering.look(in: words.bodyField, weight: 1) { .body($0) }
    var texts = StoryTexts(input, words)
    return gathering.best(Self.limit).compactMap { key, found in
      guard let name = texts.spelling(of: key, firstAt: found.place) else { return nil }
      return NameCandidate(key: key, name: name, kind: found.kind, score: found.score)
    }
  }

  /// Names of one story beyond these are not what it is about.
  public static let limit = 8
}

/// Where a name stands: the field, and the number of its first word there.
private enum NamePlace {
  case title(Int)
  case lead(Int)
  case body(Int)
}

/// The texts of a story, each folded when it is first looked into.
private struct StoryTexts {
  private let input: AnalysisInput
  private let words: StoryWords
  private var all: [String]?
  private var folded: [FoldedText] = []

  init(_ input: AnalysisInput, _ words: StoryWords) {
    self.input = input
    self.words = words
  }

  /// The name as the story writes it first; nil when punctuation stands inside it everywhere: then it is no name.
  mutating func spelling(of key: String, firstAt place: NamePlace) -> String? {
    let around = text(around: place)
    if let around, isSpelledAsKey(key, in: around, at: place) { return key }
    let query = FoldedQuery(key)
    if let text = around?.text, let name = Self.spelling(of: key, query, in: text, FoldedText(text)) {
      return name
    }
    let texts = all ?? [input.title, input.dek ?? ""] + input.highlights + input.body.blocks.map(\.text)
    all = texts
    for (index, text) in texts.enumerated() {
      if index == folded.count { folded.append(FoldedText(text)) }
      if let name = Self.spelling(of: key, query, in: text, folded[index]) { return name }
    }
    return nil
  }

  /// The sentence with its words, or the headline with its; nil where that is not known.
  private func text(around place: NamePlace) -> (text: String, run: StoryWords.Run.SubSequence)? {
    let sentences = words.sentences
    switch place {
    case .title: return (input.title, words.title[...])
    case .lead: return nil
    case .body(let word):
      // The last that does not begin behind it.
      var (low, high) = (0, sentences.count)
      while low < high {
        let middle = (low + high) / 2
        if sentences[middle].words.lowerBound <= word { low = middle + 1 } else { high = middle }
      }
      guard low > 0, sentences[low - 1].words.contains(word) else { return nil }
      let utf8 = input.body.blocks[sentences[low - 1].blockIndex].text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: sentences[low - 1].utf8Range.lowerBound)
      let text = String(utf8[start..<utf8.index(start, offsetBy: sentences[low - 1].utf8Range.count)])
      return text.map { (text: $0, run: words.body[sentences[low - 1].words]) }
    }
  }

  /// Whether the text writes the name just as its key, between blanks or before a comma or danda. Only where the name's first word stands in it
  /// once: then this is what a search in the folded text would find, too.
  private func isSpelledAsKey(
    _ key: String, in around: (text: String, run: StoryWords.Run.SubSequence), at place: NamePlace
  ) -> Bool {
    let first: Int32
    switch place {
    case .title(let word): first = words.title[word]
    case .lead: return false
    case .body(let word): first = words.body[word]
    }
    guard around.run.count(where: { $0 == first }) == 1 else { return false }
    var (key, text) = (key, around.text)
    return key.withUTF8 { key in
      guard let head = key.first, Self.beginsWord(head, key.dropFirst().first, key.dropFirst(2).first) else {
        return false
      }
      return text.withUTF8 { text in
        guard let place = Self.place(of: key, in: text), place == 0 || text[place - 1] == 0x20 else { return false }
        let rest = text[(place + key.count)...]
        guard let next = rest.first else { return true }
        return next == 0x20 || next == UInt8(ascii: ",") || rest.starts(with: [0xE0, 0xA5, 0xA4])
      }
    }
  }

  /// Whether a key that begins with these bytes begins with a letter of Devanagari.
  private static func beginsWord(_ first: UInt8, _ second: UInt8?, _ third: UInt8?) -> Bool {
    first == 0xE0 && second == 0xA4 && (0x85...0xB9).contains(third ?? 0)
  }

  /// Where some bytes stand among others for the first time; nil where they do not.
  private static func place(of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for place in 0...(bytes.count - wanted.count)
    where bytes[place] == first && bytes[place + wanted.count - 1] == wanted[wanted.count - 1] {
      if wanted.indices.allSatisfy({ bytes[place + $0] == wanted[$0] }) { return place }
    }
    return nil
  }

  private static func spelling(
    of key: String, _ query: FoldedQuery, in text: String, _ folded: FoldedText
  ) -> String? {
    for hit in folded.hits(of: query) {
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: hit.lowerBound)
      let name = trimmed(text[start..<utf8.index(start, offsetBy: hit.count)])
      guard SearchKey.fold(name) == key, !name.contains(where: { ",;:।|()[]{}\"“”‘!?–—/".contains($0) }) else {
        continue
      }
      return name
    }
    return nil
  }

  /// Without the signs that stand around a word in running text.
  private static func trimmed(_ text: Substring) -> String {
    let isInside: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard let first = text.firstIndex(where: isInside), let last = text.lastIndex(where: isInside) else {
      return String(text)
    }
    return String(text[first...last])
  }
}

/// The names of one story while it is looked through.
private struct NameGathering {
  struct Found {
    var kind: TagKind?
    var score: Double
    var isSure: Bool
    /// The first.
    var place: NamePlace
  }

  private let words: StoryWords
  private let known: PhraseTable
  /// For each distinct word the most words of a known name or a place that begins with it.
  private let longest: ContiguousArray<Int>
  private let namelike: ContiguousArray<Bool>
  /// Keys of what was found, and by their numbers what was found of each.
  private var keys = WordTable(minimumCapacity: 64)
  private var found: ContiguousArray<Found> = []

  init(words: StoryWords, known: PhraseTable) {
    self.words = words
    self.known = known
    let table = words.table
    let numbers = 0..<table.count
    longest = ContiguousArray(
      numbers.lazy.map { number in
        let known = known.longest(beginningWith: number, of: table)
        guard words.roles[number].contains(.placeStart) else { return known }
        return max(known, NameWords.places.longest(beginningWith: number, of: table))
      })
    namelike = ContiguousArray(
      numbers.lazy.map { number in
        guard words.roles[number].isDisjoint(with: [.grammar, .title]) else { return false }
        return table.withUTF8(of: number) { word in
          word.count > 2 && !word.contains { (0x30...0x39).contains($0) }
        }
      })
  }

  /// What is in a title, or is said more than once, is what the story is about.
  func best(_ limit: Int) -> ArraySlice<(key: String, found: Found)> {
    found.indices.filter { found[$0].score >= (found[$0].isSure ? 2 : 3) }
      .sorted { left, right in
        let (first, second) = (found[left].score, found[right].score)
        return first == second ? keys.precedes(left, right) : first > second
      }
      .prefix(limit).map { (keys[$0], found[$0]) }[...]
  }

  mutating func look(in field: StoryWords.Field, weight: Double, place: (Int) -> NamePlace) {
    let run = field.run
    var starts: [Int] = []
    starts.reserveCapacity(run.count + 1)
    var start = 0
    for number in run {
      starts.append(start)
      start += words.table.withUTF8(of: Int(number), \.count) + 1
    }
    starts.append(start)
    field.key.withUnsafeBufferPointer { key in
      /// The words from `first` on, as they stand in the key.
      func phrase(_ first: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: key[starts[first]..<starts[first + count] - 1])
      }
      var index = 0
      while index < run.count {
        index += max(1, look(at: index, run, weight: weight, place, phrase))
      }
    }
  }

  /// - Returns: how many words the name that begins here has; 0 when none does.
  private mutating func look(
    at index: Int, _ run: StoryWords.Run, weight: Double, _ place: (Int) -> NamePlace,
    _ phrase: (Int, Int) -> UnsafeBufferPointer<UInt8>
  ) -> Int {
    // The longest first: नई दिल्ली, not दिल्ली.
    for count in stride(from: min(longest[Int(run[index])], run.count - index), through: 1, by: -1) {
      let words = phrase(index, count)
      if NameWords.places.contains(words) {
        add(words, .place, weight, isSure: false, place(index))
        return count
      }
      if count > 1 || !isFunctionWord(run[index]), known.contains(words) {
        add(words, nil, weight, isSure: false, place(index))
        return count
      }
    }
    if words.roles[Int(run[index])].contains(.title) {
      let count = nameCount(after: index, run)
      if count >= 2 {
        add(phrase(index + 1, count), .person, weight, isSure: true, place(index + 1))
        return count + 1
      }
    }
    if words.roles[Int(run[index])].contains(.organisation), index > 0 {
      // Backwards to the word of grammar before it: "कि | केंद्रीय चुनाव आयोग".
      var first = index
      while first > 0, index - first < 2, isPartOfName(run[first - 1]) { first -= 1 }
      if first < index { add(phrase(first, index - first + 1), .organisation, weight, isSure: true, place(first)) }
    }
    return 0
  }

  /// How many words after a title are a person's name: two or three, and then a word of grammar.
  private func nameCount(after index: Int, _ run: StoryWords.Run) -> Int {
    var count = 0
    while count < 4, index + 1 + count < run.count, isPartOfName(run[index + 1 + count]) { count += 1 }
    let end = index + 1 + count
    return count <= 3 && end < run.count && isFunctionWord(run[end]) ? count : 0
  }

  private func isFunctionWord(_ number: Int32) -> Bool { words.roles[Int(number)].contains(.grammar) }

  private func isPartOfName(_ number: Int32) -> Bool { namelike[Int(number)] }

  private mutating func add(
    _ key: UnsafeBufferPointer<UInt8>, _ kind: TagKind?, _ weight: Double, isSure: Bool, _ place: NamePlace
  ) {
    // A key of one letter names nothing.
    guard key.count > 2 else { return }
    let number = keys.add(key)
    if number == found.count { found.append(Found(kind: kind, score: 0, isSure: isSure, place: place)) }
    found[number].score += weight
    if found[number].kind == nil { found[number].kind = kind }
    if isSure { found[number].isSure = true }
  }
}
