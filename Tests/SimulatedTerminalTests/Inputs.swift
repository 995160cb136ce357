import Foundation
import Ingestion
import NewsModel
import NewsParsing
import Screen
import TestSupport

/// Stories to be shown: good ones, and such as nobody would write.
enum Inputs {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The bundled sample edition; each story names the next one, which so can be opened from it.
  static let sampleEdition: [Story] = {
    let pages = texts(in: "Sources/ReaderApp/SampleEdition", extension: "txt")
    var stories = pages.compactMap(story(ofPage:))
    for index in stories.indices where !stories[index].article.links.isEmpty {
      stories[index].article.links[0].target = stories[(index + 1) % stories.count].id
    }
    return stories
  }()

  static let themes: [Theme] = texts(in: "themes", extension: "yaml").compactMap {
    try? ThemeParser.parse($0, file: "").theme
  }

  /// What a saved page says; nil for one that is refused.
  static func story(ofPage text: String) -> Story? {
    guard let page = try? PageDumpParser().parse(text: text) else { return nil }
    return Story(
      article: provisionalArticle(from: page), source: page.publisher ?? "", state: ReadingState(isRead: false))
  }

  /// Stories in which the strings stand wherever a publisher can put text, ten to a story.
  static func stories(of strings: [String]) -> [Story] {
    stride(from: 0, to: strings.count, by: 10).map { start in
      let part = Array(strings[start..<min(start + 10, strings.count)])
      func text(_ index: Int) -> String { part[index % part.count] }
      var article = Article.fixture(
        text(0), identity: "\(start)", date: Desk.now.adding(seconds: -60 * Int64(start)), section: text(1),
        paragraphs: part + [part.joined(separator: " "), part.joined()], tags: Array(part.prefix(4)),
        related: [text(4), text(5)], moreFrom: [text(6)])
      article.dek = text(2)
      article.authors = [text(7), text(8)]
      article.credit = text(9)
      article.highlights = [Highlight(text: text(3)), Highlight(text: text(6))]
      article.body.blocks[0].kind = .subheading
      article.body.blocks[part.count - 1].kind = .quotation
      article.body.blocks += blocks(of: part)
      return Story(article: article, source: text(5), state: ReadingState(isRead: false))
    }
  }

  /// The strings as blocks of every kind, each of them a link from its beginning to its end.
  private static func blocks(of strings: [String]) -> [Block] {
    var blocks = strings.enumerated().map { index, text in
      Block(kind: .listItem, text: text, marker: index % 3 == 0 ? nil : strings[0], level: index % 4)
    }
    blocks += strings.enumerated().map { Block(kind: .quotation, text: $1, level: $0 % 3) }
    blocks += strings.map { Block(kind: .picture, text: $0) }
    blocks += stride(from: 0, to: strings.count, by: 2).map { start in
      Block(
        kind: .tableRow, text: "", cells: strings[start..<min(start + 2, strings.count)].map { String($0.prefix(12)) })
    }
    blocks.append(Block(kind: .paragraph, text: ""))
    blocks.append(Block(kind: .tableRow, text: "", cells: strings))
    blocks += strings.map { Block(kind: .preformatted, text: "  " + $0 + "   " + $0) }
    for index in blocks.indices {
      let count = blocks[index].text.utf8.count
      blocks[index].links = [BlockLink(startUTF8Offset: 0, utf8Count: count, address: "https://example.org/\(index)")]
    }
    return blocks
  }

  /// Many words in few stories: paragraphs of thirty.
  static func stories(ofWords words: [String]) -> [Story] {
    let paragraphs = stride(from: 0, to: words.count, by: 30).map {
      words[$0..<min($0 + 30, words.count)].joined(separator: " ")
    }
    return stride(from: 0, to: paragraphs.count, by: 5).map { start in
      let part = Array(paragraphs[start..<min(start + 5, paragraphs.count)])
      let title = String(part[0].prefix(60))
      return Story(
        article: .fixture(
          title, identity: "words \(start)", date: .fixture.adding(seconds: -Int64(start)), paragraphs: part),
        source: "", state: ReadingState(isRead: false))
    }
  }

