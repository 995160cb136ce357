/// Columns of single clusters, found by their bytes: looking up a `String` would normalise each cluster of a text.
struct ClusterTable: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var utf8: [UInt8]
    var columns: Int
  }

  /// Entries by ``place(_:_:)``; empty when there are none.
  private var buckets: [[Entry]] = []
  /// A bit for each bucket that holds something: most clusters are no exception, and are told by it.
  private var occupied: UInt64 = 0

  init(_ columns: [String: Int]) {
    guard !columns.isEmpty else { return }
    buckets = Array(repeating: [], count: 64)
    for (cluster, columns) in columns {
      let utf8 = Array(cluster.utf8)
      let place = utf8.withUnsafeBufferPointer { Self.place($0, 0..<$0.count) }
      buckets[place].append(Entry(utf8: utf8, columns: columns))
      occupied |= 1 << UInt64(place)
    }
  }

  var isEmpty: Bool { occupied == 0 }

  /// Nil for a cluster that is not in the table.
  @inline(__always)
  func columns(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard occupied != 0 else { return nil }
    let place = Self.place(utf8, range)
    guard occupied & (1 << UInt64(place)) != 0 else { return nil }
    for entry in buckets[place] where entry.utf8.count == range.count {
      if entry.utf8.indices.allSatisfy({ entry.utf8[$0] == utf8[range.lowerBound + $0] }) { return entry.columns }
    }
    return nil
  }

  @inline(__always)
  private static func place(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    // FNV-1a; its upper bits are mixed better than its lower ones.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in range { hash = (hash ^ UInt64(utf8[position])) &* 0x100_0000_01B3 }
    return Int(hash >> 40 & 63)
  }
}
