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
  public private(set) var words: [String] = []
  /// The same, by their bytes.
  public private(set) var table = WordTable(minimumCapacity: 320)
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
    var writer = KeyWriter()
    add(input.title, to: \.titleField, &writer)
    add(input.dek ?? "", to: \.leadField, &writer)
    for highlight in input.highlights { add(highlight, to: \.leadField, &writer) }
    for (index, block) in input.body.blocks.enumerated() { add(block, index: index, locale: input.language, &writer) }
    for text in input.tags + input.authors + [input.credit, input.section, input.source].compactMap({ $0 }) {
      add(text, to: \.aboutField, &writer)
    }
    words.reserveCapacity(table.count)
    for number in 0..<table.count { words.append(table[number]) }
  }

  /// The run as a key: words with single spaces between.
  public func key(of run: Run) -> String {
    run.lazy.map { words[Int($0)] }.joined(separator: " ")
  }

  /// The number of a folded word in this story; nil when it is not there.
  public func number(of word: String) -> Int32? { table.number(of: word).map(Int32.init) }
}

extension StoryWords {
  private mutating func add(_ text: String, to field: WritableKeyPath<StoryWords, Field>, _ writer: inout KeyWriter) {
    var text = text
    text.withUTF8 { add($0, to: field, &writer) }
  }

  private mutating func add(
    _ utf8: UnsafeBufferPointer<UInt8>, to field: WritableKeyPath<StoryWords, Field>, _ writer: inout KeyWriter
  ) {
    let before = self[keyPath: field].key.count
    if before > 0 { self[keyPath: field].key.append(0x20) }
    let start = self[keyPath: field].key.count
    writer.write(utf8, to: &self[keyPath: field].key)
    guard self[keyPath: field].key.count > start else {
      // A text without a key leaves no space behind.
      self[keyPath: field].key.removeLast(start - before)
      return
    }
    var run = Run()
    self[keyPath: field].key.withUnsafeBufferPointer { key in
      for word in key[start...].split(separator: 0x20) {
        run.append(Int32(table.add(UnsafeBufferPointer(rebasing: word))))
      }
    }
    self[keyPath: field].run += run
  }

  private mutating func add(_ block: Block, index: Int, locale: String, _ writer: inout KeyWriter) {
    guard block.kind == .paragraph || block.kind == .listItem || block.kind == .quotation else {
      return add(block.text, to: \.bodyField, &writer)
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
    text.withUTF8 { utf8 in
      for place in places {
        let start = bodyField.run.count
        add(UnsafeBufferPointer(rebasing: utf8[place]), to: \.bodyField, &writer)
        sentences.append(Sentence(blockIndex: index, utf8Range: place, words: start..<bodyField.run.count))
      }
    }
  }
}
