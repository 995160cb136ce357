internal import NewsModel

/// Makes a ``ParsedFeed`` of what a reader of XML tells.
final class FeedBuilder: XMLContentHandler {
  /// Past so many items nobody reads on; a feed has some dozens.
  static let itemLimit = 50_000

  /// Where in a feed an element stands.
  enum Place {
    case root, channel, item, person, source, media, image
    /// Nothing in it is looked at.
    case ignored
    /// The element whose text is being captured, and those in it.
    case captured
  }

  struct Frame {
    var place: Place
    /// Kept for the end tag of markup.
    var name = ""
    var vocabulary = FeedVocabulary.core
    var hasPrefix = false
    var base: String?
    var language: String?
    /// `xml:lang` of this very element.
    var ownLanguage: String?
  }

  /// Which element is the root: "rss", with its prefix; nil when there is none.
  private(set) var rootName: String?
  /// False when the root belongs to no feed.
  private(set) var isFeed = false
  /// RDF is for anything; a feed it is when it has a channel or items.
  var isRDF = false
  var rootNamespace: String?
  private var vocabularies: [String: FeedVocabulary] = [:]
  var isAtom = false
  var feed = ParsedFeed(format: .rssUnversioned)
  /// The item being read.
  var draft: ItemDraft?
  var feedDraft = FeedDraft()
  var capture: TextCapture?
  /// Whose element the text was in that is being stored.
  private(set) var ended = FeedVocabulary.core
  private var spareBuffer: [UInt8] = []
  var frames: [Frame] = []
  /// Media RSS elements open in each other.
  var mediaStack: [MediaDraft] = []
  var person: PersonDraft?
  var isTruncated = false
  var notes: [ParseNote] = []
  var leftOutCount = 0
  var hasUpperCase = false
  let feedAddress: String?

  init(feedAddress: String?) {
    self.feedAddress = feedAddress
  }

  func note(_ note: ParseNote) {
    if notes.count < 50, !notes.contains(note) { notes.append(note) }
  }

  func truncated() { isTruncated = true }

  func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    if capture != nil {
      capture?.append(utf8)
    } else if person != nil, frames.last?.place == .person {
      person?.text.append(contentsOf: utf8)
    }
  }

  func start(_ element: XMLElement) {
    let vocabulary = vocabulary(of: element)
    var frame = Frame(
      place: .ignored, name: element.name, vocabulary: vocabulary, hasPrefix: !element.prefix.isEmpty,
      base: frames.last?.base, language: frames.last?.language)
    if capture != nil {
      frame.place = .captured
      capture?.start(element, vocabulary)
      frames.append(frame)
      return
    }
    if !element.attributes.isEmpty { readScope(element, into: &frame) }
    frame.place = frames.isEmpty ? root(element, vocabulary) : place(element, vocabulary, frame)
    frames.append(frame)
  }

  func end() {
    guard let frame = frames.popLast() else { return }
    switch frame.place {
    case .captured:
      guard let depth = capture?.depth else { return }
      if depth > 0 {
        capture?.end(frame.name, frame.vocabulary, hasPrefix: frame.hasPrefix)
      } else if let capture {
        self.capture = nil
        ended = frame.vocabulary
        store(capture)
        spareBuffer = capture.utf8
      }
    case .item: finishItem()
    case .person: finishPerson()
    case .media: finishMedia()
    case .root, .channel, .source, .image, .ignored: break
    }
  }

  private func vocabulary(of element: XMLElement) -> FeedVocabulary {
    if let namespace = element.namespace, let known = vocabularies[namespace] { return known }
    let vocabulary = FeedVocabulary.of(
      element.namespace, prefix: element.prefix, root: rootNamespace, isAtomFeed: isAtom)
    // What a root is, and what an unknown namespace under a known prefix is, depends on more than the namespace.
    if let namespace = element.namespace, !frames.isEmpty, vocabulary != .other, vocabularies.count < 100,
      FeedVocabulary.isKnown(namespace)
    {
      vocabularies[namespace] = vocabulary
    }
    return vocabulary
  }

  /// `xml:base` and `xml:lang`, which hold for what is inside.
  private func readScope(_ element: XMLElement, into frame: inout Frame) {
    if let base = element.attribute("xml", "base"), let trimmed = FeedTexts.trimmed(base) {
      frame.base = WebAddress.resolve(trimmed, against: frame.base ?? feedAddress) ?? frame.base
    }
    if let language = element.attribute("xml", "lang") {
      frame.language = FeedTexts.language(language)
      frame.ownLanguage = frame.language
      if frames.isEmpty { feedDraft.scopeLanguage = frame.language }
    }
  }

  func beginCapture(_ field: FeedField, _ form: TextCapture.Form, in frame: Frame) -> Place {
    capture = TextCapture(
      field: field, form: form, base: base(frame), ownLanguage: frame.ownLanguage, buffer: spareBuffer)
    spareBuffer = []
    return .captured
  }
}

