public import NewsModel

extension Phrases {
  /// Why a feed could not be read, as a sentence without the feed's name.
  public func sentence(for trouble: FeedTrouble) -> String {
    let status = trouble.status.map(String.init) ?? ""
    switch trouble.kind {
    case .status:
      switch trouble.status {
      case 401, 402, 403, 451: return self(.troubleRefused, status)
      case 404: return self(.troubleNotFound, status)
      case .some(500...): return self(.troubleServer, status)
      default: return self(.troubleStatus, status)
      }
    case .askedToWait: return self(.troubleAskedToWait)
    case .unknownHost: return self(.troubleUnknownHost)
    case .unreachable: return self(.troubleUnreachable)
    case .timedOut: return self(.troubleTimedOut)
    case .insecure: return self(.troubleInsecure)
    case .cutOff: return self(.troubleCutOff)
    case .tooLarge: return self(.troubleTooLarge)
    case .tooManyRedirects: return self(.troubleRedirects)
    case .forbiddenAddress: return self(.troubleForbidden)
    case .notAFeed: return self(.troubleNotAFeed)
    case .gone: return self(.troubleGone)
    case .notStored: return self(.troubleNotStored)
    case .libraryMissing: return self(.troubleLibraryMissing)
    case .other: return trouble.detail.isEmpty ? self(.troubleOther) : self(.troubleOther) + " (" + trouble.detail + ")"
    }
  }

  /// "12 नई ख़बरें", "1 नई ख़बर", "कोई नई ख़बर नहीं".
  func newStories(_ count: Int, _ dates: DateWords) -> String {
    count == 0 ? self(.noNewStories) : self(.manyNewStories, count: count, dates.number(count))
  }
}
