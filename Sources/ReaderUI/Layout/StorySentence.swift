import NewsModel

/// A sentence of a story's body: where it was published, and where it is shown.
struct StorySentence: Hashable {
  var place: SentenceAnchor.Place
  /// As published.
  var text: String
  var hit: BodyLayout.Hit
}

/// A mark of the reader's, where it is shown.
struct ShownMark: Hashable, Sendable {
  var mark: SentenceMark
  var hit: BodyLayout.Hit
}

extension BodyLayout {
  /// The number of the text that shows a block; nil when none does.
  func textIndex(ofBlock index: Int) -> Int? {
    sections.first { $0.blockIndex == index && $0.textIndex != nil }?.textIndex
  }

  /// The body's block that a text shows; nil for headline, dek and credit.
  func blockIndex(ofText index: Int) -> Int? {
    guard sectionOfText.indices.contains(index) else { return nil }
    let section = sections[sectionOfText[index]]
    return section.textIndex == index ? section.blockIndex : nil
  }
}

extension BodyLayout.Hit {
  func overlaps(_ other: BodyLayout.Hit) -> Bool {
    textIndex == other.textIndex && utf8Range.overlaps(other.utf8Range)
  }
}

extension ReaderState {
  /// The sentences of a block of the story, in order; none where a block has none, or where other letters leave no place for them.
  func sentences(ofBlock index: Int) -> [StorySentence] {
    guard let article = body.story?.article, article.body.blocks.indices.contains(index) else { return [] }
    let block = article.body.blocks[index]
    return shown(block.sentenceRanges(language: article.language), ofBlock: index)
  }

  /// Stretches of a block's text where they are shown now: other letters and digits move them.
  func shown(_ ranges: [Range<Int>], ofBlock index: Int) -> [StorySentence] {
    guard let article = body.story?.article, article.body.blocks.indices.contains(index), !ranges.isEmpty,
      let textIndex = body.layout.textIndex(ofBlock: index)
    else { return [] }
    let text = article.body.blocks[index].text
    guard let shown = settings.shownRanges(ranges, of: text, language: article.language) else { return [] }
    return zip(ranges, shown).map { range, shownRange in
      StorySentence(
        place: .init(blockIndex: index, utf8Range: range),
        text: String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self),
        hit: .init(textIndex: textIndex, utf8Range: shownRange))
    }
  }

  /// Looks up where the story's marks are shown now.
  mutating func placeMarks() {
    body.marks = []
    guard let story = body.story, !story.marks.isEmpty else { return }
    for mark in story.marks {
      guard let place = mark.anchor.place(in: story.article.body, language: story.article.language)?.place,
        let sentence = shown([place.utf8Range], ofBlock: place.blockIndex).first
      else { continue }
      body.marks.append(ShownMark(mark: mark, hit: sentence.hit))
    }
    body.marks.sort {
      ($0.hit.textIndex, $0.hit.utf8Range.lowerBound) < ($1.hit.textIndex, $1.hit.utf8Range.lowerBound)
    }
  }
}
