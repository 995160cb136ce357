import CellText
import Screen

/// Reads what a decoder drew with characters. Nothing of it goes to the terminal: it becomes cells, or it is refused whole.
///
/// Taken are printable ASCII, the block elements U+2580 to U+259F, line feeds, and SGR (ECMA-48, 8.3.117) that resets, turns around
/// or sets colours. Whatever else there is, the program is not what it should be, and no byte of it is believed.
nonisolated enum SymbolText {
  /// - Parameter columns, rows: how large the picture may be at most.
  /// - Returns: nil when there is anything else in it, or when it is empty or too large.
  static func picture(_ bytes: some Collection<UInt8>, columns: Int, rows: Int) -> CellPicture? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var pen = Pen()
    var lines: [[CellPicture.Part]] = [[]]
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar.value {
      case 0x0A:
        lines.append([])
      case 0x1B:
        guard scalars.next() == "[", let parameters = parameters(&scalars), pen.take(parameters) else { return nil }
      case 0x20..<0x7F, 0x2580...0x259F:
        guard lines.count <= rows, lines[lines.count - 1].count < columns else { return nil }
        lines[lines.count - 1].append(pen.part(scalar))
      default: return nil
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let picture = CellPicture(rows: lines)
    return picture.rowCount > 0 && picture.rowCount <= rows ? picture : nil
  }

  /// The numbers of a sequence that ends in `m`; nil for any other one.
  private static func parameters(_ scalars: inout String.UnicodeScalarView.Iterator) -> [Int]? {
    var numbers: [Int] = []
    var number: Int?
    while let scalar = scalars.next() {
      switch scalar {
      case "0"..."9":
        let value = (number ?? 0) * 10 + Int(scalar.value - 0x30)
        guard value <= 255 else { return nil }
        number = value
      case ";", "m":
        numbers.append(number ?? 0)
        number = nil
        if scalar == "m" { return numbers }
        // Nobody needs more for two colours.
        guard numbers.count <= 16 else { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// The block element that covers what `scalar` leaves free, or the one that comes nearest to it.
  static func complement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    complements[scalar] ?? "█"
  }

  private static let complements: [Unicode.Scalar: Unicode.Scalar] = [
    "█": " ", "▀": "▄", "▄": "▀", "▌": "▐", "▐": "▌", "▖": "▜", "▜": "▖", "▗": "▛", "▛": "▗", "▘": "▟", "▟": "▘",
    "▝": "▙", "▙": "▝", "▚": "▞", "▞": "▚", "▇": "▔", "▔": "▇", "▉": "▕", "▕": "▉", "░": "▓", "▒": "▒", "▓": "░",
    // Eighths from above and from the right have no signs.
    "▃": "▀", "▅": "▀", "▆": "▔", "▊": "▕", "▋": "▐", "▍": "▐",
  ]

  /// What cells are drawn with.
  private struct Pen {
    private var foreground = CellColors.Tint.role
    private var background = CellColors.Tint.role
    /// Ink and ground change places (SGR 7). chafa says a plain cell so: a blank, turned around.
    private var isReversed = false

    func part(_ scalar: Unicode.Scalar) -> CellPicture.Part {
      guard isReversed else { return .init(scalar, CellColors(foreground: foreground, background: background)) }
      if background != .role { return .init(scalar, CellColors(foreground: background, background: foreground)) }
      // Ink in the colour of the page: the rest of the cell is drawn in its place.
      switch SymbolText.complement(of: scalar) {
      case "█": return .init(" ", CellColors(foreground: .role, background: foreground))
      case let rest: return .init(rest, CellColors(foreground: foreground, background: .role))
      }
    }

    /// - Returns: false for what is no colour.
    mutating func take(_ parameters: [Int]) -> Bool {
      var rest = parameters[...]
      while let code = rest.popFirst() {
        switch code {
        case 0: self = Pen()
        case 7: isReversed = true
        case 27: isReversed = false
        case 30...37: foreground = .indexed(UInt8(code - 30))
        case 39: foreground = .role
        case 40...47: background = .indexed(UInt8(code - 40))
        case 49: background = .role
        case 90...97: foreground = .indexed(UInt8(code - 82))
        case 100...107: background = .indexed(UInt8(code - 92))
        case 38:
          guard let tint = Self.tint(&rest) else { return false }
          foreground = tint
        case 48:
          guard let tint = Self.tint(&rest) else { return false }
          background = tint
        default: return false
        }
      }
      return true
    }

    private static func tint(_ rest: inout ArraySlice<Int>) -> CellColors.Tint? {
      switch rest.popFirst() {
      case 5: return rest.popFirst().map { .indexed(UInt8($0)) }
      case 2:
        guard let red = rest.popFirst(), let green = rest.popFirst(), let blue = rest.popFirst() else { return nil }
        return .direct(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
      default: return nil
      }
    }
  }
}
