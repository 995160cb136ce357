import Screen

/// Pixels, row by row: red, green, blue and opacity, a byte each.
nonisolated struct PixelGrid: Hashable, Sendable {
  let width: Int
  let height: Int
  let rgba: [UInt8]

  init(width: Int, height: Int, rgba: [UInt8]) {
    precondition(rgba.count == width * height * 4, "Each pixel has four bytes.")
    (self.width, self.height, self.rgba) = (width, height, rgba)
  }

  /// Whether something shines through.
  var hasAlpha: Bool {
    rgba.withUnsafeBufferPointer { bytes in stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] != 255 } }
  }

  /// Without opacity, three bytes a pixel.
  var rgb: [UInt8] {
    rgba.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: width * height * 3) { target, count in
        for pixel in 0..<(width * height) {
          for channel in 0..<3 { target[pixel * 3 + channel] = source[pixel * 4 + channel] }
        }
        count = width * height * 3
      }
    }
  }

  /// Four bytes a pixel from three.
  static func opaque(_ rgb: [UInt8]) -> [UInt8] {
    rgb.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: rgb.count / 3 * 4) { target, count in
        for pixel in 0..<(rgb.count / 3) {
          for channel in 0..<3 { target[pixel * 4 + channel] = source[pixel * 3 + channel] }
          target[pixel * 4 + 3] = 255
        }
        count = rgb.count / 3 * 4
      }
    }
  }

  /// The picture in another size, each pixel mixed of the four around its place (bilinear): meant for sizes that are nearly the same.
  func resized(to size: PixelSize) -> PixelGrid {
    if (size.width, size.height) == (width, height) || size.isEmpty { return self }
    let columns = (0..<size.width).map { Self.covered($0, of: size.width, from: width) }
    let rows = (0..<size.height).map { Self.covered($0, of: size.height, from: height) }
    let resized = rgba.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: size.width * size.height * 4) { target, count in
        var offset = 0
        for row in rows {
          for column in columns {
            var (red, green, blue, alpha, weight) = (0, 0, 0, 0, 0)
            for (y, vertical) in [(row.first, row.share), (row.second, 256 - row.share)] where vertical > 0 {
              for (x, horizontal) in [(column.first, column.share), (column.second, 256 - column.share)]
              where horizontal > 0 {
                let (pixel, part) = ((y * width + x) * 4, vertical * horizontal)
                red += Int(source[pixel]) * part
                green += Int(source[pixel + 1]) * part
                blue += Int(source[pixel + 2]) * part
                alpha += Int(source[pixel + 3]) * part
                weight += part
              }
            }
            target[offset] = UInt8(red / weight)
            target[offset + 1] = UInt8(green / weight)
            target[offset + 2] = UInt8(blue / weight)
            target[offset + 3] = UInt8(alpha / weight)
            offset += 4
          }
        }
        count = offset
      }
    }
    return PixelGrid(width: size.width, height: size.height, rgba: resized)
  }

  /// The two old pixels between whose middles the middle of a new one lies, and the share of the first, of 256.
  private static func covered(_ index: Int, of count: Int, from old: Int) -> (first: Int, second: Int, share: Int) {
    let place = (Double(index) + 0.5) * Double(old) / Double(count) - 0.5
    let first = max(0, min(old - 1, Int(place.rounded(.down))))
    return (first, min(old - 1, first + 1), 256 - Int((max(0, place - Double(first)) * 256).rounded()))
  }
}
