import Ingestion
import NewsModel
import NewsParsing
import ReaderUI

/// What went wrong with feeds and pages of the network.
nonisolated extension Messages {
  /// Why a feed or page could not be had, as the reader's page says it, and what to do where something can be done.
  func trouble(_ trouble: FeedTrouble) -> String {
    let sentence = Phrases(language).sentence(for: trouble)
    let detail = trouble.detail.isEmpty || trouble.kind == .other ? "" : " (" + trouble.detail + ")"
    return [sentence + detail, advice(trouble)].compactMap { $0 }.joined(separator: " ")
  }

  /// Why the whole text of a story could not be had.
  func completion(_ failure: ArticleCompletion.Failure) -> String {
    switch failure {
    case .noAddress:
      say("The story's page has no address.")
    case .notFetched(let trouble): Phrases(language).sentence(for: trouble)
    case .notAStory(let error): storyPage(error)
    }
  }

  /// Why a document is not taken as a feed.
  func feed(_ error: FeedParseError) -> String {
    switch error {
    case .empty: say("The file is empty.")
    case .tooLarge(let byteCount, let limit):
      say("The feed is too large: \(byteCount >> 20) MiB, the limit is \(limit >> 20) MiB.")
    case .binary(let mediaType):
      say("This is no feed but \(mediaType).")
    case .page(let feeds):
      say("This is no feed but a page.")
        + (feeds.first.map { say(" Its feed: ") + $0.url } ?? "")
    case .feedList:
      say("This is a list of feeds (OPML). To bring it in: khabar feeds import FILE")
    case .xml(let root):
      say("This is XML (<\(root)>), but no feed.")
    case .json: say("This is JSON, but no feed.")
    case .text: say("This is plain text, no feed.")
    }
  }

  /// Why a page is not taken as a story.
  func storyPage(_ error: PageError) -> String {
    switch error {
    case .empty: say("The page is empty.")
    case .notHTML: say("This is no HTML page.")
    case .tooLarge(let utf8Count, let limit):
      say("The page is too large: \(utf8Count >> 20) MiB, the limit is \(limit >> 20) MiB.")
    case .noHeadline:
      say("The page has no headline.")
    case .listOfStories(let linkCount):
      say(
        "This is no story but a list (\(linkCount) links). Give a story's own address, or find the site's feeds: khabar feeds discover URL"
      )
    case .needsScript:
      say("The page writes its text in a browser only. Open it there with o, or save it from there as text.")
    case .subscribersOnly:
      say("The publisher shows this story to subscribers only. Open it in the browser with o.")
    }
  }

  private func advice(_ trouble: FeedTrouble) -> String? {
    switch trouble.kind {
    case .status where trouble.status == 404, .notAFeed, .tooManyRedirects, .tooLarge:
      say("Find the site's feeds: khabar feeds discover URL")
    case .status where trouble.status == 401 || trouble.status == 403:
      say("If the page opens in a browser, save it and bring it in: khabar import FILE")
    case .unknownHost, .unreachable:
      say("Check the network and the spelling of the address.")
    case .insecure:
      say("The site's certificate is wrong, or this machine's clock.")
    case .gone:
      say("Remove it with `khabar feeds remove`; its stories stay.")
    case .libraryMissing:
      say("On Debian: apt install libcurl4")
    case .status, .timedOut, .cutOff, .askedToWait:
      say("khabar asks again later.")
    case .forbiddenAddress:
      say("Only http and https addresses are taken.")
    case .notStored, .other: nil
    }
  }
}
