/// A row as a page holds it: values in the order of the table's columns, which may be fewer than the table has (sqlite.org/fileformat2.html, 2.1).
struct StoredRecord {
  /// The row's number; nil in a table without one, and in an index.
  var row: Int64?
  var values: [SQLValue]

  /// Nil when the bytes are no record: every length must come out even.
  init?(_ payload: [UInt8], row: Int64?) {
    self.row = row
    guard let (headerSize, first) = payload.varint(at: 0), headerSize >= 1, headerSize <= payload.count else {
      return nil
    }
    let bodyStart = Int(headerSize)
    var place = first
    var offset = bodyStart
    values = []
    while place < bodyStart {
      guard let (type, next) = payload.varint(at: place), next <= bodyStart, values.count < 2_000 else { return nil }
      place = next
      guard let count = Self.byteCount(ofType: type), offset + count <= payload.count else { return nil }
      values.append(Self.value(type, payload[offset..<offset + count]))
      offset += count
    }
    guard offset == payload.count, !values.isEmpty else { return nil }
  }

  /// Nil for types that are not used.
  private static func byteCount(ofType type: Int64) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 12...: Int(exactly: (type - 12) / 2)
    default: nil
    }
  }

  private static func value(_ type: Int64, _ bytes: ArraySlice<UInt8>) -> SQLValue {
    switch type {
    case 0: return .null
    case 8: return .integer(0)
    case 9: return .integer(1)
    case 7: return .real(Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
    case 1...6:
      let negative = bytes.first.map { $0 & 0x80 != 0 } ?? false
      return .integer(bytes.reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) })
    // What is no UTF-8 any more is shown as that.
    default: return type % 2 == 1 ? .text(String(decoding: bytes, as: UTF8.self)) : .blob([UInt8](bytes))
    }
  }
}
