import NewsParsing
import Testing

@Suite("What is no page")
struct RefusalTests {
  private func refusal(_ text: String) -> PageDumpError? {
    do {
      _ = try PageDumpParser().parse(text: text)
      return nil
    } catch {
      return error
    }
  }

  @Test("a text that is something else is refused with what it is")
  func kinds() {
    #expect(refusal(" \n\t\u{FEFF}\n") == .empty)
    #expect(refusal("\u{200B}\u{0}\u{200B} ") == .empty)
    #expect(refusal("<!DOCTYPE html><html><body><p>नमस्ते</p></body></html>") == .looksLikeHTML)
    #expect(refusal("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>") == .looksLikeFeed(.rss))
    #expect(refusal("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>") == .looksLikeFeed(.atom))
    #expect(refusal("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}") == .looksLikeFeed(.jsonFeed))
    #expect(refusal("[{\"नाम\": \"राम\"}]") == .looksLikeData(.json))
    #expect(refusal("नाम,शहर,उम्र\nराम,पटना,30\nसीता,भोपाल,28\nगीता,इंदौर,31") == .looksLikeData(.csv))
    #expect(
      refusal((0..<9).map { "2024-05-01 10:22:3\($0) INFO server started on port 80\($0)" }.joined(separator: "\n"))
        == .looksLikeData(.log))
    #expect(
      refusal("import Foundation\n\nstruct Point {\n  var x = 0\n  func move() {\n    x += 1;\n  }\n}\n")
        == .looksLikeData(.sourceCode))
  }

  @Test("lists, notes and chapters of books are no stories")
  func noStory() {
    #expect(refusal("सामान\n\nदूध\nअंडे\nचावल 5 किलो\nसाबुन") == .noBody(letterCount: 0))
    #expect(refusal("केवल एक शीर्षक है यहाँ") == .noBody(letterCount: 0))
    let prose = "नदी किनारे बसे उस गाँव में सर्दियों की सुबह देर से होती थी और लोग अलाव के पास बैठे रहते थे। किसी को कहीं जाने की जल्दी नहीं थी।"
    #expect(refusal("अध्याय १\n\n\(prose)\n\n\(prose) फिर वही बात।") == .noHeadline)
    #expect(refusal("\(prose) \(prose)\n\n\(prose)\n\n\(prose)") == .noHeadline)
    #expect(refusal("शीर्षक यहाँ है\n\n\(prose)") != nil)
  }

  @Test("bytes that are no text are refused, damaged text is taken with a note")
  func bytes() throws {
    #expect(throws: PageDumpError.binary) {
      try PageDumpParser().parse([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0])
    }
    #expect(throws: PageDumpError.binary) {
      try PageDumpParser().parse((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    }
    #expect(throws: PageDumpError.empty) { try PageDumpParser().parse([UInt8]()) }
    #expect(throws: PageDumpError.tooLarge(utf8Count: 4_000_001, limit: 4_000_000)) {
      try PageDumpParser().parse([UInt8](repeating: 0x61, count: 4_000_001))
    }
    var damaged = Array(try Fixture.text("plain-prose").utf8)
    damaged.insert(contentsOf: [0xE0, 0xA4], at: damaged.count - 20)
    #expect(
      try PageDumpParser().parse(damaged).notes.contains { if case .invalidBytesReplaced = $0 { true } else { false } })
  }
}
