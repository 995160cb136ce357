import Foundation
import TestSupport
import Testing

@testable import NewsParsing

@Suite(.inBackground) struct JSONReaderTests {
  @Test func `What RFC 8259 allows is read without a repair`() {
    let result = JSONReader.read(
      #" { "a" : [1, -2.5e3, true, false, null, {}, []], "b\u0905\ud83d\ude00": "x\"\\\/\b\f\n\r\ty", "c": "", "a": "last" } "#
    )
    #expect(result.repairs.isEmpty)
    let value = result.values.first
    #expect(value?["a"] == .string("last"))
    #expect(value?["bअ😀"] == .string("x\"\\/\u{8}\u{C}\n\r\ty"))
    #expect(
      JSONReader.read("[1, -2.5e3, true, {}]").values == [
        .array([.number("1"), .number("-2.5e3"), .bool(true), .object([])])
      ])
    #expect(JSONReader.read("null").values == [.null])
    #expect(JSONReader.read("").values.isEmpty)
  }

  @Test func `What looks like a fault inside a string is text`() {
    for text in ["// no comment", "<!-- no -->", "a, b: {c} [d]", "/* */", "]]>", "it's", "शीर्षक: \\\"उद्धरण\\\", आगे"] {
      let result = JSONReader.read("{\"t\": \"\(text)\", \"u\": 1}")
      #expect(result.values.first?["t"] == .string(text.replacingOccurrences(of: "\\\"", with: "\"")))
      #expect(result.values.first?["u"] == .number("1"))
      #expect(result.repairs.isEmpty)
    }
  }

  @Test(arguments: [
    "// note\n{\"a\": \"x\", \"b\": 1}", "/* note */ {\"a\": \"x\", /* in */ \"b\": 1 // end\n}",
    "<!-- {\"a\": \"x\", \"b\": 1} -->", "<!-- words -->\n{\"a\": \"x\", \"b\": 1}",
    "<!--\n{\"a\": \"x\", \"b\": 1}\n//-->",
    "//<![CDATA[\n{\"a\": \"x\", \"b\": 1}\n//]]>", "<![CDATA[{\"a\": \"x\", \"b\": 1}]]>",
    "/*<![CDATA[*/{\"a\": \"x\", \"b\": 1}/*]]>*/", "{\"a\": \"x\", \"b\": 1,}", "{\"a\": \"x\",, \"b\": 1}",
    "{\"a\": \"x\"\n \"b\": 1}", "{'a': 'x', 'b': 1}", "{a: \"x\", b: 1}", "{\"a\": \"x\", \"b\": 1};",
    "window.story = {\"a\": \"x\", \"b\": 1};", "\u{FEFF}{\"a\": \"x\", \"b\": 1}", "{\"a\": \"x\", \"b\": 1",
    "{\"a\": \"x\", \"b\": 1]", "{\"a\": x, \"b\": 1}",
  ])
  func `Broken JSON says what was meant`(text: String) {
    let result = JSONReader.read(text)
    #expect(result.values.first?["a"] == .string("x"))
    #expect(result.values.first?["b"] == .number("1"))
    #expect(!result.repairs.isEmpty || text.hasPrefix("\u{FEFF}"))
  }

  @Test func `Quotation marks and line breaks in a string do not end it`() {
    let result = JSONReader.read(
      "{\"headline\": \"मंत्री बोले \"काम जारी है\", विपक्ष नाराज़\", \"text\": \"एक\n\tदो\u{1}\", \"end\": \"\"वाह\"\"}")
    let value = result.values.first
    #expect(value?["headline"] == .string("मंत्री बोले \"काम जारी है\", विपक्ष नाराज़"))
    #expect(value?["text"] == .string("एक\n\tदो\u{1}"))
    #expect(value?["end"] == .string("\"वाह\""))
    #expect(result.repairs.isSuperset(of: [.quotationMark, .controlCharacter]))
  }

  @Test func `Several values in one text are all read`() {
    #expect(
      JSONReader.read("{\"a\": 1}\n{\"a\": 2}, {\"a\": 3}").values.map { $0["a"] }
        == ["1", "2", "3"].map { .number($0) })
  }

  @Test func `Hostile nesting, half pairs and endless openings end soon`() {
    for unit in [
      "[", "{\"a\":", "<!--", "/*", "\"", "{\"a\":\"\\", "[\"a\" ", "'", "[,", "//<![CDATA[", "{\"a\" \n", "\\u", "{:",
    ] {
      let time = computingTime { _ = JSONReader.read(String(repeating: unit, count: 200_000)) }
      #expect(time < .seconds(8), "\(unit)")
    }
    #expect(
      JSONReader.read("[\"\\ud800\", \"\\udc00x\"]").values == [.array([.string("\u{FFFD}"), .string("\u{FFFD}x")])])
  }
}
