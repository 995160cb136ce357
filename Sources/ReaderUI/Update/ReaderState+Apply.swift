import CellText
import NewsModel
import Screen

extension ReaderState {
  /// Takes in what happened and says what must be done outside.
  ///
  /// No clock, no chance and no I/O in here: the same state and event give the same state and effects.
  public mutating func apply(_ event: ReaderEvent) -> [ReaderEffect] {
    var effects = takeIn(event)
    effects += startAwaitedSpeech() + endSpeechOfLeftStory()
    if !awaitedActions.isEmpty { effects += performAwaited() }
    effects += askForPictures()
    if isLayingOut || (body.layout.isComplete && !mayPrepareOpening) { return effects }
    isLayingOut = true
    return effects + [.layOutMore]
  }

  /// Whether `event` changes nothing on the screen for sure, so that no frame need be made for it.
  public func isUnseen(_ event: ReaderEvent) -> Bool {
    if case .layOutMore = event { return body.layout.isComplete }
    return false
  }

  private mutating func takeIn(_ event: ReaderEvent) -> [ReaderEffect] {
    switch event {
    case .terminal(let event): apply(event)
    case .headlinesLoaded(let request, let page): show(page, for: request)
    case .storyLoaded(let id, let story): show(story, for: id)
    case .computedLoaded(let id, let links): show(links, near: id)
    case .found(let page): show(page)
    case .wordCounted(let request, let count): show(count, for: request)
    case .typingPaused(let number): tellTrouble(after: number)
    case .tagsLoaded(let query, let tags): show(tags, for: query)
    case .allTagsLoaded(let tags): showMergeTargets(tags)
    case .tagPageLoaded(let name, let page): show(page, ofTag: name)
    case .groupLoaded(let id, let group): show(group, of: id)
    case .wantedLoaded(let wanted): show(wanted)
    case .marksLoaded(let marked): show(marked)
    case .historyLoaded(let id, let history): show(history, of: id)
    case .savedQueriesLoaded(let queries, let rule): show(queries, hiding: rule)
    case .querySaved(let query): takeIn(query)
    case .queryRemoved(let query): takeOut(query)
    case .titlesFound(let title, let found): show(found, like: title)
    case .unreadFound(let request, let id): goToUnread(id, for: request)
    case .markedRead(let ids): takeIn(markedRead: ids)
    case .themesLoaded(let themes): show(themes)
    case .storeChanged(let edition): reload(edition)
    case .refreshProgress(let progress): show(progress)
    case .refreshed(let report): finishRefresh(report)
    case .subscriptionsLoaded(let rows): show(rows)
    case .feedsFound(let address, let found, let trouble): show(found, at: address, trouble)
    case .subscribed(let new): takeIn(new)
    case .catalogueLoaded(let catalogue): show(catalogue)
    case .storyCompleted(let id, let failure): finishCompleting(id, failure)
    case .pictureLoaded(let request, let result): take(result, for: request)
    case .piped(let outcome): show(outcome)
    case .spoken(let number): finishSpeaking(number)
    case .notSpoken(let number, let sentence): failSpeaking(number, sentence)
    case .layOutMore: layOutMore()
    case .messageExpired(let number): expireMessage(number)
    case .keyPaused(let number): finishKeys(number)
    case .configured(let change): take(change)
    case .notice(let sentence, let isError): say(sentence, isError: isError)
    case .failed(let sentence): fail(sentence)
    case .tick(let now): tick(now)
    }
  }

  /// What a fresh reader wants first.
  public mutating func start() -> [ReaderEffect] {
    let first = sessionToRestore.map { startRestored($0) } ?? loadHeadlines(.start(0))
    return first + (edition == .sample ? say(.sampleHint) : [])
  }

  /// Shows a sentence in the status line for some seconds.
  mutating func say(_ text: String, isError: Bool = false) -> [ReaderEffect] {
    messageCount += 1
    let text = settings.shown(text, language: settings.language.rawValue)
    message = Message(number: messageCount, text: text, isError: isError)
    // A person reads some fifteen clusters a second, and looks at other things first; an error must also be understood.
    return [.expireMessage(messageCount, afterSeconds: isError ? 10 : max(4, text.count / 10))]
  }

  /// Whatever waits for items may have waited for what failed: the sentence stands there too.
  private mutating func fail(_ sentence: String) -> [ReaderEffect] {
    awaitedActions = []
    isFindingUnread = false
    if case .picker(var picker) = prompt, picker.items.isEmpty {
      picker.emptyText = settings.shown(sentence, language: settings.language.rawValue)
      prompt = .picker(picker)
    }
    return say(sentence, isError: true)
  }

  mutating func say(_ phrase: Phrase, _ argument: String = "") -> [ReaderEffect] {
    say(settings.phrases(phrase, argument))
  }

  private mutating func apply(_ event: TerminalEvent) -> [ReaderEffect] {
    switch event {
    case .key(let key):
      // Who presses a key has taken over from a macro.
      awaitedActions = []
      if prompt != nil {
        typedKeys = []
        return applyToPrompt(key)
      }
      return take(key)
    case .pasted(let scalar):
      // Text goes where text is typed; its letters are no commands.
      guard let prompt, !prompt.isCommand(.scalar(scalar)) else { return [] }
      return applyToPrompt(.scalar(scalar))
    case .mouse(let event): return apply(event)
    case .resized(let size):
      drawnEdge = nil
      self.size = size
      // A list that has the keys must be on the screen.
      if layout.shape == .split, focus == .headlines { isStoryOpen = false }
      layOutAgain()
      layOutVersionsAgain()
      if case .picker(var picker) = prompt {
        picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
        prompt = .picker(picker)
      }
      return []
    case .measured(let measurement):
      return take(measurement)
    case .suspending:
      return pauseSpeech()
    case .resumed:
      return [.redraw]
    case .endRequested:
      return leave()
    }
  }

