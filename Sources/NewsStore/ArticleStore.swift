import CSQLite
public import NewsModel

/// The local store of stories: the whole public API of this module.
///
/// One actor owns the only connection, on a queue of its own: calls may come from anywhere, are answered one after the
/// other, and never block a thread of Swift's pool. Values go in and out; nothing of SQLite does. Several processes may
/// use one file at once: readers do not wait, writers wait for each other up to ``busyTimeoutMilliseconds``.
///
/// Every writing call is one transaction: after an error the store is as it was before the call.
public actor ArticleStore {
  /// How long a call waits for another process before it throws ``StoreError/Kind/busy``. Nobody is served in turn: where several
  /// write all the time, one may have to wait for many transactions of others.
  public static let busyTimeoutMilliseconds = 30_000

  /// The store's file; `:memory:` for one without.
  public nonisolated let path: String
  let connection: Connection
  var waitingTexts: WaitingTexts
  var vocabulary = Vocabulary()
  /// There while calls share transactions.
  var gathering: Gathering?
  private nonisolated let journal: ReadingJournal
  private let executor: QueueExecutor

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Opens the store at `path`, or makes it there with its folders, for this user alone.
  ///
  /// Quick: the file is not checked as a whole. What is no store of ours is refused and left as it is.
  ///
  /// - Throws: ``StoreError`` of kind `cannotOpen`, `notADatabase`, `foreignDatabase`, `newerVersion`, `corrupted`,
  ///   `busy`, `diskFull` or `readOnly`.
  public init(path: String) throws(StoreError) {
    if let problem = StoreFile.create(path) {
      throw StoreError(kind: .cannotOpen, operation: "open", path: path, message: problem)
    }
    self.path = path
    waitingTexts = WaitingTexts(beside: path)
    let connection = try StoreOpening.connection(to: path)
    ReadingStateTable(connection: connection).takeLeftOver(beside: path)
    self.connection = connection
    journal = ReadingJournal(beside: path)
    executor = QueueExecutor(label: "khabar.store")
  }

  private init(inMemory: Void) throws(StoreError) {
    path = ":memory:"
    waitingTexts = WaitingTexts(beside: nil)
    journal = ReadingJournal(beside: nil)
    connection = try StoreOpening.connection(to: path)
    executor = QueueExecutor(label: "khabar.store.memory")
  }

  /// A store without a file, empty, gone with its last reference.
  public static func inMemory() throws(StoreError) -> ArticleStore {
    try ArticleStore(inMemory: ())
  }

  // MARK: Writing

  /// Stores what `feed` gave: new stories come in, changed ones are replaced under their ID, the rest stays.
  ///
  /// Two stories are the same when their feed and ``Article/identity`` are; nothing is ever removed. What the reader did
  /// with a story stays. A new story whose ``Article/id`` belongs to another one gets an ID derived from its identity.
  ///
  /// - Parameter now: the date that stories without one are listed under.
  /// - Returns: the IDs that the stories have, in the order given.
  @discardableResult
  public func save(
    _ articles: [Article], from feed: Feed, now: Timestamp
  ) throws(StoreError) -> ArticleChanges {
    try write("save") { () throws(SQLiteError) in
      let feedRow = try FeedTable(connection: connection).save(feed)
      let table = ArticleTable(connection: connection)
      var changes = ArticleChanges()
      for article in articles {
        let saved = try table.save(article, feedRow: feedRow, now: now)
        switch saved.outcome {
        case .new: changes.new.append(saved.id)
        case .updated: changes.updated.append(saved.id)
        case .unchanged: changes.unchanged.append(saved.id)
        }
      }
      return changes
    }
  }

  /// Runs `work` on the store in one transaction: either all that it does is kept or nothing.
  ///
  /// - Parameter work: runs on the store's queue and keeps all other calls waiting, in this process and, once begun,
  ///   writers of other processes; so no more than a few hundred milliseconds of it.
  @discardableResult
  public func transaction<Success: Sendable>(
    _ work: @Sendable (isolated ArticleStore) throws(StoreError) -> Success
  ) throws(StoreError) -> Success {
    try changingTexts { () throws(StoreError) in
      try connection.transaction({ () throws(StoreError) in try work(self) }) { error in
        StoreError(error, operation: "transaction", path: path)
      }
    }
  }

  /// Notes what the reader did with a story, which need not be stored (any more).
  ///
  /// It is on the disk before the store has its turn: who is killed while a batch of stories is taken loses nothing of it.
  ///
  /// - Returns: the state after the change.
  @discardableResult @concurrent
  public nonisolated func change(
    _ change: ReadingChange, of id: ArticleID, now: Timestamp
  ) async throws(StoreError) -> ReadingState {
    journal.note(ReadingJournal.Entry(change: change, ids: [id], time: now))
    defer { journal.taken() }
    return try await apply(change, to: id, now: now)
  }

  /// The same for many stories.
  @concurrent
  public nonisolated func change(
    _ change: ReadingChange, of ids: ArraySlice<ArticleID>, now: Timestamp
  ) async throws(StoreError) {
    journal.note(ReadingJournal.Entry(change: change, ids: Array(ids), time: now))
    defer { journal.taken() }
    try await apply(change, to: ids, now: now)
  }

  private func apply(_ change: ReadingChange, to id: ArticleID, now: Timestamp) throws(StoreError) -> ReadingState {
    try write("note reading state") { () throws(SQLiteError) in
      try ReadingStateTable(connection: connection).apply(change, to: id, now: now)
    }
  }

  private func apply(_ change: ReadingChange, to ids: ArraySlice<ArticleID>, now: Timestamp) throws(StoreError) {
    try write("note reading state") { () throws(SQLiteError) in
      let table = ReadingStateTable(connection: connection)
      for id in ids { _ = try table.apply(change, to: id, now: now) }
    }
  }

  /// The unread stories of a list, newest first.
  public func unreadIDs(_ query: HeadlineQuery) throws(StoreError) -> [ArticleID] {
    try read("list unread stories") { () throws(SQLiteError) in
      try HeadlineTable(connection: connection).unreadIDs(query)
    }
  }

  // MARK: Lists

  /// A stretch of the list that `query` finds, newest first; stories of one second in the order of their IDs.
  ///
  /// - Parameter start: index of the first row; beyond the end gives no rows.
  /// - Parameter limit: rows at most.
  public func headlines(
    _ query: HeadlineQuery = HeadlineQuery(), start: Int = 0, limit: Int
  ) throws(StoreError) -> HeadlinePage {
    try read("list headlines") { () throws(SQLiteError) in
      try HeadlineTable(connection: connection).page(query, start: start, limit: limit)
    }
  }

  /// The stretch of the list that has `id` in its middle, so that a list can be shown again without moving.
  ///
  /// A stored story that the query does not find (it was read, in a list of unread ones) gives the stretch where it would
  /// stand; one that is not stored gives the beginning.
  public func headlines(
    _ query: HeadlineQuery, around id: ArticleID, limit: Int
  ) throws(StoreError) -> HeadlinePage {
    try read("list headlines") { () throws(SQLiteError) in
      try HeadlineTable(connection: connection).page(query, around: id, limit: limit)
    }
  }

  /// The next unread story of the list below `id`, above it when `backwards`; after the end the search goes on at the other end.
  ///
  /// - Parameter id: nil searches from the beginning (the end when `backwards`). It need not be in the list.
  /// - Returns: the story and its index in the list; nil when no other story is unread.
  public func nextUnread(
    after id: ArticleID?, in query: HeadlineQuery, backwards: Bool = false
  ) throws(StoreError) -> (id: ArticleID, index: Int)? {
    try read("find unread") { () throws(SQLiteError) in
      try HeadlineTable(connection: connection).nextUnread(after: id, in: query, backwards: backwards)
    }
  }

  /// Stories whose headline shares the most words with `title`, at least half of its words; best first, then newest.
  public func headlines(titleLike title: String, limit: Int) throws(StoreError) -> [Headline] {
    try read("find by headline") { () throws(SQLiteError) in
      try HeadlineTable(connection: connection).like(title, limit: limit)
    }
  }

  /// The tags of the stories that `query` finds, with their counts among these; the most used first, then by name.
  ///
  /// A tag goes by its most used spelling. `limit` nil gives all.
  public func tags(
    matching query: HeadlineQuery = HeadlineQuery(), limit: Int? = nil
  ) throws(StoreError) -> [TagCount] {
    try read("count tags") { () throws(SQLiteError) in
      try TagTable(connection: connection).counts(in: HeadlineFilter(query, on: connection), limit: limit)
    }
  }

  // MARK: Stories

  /// A story with its links led to what is stored; nil when it is not stored.
  public func story(_ id: ArticleID) throws(StoreError) -> Story? {
    try read("read story") { () throws(SQLiteError) in
      let reading = StoryReading(connection: connection)
      guard var story = try reading.story(id) else { return nil }
      story.computed = try reading.computed(for: story, &vocabulary)
      story.hasComputed = true
      return story
    }
  }

  /// The same without ``Story/computed``, which takes longer than all the rest: for who wants to read at once.
  public func storyWithoutComputed(_ id: ArticleID) throws(StoreError) -> Story? {
    try read("read story") { () throws(SQLiteError) in try StoryReading(connection: connection).story(id) }
  }

  /// What ``storyWithoutComputed(_:)`` left out.
  public func computed(for story: Story) throws(StoreError) -> [RelatedLink] {
    try read("find related stories") { () throws(SQLiteError) in
      try StoryReading(connection: connection).computed(for: story, &vocabulary)
    }
  }

  /// Stored IDs that begin with `prefix`, at most `limit`: one means that the prefix is unambiguous.
  public func ids(withPrefix prefix: String, limit: Int = 8) throws(StoreError) -> [ArticleID] {
    try read("find by ID") { () throws(SQLiteError) in
      try ArticleTable(connection: connection).ids(prefix: prefix, limit: limit)
    }
  }

  /// Stories of `feed` under one folded headline: at most `limit` dated ones on either side of `date`, nearest first (the newest when
  /// it is nil), then at most `limit` without a date, newest first.
  ///
  /// - Parameter titleKey: the headline as `SearchKey.fold` gives it.
  public func candidates(
    titleKey: String, feed: FeedID, near date: Timestamp?, limit: Int = 4
  ) throws(StoreError) -> [Article] {
    try read("find by headline") { () throws(SQLiteError) in
      try ArticleTable(connection: connection).titled(titleKey, feed: feed, near: date, limit: limit)
    }
  }

  /// The story of `feed` with this ``Article/identity``; nil when none is stored.
  public func article(identity: String, feed: FeedID) throws(StoreError) -> Article? {
    try read("find by identity") { () throws(SQLiteError) in
      try ArticleTable(connection: connection).article(identity: identity, feed: feed)
    }
  }

  /// The version of SQLite that runs, as in `3.40.1`.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// Whether any story is stored; unlike counting them this takes no longer the more there are.
  public func hasStories() throws(StoreError) -> Bool {
    try read("look for stories") { () throws(SQLiteError) in
      try connection.first("SELECT 1 FROM article LIMIT 1") { _ in true } ?? false
    }
  }

  /// How many stories are stored.
  public func articleCount() throws(StoreError) -> Int {
    try read("count stories") { () throws(SQLiteError) in try ArticleTable(connection: connection).count() }
  }

  // MARK: Names

  /// Every spelling of a section that a page wrote, by name.
  public func sections() throws(StoreError) -> [String] {
    try read("list sections") { () throws(SQLiteError) in try SectionTable(connection: connection).all() }
  }

  /// Every spelling of every tag, by name.
  public func tagNames() throws(StoreError) -> [String] {
    try read("list tags") { () throws(SQLiteError) in try TagTable(connection: connection).allNames() }
  }

  /// All sources, by name.
  public func feeds() throws(StoreError) -> [Feed] {
    try read("list feeds") { () throws(SQLiteError) in try FeedTable(connection: connection).all() }
  }

  // MARK: The store itself

  /// How much of the store is kept in memory, in MiB of its pages: 32 unless told otherwise, less for who looks at little of it, and for work that
  /// goes through all of it once. What is more than that goes at once.
  public func keepPages(mebibytes: Int) throws(StoreError) {
    try read("limit cache") { () throws(SQLiteError) in
      try connection.run("PRAGMA cache_size = -\(max(1, mebibytes) * 1_024)")
    }
  }

  /// A value kept under `name`; nil when there is none.
  public func setting(_ name: String) throws(StoreError) -> String? {
    try read("read setting") { () throws(SQLiteError) in try SettingTable(connection: connection).value(name) }
  }

  /// All values that are kept, by their names.
  public func settings() throws(StoreError) -> [String: String] {
    try read("read settings") { () throws(SQLiteError) in try SettingTable(connection: connection).all() }
  }

  /// Keeps `value` under `name`; nil forgets it.
  public func setSetting(_ name: String, to value: String?) throws(StoreError) {
    try write("keep setting") { () throws(SQLiteError) in
      try SettingTable(connection: connection).set(name, to: value)
    }
  }

  /// A number that differs from the one before when another connection or process has stored something meanwhile.
  ///
  /// Cheap enough to ask every second: no table is read. Own changes do not count.
  public func foreignChangeCounter() throws(StoreError) -> Int64 {
    try read("look for changes") { () throws(SQLiteError) in
      try connection.first("PRAGMA data_version") { $0.integer(0) } ?? 0
    }
  }

  /// Reads the whole file and looks for damage; empty when there is none.
  ///
  /// - Complexity: linear in the size of the store: seconds for a large one.
  public func integrityProblems() throws(StoreError) -> [String] {
    try read("check") { () throws(SQLiteError) in
      var problems = try connection.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
      problems += try connection.rows("PRAGMA foreign_key_check") { "foreign key of \($0.text(0))" }
      if connection.busyStatementCount > 0 { problems.append("a statement is still running") }
      return problems
    }
  }
}

extension ArticleStore {
  func read<Success>(
    _ operation: String, _ work: () throws(SQLiteError) -> Success
  ) throws(StoreError) -> Success {
    do throws(SQLiteError) {
      return try connection.snapshot(work)
    } catch {
      throw StoreError(error, operation: operation, path: path)
    }
  }

  func write<Success>(
    _ operation: String, _ work: () throws(SQLiteError) -> Success
  ) throws(StoreError) -> Success {
    try changingTexts { () throws(StoreError) in
      do throws(SQLiteError) {
        if gathering != nil { try connection.begin() }
        return try connection.transaction(work)
      } catch {
        throw StoreError(error, operation: operation, path: path)
      }
    }
  }

  /// The texts that wait in memory follow the transaction: what it adds and takes holds when it does.
  private func changingTexts<Success>(_ change: () throws(StoreError) -> Success) throws(StoreError) -> Success {
    if connection.isInTransaction, gathering == nil { return try change() }
    do throws(StoreError) {
      let success = try change()
      if !connection.isInTransaction { waitingTexts.commit() }
      return success
    } catch {
      undoGathered()
      waitingTexts.rollBack()
      throw error
    }
  }
}
