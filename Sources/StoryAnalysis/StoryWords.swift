internal import IndicText
internal import NewsModel

/// The folded words of a story, made once: the index, the story's vector, its shingles and its highlights all work on them.
///
/// A word is what ``SearchKey`` makes of it. Each distinct word has a number in this story: its place in ``words``.
public struct StoryWords: Hashable, Sendable {
  /// Numbers of words, in reading order.
  public typealias Run = ContiguousArray<Int32>

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
  /// The headline, then dek and the publisher's highlights, then the body, then what it is filed under.
  public private(set) var title: Run = []
  public private(set) var lead: Run = []
  public private(set) var body: Run = []
  public private(set) var about: Run = []
  /// The sentences of the body, pictures' captions and tables left out.
  public private(set) var sentences: [Sentence] = []

  private var numbers: [String: Int32] = [:]

  public init(_ input: AnalysisInput) {
    numbers.reserveCapacity(384)
    title = run(input.title)
    lead = run(input.dek ?? "")
    for highlight in input.highlights { lead += run(highlight) }
    for (index, block) in input.body.blocks.enumerated() { add(block, index: index, locale: input.language) }
    for text in input.tags + input.authors + [input.credit, input.section, input.source].compactMap({ $0 }) {
      about += run(text)
    }
  }

  /// The run as a key: words with single spaces between.
  public func key(of run: Run) -> String {
    run.lazy.map { words[Int($0)] }.joined(separator: " ")
  }

  /// The number of a folded word in this story; nil when it is not there.
  public func number(of word: String) -> Int32? { numbers[word] }
}

extension StoryWords {
  private mutating func run(_ text: String) -> Run {
    var run: Run = []
    for word in SearchKey.fold(text).split(separator: " ") { run.append(number(of: word)) }
    return run
  }

  private mutating func number(of word: Substring) -> Int32 {
    let word = String(word)
    if let known = numbers[word] { return known }
    let number = Int32(words.count)
    numbers[word] = number
    words.append(word)
    return number
  }

  private mutating func add(_ block: Block, index: Int, locale: String) {
    guard block.kind == .paragraph || block.kind == .listItem || block.kind == .quotation else {
      body += run(block.text)
      return
    }
    let text = block.text
    var sentences = SentenceIterator(text, locale: locale)
    while let range = sentences.next() {
      let start = body.count
      body += run(String(text[range]))
      let utf8 = text.utf8
      let from = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
      self.sentences.append(
        Sentence(
          blockIndex: index, utf8Range: from..<from + utf8.distance(from: range.lowerBound, to: range.upperBound),
          words: start..<body.count))
    }
  }
}
