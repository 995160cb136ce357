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
    /// The folded words of the story that are forms of it, the first one first: places in ``StoryWords/words``. Empty when they were not
    /// wanted.
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
  /// - Parameter hasWords: whether ``Term/words`` are wanted: to compare stories they are not, and each is an array of its own.
  public init(
    _ vector: StoryVector, of words: StoryWords, documentFrequencies: [Int], storyCount: Int, hasWords: Bool = true
  ) {
    let keys = ContiguousArray(vector.terms.lazy.map(\.key))
    var frequencies = ContiguousArray(repeating: 0.0, count: keys.count)
    var formWords: ContiguousArray<[Int32]> = hasWords ? ContiguousArray(repeating: [], count: keys.count) : []
    for number in words.forms.indices {
      guard let place = Self.place(of: words.forms[number].stem, in: keys) else { continue }
      let frequency = number < documentFrequencies.count ? Double(max(0, documentFrequencies[number])) : 0
      let known = frequencies[place]
      if hasWords { formWords[place].append(Int32(number)) }
      // Many stories have both forms: the sum would be too much.
      frequencies[place] = max(known, frequency) + min(known, frequency) / 2
    }
    let count = Double(max(0, storyCount)) + Self.priorStories
    terms = vector.terms.enumerated().map { place, term in
      let frequency = frequencies[place]
      let rarity = log(1 + max(0, count - frequency + 0.5) / (frequency + 0.5))
      return Term(
        key: term.key, weight: term.weight, rarity: rarity, isName: term.isName,
        words: hasWords ? formWords[place] : [])
    }
    total = terms.reduce(0) { $0 + $1.worth }
  }

  /// Where a key stands among rising ones.
  private static func place(of key: UInt32, in keys: ContiguousArray<UInt32>) -> Int? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }

  /// The terms that tell most about the story, the most telling first.
  public func leading(_ limit: Int) -> [Term] {
    // By rising key, so that of two terms that tell as much the first stays before the other.
    var best: [(place: Int, worth: Double)] = []
    for (place, term) in terms.enumerated() {
      let worth = term.weight * term.rarity
      if best.count == limit, let last = best.last, worth <= last.worth { continue }
      best.insert((place, worth), at: best.firstIndex { $0.worth < worth } ?? best.count)
      if best.count > limit { best.removeLast() }
    }
    return best.map { terms[$0.place] }
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
