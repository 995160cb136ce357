import CICU

/// The order in which text from right to left is seen, for terminals that show what they get from left to right.
public enum VisualOrder {
  /// Whether anything in `text` runs from right to left: Hebrew, Arabic and their kin, presentation forms included.
  public static func isNeeded(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
      default: false
      }
    }
  }

  /// The clusters of `text`, one laid-out line, from left to right as they are seen (UAX #9); brackets are mirrored where they must be.
  ///
  /// A cluster stays as it is, marks after their letter, and goes where its first character belongs. Letters keep their isolated forms
  /// unless the terminal joins them.
  public static func clusters(of text: String) -> [String] {
    let clusters = text.map { String($0) }
    let units = Array(text.utf16)
    var unitLevels = [UInt8](repeating: 0, count: units.count)
    guard isNeeded(text), khabar_bidi_levels(units, Int32(clamping: units.count), &unitLevels) else { return clusters }
    var levels: [UInt8] = []
    var unit = 0
    for cluster in clusters {
      levels.append(unitLevels[unit])
      unit += cluster.utf16.count
    }
    var order = [Int32](repeating: 0, count: clusters.count)
    khabar_visual_order(levels, Int32(clamping: levels.count), &order)
    return order.map { place in
      let cluster = clusters[Int(place)]
      return levels[Int(place)] & 1 == 1 ? mirrored(cluster) : cluster
    }
  }

  private static func mirrored(_ cluster: String) -> String {
    guard cluster.unicodeScalars.count == 1, let scalar = cluster.unicodeScalars.first,
      let other = Unicode.Scalar(khabar_mirrored(scalar.value))
    else { return cluster }
    return String(Character(other))
  }
}

/// Who brings text from right to left into its visual order.
public enum BidiOrder: String, Hashable, Sendable, CaseIterable {
  case khabar, terminal

  /// By what the environment tells about the terminal: konsole, VTE, mlterm and Apple's Terminal reorder what they show, also around a
  /// multiplexer.
  public static func guess(environment: [String: String]) -> BidiOrder {
    let reorders =
      ["KONSOLE_VERSION", "VTE_VERSION", "MLTERM"].contains { !(environment[$0] ?? "").isEmpty }
      || environment["TERM_PROGRAM"] == "Apple_Terminal" || environment["TERM"]?.hasPrefix("mlterm") ?? false
    return reorders ? .terminal : .khabar
  }
}
