import CellText
import Screen
import TestSupport
import Testing

/// The terminal that the other tests believe: what it does here, real ones were seen to do or are documented to do.
@Suite("The simulated terminal")
struct ScreenModelTests {
  @Test("text of every kind moves the cursor as far as the width model says", arguments: WidthModel.named.map(\.name))
  func widths(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let texts = [
      "हिन्दी", "राष्ट्रीय", "स्त्री", "क्ष्म्य", "मुख्यमंत्री", "पाड़ा", "कः", "ॐ", "र्\u{200D}", "क्\u{200D}ष", "क्\u{200C}ष", "நிதி",
      "ক্ষমতা", "क्षেत", "漢字", "한글", "각", "é", "e\u{301}", "👍🏽", "👨\u{200D}👩\u{200D}👧", "🇮🇳", "🇮🇳🇳🇵", "❤\u{FE0F}",
      "❤\u{FE0E}", "ﷺ", "กำ", "സ്ത്രീ", "क\u{301}", "१२३", "ᄀ", "─│┼", "…—“”",
    ]
    for text in texts {
      var screen = ScreenModel(size: Size(rows: 2, columns: 40), model: model)
      screen.take(text.utf8)
      #expect(screen.cursor == Position(row: 0, column: model.columns(of: text)), "\(text) in \(name)")
      #expect(screen.row(0) == text)
      #expect(screen.violations.isEmpty)
    }
  }

  @Test("the same bytes do the same, however they are cut")
  func cuts() {
    let bytes = Array("\u{1B}[2J\u{1B}[1;3H\u{1B}[38;2;1;2;3mस्त्री\u{1B}[0m 漢\u{1B}]0;x\u{7}e\u{301}\u{1B}[2;1H│".utf8)
    var whole = screen()
    whole.take(bytes)
    var single = screen()
    for byte in bytes { single.take([byte]) }
    #expect(whole.text == single.text && whole.cursor == single.cursor)
    #expect(whole.row(0) == "  स्त्री 漢e\u{301}")
  }

  @Test("after the last column the cursor waits there; only more text begins a row")
  func pendingWrap() {
    var screen = screen()
    screen.take("0123456789".utf8)
    #expect(screen.cursor == Position(row: 0, column: 9) && screen.violations.isEmpty)
    screen.take("\u{301}".utf8)
    #expect(screen.row(0) == "012345678" + "9\u{301}")
    screen.take("a".utf8)
    #expect(screen.row(1) == "a" && screen.cursor == Position(row: 1, column: 1))
    #expect(screen.violations == [.pastLastColumn: Position(row: 0, column: 9)])
    screen.take("\u{1B}[1;10Hb\u{1B}[1;10Hc".utf8)
    #expect(screen.row(0) == "012345678c" && screen.row(1) == "a", "a move ends the waiting")
  }

  @Test("without wrapping the last column is written over and over")
  func noWrapping() {
    var screen = screen()
    screen.take("\u{1B}[?7l0123456789abc".utf8)
    #expect(screen.row(0) == "012345678c" && screen.row(1).isEmpty)
    #expect(screen.violations.keys.contains(.pastLastColumn))
    screen.take("\u{1B}[2;10H漢".utf8)
    #expect(screen.row(1) == "        漢")
  }

  @Test("a wide character does not begin in the last column")
  func wideAtTheEdge() {
    var screen = screen()
    screen.take("\u{1B}[1;10H漢".utf8)
    #expect(screen.row(0).isEmpty && screen.row(1) == "漢")
  }

  @Test("in the last row a line end moves all rows up")
  func scrolling() {
    var screen = screen()
    screen.take("a\u{1B}[3;1Hb\r\nc".utf8)
    #expect(screen.row(0) == "" && screen.row(1) == "b" && screen.row(2) == "c")
    #expect(screen.violations.keys.contains(.scrolled))
  }

  @Test("erasing columns leaves the cursor, takes the background that is set and nothing else of the look")
  func erasing() {
    var screen = screen()
    screen.take("0123456789\u{1B}[1;4H\u{1B}[1;7;44m\u{1B}[3X".utf8)
    #expect(screen.row(0) == "012   6789" && screen.cursor == Position(row: 0, column: 3))
    var erased = ScreenModel.Look()
    erased.background = "44"
    #expect(screen.cell(0, 3).look == erased && screen.cell(0, 5).look == erased)
    #expect(screen.cell(0, 6).look == ScreenModel.Look())
    var plain = ScreenModel(size: Size(rows: 1, columns: 10), model: .spacingMarks, erasesToBackground: false)
    plain.take("\u{1B}[44m\u{1B}[3X\u{1B}[99X".utf8)
    #expect(plain.cell(0, 0).look == ScreenModel.Look() && plain.cell(0, 9).look == ScreenModel.Look())
  }

