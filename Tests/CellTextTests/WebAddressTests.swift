import TestSupport
import Testing

@testable import CellText

@Suite("Web addresses", .inBackground)
struct WebAddressTests {
  private func addresses(_ text: String) -> [String] {
    ClusterScanner.scanning(text) { scanner in
      WebAddresses.ranges(scanner.utf8).map { String(decoding: scanner.utf8[$0], as: UTF8.self) }
    }
  }

  /// The text with `|` where a line may end and `~` where it may reluctantly.
  private func marked(_ text: String) -> String {
    var result = ""
    var start = text.startIndex
    for opportunity in LineBreaker(language: "hi").opportunities(in: text) {
      let end = text.utf8.index(text.startIndex, offsetBy: opportunity.utf8Offset)
      result += text[start..<end]
      if end < text.endIndex { result += opportunity.isReluctant ? "¦" : "|" }
      start = end
    }
    return result
  }

  static let sentences: [(text: String, address: String)] = [
    ("देखें https://example.org/desh पर", "https://example.org/desh"),
    ("(https://example.org/desh)", "https://example.org/desh"),
    ("स्रोत: https://example.org/desh।", "https://example.org/desh"),
    ("“https://example.org/desh” देखें", "https://example.org/desh"),
    ("https://example.org/a, फिर", "https://example.org/a"), ("https://example.org/a.", "https://example.org/a"),
    ("https://example.org/a?", "https://example.org/a"), ("https://example.org/a…", "https://example.org/a"),
    ("https://example.org/a।फिर", "https://example.org/a"), ("देखें:https://example.org/a", "https://example.org/a"),
    ("<https://example.org/a>", "https://example.org/a"), ("[https://example.org/a]", "https://example.org/a"),
    ("https://example.org/नदी_(गीत)", "https://example.org/नदी_(गीत)"),
    ("(https://example.org/नदी_(गीत))।", "https://example.org/नदी_(गीत)"),
    ("https://ख़बर.भारत/देश/नदी।", "https://ख़बर.भारत/देश/नदी"), ("ख़बर.भारत/देश", "ख़बर.भारत/देश"),
    ("khabar.example/desh।", "khabar.example/desh"),
    ("(www.example.org),", "www.example.org"), ("pata@example.org", "pata@example.org"),
    ("ई-मेल: (pata@example.org)।", "pata@example.org"),
    ("mailto:pata@example.org", "pata@example.org"), ("संपादक@ख़बर.भारत पर", "संपादक@ख़बर.भारत"),
    ("ftp://example.org/a", "ftp://example.org/a"),
  ]

  @Test("an address is what stands between the sentence's brackets, quotes and stops", arguments: sentences.indices)
  func delimited(index: Int) {
    #expect(addresses(Self.sentences[index].text) == [Self.sentences[index].address])
  }

  @Test(
    "what only looks a little like an address is none",
    arguments: [
      "और/या", "24/7", "3/4", "@sarpanch", "क@ख", "सुबह:शाम", "://", "http://", "गया.फिर/वह", "1.5/2.5", "/", "@", "w",
      "www", "a@b", "km/h",
      "एक.दो@तीन",
    ])
  func others(text: String) {
    #expect(addresses(text).isEmpty)
  }

  @Test("an address breaks after slashes and before its questions, elsewhere only reluctantly, and not in the scheme")
  func breaks() {
    #expect(
      marked("देखें https://example.org/a-b/c?d=1&e=2 पर") == "देखें |https://example.org/|a¦-b/|c|?d¦=1|&e¦=2 |पर")
    #expect(
      marked("https://example.org/desh/gaon-mein-pani_aaya#mukhya.")
        == "https://example.org/|desh/|gaon¦-mein¦-pani¦_aaya|#mukhya.")
    #expect(marked("ई-मेल pata.nayi-dilli@example.org पर।") == "ई-|मेल |pata.nayi¦-dilli¦@example.org |पर।")
    #expect(marked("ख़बर.भारत पर") == "ख़बर.भारत |पर")
    #expect(marked("https://ख़बर.भारत/देश/नदी।") == "https://ख़बर.भारत/|देश/|नदी।")
    #expect(marked("(https://example.org/a/)। फिर") == "(https://example.org/|a/)। |फिर")
  }

  @Test("percent-encoded Hindi breaks between its characters, never inside one")
  func encoded() {
    #expect(
      marked("https://example.org/%E0%A4%B9%E0%A4%BF%E0%A4%A8/%e0%a4%95 पर")
        == "https://example.org/|%E0%A4%B9¦%E0%A4%BF¦%E0%A4%A8/|%e0%a4%95 |पर")
    #expect(marked("https://example.org/a%20b%2Fc") == "https://example.org/|a¦%20b¦%2Fc")
  }

  @Test(
    "lines of a long address join to the address again, without a hyphen, at every width",
    arguments: WidthModel.named.map(\.name))
  func wrapped(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let word = "%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80"
    let address =
      "https://example.org/khabar/\(word)-\(word)?utm_source=patra&utm_medium=dak&id=0123456789abcdef0123456789abcdef#bhag-2"
    for columns in 1...120 {
      let lines = TextWrapper(model: model).lines([TextRun("\(address)।", .body)], columns: columns).map(\.text)
      #expect(lines.joined() == "\(address)।")
      guard columns >= 3 else { continue }
      for (line, next) in zip(lines, lines.dropFirst()) {
        let isCut = ClusterScanner.scanning(line + next) { WebAddresses.isInsideEscape($0.utf8, line.utf8.count) }
        #expect(!isCut, "\(columns): \(line) / \(next)")
        #expect(next != "।", "\(columns): \(line) / \(next)")
        // The longest piece that has no better place, a hyphen and one encoded character, has ten columns.
        if columns >= 10 { #expect(!line.hasSuffix("-"), "\(columns): \(line) / \(next)") }
      }
    }
  }
}
