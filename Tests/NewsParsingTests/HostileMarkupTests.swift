import TestSupport
import Testing

@testable import NewsParsing

/// Markup built to make a parser work without measure. What is linear is done in a moment; what is not takes minutes.
@Suite(.inBackground) struct HostileMarkupTests {
  static let patterns: [(name: String, head: String, repeated: String)] = [
    ("nested blocks", "", "<div>"), ("nested blocks with text", "", "<div>क"), ("nested tables", "", "<table><tr><td>"),
    ("tables without cells", "", "<table><tr>"), ("nested lists", "", "<ul><li>"), ("items only", "", "<li>x"),
    ("unclosed formatting", "", "<b>x<p>"), ("unlike formatting", "", "<font color=#>x<p>"),
    ("links in links", "", "<a href=#>x"),
    ("formatting closed across blocks", "", "<b><p></b>"), ("adoption", "", "<a><div></a>"), ("paragraphs", "", "<p>x"),
    ("spans", "", "<span>x"), ("unknown elements", "", "<x-#>y"), ("comments without end", "", "<!--"),
    ("scripts without end", "", "<script>"), ("text areas without end", "", "<textarea>"),
    ("attributes", "<div ", "a#=1 "),
    ("same attribute", "<div ", "a=1 "), ("bodies", "", "<body a#=1>"), ("html elements", "", "<html a#=1>"),
    ("vector graphics", "<svg>", "<p-#>"), ("items in vector graphics", "<svg>", "<li>"),
    ("formulas", "<math>", "<mi>"),
    ("scripts in vector graphics", "<svg><script>", "<g>"), ("selects", "", "<select><option>"),
    ("templates", "", "<template>"),
    ("cells in templates", "", "<template><td>"), ("rows out of place", "<table>", "<tr>x<td>"),
    ("text in tables", "<table>", "x<b>"),
    ("framesets", "", "<frameset>"), ("end tags only", "", "</div>"), ("end tags of paragraphs", "", "</p>"),
    ("NUL bytes", "", "\0"),
    ("NUL in tags", "", "<a\0 b\0=\0>"), ("ampersands", "", "&"), ("half entities", "", "&#x"),
    ("open angle brackets", "", "<"),
    ("declarations", "", "<!x>"), ("processing instructions", "", "<?x>"), ("character data", "<svg>", "<![CDATA["),
    ("headings", "", "<h1>x"), ("buttons", "", "<button>x"), ("forms", "", "<form>x"), ("ruby", "", "<ruby><rt>"),
    ("definitions", "", "<dd>x"),
    ("objects", "", "<object>"), ("marquees", "", "<marquee><b>"), ("captions", "<table>", "<caption><table>"),
    ("no breaks", "", "<nobr>x"),
    ("frames in no script", "", "<noscript><iframe>"), ("foreign objects", "<svg>", "<foreignObject><p><svg>"),
    ("column groups", "<table>", "<colgroup><col>"), ("plain text", "", "<plaintext>x"),
    ("end of body", "", "</body>x<p>"),
    ("empty ends", "", "</>"), ("quotes", "<a b=", "\"'"),
    ("annotations", "<math>", "<annotation-xml encoding='text/html'><div>"),
  ]

  static func page(_ pattern: (name: String, head: String, repeated: String), utf8Count: Int) -> String {
    let repeated = pattern.repeated
    var page = pattern.head
    page.reserveCapacity(utf8Count + 64)
    var number = 0
    let parts = repeated.split(separator: "#", omittingEmptySubsequences: false)
    while page.utf8.count < utf8Count {
      for (index, part) in parts.enumerated() {
        if index > 0 { page += String(number) }
        page += part
      }
      number += 1
    }
    return page
  }

  @Test("a text without end is cut once, between characters, and says so by an ellipsis")
  func textWithoutEnd() {
    let long = String(repeating: "खेत में पानी है। ", count: 230_000)
    let document = HTMLDocument("<p>\(long)</p><p>अंत</p><p>अंत</p>")
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(document.isReduced && document.text.count <= 8 << 20 + 3)
    #expect(text.hasSuffix("…") && !text.dropLast().contains("…") && !text.contains("\u{FFFD}"))
    #expect(long.hasPrefix(text.dropLast()))
    #expect(!HTMLDocument("<p>\(long.prefix(1_000))</p>").text.contains(0xE2))
  }

  @Test(arguments: HostileMarkupTests.patterns.map(\.name))
  func isDoneInAMoment(_ name: String) throws {
    let pattern = try #require(Self.patterns.first { $0.name == name })
    for scope in [HTMLDocument.Scope.page, .fragment] {
      let page = Self.page(pattern, utf8Count: 300_000)
      let taken = computingTime { _ = HTMLDocument(page, scope: scope).root.plainText }
      #expect(taken < .seconds(20), "\(name): \(taken)")
    }
  }
}
