/// What the words in an element's `class` and `id` say about it. They are English on pages of all languages.
struct NameHints: OptionSet, Sendable {
  let rawValue: UInt32

  /// Menus, paths through the site, page numbers.
  static let navigation = NameHints(rawValue: 1 << 0)
  /// Buttons to share and follow.
  static let sharing = NameHints(rawValue: 1 << 1)
  /// Other stories.
  static let related = NameHints(rawValue: 1 << 2)
  static let comments = NameHints(rawValue: 1 << 3)
  static let advertisement = NameHints(rawValue: 1 << 4)
  /// Begging: newsletters, subscriptions, applications, payment.
  static let begging = NameHints(rawValue: 1 << 5)
  static let consent = NameHints(rawValue: 1 << 6)
  /// Who wrote it, and about the writer.
  static let author = NameHints(rawValue: 1 << 7)
  /// Dates, times, counts, credits, tags: what is said about the text.
  static let about = NameHints(rawValue: 1 << 8)
  static let margin = NameHints(rawValue: 1 << 9)
  static let foot = NameHints(rawValue: 1 << 10)
  static let head = NameHints(rawValue: 1 << 11)
  static let hidden = NameHints(rawValue: 1 << 12)
  static let caption = NameHints(rawValue: 1 << 13)
  /// The name of the text itself: article-body, entry-content.
  static let body = NameHints(rawValue: 1 << 14)
  /// A word that names of texts have, and others too: article, content, main.
  static let content = NameHints(rawValue: 1 << 15)
  static let teaser = NameHints(rawValue: 1 << 16)
  static let tool = NameHints(rawValue: 1 << 17)
  /// Blocks of a page builder, which calls all of them widgets.
  static let builder = NameHints(rawValue: 1 << 18)

  /// What is not the text.
  static let furniture: NameHints = [
    .caption, .navigation, .sharing, .related, .comments, .advertisement, .begging, .consent, .author, .about, .margin,
    .foot,
    .hidden, .teaser, .tool,
  ]
}

extension NameHints {
  /// The hints of one element's names.
  static func of(_ node: HTMLNode) -> NameHints {
    var hints: NameHints = []
    let document = node.document
    let record = node.record
    for place in Int(record.dataStart)..<Int(record.dataEnd) {
      let attribute = document.attributes[place]
      guard attribute.attribute == .class || attribute.attribute == .id else { continue }
      // A long id is the text of a heading: "how-to-share-your-story".
      if attribute.attribute == .id, attribute.valueEnd - attribute.nameEnd > 24 { continue }
      document.strings.withUnsafeBufferPointer { strings in
        let start = Int(attribute.nameEnd)
        let end = min(Int(attribute.valueEnd), start + 512)
        hints.formUnion(of(UnsafeBufferPointer(rebasing: strings[start..<end])))
      }
      // As a name of its own only: "label-hidden" hides a label.
      if attribute.attribute == .class, node.classes.contains(where: { $0 == "hidden" || $0 == "hide" }) {
        hints.insert(.hidden)
      }
    }
    if hints.contains(.builder) { hints.remove(.margin) }
    return hints
  }

  static func of(_ names: String) -> NameHints {
    var names = names
    return names.withUTF8(of)
  }

  /// Names are parted into words at everything that is no letter, and where a capital follows a small letter.
  private static func of(_ names: UnsafeBufferPointer<UInt8>) -> NameHints {
    var all: NameHints = []
    // Those of the name that is being read.
    var hints: NameHints = []
    var key = emptyKey
    var previousKey: UInt64 = 0
    var previous: UInt8 = 0
    func endWord() {
      if key != emptyKey {
        if let hint = words[key] { hints.formUnion(hint) }
        if previousKey != 0, let hint = words[pair(previousKey, key)] { hints.formUnion(hint) }
        previousKey = key
      }
      key = emptyKey
    }
    // "article-body-related" is a part of the body, and not the text.
    func endName() {
      if !hints.isDisjoint(with: furniture) { hints.remove(.body) }
      all.formUnion(hints)
      hints = []
    }
    for byte in names {
      let lower = byte | 0x20
      let isLetter = lower >= 0x61 && lower <= 0x7A
      let isCapital = isLetter && byte & 0x20 == 0
      if isCapital, previous >= 0x61, previous <= 0x7A { endWord() }
      if isLetter {
        key = hashed(key, lower)
      } else {
        endWord()
        // Pairs of words stand within one name.
        if byte == 0x20 || byte == 0x0A || byte == 0x09 {
          previousKey = 0
          endName()
        }
      }
      previous = byte
    }
    endWord()
    endName()
    return all
  }

