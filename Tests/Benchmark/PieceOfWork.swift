import CellText
import Foundation
import IndicText
import Ingestion
import NewsModel
import NewsParsing
import NewsStore
import ReaderUI
import Screen
import TestSupport

/// Something that khabar does all the time, on a small input that is always the same.
///
/// What is prepared is not part of it: whoever counts takes the difference between doing it once and twice.
struct PieceOfWork: Sendable {
  var name: String
  var prepared: @Sendable () async throws -> () async throws -> Void

  static let all: [PieceOfWork] = [
    PieceOfWork(name: "feed") {
      let bytes = Array(feed(storyCount: 20).utf8)
      return {
        let parsed = try FeedParser.parse(bytes, contentType: nil, baseURL: "https://e.example/feed.xml")
        precondition(parsed.items.count == 20)
      }
    },
    PieceOfWork(name: "body") {
      var maker = FeedBodies(seed: 7)
      let body = maker.body(utf8Count: 20_000)
      return { precondition(HTMLBody.body(ofFragment: body, baseURL: "https://e.example/").blocks.count > 10) }
    },
    PieceOfWork(name: "page") {
      let html = page()
      return {
        let article = try ArticleExtractor().extract(html, url: "https://e.example/a")
        precondition(article.title.contains("नहर"))
      }
    },
    PieceOfWork(name: "dump") {
      let text = dump(number: 1)
      return {
        let article = try PageDumpParser().parse(text: text)
        precondition(article.title.contains("नहर"))
      }
    },
    PieceOfWork(name: "fold") {
      let text = prose(utf8Count: 50_000)
      return { precondition(SearchKey.fold(text).utf8.count > 10_000) }
    },
    PieceOfWork(name: "wrap") {
      let text = prose(utf8Count: 50_000)
      let wrapper = TextWrapper(model: .spacingMarks, language: "hi")
      return { precondition(wrapper.lines([TextRun(text, .body)], columns: 70).count > 100) }
    },
    // What the keys themselves take; what is done after the last one, while there is time, is the next piece.
    PieceOfWork(name: "keys") {
      var reader = HeadlessReader(stories: Desk.many(200))
      reader.hasTime = false
      let view = ReaderView()
      return {
        for _ in 0..<5 {
          reader.press("down")
          precondition(view.frame(reader.state).buffer.size.rows == 24)
        }
        reader.press("home")
      }
    },
    PieceOfWork(name: "prepare") {
      var reader = HeadlessReader(stories: Desk.many(200))
      reader.hasTime = false
      return {
        for _ in 0..<5 {
          reader.press("down")
          reader.send(.layOutMore)
        }
      }
    },
    PieceOfWork(name: "open") {
      var reader = HeadlessReader(rows: 35, columns: 120, stories: Desk.many(50))
      let view = ReaderView()
      return {
        reader.press("enter")
        precondition(view.frame(reader.state).buffer.size.rows == 35)
        reader.press("backspace", "down")
      }
    },
    PieceOfWork(name: "store") {
      let store = try ArticleStore.inMemory()
      var number = 0
      return {
        for _ in 0..<3 {
          number += 1
          _ = await PageImporter(store: store).importPage(
            Array(dump(number: number).utf8), named: "\(number).txt", now: now)
        }
        try await StoryIndexing(store: store).indexAll()
      }
    },
    PieceOfWork(name: "list") {
      let store = try await filledStore()
      // Once is a million: what the runtime does for threads now and then would be a tenth of it.
      return {
        for _ in 0..<20 {
          let page = try await store.headlines(HeadlineQuery(), start: 0, limit: 50)
          precondition(page.rows.count == 12)
        }
      }
    },
    PieceOfWork(name: "search") {
      let store = try await filledStore()
      return {
        for text in ["नहर की", "nahar ki"] {
          _ = try await store.search(SearchRequest(text: text, limit: 50, isTyping: true), now: now)
        }
      }
    },
    PieceOfWork(name: "story") {
      let store = try await filledStore()
      let id = try await store.headlines(HeadlineQuery(), start: 6, limit: 1).rows[0].id
      return {
        let story = try await store.story(id)
        precondition(story != nil)
      }
    },
  ]
}

extension PieceOfWork {
  private static let now = Timestamp(secondsSince1970: 1_795_500_000)

  private static func prose(utf8Count: Int) -> String {
    var prose = HindiProse(seed: 5)
    return prose.paragraphs(utf8Count: utf8Count).joined(separator: " ")
  }

  private static func feed(storyCount: Int) -> String {
    var maker = FeedBodies(seed: 3)
    let items = (0..<storyCount).map { number in
      """
      <item><title>नहर की सफ़ाई का काम, दिन \(number)</title><link>https://e.example/\(number)</link><guid>\(number)</guid>
      <pubDate>Sun, 29 Nov 2026 09:\(10 + number):00 +0530</pubDate><category>भारत</category>
      <content:encoded><![CDATA[\(maker.body(utf8Count: 4_000))]]></content:encoded></item>
      """
    }
    return """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>गाँव की बात</title>
      <link>https://e.example/</link><language>hi</language>\(items.joined())</channel></rss>
      """
  }

  /// A story among what usually stands around one.
  private static func page() -> String {
    var maker = FeedBodies(seed: 9)
    let others = (0..<60).map { "<li><a href=\"/k/\($0)\">पास के गाँव की एक और ख़बर, भाग \($0)</a></li>" }.joined()
    let scripts = (0..<40).map { "<script>window.x\($0) = {\"a\": [1, 2, 3], \"b\": \"</div>\"};</script>" }.joined()
    return """
      <!DOCTYPE html><html lang="hi"><head><title>नहर की सफ़ाई का काम फिर शुरू | गाँव की बात</title>
      <meta property="og:title" content="नहर की सफ़ाई का काम फिर शुरू">\(scripts)</head><body><nav><ul>\(others)</ul></nav>
      <main><article><h1>नहर की सफ़ाई का काम फिर शुरू</h1><time datetime="2026-11-29T09:15:00+05:30">आज</time>
      <div class="entry-content">\(maker.body(utf8Count: 12_000))</div></article><aside><ul>\(others)</ul></aside></main>
      <footer>\(others)</footer></body></html>
      """
  }

  private static func dump(number: Int) -> String {
    var prose = HindiProse(seed: UInt64(number))
    return """
      नहर की सफ़ाई का काम, दिन \(number)

      By नमूना डेस्क | Updated: November \(1 + number % 28), 2026 09:15 IST

      \(prose.paragraphs(utf8Count: 4_000).joined(separator: "\n\n"))

      टैग: गाँव, पानी, नहर
      """
  }

  /// A dozen stories, understood and indexed.
  private static func filledStore() async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    for number in 1...12 {
      _ = await PageImporter(store: store).importPage(
        Array(dump(number: number).utf8), named: "\(number).txt", now: now)
    }
    try await StoryIndexing(store: store).indexAll()
    return store
  }
}
