#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A story that others are compared with: its terms, and how rare each is in the store now.
public struct StoryProfile: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    public var key: UInt32
    /// How much the story speaks of it, of a vector of length 1.
    public var weight: Double
    /// How much it tells that two stories have it (Robertson and Spärck Jones); never negative.
    public var rarity: Double
    public var isName: Bool
    /// The folded words of the story that are forms of it, the first one first: places in ``StoryWords/words``.
    public var words: [Int32]

    /// What it adds for a story that speaks as much of it.
    public var worth: Double { weight * weight * rarity * rarity }
  }

  /// As if so many stories had been counted before the first: a new store's numbers are not to be trusted alone.
  private static let priorStories = 50.0

  /// By rising key.
  public private(set) var terms: [Term]
  private let total: Double

  /// - Parameter documentFrequencies: in how many of the store's stories each of ``StoryWords/words`` is; in that order. Missing ones are 0.
  /// - Parameter storyCount: how many stories those were counted in; 0 for an empty store.
  public init(_ vector: StoryVector, of words: StoryWords, documentFrequencies: [Int], storyCount: Int) {
    var forms: [UInt32: (words: [Int32], frequency: Double)] = [:]
    forms.reserveCapacity(vector.terms.count)
    for term in vector.terms { forms[term.key] = ([], 0) }
    for number in 0..<words.table.count {
      let key = words.table.withUTF8(of: number, TermForm.key)
      guard let index = forms.index(forKey: key) else { continue }
      let frequency = number < documentFrequencies.count ? Double(max(0, documentFrequencies[number])) : 0
      let known = forms.values[index].frequency
      forms.values[index].words.append(Int32(number))
      // Many stories have both forms: the sum would be too much.
      forms.values[index].frequency = max(known, frequency) + min(known, frequency) / 2
    }
    let count = Double(max(0, storyCount)) + Self.priorStories
    terms = vector.terms.map { term in
      let form = forms[term.key] ?? ([], 0)
      let rarity = log(1 + max(0, count - form.frequency + 0.5) / (form.frequency + 0.5))
      return Term(key: term.key, weight: term.weight, rarity: rarity, isName: term.isName, words: form.words)
    }
    total = terms.reduce(0) { $0 + $1.worth }
  }

  /// The terms that tell most about the story, the most telling first.
  public func leading(_ limit: Int) -> [Term] {
    Array(terms.sorted { ($1.weight * $1.rarity, $0.key) < ($0.weight * $0.rarity, $1.key) }.prefix(limit))
  }

  /// How much another story is about the same, 0 (nothing in common) to 1.
  ///
  /// - Complexity: linear in the number of terms of both.
  public func similarity(to other: StoryVector) -> Double {
    var sum = 0.0
    forEachShared(with: other) { sum += $0.weight * $1.weight * $0.rarity * $0.rarity }
    return total > 0 ? min(1, sum / total) : 0
  }

  /// A term that another story has too, and its part of what the two have in common.
  public struct Shared: Hashable, Sendable {
    public var term: Term
    /// 0...1.
    public var share: Double
    /// Whether it stands where names stand in both.
    public var isName: Bool
  }

  /// The terms that both have, those that make most of the similarity first.
  public func shared(with other: StoryVector) -> [Shared] {
    var found: [Shared] = []
    forEachShared(with: other) { mine, theirs in
      found.append(
        Shared(
          term: mine, share: mine.weight * theirs.weight * mine.rarity * mine.rarity,
          isName: mine.isName && theirs.isName))
    }
    let sum = found.reduce(0) { $0 + $1.share }
    if sum > 0 { for index in found.indices { found[index].share /= sum } }
    return found.sorted { ($1.share, $0.term.key) < ($0.share, $1.term.key) }
  }

  private func forEachShared(with other: StoryVector, _ visit: (Term, StoryVector.Term) -> Void) {
    var (mine, theirs) = (0, 0)
    while mine < terms.count, theirs < other.terms.count {
      let (a, b) = (terms[mine].key, other.terms[theirs].key)
      if a == b { visit(terms[mine], other.terms[theirs]) }
      if a <= b { mine += 1 }
      if b <= a { theirs += 1 }
    }
  }
}
