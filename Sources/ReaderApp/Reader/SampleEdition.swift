#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Ingestion
import NewsStore

/// The bundled sample edition: pages of our own, read in as any saved page is.
nonisolated struct SampleEdition: Sendable {
  /// Where its pages may lie; the first folder that exists is taken.
  var folders: [String]

  /// A store in memory with the edition's stories. The reader's own store is not touched.
  @concurrent func store() async throws -> ArticleStore {
    let files = FileManager.default
    guard let folder = folders.first(where: { files.fileExists(atPath: $0) }) else {
      throw CommandFailure.sampleMissing(folders: folders)
    }
    let store = try ArticleStore.inMemory()
    let pages = try files.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    let outcomes = await PageImporter(store: store).importPages(
      pages.map { name in
        SourcePage(name: name) { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) }
      }, now: .current())
    for case .refused(let refusal) in outcomes { throw refusal }
    return store
  }
}
