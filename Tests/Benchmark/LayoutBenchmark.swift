import CellText
import NewsModel
import NewsStore
import ReaderUI
import Screen

/// How fast text is laid out, and how long a story of 2 MB takes to open, to resize and to search.
enum LayoutBenchmark {
  /// - Parameter onlyWrapping: for a profiler that wants nothing else.
  static func run(onlyWrapping: Bool) async throws {
    var prose = HindiProse(seed: 1)
    measureWrapping(of: prose.paragraphs(utf8Count: 2 * megabyte))
    if onlyWrapping { return }
    try await measureStory(prose.article(utf8Count: 2 * megabyte), called: "2 MB in paragraphs")
    try await measureStory(
      prose.article(utf8Count: 2 * megabyte, isOneParagraph: true), called: "2 MB in one paragraph")
  }
}

private let megabyte = 1_000_000

private func measureWrapping(of paragraphs: [String]) {
  let byteCount = paragraphs.reduce(0) { $0 + $1.utf8.count }
  var exceptions = WidthModel.spacingMarks
  for cluster in ["क्ष", "त्र", "श्री", "स्त्री", "ज्ञ", "र्ष", "ष्ट्री", "प्र", "र्षा", "क्षि"] { exceptions.exceptions[cluster] = 2 }
  for (name, model) in WidthModel.named + [("spacing-marks with exceptions", exceptions)] {
    let wrapper = TextWrapper(model: model, language: "hi")
    var samples = Samples()
    samples.takeCoreTime(runs: 7) {
      var lineCount = 0
      for paragraph in paragraphs { lineCount += wrapper.lines([TextRun(paragraph, .body)], columns: 70).count }
      precondition(lineCount > paragraphs.count, "a paragraph has several lines")
    }
    let rate = Double(byteCount) / Double(megabyte) / (samples.median / 1000)
    print("wrapping, \(name): \(Samples.rounded(rate)) MB/s, \(samples.described) for \(byteCount) bytes")
  }
}

private func measureStory(_ article: Article, called name: String) async throws {
  let store = try ArticleStore.inMemory()
  let now = Timestamp(secondsSince1970: 1_795_500_000)
  _ = try await store.save([article], from: .savedPages(publisher: "नमूना", language: "hi"), now: now)
  var fresh = ReaderState(size: Size(rows: 24, columns: 59), now: now)
  let view = ReaderView()
  for case .loadHeadlines(let request) in fresh.start() {
    _ = fresh.apply(.headlinesLoaded(request, try await store.headlines(request.query, start: 0, limit: request.limit)))
  }
  let clock = ContinuousClock()
  var opened = fresh
  var (read, laidOut, drawn, all) = (Samples(), Samples(), Samples(), Samples())
  for run in 0...11 {
    var state = fresh
    let start = clock.now
    let effects = state.apply(.terminal(.key(.enter)))
    guard case .loadStory(let id)? = effects.first, let story = try await store.story(id) else {
      fatalError("Enter asks for the story")
    }
    let afterRead = clock.now
    _ = state.apply(.storyLoaded(id, story))
    let afterLayout = clock.now
    let frame = view.frame(state)
    let end = clock.now
    precondition(frame.buffer.size.rows == 24)
    opened = state
    if run == 0 { continue }
    read.add(afterRead - start)
    laidOut.add(afterLayout - afterRead)
    drawn.add(end - afterLayout)
    all.add(end - start)
  }
  print("opening \(name): \(all.described)")
  print("  store read and decode \(read.described), state \(laidOut.described), frame \(drawn.described)")
  try await measureKeys(opened, name)
}

/// Each from the state right after opening.
private func measureKeys(_ opened: ReaderState, _ name: String) async throws {
  let view = ReaderView()
  func take(_ what: String, _ events: [TerminalEvent]) async {
    var samples = Samples()
    await samples.take(runs: 11) {
      var state = opened
      for event in events { _ = state.apply(.terminal(event)) }
      _ = view.frame(state)
    }
    print("  \(what) \(samples.described)")
  }
  await take("resize", [.resized(Size(rows: 40, columns: 100))])
  await take("page down", [.key(.pageDown)])
  await take("end", [.key(.end)])
  await take("find a word", [.key(.scalar("/"))] + "श्रमिकों".unicodeScalars.map { .pasted($0) })
}
