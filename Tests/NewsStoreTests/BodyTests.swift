import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite struct BodyTests {
  @Test("a body of every kind of block comes back as it was")
  func coding() {
    let blocks = [
      Block(kind: .paragraph, text: "पहला अनुच्छेद।"), Block(kind: .subheading, text: "उपशीर्षक"),
      Block(kind: .listItem, text: "दूसरी बात", marker: "2.", level: 1), Block(kind: .listItem, text: ""),
      Block(kind: .quotation, text: "उन्होंने कहा।", level: 1, address: "https://example.org/post/1"),
      Block(kind: .picture, text: "", address: "https://example.org/a b.jpg"),
      Block(kind: .tableRow, text: "चना │ 5,400", cells: ["चना", "5,400", ""]), Block(kind: .preformatted, text: "  दोहा"),
      Block(
        kind: .paragraph, text: "यहाँ पढ़ें और यहाँ भी",
        links: [
          BlockLink(startUTF8Offset: 0, utf8Count: 15, address: "https://example.org/?a=1 2"),
          BlockLink(startUTF8Offset: 30, utf8Count: 3, address: "mailto:x@example.org"),
        ]),
      Block(kind: .paragraph, text: "\u{1C}^\u{1E}\u{1F}अ\u{1D}"), Block(kind: .tableRow, text: "", cells: ["", ""]),
    ]
    func coded(_ blocks: [Block]) -> [Block] {
      BodyCoding.blocks(of: String(decoding: BodyCoding.utf8(of: blocks), as: UTF8.self))
    }
    #expect(coded(blocks) == blocks)
    for block in blocks { #expect(coded([block]) == [block]) }
    #expect(coded([]) == [])
    for scalar in 0x18..<0x24 {
      for count in 0..<18 {
        // At every place in and around eight bytes.
        let text =
          String(repeating: "क", count: count % 6) + String(repeating: "a", count: count)
          + "\(Unicode.Scalar(UInt8(scalar)))"
        #expect(
          coded([Block(kind: .paragraph, text: text + "ख"), Block(kind: .listItem, text: text)]).map(\.text) == [
            text + "ख", text,
          ])
      }
    }
  }

  @Test("a store of the first schema keeps its texts in their order, and their kinds")
  func migration() async throws {
    try await withStorePath { path in
      _ = StoreFile.create(path)
      do {
        let connection = try Connection(path: path)
        try connection.runScript(Migrations.all[0].sql)
        try connection.runScript(
          """
          PRAGMA application_id = \(SchemaMigrator.applicationID); PRAGMA user_version = 1;
          INSERT INTO feed (id, title, title_key) VALUES ('pages:', '', '');
          INSERT INTO article (id, feed_row, identity, fingerprint, list_date, list_offset, is_dated, language, title,
            title_key, first_seen, first_seen_offset, url)
            VALUES ('00000000000000aa', 1, 'x', 0, 0, 0, 0, 'hi', 'शीर्षक', 'शीर्षक', 0, 0, 'https://example.org/1');
          INSERT INTO body_block (article_row, position, kind, text) VALUES (1, 2, 'listItem', 'तीसरा'),
            (1, 0, 'paragraph', 'पहला'), (1, 1, 'subheading', 'दूसरा'), (1, 3, 'quotation', 'चौथा');
          """)
      }
      let story = try await ArticleStore(path: path).story(ArticleID(rawValue: "00000000000000aa"))
      #expect(story?.article.body.blocks.map(\.text) == ["पहला", "दूसरा", "तीसरा", "चौथा"])
      #expect(story?.article.body.blocks.map(\.kind) == [.paragraph, .subheading, .listItem, .quotation])
      #expect(story?.article.completeness == .whole)
    }
  }
}
