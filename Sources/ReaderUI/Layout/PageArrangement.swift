/// How the page is laid out on a screen that has room for it.
public enum PageArrangement: String, Hashable, Sendable, CaseIterable {
  /// By the size of the screen; where it is too small for panes, ``linear``.
  case auto
  /// One thing at a time, as for braille displays: a headline, a highlight, some lines of the story.
  case linear
}
