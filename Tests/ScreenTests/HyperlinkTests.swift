import CellText
import Screen
import Testing

@Suite("Hyperlinks on the screen")
struct HyperlinkTests {
  @Test("an address that is as it should be stays as it is")
  func plain() {
    for address in [
      "https://example.org/khabar?id=42&lang=hi#mukhya", "http://example.org", "mailto:pata@example.org",
      "https://example.org/%E0%A4%95",
    ] {
      #expect(Hyperlink(address)?.target == address)
    }
    #expect(Hyperlink("HTTPS://Example.org/A")?.target == "https://Example.org/A")
    #expect(Hyperlink("https://example.org/", text: 3, utf8Offset: 120)?.id == "3.120")
  }

  @Test("Devanagari, blanks and semicolons are escaped")
  func escaped() {
    #expect(Hyperlink("https://example.org/ख?a=1;b=2 3")?.target == "https://example.org/%E0%A4%96?a=1%3Bb=2%203")
  }

  @Test("other schemes, and addresses that lead nowhere, are no links")
  func refused() {
    for address in [
      "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org", "//example.org", "/a",
      "https://", "https:///a", "http://?q", "mailto:", "https:example.org", "\u{1B}]8;;https://example.org",
      "ｈttps://a.b",
    ] {
      #expect(Hyperlink(address) == nil, "\(address.debugDescription)")
    }
  }

  @Test("no byte of a hostile address can end the sequence or reorder a line")
  func hostile() throws {
    let tails = [
      "\u{1B}\\\u{1B}[31m", "\u{7}\u{1B}]52;c;AAAA\u{7}", "\u{9C}\u{9B}2J", "\u{0}\r\n\t", "\u{202E}gpj.\u{2066}",
      "\u{7F}\u{85}",
      "\u{1B}]8;;https://other.example\u{1B}\\", "a\"b<c>d\\e^f`g{h|i}", "\u{FEFF}\u{E0001}", "é\u{301}",
    ]
    for tail in tails {
      for address in ["https://example.org/" + tail, "mailto:" + "a" + tail, "  https://e.org" + tail + "/x"] {
        let link = try #require(Hyperlink(address), "\(address.debugDescription)")
        for byte in link.target.utf8 {
          #expect((0x21..<0x7F).contains(byte) && !";\"<>\\^`{|}".utf8.contains(byte), "\(link.target)")
        }
        #expect(link.target.hasPrefix("https://e") || link.target.hasPrefix("mailto:a"))
      }
    }
  }

  @Test("what terminals would cut is no link")
  func long() {
    let start = "https://example.org/"
    #expect(Hyperlink(start + String(repeating: "a", count: 2083 - start.count))?.target.utf8.count == 2083)
    #expect(Hyperlink(start + String(repeating: "a", count: 2084 - start.count)) == nil)
    #expect(Hyperlink(start + String(repeating: "क", count: 400)) == nil, "escaped it is nine times as long")
    #expect(Hyperlink(start + String(repeating: ";", count: 5_000_000)) == nil)
  }

  @Test("what is written over a link takes its place away")
  func overwritten() throws {
    let link = try #require(Hyperlink("https://example.org"))
    var buffer = CellBuffer(size: Size(rows: 2, columns: 20))
    buffer.link(row: 0, columns: 2..<12, to: link)
    buffer.write("ab", at: Position(row: 0, column: 5), columns: 2, role: .body, model: .spacingMarks)
    let left = buffer.hyperlinks(row: 0).map(\.columns).sorted { $0.lowerBound < $1.lowerBound }
    #expect(left == [2..<5, 7..<12])
    buffer.fill(Rect(row: 0, column: 0, rows: 2, columns: 20), role: .page)
    #expect(buffer.hyperlinks.isEmpty)
    buffer.link(row: 0, columns: 15..<40, to: link)
    buffer.link(row: 7, columns: 0..<3, to: link)
    #expect(buffer.hyperlinks.map(\.columns) == [15..<20])
  }

  @Test("only the row of a link that changed is written, and of certain text only the link")
  func difference() throws {
    let (one, other) = (try #require(Hyperlink("https://a.example")), try #require(Hyperlink("https://b.example")))
    var old = CellBuffer(size: Size(rows: 3, columns: 30))
    for row in 0..<3 {
      old.write("पानी and water", at: Position(row: row, column: 0), columns: 30, role: .body, model: .spacingMarks)
    }
    var new = old
    #expect(changedSegments(from: old, to: new) == [])
    new.link(row: 1, columns: 4..<7, to: one)
    #expect(changedSegments(from: old, to: new) == [RowSegment(row: 1, columns: 0..<30)])
    #expect(changedSegments(from: old, to: new, certain: .all) == [RowSegment(row: 1, columns: 4..<7)])
    var third = old
    third.link(row: 1, columns: 4..<7, to: other)
    #expect(changedSegments(from: new, to: third, certain: .all) == [RowSegment(row: 1, columns: 4..<7)])
    #expect(changedSegments(from: third, to: third, certain: .all) == [])
  }
}

@Suite("Terminals that understand hyperlinks")
struct HyperlinkSupportTests {
  @Test(
    "by the environment",
    arguments: [
      (["TERM": "xterm-kitty"], true), (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], true),
      (["TERM": "foot"], true), (["TERM": "foot-extra"], true), (["TERM": "alacritty"], true),
      (["TERM": "xterm-ghostty"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "7006"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "5000"], false),
      (["TERM": "xterm-256color", "VTE_VERSION": "4205"], false),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"], true),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "200804"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.19"], true),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.15"], false),
      (
        ["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046fc22"], true
      ),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.71.2"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal", "TERM_PROGRAM_VERSION": "455"], false),
      (["TERM": "xterm-256color", "WT_SESSION": "5b"], true), (["TERM": "xterm-256color"], false), ([:], false),
      (["TERM": "linux", "KITTY_WINDOW_ID": "1"], false), (["TERM": "xterm"], false),
      (["TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"], true),
      (
        ["TERM": "screen-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "next-3.5"], true
      ),
      (["TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"], false),
      // tmux before 3.2 leaves what the terminal around it has set.
      (
        ["TERM": "screen-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4"], false
      ),
      (["TERM": "screen.xterm-256color", "STY": "1.pts", "VTE_VERSION": "7006"], false),
    ])
  func environment(variables: [String: String], isKnown: Bool) {
    #expect(HyperlinkSupport.isKnown(version: nil, environment: variables) == isKnown)
  }

  @Test(
    "by the terminal's own answer, whatever it has inherited",
    arguments: [
      ("VTE(7006)", true), ("kitty(0.26.5)", true), ("WezTerm 20240203-110809-5046fc22", true), ("foot(1.16.2)", true),
      ("ghostty 1.0.1", true), ("iTerm2 3.5.0", true), ("Konsole 22.12.3", true), ("tmux 3.4", true),
      ("tmux 3.3a", false),
      ("XTerm(379)", false), ("mlterm(3.9.3)", false), ("Konsole 20.08.1", false), ("", true),
    ])
  func answer(version: String, isKnown: Bool) {
    let inherited = ["TERM": "xterm-256color", "VTE_VERSION": "7006"]
    #expect(HyperlinkSupport.isKnown(version: version, environment: inherited) == isKnown)
  }
}
