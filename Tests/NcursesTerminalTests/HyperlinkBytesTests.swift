import CellText
import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Hyperlinks as written")
struct HyperlinkBytesTests {
  private func writer(_ certain: CertainText, erases: Bool = true) -> RowWriter {
    var capabilities = TerminalCapabilities.xterm(.direct)
    capabilities.erasesColumns = erases
    return RowWriter(
      capabilities: capabilities, theme: .compiledIn, certain: certain, screen: Size(rows: 4, columns: 40))
  }

  private func frame(_ columns: Range<Int>?, _ address: String = "https://example.org/a;b") throws -> Frame {
    var buffer = CellBuffer(size: Size(rows: 4, columns: 40))
    let line = TextLine(
      runs: [TextRun("पूरी ", .body), TextRun("रिपोर्ट यहाँ", .link), TextRun(" है।", .body)], columns: 0)
    for row in 0..<2 { buffer.write(line, at: Position(row: row, column: 0), columns: 40, model: .noMarks) }
    if let columns {
      buffer.link(row: 1, columns: columns, to: try #require(Hyperlink(address, text: 2, utf8Offset: 9)))
    }
    return Frame(buffer: buffer, theme: .compiledIn, cursor: Position(row: 0, column: 0), widthModel: .noMarks)
  }

  /// What stands between each opening and the next closing.
  private func linked(_ bytes: [UInt8], _ target: String = "https://example.org/a%3Bb") -> [String] {
    String(decoding: bytes, as: UTF8.self).split(
      separator: "\u{1B}]8;id=2.9;\(target)\u{1B}\\", omittingEmptySubsequences: false
    )
    .dropFirst().map { String($0.split(separator: "\u{1B}]8;;\u{1B}\\", omittingEmptySubsequences: false)[0]) }
  }

  private func count(_ part: String, _ bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).ranges(of: part).count
  }

  @Test("a link is opened and closed around its own text, on every kind of terminal", arguments: [true, false])
  func around(erases: Bool) throws {
    for certain in [CertainText.all, []] {
      let start = WidthModel.noMarks.columns(of: "पूरी ")
      let end = start + WidthModel.noMarks.columns(of: "रिपोर्ट यहाँ")
      let bytes = writer(certain, erases: erases).bytes(from: nil, to: try frame(start..<end))
      #expect(linked(bytes) == ["रिपोर्ट यहाँ"])
      #expect(count("\u{1B}]8;", bytes) == 2)
    }
  }

  @Test("a frame without links has no byte of them, and one that only loses its link is written without")
  func without() throws {
    let plain = try frame(nil)
    let writer = writer(.all)
    #expect(count("\u{1B}]8", writer.bytes(from: nil, to: plain)) == 0)
    let linked = try frame(5..<9)
    #expect(count("\u{1B}]8;", writer.bytes(from: plain, to: linked)) == 2)
    let lost = writer.bytes(from: linked, to: plain)
    #expect(count("\u{1B}]8", lost) == 0 && !lost.isEmpty)
    #expect(writer.bytes(from: linked, to: linked) == [])
  }

  @Test("two looks in one link are two runs with one identifier")
  func looks() throws {
    var frame = try frame(0..<12)
    frame.buffer.restyle(Rect(row: 1, column: 0, rows: 1, columns: 5)) { _ in .hitCurrent }
    let bytes = writer([]).bytes(from: nil, to: frame)
    #expect(linked(bytes).count >= 2)
    #expect(count("\u{1B}]8;id=2.9;", bytes) == count("\u{1B}]8;;\u{1B}\\", bytes))
  }

  @Test("no hostile address gets a control character between the marks of a link")
  func hostile() throws {
    for tail in ["\u{1B}\\\u{1B}[2J", "\u{7}", "\u{9C}\u{9D}", "\u{202E}", "\r\n", String(repeating: "ख", count: 200)] {
      let bytes = writer([]).bytes(from: nil, to: try frame(5..<9, "https://example.org/" + tail))
      let text = String(decoding: bytes, as: UTF8.self)
      let payload = text.split(separator: "\u{1B}]8;id=2.9;")[1].prefix { $0 != "\u{1B}" }
      #expect(payload.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(payload)")
      #expect(payload.hasPrefix("https://example.org/"))
      #expect(text.ranges(of: "\u{1B}]8;").count == 2)
    }
  }
}
