import CellText
import IndicText
import NewsModel
import Screen

extension ReaderState {
  /// `i`: a word of the story is chosen, to be looked up in all stories. The first one is a word of the marked sentence, else of what is at
  /// the top of the pane.
  mutating func chooseWord() -> [ReaderEffect] {
    guard body.story != nil, isSelectionShown, focus != .headlines else { return openSelection() }
    var effects: [ReaderEffect] = []
    if focus == .highlights { effects += openSelection() }
    guard focus == .body, let hit = firstWord() else { return effects + say(.noWord) }
    body.isOpened = true
    return effects + choose(hit, among: [:], column: nil)
  }

  mutating func apply(_ key: Key, toWord choice: WordChoice) -> [ReaderEffect] {
    switch key {
    case .escape, .backspace, .scalar("i"), .scalar("q"):
      prompt = nil
      return []
    case .enter: return lookUp(choice)
    case .left, .scalar("h"), .backTab: return move(choice, isBackwards: true)
    case .right, .scalar("l"), .tab, .scalar(" "): return move(choice, isBackwards: false)
    case .down, .scalar("j"): return moveLine(choice, by: 1)
    case .up, .scalar("k"): return moveLine(choice, by: -1)
    case .control("l"): return [.redraw]
    default: return []
    }
  }

  /// How many other stories have the word, which may not be the chosen one any more.
  mutating func show(_ count: Int, for request: WordCountRequest) -> [ReaderEffect] {
    guard case .word(var choice) = prompt, request.except == body.story?.id else { return [] }
    choice.counts[request.query] = count
    prompt = .word(choice)
    return []
  }

  private var wordLocale: String { body.story?.article.language ?? "hi" }
}

// MARK: - Moving

extension ReaderState {
  private mutating func choose(_ hit: BodyLayout.Hit, among counts: [String: Int], column: Int?) -> [ReaderEffect] {
    let word = body.layout.text(of: hit)
    let query = WordQuery.text(for: publishedWord(hit), today: now)
    prompt = .word(WordChoice(hit: hit, word: word, query: query, counts: counts, column: column))
    body.lastWord = hit
    showInSight(hit.place)
    guard counts[query] == nil, let id = body.story?.id else { return [] }
    return [.countWord(WordCountRequest(query: query, except: id))]
  }

  private mutating func move(_ choice: WordChoice, isBackwards: Bool) -> [ReaderEffect] {
    guard let next = body.layout.word(besides: choice.hit, isBackwards: isBackwards, locale: wordLocale) else {
      return []
    }
    return choose(next, among: choice.counts, column: nil)
  }

  /// To the word of the next line with words that is nearest to the column in which the move began.
  private mutating func moveLine(_ choice: WordChoice, by step: Int) -> [ReaderEffect] {
    guard let here = body.layout.spans(of: choice.hit).first else { return [] }
    let indent = body.layout.line(at: here.line)?.text.indentColumns ?? 0
    let column = choice.column ?? here.columns.lowerBound + indent
    var index = here.line + step
    while let line = lineToChoose(index) {
      if let hit = word(on: line, nearest: column) { return choose(hit, among: choice.counts, column: column) }
      index += step
    }
    return []
  }

  /// Lays it out where it is not yet.
  private mutating func lineToChoose(_ index: Int) -> BodyLayout.Line? {
    guard (0..<body.layout.lineCount).contains(index) else { return nil }
    if let line = body.layout.line(at: index) { return line }
    let top = body.layout.place(atLine: body.topLine)
    let moved = body.layout.layOut(around: index, rowCount: size.rows)
    body.topLine = body.layout.line(at: top)
    return body.layout.line(at: moved)
  }