extension FeedBuilder {
  private func root(_ element: XMLElement, _ vocabulary: FeedVocabulary) -> Place {
    rootName = element.prefix.isEmpty ? element.name : element.prefix + ":" + element.name
    let name = element.name.lowercased()
    rootNamespace = element.namespace
    if name != element.name, name == "rss" || name == "feed" { hasUpperCase = true }
    isFeed = true
    switch name {
    case "rss":
      feed.format = Self.rssFormat(version: element.attribute("version"))
      return .root
    case "feed", "entry":
      isAtom = true
      let isOld = element.namespace.map { FeedVocabulary.normalised($0) != "www.w3.org/2005/atom" } ?? false
      let version = element.attribute("version") ?? ""
      let isNew = !isOld || !FeedVocabulary.isAtom(element.namespace ?? "") && !version.hasPrefix("0.")
      feed.format = isNew && !version.hasPrefix("0.") ? .atom10 : .atom03
      if name == "entry" { return beginItem(element, base: nil, language: nil) }
      return .channel
    case "rdf":
      isRDF = true
      feed.format = .rss10
      return .root
    case "channel":
      feed.format = .cdf
      feedDraft.attributeLink = element.attribute("href")
      feedDraft.attributeBase = element.attribute("base")
      feed.updated = element.attribute("lastmod").flatMap(date)
      return .channel
    default:
      isFeed = false
      return .ignored
    }
  }

  private static func rssFormat(version: String?) -> FeedFormat {
    switch version.flatMap(FeedTexts.trimmed) {
    case "0.90", "0.9": .rss090
    case "0.91": .rss091
    case "0.92": .rss092
    case "0.93": .rss093
    case "0.94": .rss094
    case "1.0", "1.1": .rss10
    case let version? where version.hasPrefix("2"): .rss20
    default: .rssUnversioned
    }
  }

  /// What an element is, by the element that it stands in.
  private func place(_ element: XMLElement, _ vocabulary: FeedVocabulary, _ frame: Frame) -> Place {
    let name = element.name.lowercased()
    if name == "item" || name == "entry", vocabulary == .core || vocabulary == .atom, draft == nil {
      if name != element.name { hasUpperCase = true }
      if isRDF, let namespace = element.namespace { noteRDFVersion(namespace) }
      return beginItem(element, base: frame.base, language: frame.language)
    }
    switch frames.last?.place {
    case .root?:
      if name == "channel", vocabulary == .core || vocabulary == .atom {
        if isRDF, let namespace = element.namespace { noteRDFVersion(namespace) }
        feedDraft.hasChannel = true
        feedDraft.scopeLanguage = frame.language ?? feedDraft.scopeLanguage
        return .channel
      }
      return isRDF ? .ignored : startInFeed(element, name, vocabulary, frame)
    case .channel?: return startInFeed(element, name, vocabulary, frame)
    case .item?:
      draft?.hasContent = true
      return startInItem(element, name, vocabulary, frame)
    case .person?:
      let field: FeedField? = name == "name" ? .name : name == "email" ? .email : nil
      return field.map { beginCapture($0, .unknown, in: frame) } ?? .ignored
    case .source?: return startInSource(element, name, frame)
    case .media?: return vocabulary == .media ? startMedia(element, name, frame) : .ignored
    case .image?: return name == "url" ? beginCapture(.pictureAddress, .plain, in: frame) : .ignored
    default: return .ignored
    }
  }

  private func noteRDFVersion(_ namespace: String) {
    if FeedVocabulary.normalised(namespace).hasSuffix("rdf/simple/0.9") { feed.format = .rss090 }
  }
}
