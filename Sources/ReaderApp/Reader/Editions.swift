import NewsStore
import ReaderUI

/// The stores that the reader can stand on: the reader's own, and the sample while there is nothing else.
final class Editions {
  let own: ArticleStore
  private(set) var sample: ArticleStore?

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
    guard try await own.articleCount() == 0, try await own.setting(dismissedSetting) == nil else {
      return Editions(own: own)
    }
    return Editions(own: own, sample: try await SampleEdition(folders: sampleFolders).store())
  }
}
