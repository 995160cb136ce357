internal import IndicText
internal import NewsModel

/// The folded words of a story, made once: the index, the story's vector, its shingles and its highlights all work on them.
///
/// A word is what ``SearchKey`` makes of it. Each distinct word has a number in this story: its place in ``words``.
public struct StoryWords: Hashable, Sendable {
  /// Numbers of words, in reading order.
  public typealias Run = ContiguousArray<Int32>

  /// A part of the story: its words, and its key as the index takes it.
  public struct Field: Hashable, Sendable {
    public fileprivate(set) var run: Run = []
    /// The words with single spaces between, as UTF-8.
    public fileprivate(set) var key: [UInt8] = []

    fileprivate init() {}

    /// Room for the key of a text of so many bytes, which hardly ever is longer than the text: stories are held by the thousand, and an array that grows
    /// by itself is up to half empty.
    fileprivate init(reservingUTF8 utf8Count: Int) {
      key.reserveCapacity(utf8Count)
      // A word of an Indic script has a dozen bytes on average, with its space.
      run.reserveCapacity(utf8Count / 11)
    }
  }

  /// A sentence of the body.
  public struct Sentence: Hashable, Sendable {
    public var blockIndex: Int
    /// UTF-8 bytes of the block's text.
    public var utf8Range: Range<Int>
    /// Its words: places in ``StoryWords/body``.
    public var words: Range<Int>
  }

  /// The distinct words, in order of first sight.
  public private(set) var table = WordTable()
  /// What each distinct word does, by the words' numbers.
  private(set) var roles: ContiguousArray<WordRoles> = []
  /// The numbers of each distinct word and of its stem, by the words' numbers.
  private(set) var forms: ContiguousArray<TermForm> = []
  public private(set) var titleField = Field()
  /// Dek and the publisher's highlights.
  public private(set) var leadField = Field()
  public private(set) var bodyField = Field()
  /// What the story is filed under: tags, authors, credit, section, source.
  public private(set) var aboutField = Field()
  /// The sentences of the body, pictures' captions and tables left out.
  public private(set) var sentences: [Sentence] = []

  public var title: Run { titleField.run }
  public var lead: Run { leadField.run }
  public var body: Run { bodyField.run }
  public var about: Run { aboutField.run }

  public init(_ input: AnalysisInput) {
    var folding = Folding()
    var field = Field()
    folding.add(input.title, to: &field)
    titleField = field
    field = Field()
    folding.add(input.dek ?? "", to: &field)
    for highlight in input.highlights { folding.add(highlight, to: &field) }
    leadField = field
    field = Field(reservingUTF8: input.body.blocks.reduce(0) { $0 + $1.text.utf8.count + 1 })
    for (index, block) in input.body.blocks.enumerated() {
      sentences += folding.add(block, index: index, locale: input.language, to: &field)
    }
    bodyField = field
    field = Field()
    for text in input.tags + input.authors + [input.credit, input.section, input.source].compactMap({ $0 }) {
      folding.add(text, to: &field)
    }
    aboutField = field
    table = folding.table
    roles = WordRoles.all(of: table)
    forms = ContiguousArray((0..<table.count).lazy.map { [table] in table.withUTF8(of: $0, TermForm.init) })
  }

  /// The distinct words as strings, in the order of their numbers; made anew each time.
  public var words: [String] { (0..<table.count).map { table[$0] } }

  /// The run as a key: words with single spaces between.
  public func key(of run: Run) -> String {
    run.lazy.map { table[Int($0)] }.joined(separator: " ")
  }

  /// Only what the store takes when the story is kept: the distinct words and the fields' keys. A story has forty kilobytes of words while it is
  /// analysed, and waits for its turn with half of that.
  public func withoutAnalysis() -> StoryWords {
    var kept = self
    kept.roles = []
    kept.forms = []
    kept.titleField.run = []
    kept.leadField.run = []
    kept.bodyField.run = []
    kept.aboutField.run = []
    kept.sentences = []
    return kept
  }

  /// The number of a folded word in this story; nil when it is not there.
  public func number(of word: String) -> Int32? { table.number(of: word).map(Int32.init) }
}

extension StoryWords {
  /// Folds one text after the other, with one table of words.
  private struct Folding {
    var table = WordTable(minimumCapacity: 320)
    private var writer = KeyWriter()

    mutating func add(_ text: String, to field: inout Field) {
      var text = text
      text.withUTF8 { add($0, to: &field) }
    }

    mutating func add(_ block: Block, index: Int, locale: String, to field: inout Field) -> [Sentence] {
      guard block.kind == .paragraph || block.kind == .listItem || block.kind == .quotation else {
        add(block.text, to: &field)
        return []
      }
      var text = block.text
      text.makeContiguousUTF8()
      let utf8 = text.utf8
      var places: [Range<Int>] = []
      var iterator = SentenceIterator(text, locale: locale)
      while let range = iterator.next() {
        let from = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
        places.append(from..<from + utf8.distance(from: range.lowerBound, to: range.upperBound))
      }
      return text.withUTF8 { utf8 in
        places.map { place in
          let start = field.run.count
          add(UnsafeBufferPointer(rebasing: utf8[place]), to: &field)
          return Sentence(blockIndex: index, utf8Range: place, words: start..<field.run.count)
        }
      }
    }

    private mutating func add(_ utf8: UnsafeBufferPointer<UInt8>, to field: inout Field) {
      let before = field.key.count
      if before > 0 { field.key.append(0x20) }
      let start = field.key.count
      writer.write(utf8, to: &field.key)
      guard field.key.count > start else {
        // A text without a key leaves no space behind.
        field.key.removeLast(start - before)
        return
      }
      field.key.withUnsafeBufferPointer { key in
        var wordStart = start
        for position in start...key.count where position == key.count || key[position] == 0x20 {
          field.run.append(Int32(table.add(UnsafeBufferPointer(rebasing: key[wordStart..<position]))))
          wordStart = position + 1
        }
      }
    }
  }
}
