import Foundation
public import NewsStore
import Testing

/// Runs a test on an empty store without a file, and afterwards asserts that the store is sound.
public func withStore<Success>(_ work: (ArticleStore) async throws -> Success) async throws -> Success {
  let store = try ArticleStore.inMemory()
  let success = try await work(store)
  #expect(try await store.integrityProblems() == [])
  return success
}

/// Runs a test with a path to a store that does not exist yet; afterwards asserts that what is there is sound, and removes it.
public func withStorePath<Success>(_ work: (String) async throws -> Success) async throws -> Success {
  try await withTemporaryFolder { folder in
    let path = folder + "/khabar/khabar.db"
    let success = try await work(path)
    if FileManager.default.fileExists(atPath: path) {
      #expect(try await ArticleStore(path: path).integrityProblems() == [])
    }
    return success
  }
}

/// Runs a test with a folder of its own, and removes it.
public func withTemporaryFolder<Success>(_ work: (String) async throws -> Success) async throws -> Success {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await work(folder)
}

/// Runs `work` with a store in a file, and a second connection to it that sees whether anything was written.
public func withWitnessedStore<Success>(
  _ work: (_ store: ArticleStore, _ witness: ArticleStore) async throws -> Success
) async throws -> Success {
  try await withStorePath { path in
    try await work(try ArticleStore(path: path), try ArticleStore(path: path))
  }
}
