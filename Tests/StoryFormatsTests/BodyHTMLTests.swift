import Foundation
import NewsModel
import Testing

@testable import StoryFormats

@Suite("A body as HTML")
struct BodyHTMLTests {
  private func html(_ blocks: Block...) -> String { ArticleBody(blocks: blocks).html }

  @Test("an inner list stands inside of the item before it, and numbers make an ordered list")
  func lists() {
    #expect(
      html(
        Block(kind: .listItem, text: "क", marker: "1."), Block(kind: .listItem, text: "ख", level: 1),
        Block(kind: .listItem, text: "ग", level: 1), Block(kind: .listItem, text: "घ", marker: "२."),
        Block(kind: .paragraph, text: "अ"), Block(kind: .listItem, text: "च"))
        == "<ol><li>क<ul><li>ख</li><li>ग</li></ul></li><li>घ</li></ol><p>अ</p><ul><li>च</li></ul>")
    #expect(
      html(Block(kind: .listItem, text: "क", level: 2), Block(kind: .listItem, text: "ख"))
        == "<ul><li><ul><li><ul><li>क</li></ul></li></ul></li><li>ख</li></ul>")
    #expect(
      html(Block(kind: .listItem, text: "क"), Block(kind: .listItem, text: "ख", marker: "1."))
        == "<ul><li>क</li></ul><ol><li>ख</li></ol>")
  }

  @Test("quotations nest, and posts of different addresses stand apart")
  func quotations() {
    #expect(
      html(Block(kind: .quotation, text: "क"), Block(kind: .quotation, text: "ख", level: 1))
        == "<blockquote><p>क</p><blockquote><p>ख</p></blockquote></blockquote>")
    #expect(
      html(
        Block(kind: .quotation, text: "क", address: "https://a.example/1"),
        Block(kind: .quotation, text: "ख", address: "https://a.example/2"))
        == "<blockquote cite=\"https://a.example/1\"><p>क</p></blockquote><blockquote cite=\"https://a.example/2\"><p>ख</p></blockquote>"
    )
  }

  @Test("rows make a table whose first row is its head, lines of verse one preformatted element, pictures figures")
  func others() {
    #expect(
      html(
        Block(kind: .tableRow, text: "", cells: ["नाम", "अंक"]), Block(kind: .tableRow, text: "", cells: ["क", "<5"]))
        == "<table><tr><th>नाम</th><th>अंक</th></tr><tr><td>क</td><td>&lt;5</td></tr></table>")
    #expect(html(Block(kind: .preformatted, text: "क"), Block(kind: .preformatted, text: " ख")) == "<pre>क\n ख</pre>")
    #expect(
      html(Block(kind: .picture, text: "घाट", address: "https://a.example/x.jpg?a=1&b=\"2"))
        == "<figure><img src=\"https://a.example/x.jpg?a=1&amp;b=&quot;2\" alt=\"\"><figcaption>घाट</figcaption></figure>"
    )
    #expect(html(Block(kind: .picture, text: "")) == "<figure></figure>")
  }

  @Test("links stand on their words; those that lie, overlap or could run something do not stand at all")
  func links() {
    func link(_ start: Int, _ count: Int, _ address: String = "https://a.example/?a&b") -> BlockLink {
      BlockLink(startUTF8Offset: start, utf8Count: count, address: address)
    }
    let text = "क <ख> ग"
    #expect(
      html(Block(kind: .paragraph, text: text, links: [link(4, 5)]))
        == "<p>क <a href=\"https://a.example/?a&amp;b\">&lt;ख&gt;</a> ग</p>")
    let plain = "<p>क &lt;ख&gt; ग</p>"
    for lie in [
      link(-1, 3), link(0, 0), link(1, 3), link(0, Int.max), link(Int.max, 2), link(4, 2),
      link(0, 3, "javascript:alert(1)"),
      link(0, 3, "JaVaScript:x"), link(0, 3, "data:text/html,x"), link(0, 3, ""),
    ] {
      #expect(html(Block(kind: .paragraph, text: text, links: [lie])) == plain)
    }
    #expect(
      html(Block(kind: .paragraph, text: text, links: [link(0, 9), link(4, 5)])).components(separatedBy: "<a ").count
        == 2)
  }

  @Test("a depth that a stranger names does not decide how much is written")
  func depth() {
    let deep = html(
      Block(kind: .listItem, text: "क", level: Int.max), Block(kind: .quotation, text: "ख", level: Int.max))
    #expect(deep.utf8.count < 600)
  }
}
