internal import NewsModel

extension FeedBuilder {
  /// Puts a text where it belongs.
  func store(_ capture: TextCapture) {
    // A feed that breaks off inside an address or a date has not said it.
    if isTruncated, ![.title, .summary, .content].contains(capture.field) { return }
    switch capture.field {
    case .name: person?.name = capture.line().flatMap(FeedTexts.author)
    case .email: person?.email = capture.line()
    case _ where draft != nil: storeInItem(capture)
    default: storeInFeed(capture)
    }
  }

  private func storeInFeed(_ capture: TextCapture) {
    let frame = frames.last ?? Frame(place: .channel)
    let rank = ended == .core ? 3 : 1
    switch capture.field {
    case .title: improve(\.titleRank, to: rank, capture.line()) { feed.title = $0 }
    case .summary: improve(\.aboutRank, to: rank, capture.line()) { feed.about = $0 }
    case .link:
      if feed.siteURL == nil { feed.siteURL = capture.trimmed.flatMap { FeedTexts.link($0, base: base(frame)) } }
    case .author: addFeedAuthor(capture.line().flatMap(FeedTexts.author))
    case .language: feed.language = capture.trimmed.flatMap(FeedTexts.language) ?? feed.language
    case .modified(let rank), .published(let rank):
      let isModified = if case .modified = capture.field { true } else { false }
      let value = isModified ? rank + 10 : rank
      improve(\.updatedRank, to: value, capture.trimmed.flatMap(date)) { feed.updated = $0 }
    case .minutes: feed.refreshMinutes = capture.trimmed.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    case .period:
      let minutes = ["hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600]
      feedDraft.period = capture.trimmed.flatMap { minutes[$0.lowercased()] }
    case .frequency: feedDraft.frequency = max(1, capture.trimmed.flatMap { Int($0) } ?? 1)
    default: break
    }
  }

  private func improve<Value>(
    _ rank: WritableKeyPath<FeedDraft, Int>, to new: Int, _ value: Value?, _ set: (Value) -> Void
  ) {
    guard let value, new > feedDraft[keyPath: rank] else { return }
    feedDraft[keyPath: rank] = new
    set(value)
  }

  func addFeedAuthor(_ name: String?) {
    if let name, feed.authors.count < ItemDraft.listLimit, !feed.authors.contains(name) { feed.authors.append(name) }
  }

  /// A date of the feed; nil, with a note, when it cannot be read.
  func date(_ text: String) -> Timestamp? {
    guard let reading = DateParser.readInFeed(text, isIndian: isIndian) else {
      note(.dateUnreadable(String(text.prefix(80))))
      return nil
    }
    return reading.timestamp
  }

  /// Whether a date without zone is Indian time: the feed is in a language of India or says that it is Indian English.
  private var isIndian: Bool {
    guard let language = feed.language ?? feedDraft.scopeLanguage else { return false }
    let parts = language.lowercased().split(separator: "-")
    let languages: Set<Substring> = [
      "hi", "mr", "bn", "gu", "pa", "ta", "te", "kn", "ml", "or", "as", "kok", "mai", "sa", "ks", "doi", "bho",
    ]
    if parts.count > 1, let region = parts.last, region.count == 2 { return region == "in" }
    return parts.first.map(languages.contains) ?? false
  }
}

extension FeedBuilder {
  private func rank(of vocabulary: FeedVocabulary) -> Int {
    switch vocabulary {
    case .core: 4
    case .content: 5
    case .xhtml: 3
    case .atom: 3
    case .dublinCore, .dublinCoreTerms: 2
    default: 1
    }
  }

  private func storeInItem(_ capture: TextCapture) {
    guard let draft else { return }
    let rank = rank(of: ended)
    switch capture.field {
    case .title where rank > draft.titleRank:
      guard let line = capture.line() else { return }
      draft.item.title = line
      draft.titleRank = rank
    case .summary: storeSummary(capture, rank, draft)
    case .content where rank > draft.contentRank:
      guard let text = capture.result() else { return }
      draft.item.content = text
      draft.contentRank = rank
      draft.item.language = draft.item.language ?? capture.ownLanguage
    case .id where rank > draft.idRank:
      guard let id = capture.trimmed.flatMap({ FeedTexts.line($0, isHTML: false) }) else { return }
      draft.item.id = id
      draft.idRank = rank
      if draft.isPermalink, id.hasPrefix("http") { draft.permalink = FeedTexts.link(id, base: nil) }
    case .category: draft.addTag(capture.line())
    case .keywords:
      for word in (capture.line() ?? "").split(separator: ",").prefix(50) {
        draft.addTag(FeedTexts.line(String(word), isHTML: false))
      }
    case .published(let rank) where rank > draft.publishedRank:
      guard let raw = capture.trimmed else { return }
      draft.item.rawPublished = String(raw.prefix(200))
      draft.item.published = date(raw)
      draft.publishedRank = rank
    case .modified(let rank) where rank > draft.modifiedRank:
      guard let raw = capture.trimmed else { return }
      draft.item.rawModified = String(raw.prefix(200))
      draft.item.modified = date(raw)
      draft.modifiedRank = rank
    case .language: draft.item.language = capture.trimmed.flatMap(FeedTexts.language) ?? draft.item.language
    case .author: draft.addAuthor(capture.line().flatMap(FeedTexts.author))
    case .sourceTitle: draft.item.sourceTitle = draft.item.sourceTitle ?? capture.line()
    default: storeAddress(capture, draft)
    }
  }