  private mutating func take(_ measurement: TerminalMeasurement) -> [ReaderEffect] {
    let before = settings
    // The terminal knows better than the variables that it was started with.
    if let version = measurement.version {
      settings.terminalHasHyperlinks = HyperlinkSupport.isKnown(version: version, environment: [:])
    }
    if !settings.isWidthModelForced, let model = measurement.fit?.model { settings.widthModel = model }
    if settings.widthModel != before.widthModel || settings.showsHyperlinks != before.showsHyperlinks { layOutAgain() }
    return []
  }

  private mutating func expireMessage(_ number: Int) -> [ReaderEffect] {
    if message?.number == number {
      message = nil
      refresh?.isStopOffered = false
    }
    return []
  }

  private mutating func tick(_ now: Timestamp) -> [ReaderEffect] {
    self.now = now
    return refreshIfDue() + keepSession()
  }
}

extension ReaderState {
  /// Does what a key asked for. Also what choosing a line of the help does.
  mutating func perform(_ action: ReaderAction) -> [ReaderEffect] {
    switch action {
    case .moveDown: return move(.lines(1))
    case .moveUp: return move(.lines(-1))
    case .pageDown: return move(.pages(1))
    case .pageUp: return move(.pages(-1))
    case .halfPageDown: return move(.halfPages(1))
    case .halfPageUp: return move(.halfPages(-1))
    case .goToStart: return move(.start)
    case .goToEnd: return move(.end)
    case .open: return openSelection()
    case .nextPane: return changePane(by: 1)
    case .previousPane: return changePane(by: -1)
    case .back: return goBack()
    case .forward: return goForward()
    case .openRelated(let number): return openLink(number: number)
    case .showRelated: return showRelatedPicker()
    case .filterByTag: return showTagPicker()
    case .clear: return clear()
    case .toggleStar: return toggleStar()
    case .toggleUnread: return toggleUnread()
    case .markAllRead: return markAllRead()
    case .nextUnread: return isWalkingHits ? moveHit(by: 1) : findUnread(isBackwards: false)
    case .previousUnread: return isWalkingHits ? moveHit(by: -1) : findUnread(isBackwards: true)
    case .openInBrowser: return openInBrowser()
    case .find: return focus == .headlines && !isOpening ? startSearch() : startFind()
    case .searchStories: return startSearch()
    case .chooseTheme: return showThemePicker()
    case .toggleScript: return toggleScript()
    case .toggleSpeech: return toggleSpeech()
    case .changeDigits: return changeDigits()
    case .help: return showHelp()
    case .refresh: return refreshAll()
    case .showFeeds: return showFeeds()
    case .addFeed: return askForAddress()
    case .chooseSources: return showCatalogue()
    case .toggleGroups: return toggleGroups()
    case .showGroup: return showGroup()
    case .showWanted: return showWanted()
    case .editTag: return askForTag()
    case .showSavedQueries: return showSavedQueries()
    case .saveList: return nameQuery(.list)
    case .saveMuteRule: return nameQuery(.mute)
    case .toggleMuted: return toggleMuted()
    case .undoUnsubscribe: return undo()
    case .showLinks: return showLinks()
    case .copy: return showCopies()
    case .lookUpWord: return chooseWord()
    case .welcome: return startWelcome()
    case .nextSentence: return speech == nil ? moveSentence(by: 1) : moveSpeech(by: 1)
    case .previousSentence: return speech == nil ? moveSentence(by: -1) : moveSpeech(by: -1)
    case .toggleMark: return toggleMark()
    case .editNote: return editNote()
    case .showMarks: return showMarks()
    case .showHistory: return showHistory()
    case .pipe: return askForCommand()
    case .togglePictures: return togglePictures()
    case .dismissSample: return edition == .sample ? [.dismissSample] : []
    case .toggleMouse: return toggleMouse()
    case .narrowList: return widenList(by: -2)
    case .widenList: return widenList(by: 2)
    case .quit: return leave()
    case .suspend: return pauseSpeech() + [.suspend]
    case .redraw: return [.redraw]
    }
  }

  /// Ends the reader; where the open story was left is kept.
  private mutating func leave() -> [ReaderEffect] {
    keepPlace() + keepSession() + stopSpeech() + [.quit]
  }

  /// Every minute and at the end, so that a crash costs no more than that.
  mutating func keepSession() -> [ReaderEffect] {
    guard var session else { return [] }
    let ended = session.endedSecondsSince1970
    // Only that time has passed is worth a write now and then, not each minute.
    if let kept = keptSession, ended - kept.endedSecondsSince1970 < 1_800 {
      session.endedSecondsSince1970 = kept.endedSecondsSince1970
      if session == kept { return [] }
      session.endedSecondsSince1970 = ended
    }
    keptSession = session
    return [.saveSession(session)]
  }

  /// Ends the reading aloud, else a search, else takes the filter off.
  private mutating func clear() -> [ReaderEffect] {
    if speech != nil { return stopSpeech() }
    if body.find != nil, focus != .headlines || search == nil {
      body.find = nil
      return []
    }
    if search != nil { return endSearch() }
    guard headlines.query.isFiltered else {
      message = nil
      return []
    }
    (filterName, listFilter, tagChoice) = (nil, nil, TagChoice())
    return setQuery(headlines.query.unfiltered) + say(.filterCleared)
  }
}
