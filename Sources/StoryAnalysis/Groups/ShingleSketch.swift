/// What of a text tells copies of it: the smallest hashes of its shingles, each of three words that follow one another.
///
/// The smallest so many hashes of two texts are samples of both by one rule, so what they have in common tells how much of one text is in
/// the other (Broder 1997, "On the resemblance and containment of documents"; bottom-k MinHash). A text of no more shingles than
/// ``hashLimit`` is there whole, and the answer exact.
public struct ShingleSketch: Hashable, Sendable {
  public static let hashLimit = 96
  /// Texts with fewer shingles are too short to be called copies of one another.
  public static let leastShingleCount = 12
  private static let wordsPerShingle = 3
  private static let wordLimit = 20_000

  /// The smallest hashes, rising, each once.
  public private(set) var hashes: [UInt32]
  /// Whether there are no others.
  public private(set) var isWhole: Bool

  /// - Parameter hashes: in any order.
  public init(hashes: [UInt32], isWhole: Bool) {
    self.hashes = Array(Set(hashes)).sorted()
    self.isWhole = isWhole
  }

  /// The sketch of a story's text; the headline, which papers write anew, has no part in it.
  ///
  /// - Complexity: linear in the number of words.
  public init(_ words: StoryWords) {
    let run = words.body.prefix(Self.wordLimit)
    var smallest = SmallestHashes(limit: Self.hashLimit)
    if run.count >= Self.wordsPerShingle {
      for index in run.startIndex...(run.endIndex - Self.wordsPerShingle) {
        var hash: UInt64 = 0
        for word in run[index..<index + Self.wordsPerShingle] {
          hash = (hash ^ UInt64(words.forms[Int(word)].word)) &* 0x9e37_79b9_7f4a_7c15
          hash ^= hash >> 29
        }
        smallest.add(TermForm.mixed(hash))
      }
    }
    (hashes, isWhole) = smallest.finished()
  }

  /// How much of the text that has less of its own is in the other, 0 to 1; 0 for texts that are too short to say.
  ///
  /// Wire copy is cut to the space there is: then all of it is in the longer one, though that has much more.
  public func containment(in other: ShingleSketch) -> Double {
    let limit = min(isWhole ? .max : hashes.last ?? 0, other.isWhole ? .max : other.hashes.last ?? 0)
    let mine = hashes.prefix { $0 <= limit }
    let theirs = other.hashes.prefix { $0 <= limit }
    let least = min(mine.count, theirs.count)
    guard least >= Self.leastShingleCount else { return 0 }
    var (shared, a, b) = (0, 0, 0)
    while a < mine.count, b < theirs.count {
      if mine[a] == theirs[b] { shared += 1 }
      let step = (mine[a], theirs[b])
      if step.0 <= step.1 { a += 1 }
      if step.1 <= step.0 { b += 1 }
    }
    return Double(shared) / Double(least)
  }
}

extension ShingleSketch {
  /// The sketch as bytes: whether it is whole, then each hash, the lowest byte first.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = [isWhole ? 1 : 0]
    bytes.reserveCapacity(1 + hashes.count * 4)
    for hash in hashes { withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Reads what ``bytes`` wrote; damaged bytes give another sketch, never a failure.
  public init(bytes: [UInt8]) {
    var hashes: [UInt32] = []
    var index = 1
    while index + 4 <= bytes.count, hashes.count < Self.hashLimit {
      hashes.append((0..<4).reduce(0) { $0 | UInt32(bytes[index + $1]) << (8 * UInt32($1)) })
      index += 4
    }
    self.init(hashes: hashes, isWhole: bytes.first == 1)
  }
}

/// Gathers the smallest of many hashes without keeping all.
private struct SmallestHashes {
  let limit: Int
  private var gathered: [UInt32] = []
  private var bound = UInt32.max
  private var hasDropped = false

  init(limit: Int) {
    self.limit = limit
    gathered.reserveCapacity(limit * 4)
  }

  mutating func add(_ hash: UInt32) {
    guard hash <= bound else {
      hasDropped = true
      return
    }
    gathered.append(hash)
    if gathered.count >= limit * 4 { shrink() }
  }

  mutating func finished() -> (hashes: [UInt32], isWhole: Bool) {
    shrink()
    return (gathered, !hasDropped)
  }

  private mutating func shrink() {
    gathered.sort()
    var kept: [UInt32] = []
    kept.reserveCapacity(limit * 4)
    for hash in gathered where hash != kept.last {
      if kept.count == limit {
        hasDropped = true
        break
      }
      kept.append(hash)
    }
    gathered = kept
    if let last = kept.last, kept.count == limit { bound = last }
  }
}
