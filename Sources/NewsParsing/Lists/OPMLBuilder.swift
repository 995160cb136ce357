import IndicText
import NewsModel

/// Makes the tree of a list from the elements of an OPML file.
final class OPMLBuilder {
  /// Whether an element of OPML was seen.
  private(set) var isOPML = false
  var notes = FeedListNotes()

  /// Deeper folders are taken apart.
  static let depthLimit = 64
  static let outlineLimit = 200_000
  static let textUTF8Limit = 1 << 16

  private var head: [FeedList.Fact] = []
  private var isInHead = false
  private var hasBody = false
  private var fact: FeedList.Fact?
  private var outlineCount = 0
  /// The list itself, then the outlines that are open.
  private var open: [Frame] = [Frame(line: 0)]

  private struct Frame {
    var line: Int
    var attributes = OutlineAttributes()
    var children: [FeedList.Outline] = []
    /// Feeds that stand in it.
    var addresses: Set<String> = []
    /// Whether lines stood in it; they are not among its children where folders are taken apart.
    var hasLines = false
  }

  func start(_ name: String, _ attributes: [OPMLEvents.Attribute], line: Int) {
    switch name.lowercased() {
    case "opml": isOPML = true
    case "head": isInHead = true
    case "body":
      isInHead = false
      hasBody = true
    case "outline":
      isOPML = true
      outlineCount += 1
      if outlineCount == Self.outlineLimit + 1 { notes.add(line: line, .cutOff(Self.outlineLimit)) }
      var frame = Frame(line: line)
      frame.attributes = OutlineAttributes(attributes)
      open.append(frame)
    default:
      if isInHead, fact == nil, open.count == 1, OPMLWriter.isName(name) { fact = FeedList.Fact(name: name, text: "") }
    }
  }

  func text(_ text: String) {
    guard let known = fact?.text.utf8.count, known + text.utf8.count <= Self.textUTF8Limit else { return }
    fact?.text += text
  }

  func end(_ name: String) {
    switch name.lowercased() {
    case "head": isInHead = false
    case "outline":
      if open.count > 1 { close() }
    default:
      guard let ended = fact, ended.name == name else { return }
      head.append(FeedList.Fact(name: ended.name, text: NormalForm.line(ended.text)))
      fact = nil
    }
  }

  /// The list, with outlines closed that the file left open.
  func finish() -> ParsedFeedList {
    while open.count > 1 { close() }
    if !hasBody, outlineCount == 0 { notes.add(line: nil, .bodyMissing) }
    return ParsedFeedList(list: FeedList(head: head, outlines: open[0].children), notes: notes.all)
  }
}

extension OPMLBuilder {
  /// Where the lines of the innermost open outline stand: deeper folders than the limit pass them on.
  private var target: Int { min(open.count - 1, Self.depthLimit) }

  private func close() {
    let isTakenApart = open.count - 1 > Self.depthLimit
    let frame = open.removeLast()
    guard outlineCount <= Self.outlineLimit || frame.hasLines else { return }
    let name = ListedName.shortened(frame.attributes.name)
    var lines: [FeedList.Outline] = []
    if let raw = frame.attributes.feedAddress {
      switch ListedAddress(raw) {
      case .taken(let address):
        // With its lines it comes into a folder of its own.
        let isAlone = !frame.hasLines || isTakenApart
        let isKnown = isAlone ? !open[target].addresses.insert(address).inserted : frame.addresses.contains(address)
        if isKnown { notes.add(line: frame.line, .repeated(address: address)) }
        if isKnown, isAlone { return }
        if !isKnown { lines.append(.feed(feed(frame.attributes, address: address))) }
        if frame.hasLines { notes.add(line: frame.line, .feedHeldLines(name: name)) }
      case .refused(let reason):
        notes.add(line: frame.line, .refused(address: ListedAddress.shown(raw), reason))
      }
      // The feed's attributes stay with the feed, and the folder that its lines make has none.
      if !frame.hasLines || isTakenApart {
        append(lines)
      } else {
        append([.folder(FeedFolder(name: name, outlines: lines + frame.children))])
      }
    } else if isTakenApart && frame.hasLines {
      notes.addOnce(line: nil, .foldersTooDeep(Self.depthLimit))
    } else if frame.hasLines || frame.attributes.isFolder {
      let attributes = frame.attributes.others(isFeed: false)
      append([.folder(FeedFolder(name: name, attributes: attributes, outlines: frame.children))])
    } else {
      note(frame, name: name)
      append([.other(OtherOutline(name: name, attributes: frame.attributes.othersOfLine))])
    }
  }

  /// Says what a reader may miss of an outline that is neither feed nor folder.
  private func note(_ frame: Frame, name: String) {
    let attributes = frame.attributes
    if attributes.hasFeedType {
      notes.add(line: frame.line, .addressMissing(name: name, site: attributes.siteURL.map(ListedAddress.shown)))
    } else if attributes.type == "include", let address = attributes["url"] {
      notes.add(line: frame.line, .listNotFollowed(address: ListedAddress.shown(address)))
    }
  }

  private func append(_ lines: [FeedList.Outline]) {
    // A feed that was refused leaves no line, and what holds nothing else is no folder for it.
    if lines.isEmpty { return }
    open[target].children += lines
    open[open.count - 1].hasLines = true
  }

  private func feed(_ attributes: OutlineAttributes, address: String) -> ListedFeed {
    let names = attributes.feedNames(address: address)
    return ListedFeed(
      address: address, title: names.title.map(ListedName.shortened), name: names.name.map(ListedName.shortened),
      siteURL: attributes.siteURL, language: attributes.language, tags: attributes.tags,
      wantsFullText: attributes.wantsFullText, attributes: attributes.others(isFeed: true))
  }
}
