#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import Ingestion
import NewsModel
import NewsParsing
import ReaderUI

/// `khabar parse`: what is understood of a page, without a store.
struct ParseCommand {
  var runner: CommandRunner

  func run(_ source: String) async throws {
    var isFolder = false
    if FileManager.default.fileExists(atPath: source, isDirectory: &isFolder), isFolder {
      throw CommandFailure.isFolder(source)
    }
    guard let page = try SavedPages.pages(at: source).first else { return }
    let bytes: [UInt8]
    do { bytes = try page.read() } catch let error as SystemError {
      throw CommandFailure.cannotRead(path: page.name, reason: error.description)
    }
    switch FeedSniffer.sniff(bytes) {
    case .feed: try parseFeed(bytes, of: page)
    case .html: try tell(try html(bytes, of: page))
    default: try tell(try dump(bytes, of: page))
    }
  }

  private func dump(_ bytes: [UInt8], of page: SourcePage) throws -> ExtractedArticle {
    do { return try PageDumpParser().parse(bytes) } catch { throw CommandFailure.pageRefused(name: page.name, error) }
  }

  private func html(_ bytes: [UInt8], of page: SourcePage) throws -> ExtractedArticle {
    do {
      return try ArticleExtractor(knowledge: PageKnowledge()).extract(
        bytes, contentType: page.contentType, url: page.url)
    } catch {
      throw CommandFailure.storyRefused(name: page.name, error)
    }
  }

  private func parseFeed(_ bytes: [UInt8], of page: SourcePage) throws {
    let feed: ParsedFeed
    do { feed = try FeedParser.parse(bytes, contentType: page.contentType, baseURL: page.url) } catch {
      throw CommandFailure.feedRefused(name: page.name, error)
    }
    let articles = provisionalArticles(from: feed, at: page.url)
    let source = feed.title ?? ""
    if runner.arguments.isJSON {
      let document = JSONFeedDocument(
        title: source, homePage: feed.siteURL, items: articles.map { .init(article: $0, source: source) },
        notes: feed.notes.map(\.words))
      Output.data(try document.encoded())
      return
    }
    let settings = try runner.settings()
    Output.line([source, feed.format.rawValue, feed.siteURL ?? ""].filter { !$0.isEmpty }.joined(separator: "  "))
    for article in articles {
      Output.line("")
      let story = Story(article: article, source: source, state: ReadingState())
      for line in StoryText(story: story, columns: nil, settings: settings).lines { Output.line(line) }
    }
    if !feed.notes.isEmpty { Output.line("") }
    for note in feed.notes { Output.line("· " + note.words) }
  }

  private func tell(_ extracted: ExtractedArticle) throws {
    let article = provisionalArticle(from: extracted)
    if runner.arguments.isJSON {
      var item = JSONFeedDocument.Item(article: article, source: extracted.publisher ?? "")
      item.khabar.notes = extracted.notes.isEmpty ? nil : extracted.notes.map(\.words)
      if item.khabar.moreFrom != nil { item.khabar.moreFrom?.section = extracted.moreFrom?.section }
      Output.data(try JSONFeedDocument(title: article.title, items: [item]).encoded())
      return
    }
    for (label, text) in facts(extracted) where !text.isEmpty { Output.line(label + ": " + text) }
    Output.line("")
    let story = Story(article: article, source: extracted.publisher ?? "", state: ReadingState())
    for line in StoryText(story: story, columns: nil, settings: try runner.settings()).lines { Output.line(line) }
    if !extracted.notes.isEmpty { Output.line("") }
    for note in extracted.notes { Output.line("· " + note.words) }
  }

  private func facts(_ page: ExtractedArticle) -> [(String, String)] {
    let say = runner.messages.say
    return [
      (say("language"), page.language), (say("section"), page.section ?? ""),
      (say("publisher"), page.publisher ?? ""),
      (say("published"), page.published?.rfc3339 ?? ""),
      (say("modified"), page.modified?.rfc3339 ?? ""),
      (say("address"), page.url ?? ""),
    ]
  }
}
