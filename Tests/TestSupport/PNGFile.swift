/// Makes PNG pictures byte by byte (PNG, third edition): 8 bits of red, green and blue, the data stored without compression.
public enum PNGFile {
  public typealias Pixel = (red: UInt8, green: UInt8, blue: UInt8)

  /// The picture whose pixel at a column and row `pixel` tells.
  public static func bytes(width: Int, height: Int, _ pixel: (_ column: Int, _ row: Int) -> Pixel) -> [UInt8] {
    var raw: [UInt8] = []
    for row in 0..<height {
      // Filter type 0: none.
      raw.append(0)
      for column in 0..<width {
        let (red, green, blue) = pixel(column, row)
        raw += [red, green, blue]
      }
    }
    return signature + chunk("IHDR", header(width: width, height: height)) + chunk("IDAT", zlib(raw))
      + chunk("IEND", [])
  }

  /// A picture that says it is so large, with data for one row of nothing.
  public static func bomb(width: Int, height: Int) -> [UInt8] {
    signature + chunk("IHDR", header(width: width, height: height)) + chunk("IDAT", zlib([0])) + chunk("IEND", [])
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func header(width: Int, height: Int) -> [UInt8] {
    big(UInt32(width)) + big(UInt32(height)) + [8, 2, 0, 0, 0]
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
    return bytes + big(two << 16 | one)
  }

  /// PNG, annex D.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
      var value = sum ^ UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
      return value
    }
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }
}
