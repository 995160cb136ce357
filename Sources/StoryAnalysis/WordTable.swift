/// Distinct words by their bytes, numbered in order of first sight.
///
/// A `Dictionary` of strings takes most of the time that analysis has: Swift compares strings by canonical equivalence. Keys are folded
/// already, so equal words are equal bytes.
public struct WordTable: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``; it begins where the one before ends.
  private var ends: ContiguousArray<Int32> = []
  /// Numbers by hash, -1 where none is; a power of two of them, at most half of them taken.
  private var slots: ContiguousArray<Int32> = []

  public init(minimumCapacity: Int = 0) {
    var slotCount = 16
    while slotCount < minimumCapacity * 2 { slotCount *= 2 }
    slots = ContiguousArray(repeating: -1, count: slotCount)
  }

  public var count: Int { ends.count }

  /// The word's number, a new one when it was not there.
  public mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = ends.count
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    slots[slot] = Int32(number)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// Nil for a word that is not there.
  public func number(of word: String) -> Int? {
    var word = word
    let number = word.withUTF8 { slots[slot(of: $0)] }
    return number < 0 ? nil : Int(number)
  }

  /// Whether the word is there.
  public func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { slots[slot(of: word)] >= 0 }

  public subscript(number: Int) -> String {
    withUTF8(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  public func withUTF8<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }
}

extension WordTable {
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The slot that has the word, or where it would stand.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    // Seeded: nobody can write a story whose words all fall into one slot.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(word))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    return bytes.withUnsafeBufferPointer { bytes in
      while slots[slot] >= 0 {
        let known = bytes[range(of: Int(slots[slot]))]
        if known.count == word.count, known.elementsEqual(word) { return slot }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in ends.indices {
        slots[slot(of: UnsafeBufferPointer(rebasing: bytes[range(of: number)]))] = Int32(number)
      }
    }
  }
}
