import Fetching
import Foundation
import NcursesTerminal
import NewsModel
import NewsStore
import ReaderUI
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// Pictures from the key to the server, through chafa, to the cells of the screen.
@Suite("Pictures in the reader", .disabled(if: PictureDecoderTests.isMissing, PictureDecoderTests.missing))
struct PicturesInReaderTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/khabar-reader-pictures-\(UUID().uuidString)"
  private nonisolated static let red = PNGFile.bytes(width: 160, height: 80) { _, _ in (240, 10, 10) }
  private nonisolated static let caption = "बाँध के फाटक खुलते ही नहर में पानी उतरा · छायाचित्र: सरिता जोशी"

  private func reader(
    _ server: LocalHTTPServer, paths: [String] = ["/nahar.png"], policy: PicturePolicy = .ask,
    depth: ColorDepth = .direct,
    program: String = PictureDecoder.program
  ) async throws -> RunningReader {
    let store = try ArticleStore.inMemory()
    let feed = Feed(id: FeedID(rawValue: server.url("/feed.xml")), title: "गाँव की बात", language: "hi")
    var article = Article.fixture("नहर में पानी आया", feed: feed)
    article.body.blocks =
      paths.map { Block(kind: .picture, text: Self.caption, address: server.url($0)) } + article.body.blocks
    try await store.save([article], from: feed, now: .fixed)
    let reader = try RunningReader(
      editions: Editions(own: store), rows: 30, columns: 80, client: HTTPClient.live(userAgent: "khabar/test"),
      settings: ReaderSettings(refreshMinutes: nil, pictures: policy), pictureFolder: folder, pictureProgram: program,
      colorDepth: depth)
    try await reader.idle()
    return reader
  }

  private nonisolated static func image(_ bytes: [UInt8], _ type: String = "image/png") -> LocalHTTPResponse {
    LocalHTTPResponse(body: bytes, headers: [("Content-Type", type)])
  }

  /// Cells of the last frame with a picture's colours.
  private func cells(_ reader: RunningReader) -> [Cell] {
    reader.terminal.frames.last?.buffer.cells.filter { $0.colors != .role } ?? []
  }

  @Test(
    "nothing is asked until I is pressed; then cells over the caption; I again hides them; from then on the disk has it"
  )
  func asking() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try LocalHTTPServer()
    server.route("/nahar.png") { _ in Self.image(Self.red) }
    let reader = try await reader(server)
    try await reader.press("enter", "j", "k")
    #expect(server.hits == 0 && cells(reader).isEmpty)
    #expect(reader.terminal.screen.contains("छायाचित्र: सरिता जोशी"))
    try await reader.press("I")
    #expect(server.hits("/nahar.png") == 1)
    // 160 by 80 pixels at most: twice as wide as high is four times as many columns as rows.
    let drawn = cells(reader)
    #expect(drawn.count > 200)
    for cell in drawn {
      guard case .direct(let red, let green, _) = cell.text == " " ? cell.colors.background : cell.colors.foreground
      else {
        continue
      }
      #expect(red > 200 && green < 50)
    }
    let rows = reader.terminal.frames.last.map { frame in
      (0..<frame.buffer.size.rows).map { row in frame.buffer.cells(row: row).count { $0.colors != .role } }
    }
    let widths = Set(rows ?? []).subtracting([0])
    #expect(widths.count == 1 && widths.first.map { $0 <= 70 } == true)
    #expect(reader.terminal.screen.contains("छायाचित्र: सरिता जोशी"))
    try await reader.press("I")
    #expect(cells(reader).isEmpty)
    try await reader.press("I")
    #expect(cells(reader).count == drawn.count && server.hits("/nahar.png") == 1)
  }

  @Test("with always an opened story's pictures come by themselves, one that is only looked at brings none")
  func always() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try LocalHTTPServer()
    server.route("/nahar.png") { _ in Self.image(Self.red) }
    let reader = try await reader(server, policy: .always)
    #expect(server.hits == 0)
    try await reader.press("enter")
    #expect(server.hits == 1 && !cells(reader).isEmpty)
  }

  @Test("with never nothing is asked, and the reader is told why")
  func never() async throws {
    let server = try LocalHTTPServer()
    server.route("/nahar.png") { _ in Self.image(Self.red) }
    let reader = try await reader(server, policy: .never)
    try await reader.press("enter", "I")
    #expect(server.hits == 0 && reader.terminal.screen.contains("images: never"))
  }

  @Test("a server that takes its time keeps nobody waiting; the page says that the picture is on its way")
  func slow() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try LocalHTTPServer()
    let isReady = Mutable(false)
    server.route("/nahar.png") { _ in
      while !isReady.value { usleep(5_000) }
      return Self.image(Self.red)
    }
    let reader = try await reader(server)
    try await reader.press("enter")
    reader.terminal.send(.key(.scalar("I")))
    try await reader.until("it is said") { reader.terminal.screen.contains("चित्र लाया जा रहा है") }
    // Keys go on working meanwhile.
    reader.terminal.send(.key(.scalar("?")))
    try await reader.until("help is there") { reader.program.state.prompt != nil }
    reader.terminal.send(.key(.escape))
    isReady.value = true
    try await reader.until("the picture is there") { !self.cells(reader).isEmpty }
    #expect(!reader.terminal.screen.contains("चित्र लाया जा रहा है") && server.hits == 1)
  }

  @Test("what is no picture is a sentence under the caption: a page, a bomb, an unknown kind, none at all")
  func noPictures() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try LocalHTTPServer()
    server.route("/page") { _ in Self.image(Array("<html>नमस्ते</html>".utf8), "text/html; charset=utf-8") }
    server.route("/bomb") { _ in Self.image(PNGFile.bomb(width: 90_000, height: 90_000)) }
    server.route("/kind") { _ in Self.image(Array("\0\0\0\u{1C}ftypavif".utf8), "image/avif") }
    let reader = try await reader(server, paths: ["/page", "/bomb", "/kind", "/gone"])
    try await reader.press("enter", "I")
    let screen = reader.terminal.screen
    #expect(screen.contains("text/html है") && screen.contains("90000 × 90000"))
    #expect(screen.contains("इस तरह का चित्र") && screen.contains("(404)"))
    #expect(cells(reader).isEmpty)
    // Only pictures are kept, and a bomb is one that is not drawn.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
  }

  @Test("without the program nothing is fetched, and the package is named")
  func programMissing() async throws {
    let server = try LocalHTTPServer()
    server.route("/nahar.png") { _ in Self.image(Self.red) }
    let reader = try await reader(server, program: "khabar-has-no-such-program")
    try await reader.press("enter", "I")
    #expect(server.hits == 0 && reader.terminal.screen.contains("apt-get install chafa"))
  }

  @Test("another size of the page draws the picture anew and asks nobody")
  func resizing() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try LocalHTTPServer()
    let wide = PNGFile.bytes(width: 700, height: 70) { _, _ in (10, 10, 240) }
    server.route("/nahar.png") { _ in Self.image(wide) }
    let reader = try await reader(server)
    try await reader.press("enter", "I")
    let before = cells(reader).count
    reader.terminal.size = Size(rows: 30, columns: 50)
    reader.terminal.send(.resized(reader.terminal.size))
    try await reader.idle()
    #expect(!cells(reader).isEmpty && cells(reader).count < before && server.hits == 1)
  }
}
