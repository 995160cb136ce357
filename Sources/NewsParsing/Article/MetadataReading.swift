internal import IndicText
internal import NewsModel

/// Reads all of a page's accounts of itself and decides between them.
struct MetadataReading {
  let document: HTMLDocument
  let metas: MetaTags
  let links: PageLinks
  let graph: SchemaGraph
  let byline: VisibleByline
  let base: String?
  private let headings: [String]
  private let documentTitle: String?
  private var story: SchemaStory?
  private var result = PageMetadata()

  init(_ document: HTMLDocument, url: String?) {
    self.document = document
    metas = MetaTags(document)
    links = PageLinks(document, url: url)
    graph = SchemaGraph(document)
    byline = VisibleByline(document)
    base = links.base
    headings = document.root.descendants(.h1).prefix(12).compactMap { MarkupText.line($0.plainText) }.compactMap(
      Self.title)
    documentTitle = document.root.descendants(.title).first { $0.closest(.svg) == nil }.flatMap {
      MarkupText.line($0.text)
    }.flatMap(Self.title)
    var page = SchemaStory.Page()
    page.addresses = Set(
      [url, links.canonical, metas.first("og:url")].compactMap { $0 }.map(PageAddress.key))
    page.titleKeys = (headings + [documentTitle, metas.first("og:title").flatMap(Self.title)].compactMap { $0 }).map {
      SearchKey.fold($0)
    }
    story = SchemaStory(graph, page: page)
  }

  /// Nil for a text that is too long for a headline: it costs time and can be none.
  private static func title(_ text: String) -> String? {
    text.utf8.count <= SchemaStory.titleUTF8CountLimit ? text : nil
  }

  mutating func metadata() -> PageMetadata {
    readSite()
    readTitle()
    readAuthors()
    readDates()
    readRest()
    return result
  }
}

extension MetadataReading {
  private mutating func readSite() {
    // A canonical address that is the site's front page is a mistake of the page's.
    let ownURLs = [links.canonical, metas.first("og:url")].compactMap { $0 } + (story?.addresses ?? [])
    for url in ownURLs where result.canonicalURL == nil {
      result.canonicalURL = PageAddress.absolute(url, base: base).flatMap {
        WebAddress($0)?.isSiteRoot == true ? nil : $0
      }
    }
    result.ampURL = links.amp
    let names = story?.names("publisher") ?? []
    let siteName = metas.first(
      "og:site_name", "og:sitename", "application-name", "apple-mobile-web-app-title", "dc.publisher")
    result.siteName = metas.first("og:site_name") ?? story?.siteName ?? names.first ?? siteName
    let hosts = [result.canonicalURL, links.base].compactMap { $0 }.compactMap(PageAddress.host)
    result.publisher = PublisherTable.name(
      host: hosts.first { PublisherTable.entry(host: $0) != nil } ?? hosts.first,
      names: (names + [result.siteName].compactMap { $0 }).map(MetadataReading.siteName))
  }

