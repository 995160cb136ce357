import CellText
public import Screen

/// What the reader's configuration says otherwise than before.
public struct SettingsChange: Hashable, Sendable {
  /// As they were configured, and as they are configured now; what the reader chose on the page meanwhile is in neither.
  public var before: ReaderSettings
  public var after: ReaderSettings
  /// Nil leaves the theme.
  public var theme: Theme?
  /// What is to be said of it.
  public var sentence: String
  public var isError: Bool

  public init(before: ReaderSettings, after: ReaderSettings, theme: Theme?, sentence: String, isError: Bool = false) {
    self.before = before
    self.after = after
    self.theme = theme
    self.sentence = sentence
    self.isError = isError
  }
}

extension ReaderState {
  /// Takes what was changed, and only that: letters that were chosen with a key stay when another line of the file was edited.
  mutating func take(_ change: SettingsChange) -> [ReaderEffect] {
    let scriptBefore = settings.script
    takeChanged(\.language, change)
    takeChanged(\.digits, change)
    takeChanged(\.calendar, change)
    takeChanged(\.measureColumns, change)
    takeChanged(\.keys, change)
    takeChanged(\.bidi, change)
    takeChanged(\.hyperlinks, change)
    takeChanged(\.script, change)
    takeChanged(\.storyDigits, change)
    takeChanged(\.refreshMinutes, change)
    takeChanged(\.dateStyle, change)
    // A width or height that was written now stands before an edge that was drawn earlier.
    if change.before.page.listWidth != change.after.page.listWidth
      || change.before.page.highlightsHeight != change.after.page.highlightsHeight
    {
      settings.split = PaneSplit()
    }
    takeChanged(\.page, change)
    takeChanged(\.isMouseOn, change)
    takeChanged(\.frames, change)
    takeChanged(\.showsCursor, change)
    takeChanged(\.list, change)
    takeChanged(\.pictures, change)
    if settings.pictures == .never { body.pictures = BodyPictures() }
    takeChanged(\.widthModel, change)
    takeChanged(\.isWidthModelForced, change)
    // Digits that are configured anew are to be seen.
    if change.before.digits != change.after.digits { settings.storyDigits = nil }
    typedKeys = []
    if scriptBefore != settings.script { placesBefore = nil }
    if let theme = change.theme {
      // An open theme picker goes back to the new one.
      if themeBefore != nil { themeBefore = theme }
      self.theme = theme
    }
    if layout.shape == .split, focus == .headlines { isStoryOpen = false }
    if focus == .highlights, layout.highlights.isEmpty { focus = body.story == nil ? .headlines : .body }
    layOutAgain()
    layOutVersionsAgain()
    if case .picker(var picker) = prompt {
      picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
      prompt = .picker(picker)
    }
    return say(change.sentence, isError: change.isError)
  }

  private mutating func takeChanged<Value: Equatable>(
    _ setting: WritableKeyPath<ReaderSettings, Value>, _ change: SettingsChange
  ) {
    if change.before[keyPath: setting] != change.after[keyPath: setting] {
      settings[keyPath: setting] = change.after[keyPath: setting]
    }
  }
}
