import CellText
import NewsModel
import Screen

/// Where the page was scrolled in the letters that were shown one after another, and where the last change left it.
struct PlacesBefore: Hashable, Sendable {
  struct Places: Hashable, Sendable {
    var script: ScriptStyle
    var digits: DigitStyle?
    var size: Size
    var story: ArticleID?
    var bodyTopLine: Int
    var headlineTopIndex: Int
    var headlineSelectedIndex: Int
    var highlightTopLine: Int
  }

  /// At most one for each way to show the page.
  var visited: [Places]
  var after: Places
}

extension ReaderState {
  /// Devanagari, then Latin letters under each of its lines, then Latin letters alone.
  mutating func toggleScript() -> [ReaderEffect] {
    switch settings.script {
    case .devanagari: show(.interlinear)
    case .interlinear: show(.roman)
    case .roman: show(.devanagari)
    }
  }

  /// Shows these letters, says so, and remembers them.
  mutating func show(_ script: ScriptStyle) -> [ReaderEffect] {
    show(script, settings.storyDigits)
    let phrase: Phrase =
      switch script {
      case .devanagari: .devanagariShown
      case .interlinear: .interlinearShown
      case .roman: .romanShown
      }
    return [.saveScript(script)] + say(phrase)
  }

  /// Digits as published, then all Devanagari, then all ASCII.
  mutating func changeDigits() -> [ReaderEffect] {
    // They would not be seen to change.
    if settings.script == .roman { return say(.digitsInRoman) }
    let (next, phrase): (DigitStyle?, Phrase) =
      switch settings.storyDigits {
      case nil: (.devanagari, .digitsDevanagari)
      case .devanagari: (.ascii, .digitsASCII)
      case .ascii: (nil, .digitsPublished)
      }
    show(settings.script, next)
    return [.saveDigits(next)] + say(phrase)
  }

  /// Lays everything out in other letters. The word at the top stays there; who changes the letters back without having moved stands on the
  /// same lines as before.
  private mutating func show(_ script: ScriptStyle, _ digits: DigitStyle?) {
    let left = places
    var visited = placesBefore?.after == left ? placesBefore?.visited ?? [] : []
    if !visited.contains(where: { $0.script == left.script && $0.digits == left.digits }) { visited.append(left) }
    let place = body.layout.place(atLine: body.topLine)
    let texts = body.layout.searchable
    settings.script = script
    settings.storyDigits = digits
    layOutAgain()
    if texts != body.layout.searchable { showBody(at: body.layout.place(of: place, in: texts)) }
    if let before = visited.first(where: { $0.script == script && $0.digits == digits }) {
      body.topLine = before.bodyTopLine
      headlines.topIndex = before.headlineTopIndex
      highlights.topLine = before.highlightTopLine
      scrollBody(.lines(0))
    }
    placesBefore = PlacesBefore(visited: visited, after: places)
  }

  private var places: PlacesBefore.Places {
    PlacesBefore.Places(
      script: settings.script, digits: settings.storyDigits, size: size, story: body.story?.id,
      bodyTopLine: body.topLine, headlineTopIndex: headlines.topIndex,
      headlineSelectedIndex: headlines.selectedIndex, highlightTopLine: highlights.topLine)
  }
}

extension BodyLayout {
  /// A place of the same story in other letters, whose texts were `texts`: blanks between words are the same in all.
  func place(of place: Place, in texts: [String]) -> Place {
    guard case .text(let index, let offset) = place, texts.indices.contains(index), searchable.indices.contains(index),
      texts[index] != searchable[index]
    else { return place }
    var blanks = DisplayText.safe(texts[index]).utf8.prefix(offset).count { $0 == 0x20 }
    var utf8Offset = 0
    for byte in DisplayText.safe(searchable[index]).utf8 {
      if blanks == 0 { break }
      if byte == 0x20 { blanks -= 1 }
      utf8Offset += 1
    }
    return .text(index: index, utf8Offset: utf8Offset)
  }
}
