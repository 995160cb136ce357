import Foundation
import NewsModel
import TestSupport

@testable import NewsParsing

/// The expectations of Universal Feed Parser's tests, asked of ours.
///
/// Feedparser keeps everything as a dictionary, ours what a news reader needs; a check is left out when it asks for something that
/// ``ParsedFeed`` does not keep.
struct FeedparserSuite {
  /// Why a check is not asked.
  enum LeftOut: String {
    /// Markup made harmless: ours leaves texts as they are, the body builder drops what is not text.
    case sanitizing
    /// A field that a news reader has no use for: podcasts, places, licences, clouds, generators, contributors, addresses of persons …
    case notKept
    /// Text that feedparser resolved: ours keeps the base beside it.
    case titleAddress
    /// The encoding that a header implies without saying it (RFC 3023's US-ASCII): readers stopped believing that.
    case impliedEncoding
  }

  struct Outcome {
    var right = 0
    var wrong: [String] = []
    var leftOut: [LeftOut: Int] = [:]
  }

  let folder: URL

  func run(_ item: [String: Any], into outcomes: inout [String: Outcome]) throws {
    guard let file = item["file"] as? String else { return }
    let group = file.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
    let headers = Self.headers(item, bytes)
    var base: String? = "http://127.0.0.1:8097/tests/\(file)"
    if let location = headers["content-location"], let resolved = WebAddress.resolve(location, against: base) {
      if resolved.hasPrefix("http") { base = resolved }
    }
    let result = Result { () throws(FeedParseError) in
      try FeedParser.parse(bytes, contentType: headers["content-type"], baseURL: base)
    }
    for check in item["checks"] as? [[String: Any]] ?? [] {
      var outcome = outcomes[group] ?? Outcome()
      switch ask(check, result, bytes, headers["content-type"], group) {
      case .some(.failure(let reason)): outcome.leftOut[reason, default: 0] += 1
      case .some(.success(true)): outcome.right += 1
      case .some(.success(false)), nil:
        outcome.wrong.append("\(file): \(check) but \(described(result))")
      }
      outcomes[group] = outcome
    }
  }

  private func described(_ result: Result<ParsedFeed, FeedParseError>) -> String {
    switch result {
    case .failure(let error): "\(error)"
    case .success(let feed):
      "\(feed.format) title \(feed.title ?? "-") about \(feed.about ?? "-") link \(feed.siteURL ?? "-") updated \(feed.updated?.rfc3339 ?? "-") notes \(feed.notes) items \(feed.items.prefix(2))"
    }
  }

  /// The headers that the test's comment or its expectation names.
  private static func headers(_ item: [String: Any], _ bytes: [UInt8]) -> [String: String] {
    var headers: [String: String] = [:]
    for (name, value) in item["http_headers"] as? [String: String] ?? [:] { headers[name.lowercased()] = value }
    return headers
  }

  enum Answer: Error {
    case leftOut(LeftOut)
  }

  private func ask(
    _ check: [String: Any], _ result: Result<ParsedFeed, FeedParseError>, _ bytes: [UInt8], _ contentType: String?,
    _ group: String
  ) -> Result<Bool, LeftOut>? {
    let path = (check["path"] as? [Any] ?? check["len_of"] as? [Any] ?? []).map { "\($0)" }
    let expected = check["value"]
    let key = path.filter { Int($0) == nil }.joined(separator: ".")
    if key == "bozo" {
      let isBroken =
        switch result {
        case .failure: true
        case .success(let feed): feed.notes.contains(where: Self.isRepair)
        }
      if ContentType(contentType).mediaType == "text/plain" { return .failure(.impliedEncoding) }
      return .success(isBroken == (check["op"] as? String == "truthy"))
    }
    if key == "encoding" {
      guard let label = expected as? String else { return nil }
      let found = TextDecoding.decode(bytes, charset: ContentType(contentType).charset, as: .xml).encoding
      let wanted = TextEncoding(label: label)?.name ?? label
      let isImplied = label == "us-ascii" && ContentType(contentType).charset?.lowercased() != "us-ascii"
      if isImplied { return .failure(.impliedEncoding) }
      return .success(found == wanted || found == "gbk" && wanted == "gb18030" || found.hasPrefix(wanted))
    }
    if group.hasSuffix("sanitize") { return .failure(.sanitizing) }
    guard case .success(let feed) = result else { return nil }
    guard check["op"] as? String == "==" || check["op"] as? String == "is" else { return .failure(.notKept) }
    if check["len_of"] != nil { return .failure(.notKept) }
    guard path.first == "entries" else { return askFeed(key, path, expected, feed) }
    let index = path.dropFirst().first.flatMap { Int($0) } ?? 0
    return askItem(
      path.dropFirst(2).filter { Int($0) == nil }.joined(separator: "."),
      path.dropFirst(2).compactMap { Int($0) }.first ?? 0, expected,
      feed.items.indices.contains(index) ? feed.items[index] : ParsedItem(), feed)
  }

  private static func isRepair(_ note: ParseNote) -> Bool {
    switch note {
    case .xmlRepaired, .invalidBytesReplaced, .encodingContradicted, .encodingUnknown, .encodingGuessed,
      .windowsBytesMended, .doubleEncodingUndone:
      true
    default: false
    }
  }
}

extension FeedparserSuite.LeftOut: Error {}

extension FeedparserSuite {
  private static func plain(_ text: String) -> String {
    FeedTexts.line(text, isHTML: nil) ?? ""
  }

  /// Addresses in markup, resolved.
  private static func addresses(_ html: String, _ base: String?) -> [String] {
    HTMLDocument(html, scope: .fragment).root.descendants.compactMap { $0[.href] ?? $0[.src] }.map {
      WebAddress.resolve($0, against: base) ?? $0
    }
  }

