/// Writes pixels as a PNG file (PNG, third edition), uncompressed: 8 bits a channel.
nonisolated enum PNGText {
  static func bytes(_ grid: PixelGrid) -> [UInt8] {
    let hasAlpha = grid.hasAlpha
    let pixels = hasAlpha ? grid.rgba : grid.rgb
    let rowCount = grid.width * (hasAlpha ? 4 : 3)
    var raw: [UInt8] = []
    raw.reserveCapacity((rowCount + 1) * grid.height)
    for row in 0..<grid.height {
      // Filter type 0: none.
      raw.append(0)
      raw += pixels[(row * rowCount)..<((row + 1) * rowCount)]
    }
    let header = big(UInt32(grid.width)) + big(UInt32(grid.height)) + [8, hasAlpha ? 6 : 2, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", zlib(raw))
      + chunk("IEND", [])
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(kind.utf8) + data
    return big(UInt32(data.count)) + content + big(crc(content))
  }

  /// RFC 1950 around stored blocks of RFC 1951.
  private static func zlib(_ raw: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: raw.count, by: 65_535) {
      let end = min(start + 65_535, raw.count)
      let count = UInt16(end - start)
      bytes.append(end == raw.count ? 1 : 0)
      for value in [count, ~count] { bytes += [UInt8(value & 0xFF), UInt8(value >> 8)] }
      bytes += raw[start..<end]
    }
    var (one, two) = (1 as UInt32, 0 as UInt32)
    for byte in raw {
      one = (one + UInt32(byte)) % 65_521
      two = (two + one) % 65_521
    }
    return bytes + big((two << 16) | one)
  }

  /// PNG, annex D.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }

  private static let crcTable: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8((value >> $0) & 0xFF) } }
}
