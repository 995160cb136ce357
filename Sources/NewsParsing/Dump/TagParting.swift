internal import IndicText

/// Parts tags that a page glued to each other: व्हाट्सऐपभारतसाइबर क्राइम.
struct TagParting {
  /// Keys of words and of whole tags that may stand alone.
  private let words: Set<String>
  /// A tag has some words of some letters; more is a sentence.
  static let clusterLimit = 60

  /// - Parameter known: tags of other stories.
  /// - Parameter page: the story's own words.
  init(known: Set<String>, page: [String]) {
    var words = Set(page).union(SectionNames.table)
    for word in page { words.formUnion(Self.baseForms(of: word)) }
    for tag in known {
      words.insert(SearchKey.fold(tag))
      words.formUnion(SearchKey.words(tag))
    }
    self.words = words
  }

  /// The tags in `text`, which has no separators left; and whether it could not be parted although it looks glued.
  func part(_ text: String) -> (tags: [String], isDoubtful: Bool) {
    if words.contains(SearchKey.fold(text)) { return ([text], false) }
    var tags: [String] = []
    var isDoubtful = false
    for chunk in text.split(separator: " ") {
      let pieces: [String]
      if words.contains(SearchKey.fold(String(chunk))) {
        pieces = [String(chunk)]
      } else if let parted = parted(chunk) {
        pieces = parted
      } else {
        pieces = [String(chunk)]
        // Few words of Hindi are as long as that (आत्मनिर्भरता has seven clusters).
        isDoubtful = isDoubtful || chunk.count >= 8
      }
      // A space stands inside a tag, not between two: the chunk's first piece goes on with the tag before it.
      if let last = tags.popLast() {
        tags.append(last + " " + pieces[0])
      } else {
        tags.append(pieces[0])
      }
      tags += pieces.dropFirst()
    }
    return (tags, isDoubtful)
  }

  /// What a tag says where the story says बैंकों or परियोजनाएं. Some are no words at all; that does no harm.
  private static func baseForms(of word: String) -> [String] {
    // Compared as scalars: a vowel sign is no Character of its own.
    for (ending, bases) in endings where word.unicodeScalars.reversed().starts(with: ending.unicodeScalars.reversed()) {
      let stem = String(String.UnicodeScalarView(word.unicodeScalars.dropLast(ending.unicodeScalars.count)))
      return bases.map { stem + $0 }
    }
    return []
  }

  private static let endings: [(String, [String])] = [
    ("ियों", ["ी"]), ("ियां", ["ी"]), ("ाओं", ["ा", ""]), ("ाएं", ["ा", ""]), ("ओं", [""]), ("एं", [""]), ("ों", ["", "ा"]),
    ("ें", [""]),
  ]

  /// The fewest known words that `chunk` is made of, two at least; nil when it is not made of known words.
  private func parted(_ chunk: Substring) -> [String]? {
    let clusters = Array(chunk)
    guard (4...Self.clusterLimit).contains(clusters.count) else { return nil }
    // fewest[i]: in how few words the first i clusters are told, and where the last of them begins.
    var fewest: [(count: Int, start: Int)?] = Array(repeating: nil, count: clusters.count + 1)
    fewest[0] = (0, 0)
    for end in 2...clusters.count {
      for start in max(0, end - 20)..<end - 1 {
        guard let before = fewest[start], before.count + 1 < fewest[end]?.count ?? .max,
          words.contains(SearchKey.fold(String(clusters[start..<end])))
        else { continue }
        fewest[end] = (before.count + 1, start)
      }
    }
    guard let whole = fewest[clusters.count], whole.count >= 2 else { return nil }
    var pieces: [String] = []
    var end = clusters.count
    while end > 0, let piece = fewest[end] {
      pieces.append(String(clusters[piece.start..<end]))
      end = piece.start
    }
    return pieces.reversed()
  }
}
