import CellText
import NewsModel
import Screen

extension ReaderState {
  /// What a linear page tells of: the selected line of a picker, else the selected headline or highlight. The story is ``BodyLayout``.
  var linearSubject: LinearPlace.Subject {
    if case .picker(let picker) = prompt { return picker.selected.map { .choice($0.choice) } ?? .nothing }
    switch focus {
    case .headlines: return headlines.selected.map { .headline($0.id) } ?? .nothing
    case .highlights: return .highlight(highlights.selectedIndex)
    case .body: return .nothing
    }
  }

  /// Lines for what is told; one column stays free at the right, for the sign that there is more.
  var linearLines: [TextLine] {
    let language = headlines.selected?.language ?? settings.language.rawValue
    let wrapper = TextWrapper(model: settings.widthModel, language: language)
    return wrapper.lines(linearRuns, columns: max(1, size.columns - (size.columns > 8 ? 2 : 0)))
  }

  /// The line of ``linearLines`` that is shown first.
  var linearTopLine: Int {
    linearPlace.subject == linearSubject ? min(linearPlace.line, max(0, linearLines.count - 1)) : 0
  }

  var linearRowCount: Int { max(1, size.rows >= 3 ? size.rows - 1 : size.rows) }

  /// Goes on in what is told, and at its end to the next thing; nil where that is not what the motion means.
  mutating func moveLinear(_ motion: Motion, _ moveOn: (inout ReaderState, Int) -> [ReaderEffect]) -> [ReaderEffect]? {
    let step: Int
    switch motion {
    case .pages(let count), .halfPages(let count): step = count < 0 ? -1 : 1
    case .lines, .start, .end:
      linearPlace = LinearPlace()
      return nil
    }
    let next = linearTopLine + step * linearRowCount
    if next >= 0, next < linearLines.count {
      linearPlace = LinearPlace(subject: linearSubject, line: next)
      return []
    }
    let before = linearSubject
    let place = linearPlace
    let effects = moveOn(&self, step)
    // Nothing comes after it: the end stays.
    if linearSubject == before, step > 0 { linearPlace = place }
    // Backwards one comes to the end of what is before.
    if step < 0, linearSubject != before {
      let last = (linearLines.count - 1) / linearRowCount * linearRowCount
      linearPlace = LinearPlace(subject: linearSubject, line: max(0, last))
    }
    return effects
  }
}

extension ReaderState {
  private var linearRuns: [TextRun] {
    if case .picker(let picker) = prompt { return runs(of: picker) }
    switch focus {
    case .headlines: return headlineRuns
    case .highlights:
      guard let story = body.story, story.article.highlights.indices.contains(highlights.selectedIndex) else {
        return []
      }
      let text = story.article.highlights[highlights.selectedIndex].text
      let place = number(highlights.selectedIndex + 1, of: highlights.highlightCount)
      return [
        TextRun("• " + place + " ", .highlightBullet),
        TextRun(settings.shown(text, language: story.article.language), .highlight),
      ]
    case .body: return []
    }
  }

  private var headlineRuns: [TextRun] {
    guard let headline = headlines.selected else {
      guard hasLoadedHeadlines, headlines.totalCount == 0 else { return [] }
      let sentences: [Phrase] =
        headlines.found != nil
        ? [.noHits, .noHitsHint]
        : headlines.query.isFiltered ? [.noMatch, .noMatchHint] : [.emptyStore, .emptyStoreHint]
      return [TextRun(sentences.map { settings.phrases($0) }.joined(separator: " "), .headline)]
    }
    var runs = [TextRun(number(headlines.selectedIndex + 1, of: headlines.totalCount) + " ", .source)]
    if !headline.isRead { runs.append(TextRun("● ", .unreadMark)) }
    if headline.isStarred, settings.list.facts.contains(.star) { runs.append(TextRun("★ ", .star)) }
    let hits = headlines.hit(at: headlines.selectedIndex)?.titleHits ?? []
    runs += settings.shownRuns(
      headline.title, hits: hits, language: headline.language, headline.isRead ? .headline : .headlineUnread,
      hitRole: .hit)
    // As in the list.
    var facts = [
      headline.paperCount > 1 ? settings.phrases.papers(headline.paperCount, settings.dates) : "",
      headline.isMuted ? settings.phrases(.mutedStory) : "",
    ]
    for fact in settings.list.facts {
      switch fact {
      case .section: facts.append(settings.shown(headline.section ?? ""))
      case .source: facts.append(settings.shown(headline.source))
      case .age: facts.append(settings.age(of: headline.date, now: now))
      case .related where headline.relatedCount > 0:
        facts.append("↗" + settings.dates.number(headline.relatedCount))
      case .related, .star: break
      }
    }
    return runs + facts.filter { !$0.isEmpty }.map { TextRun(" · " + DisplayText.safe($0), .source) }
  }

  /// What is typed, or the title until something is, stands before the line until the selection is moved.
  private func runs(of picker: PickerState) -> [TextRun] {
    var runs: [TextRun] = []
    if !picker.followsSelection { runs.append(TextRun(Self.linearPrefix(of: picker), .pickerTitle)) }
    guard let item = picker.selected, !item.isHeading else {
      let told = texts(picker.matches.map { picker.items[$0.itemIndex] })
      if !told.isEmpty { return runs + [TextRun(told, .page)] }
      let nothing = settings.phrases(.nothingFound)
      return runs + [TextRun(picker.items.isEmpty ? picker.emptyText ?? nothing : nothing, .page)]
    }
    let selectable = picker.matches.filter { !picker.items[$0.itemIndex].isHeading }
    let place = picker.matches.prefix(picker.selectedIndex).filter { !picker.items[$0.itemIndex].isHeading }.count + 1
    runs.append(TextRun(number(place, of: selectable.count) + " ", .source))
    let mark = picker.marked.contains(item.choice) ? "✓ " : item.isGhost ? "◌ " : item.hasTrouble ? "! " : ""
    runs.append(TextRun(mark + item.label, .headline))
    let others = [item.detail, item.note].filter { !$0.isEmpty }
    let told = around(picker)
    if !told.before.isEmpty { runs.insert(TextRun(texts(told.before) + " · ", .source), at: runs.count - 2) }
    return runs + (others + told.after.map { texts([$0]) }).map { TextRun(" · " + $0, .source) }
  }

  /// What stands with the selected line: headings and, at the beginning, facts above it; facts about it under it.
  private func around(_ picker: PickerState) -> (before: [PickerItem], after: [PickerItem]) {
    let items = picker.matches.map { picker.items[$0.itemIndex] }
    let above = Array(items[..<picker.selectedIndex].reversed().prefix { $0.isHeading }.reversed())
    // What follows another line is about that.
    let before = above.count == picker.selectedIndex ? above : Array(above.drop { $0.isFact })
    return (before, Array(items[(picker.selectedIndex + 1)...].prefix { $0.isFact }))
  }

  private func texts(_ items: [PickerItem]) -> String {
    items.map { item in
      [item.label, item.detail, item.note]
        .map { DisplayText.safe($0.split(separator: " ").joined(separator: " ")) }
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }.joined(separator: " · ")
  }

  static func linearPrefix(of picker: PickerState) -> String {
    DisplayText.safe(picker.editor.text.isEmpty ? picker.title : picker.editor.text) + " › "
  }

  private func number(_ index: Int, of count: Int) -> String {
    settings.dates.number(index) + "/" + settings.dates.number(count)
  }
}
