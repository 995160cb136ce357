internal import IndicText
internal import NewsParsing

/// Reads pages with what the store has learnt.
///
/// Known sections part every page's links. Known tags are asked only about a page whose tags look glued: a word like राजनीति
/// is not to be parted because some tags hold राज and नीति.
struct PageReader: Sendable {
  /// Folded names of sections.
  let sectionKeys: Set<String>
  private let knowledge: PageKnowledge
  private let parser: PageDumpParser

  init(knowledge: PageKnowledge) {
    self.knowledge = knowledge
    sectionKeys = Set(knowledge.sectionNames.map(SearchKey.fold)).subtracting([""])
    parser = PageDumpParser(knowledge: PageKnowledge(sectionNames: knowledge.sectionNames))
  }

  func read(_ page: SourcePage) -> Result<PageReading, ImportRefusal> {
    do throws(ImportRefusal) {
      return .success(try reading(of: page))
    } catch {
      return .failure(error)
    }
  }

  /// Reads several pages, a few at a time, off the caller's thread.
  func read(_ pages: [SourcePage]) async -> [Result<PageReading, ImportRefusal>] {
    // Four shares: more cores than that have nothing to gain beside a store that takes one story after the other.
    let shareSize = max(1, (pages.count + 3) / 4)
    return await withTaskGroup(of: (start: Int, results: [Result<PageReading, ImportRefusal>]).self) { group in
      for start in stride(from: 0, to: pages.count, by: shareSize) {
        let share = pages[start..<min(start + shareSize, pages.count)]
        group.addTask { (start, share.map(read)) }
      }
      var shares: [(start: Int, results: [Result<PageReading, ImportRefusal>])] = []
      for await share in group { shares.append(share) }
      return shares.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}

extension PageReader {
  private func bytes(of page: SourcePage) throws(ImportRefusal) -> [UInt8] {
    do {
      return try page.bytes()
    } catch {
      throw .unreadable(String(describing: error))
    }
  }

  private func reading(of page: SourcePage) throws(ImportRefusal) -> PageReading {
    let bytes = try bytes(of: page)
    guard FeedSniffer.sniff(bytes) == .html else { return try readingOfDump(bytes) }
    do throws(PageError) {
      let article = try ArticleExtractor(knowledge: knowledge)
        .extract(bytes, contentType: page.contentType, url: page.url)
      return PageReading(article: article, hasDoubtfulTags: false)
    } catch {
      throw .notAStory(error)
    }
  }

  private func readingOfDump(_ bytes: [UInt8]) throws(ImportRefusal) -> PageReading {
    do throws(PageDumpError) {
      let article = try parser.parse(bytes)
      let doubtful = article.notes.compactMap { note -> String? in
        if case .tagLeftWhole(let tag) = note { SearchKey.fold(tag) } else { nil }
      }
      guard !doubtful.isEmpty else { return PageReading(article: article, hasDoubtfulTags: false) }
      // A tag in doubt was perhaps stored whole before: it does not vouch for itself.
      var informed = knowledge
      informed.tagNames = knowledge.tagNames.filter { !doubtful.contains(SearchKey.fold($0)) }
      return PageReading(
        article: try PageDumpParser(knowledge: informed).parse(bytes), hasDoubtfulTags: true)
    } catch {
      throw .notAPage(error)
    }
  }
}

/// A page as it was understood.
struct PageReading: Sendable {
  var article: ExtractedArticle
  /// Whether the page alone did not tell where its tags end.
  var hasDoubtfulTags: Bool

  /// Folded titles of links that no section was parted from.
  var keysWithoutSection: [String] {
    let titles = article.related + (article.moreFrom?.titles ?? [])
    return titles.filter { $0.section == nil }.map { SearchKey.fold($0.title) }
  }
}