  private func same(_ text: MarkedText?, _ expected: Any?) -> Bool {
    guard let expected = expected as? String else { return false }
    guard let text else { return expected.isEmpty }
    let words =
      text.kind == .html
      ? FeedTexts.line(text.text, isHTML: true) ?? "" : text.text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isSame = words == Self.plain(expected) || text.text == expected || words == expected
    return isSame && Self.addresses(text.text, text.baseURL) == Self.addresses(expected, text.baseURL)
  }

  private func same(_ line: String?, _ expected: Any?) -> Bool {
    guard let expected = expected as? String else { return false }
    return (line ?? "") == Self.plain(expected) || line == expected
  }

  private func same(_ timestamp: Timestamp?, _ expected: Any?) -> Bool {
    guard let numbers = expected as? [Int], let timestamp else { return false }
    let utc = Timestamp(secondsSince1970: timestamp.secondsSince1970).civil
    return [utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second] == Array(numbers.prefix(6))
  }

  private func sameAddress(_ address: String?, _ expected: Any?) -> Bool {
    guard let expected = expected as? String else { return false }
    return address == expected || address == WebAddress.resolve(expected, against: nil)
  }

  private func askFeed(_ key: String, _ path: [String], _ expected: Any?, _ feed: ParsedFeed) -> Result<Bool, LeftOut> {
    switch key {
    case "version":
      let versions: [String: FeedFormat] = [
        "rss090": .rss090, "rss091n": .rss091, "rss091u": .rss091, "rss092": .rss092, "rss093": .rss093,
        "rss094": .rss094, "rss10": .rss10, "rss20": .rss20, "rss": .rssUnversioned, "atom03": .atom03,
        "atom10": .atom10,
        "cdf": .cdf,
      ]
      return .success(versions[expected as? String ?? ""] == feed.format)
    case "feed.title", "feed.title_detail.value": return .success(same(feed.title, expected))
    case "feed.tagline", "feed.tagline_detail.value", "feed.subtitle", "feed.description":
      return .success(same(feed.about, expected))
    case "feed.link": return .success(sameAddress(feed.siteURL, expected))
    case "feed.language": return .success(feed.language?.lowercased() == (expected as? String)?.lowercased())
    case "feed.updated_parsed", "feed.published_parsed", "feed.modified_parsed":
      return .success(same(feed.updated, expected))
    case "feed.ttl": return .success(feed.refreshMinutes == Int(expected as? String ?? ""))
    case "feed.author", "feed.author_detail.name", "feed.authors.name":
      let index = path.compactMap { Int($0) }.first ?? 0
      guard feed.authors.indices.contains(index) else { return .success(false) }
      let name = FeedTexts.author(expected as? String ?? "")
      return .success(feed.authors[index] == name)
    default: return .failure(.notKept)
    }
  }

  private func askItem(
    _ key: String, _ index: Int, _ expected: Any?, _ item: ParsedItem, _ feed: ParsedFeed
  ) -> Result<Bool, LeftOut> {
    switch key {
    case "title", "title_detail.value": return .success(same(item.title, expected))
    case "link": return .success(sameAddress(item.url, expected))
    case "id", "guid":
      // An identifier is no address: ours is not resolved (RFC 4287, section 4.2.6).
      if let id = item.id, id.hasPrefix("/") { return .success((expected as? String)?.hasSuffix(id) ?? false) }
      return .success(item.id == expected as? String)
    case "summary", "summary_detail.value":
      return .success(same(item.summary, expected) || same(item.content, expected))
    case "description": return .success(same(item.summary, expected) || same(item.content, expected))
    case "content.value": return .success(same(item.content, expected) || same(item.summary, expected))
    case "content.base": return .success(item.content?.baseURL == expected as? String)
    case "summary_detail.base": return .success(item.summary?.baseURL == expected as? String)
    case "content.language", "summary_detail.language":
      return .success((item.language ?? feed.language) == expected as? String)
    case "author", "author_detail.name", "authors.name":
      guard item.authors.indices.contains(index) else { return .success(false) }
      return .success(item.authors[index] == FeedTexts.author(expected as? String ?? ""))
    case "published": return .success(item.rawPublished == expected as? String)
    case "published_parsed", "created_parsed": return .success(same(item.published, expected))
    case "updated": return .success(item.rawModified == expected as? String || item.rawPublished == expected as? String)
    case "created": return .success(item.rawPublished == expected as? String)
    case "updated_parsed":
      return .success(same(item.modified, expected) || same(item.published, expected))
    case "tags.term":
      let wanted = FeedTexts.line(expected as? String ?? "", isHTML: false)
      return .success(wanted.map(item.tags.contains) ?? false)
    case "tags.label": return .success(item.tags.contains(expected as? String ?? ""))
    case "category": return .success(item.tags.first == expected as? String)
    case "enclosures.url", "enclosures.href":
      return .success(sameAddress(item.attachments.first?.url ?? item.pictures.first?.url, expected))
    case "enclosures.type": return .success(item.attachments.first?.mediaType == expected as? String)
    case "enclosures.length":
      if item.attachments.isEmpty { return .failure(.notKept) }
      return .success(item.attachments.first?.byteCount == Int(expected as? String ?? ""))
    case "source.title": return .success(same(item.sourceTitle, expected))
    case "comments": return .success(sameAddress(item.commentsURL, expected))
    case "media_thumbnail.url": return .success(sameAddress(item.pictures.first?.url, expected))
    default: return .failure(.notKept)
    }
  }
}