  @Test("rows and screens are erased before, behind and about the cursor")
  func erasingMore() {
    let full = "\u{1B}[1;1Haaaaaaaaaa\u{1B}[2;1Hbbbbbbbbbb\u{1B}[3;1Hcccccccccc\u{1B}[2;4H"
    let wanted: [(String, [String])] = [
      ("K", ["aaaaaaaaaa", "bbb", "cccccccccc"]), ("1K", ["aaaaaaaaaa", "    bbbbbb", "cccccccccc"]),
      ("2K", ["aaaaaaaaaa", "", "cccccccccc"]), ("J", ["aaaaaaaaaa", "bbb", ""]),
      ("1J", ["", "    bbbbbb", "cccccccccc"]),
      ("2J", ["", "", ""]), ("3J", ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"]),
    ]
    for (sequence, rows) in wanted {
      var screen = screen()
      screen.take((full + "\u{1B}[" + sequence).utf8)
      #expect((0..<3).map(screen.row) == rows, "\(sequence)")
    }
  }

  @Test("half a wide character is none: what overwrites or erases one column of it blanks the other")
  func cutWideCells() {
    for cut in ["\u{1B}[1;3Hx", "\u{1B}[1;3H\u{1B}[X"] {
      var screen = screen()
      screen.take(("a漢b" + cut).utf8)
      #expect(screen.cell(0, 1).text == " " && screen.cell(0, 1).columns == 1)
      #expect(screen.cell(0, 2).columns == 1 && screen.cell(0, 3).text == "b")
    }
    var screen = screen()
    screen.take("a漢b\u{1B}[1;1H漢".utf8)
    #expect(screen.row(0) == "漢 b")
    screen.resize(to: Size(rows: 3, columns: 1))
    #expect(screen.row(0).isEmpty)
  }

  @Test("marks join what was written before them, whatever their look, and not what the cursor was moved to")
  func joiningMarks() {
    var screen = screen()
    screen.take("क\u{1B}[1m\u{902}ख".utf8)
    #expect(screen.cell(0, 0).text == "कं" && screen.violations.isEmpty)
    screen.take("\u{1B}[1;2H\u{902}".utf8)
    #expect(screen.violations == [.markWithoutBase("\u{902}"): Position(row: 0, column: 1)])
    #expect(screen.cell(0, 0).text == "कं\u{902}")
    screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .spacingMarks)
    screen.take("\u{1B}[1;1Hि".utf8)
    #expect(screen.violations.keys.contains(.markWithoutBase("ि")), "a vowel sign that has a column of its own")
    screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .clusters)
    screen.take(" ि".utf8)
    #expect(screen.violations.keys.contains(.markWithoutBase("ि")), "on a blank")
    screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .clusters)
    screen.take("क\u{1B}[Xि".utf8)
    #expect(screen.violations.keys.contains(.markWithoutBase("ि")), "after an erasure")
  }

  @Test("a scalar that makes its cluster wider takes the next column too, and the cell stays one")
  func wideningClusters() {
    var screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .clusters)
    screen.take("xxxxx\u{1B}[1;1H\u{1B}[4mक्\u{1B}[0mष".utf8)
    #expect(screen.cell(0, 0).text == "क्ष" && screen.cell(0, 0).columns == 2 && screen.cell(0, 1).columns == 0)
    #expect(screen.cell(0, 0).look.isUnderlined && screen.cell(0, 1).look.isUnderlined)
    #expect(screen.row(0) == "क्षxxx" && screen.cursor.column == 2)
    screen.take("\u{1B}[1;10Hक्ष".utf8)
    #expect(screen.cell(0, 9).text == "क्ष" && screen.cell(0, 9).columns == 1)
    #expect(screen.violations.keys.contains(.pastLastColumn))
  }

  @Test("where conjuncts are not joined each consonant has its cell; in the wcwidth family each spacing mark too")
  func separateCells() {
    var screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .clustersApart)
    screen.take("क्षि".utf8)
    #expect([0, 1, 2].map { screen.cell(0, $0).text } == ["क्", "षि", " "])
    screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .spacingMarks)
    screen.take("क्षि".utf8)
    #expect([0, 1, 2].map { screen.cell(0, $0).text } == ["क्", "ष", "ि"])
    screen = ScreenModel(size: Size(rows: 1, columns: 10), model: .firstSpacingMark)
    screen.take("ड\u{93C}ा".utf8)
    #expect(screen.cell(0, 0).text == "ड\u{93C}ा")
  }

  @Test("looks are set and unset as asked, and kept with the cursor")
  func looks() {
    var screen = screen()
    screen.take(
      "\u{1B}[1;2;3;4;7;8;38;5;17;48;2;1;2;3mx\u{1B}7\u{1B}[22;23;24;27;28;39;49my\u{1B}8z\u{1B}[m\u{1B}[101mw".utf8)
    var look = ScreenModel.Look()
    (look.isBold, look.isDim, look.isItalic, look.isUnderlined) = (true, true, true, true)
    (look.isReversed, look.isConcealed) = (true, true)
    (look.foreground, look.background) = ("38;5;17", "48;2;1;2;3")
    #expect(screen.cell(0, 0).look == look && screen.cell(0, 1).look == look && screen.cell(0, 1).text == "z")
    look = ScreenModel.Look()
    look.background = "101"
    #expect(screen.cell(0, 2).look == look && screen.violations.isEmpty)
  }

  @Test("the alternate screen gives the main one back as it was")
  func alternateScreen() {
    var screen = screen()
    screen.take("ab\u{1B}[?1049h\u{1B}[Hzzz".utf8)
    #expect(screen.isAlternate && screen.row(0) == "zzz")
    screen.take("\u{1B}[?1049l".utf8)
    #expect(screen.row(0) == "ab" && screen.cursor == Position(row: 0, column: 2))
  }

  @Test("what terminals do not agree on is noted, and passed over")
  func violations() {
    // In a loop: as arguments they would be printed, and a terminal that shows the tests would obey them.
    let cases: [(String, ScreenModel.Violation)] = [
      ("\u{1B}[5Z", .unknownControl("ESC[5Z")), ("\u{1B}[?1003h", .unknownControl("ESC[?1003h")),
      ("\u{1B}[38;7m", .unknownControl("ESC[38;7m")), ("\u{1B}[4:3m", .unknownControl("ESC[4:3m")),
      ("\u{1B}[4J", .unknownControl("ESC[4J")), ("\u{1B}(0", .unknownControl("ESC(0")),
      ("\u{1B}]0;title\u{1B}\\", .unknownControl("ESC]")), ("\u{1B}P1$r\u{1B}\\", .unknownControl("ESCP")),
      ("\u{1B}#8", .unknownControl("ESC#8")), ("\u{1B}[!p", .unknownControl("ESC[!p")),
      ("\u{7}", .controlCharacter(7)), ("\t", .controlCharacter(9)), ("\u{7F}", .controlCharacter(0x7F)),
      ("\u{9B}", .controlCharacter(0x9B)), ("\u{1B}[1\u{8}m", .controlCharacter(8)),
      ("\u{202E}", .invisible("\u{202E}")), ("\u{FEFF}", .invisible("\u{FEFF}")), ("\u{E000}", .invisible("\u{E000}")),
    ]
    for (text, violation) in cases {
      var screen = screen()
      screen.take(("ab" + text).utf8)
      #expect(screen.violations == [violation: Position(row: 0, column: 2)])
      screen.take("\u{1B}[Hcd".utf8)
      #expect(screen.row(0).hasPrefix("cd"))
    }
  }

  @Test(
    "broken bytes are noted, and text goes on behind them",
    arguments: [[0xFF], [0xE0, 0xA4], [0xA4], [0xC0], [0xED, 0xA0, 0x80]])
  func malformed(bytes: [UInt8]) {
    var screen = screen()
    screen.take(bytes + [0x1B, 0x5B, 0x48, 0x61])
    #expect(screen.violations.keys.allSatisfy { if case .malformed = $0 { true } else { false } })
    #expect(!screen.violations.isEmpty && screen.row(0) == "a")
  }

  private func screen() -> ScreenModel {
    ScreenModel(size: Size(rows: 3, columns: 10), model: .spacingMarks)
  }
}
