import IndicText
import NewsModel

/// Reads newsboat's `urls` file, and plain lists of addresses, which are the same without tags.
///
/// One feed a line: its address, then tags, each a word or in double quotes with backslash escapes; `#` begins a comment; `~name` is the
/// reader's name for the feed, `!` hides it there (newsboat's manual, "Tagging" and the `urls` file). Lines that would run a program
/// (`exec:`, `filter:`), open a file or search (`query:`) are refused with a note each.
public struct NewsboatURLsParser: Sendable {
  public init() {}

  /// - Throws: ``FeedListError`` when no line of the text looks like one of such a list.
  public func parse(_ bytes: [UInt8]) throws(FeedListError) -> ParsedFeedList {
    let text: String
    do { text = try DumpDecoding.text(of: bytes).text } catch {
      if case .tooLarge(let utf8Count, let limit) = error { throw .tooLarge(utf8Count: utf8Count, limit: limit) }
      throw .notAFeedList(.binary)
    }
    return try parse(text: text)
  }

  /// - Throws: ``FeedListError``, as for bytes.
  public func parse(text: String) throws(FeedListError) -> ParsedFeedList {
    var reading = Reading()
    var lineNumber = 0
    var isBlank = true
    // A carriage return and its line feed are one Character.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lineNumber += 1
      if lineNumber > OPMLBuilder.outlineLimit {
        reading.notes.add(line: lineNumber, .cutOff(OPMLBuilder.outlineLimit))
        break
      }
      if !line.allSatisfy(\.isWhitespace) { isBlank = false }
      reading.take(line, number: lineNumber)
    }
    if isBlank { throw .empty }
    guard reading.isList else { throw .notAFeedList(.text) }
    return ParsedFeedList(list: FeedList(outlines: reading.outlines), notes: reading.notes.all)
  }
}

extension NewsboatURLsParser {
  private struct Reading {
    var outlines: [FeedList.Outline] = []
    var notes = FeedListNotes()
    /// Whether any line was one of a list: a feed, or what a list of feeds may hold.
    var isList = false
    /// Where each address stands.
    private var indices: [String: Int] = [:]

    mutating func take(_ line: Substring, number: Int) {
      var words = URLsLine(line)
      guard var raw = words.next() else { return }
      // A list copied from a page or a note.
      if ["-", "*", "•", "–"].contains(raw), let next = words.next() { raw = next }
      let address: String
      switch ListedAddress(raw) {
      case .refused(let reason):
        if Self.belongsToLists(reason, raw) { isList = true }
        notes.add(line: number, .refused(address: ListedAddress.shown(raw), reason))
        return
      case .taken(let taken): address = taken
      }
      isList = true
      var feed = ListedFeed(address: address)
      var others: [String] = []
      while let word = words.next() {
        if word.hasPrefix("http://") || word.hasPrefix("https://") { others.append(word) } else { take(word, &feed) }
      }
      if words.isQuoteOpen { notes.add(line: number, .quoteNotClosed) }
      add(feed, line: number)
      if feed.attributes[OutlineAttributes.newsboatHidden] != nil {
        notes.add(line: number, .shownThoughHidden(address: address))
      }
      for other in others {
        if case .taken(let address) = ListedAddress(other) { add(ListedFeed(address: address), line: number) }
      }
    }

    /// Prose has lines that look like other schemes ("Note: …") and like paths.
    private static func belongsToLists(_ reason: FeedListNote.Refusal, _ raw: String) -> Bool {
      switch reason {
      case .runsProgram, .filtersThroughProgram, .smartList: true
      case .localFile: raw.prefix(5).lowercased() == "file:"
      case .scheme, .notAnAddress: false
      }
    }

    private func take(_ word: String, _ feed: inout ListedFeed) {
      let text = NormalForm.line(word)
      switch text.first {
      case "~":
        let name = NormalForm.line(String(text.dropFirst()))
        if !name.isEmpty { feed.name = ListedName.shortened(name) }
      case "!": feed.attributes[OutlineAttributes.newsboatHidden] = "true"
      case nil: break
      default: if !feed.tags.contains(text) { feed.tags.append(text) }
      }
    }

    /// newsboat takes an address twice as one feed with the tags of both lines.
    private mutating func add(_ feed: ListedFeed, line: Int) {
      guard let index = indices[feed.address], case .feed(var known) = outlines[index] else {
        indices[feed.address] = outlines.count
        outlines.append(.feed(feed))
        return
      }
      for tag in feed.tags where !known.tags.contains(tag) { known.tags.append(tag) }
      known.name = known.name ?? feed.name
      outlines[index] = .feed(known)
      notes.add(line: line, .repeated(address: feed.address))
    }
  }
}

/// The words of a line of `urls`.
private struct URLsLine {
  private var rest: Substring.UnicodeScalarView
  private(set) var isQuoteOpen = false

  init(_ line: Substring) {
    rest = line.unicodeScalars
  }

  /// Nil at the end of the line, or at a comment.
  mutating func next() -> String? {
    rest = rest.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = rest.first, first != "#" else {
      rest = rest.suffix(0)
      return nil
    }
    if first == "\"" {
      rest = rest.dropFirst()
      return quoted()
    }
    let word = rest.prefix { !$0.properties.isWhitespace }
    rest = rest[word.endIndex...]
    return String(Substring(word))
  }

  private mutating func quoted() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(word) }
      guard scalar == "\\", let escaped = rest.popFirst() else {
        word.append(scalar)
        continue
      }
      switch escaped {
      case "n": word.append("\n")
      case "r": word.append("\r")
      case "t": word.append("\t")
      case "v": word.append("\u{B}")
      default: word.append(escaped)
      }
    }
    isQuoteOpen = true
    return String(word)
  }
}
