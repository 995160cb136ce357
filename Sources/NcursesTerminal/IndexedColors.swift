import Screen

/// xterm's 256 colours: a cube of 6 × 6 × 6 and 24 greys, after the sixteen that belong to the reader.
nonisolated enum IndexedColors {
  private static let firstIndex = 16

  private static let palette: [Oklab] = {
    // Channel values of the cube and steps of the ramp: xterm, 256colres.pl.
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = (0..<216).map { Color(red: steps[$0 / 36], green: steps[$0 / 6 % 6], blue: steps[$0 % 6]) }
    let greys = (0..<24).map { step in
      let value = UInt8(8 + 10 * step)
      return Color(red: value, green: value, blue: value)
    }
    return (cube + greys).map(Oklab.init)
  }()

  /// 16 to 255. The first sixteen are never taken: nobody knows what they look like.
  static func nearest(to color: Color) -> Int {
    firstIndex + Oklab(color).nearest(in: palette)
  }
}
