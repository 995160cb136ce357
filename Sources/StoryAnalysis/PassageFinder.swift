internal import IndicText
public import NewsModel

/// Finds where the words of a query stand in a text, in whatever spelling, and the stretch that has most of them.
public struct PassageFinder: Sendable {
  /// Something that was looked for.
  public struct Phrase: Hashable, Sendable {
    /// Folded words (``SearchKey``), one after the other.
    public var words: [String]
    /// The word of the query that it stands for: a stretch with different ones is better than one with the same again.
    public var group: Int
    /// Words that begin with the last one.
    public var isPrefix: Bool

    public init(words: [String], group: Int, isPrefix: Bool = false) {
      self.words = words
      self.group = group
      self.isPrefix = isPrefix
    }
  }

  /// Words before the first hit and of the whole passage, where no sentence ends sooner.
  private static let leadWords = 8
  private static let passageWords = 32

  private var table = WordTable()
  /// By number of their first word.
  private var phrases: [[Phrase]] = []
  private var prefixes: [Phrase] = []
  private let groupCount: Int

  public init(_ phrases: [Phrase]) {
    groupCount = Set(phrases.map(\.group)).count
    for phrase in phrases {
      guard var first = phrase.words.first else { continue }
      if phrase.words.count == 1, phrase.isPrefix {
        prefixes.append(phrase)
        continue
      }
      let number = first.withUTF8 { table.add($0) }
      if number == self.phrases.count { self.phrases.append([]) }
      self.phrases[number].append(phrase)
    }
  }

  /// The hits in a text: whole words as they are written, UTF-8 bytes, in order, not overlapping.
  public func hits(in text: String) -> [Range<Int>] {
    let reading = Reading(text)
    return found(in: reading).map { reading.core(of: $0.tokens) }
  }

  /// The stretch of some texts that has the most of what was looked for, of the first text that has all of it in one; of equal ones the first.
  /// Nil when none has any.
  ///
  /// - Parameter texts: each with the number of its block; nil for what is no block of a body.
  /// - Complexity: linear in the texts up to that one.
  public func passage(in texts: [(text: String, blockIndex: Int?)]) -> Passage? {
    var best: (score: Int, reading: Reading, hits: ArraySlice<Found>, blockIndex: Int?)?
    for (text, blockIndex) in texts {
      let reading = Reading(text)
      let found = found(in: reading)
      for start in found.indices where start == 0 || found[start - 1].group != found[start].group || best == nil {
        let window = found[start...].prefix {
          $0.tokens.upperBound - found[start].tokens.lowerBound <= Self.passageWords
        }
        let score = Set(window.map(\.group)).count * 100 + window.count
        if score > best?.score ?? 0 { best = (score, reading, window, blockIndex) }
      }
      if let best, best.score >= groupCount * 100 { break }
    }
    guard let best, let first = best.hits.first?.tokens.lowerBound else { return nil }
    return best.reading.passage(around: first, hits: best.hits.map(\.tokens), blockIndex: best.blockIndex)
  }
}

extension PassageFinder {
  private struct Found {
    var tokens: Range<Int>
    var group: Int
  }

