import CellText
import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Pictures in pixels as written")
struct PixelSequencesTests {
  private static let screen = Size(rows: 12, columns: 40)

  private func picture(_ id: UInt32, _ form: PixelPicture.Form, letters: String = "AAAA") throws -> PixelPicture {
    try #require(
      PixelPicture(
        id: id, form: form, size: Size(rows: 3, columns: 5), pixels: PixelSize(width: 50, height: 60),
        letters: Array(letters.utf8)))
  }

  private func frame(
    _ placements: [PixelPlacement] = [], pictures: [PixelPicture]? = nil,
    _ change: (inout CellBuffer) -> Void = { _ in }
  ) -> Frame {
    var buffer = CellBuffer(size: Self.screen)
    for row in 0..<12 {
      buffer.write(
        "row \(row) of the page", at: Position(row: row, column: 1), columns: 30, role: .body, model: .noMarks)
    }
    for placement in placements { buffer.fill(placement.rect, role: .body) }
    change(&buffer)
    var frame = Frame(buffer: buffer, theme: .compiledIn, cursor: Position(row: 0, column: 0), widthModel: .noMarks)
    frame.pictures = pictures ?? placements.map(\.picture)
    frame.placements = placements
    return frame
  }

  private let writer = RowWriter(
    capabilities: .xterm(.direct), theme: .compiledIn, certain: .all, screen: Self.screen)

  private func text(from old: Frame?, to new: Frame, kept: Set<UInt32> = []) -> String {
    String(decoding: writer.bytes(from: old, to: new, kept: kept), as: UTF8.self)
  }

  @Test("kitty gets a picture once, in pieces, and is told to forget it; nothing is to be answered")
  func kitty() throws {
    let picture = try picture(0x02_0304, .kittyCells, letters: String(repeating: "ABCD", count: 2500))
    let (empty, with) = (frame(), frame(pictures: [picture]))
    let sent = text(from: empty, to: with)
    let head = "a=T,U=1,c=5,r=3,i=\(0x02_0304),f=24,s=50,v=60,q=2,m=1;"
    #expect(sent.contains("\u{1B}_G\(head)" + String(repeating: "ABCD", count: 1024) + "\u{1B}\\\u{1B}_Gq=2,m=1;"))
    #expect(sent.components(separatedByString: "\u{1B}_G").count == 4 && sent.contains("\u{1B}_Gq=2,m=0;ABCD"))
    #expect(
      !text(
        from: with,
        to: frame(pictures: [picture]) { $0.fill(.init(row: 1, column: 0, rows: 1, columns: 9), role: .page) },
        kept: [picture.id]
      ).contains("_G"))
    #expect(text(from: with, to: empty, kept: [picture.id]).contains("\u{1B}_Ga=d,d=I,i=\(0x02_0304),q=2\u{1B}\\"))
    // Of an unknown screen everything is written, this too.
    #expect(text(from: nil, to: with, kept: [picture.id]).contains(head))
  }

  @Test("a cell's picture is told by its number in direct colour, however few colours there are")
  func numbers() throws {
    let cells = CellPicture(placeholdersFor: try picture(0x02_0304, .kittyCells))
    for depth in ColorDepth.allCases {
      let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(depth))
      let cell = Cell(text: "\u{10EEEE}", columns: 1, role: .body, colors: cells.row(0)[0].colors)
      #expect(String(decoding: mapping.paint(cell).foreground, as: UTF8.self) == "38;2;2;3;4")
    }
  }

  @Test("kitty without placeholders has them placed and taken away without a row being written")
  func placed() throws {
    let placement = PixelPlacement(try picture(9, .kittyPlacement), at: Position(row: 2, column: 3))
    let (before, after) = (frame([], pictures: [placement.picture]), frame([placement]))
    #expect(text(from: before, to: after, kept: [9]).contains("\u{1B}[3;4H\u{1B}_Ga=p,i=9,p=3,c=5,r=3,C=1,q=2\u{1B}\\"))
    #expect(text(from: after, to: before, kept: [9]).contains("\u{1B}_Ga=d,d=i,i=9,p=3,q=2\u{1B}\\"))
  }

  @Test("sixels and iTerm's files have our heads around them, and end")
  func heads() throws {
    let sixel = PixelPlacement(
      try picture(9, .sixel, letters: "\"1;1;50;60#0;2;0;0;0#0!50~-"), at: Position(row: 1, column: 1))
    #expect(
      text(from: frame(), to: frame([sixel])).contains("\u{1B}[2;2H\u{1B}P0;1;0q\"1;1;50;60#0;2;0;0;0#0!50~-\u{1B}\\"))
    let file = PixelPlacement(try picture(9, .iterm, letters: "AAAAAA=="), at: Position(row: 1, column: 1))
    #expect(
      text(from: frame(), to: frame([file])).contains(
        "\u{1B}]1337;File=inline=1;size=4;width=5;height=3;preserveAspectRatio=0;doNotMoveCursor=1:AAAAAA==\u{7}"))
  }

  @Test("one in the last row, or beyond the screen, is not drawn")
  func outside() throws {
    for place in [Position(row: 9, column: 1), Position(row: 2, column: 36), Position(row: -1, column: 1)] {
      let placement = PixelPlacement(try picture(9, .sixel), at: place)
      #expect(!text(from: frame(), to: frame([placement])).contains("\u{1B}P"))
    }
  }

  @Test("sixels stand where the last frame has them and nowhere else, whatever came before")
  func leftovers() throws {
    var screen = ScreenModel(size: Self.screen, model: .noMarks)
    screen.graphics = .sixel
    screen.take("\u{1B}[?7l".utf8)
    let picture = try picture(9, .sixel, letters: "\"1;1;50;60#0;2;0;0;0#0!50~-")
    var random = FixedRandom(77)
    var shown: Frame?
    for _ in 0..<60 {
      let row = Int(random.next() % 10)
      let placement = PixelPlacement(picture, at: Position(row: row, column: Int(random.next() % 30)))
      let line = Int(random.next() % 12)
      let next = frame(random.next() % 4 == 0 ? [] : [placement], pictures: [picture]) { buffer in
        buffer.write("–– \(line)", at: Position(row: line, column: 33), columns: 6, role: .body, model: .noMarks)
      }
      let text = writer.bytes(from: shown, to: next)
      screen.take(text)
      shown = next
      let expected = next.placements.filter { $0.rect.endRow < 12 }.flatMap { placement in
        (placement.rect.row..<placement.rect.endRow).flatMap { row in
          (placement.rect.column..<placement.rect.endColumn).map { Position(row: row, column: $0) }
        }
      }
      #expect(screen.coveredCells == expected)
      #expect((0..<12).map(screen.row) == (0..<12).map { next.buffer.text(row: $0).trimmedRight })
      #expect(screen.violations.isEmpty, "\(screen.violations)")
      // What stays is not sent again.
      if expected.isEmpty { continue }
      #expect(!self.text(from: next, to: frame(next.placements, pictures: [picture])).isEmpty)
    }
  }

  @Test("one that stays is drawn again only when something was written into it")
  func staying() throws {
    let placement = PixelPlacement(try picture(9, .sixel), at: Position(row: 2, column: 3))
    let before = frame([placement])
    let elsewhere = frame([placement]) {
      $0.write("x", at: Position(row: 9, column: 3), columns: 1, role: .body, model: .noMarks)
    }
    #expect(!text(from: before, to: elsewhere).contains("\u{1B}P"))
    let beside = frame([placement]) {
      $0.write("स्त्री", at: Position(row: 3, column: 20), columns: 9, role: .body, model: .noMarks)
    }
    let unmeasured = RowWriter(capabilities: .xterm(.direct), theme: .compiledIn, certain: [], screen: Self.screen)
    #expect(String(decoding: unmeasured.bytes(from: before, to: beside), as: UTF8.self).contains("\u{1B}P"))
  }
}

extension String {
  fileprivate func components(separatedByString separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