  /// "Site - what it is about" is how some pages name their site.
  static func siteName(_ text: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", ": "] {
      if let first = text.split(separator: mark).first, first.count < text.count, text.count > 30 {
        return String(first.trimmed)
      }
    }
    return text
  }

  private var siteNames: [String] {
    let host = [result.canonicalURL, links.base].compactMap { $0 }.lazy.compactMap(PageAddress.host).first
    let labels = host.map { host -> [String] in
      let parts = host.split(separator: ".").map(String.init)
      return [host] + parts.dropLast().filter { $0.count > 3 }
    }
    return [result.siteName, result.siteName.map(Self.siteName), result.publisher].compactMap { $0 }
      + (story?.names("publisher") ?? []) + [metas.first("application-name")].compactMap { $0 } + (labels ?? [])
  }

  private mutating func readTitle() {
    var page = PageTitle.Candidates()
    page.headings = headings
    page.siteNames = siteNames
    page.named = [
      story?.ownText("headline", "name"), metas.first("og:title"),
      metas.first("twitter:title", "parsely-title", "sailthru.title", "dc.title"),
    ].compactMap { $0 }.compactMap(Self.title)
    page.document = documentTitle
    guard let (title, cut) = PageTitle.choose(page) else { return }
    result.title = title
    result.siteNameInTitle = cut
    result.summary = [
      story?.ownText("description"), metas.first("og:description"), metas.first("description"),
      metas.first("twitter:description"),
      metas.first("dc.description", "dc.abstract", "sailthru.description"), story?.ownText("abstract"),
      story?.text("description"),
    ].compactMap { $0 }.first { SearchKey.fold($0) != SearchKey.fold(title) }
  }

  private mutating func readAuthors() {
    let sources: [[String]] = [
      story?.names("author") ?? [], byline.markedAuthors,
      metas.all("dc.creator") + metas.all("author"), metas.all("parsely-author"),
      metas.all("sailthru.author"), metas.all("article:author") + metas.all("article:author_name"),
      metas.all("og:article:author"),
      metas.all("byl"),
      metas.all("twitter:data1").filter { _ in
        (metas.first("twitter:label1") ?? "").lowercased().contains("written by")
      }, byline.namedAuthors, story?.names("creator") ?? [],
    ]
    let siteKeys = Set(siteNames.map { SearchKey.fold($0) })
    var companies: [String] = []
    for source in sources {
      let names = PageAuthors.cleaned(source)
      let people = names.filter { !siteKeys.contains(SearchKey.fold($0)) && !PublisherNames.isName(SearchKey.fold($0)) }
      if !people.isEmpty {
        // Some systems tell machines the first of several only.
        let all = PageAuthors.cleaned(metas.all("author"))
        result.authors = people.count == 1 && all.count > 1 && all.contains(people[0]) ? all : people
        return
      }
      if companies.isEmpty { companies = names }
    }
    result.authors = companies
    result.namesNoPerson = true
  }

  private mutating func readDates() {
    let published = PageDates.choose([
      story.flatMap { [$0.ownText("datePublished", "uploadDate")] } ?? [],
      [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "article.published", "publish-date", "publish_date", "publishdate", "published-date",
        "publication_date", "pubdate", "cxenseparse:recs:publishtime", "article:published", "dc.date.issued",
        "dc.issued", "dc.date.created", "dc.created", "iso-8601-publish-date", "rnews:datepublished",
        "originalpublicationdate", "article_date_original", "citation_publication_date", "citation_date",
      ].map { metas.first($0) },
      byline.published.map { $0 },
      [story?.ownText("dateCreated")],
      ["dc.date", "date", "article:created", "created", "displaydate"].map { metas.first($0) },
      byline.undecided.map { $0 },
      [story?.text("datePublished")],
    ])
    let modified = PageDates.choose([
      story.flatMap { [$0.ownText("dateModified")] } ?? [],
      [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified",
        "lastmod", "last-modified-date", "dc.date.modified", "dc.modified", "last-modified", "modified",
      ].map { metas.first($0) },
      byline.modified.map { $0 },
      [story?.text("dateModified")],
    ])
    result.published = published?.timestamp
    result.rawPublished = published?.raw
    // A change before the story appeared is a mistake of the page's clock.
    if let modified, published.map({ modified.timestamp.secondsSince1970 >= $0.timestamp.secondsSince1970 }) ?? true {
      result.modified = modified.timestamp
      result.rawModified = modified.raw
    }
    if result.published == nil, let day = (result.canonicalURL ?? links.base).flatMap(PageAddress.day),
      let reading = DateParser.read(day)
    {
      // Not before a change that the page tells on the same day.
      result.published = reading.timestamp
      result.rawPublished = day
    }
    for date in [published, modified].compactMap({ $0 }) {
      if !date.hasTime { result.notes.append(.timeMissing(date.raw)) }
      if date.hasTime, !date.hasZone { result.notes.append(.zoneAssumed(date.raw)) }
    }
  }

  private mutating func readRest() {
    result.type = story?.type
    result.language =
      (document.root[.lang] ?? story?.ownText("inLanguage")
      ?? metas.first("content-language", "language", "dc.language", "og:locale"))
      .map(NormalForm.line).flatMap(PageLanguage.tag)
    result.section =
      story?.ownText("articleSection")
      ?? metas.first("article:section", "og:article:section", "section", "parsely-section", "sailthru.section")
    let breadcrumb = story?.breadcrumbNames ?? []
    if let section = result.section, ScriptShare(section).dominant == .latin,
      let inScript = breadcrumb.first(where: {
        ScriptShare($0).dominant == .devanagari && !PageReading.homeNames.contains(SearchKey.fold($0))
      })
    {
      result.section = inScript
    }
    if result.section == nil {
      let names = breadcrumb.filter {
        !PageReading.homeNames.contains(SearchKey.fold($0)) && SearchKey.fold($0) != SearchKey.fold(result.title ?? "")
          && $0.split(separator: " ").count <= 4
      }
      result.section = names.first
    }
    let tags: [[String]] = [
      metas.all("article:tag").flatMap(PageTags.parted), story?.keywords ?? [],
      metas.all("news_keywords").flatMap(PageTags.parted),
      metas.all("parsely-tags").flatMap(PageTags.parted), metas.all("sailthru.tags").flatMap(PageTags.parted),
      metas.all("keywords").flatMap(PageTags.parted),
    ]
    result.tags = tags.lazy.map { PageTags.cleaned($0) }.first { !$0.isEmpty } ?? []
    result.picture = picture()
    result.isAccessibleForFree = story?.isAccessibleForFree ?? Self.isFree(tier: metas.first("article:content_tier"))
    result.articleBody = story?.bodyText
    result.liveUpdates = story?.liveUpdates ?? []
    result.feeds = links.feeds
    if !graph.repairs.isEmpty { result.notes.append(.structuredDataRepaired) }
  }

  private static func isFree(tier: String?) -> Bool? {
    switch tier?.lowercased() {
    case "locked", "metered": false
    case "free": true
    default: nil
    }
  }

  private func picture() -> PagePicture? {
    var named = story?.picture
    let shown = metas.first(
      "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "thumbnail")
    if named == nil, let shown { named = (shown, metas.first("og:image:alt", "twitter:image:alt")) }
    guard let named, let url = PageAddress.absolute(named.url, base: base) else {
      return links.imageSource.map { PagePicture(url: $0) }
    }
    return PagePicture(url: url, caption: named.caption)
  }
}
