internal import NewsModel

extension FeedBuilder {
  func beginItem(_ element: XMLElement, base: String?, language: String?) -> Place {
    let draft = ItemDraft()
    if element.attribute("xml", "lang") != nil { draft.item.language = language }
    draft.about = element.attribute("rdf", "about").flatMap(FeedTexts.trimmed)
    if feed.format == .cdf {
      if let address = element.attribute("href") {
        draft.item.url = FeedTexts.link(address, base: feedDraft.attributeBase ?? feedAddress)
        draft.linkRank = 1
      }
      draft.item.rawModified = element.attribute("lastmod").flatMap(FeedTexts.trimmed)
      draft.item.modified = draft.item.rawModified.flatMap(date)
    }
    self.draft = draft
    return .item
  }

  func startInFeed(_ element: XMLElement, _ name: String, _ vocabulary: FeedVocabulary, _ frame: Frame) -> Place {
    if vocabulary == .core || vocabulary == .atom {
      switch name {
      case "image", "textinput", "items", "cloud", "skiphours", "skipdays": return .ignored
      case "link":
        guard let address = element.attribute("href") else { break }
        feedLink(address, element, frame)
        return .ignored
      case "author", "managingeditor":
        person = PersonDraft(isAuthor: true)
        return .person
      default: break
      }
    }
    guard let field = FeedField.ofFeed(name, vocabulary) else { return .ignored }
    return beginCapture(field, form(of: field, element, vocabulary), in: frame)
  }

  func startInItem(_ element: XMLElement, _ name: String, _ vocabulary: FeedVocabulary, _ frame: Frame) -> Place {
    switch vocabulary {
    case .core, .atom:
      if let place = startCore(element, name, vocabulary, frame) { return place }
    case .media: return startMedia(element, name, frame)
    case .itunes where name == "category":
      draft?.addTag(element.attribute("text").flatMap { FeedTexts.line($0, isHTML: false) })
      return .ignored
    case .itunes where name == "image":
      if let address = element.attribute("href") ?? element.attribute("url") { addThumbnail(address, frame) }
      return .ignored
    default: break
    }
    guard let field = FeedField.ofItem(name, vocabulary) else { return .ignored }
    if field == .id { draft?.isPermalink = vocabulary == .core && name == "guid" }
    return beginCapture(field, form(of: field, element, vocabulary), in: frame)
  }

  /// Elements that say something with their attributes or children; nil for those with a text.
  private func startCore(
    _ element: XMLElement, _ name: String, _ vocabulary: FeedVocabulary, _ frame: Frame
  ) -> Place? {
    switch name {
    case "author", "contributor":
      person = PersonDraft(isAuthor: name == "author")
      return .person
    case "link":
      guard let address = element.attribute("href") else { return nil }
      itemLink(address, element, frame)
      return .ignored
    case "a" where feed.format == .cdf:
      if let address = element.attribute("href") { setLink(address, rank: 2, frame) }
      return .ignored
    case "enclosure":
      guard let address = element.attribute("url") ?? element.attribute("href") else { return .ignored }
      let count = (element.attribute("length") ?? element.attribute("filesize")).flatMap { Int($0) }
      addFile(address, element.attribute("type"), count, frame)
      return .ignored
    case "source":
      // RSS has the publication's name in it, Atom the head of the feed that the entry was taken from.
      guard isAtom || vocabulary == .atom else { return nil }
      return .source
    case "image": return .image
    case "category":
      guard let term = element.attribute("label") ?? element.attribute("term") else { return nil }
      draft?.addTag(FeedTexts.line(term, isHTML: nil))
      return .ignored
    case "guid":
      let isPermalink = element.attribute("ispermalink").flatMap(FeedTexts.trimmed)?.lowercased() != "false"
      draft?.isPermalink = isPermalink
      return beginCapture(.id, .plain, in: frame)
    case "content":
      if let address = element.attribute("src") { draft?.contentAddress = FeedTexts.link(address, base: base(frame)) }
      return nil
    default: return nil
    }
  }

  func startInSource(_ element: XMLElement, _ name: String, _ frame: Frame) -> Place {
    switch name {
    case "title": return beginCapture(.sourceTitle, form(of: .title, element, .core), in: frame)
    case "author":
      person = PersonDraft(isAuthor: true)
      return .person
    default: return .ignored
    }
  }

  func startMedia(_ element: XMLElement, _ name: String, _ frame: Frame) -> Place {
    switch name {
    case "group", "content":
      var media = MediaDraft(pictureStart: draft?.item.pictures.count ?? 0)
      if name == "content" {
        media.address = element.attribute("url")
        media.mediaType = element.attribute("type")
        media.byteCount = element.attribute("filesize").flatMap { Int($0) }
        media.isPicture = isPicture(media.mediaType, element.attribute("medium"), media.address)
      }
      mediaStack.append(media)
      return .media
    case "thumbnail":
      if let address = element.attribute("url") { addThumbnail(address, frame) }
      return .ignored
    case "category" where element.attribute("label") != nil:
      draft?.addTag(element.attribute("label").flatMap { FeedTexts.line($0, isHTML: false) })
      return .ignored
    default:
      guard let field = FeedField.ofItem(name, .media) else { return .ignored }
      let isHTML = element.attribute("type") == "html"
      return beginCapture(field, isHTML ? .html : .unknown, in: frame)
    }
  }

