internal import CellText

/// What is asked of each cell's text with each frame, found out once: whether it is a blank, and which terminals are certain of its columns.
struct ClusterTraits: Hashable, Sendable {
  let rawValue: UInt8

  static let none = ClusterTraits(rawValue: 0)
  static let blank = ClusterTraits(rawValue: 0x40)
  /// No terminal is certain of it.
  private static let uncertain = ClusterTraits(rawValue: 0x80)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ text: String) {
    if text.utf8.count == 1, text.utf8.first == 0x20 {
      self = .blank
    } else {
      self = CertainText.needed(for: text).map { ClusterTraits(rawValue: $0.rawValue) } ?? .uncertain
    }
  }

  /// Whether text of the kinds `certain` covers it.
  func isCertain(_ certain: CertainText) -> Bool {
    self == .blank || (self != .uncertain && certain.isSuperset(of: CertainText(rawValue: rawValue)))
  }
}
