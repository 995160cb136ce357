/// What a story is about: its terms and how much it speaks of each. Nothing in it depends on other stories, so it stays right while the
/// store grows; how rare a term is comes in when stories are compared (``StoryProfile``).
///
/// A term is a word without its endings, told by a number that it has in every story and store.
/// How weights are made, and what was measured: see <doc:RelatedStories>.
public struct StoryVector: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    public var key: UInt32
    /// The square root of the weight in a vector of length 1, in 255ths; 1 at least.
    public var root: UInt8
    /// Whether it stands where names of people and places stand.
    public var isName: Bool

    public init(key: UInt32, root: UInt8, isName: Bool = false) {
      self.key = key
      self.root = root
      self.isName = isName
    }

    /// 0...1.
    public var weight: Double {
      let root = Double(root) / 255
      return root * root
    }
  }

  /// So many at most: what a story says beyond them does not tell it from others.
  public static let termLimit = 160

  /// By rising key.
  public private(set) var terms: [Term]

  /// - Parameter terms: in any order, each key once.
  public init(terms: [Term]) {
    self.terms = terms.sorted { $0.key < $1.key }
  }

  /// - Complexity: linear in the number of words.
  public init(_ words: StoryWords) {
    var counting = TermCounting(words)
    counting.count(words.title)
    counting.count(words.lead)
    counting.count(words.body)
    self.init(terms: counting.terms())
  }
}
