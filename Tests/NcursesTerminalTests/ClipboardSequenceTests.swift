import Foundation
import Testing

@testable import NcursesTerminal

@Suite struct ClipboardSequenceTests {
  @Test("any text goes as Base64 between OSC 52 and ST; control characters in it are none for the terminal")
  func bytes() throws {
    let text = "हिन्दी\u{1B}]0;x\u{7}\n\u{200D}"
    let bytes = try #require(ClipboardSequence.bytes(copying: text))
    #expect(bytes.starts(with: Array("\u{1B}]52;c;".utf8)) && bytes.suffix(2) == [0x1B, 0x5C])
    let inner = bytes.dropFirst(7).dropLast(2)
    #expect(inner.allSatisfy { (0x2B...0x7A).contains($0) })
    #expect(Data(base64Encoded: Data(inner)) == Data(text.utf8))
  }

  @Test("a text that terminals would cut is not sent")
  func long() {
    #expect(ClipboardSequence.bytes(copying: String(repeating: "a", count: 56_000)) != nil)
    #expect(ClipboardSequence.bytes(copying: String(repeating: "a", count: 56_001)) == nil)
  }
}
