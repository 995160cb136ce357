import Foundation
import TestSupport
import Testing

@testable import CellText

@Suite("Display text")
struct DisplayTextTests {
  private func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      // Joiners stay where they shape letters, and number signs of Arabic and Kaithi are visible.
      case .format:
        [0x200C, 0x200D, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
          || (0x600...0x605).contains(scalar.value)
      default: !scalar.properties.isNoncharacterCodePoint
      }
    }
  }

  @Test("ordinary text comes back as it was")
  func untouched() {
    for text in SampleTexts.ordinary + [SampleTexts.emoji, SampleTexts.conjuncts] {
      #expect(DisplayText.isSafe(text), "\(text)")
      #expect(DisplayText.safe(text) == text)
    }
  }

  @Test("what is safe stays safe: cleaning twice is cleaning once")
  func idempotent() {
    var random = FixedRandom(11)
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let value: UInt32 =
          switch Int.random(in: 0..<6, using: &random) {
          case 0: .random(in: 0...0xFF, using: &random)
          case 1: .random(in: 0x900...0x97F, using: &random)
          case 2: .random(in: 0x2000...0x206F, using: &random)
          case 3: [0x1B, 0x5B, 0x5D, 0x07, 0x9B, 0x200D, 0x200C, 0xFE0F].randomElement(using: &random)!
          case 4: .random(in: 0x1F300...0x1FAFF, using: &random)
          default: .random(in: 0...0x10FFFF, using: &random)
          }
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
      let once = DisplayText.safe(String(scalars))
      #expect(DisplayText.isSafe(once), "\(scalars.map { String($0.value, radix: 16) })")
      #expect(isClean(once), "\(scalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("escape sequences go whole, line ends and tabs become blanks")
  func escapes() {
    #expect(DisplayText.safe("\u{1B}[1;31mलाल\u{1B}[0m रंग") == "लाल रंग")
    #expect(DisplayText.safe("\u{1B}]0;चोर\u{7}नाम") == "नाम")
    #expect(DisplayText.safe("\u{1B}]8;;https://a.b\u{1B}\\कड़ी\u{1B}]8;;\u{1B}\\") == "कड़ी")
    #expect(DisplayText.safe("\u{1B}Pq#0\u{9C}चित्र") == "चित्र")
    #expect(DisplayText.safe("\u{9B}2Jसाफ़") == "साफ़")
    #expect(DisplayText.safe("\u{1B}(0अक्षर\u{1B}c") == "अक्षर")
    #expect(DisplayText.safe("एक\r\nदो\tतीन\u{85}चार\u{2028}पाँच") == "एक दो तीन चार पाँच")
    #expect(DisplayText.safe("अंत\u{1B}") == "अंत")
  }

  @Test("an escape sequence that never ends hides nothing")
  func unfinishedEscape() {
    let text = "\u{1B}]0;" + String(repeating: "समाचार ", count: 100)
    #expect(DisplayText.safe(text).contains("समाचार समाचार"))
    #expect(DisplayText.safe("\u{1B}[" + "जल").hasSuffix("जल"))
  }

  @Test("invisible and re-ordering characters go, joiners stay where they shape letters")
  func formats() {
    #expect(DisplayText.safe("\u{202E}उलटा\u{202C}\u{2066}\u{2069}\u{200E}") == "उलटा")
    #expect(DisplayText.safe("अ\u{200B}ब\u{FEFF}\u{AD}") == "अब")
    #expect(DisplayText.safe("क्\u{200D}ष क्\u{200C}ष") == "क्\u{200D}ष क्\u{200C}ष")
    #expect(DisplayText.safe("a\u{200D}b\u{200C} \u{200D}") == "ab ")
    #expect(DisplayText.safe("क्\u{200D}\u{200D}\u{200D}ष") == "क्\u{200D}ष")
    #expect(DisplayText.safe("👨\u{200D}👩 👨\u{200D}") == "👨\u{200D}👩 👨")
    #expect(DisplayText.safe("\u{E000}\u{FFFF}\u{378}ठीक\u{10FFFF}") == "ठीक")
  }

  @Test("a mark with nothing to stand on goes")
  func loneMarks() {
    #expect(DisplayText.safe("ारत") == "रत")
    #expect(DisplayText.safe("वह \u{902}ि है") == "वह  है")
    #expect(DisplayText.safe("\u{301}é") == "é")
    #expect(DisplayText.safe("\tा").count == 1)
  }

  @Test("no more than thirty marks stand on one base")
  func stackedMarks() {
    let cleaned = DisplayText.safe("क" + String(repeating: "\u{302}", count: 5000) + "ख")
    #expect(cleaned.unicodeScalars.count == 32)
    #expect(cleaned.hasSuffix("ख"))
  }

  @Test(
    "published hostile strings leave nothing that a terminal obeys",
    .enabled(if: SharedData.url("nasty-terminal") != nil, "\(SharedData.missing)"))
  func publishedStrings() throws {
    for text in try PublishedStrings.all() {
      let safe = DisplayText.safe(text)
      #expect(isClean(safe), "\(text.debugDescription)")
      #expect(DisplayText.isSafe(safe))
    }
  }

  @Test("offsets follow their text through the cleaning")
  func tracking() {
    var offsets = [3, 4, 10]
    let safe = DisplayText.safe("abc\u{7}def\u{200B}x", tracking: &offsets)
    #expect(safe == "abcdefx")
    #expect(offsets == [3, 3, 6])
  }

  @Test("a sign under digits stays with its digits and goes where there are none")
  func prepended() {
    for kept in ["\u{600}१२", "سنة \u{601}١٩٤٧"] { #expect(DisplayText.safe(kept) == kept) }
    #expect(DisplayText.safe("\u{600}\u{601}\u{110BD}") == "")
    #expect(DisplayText.safe("क\u{6DD} ख\u{600}") == "क ख")
    #expect(DisplayText.safe("\u{600}#") == "#")
  }
}

/// Collections of nasty strings in the shared data.
enum PublishedStrings {
  static func all() throws -> [String] {
    var strings: [String] = []
    if let url = SharedData.url("strings-blns/blns.json") {
      strings += (try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String]) ?? []
    }
    if let url = SharedData.url("nasty-terminal/cases.jsonl") {
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        if let payload = item?["payload"] as? String { strings.append(payload) }
        if let digits = item?["payload_hex"] as? String {
          let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(digits.dropFirst($0).prefix(2), radix: 16)
          }
          strings.append(String(decoding: bytes, as: UTF8.self))
        }
      }
    }
    return strings
  }
}
