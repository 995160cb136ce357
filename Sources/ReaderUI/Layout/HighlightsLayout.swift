import CellText
public import NewsModel

extension HighlightsState {
  /// Lays the story's highlights out as bulleted lines.
  public init(story: Story?, columns: Int, settings: ReaderSettings, paddingColumns: Int = 1) {
    self.init()
    guard let story, columns > 0 else { return }
    let language = story.article.language
    let wrapper = TextWrapper(model: settings.widthModel, language: language)
    for (index, highlight) in story.article.highlights.enumerated() {
      let text = settings.shown(highlight.text, language: language)
      let runs = [TextRun("• ", .highlightBullet), TextRun(text, .highlight)]
      let width = max(1, columns - 2 * paddingColumns)
      let wrapped = wrapper.lines(runs, columns: width, hangingIndent: min(2, width / 3))
      lines += wrapped
      highlightIndices += wrapped.map { _ in index }
    }
  }

  var firstLineOfSelected: Int { highlightIndices.firstIndex(of: selectedIndex) ?? 0 }

  /// Scrolls by as little as shows the selected highlight, its first line first.
  mutating func keepSelectionVisible(rowCount: Int) {
    guard rowCount > 0 else { return }
    let first = firstLineOfSelected
    let last = highlightIndices.lastIndex(of: selectedIndex) ?? first
    topLine = max(topLine, last - rowCount + 1)
    topLine = min(topLine, first, max(0, lines.count - rowCount))
  }
}
