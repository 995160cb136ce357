public import NewsModel
public import ReaderUI
public import Screen

/// A handful of stories and a stand-in for the store: filters, order and answers as the real one gives them.
public enum Desk {
  /// What the clock says: 23 November 2026, 10:00 IST.
  public static let now = stamp(2026, 11, 23, 10, 0)

  /// A moment in India.
  public static func stamp(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
    Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, utcOffsetSeconds: 19_800)
      ?? Timestamp(secondsSince1970: 0)
  }

  /// Three stories, of which the first names the third; newest first.
  public static let stories: [Story] = [
    story(
      "नदी", "नदी किनारे बसे गाँवों ने पानी बचाने का पुराना तरीका फिर अपनाया", section: "भारत",
      date: stamp(2026, 11, 23, 8, 0), tags: ["जल संरक्षण", "खेती"],
      highlights: ["तालाबों की गाद निकालने से कुओं का जलस्तर तीन हाथ बढ़ा।", "पंचायत हर महीने पानी का हिसाब दीवार पर लिखती है।"],
      body: [
        "बरसात थमते ही गाँव के लोग फावड़े लेकर तालाब पर पहुँच जाते हैं। हिन्दी पट्टी के इस इलाके में पानी का संकट नया नहीं है।",
        "पंचायत ने तय किया कि हर घर से एक आदमी सप्ताह में आधा दिन श्रमदान करेगा। 40 करोड़ लीटर पानी इसी से रुका।",
        "अब पड़ोस के गाँव भी यही तरीका सीखने आ रहे हैं।",
      ],
      links: [
        RelatedLink(
          title: "सूखे खेतों में मेड़बंदी से लौटी हरियाली", section: "खेती", reason: .publisher, target: ArticleID(rawValue: "मेड़"),
          targetDate: stamp(2025, 6, 1, 9, 0)),
        RelatedLink(title: "बावड़ियों की सफ़ाई का अभियान शुरू", section: "भारत", reason: .publisher),
        RelatedLink(title: "पहाड़ी झरनों का नक्शा बना रहे विद्यार्थी", section: "भारत", reason: .moreFromSection),
      ]),
    story(
      "कबड्डी", "मिट्टी से मैट तक: कबड्डी के बदलते दाँव", section: "खेल", date: stamp(2026, 11, 22, 18, 0),
      tags: ["कबड्डी"], body: ["साँस रोककर खेल दिखाने वाले खिलाड़ी अब मैट पर उतरते हैं।"]),
    story(
      "मेड़", "सूखे खेतों में मेड़बंदी से लौटी हरियाली", section: "खेती", date: stamp(2026, 11, 21, 7, 30),
      tags: ["खेती"], body: ["खेत का पानी खेत में, यही इस गाँव का मंत्र है।", "मेड़ ऊँची हुई तो मिट्टी भी बची।"]),
  ]

  /// A story of the desk's own paper, known by `id`.
  public static func story(
    _ id: String, _ title: String, section: String, date: Timestamp, tags: [String] = [], highlights: [String] = [],
    body: [String], links: [RelatedLink] = [], isRead: Bool = false
  ) -> Story {
    Story(
      article: Article(
        id: ArticleID(rawValue: id), identity: id, feed: FeedID(rawValue: "pages:गाँव दर्पण"), title: title,
        dek: nil, authors: ["गाँव दर्पण डेस्क"], modified: date, language: "hi", section: section,
        body: ArticleBody(paragraphs: body), highlights: highlights.map { Highlight(text: $0) }, tags: tags,
        links: links),
      source: "गाँव दर्पण", state: ReadingState(isRead: isRead))
  }

  /// `count` stories in order, newest first, for long lists.
  public static func many(_ count: Int) -> [Story] {
    (0..<count).map { index in
      story(
        "s\(index)", "समाचार संख्या \(index): आज की मुख्य ख़बर विस्तार से", section: "भारत",
        date: Timestamp(secondsSince1970: now.secondsSince1970 - Int64(index) * 3600, utcOffsetSeconds: 19_800),
        body: (0..<30).map { "अनुच्छेद \($0): यहाँ लिखी पंक्तियाँ पन्ने को लंबा बनाती हैं ताकि वह खिसके।" })
    }
  }

  /// A feed that the desk reads, by its address.
  public static func subscription(
    _ address: String, _ title: String, folder: [String] = [], unread: Int = 0, total: Int = 0,
    health: FeedHealth = FeedHealth()
  ) -> SubscriptionRow {
    SubscriptionRow(
      Subscription(
        feed: Feed(id: FeedID(rawValue: address), title: title, language: "hi"), address: address, folders: [folder],
        health: health),
      unreadCount: unread, totalCount: total)
  }

  /// The compiled-in theme, and another one by name only.
  public static let themes = [Theme.compiledIn, Theme(name: "काग़ज़")]

  /// What the store would say to an effect, after doing it to `stories`; nothing for one that is not the store's.
  public static func answers(to effect: ReaderEffect, stories: inout [Story]) -> [ReaderEvent] {
    switch effect {
    case .loadHeadlines(let request):
      let found = matching(request.query, stories)
      let anchor = anchorIndex(request.anchor, found, stories)
      let start: Int =
        switch request.anchor {
        case .start(let index): index
        case .around: max(0, min((anchor ?? 0) - request.limit / 2, found.count - request.limit))
        }
      let rows = found.dropFirst(start).prefix(request.limit).map(headline)
      return [
        .headlinesLoaded(
          request,
          HeadlinePage(
            query: request.query, start: start, rows: rows, totalCount: found.count,
            unreadCount: found.count { !$0.state.isRead }, anchorIndex: anchor))
      ]
    case .loadStory(let id), .previewStory(let id): return [.storyLoaded(id, stories.first { $0.id == id })]
    case .loadComputed(let story):
      return [.computedLoaded(story.id, stories.first { $0.id == story.id }?.computed ?? [])]
    case .search(let request): return [.found(found(request, stories))]
    case .countWord(let request):
      let page = found(SearchRequest(text: request.query, limit: 50), stories)
      return [.wordCounted(request, request.count(in: page))]
    case .loadTags(let query):
      var counts: [String: Int] = [:]
      for tag in matching(query, stories).flatMap(\.article.tags) { counts[tag, default: 0] += 1 }
      return [
        .tagsLoaded(
          query,
          counts.map { TagCount(name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) })
      ]
    case .addTag(let name, let id):
      if let index = stories.firstIndex(where: { $0.id == id }) { stories[index].article.tags.append(name) }
      return [.storeChanged(.own)]
    case .removeTag(let name, let id):
      if let index = stories.firstIndex(where: { $0.id == id }) { stories[index].article.tags.removeAll { $0 == name } }
      return [.storeChanged(.own)]
    case .loadAllTags:
      return [.allTagsLoaded(Set(stories.flatMap(\.article.tags)).sorted().map { TagCount(name: $0, count: 1) })]
    case .changeTag(let change):
      switch change {
      case .rename(let old, let new), .merge(let old, let new), .takeBackRename(let new, let old):
        for index in stories.indices {
          stories[index].article.tags = stories[index].article.tags.map { $0 == old ? new : $0 }
        }
      case .split: break
      }
      return [.storeChanged(.own)]
    case .loadTagPage(let name): return [.tagPageLoaded(name, tagPage(name, stories))]
    case .findTitles(let title):
      let words = Set(title.split(separator: " "))
      return [
        .titlesFound(
          title, stories.filter { !words.isDisjoint(with: $0.article.title.split(separator: " ")) }.map(headline))
      ]
    case .findUnread(let request):
      let found = matching(request.query, stories)
      let from = found.firstIndex { $0.id == request.from } ?? -1
      let order = (1...max(1, found.count)).map {
        (from + (request.isBackwards ? -$0 : $0) + 2 * found.count) % max(1, found.count)
      }
      let next = order.first { found.indices.contains($0) && $0 != from && !found[$0].state.isRead }
      return [.unreadFound(request, next.map { found[$0].id })]
    case .change(let id, let change):
      guard let index = stories.firstIndex(where: { $0.id == id }) else { return [] }
      if let isRead = change.isRead { stories[index].state.isRead = isRead }
      if let isStarred = change.isStarred { stories[index].state.isStarred = isStarred }
      if let blockIndex = change.blockIndex { stories[index].state.blockIndex = blockIndex }
      return []
    case .changeAll(let ids, let change):
      for id in ids { _ = answers(to: .change(id, change), stories: &stories) }
      return [.storeChanged(.own)]
    case .markAllRead(let query):
      let ids = matching(query, stories).filter { !$0.state.isRead }.map(\.id)
      for id in ids { _ = answers(to: .change(id, ReadingChange(isRead: true)), stories: &stories) }
      return [.markedRead(ids)]
    case .loadMarks: return [.marksLoaded(marked(stories))]
    case .saveMark(let mark), .removeMark(let mark):
      guard let index = stories.firstIndex(where: { $0.id == mark.story }) else { return [] }
      stories[index].marks.removeAll { $0.isSameMark(as: mark) }
      if case .saveMark = effect { stories[index].marks.append(mark) }
      return []
    case .loadThemes: return [.themesLoaded(themes)]
    case .layOutMore: return [.layOutMore]
    // What needs a network is answered by tests themselves.
    case .refresh, .cancelRefresh, .loadSubscriptions, .lookForFeeds, .subscribe, .unsubscribe, .resubscribe,
      .completeStory, .loadPicture, .loadCatalogue, .loadSavedQueries, .saveQuery, .removeQuery, .loadGroup,
      .loadWanted, .loadHistory,
      .saveGrouped, .saveMouse, .saveSplit, .saveCatalogueOffered, .awaitPause,
      .saveRecentSearches, .saveSession:
      return []
    case .speak, .stopSpeaking, .awaitKey, .saveTheme, .pipe, .saveLastCommand, .saveLanguage, .saveScript, .saveDigits,
      .dismissSample,
      .openLink, .copy, .expireMessage, .redraw, .suspend, .quit:
      return []
    }
  }

  private static func marked(_ stories: [Story]) -> [MarkedSentence] {
    let all = stories.flatMap { story in
      story.marks.map { mark in
        let place = mark.anchor.place(in: story.article.body, language: "hi")?.place
        return MarkedSentence(
          mark: mark, state: place == nil ? .gone : .found, sentence: mark.anchor.sentence, title: story.article.title,
          url: story.article.url, source: story.source, date: story.article.date ?? now, language: "hi", place: place)
      }
    }
    return all.enumerated().sorted {
      ($0.element.mark.made.secondsSince1970, $0.offset) > ($1.element.mark.made.secondsSince1970, $1.offset)
    }
    .map(\.element)
  }

  /// Where the story stands, or would stand by its date.
  private static func anchorIndex(_ anchor: HeadlineRequest.Anchor, _ found: [Story], _ stories: [Story]) -> Int? {
    guard case .around(let id) = anchor, let story = stories.first(where: { $0.id == id }) else { return nil }
    let index =
      found.firstIndex { $0.id == id } ?? found.firstIndex { ($0.article.date ?? now) < (story.article.date ?? now) }
    return min(index ?? found.count, max(0, found.count - 1))
  }

  private static func matching(_ query: HeadlineQuery, _ stories: [Story]) -> [Story] {
    stories.filter { story in
      (query.filter.map { holds($0, story) } ?? true) && query.tags.allSatisfy(story.article.tags.contains)
        && (!query.isUnreadOnly || !story.state.isRead)
        && (query.feed == nil || story.article.feed.rawValue == query.feed || story.source == query.feed)
    }
  }

  /// Stories that have all words of the query; a word before a colon is a field that there is not, and a `"` wants another one.
  private static func found(_ request: SearchRequest, _ stories: [Story]) -> SearchPage {
    var page = SearchPage(request: request)
    let text = request.text
    if let colon = text.firstIndex(of: ":") {
      let field = text[..<colon].split(separator: " ").last.map(String.init) ?? ""
      let end = text.utf8.distance(from: text.startIndex, to: colon)
      page.trouble = QueryTrouble(.unknownField(field), at: (end - field.utf8.count)..<(end + 1))
      return page
    }
    if text.count(where: { $0 == "\"" }) % 2 == 1, let quote = text.lastIndex(of: "\"") {
      let start = text.utf8.distance(from: text.startIndex, to: quote)
      page.trouble = QueryTrouble(.unclosed("\""), at: start..<(start + 1))
      return page
    }
    let words = text.split(separator: " ")
    let all = stories.compactMap { hit($0, words) }
    page.totalCount = all.count
    page.hits = Array(all.prefix(request.limit))
    return page
  }

  private static func hit(_ story: Story, _ words: [Substring]) -> SearchHit? {
    let blocks = story.article.body.blocks.map(\.text)
    guard words.allSatisfy({ word in ([story.article.title] + blocks).contains { $0.contains(word) } }) else {
      return nil
    }
    let ranges = { (text: String) in
      words.flatMap { utf8Ranges(of: String($0), in: text) }.sorted { $0.lowerBound < $1.lowerBound }
    }
    let block = blocks.firstIndex { !ranges($0).isEmpty }
    let passage = block.map { index in
      Passage(text: blocks[index], hits: ranges(blocks[index]), isCutAtEnd: true, blockIndex: index)
    }
    return SearchHit(headline: headline(story), passage: passage, titleHits: ranges(story.article.title))
  }

  private static func tagPage(_ name: String, _ stories: [Story]) -> TagPage? {
    let tagged = stories.filter { $0.article.tags.contains(name) }
    if tagged.isEmpty { return nil }
    var page = TagPage(tag: TagCount(name: name, count: tagged.count), kind: .topic)
    page.spellings = [page.tag]
    page.months = [TagPage.Month(year: 2026, month: 10, count: 0), .init(year: 2026, month: 11, count: tagged.count)]
    let companions = Set(tagged.flatMap(\.article.tags)).subtracting([name]).sorted()
    page.companions = companions.map { TagCount(name: $0, count: 1) }
    page.occurrences = tagged.map { story in
      let text = "\(story.article.title) और \(name) की बात"
      return TagPage.Occurrence(
        story: story.id, title: story.article.title, date: story.article.date ?? now,
        passage: Passage(text: text, hits: Array(utf8Ranges(of: name, in: text).suffix(1))))
    }
    return page
  }

  private static func utf8Ranges(of word: String, in text: String) -> [Range<Int>] {
    text.ranges(of: word).map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return start..<(start + word.utf8.count)
    }
  }

  private static func holds(_ query: StoryQuery, _ story: Story) -> Bool {
    switch query {
    case .all: true
    case .term(let term): story.article.title.contains(term.text)
    case .filter(.tag(let name)): story.article.tags.contains(name)
    case .filter: true
    case .and(let all): all.allSatisfy { holds($0, story) }
    case .or(let some): some.contains { holds($0, story) }
    case .not(let other): !holds(other, story)
    }
  }

  static func headline(_ story: Story) -> Headline {
    Headline(
      id: story.id, title: story.article.title, section: story.article.section, source: story.source,
      date: story.article.date ?? now, language: "hi", tags: story.article.tags,
      relatedCount: story.article.links.count, isRead: story.state.isRead, isStarred: story.state.isStarred)
  }
}
