/// A publisher of the catalogue.
public struct CataloguePublisher: Hashable, Sendable {
  /// Never changes: `amar-ujala`.
  public var id: String
  /// As its readers write it.
  public var name: String
  /// In Latin letters.
  public var latinName: String
  public var siteURL: String?

  public init(id: String, name: String, latinName: String, siteURL: String? = nil) {
    self.id = id
    self.name = name
    self.latinName = latinName
    self.siteURL = siteURL
  }
}

/// A list that addresses of the catalogue were found in.
public struct CatalogueSource: Hashable, Sendable {
  /// `S2`, as the catalogue's file says.
  public var id: String
  public var name: String
  /// When the list's author fetched its feeds; nil when the list tells no date.
  public var checked: CatalogueMonth?

  public init(id: String, name: String, checked: CatalogueMonth? = nil) {
    self.id = id
    self.name = name
    self.checked = checked
  }
}

/// A month of the Gregorian calendar: `2026-09`.
public struct CatalogueMonth: Hashable, Sendable, Comparable {
  public var year: Int
  /// 1 to 12.
  public var month: Int

  /// Takes `2026-09`; nil for everything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
      let month = Int(parts[1]), year >= 1990, (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
  }

  public var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  public static func < (left: CatalogueMonth, right: CatalogueMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

/// One feed of the catalogue, or a publisher that has none.
public struct CatalogueEntry: Hashable, Sendable {
  /// What a feed gives of a story.
  public enum Content: String, Hashable, Sendable, CaseIterable, Codable {
    /// Headline and a sentence or two; the story is on its page.
    case summary
    case full
    case unknown
  }

  public var publisher: CataloguePublisher
  /// Told where the publisher has two feeds of one section: दिल्ली एनसीआर.
  public var title: String?
  /// BCP 47. Feeds say their language wrong more often than not; this one holds.
  public var language: String
  public var section: CatalogueSection
  /// Nil is national.
  public var state: CatalogueState?
  /// Normalised, so the same as the feed's ID in the store; nil when the publisher has no feed and its pages are imported.
  public var address: String?
  public var content: Content
  /// Nil when nobody looked.
  public var hasPictures: Bool?
  /// When the feed was last believed to work. How it goes now, the store's `FeedHealth` says.
  public var lastKnownGood: CatalogueMonth
  /// Nil for publishers without a feed.
  public var source: CatalogueSource?
  /// False for what speaks for a party: only for a reader who asks for it.
  public var isOffered: Bool
  /// Whether it may be chosen for a reader who chooses nothing.
  public var isDefault: Bool

  public init(
    publisher: CataloguePublisher, title: String? = nil, language: String, section: CatalogueSection,
    state: CatalogueState? = nil, address: String?, content: Content = .unknown, hasPictures: Bool? = nil,
    lastKnownGood: CatalogueMonth, source: CatalogueSource? = nil, isOffered: Bool = true, isDefault: Bool = false
  ) {
    self.publisher = publisher
    self.title = title
    self.language = language
    self.section = section
    self.state = state
    self.address = address
    self.content = content
    self.hasPictures = hasPictures
    self.lastKnownGood = lastKnownGood
    self.source = source
    self.isOffered = isOffered
    self.isDefault = isDefault
  }

  /// Whether there is no feed and pages are imported.
  public var isPageImport: Bool { address == nil }

  /// "अमर उजाला · उत्तर प्रदेश"; the section is left out where the feed is of everything.
  ///
  /// - Parameter language: of the reader's labels, `hi`, `mr` or `en`.
  public func name(in language: String) -> String {
    let part = title ?? state?.name.text(in: language) ?? (section.isGeneral ? nil : section.name.text(in: language))
    let publisher = language.hasPrefix("en") ? self.publisher.latinName : self.publisher.name
    return part.map { publisher + " · " + $0 } ?? publisher
  }

  /// What a list of feeds would say of it; nil for a publisher without a feed.
  ///
  /// - Parameter language: of the name that the feed gets, as for ``name(in:)``.
  public func listedFeed(in language: String) -> ListedFeed? {
    address.map {
      ListedFeed(address: $0, title: name(in: language), siteURL: publisher.siteURL, language: self.language)
    }
  }
}
