public import IndicText

/// What was repaired, assumed or given up while reading a page.
public enum ParseNote: Hashable, Sendable {
  /// A part that pages have and this one lacks.
  public enum Part: String, Hashable, Sendable {
    case byline, date, highlights, tags, related, body
  }

  /// The bytes were UTF-16 with a byte order mark.
  case decodedUTF16
  /// Bytes that are no UTF-8 became U+FFFD, this many times.
  case invalidBytesReplaced(Int)
  /// Lone bytes of windows-1252 stood in UTF-8 text and were read as what they mean there, this many.
  case windowsBytesMended(Int)
  /// UTF-8 had been taken for windows-1252 and encoded again; it was decoded twice, in this many runs.
  case doubleEncodingUndone(Int)
  /// The encoding that was declared cannot be the one the bytes are in.
  case encodingContradicted(declared: String, used: String)
  /// Nobody knows an encoding of this name.
  case encodingUnknown(String)
  /// Nothing said the encoding; it was guessed from the frequency of letters.
  case encodingGuessed(String)
  /// The document was not well-formed, in this way.
  case xmlRepaired(XMLRepair)
  /// The JSON had faults that were read over.
  case jsonRepaired
  /// Items past the number that one feed may have were left out, this many.
  case itemsLeftOut(Int)
  case textRepaired(NormalForm.Repair)
  /// Lines broken at a fixed width were put together again, this many.
  case linesJoined(Int)
  /// A line that belongs to the page and not to the story ("Open in App") was left out, this many times.
  case furnitureDropped(Int)
  /// A label before the headline ("लाइव न्यूज़ :") was left out.
  case kickerDropped(String)
  /// The publisher's name after the headline was left out.
  case publisherCutFromTitle(String)
  /// A list that is neither related nor of the section (most read, trending) was left out.
  case listDropped(label: String, count: Int)
  /// A label was glued to the text after it.
  case labelGlued(String)
  /// Highlights that were glued to each other were parted into this many.
  case highlightsParted(Int)
  /// Highlights that were not marked as a list were told by their length only.
  case highlightsDoubtful(Int)
  /// Tags that were glued to each other were parted.
  case tagsParted([String])
  /// This tag may be several glued ones; nothing known parts it.
  case tagLeftWhole(String)
  /// What stood among the tags is too long to be one.
  case tagDropped(String)
  /// Sections glued to titles were parted from them, this many.
  case sectionsParted(Int)
  /// The line begins with a section's name that makes one word with what follows: a compound, or a section glued to a title.
  case sectionDoubtful(String)
  /// "Also read" lines in the body became related stories, this many.
  case alsoReadMoved(Int)
  /// The date names no zone; it was taken as Indian Standard Time.
  case zoneAssumed(String)
  /// The date names no time of day; midnight stands for it.
  case timeMissing(String)
  /// This was labelled as a date, but could not be read as one.
  case dateUnreadable(String)
  /// The page's description of itself for machines (JSON-LD) was broken and was read all the same.
  case structuredDataRepaired
  /// The page gives its text to machines only; the body is that text.
  case bodyFromStructuredData
  /// The page is for subscribers and shows the beginning of its text.
  case onlyBeginning
  case missing(Part)

  /// One English sentence for people who look into what was understood.
  public var words: String {
    switch self {
    case .decodedUTF16: "The text was in UTF-16."
    case .invalidBytesReplaced(let count): "\(count) byte sequences were not valid UTF-8 and were replaced."
    case .windowsBytesMended(let count): "\(count) bytes of windows-1252 stood in UTF-8 text and were mended."
    case .doubleEncodingUndone(let count): "Text encoded twice was decoded twice: \(count) runs."
    case .encodingContradicted(let declared, let used): "The text is called \(declared), but its bytes are \(used)."
    case .encodingUnknown(let label): "The encoding \u{201C}\(label)\u{201D} is not known."
    case .encodingGuessed(let name): "Nothing says the encoding; \(name) was guessed."
    case .xmlRepaired(let repair): repair.words
    case .jsonRepaired: "The JSON had faults and was read as it was meant."
    case .itemsLeftOut(let count): "Items past the first \(FeedBuilder.itemLimit) were left out: \(count)."
    case .textRepaired(let repair): Self.words(for: repair)
    case .linesJoined(let count): "\(count) lines broken at a fixed width were joined."
    case .furnitureDropped(let count): "Lines of page furniture were left out: \(count)."
    case .kickerDropped(let label): "The label \u{201C}\(label)\u{201D} before the headline was left out."
    case .publisherCutFromTitle(let name): "The publisher's name \u{201C}\(name)\u{201D} was cut from the headline."
    case .listDropped(let label, let count): "The list \u{201C}\(label)\u{201D} with \(count) lines was left out."
    case .labelGlued(let label): "The label \u{201C}\(label)\u{201D} was glued to the text after it."
    case .highlightsParted(let count): "Highlights glued to each other were parted into \(count)."
    case .highlightsDoubtful(let count): "\(count) highlights were told from the body by their length only."
    case .tagsParted(let tags): "Tags glued to each other were parted: \(tags.joined(separator: ", "))."
    case .tagLeftWhole(let tag): "The tag \u{201C}\(tag)\u{201D} may be several glued ones and was left whole."
    case .tagDropped(let text):
      "\u{201C}\(text.prefix(60))\u{201D} among the tags is too long for a tag and was left out."
    case .sectionsParted(let count): "Sections glued to titles were parted from them: \(count)."
    case .sectionDoubtful(let title):
      "\u{201C}\(title)\u{201D} begins with a compound or with a section glued to it; which is doubtful."
    case .alsoReadMoved(let count): "\u{201C}Also read\u{201D} lines became related stories: \(count)."
    case .zoneAssumed(let date): "The date \u{201C}\(date)\u{201D} names no zone and was taken as Indian time."
    case .timeMissing(let date): "The date \u{201C}\(date)\u{201D} names no time of day."
    case .dateUnreadable(let date): "The date \u{201C}\(date)\u{201D} could not be read."
    case .structuredDataRepaired: "The page's JSON-LD was broken and was read as it was meant."
    case .bodyFromStructuredData: "The text was taken from the page's JSON-LD."
    case .onlyBeginning: "The story is for subscribers; the page shows its beginning."
    case .missing(let part): "The page has no \(Self.words(for: part))."
    }
  }
}

extension ParseNote {
  private static func words(for part: Part) -> String {
    switch part {
    case .byline: "byline"
    case .date: "date"
    case .highlights: "highlights"
    case .tags: "tags"
    case .related: "related stories"
    case .body: "text"
    }
  }

  private static func words(for repair: NormalForm.Repair) -> String {
    switch repair {
    case .byteOrderMark: "A byte order mark was left out."
    case .lineEndings: "Unusual line ends became line feeds."
    case .blanks: "No-break spaces and other blanks became spaces."
    case .zeroWidth: "Stray zero-width characters were left out."
    case .controls: "Control characters were left out."
    case .escapeSequences: "Terminal escape sequences were left out."
    case .directionMarks: "Marks that change the direction of writing were left out."
    case .stackedMarks: "Marks stacked without measure on one letter were left out."
    case .composed: "Decomposed characters were composed (NFC)."
    }
  }
}
