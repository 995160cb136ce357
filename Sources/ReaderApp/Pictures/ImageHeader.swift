/// What the first bytes of a picture say of it: read before anything decodes it, so that a bomb is refused unopened.
nonisolated struct ImageHeader: Hashable, Sendable {
  enum Format: String, Hashable, Sendable, CaseIterable {
    case png, jpeg, gif, webp
  }

  var format: Format
  /// Pixels; at least 1 each.
  var width: Int
  var height: Int

  /// - Returns: nil when these are not the bytes of a PNG, JPEG, GIF or WebP picture, or when its size is not told.
  init?(_ bytes: [UInt8]) {
    let reader = Reader(bytes: bytes)
    guard let found = Self.png(reader) ?? Self.gif(reader) ?? Self.webp(reader) ?? Self.jpeg(reader),
      found.width > 0, found.height > 0
    else { return nil }
    self = found
  }

  private init(_ format: Format, _ width: Int, _ height: Int) {
    (self.format, self.width, self.height) = (format, width, height)
  }
}

nonisolated extension ImageHeader {
  /// PNG, third edition, section 11.2.1: `IHDR` comes first.
  private static func png(_ reader: Reader) -> ImageHeader? {
    guard reader.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), reader.has(Array("IHDR".utf8), at: 12),
      let width = reader.big(4, at: 16), let height = reader.big(4, at: 20)
    else { return nil }
    return ImageHeader(.png, width, height)
  }

  /// GIF89a, section 18: the logical screen. Each frame lies within it, or is cut by it.
  private static func gif(_ reader: Reader) -> ImageHeader? {
    guard reader.has(Array("GIF87a".utf8), at: 0) || reader.has(Array("GIF89a".utf8), at: 0),
      let width = reader.little(2, at: 6), let height = reader.little(2, at: 8)
    else { return nil }
    return ImageHeader(.gif, width, height)
  }

  /// WebP container (RFC 9649, section 2): lossy, lossless or extended.
  private static func webp(_ reader: Reader) -> ImageHeader? {
    guard reader.has(Array("RIFF".utf8), at: 0), reader.has(Array("WEBP".utf8), at: 8) else { return nil }
    if reader.has(Array("VP8 ".utf8), at: 12), reader.has([0x9D, 0x01, 0x2A], at: 23),
      let width = reader.little(2, at: 26), let height = reader.little(2, at: 28)
    {
      return ImageHeader(.webp, width & 0x3FFF, height & 0x3FFF)
    }
    if reader.has(Array("VP8L".utf8), at: 12), reader.has([0x2F], at: 20), let bits = reader.little(4, at: 21) {
      return ImageHeader(.webp, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if reader.has(Array("VP8X".utf8), at: 12), let width = reader.little(3, at: 24),
      let height = reader.little(3, at: 27)
    {
      return ImageHeader(.webp, width + 1, height + 1)
    }
    return nil
  }

  /// JPEG (ITU-T T.81, annex B): segments up to the first frame header. The largest of several counts, since which one a decoder
  /// takes is its own affair.
  private static func jpeg(_ reader: Reader) -> ImageHeader? {
    guard reader.has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
    var found: ImageHeader?
    var offset = 2
    // Until the picture's own data begins.
    while let marker = reader.big(1, at: offset), marker == 0xFF, let kind = reader.big(1, at: offset + 1) {
      if kind == 0xFF {
        offset += 1
        continue
      }
      if kind == 0xDA || kind == 0xD9 { break }
      // Standing alone: TEM and RST.
      if kind == 0x01 || (0xD0...0xD7).contains(kind) {
        offset += 2
        continue
      }
      guard let length = reader.big(2, at: offset + 2), length >= 2 else { break }
      // SOF0 to SOF15 without DHT, JPG and DAC.
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind), let height = reader.big(2, at: offset + 5),
        let width = reader.big(2, at: offset + 7), width * height >= (found.map { $0.width * $0.height } ?? 0)
      {
        found = ImageHeader(.jpeg, width, height)
      }
      offset += 2 + length
    }
    return found
  }

  /// Bytes that may end anywhere.
  private struct Reader {
    var bytes: [UInt8]

    func has(_ wanted: [UInt8], at offset: Int) -> Bool {
      bytes.count >= offset + wanted.count && bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }

    func big(_ count: Int, at offset: Int) -> Int? {
      guard offset + count <= bytes.count else { return nil }
      return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ count: Int, at offset: Int) -> Int? {
      guard offset + count <= bytes.count else { return nil }
      return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
