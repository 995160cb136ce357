internal import IndicText
public import NewsModel

/// What differs between two texts of a story, sentence by sentence, and within changed sentences word by word.
///
/// Both are compared by Myers' algorithm (the standard library's `difference(from:)`) over folded text, so another spelling is no
/// difference. What goes and what comes between two sentences that both have is paired where half of the words are the same.
public enum VersionDifference {
  /// Sentences of one text that are compared; what follows is not.
  private static let sentenceLimit = 2_000
  private static let wordLimit = 1_000

  /// In the story's order, headline and dek first.
  ///
  /// - Parameter language: BCP 47, for where sentences end.
  public static func changes(from old: StoryVersion, to new: StoryVersion, language: String) -> [SentenceChange] {
    change(.title, old.title, new.title) + change(.dek, old.dek ?? "", new.dek ?? "")
      + changes(sentences(of: old.body, language), sentences(of: new.body, language))
  }

  /// A sentence, or a block that is none: a row, a line of verse.
  private struct Unit {
    var text: String
    var key: String

    init?(_ text: String) {
      key = SearchKey.fold(text)
      self.text = text
      if key.isEmpty { return nil }
    }
  }

  private static func sentences(of body: ArticleBody, _ language: String) -> [Unit] {
    var units: [Unit] = []
    for block in body.blocks where block.kind != .picture && units.count < sentenceLimit {
      let ranges = block.sentenceRanges(language: language)
      let utf8 = block.text.utf8
      let texts = ranges.map { String(decoding: utf8.dropFirst($0.lowerBound).prefix($0.count), as: UTF8.self) }
      units += (ranges.isEmpty ? [block.text] : texts).compactMap(Unit.init)
    }
    return Array(units.prefix(sentenceLimit))
  }

  private static func change(_ part: SentenceChange.Part, _ old: String, _ new: String) -> [SentenceChange] {
    guard SearchKey.fold(old) != SearchKey.fold(new) else { return [] }
    return [paired(part, old, new)]
  }
}

extension VersionDifference {
  private static func changes(_ old: [Unit], _ new: [Unit]) -> [SentenceChange] {
    let (gone, come) = marks(old.map(\.key), new.map(\.key))
    var changes: [SentenceChange] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let goneStart = left
      let comeStart = right
      while left < old.count, gone[left] { left += 1 }
      while right < new.count, come[right] { right += 1 }
      changes += gap(old[goneStart..<left], new[comeStart..<right])
      left += 1
      right += 1
    }
    return changes
  }

  /// What went and what came in its place.
  private static func gap(_ old: ArraySlice<Unit>, _ new: ArraySlice<Unit>) -> [SentenceChange] {
    var changes: [SentenceChange] = []
    var rest = new
    for unit in old {
      guard let index = rest.firstIndex(where: { isNear(unit.key, $0.key) }) else {
        changes.append(SentenceChange(part: .body, removed: [.init(unit.text)]))
        continue
      }
      changes += rest[..<index].map { SentenceChange(part: .body, added: [.init($0.text)]) }
      changes.append(paired(.body, unit.text, rest[index].text))
      rest = rest[(index + 1)...]
    }
    return changes + rest.map { SentenceChange(part: .body, added: [.init($0.text)]) }
  }

  private static func isNear(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Set(first.split(separator: " ")), Set(second.split(separator: " ")))
    return a.intersection(b).count * 2 >= max(a.count, b.count)
  }

  private static func paired(_ part: SentenceChange.Part, _ old: String, _ new: String) -> SentenceChange {
    let (before, after) = (words(of: old), words(of: new))
    let (gone, come) = marks(before.map(key), after.map(key))
    return SentenceChange(part: part, removed: pieces(before, gone), added: pieces(after, come))
  }

  /// Which of `old` are not in `new`, and which of `new` are not in `old`, in a shortest way from one to the other.
  private static func marks(_ old: [String], _ new: [String]) -> (gone: [Bool], come: [Bool]) {
    // As numbers: comparing strings is comparing by canonical equivalence, each time.
    var numbers: [String: Int] = [:]
    func number(_ key: String) -> Int {
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
    var gone = Array(repeating: false, count: old.count)
    var come = Array(repeating: false, count: new.count)
    for change in new.map(number).difference(from: old.map(number)) {
      switch change {
      case .remove(let offset, _, _): gone[offset] = true
      case .insert(let offset, _, _): come[offset] = true
      }
    }
    return (gone, come)
  }

  /// Words with the blanks after them: nothing is cut inside a cluster.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isAfterBlank = true
    for cluster in text {
      let isBlank = cluster.isWhitespace
      if isAfterBlank, !isBlank, words.count < wordLimit { words.append("") }
      if words.isEmpty { continue }
      words[words.count - 1].append(cluster)
      isAfterBlank = isBlank
    }
    return words
  }

  private static func key(_ word: String) -> String {
    let key = SearchKey.fold(word)
    return key.isEmpty ? word.filter { !$0.isWhitespace } : key
  }

  private static func pieces(_ words: [String], _ isChanged: [Bool]) -> [SentenceChange.Piece] {
    var pieces: [SentenceChange.Piece] = []
    for (word, isChanged) in zip(words, isChanged) {
      if pieces.last?.isChanged == isChanged {
        pieces[pieces.count - 1].text += word
      } else {
        pieces.append(.init(word, isChanged: isChanged))
      }
    }
    return pieces
  }
}
