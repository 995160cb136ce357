import Screen

/// The sixteen colours that every reader has set to taste.
nonisolated enum AnsiColors {
  /// The place of base00 to base0F among them, by base16-shell (tinted-theming), so that a reader whose terminal wears a base16
  /// palette sees that very palette. It has no place for six of them; those go to their neighbours.
  private static let places: [UInt8] = [
    0, 0, 8, 8, 7, 7, 15, 15,
    1, 11, 3, 2, 6, 4, 5, 9,
  ]

  /// xterm's own palette, for colours that are none of the theme's sixteen.
  private static let palette: [Oklab] = {
    let codes: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    return codes.map { code in
      Oklab(
        Color(
          red: UInt8(code >> 16), green: UInt8(code >> 8 & 0xFF), blue: UInt8(code & 0xFF)))
    }
  }()

  /// 0 to 15.
  static func index(_ color: Color) -> UInt8 {
    if let place = color.base16Index, places.indices.contains(place) { return places[place] }
    return UInt8(Oklab(color).nearest(in: palette))
  }
}
