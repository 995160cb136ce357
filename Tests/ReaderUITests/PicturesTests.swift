import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Pictures on the page")
struct PicturesTests {
  /// Paragraphs with a picture after the first, and others far below.
  private static func story(pictures: Int = 1, isCaptioned: Bool = true) -> Story {
    var story = Desk.story(
      "चित्र", "तालाब की पाल पर लगा मेला", section: "भारत", date: Desk.stamp(2026, 11, 23, 8, 0),
      body: (0..<12).map { "अनुच्छेद \($0): मेले में आसपास के बीस गाँवों से लोग आए और शाम तक पाल पर चहल-पहल रही।" })
    for index in 0..<pictures {
      story.article.body.blocks.insert(
        Block(
          kind: .picture, text: isCaptioned ? "मेले की शाम, दृश्य \(index)" : "",
          address: "https://mela.example/\(index).jpg"), at: 1 + index * 5)
    }
    story.article.url = "https://mela.example/khabar"
    return story
  }

  private func requests(_ reader: HeadlessReader) -> [PictureRequest] {
    reader.effects.compactMap { if case .loadPicture(let request) = $0 { request } else { nil } }
  }

  private func picture(rows: Int, columns: Int) -> CellPicture {
    let part = CellPicture.Part("▀", CellColors(foreground: .indexed(200), background: .indexed(20)))
    return CellPicture(rows: Array(repeating: Array(repeating: part, count: columns), count: rows))
  }

  private func drawnRows(_ reader: HeadlessReader) -> [Int] {
    let buffer = reader.frame.buffer
    return (0..<buffer.size.rows).filter { row in buffer.cells(row: row).contains { $0.colors != .role } }
  }

  @Test(
    "I asks once, for no more than the measure and two thirds of the pane; the cells stand over the caption, in the middle"
  )
  func asking() throws {
    var reader = HeadlessReader(rows: 30, columns: 100, stories: [Self.story()])
    reader.press("enter", "j", "k")
    #expect(requests(reader).isEmpty)
    reader.press("I", "j", "k")
    #expect(requests(reader).count == 1)
    let request = try #require(requests(reader).first)
    #expect(request.address == "https://mela.example/0.jpg" && request.namedBy == "https://mela.example/khabar")
    #expect(request.size == Size(rows: 18, columns: 70) && request.hasBlockElements)
    #expect(reader.screen.contains("चित्र लाया जा रहा है"))
    reader.send(.pictureLoaded(request, .drawn(picture(rows: 6, columns: 20))))
    #expect(!reader.screen.contains("चित्र लाया जा रहा है"))
    let rows = drawnRows(reader)
    #expect(rows.count == 6)
    #expect(reader.rows[(rows.last ?? 0) + 1].contains("▦ मेले की शाम"))
    let cells = reader.frame.buffer.cells(row: rows[0])
    let start = try #require(cells.firstIndex { $0.colors != .role }) - cells.startIndex
    #expect(start == 15 + 25 && cells.count { $0.colors != .role } == 20)
    reader.press("I")
    #expect(drawnRows(reader).isEmpty && reader.status.contains("चित्र छिपाए गए"))
  }

