/// A size in a screen's pixels.
public struct PixelSize: Hashable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public var isEmpty: Bool { width == 0 || height == 0 }
}

/// A picture made of pixels, written down in the letters of one protocol. Equal when it is the same picture, by its number.
///
/// The letters are printing ASCII without any control, made here out of pixels: what stands around them is the driver's, so nothing in them
/// can end the sequence that they are sent in.
public struct PixelPicture: Hashable, Sendable {
  /// How its pixels come to the screen.
  public enum Form: Hashable, Sendable {
    /// kitty's graphics protocol; the cells are placeholders (U+10EEEE) that the terminal fills with its parts.
    case kittyCells
    /// kitty's graphics protocol, laid over the cells.
    case kittyPlacement
    /// DEC's sixels, drawn over the cells.
    case sixel
    /// iTerm2's inline images (OSC 1337), drawn over the cells.
    case iterm
  }

  /// 1 to 0xFFFFFF, of no other picture of this process.
  public let id: UInt32
  public let form: Form
  /// The cells that it covers.
  public let size: Size
  public let pixels: PixelSize
  /// Whether it lets the page through (kitty: 4 bytes for a pixel, else 3).
  public let hasAlpha: Bool
  /// Base64 of the pixels (kitty) or of a PNG file (iTerm2); for sixels what stands after `q`.
  public let letters: [UInt8]

  /// - Returns: nil when the number, the size or a letter is none that a picture may have.
  public init?(id: UInt32, form: Form, size: Size, pixels: PixelSize, hasAlpha: Bool = false, letters: [UInt8]) {
    guard (1...0xFF_FFFF).contains(id), !size.isEmpty, !pixels.isEmpty, !letters.isEmpty,
      letters.count <= Self.longestLetters, letters.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    if form == .kittyCells, max(size.rows, size.columns) > PlaceholderCells.longestSide { return nil }
    (self.id, self.form, self.size, self.pixels, self.hasAlpha) = (id, form, size, pixels, hasAlpha)
    self.letters = letters
  }

  /// Bytes of a picture's letters at most.
  public static let longestLetters = 8 << 20

  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A picture drawn over cells, whole.
public struct PixelPlacement: Hashable, Sendable {
  public var picture: PixelPicture
  /// Its upper left corner.
  public var place: Position

  public init(_ picture: PixelPicture, at place: Position) {
    self.picture = picture
    self.place = place
  }

  public var rect: Rect {
    Rect(row: place.row, column: place.column, rows: picture.size.rows, columns: picture.size.columns)
  }
}
