import NewsParsing

/// Why a command could not do its work, as facts; ``Messages`` words them.
nonisolated enum CommandFailure: Error, Hashable {
  /// With the system's words.
  case cannotRead(path: String, reason: String)
  case addressesNotFetched(String)
  /// A folder without a file in it.
  case noPages(folder: String)
  /// `parse` takes one page.
  case isFolder(String)
  /// A page that `parse` cannot take.
  case pageRefused(name: String, PageDumpError)
  case noSuchStory(String)
  case ambiguousStory(String, ids: [String])
  case unknownWidthModel(String)
  case sampleMissing(folders: [String])
  /// The catalogue has nothing under what an option names; with what it has.
  case notInCatalogue(option: String, value: String, known: [String])
}
