#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A SQLite file, read page by page without SQLite, which gives up where a page is damaged (sqlite.org/fileformat2.html).
final class DamagedFile {
  let pageSize: Int
  /// Bytes of a page that hold something.
  let usableSize: Int
  let pageCount: Int
  private let file: OpenFile

  /// Nil when the file cannot be read or is shorter than a page.
  init?(path: String) {
    guard let file = OpenFile(path, O_RDONLY) else { return nil }
    let descriptor = file.descriptor
    let byteCount = Int(lseek(descriptor, 0, SEEK_END))
    guard byteCount >= 512 else { return nil }
    let head = Self.read(descriptor, at: 0, count: 100)
    let told = head.count == 100 ? Int(head[16]) << 8 | Int(head[17]) : 0
    let hasMagic = head.starts(with: Self.magic)
    var size = told == 1 ? 65_536 : told
    if !hasMagic || size < 512 || size & (size - 1) != 0 {
      size = Self.likelyPageSize(descriptor, byteCount: byteCount)
    }
    pageSize = size
    usableSize = size - (hasMagic && head[20] < 32 ? Int(head[20]) : 0)
    // What is left of a page at the end of a file that was cut off may still hold rows.
    pageCount = (byteCount + size - 1) / size
    self.file = file
  }

  static let magic = Array("SQLite format 3\0".utf8)

  /// The bytes of a page, counted from 1; zeros stand for what the file does not have.
  func page(_ number: Int) -> [UInt8]? {
    guard number >= 1, number <= pageCount else { return nil }
    var bytes = Self.read(file.descriptor, at: (number - 1) * pageSize, count: pageSize)
    bytes += [UInt8](repeating: 0, count: pageSize - bytes.count)
    return bytes
  }

  /// Pages that nothing uses, as far as the list of them can be followed.
  func freePages() -> Set<Int> {
    var free: Set<Int> = []
    guard let first = page(1), first.starts(with: Self.magic) else { return free }
    var trunk = first.number(at: 32)
    while trunk > 0, trunk <= pageCount, free.insert(trunk).inserted, let bytes = page(trunk) {
      let count = min(bytes.number(at: 4), usableSize / 4 - 2)
      for index in 0..<max(0, count) { free.insert(bytes.number(at: 8 + 4 * index)) }
      trunk = bytes.number(at: 0)
    }
    return free
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      while filled < count {
        let part = pread(descriptor, start + filled, count - filled, off_t(offset + filled))
        if part <= 0 { break }
        filled += part
      }
    }
  }

  /// Stores have pages of 8192 bytes, or of 4096, which is what SQLite makes unless told otherwise: then pages of trees begin in the middle of
  /// the larger ones too.
  private static func likelyPageSize(_ descriptor: Int32, byteCount: Int) -> Int {
    let middles = stride(from: 4_096, to: min(byteCount, 8_192 * 400), by: 8_192)
    let fitting = middles.count { [2, 5, 10, 13].contains(read(descriptor, at: $0, count: 1).first ?? 0) }
    return fitting * 4 > Array(middles).count ? 4_096 : 8_192
  }
}

extension [UInt8] {
  /// Four bytes, the highest first; 0 beyond the end.
  func number(at offset: Int) -> Int {
    guard offset >= 0, offset + 4 <= count else { return 0 }
    return Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8 | Int(self[offset + 3])
  }

  func short(at offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= count else { return 0 }
    return Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  /// SQLite's number of one to nine bytes, and the offset behind it; nil beyond the end.
  func varint(at offset: Int) -> (value: Int64, end: Int)? {
    var value: UInt64 = 0
    for index in 0..<9 {
      let place = offset + index
      guard place >= 0, place < count else { return nil }
      if index == 8 { return (Int64(bitPattern: value << 8 | UInt64(self[place])), place + 1) }
      value = value << 7 | UInt64(self[place] & 0x7F)
      if self[place] & 0x80 == 0 { return (Int64(bitPattern: value), place + 1) }
    }
    return nil
  }
}
