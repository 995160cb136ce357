#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Ingestion
import NewsModel
import NewsParsing
import NewsStore
import ReaderUI
import StoryFormats

/// `khabar export`: stories or the list of feeds for other programs and devices.
struct ExportCommand {
  var runner: CommandRunner

  /// More is no book: a device would not open it, and it is made in memory.
  static let storiesOfBook = 2_000
  /// Days of a book that nothing was asked for.
  private static let daysOfBook: Int64 = 3

  /// - Returns: 1 when there is nothing to export, 2 for a query that cannot be understood.
  func run(_ options: Arguments.ExportOptions) async throws -> Int32 {
    let isFile = options.output != nil && options.output != "-"
    var format = options.format
    if format == nil, isFile, let output = options.output {
      format = ExportFormat(fileName: output)
      if format == nil { throw CommandFailure.unknownEnding(output) }
    }
    let store = try runner.openStore()
    if options.isNotes {
      if let format, format != .markdown { throw CommandFailure.notesAreMarkdown }
      return try await notes(options, store)
    }
    let chosen = format ?? .text
    if chosen == .opml {
      guard options.ids.isEmpty, options.selection == Arguments.ListOptions() else { throw CommandFailure.feedsOnly }
      let list = try await FeedOutline(store: store).list()
      return try write(options) { try $0.write(Data(OPMLWriter().text(of: list).utf8)) }
    }
    if chosen == .epub, !isFile, isatty(STDOUT_FILENO) == 1 { throw CommandFailure.bookOnTerminal }
    let rows: [Headline]
    do { rows = try await headlines(options, chosen, store) } catch let trouble as StorySelection.BadQuery {
      Output.message(trouble.lines.joined(separator: "\n"))
      return 2
    }
    if rows.isEmpty {
      Output.message(runner.phrases(.noMatch))
      return 1
    }
    let title = title(options)
    let file = try ExportFile(options.output, replaces: options.isForced)
    defer { file.abandon() }
    if chosen == .epub {
      try file.write(try await book(rows, title, store))
    } else {
      try await writeDocument(chosen, rows, title, store, file)
    }
    try file.finish()
    if isFile, let output = options.output {
      Output.message(
        runner.messages.say("\(output): \(rows.count) stories written"))
    }
    return 0
  }

  /// Marks and notes: all, or those of the stories that are asked for.
  private func notes(_ options: Arguments.ExportOptions, _ store: ArticleStore) async throws -> Int32 {
    var marks = try await store.marks()
    if !options.ids.isEmpty || options.selection != Arguments.ListOptions() {
      let rows: [Headline]
      do { rows = try await headlines(options, .markdown, store) } catch let trouble as StorySelection.BadQuery {
        Output.message(trouble.lines.joined(separator: "\n"))
        return 2
      }
      let asked = Set(rows.map(\.id))
      marks = marks.filter { asked.contains($0.mark.story) }
    }
    if marks.isEmpty {
      Output.message(runner.phrases(.noMarks))
      return 1
    }
    let words = StoryWords(try runner.settings())
    let title = runner.phrases(.marks) + " · " + words.day(runner.now)
    let status = try write(options) { try $0.write(Data(words.markdown(marks, title: title).utf8)) }
    if let output = options.output, output != "-" {
      Output.message(
        runner.messages.say("\(output): \(marks.count) sentences written"))
    }
    return status
  }

  private func write(_ options: Arguments.ExportOptions, _ work: (ExportFile) throws -> Void) throws -> Int32 {
    let file = try ExportFile(options.output, replaces: options.isForced)
    defer { file.abandon() }
    try work(file)
    try file.finish()
    return 0
  }

