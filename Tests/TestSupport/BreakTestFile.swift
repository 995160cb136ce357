import Foundation

/// One line of a `*BreakTest.txt` file of the Unicode Character Database: a text and where it breaks.
public struct BreakTestLine: Sendable {
  /// In the file, from 1.
  public var number: Int
  public var text: String
  /// Where a break is expected, in UTF-8 bytes: ascending, the beginning of the text left out, its end included.
  public var breaks: [Int]

  /// Whether a scalar of one of the four Devanagari blocks is in the text: Devanagari, Vedic Extensions, Devanagari Extended and
  /// Devanagari Extended-A.
  public var isDevanagari: Bool {
    text.unicodeScalars.contains {
      switch $0.value {
      case 0x0900...0x097F, 0x1CD0...0x1CFF, 0xA8E0...0xA8FF, 0x11B00...0x11B5F: true
      default: false
      }
    }
  }

  /// The text as code points, for messages.
  public var codePoints: String {
    text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }

  /// The marks that the file's line has: "÷ 0915 × 094D ÷".
  init?(_ line: Substring, number: Int) {
    self.number = number
    text = ""
    breaks = []
    for field in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
      switch field {
      case "÷": if !text.isEmpty { breaks.append(text.utf8.count) }
      case "×": break
      default:
        // A lone surrogate is not text, and no String holds one.
        guard let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
        text.unicodeScalars.append(scalar)
      }
    }
    if text.isEmpty { return nil }
  }

  /// The lines of `name` of one Unicode version; empty where the file is not there or cannot be unpacked.
  public static func lines(of name: String, version: String) -> [BreakTestLine] {
    guard let content = content("unicode/\(version)/\(name).txt") else { return [] }
    return content.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.hasPrefix("#") ? nil : BreakTestLine(line, number: index + 1)
    }
  }

  private static func content(_ path: String) -> String? {
    if let url = SharedData.url(path) { return try? String(contentsOf: url, encoding: .utf8) }
    guard let packed = SharedData.url(path + ".xz") else { return nil }
    let unpacking = Process()
    let output = Pipe()
    unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacking.arguments = ["xz", "-dc", packed.path]
    unpacking.standardOutput = output
    guard (try? unpacking.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    unpacking.waitUntilExit()
    return unpacking.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