  /// FNV-1a.
  private static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hashed(_ key: UInt64, _ byte: UInt8) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 &+ second }

  private static let words: [UInt64: NameHints] = {
    var table: [UInt64: NameHints] = [:]
    func key(_ word: Substring) -> UInt64 { word.utf8.reduce(emptyKey, hashed) }
    func add(_ hint: NameHints, _ list: String) {
      for entry in list.split(whereSeparator: \.isWhitespace) {
        let parts = entry.split(separator: "-")
        let whole = parts.count == 2 ? pair(key(parts[0]), key(parts[1])) : key(parts[0])
        table[whole, default: []].formUnion(hint)
      }
    }
    add(
      .navigation,
      """
      nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager paginator pagenav pagelinks subnav
      navi topnav navbox toc skiplink skiplinks sitemap prevnext post-navigation prev-next next-post previous-post
      """)
    add(
      .sharing,
      """
      share shares sharing sharer sharebar sharebox sharethis share-bar share-box addthis addtoany social socials sociable
      socialmedia follow followus facebook twitter whatsapp telegram pinterest linkedin instagram shariff bookmark bookmarks
      jetpack-likes sharedaddy viral social-links likes
      """)
    add(
      .related,
      """
      related relateds relatedposts relatedarticles relatednews recommended recommendation recommendations recommend
      readmore read-more readnext read-next alsoread also-read readalso read-also seealso see-also more-stories more-news
      more-articles more-posts more-from latest-news latest-posts recent-posts recent-stories recentposts trending popular
      mostpopular most-popular mostread most-read mostviewed most-viewed most-commented outbrain taboola zergnet yarpp crp
      related-links relatedlinks view-more viewmore more-links interesting-articles
      onward next-up upnext up-next similar suggested suggestions youmaylike may-like jp-relatedposts relcontent
      spotlight top-stories topstories next-article next-story
      """)
    add(
      .comments,
      """
      comment comments commentlist comment-list commentarea respond disqus discussion livefyre commenting replies
      trackback trackbacks pingback pingbacks commentform
      """)
    add(
      .advertisement,
      """
      ad ads adv advert adverts advertisement advertisements advertising adsense adslot adbox adunit adwrapper dfp gpt
      sponsor sponsored sponsors promo promos promoted promotion promotions paidcontent paid-content affiliate banner
      banners billboard leaderboard googlead skyscraper commercial adsbygoogle
      """)
    add(
      .begging,
      """
      newsletter newsletters news-letter appstores app-stores subscribe subscription subscriptions signup sign-up optin opt-in mailchimp donate donation
      paywall premium-box membership register registration login signin sign-in appbanner app-download download-app
      call-action cta inline-signup mailing syndication push-notification
      """)
    add(.consent, "cookie cookies cookiebar consent gdpr privacy-notice onetrust cmp disclaimer disclosure")
    add(
      .author,
      """
      author authors byline bylines bio authorbox author-box authorbio aboutauthor about-author contributor contributors
      vcard profile biography postedby posted-by writer user-info
      """)
    add(
      .about,
      """
      meta metadata postmeta entry-meta post-meta article-meta dateline timestamp datetime tags taglist tag-list tagcloud
      posttags keywords topics categories category-list cat-links entry-utility postmetadata post-info article-info
      rating ratings stars wordcount readtime reading-time source-link copyright credits printonly pubdate post-date
      article-date publish-date views viewcount stats filed-under filedunder
      """)
    add(
      .margin,
      """
      sidebar sidebars side-bar aside rail right-rail left-rail rightrail leftrail rightcol leftcol right-column
      left-column widget widgets complementary sidebox infobox-side
      """)
    add(.builder, "elementor-widget elementor-element siteorigin-widget")
    add(.foot, "footer footers foot bottombar colophon pagefooter footnav")
    add(.head, "header masthead topbar site-header pageheader banner-top page-header")
    add(
      .hidden,
      "invisible visuallyhidden visually-hidden screenreader screen-reader sr-only offscreen noprint no-print hide-print d-none is-hidden"
    )
    add(
      .caption,
      """
      caption captions figcaption legend credit photocredit gallery galleries slideshow imagecaption photocaption mediacaption
      copyright-notice lightbox photo-info img-description image-description photo-description picture-description
      img-caption image-info img-info
      """)
    add(
      .body,
      """
      article-body articlebody article-content articlecontent article-text articletext entry-content entrycontent
      post-content postcontent post-body postbody post-text posttext story-body storybody story-content storycontent
      story-text storytext body-text bodytext body-copy bodycopy article-copy news-content news-body news-text news-detail
      post-entry postentry page-content main-text single-content blog-content blog-body text-body content-body contentbody
      story-detail article-detail news-description article-description story-description article-full rich-text
      field-body e-content art-postcontent theme-content article-main postarea fulltext td-post story-section
      """)
    add(
      .content,
      """
      article articles content contents entry hentry post posts story stories body text main blog news page maincontent
      primary detail details column copy prose single
      """)
    add(
      .teaser,
      "teaser teasers excerpt-list cards cardlist promo-list carousel slider slideshow-nav gallery-nav ticker marquee")
    add(
      .tool,
      """
      toolbar tools toolbox button buttons btn popup modal overlay lightbox dialog tooltip dropdown search searchbox
      searchform print email-link emailthis contact feedback survey poll polls quiz language-switcher fontsize font-size
      text-size player-controls rss
      """)
    return table
  }()
}
