/// Kinds of text whose columns a terminal was measured to count as the width model does.
///
/// Only such text may be followed by something that relies on where the cursor is, or be written in part.
public struct CertainText: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// U+0900 to U+097F and the joiners.
  public static let devanagari = CertainText(rawValue: 1)
  /// The other Indic scripts of U+0980 to U+0D7F.
  public static let otherIndic = CertainText(rawValue: 2)
  /// Letters with diacritics, U+00C0 to U+024F.
  public static let latin = CertainText(rawValue: 4)
  /// ``symbolText``, and the block elements that pictures are drawn with: a terminal makes them all as wide as the `▌` among the former.
  public static let symbols = CertainText(rawValue: 8)

  public static let all: CertainText = [.devanagari, .otherIndic, .latin, .symbols]

  /// Punctuation of news and the signs that the reader draws; one column each, but two in terminals set to wide ambiguous characters
  /// (UAX #11).
  public static let symbolText = "·×–—‘’“”•…↑↓↗─│▌●★◌₹"

  private static let symbolScalars = Set(symbolText.unicodeScalars.map(\.value))

  /// Whether all of `cluster` is of these kinds, or printable ASCII.
  public func covers(_ cluster: String) -> Bool {
    Self.needed(for: cluster).map(isSuperset) ?? false
  }

  /// The kinds that cover all of `cluster`: none for printable ASCII, nil when something in it is of no kind.
  public static func needed(for cluster: String) -> CertainText? {
    var needed: CertainText = []
    for scalar in cluster.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: break
      case 0x900...0x97F, 0x200C, 0x200D: needed.insert(.devanagari)
      case 0x980...0xD7F: needed.insert(.otherIndic)
      case 0xC0...0x24F: needed.insert(.latin)
      // Lines are drawn by cells that are addressed one by one; a terminal in which they were wide could show no frame at all.
      case 0x2500...0x257F: break
      case 0x2580...0x259F: needed.insert(.symbols)
      case let value where symbolScalars.contains(value): needed.insert(.symbols)
      default: return nil
      }
    }
    return needed
  }
}
