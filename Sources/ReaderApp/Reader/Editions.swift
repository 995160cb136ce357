import NewsStore
import ReaderUI

/// The stores that the reader can stand on: the reader's own, and the sample while there is nothing else.
final class Editions {
  let own: ArticleStore
  private(set) var sample: ArticleStore?
  /// Where the own store's counter of others' changes stood before it was first looked at; nil when nobody asked.
  private(set) var counter: Int64?
  /// What the own store keeps by name, as it was when it was opened: a start asks for a dozen of them.
  private(set) var settings: [String: String] = [:]
  /// Works that write for many stories now.
  private var writingCount = 0

  /// MiB of the own store's pages that are in memory while somebody reads: what is on the screen, and the upper pages of its indexes. The system has
  /// the others in memory of its own, from which one comes in some microseconds; the same pages twice save nothing that could be measured.
  private static let readingMebibytes = 2
  /// While stories come in: each of them changes a page of every index.
  private static let writingMebibytes = 16

  /// The name of the setting that says that the sample was dismissed.
  nonisolated static let dismissedSetting = "sample-edition.dismissed"

  init(own: ArticleStore, sample: ArticleStore? = nil) {
    self.own = own
    self.sample = sample
  }

  var current: ArticleStore { sample ?? own }
  var edition: Edition { sample == nil ? .own : .sample }

  func dismissSample() {
    sample = nil
  }

  /// Does what writes for many stories of the own store, with as many of its pages in memory as that needs.
  func writing(_ work: () async throws -> Void) async throws {
    writingCount += 1
    // More or less memory is no reason not to work.
    try? await own.keepPages(mebibytes: Self.writingMebibytes)
    let result: Result<Void, any Error>
    do {
      result = .success(try await work())
    } catch {
      result = .failure(error)
    }
    writingCount -= 1
    if writingCount == 0 { try? await own.keepPages(mebibytes: Self.readingMebibytes) }
    try result.get()
  }

  /// Opens the store at `path`, and the sample beside it when it has no story and the sample was not dismissed.
  static func open(path: String, sampleFolders: [String]) async throws -> Editions {
    let own = try ArticleStore(path: path)
    try await own.keepPages(mebibytes: readingMebibytes)
    let counter = try await own.foreignChangeCounter()
    let settings = try await own.settings()
    var sample: ArticleStore?
    if try await !own.hasStories(), settings[dismissedSetting] == nil {
      // Without its sample a reader is still a reader.
      sample = try? await SampleEdition(folders: sampleFolders).store()
    }
    let editions = Editions(own: own, sample: sample)
    editions.counter = counter
    editions.settings = settings
    return editions
  }
}
