import CellText
@testable import Screen
import Testing

@Suite("How pictures come to a terminal")
struct PictureMethodTests {
  private static let cell = PixelSize(width: 9, height: 18)

  private func method(
    _ format: PictureFormat = .auto, version: String? = nil, kitty: Bool = false, sixels: Bool = false,
    cell: PixelSize? = Self.cell, answered: PixelSize? = nil, hasColors: Bool = true,
    environment: [String: String] = ["TERM": "xterm-256color"]
  ) -> PictureMethod {
    PictureMethod(
      format: format, version: version, answers: GraphicsAnswers(hasKitty: kitty, hasSixels: sixels, cell: answered),
      cell: cell, hasColors: hasColors, environment: environment)
  }

  @Test("is what it answered: kitty's query, DA1, then its name; TERM alone says nothing")
  func answers() {
    #expect(method(version: "kitty(0.36.4)", kitty: true) == PictureMethod(.kittyCells, .answered, cell: Self.cell))
    #expect(method(version: "ghostty 1.1.3", kitty: true).form == .kittyCells)
    // Before placeholders came, and terminals that have the protocol without them.
    #expect(method(version: "kitty(0.26.5)", kitty: true).form == .kittyPlacement)
    #expect(method(kitty: true).form == .kittyPlacement)
    #expect(method(version: "XTerm(379)", sixels: true) == PictureMethod(.sixel, .attributes, cell: Self.cell))
    #expect(method(version: "Konsole 22.12.3", kitty: true, sixels: true).form == .kittyPlacement)
    #expect(method(version: "WezTerm 20240203") == PictureMethod(.iterm, .name, cell: Self.cell))
    #expect(method(environment: ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"]).form == .iterm)
    #expect(method(version: "XTerm(379)", environment: ["TERM_PROGRAM": "iTerm.app"]).form == nil)
    for term in ["xterm-kitty", "foot", "mlterm"] {
      #expect(method(environment: ["TERM": term]) == PictureMethod(nil, .noAnswer, cell: Self.cell))
    }
  }

  @Test("is characters in a multiplexer, without colours, and where sixels would have no measure")
  func symbols() {
    for environment in [["TMUX": "/tmp/tmux"], ["STY": "1.pts"], ["TERM": "screen-256color"], ["TERM": "tmux"]] {
      #expect(method(kitty: true, sixels: true, environment: environment).reason == .multiplexer)
    }
    #expect(method(version: "tmux 3.4", sixels: true).form == nil)
    #expect(method(kitty: true, hasColors: false) == PictureMethod(nil, .noColors, cell: Self.cell))
    #expect(method(sixels: true, cell: nil) == PictureMethod(nil, .noCellSize))
    #expect(method(sixels: true, cell: nil, answered: Self.cell).form == .sixel)
    // No terminal has such cells; the answer of one that says so is not believed.
    #expect(method(sixels: true, cell: PixelSize(width: 0, height: 90_000)).form == nil)
    #expect(method(version: "kitty(0.36.4)", kitty: true, cell: nil).form == .kittyCells)
  }

  @Test("is what the setting says")
  func setting() {
    #expect(method(.symbols, version: "kitty(0.36.4)", kitty: true) == PictureMethod(nil, .setting, cell: Self.cell))
    #expect(method(.sixel).form == .sixel && method(.iterm).form == .iterm)
    #expect(method(.kitty, version: "ghostty 1.0").form == .kittyCells && method(.kitty).form == .kittyPlacement)
  }
}

@Suite("Pictures in pixels")
struct PixelPictureTests {
  private func picture(
    id: UInt32 = 7, form: PixelPicture.Form = .sixel, size: Size = Size(rows: 2, columns: 3),
    letters: [UInt8] = Array("AAAA".utf8)
  ) -> PixelPicture? {
    PixelPicture(id: id, form: form, size: size, pixels: PixelSize(width: 30, height: 40), letters: letters)
  }

  @Test("take no letter that could end their sequence, and no number that another program could have")
  func refused() {
    #expect(picture() != nil)
    for byte: UInt8 in [0x00, 0x07, 0x18, 0x1B, 0x20, 0x7F, 0x9C, 0xFF] {
      #expect(picture(letters: [65, byte, 65]) == nil)
    }
    #expect(picture(id: 0) == nil && picture(id: 1 << 24) == nil && picture(letters: []) == nil)
    #expect(picture(size: Size(rows: 0, columns: 3)) == nil)
    #expect(picture(form: .kittyCells, size: Size(rows: 298, columns: 3)) == nil)
  }

  @Test("in kitty's cells: each names its row and column, and the colour is the number")
  func placeholders() throws {
    let pixels = try #require(self.picture(id: 0x01_0203, form: .kittyCells))
    let picture = CellPicture(placeholdersFor: pixels)
    #expect((picture.rowCount, picture.columnCount) == (2, 3))
    let texts = picture.row(1).map { $0.text.unicodeScalars.map(\.value) }
    #expect(texts == [[0x10EEEE, 0x30D, 0x305], [0x10EEEE, 0x30D, 0x30D], [0x10EEEE, 0x30D, 0x30E]])
    #expect(picture.row(0).allSatisfy { $0.colors.foreground == .picture(0x01_0203) })
    // The last mark of the list.
    let long = try #require(self.picture(form: .kittyCells, size: Size(rows: 1, columns: 297)))
    #expect(CellPicture(placeholdersFor: long).row(0).last?.text.unicodeScalars.last?.value == 0x1D244)
  }

  @Test("are under nothing only while every cell of theirs is there")
  func covered() throws {
    let part = CellPicture.Part("▀", CellColors(foreground: .indexed(200), background: .indexed(20)))
    let cells = CellPicture(rows: Array(repeating: Array(repeating: part, count: 3), count: 2))
    let (fitting, other) = (try #require(picture()), try #require(picture(size: Size(rows: 3, columns: 3))))
    #expect(cells.under(fitting).pixels?.id == 7 && cells.under(other).pixels == nil)
    var buffer = CellBuffer(size: Size(rows: 5, columns: 8))
    let place = Position(row: 1, column: 2)
    for row in 0..<2 { buffer.write(cells.row(row), at: Position(row: 1 + row, column: 2), columns: 9, role: .body) }
    #expect(buffer.shows(cells, at: place) && !buffer.shows(cells, at: Position(row: 1, column: 3)))
    #expect(
      !buffer.shows(cells, at: Position(row: 4, column: 2)) && !buffer.shows(cells, at: Position(row: -1, column: 2)))
    buffer.fill(Rect(row: 2, column: 4, rows: 1, columns: 4), role: .page)
    #expect(!buffer.shows(cells, at: place))
  }
}
