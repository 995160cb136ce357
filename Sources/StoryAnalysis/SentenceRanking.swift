internal import NewsModel

/// The sentences of a story that may stand alone, and how well each stands for the story.
struct SentenceRanking {
  private struct Candidate {
    var index: Int
    /// Its distinct words that weigh anything.
    var words: [Int32]
    var weight: Double
    var score: Double
  }

  private let input: AnalysisInput
  private let weights: WordWeights
  private let sentences: ArraySlice<StoryWords.Sentence>
  private var candidates: [Candidate] = []

  init(
    _ input: AnalysisInput, _ words: StoryWords, _ weights: WordWeights, _ sentences: ArraySlice<StoryWords.Sentence>
  ) {
    self.input = input
    self.weights = weights
    self.sentences = sentences
    let fitness = SentenceFitness(words, language: input.language)
    let title = Topic(words.title, weights)
    let lead = Topic(words.lead, weights)
    var seen = ContiguousArray<Int32>(repeating: -1, count: words.table.count)
    var isQuoting = false
    var block = -1
    for (index, sentence) in sentences.enumerated() {
      let isParagraphStart = sentence.blockIndex != block
      if isParagraphStart { isQuoting = false }
      block = sentence.blockIndex
      var text = input.body.blocks[block].text
      let marks = text.withUTF8 {
        SentenceMarks(UnsafeBufferPointer(rebasing: $0[sentence.utf8Range]), isQuoting: &isQuoting)
      }
      guard input.body.blocks[block].kind != .quotation else { continue }
      let fit = fitness.value(of: sentence, marks)
      if fit == 0 { continue }
      var candidate = Candidate(index: index, words: [], weight: 0, score: 0)
      var titleShare = 0.0
      var leadShare = 0.0
      for word in words.body[sentence.words] where seen[Int(word)] != Int32(index) {
        seen[Int(word)] = Int32(index)
        let weight = weights.values[Int(word)]
        if weight == 0 { continue }
        candidate.words.append(word)
        candidate.weight += weight
        if title.contains(word) { titleShare += weight }
        if lead.contains(word) { leadShare += weight }
      }
      // What only says the headline again is no highlight.
      guard candidate.words.count >= 4, titleShare < 0.9 * candidate.weight else { continue }
      let place = 1 / (1 + 0.4 * Double(index))
      let mean = candidate.weight / Double(candidate.words.count)
      // Words that every story has carry no sentence, wherever it stands.
      let substance = min(1, mean / (0.15 * weights.greatest))
      let density = candidate.weight / (Double(candidate.words.count) + 12)
      candidate.score =
        fit * substance
        * (density / weights.greatest + 3 * title.share(titleShare) + 0.5 * lead.share(leadShare) + 6 * place
          + (isParagraphStart ? 0.1 : 0))
      candidates.append(candidate)
    }
  }

  /// The best sentences that say different things, at most `limit`, in the body's order: places in the story's sentences.
  func best(_ limit: Int) -> [StoryWords.Sentence] {
    var covered = ContiguousArray<Bool>(repeating: false, count: weights.values.count)
    var rest = candidates
    var chosen: [Int] = []
    while chosen.count < limit, !rest.isEmpty {
      var best: (place: Int, value: Double)?
      for place in rest.indices {
        let candidate = rest[place]
        var told = 0.0
        for word in candidate.words where covered[Int(word)] { told += weights.values[Int(word)] }
        let redundancy = told / candidate.weight
        if redundancy > 0.7 { continue }
        let value = candidate.score * (1 - 0.4 * redundancy)
        if value > best?.value ?? 0 { best = (place, value) }
      }
      guard let best else { break }
      let candidate = rest.remove(at: best.place)
      for word in candidate.words { covered[Int(word)] = true }
      chosen.append(candidate.index)
    }
    return chosen.sorted().map { sentences[sentences.startIndex + $0] }
  }

  func text(of sentence: StoryWords.Sentence) -> Substring {
    let text = input.body.blocks[sentence.blockIndex].text
    let start = text.utf8.index(text.startIndex, offsetBy: sentence.utf8Range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: sentence.utf8Range.count)]
  }
}

/// What the headline or the dek is about.
private struct Topic {
  private var isIn: ContiguousArray<Bool>
  private var weight = 0.0

  init(_ run: StoryWords.Run, _ weights: WordWeights) {
    isIn = ContiguousArray(repeating: false, count: weights.values.count)
    for word in run where !isIn[Int(word)] {
      isIn[Int(word)] = true
      weight += weights.values[Int(word)]
    }
  }

  func contains(_ word: Int32) -> Bool { isIn[Int(word)] }

  /// The part of all that it tells which weighs `part`; 0 when it tells nothing.
  func share(_ part: Double) -> Double { weight == 0 ? 0 : part / weight }
}
