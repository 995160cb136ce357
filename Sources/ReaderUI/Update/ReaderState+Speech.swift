import CellText
import NewsModel
import Screen
import SpokenText

extension ReaderState {
  /// `v`: reads the story aloud from the sentence that is marked or at the top of the pane; while it is read: pauses and goes on.
  mutating func toggleSpeech() -> [ReaderEffect] {
    if speech?.isPaused == true {
      speech?.isPaused = false
      return speak()
    }
    if speech != nil { return pauseSpeech() }
    var effects: [ReaderEffect] = []
    if focus != .body {
      effects = openSelection()
      // A story that comes from the store, or a highlight whose sentence is nowhere.
      if let awaitedStory {
        awaitedSpeech = awaitedStory.id
        return effects
      }
      guard focus == .body else { return effects }
    }
    return effects + startSpeech()
  }

  /// The child that speaks ends at once; going on begins the sentence again, as a listener who was away wants it.
  mutating func pauseSpeech() -> [ReaderEffect] {
    guard speech?.isPaused == false else { return [] }
    speech?.isPaused = true
    return [.stopSpeaking]
  }

  mutating func stopSpeech() -> [ReaderEffect] {
    awaitedSpeech = nil
    guard let stopped = speech else { return [] }
    speech = nil
    return stopped.isPaused ? [] : [.stopSpeaking]
  }

  /// The next or previous sentence; also while paused, where it is only marked.
  mutating func moveSpeech(by step: Int) -> [ReaderEffect] {
    guard goToSentence(by: step) else {
      return step > 0 ? endSpeech() : speak(follows: true)
    }
    return speak(follows: true)
  }

  /// In a story that has just been opened for that.
  mutating func startAwaitedSpeech() -> [ReaderEffect] {
    guard let id = awaitedSpeech, awaitedStory == nil else { return [] }
    awaitedSpeech = nil
    return id == body.story?.id && body.isOpened ? startSpeech() : []
  }

  private mutating func startSpeech() -> [ReaderEffect] {
    guard let story = body.story else { return [] }
    body.isOpened = true
    let place = firstSpokenPlace()
    speech = SpeechState(story: story.id, textIndex: place.textIndex, sentences: [], index: -1)
    let found = sentences(ofText: place.textIndex)
    speech?.sentences = found
    speech?.index =
      found.firstIndex { $0.shownUTF8Range.upperBound > place.utf8Offset } ?? max(-1, found.count - 1)
    if speech?.sentence == nil, !goToSentence(by: 1) {
      speech = nil
      return say(.speechNothing)
    }
    // The mark is the speaker's now.
    if body.find?.kind == .sentence { body.find = nil }
    return speak(follows: true)
  }

  /// The sentence that is marked and can be seen, else the first one that begins in the pane.
  private mutating func firstSpokenPlace() -> (textIndex: Int, utf8Offset: Int) {
    let rows = body.topLine..<(body.topLine + max(1, layout.body.rows))
    if let hit = body.find?.current, isOnScreen(hit) { return (hit.textIndex, hit.utf8Range.lowerBound) }
    if body.topLine == 0 { return (0, 0) }
    var top: (textIndex: Int, utf8Offset: Int)?
    for index in rows {
      guard let line = body.layout.line(at: index), let textIndex = line.textIndex else { continue }
      top = top ?? (textIndex, line.startUTF8Offset)
      let bytes = line.startUTF8Offset..<(line.startUTF8Offset + max(1, line.text.text.utf8.count))
      if let begins = sentences(ofText: textIndex).first(where: { bytes.contains($0.shownUTF8Range.lowerBound) }) {
        return (textIndex, begins.shownUTF8Range.lowerBound)
      }
    }
    return top ?? (0, 0)
  }

  private func sentences(ofText index: Int) -> [SpokenSentence] {
    guard let article = body.story?.article, index < BodyLayout.spokenTextCount(of: article) else { return [] }
    return body.layout.sentences(of: article, textIndex: index, settings: settings)
  }

