import NewsModel

/// A story's panes as they are laid out for one arrangement of the page, and all that this follows from.
///
/// Opened and closed, a story has the same two pages in turn: the one that is not on the screen is kept with the other.
struct StoryPage: Hashable, Sendable {
  struct Sources: Hashable, Sendable {
    /// Without what no line tells: the reading state and the marks.
    var story: Story
    var columns: Int
    var highlightColumns: Int
    var paddingColumns: Int
    var settings: ReaderSettings
    var notice: String?
    var breaksAtPhrases: Bool
  }

  var sources: Sources
  var layout: BodyLayout
  var highlights: HighlightsState

  /// Of a short story all is laid out at once.
  init(_ sources: Sources, pictures: BodyPictures) {
    self.sources = sources
    layout = BodyLayout(
      story: sources.story, columns: sources.columns, settings: sources.settings, notice: sources.notice,
      breaksAtPhrases: sources.breaksAtPhrases, pictures: pictures)
    if layout.missingUTF8Count <= sources.settings.sliceUTF8Count { layout.layOutAll() }
    highlights = HighlightsState(
      story: sources.story, columns: sources.highlightColumns, settings: sources.settings,
      paddingColumns: sources.paddingColumns)
  }

  init(_ sources: Sources, _ layout: BodyLayout, _ highlights: HighlightsState) {
    self.sources = sources
    self.layout = layout
    self.highlights = highlights
  }
}
