import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A colour where equal distances look equally far apart (Björn Ottosson, "A perceptual color space for image processing", 2020).
nonisolated struct Oklab: Sendable {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  init(_ color: Color) {
    let red = Self.linear(color.red)
    let green = Self.linear(color.green)
    let blue = Self.linear(color.blue)
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// Index of the colour that is least far away; the first of several.
  func nearest(in palette: [Oklab]) -> Int {
    palette.indices.min { squaredDistance(to: palette[$0]) < squaredDistance(to: palette[$1]) } ?? 0
  }
}

nonisolated extension Oklab {
  private func squaredDistance(to other: Oklab) -> Double {
    let lightnesses = lightness - other.lightness
    let reds = greenRed - other.greenRed
    let yellows = blueYellow - other.blueYellow
    return lightnesses * lightnesses + reds * reds + yellows * yellows
  }

  /// sRGB without its gamma (IEC 61966-2-1).
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