  @Test("a picture that comes above what is read moves nothing on the screen")
  func nothingJumps() throws {
    var reader = HeadlessReader(rows: 16, columns: 60, stories: [Self.story()])
    reader.press("enter", "I")
    let request = try #require(requests(reader).first)
    reader.press("j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
    let before = reader.rows
    reader.send(.pictureLoaded(request, .drawn(picture(rows: 8, columns: 40))))
    #expect(Array(reader.rows[2..<15]) == Array(before[2..<15]))
    // Hiding it does not either.
    reader.press("I")
    #expect(Array(reader.rows[2..<15]) == Array(before[2..<15]))
  }

  @Test("one that comes for the caption at the top of the pane is seen")
  func atCaption() throws {
    var reader = HeadlessReader(rows: 16, columns: 60, stories: [Self.story()])
    reader.press("enter")
    while !reader.rows[2].contains("▦") { reader.press("j") }
    reader.press("I")
    reader.send(.pictureLoaded(try #require(requests(reader).first), .drawn(picture(rows: 5, columns: 40))))
    #expect(drawnRows(reader) == [3, 4, 5, 6, 7])
  }

  @Test("pictures far below are asked for when the reader comes near them")
  func nearby() {
    var reader = HeadlessReader(rows: 14, columns: 60, stories: [Self.story(pictures: 3)])
    reader.press("enter", "I")
    #expect(requests(reader).first?.address == "https://mela.example/0.jpg")
    #expect(!requests(reader).contains { $0.address == "https://mela.example/2.jpg" })
    reader.press("G")
    #expect(Set(requests(reader).map(\.address)).isSuperset(of: ["https://mela.example/2.jpg"]))
    #expect(Set(requests(reader)).count == requests(reader).count)
  }

  @Test("what comes late is dropped: for another size, after hiding, after another story")
  func late() throws {
    var reader = HeadlessReader(rows: 30, columns: 100, stories: [Self.story()] + Desk.stories)
    reader.press("enter", "I")
    let first = try #require(requests(reader).first)
    reader.resize(rows: 30, columns: 60)
    let second = try #require(requests(reader).last)
    #expect(first.size != second.size)
    reader.send(.pictureLoaded(first, .drawn(picture(rows: 6, columns: 70))))
    #expect(drawnRows(reader).isEmpty)
    reader.send(.pictureLoaded(second, .drawn(picture(rows: 6, columns: 50))))
    #expect(drawnRows(reader).count == 6)
    // The old drawing stays until the new one comes.
    reader.resize(rows: 30, columns: 64)
    #expect(drawnRows(reader).count == 6)
    reader.press("I")
    reader.send(.pictureLoaded(try #require(requests(reader).last), .drawn(picture(rows: 3, columns: 9))))
    #expect(drawnRows(reader).isEmpty)
    reader.press("I", "backspace", "j", "enter")
    reader.send(.pictureLoaded(try #require(requests(reader).last), .drawn(picture(rows: 3, columns: 9))))
    #expect(drawnRows(reader).isEmpty)
  }

  @Test("opened again in the same session a story shows its pictures again; another one does not")
  func wanted() {
    var reader = HeadlessReader(rows: 30, columns: 50, stories: [Self.story()] + Desk.stories)
    reader.press("enter", "I", "backspace", "j", "enter")
    #expect(requests(reader).count == 1)
    reader.press("backspace", "k", "enter")
    #expect(requests(reader).count == 2)
  }

  @Test("with always an opened story asks, one beside the list does not; with never nobody does")
  func policies() {
    var reader = HeadlessReader(
      rows: 30, columns: 130, stories: [Self.story()], settings: ReaderSettings(pictures: .always))
    #expect(requests(reader).isEmpty)
    reader.press("enter")
    #expect(requests(reader).count == 1)
    reader = HeadlessReader(rows: 30, stories: [Self.story()], settings: ReaderSettings(pictures: .never))
    reader.press("enter", "I")
    #expect(requests(reader).isEmpty && reader.status.contains("images: never"))
  }

  @Test("a story without pictures says so; a picture without a caption has the word for picture")
  func none() {
    var reader = HeadlessReader(rows: 30, stories: Desk.stories)
    reader.press("enter", "I")
    #expect(requests(reader).isEmpty && reader.status.contains("कोई चित्र नहीं"))
    reader = HeadlessReader(rows: 30, stories: [Self.story(isCaptioned: false)])
    reader.press("enter")
    #expect(reader.screen.contains("▦ चित्र") && reader.status.contains("I चित्र"))
  }

  @Test("why a picture did not come stands under its caption, and asking again asks again")
  func failing() throws {
    var reader = HeadlessReader(rows: 30, stories: [Self.story()])
    reader.press("enter", "I")
    reader.send(.pictureLoaded(try #require(requests(reader).first), .failed("पता नहीं मिला \u{1B}[2J")))
    let row = try #require(reader.rows.firstIndex { $0.contains("पता नहीं मिला") })
    #expect(reader.rows[row - 1].contains("▦") && !reader.screen.contains("\u{1B}"))
    reader.press("I", "I")
    #expect(requests(reader).count == 2)
  }

  @Test("a terminal without block elements gets ASCII signs")
  func ascii() {
    var reader = HeadlessReader(rows: 30, stories: [Self.story()], settings: ReaderSettings(hasBlockElements: false))
    reader.press("enter", "I")
    #expect(requests(reader).map(\.hasBlockElements) == [false])
  }
}
