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
  private let known: WordTable

  /// - Parameter known: keys of the store's tags.
  public init(known: WordTable) {
    self.known = known
  }

  /// The names that the story is about, the weightiest first, at most ``limit``.
  ///
  /// - Parameter words: of the same input.
  /// - Complexity: linear in the story's words.
  public func candidates(in input: AnalysisInput, words: StoryWords) -> [NameCandidate] {
    var gathering = NameGathering(words: words, known: known)
    gathering.look(in: words.titleField, weight: 3)
    gathering.look(in: words.leadField, weight: 2)
    gathering.look(in: words.bodyField, weight: 1)
    return gathering.best(Self.limit).compactMap { found in
      guard let name = Self.spelling(of: found.key, in: input) else { return nil }
      return NameCandidate(key: found.key, name: name, kind: found.kind, score: found.score)
    }
  }

  /// Names of one story beyond these are not what it is about.
  public static let limit = 12

  /// The name as the story writes it first; nil when punctuation stands inside it everywhere: then it is no name.
  private static func spelling(of key: String, in input: AnalysisInput) -> String? {
    let query = FoldedQuery(key)
    let texts = [input.title, input.dek ?? ""] + input.highlights + input.body.blocks.map(\.text)
    for text in texts {
      for hit in FoldedText(text).hits(of: query) {
        let raw = String(decoding: Array(text.utf8)[hit], as: UTF8.self)
        let name = trimmed(raw)
        guard SearchKey.fold(name) == key, !name.contains(where: { ",;:।|()[]{}\"“”‘!?–—/".contains($0) }) else {
          continue
        }
        return name
      }
    }
    return nil
  }

  /// Without the signs that stand around a word in running text.
  private static func trimmed(_ text: String) -> String {
    let isInside: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard let first = text.firstIndex(where: isInside), let last = text.lastIndex(where: isInside) else { return text }
    return String(text[first...last])
  }
}

/// The names of one story while it is looked through.
private struct NameGathering {
  struct Found {
    var key: String
    var kind: TagKind?
    var score: Double
    var isSure: Bool
  }

  private let words: StoryWords
  private let known: WordTable
  private let functionWords: ContiguousArray<Bool>
  private var found: [String: Found] = [:]

  init(words: StoryWords, known: WordTable) {
    self.words = words
    self.known = known
    functionWords = FunctionWords.marks(in: words)
  }

  /// What is in a title, or is said more than once, is what the story is about.
  func best(_ limit: Int) -> ArraySlice<Found> {
    found.values.filter { $0.score >= ($0.isSure ? 2 : 3) }
      .sorted { ($1.score, $0.key) < ($0.score, $1.key) }.prefix(limit)
  }

  mutating func look(in field: StoryWords.Field, weight: Double) {
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
        index += max(1, look(at: index, run, weight: weight, phrase))
      }
    }
  }

  /// - Returns: how many words the name that begins here has; 0 when none does.
  private mutating func look(
    at index: Int, _ run: StoryWords.Run, weight: Double,
    _ phrase: (Int, Int) -> UnsafeBufferPointer<UInt8>
  ) -> Int {
    // The longest first: नई दिल्ली, not दिल्ली.
    for count in stride(from: min(4, run.count - index), through: 1, by: -1) {
      let words = phrase(index, count)
      if NameWords.places.contains(words) {
        add(words, .place, weight, isSure: false)
        return count
      }
      if count > 1 || !isFunctionWord(run[index]), known.contains(words) {
        add(words, nil, weight, isSure: false)
        return count
      }
    }
    let word = phrase(index, 1)
    if NameWords.titles.contains(word) {
      let count = nameCount(after: index, run, phrase)
      if count >= 2 {
        add(phrase(index + 1, count), .person, weight, isSure: true)
        return count + 1
      }
    }
    if NameWords.organisations.contains(word), index > 0 {
      // Backwards to the word of grammar before it: "कि | केंद्रीय चुनाव आयोग".
      var first = index
      while first > 0, index - first < 2, isPartOfName(run[first - 1], phrase(first - 1, 1)) { first -= 1 }
      if first < index { add(phrase(first, index - first + 1), .organisation, weight, isSure: true) }
    }
    return 0
  }

  /// How many words after a title are a person's name: two or three, and then a word of grammar.
  private func nameCount(
    after index: Int, _ run: StoryWords.Run, _ phrase: (Int, Int) -> UnsafeBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    while count < 4, index + 1 + count < run.count, isPartOfName(run[index + 1 + count], phrase(index + 1 + count, 1)) {
      count += 1
    }
    let end = index + 1 + count
    return count <= 3 && end < run.count && isFunctionWord(run[end]) ? count : 0
  }

  private func isFunctionWord(_ number: Int32) -> Bool { functionWords[Int(number)] }

  private func isPartOfName(_ number: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isFunctionWord(number), word.count > 2, !NameWords.titles.contains(word) else { return false }
    return !word.contains { (0x30...0x39).contains($0) }
  }

  private mutating func add(_ key: UnsafeBufferPointer<UInt8>, _ kind: TagKind?, _ weight: Double, isSure: Bool) {
    // A key of one letter names nothing.
    guard key.count > 2 else { return }
    let key = String(decoding: key, as: UTF8.self)
    var name = found[key] ?? Found(key: key, kind: kind, score: 0, isSure: isSure)
    name.score += weight
    if name.kind == nil { name.kind = kind }
    if isSure { name.isSure = true }
    found[key] = name
  }
}
