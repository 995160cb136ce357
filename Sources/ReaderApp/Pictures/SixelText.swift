/// Writes pixels as sixels: what stands between `q` and the end of the string (VT330/VT340 Programmer Reference, chapter 14).
nonisolated enum SixelText {
  /// Mixes neighbouring colours where the palette has none between (Bayer, 4 by 4).
  private static let thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

  /// Raster attributes, colours, then bands of six rows; pixels that are more than half clear stay as they are.
  static func letters(_ grid: PixelGrid, colors: Int = 256) -> [UInt8] {
    var palette = Palette(of: grid, limit: colors)
    let indices = indices(grid, &palette)
    var text = Array("\"1;1;\(grid.width);\(grid.height)".utf8)
    for (index, color) in palette.colors.enumerated() {
      text += "#\(index);2;\(percent(color.0));\(percent(color.1));\(percent(color.2))".utf8
    }
    var band = Band(width: grid.width, colorCount: palette.colors.count)
    for top in stride(from: 0, to: grid.height, by: 6) {
      band.take(indices, rows: top..<min(top + 6, grid.height))
      band.write(into: &text)
      text.append(UInt8(ascii: "-"))
    }
    return text
  }

  private static func percent(_ value: Int) -> Int { (value * 100 + 127) / 255 }

  /// The colour of each pixel; -1 for a clear one.
  private static func indices(_ grid: PixelGrid, _ palette: inout Palette) -> [Int16] {
    var indices = [Int16](repeating: -1, count: grid.width * grid.height)
    grid.rgba.withUnsafeBufferPointer { bytes in
      for row in 0..<grid.height {
        for column in 0..<grid.width {
          let pixel = row * grid.width + column
          guard bytes[pixel * 4 + 3] >= 128 else { continue }
          let shift = thresholds[(row & 3) * 4 + (column & 3)] / 2 - 4
          indices[pixel] = Int16(
            palette.index(
              nearestTo: Int(bytes[pixel * 4]) + shift, Int(bytes[pixel * 4 + 1]) + shift,
              Int(bytes[pixel * 4 + 2]) + shift))
        }
      }
    }
    return indices
  }

  /// Six rows: for each colour the bits of its pixels, column by column.
  private struct Band {
    private let width: Int
    private var bits: [UInt8]
    /// Columns in which a colour has any; empty for one that has none.
    private var extents: [Range<Int>]
    private var used: [Int] = []

    init(width: Int, colorCount: Int) {
      self.width = width
      bits = Array(repeating: 0, count: width * colorCount)
      extents = Array(repeating: 0..<0, count: colorCount)
    }

    mutating func take(_ indices: [Int16], rows: Range<Int>) {
      for color in used {
        for column in extents[color] { bits[color * width + column] = 0 }
        extents[color] = 0..<0
      }
      used = []
      for row in rows {
        for column in 0..<width {
          let color = Int(indices[row * width + column])
          guard color >= 0 else { continue }
          bits[color * width + column] |= 1 << UInt8(row - rows.lowerBound)
          if extents[color].isEmpty {
            used.append(color)
            extents[color] = column..<(column + 1)
          } else {
            extents[color] = min(extents[color].lowerBound, column)..<max(extents[color].upperBound, column + 1)
          }
        }
      }
    }

    /// Each colour from the left edge on, over the ones before (`$`).
    func write(into text: inout [UInt8]) {
      for (number, color) in used.enumerated() {
        if number > 0 { text.append(UInt8(ascii: "$")) }
        text += "#\(color)".utf8
        Self.repeated(UInt8(ascii: "?"), extents[color].lowerBound, &text)
        var column = extents[color].lowerBound
        while column < extents[color].upperBound {
          let value = bits[color * width + column]
          var end = column + 1
          while end < extents[color].upperBound, bits[color * width + end] == value { end += 1 }
          Self.repeated(value + 0x3F, end - column, &text)
          column = end
        }
      }
    }

    private static func repeated(_ letter: UInt8, _ count: Int, _ text: inout [UInt8]) {
      if count > 3 {
        text += "!\(count)".utf8
        text.append(letter)
      } else {
        text.append(contentsOf: repeatElement(letter, count: count))
      }
    }
  }
}
