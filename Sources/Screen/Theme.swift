public import CellText

/// Colours and weights of every role.
public struct Theme: Hashable, Sendable {
  public var name: String
  /// base00 to base0F.
  public let palette: [Color]
  public let isDark: Bool
  /// By `StyleRole.ordinal`.
  private let styles: [Style]

  /// The compiled-in look under another name.
  public init(name: String) {
    self = .compiledIn
    self.name = name
  }

  /// - Parameter palette: sixteen colours.
  /// - Parameter overrides: what the theme says about single roles.
  init(name: String, palette: [Color], isDark: Bool? = nil, overrides: [StyleRole: RoleStyle] = [:]) {
    precondition(palette.count == 16, "A base16 palette has sixteen colours.")
    self.name = name
    self.palette = palette
    let page = palette[0]
    let text = palette[5]
    self.isDark = isDark ?? (page.contrast(with: .white) > text.contrast(with: .white))
    styles = StyleRole.allCases.map { Self.resolve($0, palette, overrides) }
  }

  /// How text of `role` looks.
  public func style(for role: StyleRole) -> Style {
    styles[role.ordinal]
  }

  /// The look when no theme file can be read: what `themes/khabar.yaml` says.
  public static let compiledIn = Theme(
    name: "khabar", palette: compiledInPalette.enumerated().map { Color(rgb: $1, base16Index: $0) }, isDark: true)

  private static let compiledInPalette: [UInt32] = [
    0x15191E, 0x1F242B, 0x303842, 0x7F8A96, 0xAEB7C0, 0xD9D5CC, 0xECE8DF, 0xFBF8F1,
    0xE8776F, 0xE39A5B, 0xDDBB66, 0x93BF7C, 0x74BDB5, 0x7FAEE0, 0xC39AD6, 0xB98A72,
  ]
}

extension Theme {
  private static func resolve(
    _ role: StyleRole, _ palette: [Color], _ overrides: [StyleRole: RoleStyle]
  ) -> Style {
    var resolved = RoleStyle()
    var level: StyleRole? = role
    while let current = level {
      if let override = overrides[current] { resolved = resolved.over(override) }
      resolved = resolved.over(.standard(current))
      level = current.parent
    }
    if let override = overrides[.page] { resolved = resolved.over(override) }
    resolved = resolved.over(.standard(.page))
    return Style(
      foreground: resolved.foreground.map { color($0, palette) },
      background: resolved.background.map { color($0, palette) }, attributes: resolved.attributes)
  }

  private static func color(_ tint: RoleStyle.Tint, _ palette: [Color]) -> Color {
    switch tint {
    case .base(let index): palette[index]
    case .fixed(let color): color
    }
  }
}

extension Color {
  static let white = Color(red: 255, green: 255, blue: 255)

  /// From 0xRRGGBB.
  init(rgb: UInt32, base16Index: Int?) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), base16Index: base16Index)
  }
}
