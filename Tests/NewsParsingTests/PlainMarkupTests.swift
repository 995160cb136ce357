import TestSupport
import Testing

@testable import NewsParsing

/// Plain markup is read without gumbo; the tree must be gumbo's.
@Suite(.inBackground) struct PlainMarkupTests {
  private func description(_ builder: HTMLTreeBuilder) -> String {
    let nodes = builder.nodes.map { "\($0)" }.joined(separator: "\n")
    let attributes = builder.attributes.map { "\($0)" }.joined(separator: "\n")
    let text = String(decoding: builder.text, as: UTF8.self) + "|" + String(decoding: builder.strings, as: UTF8.self)
    return nodes + "\n" + attributes + "\n" + text
  }

  /// Whether the shortcut took the fragment, after both were compared.
  @discardableResult
  private func check(_ html: String) -> Bool {
    var html = html
    return html.withUTF8 { utf8 in
      let isPlain = PlainMarkup(utf8) != nil
      let short = description(HTMLTreeBuilder(parsing: utf8, isFragment: true))
      let long = description(HTMLTreeBuilder(parsing: utf8, isFragment: true, allowsShortcut: false))
      #expect(short == long, "\(String(decoding: utf8, as: UTF8.self))")
      return isPlain
    }
  }

  @Test(
    "what feeds usually carry is plain, and its tree is the standard's",
    arguments: [
      "", "केवल पाठ", "<p>पहला।</p><p>दूसरा <b>मोटा</b> शब्द।</p>", " <p>पहला।</p>\n\n<p>दूसरा।</p>\n",
      "<p>राम &amp; श्याम &lt;१२&gt; &#39;हाँ&#39; &#x915;&nbsp;है</p>",
      "<p><a href=\"https://example.org/?a=1&amp;b=2\" title='एक \"दो\"'>कड़ी</a></p>",
      "<ul><li>एक</li><li>दो<ul><li>भीतर</li></ul></li></ul><ol start=\"3\"><li>तीन</li></ol>",
      "<figure><img src=\"a.jpg\" alt=\"नदी\"/><figcaption>नदी</figcaption></figure>",
      "<blockquote><p>उन्होंने कहा।</p></blockquote><h2>उपशीर्षक</h2><hr><div>खंड<br>नई पंक्ति<br/>और</div>",
      "<div><span><p>भीतर</p></span></div><b><p>मोटा अनुच्छेद</p></b>",
    ])
  func plain(html: String) {
    #expect(check(html))
  }

  @Test(
    "what the standard reads in a way of its own is left to gumbo",
    arguments: [
      "<p>एक<p>दो", "<p><div>x</div></p>", "<b><i>x</b></i>", "<a href=\"x\">एक<a href=\"y\">दो</a></a>", "<li>x</li>",
      "<ul><li>एक<li>दो</ul>", "<P>x</P>", "<p class=x>y</p>", "<p>&copy; &hearts;</p>", "<p>a & b</p>",
      "<!-- x --><p>y</p>",
      "<table><tr><td>x</td></tr></table>", "<p/>x", "</p>", "<br></br>", "<img a=\"1\" a=\"2\">", "<p>x\r\ny</p>",
      "<p>&#128;</p>",
      "<h2><h3>x</h3></h2>", "<p title=\"x\"class=\"y\">z</p>", "<p>x", "<ul>x<p>y</p></ul><i>", "a < b", "<>", "<p",
      "&#x110000;",
      "<p>&#xFFFE;</p>", "<p>\u{0}</p>", "<span/>x</span>",
    ])
  func notPlain(html: String) {
    check(html)
  }

  @Test("random markup, whole and damaged, has one tree on both ways, and much of it is plain")
  func random() {
    var random = FixedRandom(4)
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href=\"/x?a&amp;b\">", "</a>", "<ul>", "<li>", "</li>", "</ul>",
      "<br>", "<br/>",
      "<img src='a.jpg'>", "<div class=\"c\">", "</div>", "<span>", "</span>", "<h3>", "</h3>", "<blockquote>",
      "</blockquote>", "नदी ",
      "text", " ", "\n", "&amp;", "&#2344;", "&nbsp;", "<hr>", "&bogus;", "<em data-x=\"1\">", "</em>", "<figure>",
      "</figure>",
    ]
    var plainCount = 0
    for _ in 0..<4_000 {
      var html = ""
      var open: [String] = []
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        let piece = pieces.randomElement(using: &random) ?? ""
        // Mostly well formed: what was opened is closed.
        if piece.hasPrefix("</"), Int.random(in: 0..<8, using: &random) > 0 {
          if let last = open.popLast() { html += "</\(last)>" }
          continue
        }
        html += piece
        if piece.hasPrefix("<"), !piece.hasPrefix("</"), !["<br>", "<br/>", "<hr>"].contains(piece),
          !piece.hasPrefix("<img")
        {
          open.append(String(piece.dropFirst().prefix { $0.isLetter || $0.isNumber }))
        }
      }
      while let last = open.popLast() { html += "</\(last)>" }
      if check(html) { plainCount += 1 }
    }
    #expect(plainCount > 1_000, "\(plainCount)")
  }
}
