/// Where a stretch of the screen leads when it is clicked, in the form that terminals take (OSC 8).
///
/// An address comes from a stranger. What is kept is not the address but a text that is built from it, of which no byte can end or
/// change the control sequence that it will stand in. Source: "Hyperlinks in terminal emulators",
/// gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda.
public struct Hyperlink: Hashable, Sendable {
  /// Printable ASCII without blanks and semicolons, at most ``longestUTF8`` bytes.
  public let target: String
  /// Tells parts of one link, on several lines, from other links with the same target. Letters, digits and dots.
  public let id: String

  /// What VTE and iTerm2 take at most; what is longer they drop.
  public static let longestUTF8 = 2083

  /// - Parameter text: index of the text that the link stands in.
  /// - Parameter utf8Offset: where it begins there.
  /// - Returns: nil for an address that is no web address and no mail address, and for one that is too long.
  public init?(_ address: String, text: Int = 0, utf8Offset: Int = 0) {
    let trimmed = address.utf8.drop { $0 <= 0x20 }
    guard let scheme = Self.schemes.first(where: { Self.begins(trimmed, with: $0) }) else { return nil }
    let rest = trimmed.dropFirst(scheme.utf8.count)
    // Without a host, or a mailbox, it leads nowhere.
    guard let first = rest.first, first > 0x20, !"/?#\\".utf8.contains(first) else { return nil }
    var target = Array(scheme.utf8)
    for byte in rest {
      if Self.isKept(byte) {
        target.append(byte)
      } else {
        target += [0x25, Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)]]
      }
      if target.count > Self.longestUTF8 { return nil }
    }
    self.target = String(decoding: target, as: UTF8.self)
    id = "\(text).\(utf8Offset)"
  }

  /// Of other schemes some start programs that the story's publisher would choose.
  private static let schemes = ["https://", "http://", "mailto:"]
  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func begins(_ bytes: some Sequence<UInt8>, with scheme: String) -> Bool {
    var next = bytes.makeIterator()
    return scheme.utf8.allSatisfy { wanted in
      guard let byte = next.next() else { return false }
      return byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
    }
  }

  /// What RFC 3986 has a place for, and the sign of an escape; without the semicolon, at which some terminals cut.
  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21..<0x7F: !"\"<>\\^`{|};".utf8.contains(byte)
    default: false
    }
  }
}

/// A stretch of a row that leads somewhere.
public struct HyperlinkSpan: Hashable, Sendable {
  public var row: Int
  public var columns: Range<Int>
  public var link: Hyperlink

  public init(row: Int, columns: Range<Int>, link: Hyperlink) {
    self.row = row
    self.columns = columns
    self.link = link
  }
}

extension CellBuffer {
  /// Lets `columns` of `row` lead somewhere, until something else is written there. What lies outside of the buffer is left out.
  public mutating func link(row: Int, columns: Range<Int>, to link: Hyperlink) {
    guard row >= 0, row < size.rows else { return }
    let inside = columns.clamped(to: 0..<size.columns)
    unlink(row: row, columns: inside)
    if !inside.isEmpty { hyperlinks.append(HyperlinkSpan(row: row, columns: inside, link: link)) }
  }

  /// The stretches of a row that lead somewhere, in no order, apart from each other.
  public func hyperlinks(row: Int) -> [HyperlinkSpan] {
    hyperlinks.isEmpty ? [] : hyperlinks.filter { $0.row == row }
  }

  mutating func unlink(row: Int, columns: Range<Int>) {
    guard hyperlinks.contains(where: { $0.row == row && $0.columns.overlaps(columns) }) else { return }
    hyperlinks = hyperlinks.flatMap { span -> [HyperlinkSpan] in
      guard span.row == row, span.columns.overlaps(columns) else { return [span] }
      let left = span.columns.lowerBound..<max(span.columns.lowerBound, columns.lowerBound)
      let right = min(span.columns.upperBound, columns.upperBound)..<span.columns.upperBound
      return [left, right].filter { !$0.isEmpty }.map { HyperlinkSpan(row: row, columns: $0, link: span.link) }
    }
  }
}

extension [HyperlinkSpan] {
  /// What `column` leads to; the spans are of one row.
  public func link(at column: Int) -> Hyperlink? { first { $0.columns.contains(column) }?.link }
}
