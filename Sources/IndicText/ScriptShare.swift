/// Which scripts the letters of a text belong to.
public struct ScriptShare: Hashable, Sendable {
  public enum Script: String, Hashable, Sendable, CaseIterable {
    case devanagari, bengali, gurmukhi, gujarati, odia, tamil, telugu, kannada, malayalam, sinhala
    case latin, arabic, cyrillic, other
  }

  /// Letters of each script; a script without one is left out. Vowel signs and other marks are not counted.
  public private(set) var letterCounts: [Script: Int] = [:]
  public private(set) var letterCount = 0

  public init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      guard let script = Self.script(of: scalar) else { continue }
      letterCounts[script, default: 0] += 1
      letterCount += 1
    }
  }

  /// The part of all letters that is written in `script`, 0 to 1; 0 for a text without letters.
  public func share(of script: Script) -> Double {
    letterCount == 0 ? 0 : Double(letterCounts[script] ?? 0) / Double(letterCount)
  }

  /// The script with the most letters; nil for a text without letters.
  public var dominant: Script? {
    letterCounts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The script of a letter; nil for anything that is no letter.
  public static func script(of scalar: Unicode.Scalar) -> Script? {
    let value = scalar.value
    switch value {
    case 0x41...0x5A, 0x61...0x7A: return .latin
    case 0..<0xAA: return nil
    case 0x0904...0x0939, 0x0958...0x0961, 0x0971...0x097F: return .devanagari
    default: break
    }
    guard scalar.properties.isAlphabetic, !IndicBlock.isMark(scalar) else { return nil }
    switch value {
    case 0xAA...0x024F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: return .latin
    case 0x0370...0x03FF: return .other
    case 0x0400...0x052F: return .cyrillic
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFEFC: return .arabic
    case 0x0900...0x097F, 0xA8E0...0xA8FF: return .devanagari
    case 0x0980...0x09FF: return .bengali
    case 0x0A00...0x0A7F: return .gurmukhi
    case 0x0A80...0x0AFF: return .gujarati
    case 0x0B00...0x0B7F: return .odia
    case 0x0B80...0x0BFF: return .tamil
    case 0x0C00...0x0C7F: return .telugu
    case 0x0C80...0x0CFF: return .kannada
    case 0x0D00...0x0D7F: return .malayalam
    case 0x0D80...0x0DFF: return .sinhala
    default: return .other
    }
  }
}