  private func found(in reading: Reading) -> [Found] {
    var found: [Found] = []
    var position = 0
    while position < reading.wordCount {
      guard let match = match(at: position, reading) else {
        position += 1
        continue
      }
      let tokens = reading.token(ofWord: position)..<reading.token(ofWord: position + match.count - 1) + 1
      // Two words that are written as one are marked together.
      if let last = found.last, last.tokens.upperBound > tokens.lowerBound {
        found[found.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
      } else {
        found.append(Found(tokens: tokens, group: match.group))
      }
      position += match.count
    }
    return found
  }

  private func match(at position: Int, _ reading: Reading) -> (count: Int, group: Int)? {
    reading.withUTF8(ofWord: position) { word in
      if let number = table.number(of: word) {
        for phrase in phrases[number] where reading.has(phrase, at: position) {
          return (phrase.words.count, phrase.group)
        }
      }
      for phrase in prefixes where word.starts(with: phrase.words[0].utf8) { return (1, phrase.group) }
      return nil
    }
  }

  /// A text cut at its blanks, with the key of each piece.
  private struct Reading {
    private let utf8: [UInt8]
    private var tokens: [Range<Int>] = []
    private var key: [UInt8] = []
    private var words: [(range: Range<Int>, token: Int)] = []

    var wordCount: Int { words.count }

    init(_ text: String) {
      utf8 = Array(text.utf8)
      var writer = KeyWriter()
      utf8.withUnsafeBufferPointer { utf8 in
        var start = 0
        for position in 0...utf8.count where position == utf8.count || utf8[position] == 0x20 {
          if position > start { add(start..<position, utf8, &writer) }
          start = position + 1
        }
      }
    }

    private mutating func add(_ token: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>, _ writer: inout KeyWriter) {
      var start = key.count
      writer.write(UnsafeBufferPointer(rebasing: utf8[token]), to: &key)
      for position in start..<key.count + 1 where position == key.count || key[position] == 0x20 {
        if position > start { words.append((start..<position, tokens.count)) }
        start = position + 1
      }
      tokens.append(token)
    }

    func token(ofWord index: Int) -> Int { words[index].token }

    func withUTF8<Result>(ofWord index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      key.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[words[index].range])) }
    }

    func has(_ phrase: Phrase, at position: Int) -> Bool {
      guard position + phrase.words.count <= words.count else { return false }
      for (offset, wanted) in phrase.words.enumerated() {
        let isLast = offset == phrase.words.count - 1
        let fits = withUTF8(ofWord: position + offset) { word in
          isLast && phrase.isPrefix ? word.starts(with: wanted.utf8) : word.elementsEqual(wanted.utf8)
        }
        if !fits { return false }
      }
      return true
    }

    /// The tokens without the signs around them.
    func core(of range: Range<Int>) -> Range<Int> {
      let start = tokens[range.lowerBound].lowerBound
      let end = tokens[range.upperBound - 1].upperBound
      let text = String(decoding: utf8[start..<end], as: UTF8.self)
      let isInside: (Character) -> Bool = {
        $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isAlphabetic }
      }
      guard let first = text.firstIndex(where: isInside), let last = text.lastIndex(where: isInside) else {
        return start..<end
      }
      let from = text.utf8.distance(from: text.startIndex, to: first)
      return start + from..<start + text.utf8.distance(from: text.startIndex, to: text.index(after: last))
    }

    /// A stretch from the beginning of the sentence, or a few words before the first hit.
    func passage(around token: Int, hits: [Range<Int>], blockIndex: Int?) -> Passage {
      var first = max(0, token - PassageFinder.leadWords)
      for index in stride(from: token - 1, through: first, by: -1) where endsSentence(index) {
        first = index + 1
        break
      }
      let last = min(tokens.count, max(first + PassageFinder.passageWords, (hits.first?.upperBound ?? 0)))
      let bytes = tokens[first].lowerBound..<tokens[last - 1].upperBound
      let marks = hits.map(core).filter { $0.upperBound <= bytes.upperBound }
        .map { $0.lowerBound - bytes.lowerBound..<$0.upperBound - bytes.lowerBound }
      return Passage(
        text: String(decoding: utf8[bytes], as: UTF8.self), hits: marks, isCutAtStart: first > 0,
        isCutAtEnd: last < tokens.count, blockIndex: blockIndex)
    }

    private func endsSentence(_ token: Int) -> Bool {
      let bytes = utf8[tokens[token]]
      // । and ॥, or what ends a sentence in Latin letters.
      return bytes.suffix(3).elementsEqual([0xE0, 0xA5, 0xA4]) || bytes.suffix(3).elementsEqual([0xE0, 0xA5, 0xA5])
        || bytes.last == UInt8(ascii: "?") || bytes.last == UInt8(ascii: "!") || bytes.last == UInt8(ascii: ".")
    }
  }
}