  /// Pages of a newspaper, the collections of strings in ``hostileStrings``' company, and contested words; only ours where there are no others.
  static let seedPages = ((try? SharedData.seedPages()) ?? []).compactMap(story(ofPage:))
  static let hostileStories = stories(
    of: hostileStrings + ((try? SharedData.naughtyStrings()) ?? []) + ((try? SharedData.terminalAttacks()) ?? []))
  static let wordStories = stories(ofWords: (try? SharedData.contestedWords()) ?? [])

  private static func texts(in folder: String, extension: String) -> [String] {
    let folder = package.appendingPathComponent(folder)
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == `extension` }.sorted { $0.path < $1.path }.compactMap {
      try? String(contentsOf: $0, encoding: .utf8)
    }
  }
}

extension Inputs {
  /// Strings that break screens: controls, what joins, hides, reorders and widens, and what is longer than any row.
  static let hostileStrings: [String] = [
    // Controls, and what would be obeyed if a control got through.
    "\u{1B}[2J\u{1B}[Hसाफ़", "\u{1B}]0;नाम\u{7}शीर्षक", "घंटी\u{7}\u{8}\u{8}", "टैब\tऔर\r\nपंक्ति", "\u{9B}31mलाल", "\u{90}q\u{9C}",
    "\u{7F}\u{0}मिटा", "\u{1B}", "[31m",
    // Marks and joiners in strange places.
    "िकल", "क ि", "\u{94D}\u{93C}", "\u{200D}\u{200C}", "क\u{200D}त", "र्\u{200D}क", "क्\u{200C}ष", "कािीु", "क़ाड़ीं",
    "अ\u{301}\u{20DD}",
    "क्ष्म्य्र्त्स्न्य", "क" + String(repeating: "ा", count: 40), "a" + String(repeating: "\u{323}\u{301}", count: 40),
    // Letters of other scripts: conjuncts, prefixed letters, loose jamo, kana with loose voicing, vowels that space.
    "ശ്രീ സ്ത്രീ ൎക", "ক্ষমতা নির্বাচন", "தமிழ்நாடு க்ஷ ஸ்ரீ", "ශ්‍රී ලංකා", "దేశం స్త్రీ", "ภาษาไทย กำ น้ำ", "ພາສາລາວ ນໍ້າ", "မြန်မာ", "ខ្មែរ",
    "བོད་སྐད", "الأخبار ﷺ لا", "עברית", "각 한글 각", "aᅡ", "ｶﾞｷﾞ 全角ＡＢＣ", "漢字ひらがな", "ᅠㅤﾠ", "\u{600}१२", "𑂽𑂩𑂹𑂩",
    // Pictures.
    "👍🏽 👩🏾‍🚀", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "🇮🇳🇳", "❤️ ❤︎ ☎️ ☎", "1️⃣#️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "↔️↗︎", "🀄🃏", "⌚⏰☔",
    // What hides or turns round; what is nothing; what is no character.
    "\u{202E}उल्टा\u{202C}", "\u{2066}क\u{2069}\u{200F}", "शू\u{200B}न्य\u{FEFF}\u{2060}", "so\u{AD}ft", "\u{E000}\u{F8FF}",
    "\u{FFFE}\u{FFFF}\u{FFFD}",
    "\u{2028}\u{2029}\u{85}", "", " ", "\u{3000}\u{2003}\u{A0}",
    // What looks like our own lines and marks, and signs that may be wide.
    "│─┼┌┐ ▌●★◌", "╯°□°）╯︵ ┻━┻", "…‥—―“”‘’·•×÷±§¶°№℃Ω", "①②③ ⅓ Ⅳ",
    // Longer than any row.
    String(repeating: "अनुच्छेद", count: 60), String(repeating: "x", count: 500), String(repeating: "漢", count: 150),
    String(repeating: "👨‍👩‍👧", count: 60), String(repeating: "क्\u{200D}ष", count: 100),
  ]
}
