internal import IndicText

/// Names that other stories have taught: they part what a page glued together.
public struct PageKnowledge: Hashable, Sendable {
  public var sectionNames: Set<String>
  public var tagNames: Set<String>

  public init(sectionNames: Set<String> = [], tagNames: Set<String> = []) {
    self.sectionNames = sectionNames
    self.tagNames = tagNames
  }
}

/// Reads a publisher's page that was saved as plain text: one file is one story.
///
/// How parts are told, and what is refused: see the article <doc:PageDumps>.
public struct PageDumpParser: Sendable {
  /// Larger pages are refused.
  public static let largestUTF8Count = DumpDecoding.byteLimit

  private let knowledge: PageKnowledge

  public init(knowledge: PageKnowledge = PageKnowledge()) {
    self.knowledge = knowledge
  }

  /// The story in `bytes`, which are UTF-8, or UTF-16 with a byte order mark; at most 4,000,000.
  ///
  /// - Throws: why the bytes are no page of news.
  public func parse(_ bytes: some Collection<UInt8>) throws(PageDumpError) -> ExtractedArticle {
    let (text, notes) = try DumpDecoding.text(of: bytes)
    return try story(in: text, notes: notes)
  }

  /// The story in `text`.
  ///
  /// - Throws: why the text is no page of news.
  public func parse(text: String) throws(PageDumpError) -> ExtractedArticle {
    let utf8Count = text.utf8.count
    if utf8Count > DumpDecoding.byteLimit { throw .tooLarge(utf8Count: utf8Count, limit: DumpDecoding.byteLimit) }
    return try story(in: text, notes: [])
  }
}

extension PageDumpParser {
  private func story(in text: String, notes: [ParseNote]) throws(PageDumpError) -> ExtractedArticle {
    try DumpSniffer.check(text)
    let (clean, repairs) = NormalForm.repaired(text)
    var notes = notes + NormalForm.Repair.allCases.filter(repairs.contains).map { .textRepaired($0) }
    var lines = PageLine.lines(of: clean)
    if lines.isEmpty { throw .empty }
    if let unwrapped = PageLine.unwrapped(lines, standsAlone: PageReading.standsAlone) {
      notes.append(.linesJoined(lines.count - unwrapped.count))
      lines = unwrapped
    }
    var reading = PageReading(sections: SectionNames(known: knowledge.sectionNames))
    reading.read(lines)
    try PageProof.check(reading)
    return StoryAssembly(reading: reading, knowledge: knowledge, notes: notes + reading.notes).article()
  }
}
