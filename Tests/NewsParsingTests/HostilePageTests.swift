import Foundation
import NewsModel
import NewsParsing
import TestSupport
import Testing

@Suite("Hostile pages", .inBackground)
struct HostilePageTests {
  @Test("a page cut off anywhere is taken or refused, and what is taken can be shown", arguments: Fixture.names)
  func prefixes(name: String) throws {
    let scalars = Array(try Fixture.text(name).unicodeScalars)
    let parser = PageDumpParser()
    var takenCount = 0
    for end in stride(from: 0, through: scalars.count, by: 5) {
      guard let article = try? parser.parse(text: String(String.UnicodeScalarView(scalars[..<end]))) else { continue }
      takenCount += 1
      #expect(article.isPrintable)
    }
    #expect(takenCount > 0)
  }

  private static let payloads = [
    "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[1;1H", "\u{9B}31m", "\u{0}\u{7F}\u{85}", "\u{202E}\u{2066}",
    "\u{1B}P$q\n\u{1B}\\", "\u{2028}",
    "%s%n{{7*7}}", "<script>alert(1)</script>", "'; DROP TABLE articles; --", "👩‍👩‍👧‍👦\u{FE0F}",
    "क" + String(repeating: "\u{93C}", count: 300),
    "\u{FDFA}\u{FFFF}\u{E0041}", "\r\n\r", "ﷺ", "Ω≈ç√∫˜µ", "टॅग्स :", "ठळक मुद्दे", "By | Updated:", ":", "|", "•", "#",
  ]

  @Test("nothing put into a title, paragraph, byline, tag or related title reaches a field as a control character")
  func payloads() throws {
    var payloads = Self.payloads
    if let json = Fixture.shared("data/strings-blns/blns.json") {
      payloads += (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }
    struct Case: Decodable { var payload: String? }
    for line in Fixture.shared("data/nasty-terminal/cases.jsonl")?.split(separator: "\n") ?? [] {
      if let payload = (try? JSONDecoder().decode(Case.self, from: Data(line.utf8)))?.payload {
        payloads.append(payload)
      }
    }
    let text = try Fixture.text("glued-labels-hindi")
    let parser = PageDumpParser()
    let spots = ["सहमति", "डेस्क", "दो साल", "हर साल", "रविवार", "पीटीआई", "टॅग्स :", "खेलटीम", "भारत अधिक"]
    for (index, payload) in payloads.enumerated() {
      let everywhere = spots.reduce(text) { $0.replacing($1, with: $1 + payload) }
      let spot = spots[index % spots.count]
      for hostile in [everywhere, text.replacing(spot, with: spot + payload)] {
        guard let article = try? parser.parse(text: hostile) else { continue }
        #expect(article.isPrintable, "\(payload.debugDescription) at \(spot)")
        #expect(!article.title.isEmpty)
      }
    }
  }

  @Test("the letters of a headline survive what is put between them")
  func survivors() throws {
    let text = try Fixture.text("glued-labels-hindi").replacing("सहमति", with: "सह\u{1B}[31mम\u{0}ति")
    #expect(try PageDumpParser().parse(text: text).title.contains("सहमति"))
  }

  @Test(
    "a page made to be slow is not", .timeLimit(.minutes(1)),
    arguments: [
      "ठळक मुद्दे", "क।", "By ", "Updated: ", "टॅग्स :", "भारत", "संबंधित खबरें\n", "(", "\u{1B}]", "क्", "| ", "👩‍", "- ", "a:b",
      "खेलक", "1. ",
    ])
  func slowPages(piece: String) throws {
    let text = try Fixture.text("plain-prose")
    let flood = String(repeating: piece, count: 60_000 / piece.utf8.count)
    for page in [
      flood, text + "\n" + flood, text + "\nटॅग्स :" + flood, text + "\nसंबंधित खबरें\n" + flood, "शीर्षक\nBy " + flood + text,
    ] {
      _ = try? PageDumpParser().parse(text: page)
    }
  }
}
