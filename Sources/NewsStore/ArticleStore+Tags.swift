public import NewsModel

/// What the reader makes of tags: <doc:TagsInTheStore>.
extension ArticleStore {
  /// Puts a tag of the reader's own on a story, also one that was taken off it before.
  ///
  /// - Returns: false when there is no such story, or the name has no word.
  @discardableResult
  public func addTag(_ name: String, to id: ArticleID) throws(StoreError) -> Bool {
    try write("add a tag") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return false }
      return try TagTable(connection: connection).accept(name, of: row)
    }
  }

  /// Takes a tag off a story, whoever gave it; it does not come back by itself. ``addTag(_:to:)`` undoes it.
  ///
  /// - Returns: false when the story does not have it.
  @discardableResult
  public func removeTag(_ name: String, from id: ArticleID) throws(StoreError) -> Bool {
    try write("remove a tag") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return false }
      return try TagTable(connection: connection).refuse(name, of: row)
    }
  }

  /// Makes one tag of several, now and for stories to come. ``splitTag(_:)`` of each undoes it.
  ///
  /// - Returns: how many tags became part of `name`.
  @discardableResult
  public func mergeTags(_ names: [String], into name: String) throws(StoreError) -> Int {
    try write("merge tags") { () throws(SQLiteError) in
      try TagTable(connection: connection).merge(names, into: name)
    }
  }

  /// Shows a tag under another name; under the name of another tag it becomes part of that one. ``splitTag(_:)`` of the old name undoes it.
  ///
  /// - Returns: false when there is no such tag, or the new name has no word.
  @discardableResult
  public func renameTag(_ name: String, to newName: String) throws(StoreError) -> Bool {
    try write("rename a tag") { () throws(SQLiteError) in
      try TagTable(connection: connection).rename(name, to: newName)
    }
  }

  /// Makes a spelling a tag of its own again.
  ///
  /// - Returns: false when no tag is spelled so.
  @discardableResult
  public func splitTag(_ spelling: String) throws(StoreError) -> Bool {
    try write("split a tag") { () throws(SQLiteError) in try TagTable(connection: connection).split(spelling) }
  }

  /// What is known of each tag beside its name, by the name that it goes by.
  public func tagFacts() throws(StoreError) -> [String: (kind: TagKind?, origins: [TagOrigin: Int])] {
    try read("read tags") { () throws(SQLiteError) in try TagTable(connection: connection).facts() }
  }

  /// All about a tag, by any of its spellings; nil for a name that is no tag.
  ///
  /// - Parameter now: its offset is the reader's time zone, in which months begin.
  public func tagPage(_ name: String, now: Timestamp) throws(StoreError) -> TagPage? {
    try read("read a tag") { () throws(SQLiteError) in
      try TagPageTable(connection: connection).page(name, now: now)
    }
  }
}
