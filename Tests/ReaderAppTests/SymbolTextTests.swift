import CellText
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// What a decoder says becomes cells or nothing.
@Suite("Pictures as text")
struct SymbolTextTests {
  private func picture(_ text: String, columns: Int = 10, rows: Int = 5) -> CellPicture? {
    SymbolText.picture(Array(text.utf8), columns: columns, rows: rows)
  }

  @Test("colours of all three kinds, and what a reset takes back")
  func colors() throws {
    let text =
      "\u{1B}[0m\u{1B}[38;2;10;20;255;48;5;33m▄\u{1B}[0m▀\u{1B}[91;104m█\n\u{1B}[m \u{1B}[31;42m▌\u{1B}[39;49m▐\n"
    let found = try #require(picture(text))
    let blue = CellColors.Tint.direct(red: 10, green: 20, blue: 255)
    #expect((found.rowCount, found.columnCount) == (2, 3))
    #expect(
      Array(found.row(0)) == [
        CellPicture.Part("▄", CellColors(foreground: blue, background: .indexed(33))), CellPicture.Part("▀"),
        CellPicture.Part("█", CellColors(foreground: .indexed(9), background: .indexed(12))),
      ])
    #expect(
      Array(found.row(1)) == [
        CellPicture.Part(" "),
        CellPicture.Part("▌", CellColors(foreground: .indexed(1), background: .indexed(2))), CellPicture.Part("▐"),
      ])
    #expect(found.row(2).isEmpty && found.row(-1).isEmpty)
  }

  @Test("ink and ground that change places")
  func reversed() throws {
    let blue = CellColors.Tint.indexed(4)
    let found = try #require(picture("\u{1B}[7m\u{1B}[34m ▀█▂\u{1B}[27m▀\u{1B}[7;42m▀\u{1B}[0m▀"))
    #expect(
      Array(found.row(0)) == [
        CellPicture.Part(" ", CellColors(foreground: .role, background: blue)),
        CellPicture.Part("▄", CellColors(foreground: blue, background: .role)),
        CellPicture.Part(" ", CellColors(foreground: blue, background: .role)),
        CellPicture.Part(" ", CellColors(foreground: .role, background: blue)),
        CellPicture.Part("▀", CellColors(foreground: blue, background: .role)),
        CellPicture.Part("▀", CellColors(foreground: .indexed(2), background: blue)), CellPicture.Part("▀"),
      ])
  }

  @Test("a short row is filled with blanks")
  func ragged() throws {
    let found = try #require(picture("@@@\n@\n"))
    #expect(found.row(1).map(\.scalar) == ["@", " ", " "])
  }

  @Test(
    "anything else is refused whole",
    arguments: [
      "▄\u{1B}[2J▄", "▄\u{1B}]0;title\u{07}", "▄\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P$q\u{1B}\\",
      "\u{1B}_Gf=100;AAAA\u{1B}\\",
      "\u{1B}c", "\u{1B}[H▄", "\u{1B}[?1049h▄", "\u{1B}[5n", "\u{1B}[6n▄", "\u{1B}[3b▄", "\u{1B}[5m▄", "\u{1B}[8m▄",
      "\u{1B}[38;2;1;2m▄", "\u{1B}[38;5m▄", "\u{1B}[38;5;256m▄", "\u{1B}[38;3;1m▄", "\u{1B}[38:2::1:2:3m▄",
      "\u{1B}[38;5;1",
      "\u{1B}", "\u{1B}[", "\u{1B}[>4m▄", "\u{1B}[999999999999999999999m",
      "\u{1B}[" + String(repeating: "1;", count: 40) + "m▄",
      "▄\r▄", "▄\t▄", "▄\u{07}", "▄\u{0}", "▄\u{7F}", "▄\u{9B}2J", "▄\u{202E}▄", "▄\u{0301}", "漢", "नमस्ते", "─", "⣿", "🬂",
      "▄▄▄▄▄▄▄▄▄▄▄", "1\n2\n3\n4\n5\n6\n", "", "\n\n", "\u{1B}[0m",
    ])
  func hostile(text: String) {
    #expect(picture(text) == nil)
  }

  @Test("bytes that are no UTF-8, and any bytes at all, end without a cell that a terminal would not just draw")
  func anyBytes() {
    #expect(SymbolText.picture([0x41, 0xC3], columns: 9, rows: 9) == nil)
    #expect(SymbolText.picture([0x9B, 0x32, 0x4A], columns: 9, rows: 9) == nil)
    var random = FixedRandom(7)
    let alphabet = Array("\u{1B}[0123458;m▄▀ a\n\u{9B}\u{7}".utf8)
    var takenCount = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int(random.next() % 12)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      guard let found = SymbolText.picture(bytes, columns: 6, rows: 3) else { continue }
      takenCount += 1
      #expect(found.rowCount <= 3 && found.columnCount <= 6)
      for row in 0..<found.rowCount {
        #expect(found.row(row).allSatisfy { $0.scalar.value >= 0x20 && !(0x7F...0x9F).contains($0.scalar.value) })
      }
    }
    #expect(takenCount > 100)
  }
}
