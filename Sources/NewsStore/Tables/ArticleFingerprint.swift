internal import NewsModel

/// Tells quickly whether a page says what it said before: FNV-1a, 64 bits, over all that the publisher wrote.
///
/// Not cryptographic. Who forges an equal fingerprint keeps their own story from being updated and reaches nothing else.
struct ArticleFingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of `article`. Its ID, its links' targets and scores that the store works out do not count.
  static func of(_ article: Article) -> Int64 {
    var fingerprint = ArticleFingerprint()
    fingerprint.add(article)
    return Int64(bitPattern: fingerprint.hash)
  }

  private mutating func add(_ article: Article) {
    add(article.url)
    add(article.title)
    add(article.dek)
    add(article.authors)
    add(article.published)
    add(article.modified)
    add(article.language)
    add(article.section)
    add(article.credit)
    add(String(decoding: BodyCoding.utf8(of: article.body.blocks), as: UTF8.self))
    add(article.completeness.rawValue)
    add(article.attachments.map(\.url))
    add(article.highlights.flatMap { [$0.origin.rawValue, $0.text] })
    add(article.tags)
    add(article.links.count)
    for link in article.links {
      add(link.title)
      add(link.section)
      add(link.url)
      add(link.reason.rawValue)
    }
  }

  private mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  private mutating func add(_ date: Timestamp?) {
    add(date == nil ? 0 : 1)
    add(Int(truncatingIfNeeded: date?.secondsSince1970 ?? 0))
    add(date?.utcOffsetSeconds ?? 0)
  }

  private mutating func add(_ text: String?) {
    // Nil and empty differ, and the length before the text keeps "ab"+"c" from being "a"+"bc".
    add(text.map { $0.utf8.count } ?? -1)
    for byte in (text ?? "").utf8 { add(byte) }
  }

  private mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
