import NewsModel
import Testing

@testable import NewsParsing

/// What a piece of HTML becomes. Written short: a kind's sign, a level where it is not 0, a marker, the text.
@Suite struct HTMLBodyTests {
  private func blocks(_ html: String, base: String? = "https://example.org/a/b.html") -> [String] {
    HTMLBody.body(ofFragment: html, baseURL: base).blocks.map(Self.spelled)
  }

  private static func spelled(_ block: Block) -> String {
    let sign =
      switch block.kind {
      case .paragraph: "P"
      case .subheading: "H"
      case .listItem: "L"
      case .quotation: "Q"
      case .picture: "I"
      case .tableRow: "T"
      case .preformatted: "V"
      }
    var parts = [sign + (block.level > 0 ? String(block.level) : "")]
    if let marker = block.marker { parts.append(marker) }
    if !block.text.isEmpty { parts.append(block.text) }
    if block.kind == .picture || block.kind == .quotation, let address = block.address { parts.append("@" + address) }
    return parts.joined(separator: " ")
  }

  @Test func blocksBeginAndEndWhereBrowsersBreakThem() {
    #expect(
      blocks("पहला<div>दूसरा <b>मोटा</b> शब्द</div>तीसरा<section><p>चौथा<p>पाँचवाँ</section>") == [
        "P पहला", "P दूसरा मोटा शब्द", "P तीसरा", "P चौथा", "P पाँचवाँ",
      ])
    #expect(blocks("<h2>शीर्षक</h2>पाठ<hr>और") == ["H शीर्षक", "P पाठ", "P और"])
  }

  @Test func blanksCollapseAsInBrowsers() {
    #expect(blocks("<p>  एक\n\t दो&nbsp;&nbsp;तीन <b> चार</b> <i>पाँच </i> । </p>") == ["P एक दो तीन चार पाँच ।"])
    #expect(blocks("<p>नम<wbr>स्ते</p><p> </p><p>&nbsp;</p>") == ["P नमस्ते"])
    #expect(blocks("<pre>  a\n    b\tc\n\n  d</pre>") == ["V   a", "V     b    c", "V   d"])
  }

  @Test func breaksPartParagraphsVerseOrNothing() {
    #expect(blocks("एक<br>दो") == ["P एक दो"])
    #expect(blocks("<p>एक<br><br>दो<br/> <br/>तीन</p>") == ["P एक", "P दो", "P तीन"])
    #expect(
      blocks("<p>नदी किनारे बैठा मन<br>गिनता अपनी लहरें<br>शाम उतर आई है</p>") == [
        "V नदी किनारे बैठा मन", "V गिनता अपनी लहरें", "V शाम उतर आई है",
      ])
    let long = "इस गाँव में बिजली पहुँचने में पूरे पंद्रह साल लग गए और अब जाकर लोगों ने राहत की साँस ली है।"
    #expect(blocks("<p>\(long)<br>\(long)</p>") == ["P \(long)", "P \(long)"])
  }

  @Test func listsKeepNumbersAndLevels() {
    #expect(blocks("<ol start=3><li>क<li value=7>ख<li>ग</ol>") == ["L 3. क", "L 7. ख", "L 8. ग"])
    #expect(
      blocks("<ol type=i><li>क<li>ख</ol><ol type=A><li>ग</ol><ol reversed><li>घ<li>च</ol>") == [
        "L i. क", "L ii. ख", "L A. ग", "L 2. घ", "L 1. च",
      ])
    #expect(blocks("<ul><li>क<ul><li>ख<ol><li>ग</ol></ul><li>घ</ul>") == ["L क", "L1 ख", "L2 1. ग", "L घ"])
    #expect(
      blocks("<ul><li><p>क</p><p>ख</p></li><li></li><li><div><a href=/x>ग</a></div></ul>") == ["L क", "P ख", "L ग"])
    #expect(blocks("<dl><dt>शब्द<dd>अर्थ</dl>") == ["P शब्द", "L अर्थ"])
    #expect(blocks("<li>अकेला</li>") == ["L अकेला"])
  }

  @Test func quotationsNestAndEmbedsKeepTheirAddress() {
    #expect(blocks("<blockquote><p>क</p><blockquote>ख</blockquote></blockquote>ग") == ["Q क", "Q1 ख", "P ग"])
    let post = """
      <blockquote class="twitter-tweet"><p lang="hi">बारिश शुरू <a href="https://t.co/x">pic</a></p>&mdash; नमूना (@namuna) \
      <a href="https://twitter.com/namuna/status/1">3 मार्च</a></blockquote><script async src="//platform.twitter.com/widgets.js"></script>
      """
    #expect(
      blocks(post) == [
        "Q बारिश शुरू pic @https://twitter.com/namuna/status/1",
        "Q — नमूना (@namuna) 3 मार्च @https://twitter.com/namuna/status/1",
      ])
    #expect(blocks("<p>उसने कहा <q>हाँ</q></p>") == ["P उसने कहा “हाँ”"])
  }

  @Test func picturesHaveCaptionOrWhatStandsForThem() {
    #expect(
      blocks("<figure><img src=/p.jpg alt='पुल'><figcaption>नया <b>पुल</b> | तस्वीर: नमूना</figcaption></figure>") == [
        "I नया पुल | तस्वीर: नमूना @https://example.org/p.jpg"
      ])
    #expect(blocks("<p><img src=p.jpg alt='पुल'>पाठ</p>") == ["I पुल @https://example.org/a/p.jpg", "P पाठ"])
    #expect(blocks("<p>पहले <img src=p.jpg> बाद में।</p>") == ["P पहले बाद में।", "I @https://example.org/a/p.jpg"])
    #expect(blocks("<p>हँसी <img class=emoji src=x.png alt='😀'> आई</p>") == ["P हँसी 😀 आई"])
    #expect(blocks("<img src=p.jpg alt='IMG_2041.jpg'>") == ["I @https://example.org/a/p.jpg"])
  }

  @Test func countersAndStandInsAreNoPictures() {
    #expect(
      blocks("<img src='http://a.example/c.gif' width=1 height=1><img src=/i/spacer.gif><img src='javascript:x'><img>")
        .isEmpty)
    #expect(blocks("<img style='width: 1px; height:1px' src='http://a.example/t'>").isEmpty)
    #expect(blocks("<img src='data:image/gif;base64,R0' data-src='/echt.jpg'>") == ["I @https://example.org/echt.jpg"])
    #expect(
      blocks("<img src='data:image/gif;base64,R0' srcset='/k.jpg 320w, /g,2.jpg 1280w'>") == [
        "I @https://example.org/g,2.jpg"
      ])
    #expect(
      blocks("<img src='data:image/gif;base64,R0' alt='पुल'><noscript><img src=/n.jpg alt='पुल'></noscript>") == [
        "I पुल @https://example.org/n.jpg"
      ])
    #expect(
      blocks("<img src='/n.jpg'><noscript><img src=/n.jpg></noscript><noscript>जावास्क्रिप्ट चलाएँ</noscript>") == [
        "I @https://example.org/n.jpg"
      ])
    #expect(
      blocks("<picture><source srcset='/w.webp 2x'><img alt='पुल'></picture>") == ["I पुल @https://example.org/w.webp"])
  }

  @Test func tablesOfDataAreRows() throws {
    let body = HTMLBody.body(
      ofFragment: """
        <table><caption>मंडी भाव</caption><thead><tr><th>फ़सल<th>भाव</thead><tr><td>गेहूँ<td><a href=/g>2,300</a> रु.
        <tr><td colspan=2>कल बंद<tr><td rowspan=2>चना<td>1<tr><td>2</table>
        """, baseURL: "https://example.org/")
    #expect(
      body.blocks.map(Self.spelled) == [
        "P मंडी भाव", "T फ़सल │ भाव", "T गेहूँ │ 2,300 रु.", "T कल बंद │ ", "T चना │ 1", "T  │ 2",
      ])
    let row = body.blocks[2]
    #expect(row.cells == ["गेहूँ", "2,300 रु."])
    let link = try #require(row.links.first)
    #expect(text(of: link, in: row) == "2,300")
    #expect(link.address == "https://example.org/g")
  }

  @Test func tablesThatLayOutThePageAreWalkedLikeBlocks() {
    #expect(blocks("<table><tr><td><p>क</p><p>ख</p><ul><li>ग</ul></table>") == ["P क", "P ख", "L ग"])
    #expect(blocks("<table role=presentation><tr><td>क<td>ख</table>") == ["P क", "P ख"])
    #expect(blocks("<table><tr><td><table><tr><td>क<td>ख</table><td>ग</table>") == ["T क │ ख", "P ग"])
  }

  @Test func whatIsNotToBeSeenIsLeftOut() {
    #expect(
      blocks(
        """
        <style>p{}</style><script>x</script><p hidden>क</p><p style="DISPLAY : none">ख</p><span aria-hidden=true>ग</span>
        <template>घ</template><!-- च --><form><input value=छ><button>ज</button><select><option>झ</select><textarea>ट</textarea></form>ठ
        """) == ["P ठ"])
    #expect(blocks("<details><summary>शीर्ष</summary>भीतर</details>") == ["P शीर्ष", "P भीतर"])
  }

  @Test func textIsInNormalFormAndHoldsNoControls() {
    #expect(blocks("<p>क\u{1B}[31mख&#27;]0;x&#7;ग\u{200B}घ\u{AD}&#x95B;</p>") == ["P कखगघज\u{93C}"])
    #expect(blocks("<p>र्\u{200D}य क्\u{200C}ष \u{202E}उलटा</p>") == ["P र्\u{200D}य क्\u{200C}ष उलटा"])
    #expect(blocks("<p>न<b>\u{93C}</b></p>") == ["P \u{929}"])
    #expect(blocks("<p>a\u{85}b\u{2028}c</p>") == ["P a b c"])
    #expect(blocks("10<sup>6</sup> H<sub>2</sub>O 1<sup>st</sup>") == ["P 10⁶ H2O 1st"])
    #expect(blocks("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>") == ["P 漢 (かん)"])
  }

  @Test func linksLeadSomewhereAndNeverSplitAClumpOfLetters() throws {
    let body = HTMLBody.body(
      ofFragment: """
        <p><a href="../x?a=1&amp;b=2">एक</a> <a href="javascript:alert(1)">दो</a> <a href="#n">तीन</a> \
        <a href=" mailto:a@example.org ">चार</a> क<a href="https://e.example/">्षा</a> <a href="//h.example/ü">\u{200B}पाँच</a></p>
        """, baseURL: "https://example.org/a/b/c.html")
    let block = try #require(body.blocks.first)
    #expect(block.text == "एक दो तीन चार क्षा पाँच")
    #expect(
      block.links.map(\.address) == [
        "https://example.org/a/x?a=1&b=2", "mailto:a@example.org", "https://e.example/", "https://h.example/%C3%BC",
      ])
    #expect(block.links.map { text(of: $0, in: block) } == ["एक", "चार", "क्षा", "पाँच"])
  }

  @Test func linksGoOnOverSeveralBlocks() {
    let body = HTMLBody.body(ofFragment: "<a href='https://e.example/'><p>क</p><p>ख</p></a>ग", baseURL: nil)
    #expect(body.blocks.map { $0.links.count } == [1, 1, 0])
  }

  @Test func playersAreLinesThatLeadToThem() throws {
    let body = HTMLBody.body(
      ofFragment: """
        <p>क</p><iframe width=560 height=315 src="https://www.youtube.com/embed/dQw4_-9?rel=0" title="भाषण"></iframe>
        <iframe src="https://ad.doubleclick.net/x"></iframe><video controls><source src=/v.mp4></video><iframe width=0 src=/t></iframe>
        """, baseURL: "https://example.org/")
    #expect(body.blocks.map(\.text) == ["क", "भाषण", "https://example.org/v.mp4"])
    #expect(body.blocks[1].links.first?.address == "https://www.youtube.com/watch?v=dQw4_-9")
  }

  @Test func plainTextIsParagraphs() {
    #expect(
      HTMLBody.body(ofPlainText: "एक <b>\n\n दो\tतीन \r\nचार\u{1B}[0m").blocks.map(\.text) == ["एक <b>", "दो तीन", "चार"])
    #expect(HTMLBody.body(of: MarkedText("a & b", kind: .html)).blocks.map(\.text) == ["a & b"])
    #expect(HTMLBody.body(ofFragment: "", baseURL: nil).blocks.isEmpty)
  }

  private func text(of link: BlockLink, in block: Block) -> String {
    String(
      decoding: Array(block.text.utf8)[link.startUTF8Offset..<link.startUTF8Offset + link.utf8Count], as: UTF8.self)
  }
}
