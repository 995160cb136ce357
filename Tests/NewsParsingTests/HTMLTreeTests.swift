import Testing

@testable import NewsParsing

@Suite struct HTMLTreeTests {
  private func bodyOf(_ html: String) -> HTMLNode? {
    HTMLDocument(html).root.childElements.first { $0.tag == .body }
  }

  @Test func treeHasWhatTheStandardSaysWhateverTheMarkup() throws {
    let body = try #require(bodyOf("<!DOCTYPE html><p>एक<p>दो<table><b>तीन<tr><td>चार"))
    #expect(body.childElements.map(\.tag) == [.p, .p, .b, .table])
    #expect(body.text == "एकदोतीनचार")
    #expect(body.plainText == "एक दो तीन चार")
  }

  @Test func attributesAreFoundByCaseAndByName() throws {
    let div = try #require(
      bodyOf(#"<div CLASS=" lead  story " id=x data-Foo="a&amp;b" hidden></div>"#)?.childElements.first { _ in true })
    #expect(div.classes == ["lead", "story"])
    #expect(div.hasToken("story", in: .class))
    #expect(!div.hasToken("stor", in: .class))
    #expect(div.id == "x")
    #expect(div.attribute("data-foo") == "a&b")
    #expect(div.attribute("class") == " lead  story ")
    #expect(div[.hidden] == "")
    #expect(div[.href] == nil)
    #expect(div.attribute("data-bar") == nil)
    #expect(div.attributes.map(\.name) == ["class", "id", "data-foo", "hidden"])
  }

  @Test func elementsNobodyKnowsKeepTheirNames() throws {
    let body = try #require(bodyOf("<amp-img src=a></amp-img><My-Card note=1>क</my-card><keygen>"))
    #expect(body.childElements.map(\.tagName) == ["amp-img", "my-card", "keygen"])
    #expect(body.childElements.map(\.tag) == [.ampImg, .other, .other])
    #expect(body.childElements.map { $0.attribute("note") } == [nil, "1", nil])
    #expect(body.childElements.map { $0[.src] } == ["a", nil, nil])
  }

  @Test func scriptsAreNoTextButCanBeRead() throws {
    let body = try #require(
      bodyOf(
        "<p>क<script type='application/ld+json'>{\"a\":1}</script><style>p{}</style><!-- नोट --><template><p>x</template>ख"
      ))
    #expect(body.text == "कख")
    let script = try #require(body.descendants(.script).first { _ in true })
    #expect(script.text == "")
    #expect(script.rawText == "{\"a\":1}")
    // What comments and programs say is not kept, only that they are there.
    #expect(body.descendants.first { $0.record.kind == .comment }?.rawText == "")
    let page = HTMLDocument("<script>if (a<b) { x('<p>') }</script><p>क</p><!-- <p>ख</p> --><style>a{}</style>ग").root
    #expect(page.plainText == "क ग")
    #expect(page.descendants(.script).allSatisfy { $0.rawText.isEmpty })
  }

  @Test func walkCanSkipSubtreesAndClimb() throws {
    let body = try #require(bodyOf("<article><nav><a>न</a></nav><section><p>क</p></section></article>"))
    var seen: [HTMLTag] = []
    var walk = body.descendants
    while let node = walk.next() {
      if node.tag == .nav { walk.skip(node) }
      if node.isElement { seen.append(node.tag) }
    }
    #expect(seen == [.article, .nav, .section, .p])
    let p = try #require(body.descendants(.p).first { _ in true })
    #expect(p.closest(.article)?.tag == .article)
    #expect(p.closest(.p)?.index == p.index)
    #expect(p.closest(.table) == nil)
    #expect(p.ancestors.map(\.tag) == [.section, .article, .body, .html])
    #expect(p.parent?.nextSibling == nil)
    #expect(body.descendants(.nav).first { _ in true }?.nextSibling?.tag == .section)
  }

  @Test func everyElementIsNamedAsPagesNameIt() {
    #expect(HTMLTag.ampSocialShare.name == "amp-social-share")
    #expect(HTMLTag(name: "amp-iframe") == .ampIframe)
    #expect(HTMLTag(name: "var") == .var)
    #expect(HTMLTag(name: "none") == .other)
    #expect(HTMLTag(name: "figcaption") == .figcaption)
    #expect(HTMLAttribute.ariaHidden.name == "aria-hidden")
    #expect(HTMLAttribute.class.name == "class")
  }

  @Test func fragmentsAreParsedAsTheContentOfABody() {
    let root = HTMLDocument("पहले <p>क</p><li>ख", scope: .fragment).root
    #expect(root.tag == .html)
    #expect(root.plainText == "पहले क ख")
    #expect(HTMLDocument("", scope: .fragment).root.text == "")
    #expect(HTMLDocument("").root.childElements.map(\.tag) == [.head, .body])
  }
}
