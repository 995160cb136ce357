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

  /// Opens the store at `path`, and the sample beside it when it has no story and the sample was not dismissed.
  static func open(path: String, sampleFolders: [String]) async throws -> Editions {
    let own = try ArticleStore(path: path)
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
