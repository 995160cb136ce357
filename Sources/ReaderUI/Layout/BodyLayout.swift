public import CellText
public import Screen

/// A story as lines: heading, byline, dek, paragraphs, credit, tags and the numbered stories it leads to.
///
/// What is long is laid out by and by: ``layOut(around:rowCount:)`` for what is about to be shown, ``layOutNext(utf8Count:keeping:)`` and
/// ``layOutAll()`` for the rest. Until then the paragraphs that are missing count with as many lines as their bytes let expect, so a line's
/// number holds only until more is laid out; a ``Place`` holds for good.
public struct BodyLayout: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var text: TextLine
    /// The body's block that the line belongs to; above the first block nil, below the last one the last.
    public var blockIndex: Int?
    /// Index into ``BodyLayout/links`` of the story that the line names.
    public var linkIndex: Int?
    /// What stands in the indent before the line: a bullet, the bar of a quotation. Nil when that is empty.
    public internal(set) var lead: TextLine?
    /// A row of a picture, after the line's indent; empty for a line of text.
    public internal(set) var pictureRow: ArraySlice<CellPicture.Part> = []
    /// The picture whose first row this is; nil for all other lines.
    public internal(set) var picture: CellPicture?
    /// Where the line begins in ``searchable`` text number `textIndex`.
    var textIndex: Int?
    var startUTF8Offset = 0
    /// ``text`` with room for what stands under its words; nil when it needs none.
    var spaced: TextLine?
    var paddings: [GlossedLine.Padding] = []
    /// Whether the line only tells how the one above it is read. It has that one's place.
    public internal(set) var isGloss = false
    /// Bytes of the text that the line above a gloss shows.
    var glossedUTF8Count = 0

    /// As it is drawn.
    public var shown: TextLine { spaced ?? text }

    /// Bytes of the story's text from ``startUTF8Offset`` on that the line is about.
    var utf8Count: Int { isGloss ? glossedUTF8Count : text.text.utf8.count }
  }

  /// The stories that this one leads to, in the order of their numbers: 1 is the first.
  public internal(set) var links: [StoryLink] = []
  /// Columns that the lines were laid out for.
  public internal(set) var columns = 0
  /// Heading, dek, paragraphs and credit, as they came.
  var searchable: [String] = []
  /// Top to bottom: what stands above the paragraphs, these (long ones in several), what stands below them.
  var sections: [BodySection] = []
  /// The first section of each text of ``searchable``.
  var sectionOfText: [Int] = []
  /// All sections before this one are laid out.
  var firstPending = 0
  var breaksAtPhrases = false
  var wrapper = TextWrapper(model: .spacingMarks)
  /// The first line of each section, and at the end the number of lines.
  private(set) var starts: [Int] = [0]

  public init() {}

  /// How many lines the story has; an estimate until all of them are laid out.
  public var lineCount: Int { starts[starts.count - 1] }

  public var isComplete: Bool { firstPending >= sections.count }

  /// Bytes of the texts that are not laid out yet.
  var missingUTF8Count: Int { sections.reduce(0) { $0 + ($1.isLaidOut ? 0 : $1.text.utf8.count) } }

  /// The lines that are laid out, top to bottom.
  public var lines: [Line] { sections.flatMap(\.lines) }

  /// Nil past the end, and where nothing is laid out yet.
  public func line(at index: Int) -> Line? {
    guard (0..<lineCount).contains(index) else { return nil }
    let section = section(atLine: index)
    let offset = index - starts[section]
    return sections[section].lines.indices.contains(offset) ? sections[section].lines[offset] : nil
  }

  /// The block at `line`; 0 above the first block.
  public func blockIndex(atLine line: Int) -> Int {
    guard lineCount > 0 else { return 0 }
    let inside = min(max(0, line), lineCount - 1)
    return (self.line(at: inside)?.blockIndex ?? sections[section(atLine: inside)].blockIndex) ?? 0
  }

  /// The section that `line` lies in; the last one that has lines for one past the end.
  func section(atLine line: Int) -> Int {
    var low = 0
    var high = sections.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle } else { high = middle }
    }
    return low
  }

  /// Counts lines again, after sections were laid out.
  mutating func recount(from first: Int = 0) {
    starts.removeLast(max(0, starts.count - first - 1))
    for section in sections[first...] { starts.append(starts[starts.count - 1] + section.lineCount) }
  }

  /// Where the text that stands so many bytes into line number `index` leads; nil when it leads nowhere.
  func address(onLine index: Int, utf8Offset: Int) -> String? {
    guard let line = line(at: index), line.textIndex != nil else { return nil }
    let section = sections[section(atLine: index)]
    let offset = line.startUTF8Offset - section.utf8Offset + utf8Offset
    return section.spans.first { $0.range.contains(offset) }?.address
  }
}