  /// "खेल · 29 नवंबर 2026": what was asked for by name, else khabar's own name.
  private func title(_ options: Arguments.ExportOptions) -> String {
    let selection = options.selection
    let asked =
      [selection.list, selection.section, selection.feed, selection.query].compactMap { $0 }
      + selection.tags.map { "#" + $0 }
    let name = asked.isEmpty ? runner.phrases(.appName) : asked.joined(separator: " · ")
    let settings = (try? runner.settings()) ?? ReaderSettings(language: runner.language)
    return name + " · " + StoryWords(settings).day(runner.now)
  }
}

// MARK: - Which stories

extension ExportCommand {
  private func headlines(
    _ options: Arguments.ExportOptions, _ format: ExportFormat, _ store: ArticleStore
  ) async throws -> [Headline] {
    if !options.ids.isEmpty {
      var rows: [Headline] = []
      for id in options.ids {
        let story = try await runner.story(withPrefix: id, in: store)
        if !rows.contains(where: { $0.id == story.id }) { rows.append(Headline(story, now: runner.now)) }
      }
      return rows
    }
    var selection = try await StorySelection(options.selection, runner, store)
    var asked = options.selection
    asked.limit = nil
    if format == .epub, asked == Arguments.ListOptions() {
      let start = runner.now.secondsSince1970 - Self.daysOfBook * 86_400
      selection.query.filter = .and([.filter(.from(start)), .or([.filter(.unread), .filter(.starred)])])
      Output.message(
        runner.messages.say(
          "Unread and starred stories of the last \(Self.daysOfBook) days. To choose others: khabar export --help"))
    }
    if format == .epub {
      let count = try await store.headlines(selection.query, limit: 0).totalCount
      if min(count, selection.limit ?? .max) > Self.storiesOfBook {
        throw CommandFailure.bookTooLarge(count: min(count, selection.limit ?? .max), limit: Self.storiesOfBook)
      }
    }
    var rows: [Headline] = []
    try await selection.forEach(in: store) { rows.append($0) }
    return rows
  }
}

extension Headline {
  /// What a list's row says of a story that is at hand.
  fileprivate init(_ story: Story, now: Timestamp) {
    let article = story.article
    self.init(
      id: article.id, title: article.title, section: article.section, source: story.source, date: article.date ?? now,
      language: article.language, tags: article.tags)
    url = article.url
  }
}

// MARK: - Writing

extension ExportCommand {
  private var progressWords: String { runner.messages.say("stories") }

  /// A book of these stories as the bytes of its archive.
  private func book(_ rows: [Headline], _ title: String, _ store: ArticleStore) async throws -> Data {
    let settings = try runner.settings()
    let book = Book(title: title, headlines: rows, made: runner.now, words: StoryWords(settings))
    let archive = try ZIPArchive()
    for file in book.frontFiles { try archive.add(file.path, file.bytes, isCompressed: file.isCompressed) }
    try await forEach(book.storyIDs, store) { id, story in
      // One that went meanwhile leaves its page empty: the contents name it.
      if let file = book.file(of: id, story) { try archive.add(file.path, file.bytes, isCompressed: true) }
    }
    return try archive.finish()
  }

  private func writeDocument(
    _ format: ExportFormat, _ rows: [Headline], _ title: String, _ store: ArticleStore, _ file: ExportFile
  ) async throws {
    var settings = try runner.settings()
    settings.script = format == .text ? settings.script : .devanagari
    var document = StoryDocument(format: format, title: title, settings: settings)
    try file.write(document.head)
    try await forEach(rows.map(\.id), store) { _, story in
      if let story { try file.write(try document.piece(story)) }
    }
    try file.write(try document.tail())
  }

  private func forEach(
    _ ids: [ArticleID], _ store: ArticleStore, _ take: (ArticleID, Story?) async throws -> Void
  ) async throws {
    let bar = ProgressBar()
    defer { bar.clear() }
    let understanding = StoryUnderstanding(store: store)
    for (index, id) in ids.enumerated() {
      try await take(id, try await understanding.story(id))
      bar.show(index + 1, of: ids.count, words: progressWords)
    }
  }
}