  /// - Returns: false at either end of the story, where the sentence stays.
  private mutating func goToSentence(by step: Int) -> Bool {
    guard let speech, let article = body.story?.article else { return false }
    if speech.sentences.indices.contains(speech.index + step) {
      self.speech?.index += step
      return true
    }
    var text = speech.textIndex + step
    while text >= 0, text < BodyLayout.spokenTextCount(of: article) {
      let found = sentences(ofText: text)
      if !found.isEmpty {
        self.speech?.textIndex = text
        self.speech?.sentences = found
        self.speech?.index = step > 0 ? 0 : found.count - 1
        return true
      }
      text += step
    }
    return false
  }
}

extension ReaderState {
  /// Gives the sentence to the speaker, past those with nothing to say.
  ///
  /// - Parameter follows: whether it is shown even if the reader has scrolled elsewhere.
  private mutating func speak(follows: Bool = true) -> [ReaderEffect] {
    while let sentence = speech?.sentence {
      let language = body.story?.article.language ?? "hi"
      if let utterance = Utterance(sentence: sentence.text, storyLanguage: language) {
        return speak(utterance, follows: follows)
      }
      if !goToSentence(by: 1) { break }
    }
    return endSpeech()
  }

  private mutating func speak(_ utterance: Utterance, follows: Bool) -> [ReaderEffect] {
    let wasSeen = follows || isSpokenSeen
    markSpoken()
    if wasSeen { showSpoken() }
    if speech?.isPaused != false { return [] }
    speechCount += 1
    speech?.number = speechCount
    return [.speak(utterance, number: speechCount)]
  }

  mutating func finishSpeaking(_ number: Int) -> [ReaderEffect] {
    guard let speech, speech.number == number, !speech.isPaused else { return [] }
    guard goToSentence(by: 1) else { return endSpeech() }
    // Who has scrolled away is left there.
    return speak(follows: false)
  }

  mutating func failSpeaking(_ number: Int, _ sentence: String) -> [ReaderEffect] {
    guard speech?.number == number else { return [] }
    speech = nil
    return say(sentence, isError: true)
  }

  private mutating func endSpeech() -> [ReaderEffect] {
    stopSpeech() + say(.speechEnded)
  }

  /// The speaker falls silent with the story that it reads.
  mutating func endSpeechOfLeftStory() -> [ReaderEffect] {
    guard let speech, body.story?.id != speech.story || !body.isOpened else { return [] }
    return stopSpeech()
  }

  /// After the story was laid out anew: in other letters, another width, or with another text.
  mutating func markSpokenAgain() {
    guard let speech, speech.story == body.story?.id, let sentence = speech.sentence else { return }
    let count = body.story.map { BodyLayout.spokenTextCount(of: $0.article) } ?? 0
    // A summary whose page has come: its words stand elsewhere now.
    let order = [speech.textIndex] + (0..<min(count, 200)).filter { $0 != speech.textIndex }
    for text in order {
      let found = sentences(ofText: text)
      guard
        let index = found.indices.contains(speech.index) && found[speech.index].text == sentence.text
          ? speech.index : found.firstIndex(where: { $0.text == sentence.text })
      else { continue }
      self.speech?.textIndex = text
      self.speech?.sentences = found
      self.speech?.index = index
      return markSpoken()
    }
    self.speech?.hit = nil
  }

  private mutating func markSpoken() {
    guard let speech, let sentence = speech.sentence else { return }
    self.speech?.hit = BodyLayout.Hit(textIndex: speech.textIndex, utf8Range: sentence.shownUTF8Range)
  }

  /// Whether some of the marked sentence is on the screen.
  private var isSpokenSeen: Bool {
    speech?.hit.map(isOnScreen) ?? true
  }

  /// Scrolls only when some of the sentence is out of sight, and then a little of what was said stays above it.
  private mutating func showSpoken() {
    guard let hit = speech?.hit else { return }
    let top = body.layout.place(atLine: body.topLine)
    _ = body.layout.line(at: hit.place)
    body.topLine = body.layout.line(at: top)
    let rowCount = max(1, layout.body.rows)
    let lines = body.layout.spans(of: hit).map(\.line)
    let first = lines.first ?? body.layout.line(at: hit.place)
    let last = lines.last ?? first
    if first >= body.topLine, last < body.topLine + rowCount { return }
    showBody(at: hit.place, linesAbove: min(rowCount / 4, max(0, rowCount - (last - first + 1))))
  }
}