  private func isPicture(_ mediaType: String?, _ medium: String?, _ address: String?) -> Bool {
    if let medium { return medium.lowercased() == "image" }
    if let mediaType { return mediaType.lowercased().hasPrefix("image/") }
    let path = (address ?? "").prefix { $0 != "?" }.lowercased()
    return ["jpg", "jpeg", "png", "gif", "webp", "avif"].contains { path.hasSuffix("." + $0) }
  }

  func base(_ frame: Frame) -> String? { frame.base ?? feedAddress ?? feed.siteURL }

  /// How an element's text is to be read: Atom says it in attributes, the others leave it open.
  private func form(of field: FeedField, _ element: XMLElement, _ vocabulary: FeedVocabulary) -> TextCapture.Form {
    switch field {
    case .title, .summary, .content: break
    case .category, .author, .sourceTitle, .name, .keywords: return .unknown
    default: return .plain
    }
    if vocabulary == .content { return .html }
    if vocabulary == .xhtml { return .xhtml }
    guard vocabulary == .core || vocabulary == .atom else { return .unknown }
    let written = element.attribute("type").flatMap(FeedTexts.trimmed)?.lowercased()
    guard isAtom || vocabulary == .atom || written != nil else {
      return element.name.lowercased() == "fullitem" ? .html : .unknown
    }
    return Self.atomForm(type: written ?? "text", mode: element.attribute("mode")?.lowercased())
  }

  /// Atom 1.0 (RFC 4287, section 3.1.1 and 4.1.3.3) and 0.3, where a mode stands beside a media type.
  static func atomForm(type: String, mode: String?) -> TextCapture.Form {
    let type = type.prefix { $0 != ";" }.filter { $0 != " " }
    let isHTML = type == "html" || type == "text/html"
    let isXML = type == "xhtml" || type.hasSuffix("+xml") || type.hasSuffix("/xml")
    let isText = !type.contains("/") || type.hasPrefix("text/")
    if mode == "base64" || (mode == nil && !isText && !isXML) {
      let isMedia = ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
      return isMedia ? .none : .base64(isHTML: isHTML || isXML)
    }
    if isHTML { return mode == "xml" ? .xhtml : .html }
    if isXML { return mode == "escaped" ? .html : .xhtml }
    return .plain
  }
}

extension FeedBuilder {
  /// `alternate`, also as the address that IANA gives it.
  private func relation(_ element: XMLElement) -> String {
    let written = element.attribute("rel").flatMap(FeedTexts.trimmed)?.lowercased() ?? "alternate"
    return written.hasPrefix("http://www.iana.org/assignments/relation/") ? String(written.dropFirst(41)) : written
  }

  private func feedLink(_ address: String, _ element: XMLElement, _ frame: Frame) {
    switch relation(element) {
    case "alternate":
      let type = element.attribute("type")?.lowercased() ?? "text/html"
      let isPage = type.contains("html")
      if feed.siteURL == nil, isPage || type.isEmpty { feed.siteURL = FeedTexts.link(address, base: base(frame)) }
    case "self": if feed.selfURL == nil { feed.selfURL = FeedTexts.link(address, base: base(frame)) }
    default: break
    }
  }

  private func itemLink(_ address: String, _ element: XMLElement, _ frame: Frame) {
    let type = element.attribute("type").flatMap(FeedTexts.trimmed)?.lowercased()
    let isPage = type.map { $0.contains("html") } ?? true
    switch relation(element) {
    case "alternate": setLink(address, rank: isPage ? 3 : 1, frame)
    case "enclosure": addFile(address, type, element.attribute("length").flatMap { Int($0) }, frame)
    case "related":
      if draft?.relatedLink == nil { draft?.relatedLink = FeedTexts.link(address, base: base(frame)) }
    case "replies":
      if isPage, draft?.item.commentsURL == nil {
        draft?.item.commentsURL = FeedTexts.link(address, base: base(frame))
      }
    default: break
    }
  }

  private func setLink(_ address: String, rank: Int, _ frame: Frame) {
    draft?.setLink(FeedTexts.link(address, base: base(frame)), rank: rank)
  }

  func addFile(_ address: String, _ mediaType: String?, _ byteCount: Int?, _ frame: Frame) {
    guard let link = FeedTexts.link(address, base: base(frame)) else { return }
    let type = mediaType.flatMap(FeedTexts.trimmed)?.lowercased()
    if isPicture(type, nil, link) {
      draft?.addPicture(ItemPicture(url: link))
    } else {
      draft?.addAttachment(
        Attachment(url: link, mediaType: type, byteCount: byteCount.flatMap { $0 > 0 ? $0 : nil }))
    }
  }

  private func addThumbnail(_ address: String, _ frame: Frame) {
    draft?.addThumbnail(FeedTexts.link(address, base: base(frame)))
  }
}
