import CellText
import Screen

/// The paint of every role of a theme on one terminal.
nonisolated struct ColorMapping: Sendable {
  private let paints: [Paint]
  /// By role: a number for each paint there is, and one for each ground that a blank shows of it, negative for a blank that shows more.
  private let numbers: [(paint: Int, ground: Int)]
  private let colorDepth: ColorDepth

  init(theme: Theme, capabilities: TerminalCapabilities) {
    colorDepth = capabilities.colorDepth
    let page = theme.style(for: .page)
    let paints = StyleRole.allCases.map {
      Self.paint(theme.style(for: $0), page: page, capabilities: capabilities)
    }
    self.paints = paints
    numbers = paints.map { paint in
      (
        paint: paints.firstIndex(of: paint) ?? 0,
        ground: paint.blanksAreErased ? paints.firstIndex { $0.background == paint.background } ?? 0 : -1
      )
    }
  }

  func paint(_ role: StyleRole) -> Paint { paints[role.ordinal] }

  /// The look of a cell: its role's, with the colours of the picture that it is part of.
  func paint(_ cell: Cell) -> Paint {
    var paint = paints[cell.role.ordinal]
    if cell.colors == .role { return paint }
    if let code = code(cell.colors.foreground, 38) { paint.foreground = code }
    if let code = code(cell.colors.background, 48) { paint.background = code }
    return paint
  }

  /// Two cells have one look. Asked for each cell of a frame, so without making the looks where roles have them.
  func isAlike(_ first: Cell, _ second: Cell) -> Bool {
    if first.colors == .role, second.colors == .role {
      return numbers[first.role.ordinal].paint == numbers[second.role.ordinal].paint
    }
    return paint(first) == paint(second)
  }

  /// Blanks in the looks of two cells cannot be told apart.
  func blanksAreAlike(_ first: Cell, _ second: Cell) -> Bool {
    if first.colors == .role, second.colors == .role {
      let ground = numbers[first.role.ordinal].ground
      return ground >= 0 && ground == numbers[second.role.ordinal].ground
    }
    return paint(first).blanksLookAlike(paint(second))
  }

  /// SGR parameters for a picture's colour; nil leaves the role's. `plane` is 38 in front and 48 behind.
  private func code(_ tint: CellColors.Tint, _ plane: Int) -> [UInt8]? {
    let color: Color
    switch tint {
    case .role: return nil
    // A number, which no other colour stands for; only a terminal that reads it so is given any.
    case .picture(let id):
      let bytes = [id >> 16, id >> 8, id].map { UInt8($0 & 0xFF) }
      return Self.direct(Color(red: bytes[0], green: bytes[1], blue: bytes[2]), plane)
    case .indexed(let index) where index < 16 || colorDepth >= .indexed: return indexed(index, plane)
    // Drawn for another terminal than this one: nothing that it could show.
    case .indexed: return nil
    case .direct(let red, let green, let blue): color = Color(red: red, green: green, blue: blue)
    }
    switch colorDepth {
    case .direct: return Self.direct(color, plane)
    case .indexed: return indexed(UInt8(IndexedColors.nearest(to: color)), plane)
    case .sixteen, .eight: return indexed(AnsiColors.index(color), plane)
    case .none: return nil
    }
  }

  private func indexed(_ index: UInt8, _ plane: Int) -> [UInt8]? {
    let base = plane == 38 ? 30 : 40
    switch (index, colorDepth) {
    case (_, .none): return nil
    case (..<8, _): return Array(String(base + Int(index)).utf8)
    case (..<16, .eight): return Array(String(base + Int(index) - 8).utf8)
    case (..<16, _): return Array(String(base + 52 + Int(index)).utf8)
    default: return Array("\(plane);5;\(index)".utf8)
    }
  }

  /// - Parameter page: what text without a role of its own looks like; without colours a role is what differs from it.
  static func paint(_ style: Style, page: Style, capabilities: TerminalCapabilities) -> Paint {
    var paint = Paint(
      isBold: style.attributes.contains(.bold), isDim: style.attributes.contains(.dim),
      isItalic: style.attributes.contains(.italic) && capabilities.slants,
      isUnderlined: style.attributes.contains(.underline), isReversed: style.attributes.contains(.reverse))
    switch capabilities.colorDepth {
    case .direct:
      paint.foreground = style.foreground.map { direct($0, 38) } ?? []
      paint.background = style.background.map { direct($0, 48) } ?? []
    case .indexed:
      paint.foreground = style.foreground.map { Array("38;5;\(IndexedColors.nearest(to: $0))".utf8) } ?? []
      paint.background = style.background.map { Array("48;5;\(IndexedColors.nearest(to: $0))".utf8) } ?? []
    case .sixteen:
      paintSixteen(style, into: &paint)
    case .eight:
      paintEight(style, into: &paint)
    case .none:
      if style.background != page.background { paint.isReversed = true }
      if style.foreground?.base16Index == 0x03 { paint.isDim = true }
    }
    // A terminal without dim text shows it as any other; where two weights meet the stronger wins.
    if !capabilities.dims || paint.isBold { paint.isDim = false }
    return paint
  }
}

nonisolated extension ColorMapping {
  private static func direct(_ color: Color, _ plane: Int) -> [UInt8] {
    Array("\(plane);2;\(color.red);\(color.green);\(color.blue)".utf8)
  }

  private static func paintSixteen(_ style: Style, into paint: inout Paint) {
    let background = style.background.map(AnsiColors.index)
    var foreground = style.foreground.map(AnsiColors.index)
    // Sixteen shades are told apart by less than sixteen colours here: text must not vanish in its ground.
    if let ground = background, foreground == ground { foreground = ground == 0 || ground == 8 ? 7 : 0 }
    paint.foreground = foreground.map { Array(String($0 < 8 ? 30 + $0 : 82 + $0).utf8) } ?? []
    paint.background = background.map { Array(String($0 < 8 ? 40 + $0 : 92 + $0).utf8) } ?? []
  }

  private static func paintEight(_ style: Style, into paint: inout Paint) {
    let background = style.background.map(AnsiColors.index)
    let foreground = style.foreground.map(AnsiColors.index)
    if background == 8 {
      // Eight colours have no grey to stand out from the page with.
      paint.isReversed = true
      paint.foreground = Array("37".utf8)
      paint.background = Array("40".utf8)
      return
    }
    if foreground == 8 { paint.isDim = true }
    if foreground == 15 { paint.isBold = true }
    // Bright twins are the same hue; grey is white, dimmed.
    let hue = foreground.map { $0 == 8 ? 7 : $0 % 8 }
    let ground = background.map { $0 % 8 }
    paint.foreground = hue.map { Array(String(30 + ($0 == ground ? ($0 == 0 ? 7 : 0) : $0)).utf8) } ?? []
    paint.background = ground.map { Array(String(40 + $0).utf8) } ?? []
  }
}
