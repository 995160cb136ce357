import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Pictures in pixels on the page")
struct PixelPicturesTests {
  private static let part = CellPicture.Part("▀", CellColors(foreground: .indexed(200), background: .indexed(20)))

  private static func story() -> Story {
    var story = Desk.story(
      "चित्र", "तालाब की पाल पर लगा मेला", section: "भारत", date: Desk.stamp(2026, 11, 23, 8, 0),
      body: (0..<12).map { "अनुच्छेद \($0): मेले में आसपास के बीस गाँवों से लोग आए और शाम तक पाल पर चहल-पहल रही।" })
    story.article.body.blocks.insert(
      Block(kind: .picture, text: "मेले की शाम", address: "https://mela.example/0.jpg"), at: 1)
    return story
  }

  /// A reader whose picture of 6 rows and 20 columns has come.
  private func reader(_ form: PixelPicture.Form) throws -> HeadlessReader {
    var reader = HeadlessReader(rows: 30, columns: 100, stories: [Self.story()] + Desk.stories)
    reader.press("enter", "I")
    let request = try #require(
      reader.effects.compactMap { if case .loadPicture(let request) = $0 { request } else { nil } }.last)
    let pixels = try #require(
      PixelPicture(
        id: 77, form: form, size: Size(rows: 6, columns: 20), pixels: PixelSize(width: 200, height: 120),
        letters: [65, 65, 65, 65]))
    let cells = CellPicture(rows: Array(repeating: Array(repeating: Self.part, count: 20), count: 6))
    reader.send(
      .pictureLoaded(request, .drawn(form == .kittyCells ? CellPicture(placeholdersFor: pixels) : cells.under(pixels))))
    return reader
  }

  private func colored(_ frame: Frame) -> Int { frame.buffer.cells.count { $0.colors != .role } }

  @Test("one that is whole is drawn over blank cells; partly scrolled away it is what cells there are")
  func scrolling() throws {
    var reader = try reader(.sixel)
    let place = try #require(reader.frame.placements.first?.place)
    #expect(reader.frame.placements.count == 1 && colored(reader.frame) == 0 && reader.frame.pictures.map(\.id) == [77])
    var rows: [Int] = []
    for _ in 0..<30 {
      reader.press("j")
      let frame = reader.frame
      if let placement = frame.placements.first {
        rows.append(placement.place.row)
        #expect(colored(frame) == 0)
      } else {
        #expect(colored(frame).isMultiple(of: 20) && colored(frame) < 120)
      }
    }
    #expect(rows == Array((2..<place.row).reversed()) && reader.frame.placements.isEmpty)
    reader.press("g", "g")
    #expect(reader.frame.placements.first?.place == place)
  }

  @Test("under whatever is drawn over it, it is cells")
  func overlays() throws {
    var reader = try reader(.sixel)
    #expect(reader.frame.placements.count == 1)
    reader.press("?")
    #expect(reader.frame.placements.isEmpty)
    reader.press("esc")
    #expect(reader.frame.placements.count == 1)
    reader.press("I")
    #expect(reader.frame.placements.isEmpty && reader.frame.pictures.isEmpty)
  }

  @Test(
    "kitty's placeholders are cells: nothing is placed, parts are cut as text is, and the terminal keeps it meanwhile")
  func placeholders() throws {
    var reader = try reader(.kittyCells)
    #expect(reader.frame.placements.isEmpty && colored(reader.frame) == 120 && reader.frame.pictures.map(\.id) == [77])
    let row = try #require((0..<30).first { reader.frame.buffer.cells(row: $0).contains { $0.colors != .role } })
    for _ in 0..<(row - 1) { reader.press("j") }
    #expect(colored(reader.frame) == 100 && reader.frame.pictures.count == 1)
    #expect(
      reader.frame.buffer.cells(row: 2).contains { $0.text.unicodeScalars.map(\.value) == [0x10EEEE, 0x30D, 0x305] })
    reader.press("?")
    #expect(colored(reader.frame) < 100 && reader.frame.pictures.count == 1)
    reader.press("esc", "backspace", "j", "enter")
    #expect(colored(reader.frame) == 0 && reader.frame.pictures.isEmpty)
  }

  @Test("a page that is read line by line asks for characters")
  func linear() throws {
    var settings = ReaderSettings()
    settings.page.arrangement = .linear
    var page = HeadlessReader(rows: 30, columns: 100, stories: [Self.story()], settings: settings)
    page.press("enter", "I")
    let requests = page.effects.compactMap { if case .loadPicture(let request) = $0 { request } else { nil } }
    #expect(requests.last?.mayHavePixels == false)
    #expect(try reader(.sixel).frame.placements.count == 1)
  }
}
