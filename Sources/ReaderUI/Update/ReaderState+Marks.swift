import NewsModel
import Screen

extension ReaderState {
  /// The sentence that `x` and `e` mean: the chosen one, or the one that a search found; nil when it is not on the screen.
  var currentSentence: StorySentence? {
    guard let hit = body.find?.current, isOnScreen(hit), let block = body.layout.blockIndex(ofText: hit.textIndex)
    else { return nil }
    return sentences(ofBlock: block).first { $0.hit.overlaps(hit) }
  }

  /// Whether a search has found something in headline, dek or byline, which have no sentences to mark: the search goes on.
  private var isOnHeadlineHit: Bool {
    guard let hit = body.find?.current, isOnScreen(hit) else { return false }
    return body.layout.blockIndex(ofText: hit.textIndex) == nil
  }

  /// Whether some of it can be seen.
  func isOnScreen(_ hit: BodyLayout.Hit) -> Bool {
    let rows = body.topLine..<(body.topLine + max(1, layout.body.rows))
    return body.layout.spans(of: hit).contains { rows.contains($0.line) }
  }

  /// `)` and `(`: goes to the next or previous sentence of the story; from nowhere to the first one on the screen.
  mutating func moveSentence(by step: Int) -> [ReaderEffect] {
    guard focus == .body, let story = body.story else { return say(.markInStory) }
    let target = currentSentence.map { neighbour(of: $0, step, story) } ?? firstSentenceOnScreen(story)
    guard let target else { return currentSentence == nil ? say(.noSentencesHere) : [] }
    body.isOpened = true
    highlightStop = nil
    body.find = FindState(kind: .sentence, query: target.text, hits: [target.hit], currentIndex: 0)
    showCurrentHit()
    guard let note = mark(at: target)?.mark.note, !note.isEmpty else { return [] }
    return say("✎ " + note)
  }

  private func neighbour(of sentence: StorySentence, _ step: Int, _ story: Story) -> StorySentence? {
    let all = sentences(ofBlock: sentence.place.blockIndex)
    if let index = all.firstIndex(of: sentence), all.indices.contains(index + step) { return all[index + step] }
    let blocks = story.article.body.blocks.indices
    var block = sentence.place.blockIndex + step
    while blocks.contains(block) {
      let others = sentences(ofBlock: block)
      if let found = step > 0 ? others.first : others.last { return found }
      block += step
    }
    return nil
  }

  /// The first that begins on the screen, else one that goes on there.
  private func firstSentenceOnScreen(_ story: Story) -> StorySentence? {
    var seen: Set<Int> = []
    var goingOn: StorySentence?
    for row in 0..<max(0, layout.body.rows) {
      guard let line = body.layout.line(at: body.topLine + row), let text = line.textIndex,
        let block = body.layout.blockIndex(ofText: text), seen.insert(block).inserted
      else { continue }
      let all = sentences(ofBlock: block)
      if let first = all.first(where: { $0.hit.utf8Range.lowerBound >= line.startUTF8Offset && isOnScreen($0.hit) }) {
        return first
      }
      goingOn = goingOn ?? all.first { isOnScreen($0.hit) }
    }
    return goingOn
  }
}

extension ReaderState {
  /// `x`: marks the sentence, or takes its mark and its note away. Without one, the first on the screen is chosen first: nothing is marked
  /// that was not seen to be meant.
  mutating func toggleMark() -> [ReaderEffect] {
    guard focus == .body, let story = body.story else { return say(.markInStory) }
    if isOnHeadlineHit { return say(.markInText) }
    guard let sentence = currentSentence else { return moveSentence(by: 1) }
    if let shown = mark(at: sentence) { return change(shown.mark, to: nil) + say(.markRemoved) }
    let anchor = SentenceAnchor(sentence.place, in: story.article.body)
    return change(nil, to: SentenceMark(story: story.id, anchor: anchor, made: now)) + say(.markSet)
  }

  /// `e`: the line in which a note on the sentence is typed; the sentence is marked with it.
  mutating func editNote() -> [ReaderEffect] {
    guard focus == .body, let story = body.story else { return say(.markInStory) }
    if isOnHeadlineHit { return say(.markInText) }
    guard let sentence = currentSentence else { return moveSentence(by: 1) }
    let anchor = SentenceAnchor(sentence.place, in: story.article.body)
    let mark = mark(at: sentence)?.mark ?? SentenceMark(story: story.id, anchor: anchor, made: now)
    prompt = .note(LineEditor(mark.note), mark)
    return []
  }

  mutating func apply(_ key: Key, toNoteOf mark: SentenceMark, _ editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty && mark.note.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .enter:
      prompt = nil
      var noted = mark
      noted.note = editor.isBlank ? "" : editor.text
      let known = body.story?.marks.first { $0.isSameMark(as: mark) }
      // An empty line for a sentence without a mark marks nothing.
      if known == noted || known == nil && noted.note.isEmpty { return [] }
      return change(known, to: noted) + say(noted.note.isEmpty ? .noteRemoved : .noteKept)
    default:
      if editor.take(key) { prompt = .note(editor, mark) }
    }
    return []
  }

  private func mark(at sentence: StorySentence) -> ShownMark? {
    body.marks.first { $0.hit.overlaps(sentence.hit) }
  }

  /// Makes one mark of another, as `U` can take back; nil is none.
  mutating func change(_ old: SentenceMark?, to new: SentenceMark?) -> [ReaderEffect] {
    undoable.append(.mark(new, old))
    return carryOut(old, to: new)
  }

  mutating func carryOut(_ old: SentenceMark?, to new: SentenceMark?) -> [ReaderEffect] {
    guard let mark = new ?? old else { return [] }
    if body.story?.id == mark.story {
      var marks = body.story?.marks ?? []
      if let index = marks.firstIndex(where: { $0.isSameMark(as: mark) }) {
        if let new { marks[index] = new } else { marks.remove(at: index) }
      } else if let new {
        marks.append(new)
      }
      body.story?.marks = marks
      placeMarks()
    }
    if new == nil { removedMarks.insert(mark) } else { removedMarks = removedMarks.filter { !$0.isSameMark(as: mark) } }
    showMarkItems()
    return [new.map { .saveMark($0) } ?? .removeMark(mark)]
  }
}
