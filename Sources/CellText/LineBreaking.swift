internal import CICU

/// Where lines may break: UAX #14 as ICU has it, with what a Hindi newspaper expects on top.
///
/// A value without state: each call opens what it needs of ICU, so it may be used anywhere.
/// Reference: UAX #14; the tailoring is described in `LineBreaking` in the catalog.
public struct LineBreaker: Hashable, Sendable {
  /// A place where a line may end.
  public struct Opportunity: Hashable, Sendable {
    /// Where the next line would begin, in UTF-8 bytes from the start of the text.
    public var utf8Offset: Int
    /// Better not, if the line can be filled without: between a number and its unit, within the words of a web address.
    public var isReluctant: Bool
  }

  /// BCP 47 language of the text: "hi", "mr", "en".
  public let language: String

  public init(language: String) {
    self.language = language
  }

  /// The opportunities inside `text` and at its end, ascending; none for an empty text.
  ///
  /// - Complexity: linear in the bytes of `text`.
  public func opportunities(in text: String) -> [Opportunity] {
    ClusterScanner.scanning(text) { opportunities($0) }
  }
}

extension LineBreaker {
  /// What UAX #14 says by ICU's rules and data, before any tailoring: offsets in UTF-8 bytes, ascending, the end included.
  func standardOffsets(in text: String) -> [Int] {
    ClusterScanner.scanning(text) { $0.utf8.isEmpty ? [] : offsets($0.utf8) }
  }

  func opportunities(_ scanner: ClusterScanner) -> [Opportunity] {
    let utf8 = scanner.utf8
    guard !utf8.isEmpty else { return [] }
    var tailoring = LineBreakTailoring(scanner: scanner)
    let addresses = WebAddresses.ranges(utf8)
    var nextAddress = 0
    var clusterEnd = 0
    let brackets = LineBreakTailoring.bracketsAfterQuotes(scanner)
    for offset in brackets.isEmpty ? offsets(utf8) : (offsets(utf8) + brackets).sorted() {
      while nextAddress < addresses.count, addresses[nextAddress].lowerBound < offset {
        if addresses[nextAddress].upperBound > offset { break }
        for inside in WebAddresses.breaks(scanner, addresses[nextAddress]) { tailoring.add(inside) }
        nextAddress += 1
      }
      let isInside = nextAddress < addresses.count && addresses[nextAddress].lowerBound < offset
      if isInside { continue }
      if utf8[offset - 1] >= 0x80 || scanner.hasWideExtender(at: offset) {
        // UAX #14 knows some marks that stand before their letter (GB9b) and conjuncts with something in them (GB9c) as letters of their own.
        // Everything before the last opportunity is whole clusters; never backwards, so that this stays linear.
        clusterEnd = max(clusterEnd, tailoring.opportunities.last?.utf8Offset ?? 0)
        while clusterEnd < offset { clusterEnd = scanner.clusterEnd(from: clusterEnd) }
        if clusterEnd > offset { continue }
      }
      tailoring.consider(offset)
    }
    return tailoring.opportunities
  }

  private func offsets(_ utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
    // ICU counts in 32 bits.
    guard utf8.count <= Int(Int32.max), let iterator = khabar_break_open(KHABAR_BREAK_LINE, language) else {
      return afterBlanks(utf8)
    }
    defer { khabar_break_close(iterator) }
    let capacity = utf8.count
    let found = utf8.withMemoryRebound(to: CChar.self) { bytes in
      [Int32](unsafeUninitializedCapacity: capacity) { buffer, count in
        let boundaries = khabar_break_offsets(
          iterator, bytes.baseAddress, Int32(bytes.count), buffer.baseAddress, nil, Int32(capacity))
        count = max(0, min(Int(boundaries), capacity))
      }
    }
    return found.isEmpty ? afterBlanks(utf8) : found.map(Int.init)
  }

  /// The plainest rule, should ICU not be able to help.
  private func afterBlanks(_ utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
    (1...utf8.count).filter { $0 == utf8.count || (utf8[$0 - 1] == 0x20 && utf8[$0] != 0x20) }
  }
}
