import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Key decoding")
struct KeyDecoderTests {
  private func keys(_ text: String, described: [String: Key] = [:]) -> [Key] {
    var decoder = KeyDecoder(
      described: Dictionary(uniqueKeysWithValues: described.map { (Array($0.key.utf8), $0.value) }))
    return decoder.decode(Array(text.utf8)).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test("text arrives as scalars, whatever they combine to")
  func scalars() {
    #expect(keys("हिन्दी") == "हिन्दी".unicodeScalars.map { .scalar($0) })
    #expect(keys("q?") == [.scalar("q"), .scalar("?")])
  }

  @Test(
    "a key is told in every spelling that terminals have for it",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;5A", .up), ("\u{1B}O5A", .up), ("\u{1B}[B", .down),
      ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
      ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown), ("\u{1B}[6;5~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
      ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[11~", .function(1)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
      ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter), ("\u{1B}Oq", .scalar("1")), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
      ("\u{1C}", .control("\\")), ("\u{1B}[99;5u", .control("c")), ("\u{1B}[27u", .escape), ("\u{1B}[9;2u", .backTab),
      ("\u{1B}[2325u", .scalar("क")), ("\u{1B}[27;5;99~", .control("c")),
    ])
  func spellings(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
  }

  @Test("the terminal's own description comes first")
  func described() {
    #expect(keys("\u{1B}[A\u{1B}[3$", described: ["\u{1B}[A": .pageUp, "\u{1B}[3$": .delete]) == [.pageUp, .delete])
  }

  @Test(
    "a sequence without a meaning is taken whole: none of its letters becomes a key",
    arguments: [
      "\u{1B}[12;40R", "\u{1B}[?62;22c", "\u{1B}[<0;10;5M", "\u{1B}[2~", "\u{1B}[I", "\u{1B}[57399u",
      "\u{1B}]11;rgb:1515/1919/1e1e\u{1B}\\", "\u{1B}]0;q\u{7}", "\u{1B}P>|kitty(0.26)\u{1B}\\", "\u{0}",
      "\u{1B}[" + String(repeating: "9;", count: 4000) + "A", "\u{1B}[99999999999999999999~", "\u{1B}[[q",
    ])
  func meaningless(sequence: String) {
    #expect(keys(sequence + "j") == [.scalar("j")])
  }

  @Test("a sequence may arrive cut at any place")
  func cutAnywhere() {
    let bytes = Array("क\u{1B}[1;5A\u{1B}OB\u{1B}[200~ख\u{1B}[201~\u{1B}]0;x\u{7}ग".utf8)
    var whole = KeyDecoder()
    let expected = whole.decode(bytes)
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == expected, "cut at \(cut)")
    }
  }

  @Test("an Escape is a key when nothing follows, and only then")
  func loneEscape() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.escapeIsWaiting)
    #expect(decoder.finishEscape() == [.key(.escape)])
    #expect(!decoder.escapeIsWaiting)
    #expect(decoder.finishEscape() == [])
    #expect(decoder.decode(Array("A".utf8)) == [.key(.scalar("A"))])
  }

  @Test("Escape and another key in one piece are both keys")
  func escapeThenKey() {
    #expect(keys("\u{1B}j") == [.escape, .scalar("j")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test("an answer that never ends gives the keyboard back")
  func unendedAnswer() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}]52;".utf8)) == [])
    #expect(decoder.finishEscape() == [])
    #expect(decoder.decode(Array("j".utf8)) == [.key(.scalar("j"))])
  }

  @Test("pasted text is text: its line ends press no Return, its escapes no key")
  func paste() {
    var decoder = KeyDecoder()
    let inputs = decoder.decode(Array("\u{1B}[200~दिल्ली\r\n\u{3}\u{1B}[Aq\u{1B}[201~q".utf8))
    let pasted = "दिल्ली  q".unicodeScalars.map { KeyInput.pasted($0) }
    #expect(inputs == pasted + [.key(.scalar("q"))])
  }

  @Test("bytes that are not UTF-8 are left out, and what follows is not lost")
  func malformed() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [0xFF, 0xE0, 0xA4, 0x61, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5, 0xC2, 0x9B, 0x62, 0x80]
    #expect(decoder.decode(bytes) == [.key(.scalar("a")), .key(.scalar("b"))])
  }

  @Test("any bytes at all are survived")
  func anyBytes() {
    var generator = FixedRandom(42)
    for _ in 0..<200 {
      var decoder = KeyDecoder()
      let bytes = (0..<200).map { _ in
        [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, UInt8(generator.next() & 0xFF)][Int(generator.next() % 6)]
      }
      _ = decoder.decode(bytes)
      _ = decoder.finishEscape()
      let rest = decoder.decode(Array("\u{1B}[201~\u{18}x".utf8))
      #expect(rest.last == .key(.scalar("x")))
    }
  }
}
