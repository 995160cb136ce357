import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsParsing

@Suite("Feeds of other readers' tests", .inBackground, .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"))
struct FeedConformanceTests {
  @Test("what Universal Feed Parser's tests expect of fields that are kept is found")
  func feedparser() throws {
    let suite = FeedparserSuite(folder: try SharedData.unpackedArchive("feeds-feedparser/files.tar.xz"))
    var outcomes: [String: FeedparserSuite.Outcome] = [:]
    for item in try SharedData.objects("feeds-feedparser/expect.jsonl.xz") { try suite.run(item, into: &outcomes) }
    var right = 0
    var wrong: [String] = []
    for (group, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
      right += outcome.right
      wrong += outcome.wrong
      let leftOut = outcome.leftOut.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
      print("feedparser \(group): \(outcome.right) of \(outcome.right + outcome.wrong.count); left out: \(leftOut)")
    }
    print("feedparser in all: \(right) of \(right + wrong.count)")
    for line in wrong.prefix(80) { print("  wrong: \(line.prefix(700))") }
    #expect(right > 1_500)
    #expect(Double(right) >= 0.97 * Double(right + wrong.count))
  }
}

extension FeedConformanceTests {
  @Test("every file of the W3C validator's tests is read or named, and what it calls valid gives title and items")
  func validator() throws {
    let folder = try SharedData.unpackedArchive("feeds-w3c-feedvalidator/files.tar.xz")
    var fine = 0
    var wrong: [String] = []
    var broken = 0
    for item in try SharedData.objects("feeds-w3c-feedvalidator/expect.jsonl.xz") {
      guard let file = item["file"] as? String else { continue }
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
      let text = String(decoding: bytes, as: UTF8.self)
      let result = Result { () throws(FeedParseError) in
        try FeedParser.parse(bytes, contentType: nil, baseURL: "http://www.example.com/feed.xml")
      }
      if item["not_wellformed"] as? Bool == true {
        broken += 1
        // Noticed, or read all the same: an address with a line break in it harms nothing.
        if case .success(let feed) = result, feed.notes.isEmpty, feed.title == nil {
          wrong.append("\(file): not noticed")
        }
        continue
      }
      guard let expect = item["expect"] as? String, expect.hasPrefix("!"),
        file.hasPrefix("rss") || file.hasPrefix("atom/")
      else { continue }
      guard case .success(let feed) = result else {
        // `atom/` has documents of the publishing protocol too.
        if !text.contains("<service") && !text.contains("<app:") { wrong.append("\(file): \(result)") }
        continue
      }
      let itemCount = text.matches(of: /<(?:(?!content:)\w+:)?(?:item|entry)[\s>]/).count
      let hasTitle = text.contains(/<(?:\w+:)?title[^>]*>[^<\s]/)
      if feed.items.count < itemCount && !text.contains("<item/>") {
        wrong.append("\(file): \(feed.items.count) of \(itemCount) items")
      } else if hasTitle, feed.title == nil, !feed.items.contains(where: { $0.title != nil }) {
        wrong.append("\(file): no title")
      } else {
        fine += 1
      }
    }
    print(
      "feedvalidator: \(fine) of \(fine + wrong.count) valid feeds give title and items; \(broken) broken ones noticed")
    for line in wrong.prefix(40) { print("  wrong: \(line.prefix(300))") }
    #expect(fine > 150)
    #expect(Double(fine) >= 0.99 * Double(fine + wrong.count))
  }

  @Test("real feeds give the entries, addresses and titles that feedparser finds")
  func realFeeds() throws {
    let folder = try SharedData.unpackedArchive("feeds-real/files.tar.xz")
    var right = 0
    var wrong: [String] = []
    func compare(_ file: String, _ name: String, _ ours: String?, _ theirs: String?) {
      guard let theirs, !theirs.isEmpty else { return }
      let plain = FeedTexts.line(theirs, isHTML: nil)
      if ours == theirs || ours == plain || ours == WebAddress.resolve(theirs, against: nil) {
        right += 1
      } else {
        wrong.append("\(file) \(name): \(ours ?? "-") instead of \(theirs)")
      }
    }
    for reference in try SharedData.objects("feeds-real/reference.jsonl.xz") {
      guard let file = reference["file"] as? String, let count = reference["entries"] as? Int else { continue }
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
      guard let feed = try? FeedParser.parse(bytes, contentType: nil, baseURL: nil) else {
        if count > 0 { wrong.append("\(file) is no feed") }
        continue
      }
      if feed.items.count == count {
        right += 1
      } else {
        wrong.append("\(file): \(feed.items.count) of \(count) entries")
      }
      compare(file, "title", feed.title, reference["feed_title"] as? String)
      compare(file, "link", feed.siteURL, reference["feed_link"] as? String)
      for (item, theirs) in zip(feed.items, reference["items"] as? [[String: Any]] ?? []) {
        compare(file, "id", item.id, theirs["id"] as? String)
        compare(file, "link", item.url, theirs["link"] as? String)
        compare(file, "title", item.title, theirs["title"] as? String)
        if let utc = theirs["published_utc"] as? [Int], let published = item.published {
          let civil = Timestamp(secondsSince1970: published.secondsSince1970).civil
          let ours = [civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second]
          if ours == Array(utc.prefix(6)) { right += 1 } else { wrong.append("\(file) published \(ours), \(utc)") }
        }
      }
    }
    print("real feeds: \(right) of \(right + wrong.count) values are feedparser's")
    for line in wrong.prefix(40) { print("  wrong: \(line.prefix(300))") }
    #expect(right > 1_000)
    #expect(Double(right) >= 0.98 * Double(right + wrong.count))
  }

  @Test("JSON feeds, lists of feeds and pages among the real files are told apart")
  func realKinds() throws {
    let folder = try SharedData.unpackedArchive("feeds-real/files.tar.xz")
    for reference in try SharedData.objects("feeds-real/reference.jsonl.xz") {
      guard let file = reference["file"] as? String, reference["entries"] == nil else { continue }
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
      let kind = FeedSniffer.sniff(bytes)
      switch (file as NSString).pathExtension {
      case "json": #expect(try !FeedParser.parse(bytes, contentType: nil, baseURL: nil).items.isEmpty, "\(file)")
      case "opml": #expect(kind == .opml || kind == .xml(root: "opml"), "\(file) \(kind)")
      case "html": #expect(kind == .html, "\(file) \(kind)")
      default: continue
      }
    }
  }

  @Test("of well-formed documents both readers tell the same")
  func readersAgree() throws {
    var count = 0
    for archive in ["feeds-feedparser/files.tar.xz", "feeds-real/files.tar.xz"] {
      let folder = try SharedData.unpackedArchive(archive)
      guard let files = FileManager.default.enumerator(atPath: folder.path) else { continue }
      for case let file as String in files where ["xml", "rss", "atom"].contains((file as NSString).pathExtension) {
        let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
        let utf8 = TextDecoding.utf8(bytes, charset: nil, as: .xml).utf8
        utf8.withUnsafeBufferPointer { buffer in
          let strict = FeedBuilder(feedAddress: nil)
          guard case .read = XMLReader.read(buffer, to: strict), strict.isFeed else { return }
          let tolerant = FeedBuilder(feedAddress: nil)
          var reader = TolerantXMLReader(buffer, handler: tolerant)
          reader.read()
          let (left, right) = (strict.finished(), tolerant.finished())
          count += 1
          #expect(left == right, "\(file)")
        }
      }
    }
    #expect(count > 600)
  }
}
