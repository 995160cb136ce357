/// The colours that a picture is drawn with where it may have few: its own, by median cut (Heckbert, 1982).
nonisolated struct Palette: Sendable {
  /// Red, green and blue.
  private(set) var colors: [(Int, Int, Int)] = []
  /// The nearest colour for each of the 32,768 shades of five bits; -1 where nobody asked yet.
  private var nearest = [Int16](repeating: -1, count: 1 << 15)

  /// - Parameter limit: colours at most, 1 to 256.
  init(of grid: PixelGrid, limit: Int) {
    var shades = [Shade?](repeating: nil, count: 1 << 15)
    grid.rgba.withUnsafeBufferPointer { bytes in
      for pixel in stride(from: 0, to: bytes.count, by: 4) where bytes[pixel + 3] >= 128 {
        let (red, green, blue) = (Int(bytes[pixel]), Int(bytes[pixel + 1]), Int(bytes[pixel + 2]))
        let index = Self.index(red, green, blue)
        var shade = shades[index] ?? Shade()
        shade.count += 1
        shade.sums.0 += red
        shade.sums.1 += green
        shade.sums.2 += blue
        shades[index] = shade
      }
    }
    var boxes = [Box(shades.compactMap(\.self))]
    while boxes.count < limit {
      guard let widest = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }), boxes[widest].weight > 0
      else { break }
      let (low, high) = boxes[widest].halves()
      boxes[widest] = low
      boxes.append(high)
    }
    colors = boxes.filter { !$0.shades.isEmpty }.map(\.mean)
    if colors.isEmpty { colors = [(0, 0, 0)] }
  }

  /// The number of the colour nearest to a shade, which is cut to 0 to 255.
  mutating func index(nearestTo red: Int, _ green: Int, _ blue: Int) -> Int {
    let shade = Self.index(max(0, min(255, red)), max(0, min(255, green)), max(0, min(255, blue)))
    if nearest[shade] >= 0 { return Int(nearest[shade]) }
    // The middle of the shade, so that who asks first does not decide for others.
    let middle = [red, green, blue].map { (max(0, min(255, $0)) & 0xF8) | 4 }
    var (best, least) = (0, Int.max)
    for (index, color) in colors.enumerated() {
      let (reds, greens, blues) = (color.0 - middle[0], color.1 - middle[1], color.2 - middle[2])
      // The eye tells greens apart best, and blues least.
      let distance = 3 * reds * reds + 4 * greens * greens + 2 * blues * blues
      if distance < least { (best, least) = (index, distance) }
    }
    nearest[shade] = Int16(best)
    return best
  }

  private static func index(_ red: Int, _ green: Int, _ blue: Int) -> Int {
    (red & 0xF8) << 7 | (green & 0xF8) << 2 | blue >> 3
  }

  /// Pixels that are alike in five bits of each channel.
  private struct Shade {
    var count = 0
    var sums = (0, 0, 0)

    func mean(_ channel: Int) -> Int { (channel == 0 ? sums.0 : channel == 1 ? sums.1 : sums.2) / count }
  }

  private struct Box {
    var shades: [Shade]
    /// The channel that differs most, and by how much.
    private var channel = 0
    private var extent = 0
    private var count = 0

    init(_ shades: [Shade]) {
      self.shades = shades
      count = shades.reduce(0) { $0 + $1.count }
      for channel in 0..<3 {
        var (least, most) = (255, 0)
        for shade in shades { (least, most) = (min(least, shade.mean(channel)), max(most, shade.mean(channel))) }
        if most - least > extent { (self.channel, extent) = (channel, most - least) }
      }
    }

    /// How much is won by cutting: small differences of many pixels are seen as well as large ones of few.
    var weight: Double { shades.count < 2 ? 0 : Double(extent) * Double(count).squareRoot() }

    var mean: (Int, Int, Int) {
      let sums = shades.reduce((0, 0, 0)) { ($0.0 + $1.sums.0, $0.1 + $1.sums.1, $0.2 + $1.sums.2) }
      return (sums.0 / count, sums.1 / count, sums.2 / count)
    }

    /// Cut where half of the pixels lie on either side; neither half is empty.
    func halves() -> (Box, Box) {
      let sorted = shades.sorted { $0.mean(channel) < $1.mean(channel) }
      var (seen, cut) = (0, 0)
      while cut < sorted.count - 1, seen < count / 2 || cut == 0 {
        seen += sorted[cut].count
        cut += 1
      }
      return (Box(Array(sorted[..<cut])), Box(Array(sorted[cut...])))
    }
  }
}