  /// Of `description` and `summary` in one RSS item the longer one is the text.
  private func storeSummary(_ capture: TextCapture, _ rank: Int, _ draft: ItemDraft) {
    guard let text = capture.result() else { return }
    if rank > draft.summaryRank {
      draft.item.summary = text
      draft.summaryRank = rank
    } else if rank == 4, draft.summaryRank == 4, draft.item.content == nil, !isAtom {
      draft.item.content = text
      if let summary = draft.item.summary, summary.text.utf8.count > text.text.utf8.count {
        draft.item.content = summary
        draft.item.summary = text
      }
      draft.contentRank = 0
    }
    draft.item.language = draft.item.language ?? capture.ownLanguage
  }

  private func storeAddress(_ capture: TextCapture, _ draft: ItemDraft) {
    guard let text = capture.trimmed else { return }
    let base = capture.base ?? feedAddress ?? feed.siteURL
    switch capture.field {
    case .link, .originalLink:
      let rank = capture.field == .originalLink ? 6 : ended == .core ? 4 : 2
      draft.setLink(FeedTexts.link(text, base: base), rank: rank)
    case .comments: draft.item.commentsURL = draft.item.commentsURL ?? FeedTexts.link(text, base: base)
    case .pictureAddress: draft.addThumbnail(FeedTexts.link(text, base: base))
    case .caption:
      if mediaStack.isEmpty {
        draft.mediaSummary = draft.mediaSummary ?? capture.result()
      } else {
        mediaStack[mediaStack.count - 1].caption = mediaStack[mediaStack.count - 1].caption ?? capture.line()
        if mediaStack.count == 1, mediaStack[0].address == nil || !mediaStack[0].isPicture {
          draft.mediaSummary = draft.mediaSummary ?? capture.result()
        }
      }
    case .pictureTitle:
      if mediaStack.isEmpty {
        draft.mediaTitle = draft.mediaTitle ?? capture.line()
      } else {
        mediaStack[mediaStack.count - 1].title = mediaStack[mediaStack.count - 1].title ?? capture.line()
        draft.mediaTitle = draft.mediaTitle ?? capture.line()
      }
    case .credit:
      if !mediaStack.isEmpty {
        mediaStack[mediaStack.count - 1].credit = mediaStack[mediaStack.count - 1].credit ?? capture.line()
      }
    default: break
    }
  }
}

extension FeedBuilder {
  func finishPerson() {
    guard let person else { return }
    self.person = nil
    guard person.isAuthor, !isTruncated else { return }
    let text = FeedTexts.withoutC1(person.text)
    guard let name = person.name ?? FeedTexts.author(text) ?? person.email else { return }
    if frames.last?.place == .source {
      draft?.sourceAuthors.append(name)
    } else if draft != nil {
      draft?.addAuthor(name)
    } else {
      addFeedAuthor(name)
    }
  }

  func finishMedia() {
    guard let media = mediaStack.popLast(), draft != nil else { return }
    let frame = frames.last ?? Frame(place: .item)
    guard let address = media.address else {
      draft?.describePictures(
        from: media.pictureStart, caption: media.caption ?? media.title, credit: media.credit)
      return
    }
    guard media.isPicture else { return addFile(address, media.mediaType, media.byteCount, frame) }
    guard let link = FeedTexts.link(address, base: base(frame)) else { return }
    draft?.addPicture(ItemPicture(url: link, caption: media.caption ?? media.title, credit: media.credit))
  }

  func finishItem() {
    guard let draft else { return }
    self.draft = nil
    mediaStack.removeAll()
    var item = draft.item
    if isTruncated, item.title == nil { return }
    item.id = item.id ?? draft.about
    let about = draft.about.flatMap { $0.hasPrefix("http") ? FeedTexts.link($0, base: nil) : nil }
    item.url = item.url ?? draft.permalink ?? about ?? draft.contentAddress ?? draft.relatedLink
    item.title = item.title ?? draft.mediaTitle
    item.summary = item.summary ?? draft.mediaSummary
    if item.pictures.isEmpty { item.pictures = draft.thumbnails }
    if item.authors.isEmpty, isAtom { item.authors = draft.sourceAuthors.isEmpty ? feed.authors : draft.sourceAuthors }
    // Whether an item of nothing but an author is worth a line is not for the parser to say.
    if !draft.hasContent, item == ParsedItem() { return }
    guard feed.items.count < Self.itemLimit else {
      leftOutCount += 1
      return
    }
    feed.items.append(item)
  }

  /// The feed, once all of it is read.
  func finished() -> ParsedFeed {
    var feed = feed
    feed.language = feed.language ?? feedDraft.scopeLanguage
    if feed.refreshMinutes == nil, let period = feedDraft.period {
      feed.refreshMinutes = max(1, period / feedDraft.frequency)
    }
    if let address = feedDraft.attributeLink, feed.siteURL == nil {
      feed.siteURL = FeedTexts.link(address, base: feedDraft.attributeBase ?? feedAddress)
    }
    feed.notes = notes
    if leftOutCount > 0 { feed.notes.append(.itemsLeftOut(leftOutCount)) }
    if hasUpperCase, feed.format != .cdf { feed.notes.append(.xmlRepaired(.upperCaseNames)) }
    return feed
  }
}
