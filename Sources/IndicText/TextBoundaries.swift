internal import CICU

/// Boundaries that ICU finds in a text (UAX #29).
enum TextBoundaries {
  struct Boundary {
    var utf8Offset: Int
    /// ICU's rule status of the stretch before the boundary; 100 and more is a word with letters or digits.
    var status: Int32
  }

  /// Ascending, without the beginning, with the end; empty for an empty text or when ICU has no rules for `locale`.
  static func find(_ kind: khabar_break_kind, in text: String, locale: String) -> [Boundary] {
    if text.isEmpty { return [] }
    return BoundaryFinders.lend(kind, locale) { find(with: $0, in: text) } ?? []
  }

  private static func find(with iterator: OpaquePointer, in text: String) -> [Boundary] {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let start = bytes.baseAddress, let byteCount = Int32(exactly: bytes.count) else { return [] }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { source in
        var offsets = [Int32](repeating: 0, count: min(bytes.count, bytes.count / 4 + 64))
        var statuses = offsets
        var count = khabar_break_offsets(iterator, source, byteCount, &offsets, &statuses, Int32(offsets.count))
        if Int(count) > offsets.count {
          offsets = [Int32](repeating: 0, count: Int(count))
          statuses = offsets
          count = khabar_break_offsets(iterator, source, byteCount, &offsets, &statuses, count)
        }
        guard count > 0 else { return [] }
        return (0..<min(Int(count), offsets.count)).map {
          Boundary(utf8Offset: Int(offsets[$0]), status: statuses[$0])
        }
      }
    }
  }
}
