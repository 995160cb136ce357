#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Gathers what each term of one story weighs there.
struct TermCounting {
  /// Of a text that goes on for ever, what comes after so many words adds nothing.
  private static let wordLimit = 6_000
  /// The word at which one counts half of what the first does: news says the main thing first.
  private static let halfPosition = 100.0
  /// What standing where names stand multiplies a word's weight by.
  private static let nameFactor = 2.0
  /// What figures count: they agree by chance.
  private static let figureFactor = 0.5

  private let words: StoryWords
  /// By the words' numbers.
  private let marks: ContiguousArray<NameCues.Mark>
  private var position = 0
  /// By the words' numbers: which term each belongs to, -1 for words of grammar.
  private var slots: ContiguousArray<Int32>
  /// By term.
  private var keys: ContiguousArray<UInt32> = []
  private var weights: ContiguousArray<Double>
  private var areNames: ContiguousArray<Bool>

  init(_ words: StoryWords) {
    self.words = words
    marks = ContiguousArray(words.roles.lazy.map(NameCues.mark))
    slots = ContiguousArray(repeating: -1, count: words.table.count)
    var known = KeyPlaces(capacity: words.table.count)
    for number in slots.indices where !words.roles[number].contains(.grammar) {
      let key = words.forms[number].stem
      let slot = known.place(of: key, in: keys)
      if slot == keys.count { keys.append(key) }
      slots[number] = Int32(slot)
    }
    weights = ContiguousArray(repeating: 0, count: keys.count)
    areNames = ContiguousArray(repeating: false, count: keys.count)
  }

  mutating func count(_ run: StoryWords.Run) {
    for index in run.indices {
      if position >= Self.wordLimit { return }
      let number = Int(run[index])
      let slot = Int(slots[number])
      if slot >= 0 {
        var weight = 1 / (1 + Double(position) / Self.halfPosition)
        if marks[number] == .figure {
          weight *= Self.figureFactor
        } else {
          let next = index + 1 < run.endIndex ? marks[Int(run[index + 1])] : .none
          let before = index > run.startIndex ? marks[Int(run[index - 1])] : .none
          if next == .afterPlace || next == .afterPerson || before == .beforeName { weight *= Self.nameFactor }
          if next == .afterPerson || before == .beforeName { areNames[slot] = true }
        }
        weights[slot] += weight
      }
      position += 1
    }
  }

  func terms() -> [StoryVector.Term] {
    var found: [(slot: Int, weight: Double)] = []
    found.reserveCapacity(weights.count)
    // A word that comes ten times does not say ten times as much.
    for (slot, weight) in weights.enumerated() where weight > 0 {
      found.append((slot, weight >= 1 ? 1 + log(weight) : weight))
    }
    let length = found.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    if found.count > StoryVector.termLimit {
      found.sort { ($1.weight, keys[$0.slot]) < ($0.weight, keys[$1.slot]) }
      found.removeLast(found.count - StoryVector.termLimit)
    }
    return found.map { slot, weight in
      let root = ((weight / length).squareRoot() * 255).rounded()
      return StoryVector.Term(key: keys[slot], root: UInt8(max(1, min(255, root))), isName: areNames[slot])
    }
  }
}

/// Finds keys in a list that grows. They are hashes already, so their lowest bits say where to look.
private struct KeyPlaces {
  /// Places in the list, -1 where none is; a power of two of them, at most half of them taken.
  private var slots: ContiguousArray<Int32>

  /// - Parameter capacity: keys at most.
  init(capacity: Int) {
    var slotCount = 16
    while slotCount < capacity * 2 { slotCount *= 2 }
    slots = ContiguousArray(repeating: -1, count: slotCount)
  }

  /// Where `key` stands in `keys`; at their end when it is not there, and is noted to be appended now.
  mutating func place(of key: UInt32, in keys: ContiguousArray<UInt32>) -> Int {
    let mask = slots.count - 1
    var slot = Int(key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    return keys.count
  }
}