  private func word(on line: BodyLayout.Line, nearest column: Int) -> BodyLayout.Hit? {
    guard let textIndex = line.textIndex, !line.isGloss else { return nil }
    let end = line.startUTF8Offset + line.utf8Count
    let words = body.layout.words(aroundText: textIndex, utf8Offset: line.startUTF8Offset, locale: wordLocale)
      .filter { line.startUTF8Offset <= $0.utf8Range.lowerBound && $0.utf8Range.lowerBound < end }
    let distance = { (hit: BodyLayout.Hit) -> Int in
      guard let columns = body.layout.columns(of: hit.utf8Range, on: line) else { return Int.max }
      let (first, last) = (columns.lowerBound + line.text.indentColumns, columns.upperBound + line.text.indentColumns)
      return column < first ? first - column : max(0, column - last + 1)
    }
    return words.min { distance($0) < distance($1) }
  }
}

// MARK: - Which word

extension ReaderState {
  private func firstWord() -> BodyLayout.Hit? {
    let rows = body.topLine..<(body.topLine + max(1, layout.body.rows))
    let isSeen = { (hit: BodyLayout.Hit) in body.layout.spans(of: hit).contains { rows.contains($0.line) } }
    if let last = body.lastWord, isSeen(last), words(at: last.place).contains(last) { return last }
    if let found = body.find?.current, isSeen(found) {
      let inside = words(at: found.place).filter { $0.utf8Range.overlaps(found.utf8Range) }
      if let first = inside.first(where: isContent) ?? inside.first { return first }
    }
    var fallback: BodyLayout.Hit?
    for index in rows {
      guard let line = body.layout.line(at: index), let textIndex = line.textIndex, !line.isGloss else { continue }
      let shown = words(at: .text(index: textIndex, utf8Offset: line.startUTF8Offset)).filter {
        $0.utf8Range.lowerBound >= line.startUTF8Offset
          && $0.utf8Range.lowerBound < line.startUTF8Offset + line.utf8Count
      }
      if let first = shown.first(where: isContent) { return first }
      fallback = fallback ?? shown.first
    }
    return fallback
  }

  private func words(at place: BodyLayout.Place) -> [BodyLayout.Hit] {
    guard case .text(let index, let offset) = place else { return [] }
    return body.layout.words(aroundText: index, utf8Offset: offset, locale: wordLocale)
  }

  private func isContent(_ hit: BodyLayout.Hit) -> Bool { !FunctionWords.contains(publishedWord(hit)) }

  /// The word as it was published: in Latin letters the one in its place, since what is romanised has no way back.
  private func publishedWord(_ hit: BodyLayout.Hit) -> String {
    let shown = body.layout.text(of: hit)
    guard settings.script == .roman, let published = publishedText(hit.textIndex) else { return shown }
    let text = DisplayText.safe(body.layout.searchable[hit.textIndex])
    let before = text.utf8.prefix(hit.utf8Range.lowerBound)
    let tokens = DisplayText.safe(published).utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    let number = before.count { $0 == 0x20 }
    guard tokens.indices.contains(number) else { return shown }
    let token = String(decoding: tokens[number], as: UTF8.self)
    // A word with a hyphen has several words: the one of the same number.
    let start = before.lastIndex(of: 0x20).map { text.utf8.distance(from: text.startIndex, to: $0) + 1 } ?? 0
    let inside = String(decoding: before.dropFirst(start), as: UTF8.self)
    let index = Array(WordIterator(inside, locale: wordLocale)).count
    let words = WordIterator(token, locale: wordLocale).map { String(token[$0]) }
    return words.indices.contains(index) ? words[index] : words.first ?? shown
  }

  /// Text number `index` as it was published; nil for a table's row, which is put together.
  private func publishedText(_ index: Int) -> String? {
    guard let article = body.story?.article else { return nil }
    if body.layout.isParagraph(index) {
      let section = body.layout.sections[body.layout.sectionOfText[index]]
      guard let block = section.blockIndex, article.body.blocks.indices.contains(block) else { return nil }
      return article.body.blocks[block].kind == .tableRow ? nil : article.body.blocks[block].text
    }
    if index == 0 { return article.title }
    return index == 1 && article.dek != nil ? article.dek : article.credit
  }
}
