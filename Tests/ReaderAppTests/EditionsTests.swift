import TestSupport
import Testing

@testable import NewsStore
@testable import ReaderApp

@Suite struct EditionsTests {
  @Test("while stories come in more of the store is in memory than while somebody reads, and none of that stays")
  func pages() async throws {
    try await withTemporaryFolder { folder in
      let editions = try await Editions.open(path: folder + "/khabar.db", sampleFolders: [])
      #expect(try await editions.own.cacheMebibytes() == 2)
      try await editions.writing {
        #expect(try await editions.own.cacheMebibytes() == 16)
        // The shorter of two works takes nothing from the other.
        try await editions.writing {}
        #expect(try await editions.own.cacheMebibytes() == 16)
      }
      #expect(try await editions.own.cacheMebibytes() == 2)
      await #expect(throws: CancellationError.self) { try await editions.writing { throw CancellationError() } }
      #expect(try await editions.own.cacheMebibytes() == 2)
    }
  }
}

extension ArticleStore {
  fileprivate func cacheMebibytes() throws -> Int? {
    // In KiB when negative (sqlite.org/pragma.html).
    try connection.first("PRAGMA cache_size") { -$0.int(0) / 1_024 }
  }
}
