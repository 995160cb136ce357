#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Distinct words by their bytes, numbered in order of first sight.
///
/// A `Dictionary` of strings takes most of the time that analysis has: Swift compares strings by canonical equivalence. Keys are folded
/// already, so equal words are equal bytes.
public struct WordTable: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``; it begins where the one before ends.
  private var ends: ContiguousArray<Int32> = []
  private var hashes: ContiguousArray<UInt64> = []
  /// By hash; a power of two of them, at most three quarters of them taken: many tables are in memory at once.
  private var slots: ContiguousArray<Slot> = []

  /// A word's number and the upper half of its hash, which tells most other words without a look at them.
  private struct Slot: Hashable, Sendable {
    /// -1 where none is.
    var number: Int32
    var tag: UInt32

    static let free = Slot(number: -1, tag: 0)
  }

  public init(minimumCapacity: Int = 0) {
    var slotCount = 16
    while slotCount * 3 < minimumCapacity * 4 { slotCount *= 2 }
    slots = ContiguousArray(repeating: .free, count: slotCount)
    ends.reserveCapacity(minimumCapacity)
    hashes.reserveCapacity(minimumCapacity)
    bytes.reserveCapacity(minimumCapacity * 16)
  }

  public var count: Int { ends.count }

  /// The word's number, a new one when it was not there.
  public mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    add(word, hash: Self.hash(word))
  }

  /// The number here of a word of another table, a new one when it was not here.
  public mutating func add(_ number: Int, of other: WordTable) -> Int {
    let hash = other.hashes[number]
    return other.withUTF8(of: number) { add($0, hash: hash) }
  }

  /// Nil for a word that is not there.
  public func number(of word: String) -> Int? {
    var word = word
    return word.withUTF8(number)
  }

  /// Nil for a word that is not there.
  public func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: word, hash: Self.hash(word))].number
    return number < 0 ? nil : Int(number)
  }

  /// The number here of a word of another table; nil when it is not here.
  public func number(_ number: Int, of other: WordTable) -> Int? {
    let hash = other.hashes[number]
    let found = other.withUTF8(of: number) { slots[slot(of: $0, hash: hash)].number }
    return found < 0 ? nil : Int(found)
  }

  /// Whether the word is there.
  public func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { number(of: word) != nil }

  /// Whether one word comes before another, byte by byte.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    withUTF8(of: first) { left in withUTF8(of: second) { left.lexicographicallyPrecedes($0) } }
  }

  public subscript(number: Int) -> String {
    withUTF8(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  public func withUTF8<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }

  /// Tables are equal when they have the same words in the same order.
  public static func == (left: WordTable, right: WordTable) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(bytes)
  }
}

extension WordTable {
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let slot = slot(of: word, hash: hash)
    if slots[slot].number >= 0 { return Int(slots[slot].number) }
    let number = ends.count
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    slots[slot] = Slot(number: Int32(number), tag: Self.tag(hash))
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// The slot that has the word, or where it would stand.
  private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    let tag = Self.tag(hash)
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].number >= 0 {
        if slots[slot].tag == tag, isEqual(word, Int(slots[slot].number)) { return slot }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  private func isEqual(_ word: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    guard let base = word.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp($0 + range.lowerBound, base, word.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: .free, count: slots.count * 2)
    let mask = slots.count - 1
    for number in ends.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(number: Int32(number), tag: Self.tag(hashes[number]))
    }
  }

  /// Seeded for each process: nobody can write a story whose words all fall into one slot.
  private static let seeds = (UInt64.random(in: 1...UInt64.max), UInt64.random(in: 1...UInt64.max) | 1)

  /// Multiply and fold, eight bytes at a time (the scheme of wyhash, github.com/wangyi-fudan/wyhash).
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(word)
    var hash = seeds.0 ^ UInt64(raw.count)
    var offset = 0
    while offset < raw.count {
      var chunk: UInt64 = 0
      if offset + 8 <= raw.count {
        chunk = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      } else {
        for index in offset..<raw.count { chunk = chunk << 8 | UInt64(raw[index]) }
      }
      let product = (hash ^ chunk).multipliedFullWidth(by: seeds.1 ^ UInt64(offset))
      hash = product.high ^ product.low ^ seeds.0
      offset += 8
    }
    let last = hash.multipliedFullWidth(by: seeds.1)
    return last.high ^ last.low
  }
}
