import TestSupport
import Testing

@testable import ReaderApp

/// How large a picture says it is, found without decoding it.
@Suite("Headers of pictures")
struct ImageHeaderTests {
  private nonisolated static let app0: [UInt8] = [
    0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
  ]
  /// The tables that some cameras put before the frame; 0xC4 is no frame.
  private nonisolated static let tables: [UInt8] = [0xFF, 0xC4, 0, 5, 1, 2, 3]

  private nonisolated static func frame(_ kind: UInt8, width: Int, height: Int) -> [UInt8] {
    [0xFF, kind, 0, 17, 8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
      + [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
  }

  private nonisolated static func webp(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(kind.utf8) + [UInt8(data.count), 0, 0, 0] + data
  }

  private nonisolated static let pictures: [([UInt8], ImageHeader.Format, Int, Int)] = [
    (PNGFile.bytes(width: 7, height: 3) { _, _ in (1, 2, 3) }, .png, 7, 3),
    (PNGFile.bomb(width: 200_000, height: 300_000), .png, 200_000, 300_000),
    (Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00, 0, 0, 0], .gif, 320, 240),
    ([0xFF, 0xD8] + app0 + tables + frame(0xC0, width: 640, height: 480), .jpeg, 640, 480),
    ([0xFF, 0xD8] + app0 + [0xFF, 0xFF] + frame(0xC2, width: 1200, height: 675).dropFirst(), .jpeg, 1200, 675),
    // A thumbnail's frame before the real one.
    (
      [0xFF, 0xD8] + frame(0xC0, width: 16, height: 16) + frame(0xC0, width: 60_000, height: 50_000), .jpeg, 60_000,
      50_000
    ),
    (webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x41]), .webp, 640, 480),
    // 14 bits of the width less one, then as many of the height less one.
    (webp("VP8L", [0x2F, 0x7F, 0xC2, 0x77, 0x00]), .webp, 640, 480),
    (webp("VP8X", [0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0]), .webp, 640, 480),
  ]

  @Test("of each kind", arguments: pictures)
  func sizes(bytes: [UInt8], format: ImageHeader.Format, width: Int, height: Int) throws {
    let header = try #require(ImageHeader(bytes))
    #expect((header.format, header.width, header.height) == (format, width, height))
  }

  @Test("what is cut off anywhere, or is something else, has none and harms nobody")
  func others() {
    for (bytes, _, _, _) in Self.pictures {
      for count in 0..<10 { #expect(ImageHeader(Array(bytes.prefix(count))) == nil) }
    }
    #expect(ImageHeader(Array("<!DOCTYPE html><html lang=\"hi\">".utf8)) == nil)
    #expect(ImageHeader(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)) == nil)
    #expect(ImageHeader(PNGFile.bomb(width: 0, height: 5)) == nil)
    // Segments of length 0 and 1 lead nowhere.
    #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 1]) == nil)
    var random = FixedRandom(3)
    for _ in 0..<5_000 {
      var bytes = Self.pictures[Int(random.next() % UInt64(Self.pictures.count))].0
      for _ in 0..<3 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 255) }
      if let header = ImageHeader(bytes) { #expect(header.width > 0 && header.height > 0) }
    }
  }
}
