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
  private static let palette: [Oklab] = [
    (0x00, 0x00, 0x00), (0xCD, 0x00, 0x00), (0x00, 0xCD, 0x00), (0xCD, 0xCD, 0x00),
    (0x00, 0x00, 0xEE), (0xCD, 0x00, 0xCD), (0x00, 0xCD, 0xCD), (0xE5, 0xE5, 0xE5),
    (0x7F, 0x7F, 0x7F), (0xFF, 0x00, 0x00), (0x00, 0xFF, 0x00), (0xFF, 0xFF, 0x00),
    (0x5C, 0x5C, 0xFF), (0xFF, 0x00, 0xFF), (0x00, 0xFF, 0xFF), (0xFF, 0xFF, 0xFF),
  ].map { Oklab(Color(red: $0.0, green: $0.1, blue: $0.2)) }

  /// 0 to 15.
  static func index(_ color: Color) -> UInt8 {
    if let place = color.base16Index, places.indices.contains(place) { return places[place] }
    return UInt8(Oklab(color).nearest(in: palette))
  }
}
