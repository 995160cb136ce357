public import CellText
import IndicText
public import NewsModel

/// A story as lines: heading, byline, dek, paragraphs, credit, tags and the numbered stories it leads to.
public struct BodyLayout: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var text: TextLine
    /// The body's block that the line belongs to; above the first block nil, below the last one the last.
    public var blockIndex: Int?
    /// Index into ``BodyLayout/links`` of the story that the line names.
    public var linkIndex: Int?
    /// Whether a bullet stands in the indent before the line.
    public internal(set) var hasBullet = false
    /// Where the line begins in ``searchable`` text number `textIndex`.
    var textIndex: Int?
    var startUTF8Offset = 0
  }

  /// What a search found: a stretch of columns on each line that it touches.
  public struct Hit: Hashable, Sendable {
    public struct Span: Hashable, Sendable {
      public var line: Int
      /// Columns from the line's first run on, the line's indent not counted.
      public var columns: Range<Int>
    }
    public var spans: [Span]
  }

  public internal(set) var lines: [Line] = []
  /// The stories that this one leads to, in the order of their numbers: 1 is the first.
  public internal(set) var links: [StoryLink] = []
  /// Columns that the lines were laid out for.
  public internal(set) var columns = 0
  var searchable: [String] = []

  public init() {}

  /// The block at `line`; 0 above the first block.
  public func blockIndex(atLine line: Int) -> Int {
    lines.indices.contains(line) ? lines[line].blockIndex ?? 0 : lines.last?.blockIndex ?? 0
  }

  /// The first line of a block; 0 for the first block, so that a story begins with its heading.
  public func line(ofBlock index: Int) -> Int {
    index == 0 ? 0 : lines.firstIndex { $0.blockIndex == index } ?? 0
  }

  /// A place in the story that holds for any width: a block, and how far down it from 0 to 1.
  struct Place: Hashable, Sendable {
    var block: Int?
    var share: Double
  }

  func place(atLine line: Int) -> Place {
    guard line > 0, lines.indices.contains(line) else { return Place(block: nil, share: 0) }
    let run = run(ofBlock: lines[line].blockIndex)
    return Place(block: lines[line].blockIndex, share: Double(line - run.lowerBound) / Double(max(1, run.count)))
  }

  func line(at place: Place) -> Int {
    let run = run(ofBlock: place.block)
    return run.lowerBound + Int((place.share * Double(run.count)).rounded())
  }

  /// The lines of a block; of what stands above the first one when nil.
  private func run(ofBlock index: Int?) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.blockIndex == index }),
      let last = lines.lastIndex(where: { $0.blockIndex == index })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// Where `query` stands in heading, dek, paragraphs and credit, under any spelling that folds to the same key.
  public func hits(of query: String, model: WidthModel) -> [Hit] {
    searchable.indices.flatMap { textIndex in
      let text = searchable[textIndex]
      return FoldedSearch.hits(of: query, in: text).map { range in
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        return Hit(spans: spans(of: start..<end, inText: textIndex, model: model))
      }
    }
  }

  private func spans(of bytes: Range<Int>, inText textIndex: Int, model: WidthModel) -> [Hit.Span] {
    // Lines of one text stand together; the search for the first is the only scan.
    guard let first = lines.firstIndex(where: { $0.textIndex == textIndex }) else { return [] }
    var spans: [Hit.Span] = []
    for index in first..<lines.count {
      let line = lines[index]
      guard line.textIndex == textIndex else { break }
      let text = line.text.text
      let lineBytes = line.startUTF8Offset..<(line.startUTF8Offset + text.utf8.count)
      let common = bytes.clamped(to: lineBytes)
      guard !common.isEmpty else { continue }
      let from = text.utf8.index(text.startIndex, offsetBy: common.lowerBound - lineBytes.lowerBound)
      let to = text.utf8.index(text.startIndex, offsetBy: common.upperBound - lineBytes.lowerBound)
      let startColumn = model.columns(of: text[..<from])
      spans.append(Hit.Span(line: index, columns: startColumn..<(startColumn + model.columns(of: text[from..<to]))))
    }
    return spans
  }
}

/// One of the stories that a story leads to.
public struct StoryLink: Hashable, Sendable {
  public enum Group: Hashable, Sendable {
    case related, moreFrom, pointedAtBy, sameTags
  }

  public var group: Group
  public var title: String
  public var section: String?
  /// Nil while the story is only a title.
  public var target: ArticleID?
  public var date: Timestamp?

  public var isGhost: Bool { target == nil }

  /// All that `story` leads to: the page's related stories, more of its section, stories that point here, stories with its tags.
  static func all(of story: Story) -> [StoryLink] {
    let fromPage = [(Group.related, story.related), (.moreFrom, story.moreFrom)]
    var links = fromPage.flatMap { group, links in links.map { StoryLink(group: group, $0) } }
    links += story.pointedAtBy.map {
      StoryLink(group: .pointedAtBy, title: $0.title, section: $0.section, target: $0.id, date: $0.date)
    }
    links += story.computed.map { StoryLink(group: .sameTags, $0) }
    // A story that is near for two reasons has one number: the publisher's reason comes first.
    var seen: Set<ArticleID> = []
    return links.filter { link in link.target.map { seen.insert($0).inserted } ?? true }
  }

  private init(group: Group, _ link: RelatedLink) {
    self.init(group: group, title: link.title, section: link.section, target: link.target, date: link.targetDate)
  }

  init(group: Group, title: String, section: String?, target: ArticleID?, date: Timestamp?) {
    self.group = group
    self.title = title
    self.section = section
    self.target = target
    self.date = date
  }
}
