import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct TwoProcessesTests {
  @Test("two processes write into one new store at once and lose nothing")
  func processes() async throws {
    try await withStorePath { path in
      // Stories 40 ..< 80 are everybody's.
      let first = try start(path, "0", "80")
      let second = try start(path, "40", "80")
      let newCounts = try [newCount(of: first), newCount(of: second)]
      #expect(newCounts.reduce(0, +) == 120)
      let store = try ArticleStore(path: path)
      let page = try await store.headlines(limit: 200)
      #expect(page.totalCount == 120 && page.unreadCount == 0)
      #expect(page.rows.map(\.title) == (0..<120).reversed().map { "ख़बर संख्या \($0)" })
      #expect(try await store.story(page.rows[1].id)?.related.map(\.target) == [page.rows[0].id])
    }
  }

  @Test("a store notices what another process saved, and only then")
  func notices() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let before = try await store.foreignChangeCounter()
      #expect(try await store.foreignChangeCounter() == before)
      _ = try newCount(of: start(path, "0", "1"))
      let after = try await store.foreignChangeCounter()
      #expect(after != before)
      #expect(try await store.foreignChangeCounter() == after)
      try await store.save([.fixture("अपनी ख़बर")], from: .fixture, now: .fixture)
      #expect(try await store.foreignChangeCounter() == after)
      #expect(try await store.articleCount() == 2)
    }
  }

  @Test("two stores in one process write into one file at once and lose nothing")
  func connections() async throws {
    try await withStorePath { path in
      let stores = [try ArticleStore(path: path), try ArticleStore(path: path)]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, store) in stores.enumerated() {
          group.addTask {
            for number in 0..<100 {
              try await store.save(
                [.fixture("लेखक \(index) ख़बर \(number)", tags: ["साझा"])], from: .fixture, now: .fixture)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await stores[0].articleCount() == 200)
      #expect(try await stores[1].tags() == [TagCount(name: "साझा", count: 200)])
    }
  }

  private func start(_ arguments: String...) throws -> (process: Process, output: Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = try probe()
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  private func newCount(of run: (process: Process, output: Pipe)) throws -> Int {
    let text = String(decoding: run.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    run.process.waitUntilExit()
    #expect(run.process.terminationStatus == 0)
    return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The probe lies beside the test bundle, or beside a bundle that holds it.
  private func probe() throws -> URL {
    let starts = [Bundle.main.executableURL] + Bundle.allBundles.map { Optional($0.bundleURL) }
    for case .some(var folder) in starts {
      while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("StoreProbe")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
