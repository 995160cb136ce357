/// Narrows a list while a person types: says whether, how well and where a text matches what was typed.
public enum FuzzyMatch {
  /// How well `query` matches `candidate`; nil when it does not.
  ///
  /// Both are folded as a ``SearchKey``. Best is the beginning of the text, then beginnings of words in the typed order, beginnings
  /// of words in any order, pieces of words, and last clusters in the typed order with others between them. Among equals, earlier
  /// and shorter wins. An empty query matches everything with score 0.
  ///
  /// - Returns: a score, higher is better, and the places to highlight: whole grapheme clusters of `candidate`, ascending, apart.
  /// - Complexity: linear in the candidate times the query, of which 64 scalars count.
  public static func find(_ query: String, in candidate: String) -> (score: Int, hits: [Range<String.Index>])? {
    let words = SearchKey.words(String(query.unicodeScalars.prefix(64)))
    if words.isEmpty { return (0, []) }
    let target = FoldedCandidate(candidate)
    if let found = target.match(words) { return found }
    // While हिन्दी is being typed it stands as हिन् or हिन for a moment, and the key of the candidate has हिं.
    guard let last = words.last, let typed = withOpenNasal(last) else { return nil }
    return target.match(words.dropLast() + [typed])
  }

  /// `word` with its last nasal as anusvara; nil when it ends in no nasal.
  private static func withOpenNasal(_ word: String) -> String? {
    var scalars = Array(word.unicodeScalars)
    if scalars.last?.value == DevanagariFolding.virama { scalars.removeLast() }
    guard scalars.count > 1, let nasal = scalars.popLast(),
      [0x0919, 0x091E, 0x0923, 0x0928, 0x092E].contains(nasal.value)
    else { return nil }
    return String(String.UnicodeScalarView(scalars + ["\u{0902}"]))
  }
}

/// A candidate as its key, with the way back to the clusters that were typed.
private struct FoldedCandidate {
  let text: String
  let clusters: [String.Index]
  let key: ContiguousArray<UInt32>
  /// Beside each scalar of the key: the cluster of the text that it came from.
  let origins: ContiguousArray<Int>
  /// Where words begin in the key.
  let wordStarts: [Int]

  init(_ text: String) {
    var folding = KeyFolding(tracksOrigins: true)
    var clusters: [String.Index] = []
    for index in text.indices {
      folding.feed(String(text[index]), origin: clusters.count)
      clusters.append(index)
    }
    self.text = text
    self.clusters = clusters
    let key = folding.scalars
    self.key = key
    origins = folding.origins
    wordStarts = key.indices.filter { key[$0] != 0x20 && ($0 == 0 || key[$0 - 1] == 0x20) }
  }

  func match(_ words: [String]) -> (score: Int, hits: [Range<String.Index>])? {
    let needles = words.map { ContiguousArray($0.unicodeScalars.map(\.value)) }
    let whole = ContiguousArray(needles.joined(separator: [0x20]))
    if begins(whole, at: 0) { return result(4000, [0..<whole.count], start: 0) }
    if let hits = prefixesInOrder(needles) { return result(3000, hits, start: hits[0].lowerBound) }
    if let hits = each(needles, { needle in wordStarts.first { begins(needle, at: $0) } }) {
      return result(2500, hits, start: hits[0].lowerBound)
    }
    if let hits = each(needles, { needle in key.indices.first { begins(needle, at: $0) } }) {
      return result(2000, hits, start: hits[0].lowerBound)
    }
    guard let hits = subsequence(words) else { return nil }
    let spread = (hits.last?.upperBound ?? 0) - (hits.first?.lowerBound ?? 0)
    return result(1000 - min(spread, 400), hits, start: hits[0].lowerBound)
  }

  private func begins(_ needle: ContiguousArray<UInt32>, at start: Int) -> Bool {
    key.count - start >= needle.count && key[start..<start + needle.count].elementsEqual(needle)
  }

  private func prefixesInOrder(_ needles: [ContiguousArray<UInt32>]) -> [Range<Int>]? {
    var hits: [Range<Int>] = []
    var rest = wordStarts[...]
    for needle in needles {
      guard let place = rest.firstIndex(where: { begins(needle, at: $0) })
      else { return nil }
      hits.append(rest[place]..<rest[place] + needle.count)
      rest = rest[(place + 1)...]
    }
    return hits
  }

  private func each(
    _ needles: [ContiguousArray<UInt32>], _ place: (ContiguousArray<UInt32>) -> Int?
  ) -> [Range<Int>]? {
    var hits: [Range<Int>] = []
    for needle in needles {
      guard let start = place(needle) else { return nil }
      hits.append(start..<start + needle.count)
    }
    return hits
  }

  /// Clusters of the query in order, each the beginning of a cluster of the key: क म finds कमाल.
  private func subsequence(_ words: [String]) -> [Range<Int>]? {
    let wanted = words.joined().map { $0.unicodeScalars.map(\.value) }
    guard wanted.count > 1 else { return nil }
    var hits: [Range<Int>] = []
    var position = 0
    for cluster in wanted {
      guard
        let start = (position..<max(position, key.count)).first(where: { start in
          isClusterStart(start) && key[start...].starts(with: cluster)
        })
      else { return nil }
      hits.append(start..<start + cluster.count)
      position = start + cluster.count
    }
    return hits
  }

  private func isClusterStart(_ position: Int) -> Bool {
    position == 0 || key[position - 1] == 0x20 || origins[position] != origins[position - 1]
  }

  private func result(_ base: Int, _ hits: [Range<Int>], start: Int) -> (score: Int, hits: [Range<String.Index>]) {
    let wholeWords = hits.filter { $0.upperBound == key.count || key[$0.upperBound] == 0x20 }.count
    let score = base + min(wholeWords, 10) * 20 - min(start, 200) - min(key.count / 4, 100)
    return (max(score, 1), ranges(hits))
  }

  private func ranges(_ hits: [Range<Int>]) -> [Range<String.Index>] {
    var touched = Set<Int>()
    for hit in hits {
      for position in hit where key[position] != 0x20 { touched.insert(origins[position]) }
    }
    var ranges: [Range<String.Index>] = []
    var lastCluster = -2
    for cluster in touched.sorted() {
      let end = cluster + 1 < clusters.count ? clusters[cluster + 1] : text.endIndex
      if cluster == lastCluster + 1, let last = ranges.popLast() {
        ranges.append(last.lowerBound..<end)
      } else {
        ranges.append(clusters[cluster]..<end)
      }
      lastCluster = cluster
    }
    return ranges
  }
}
