import Foundation
import TestSupport
import Testing

@testable import NewsStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number of a closed file is at once another's: whoever closes it a second time closes a connection, or a file that is being written.
@Suite("Files that are closed once", .serialized, .onOwnThreads) struct ClosedOnceTests {
  /// How often files that two threads open and close all the while were closed by somebody else.
  ///
  /// - Parameter attempt: repeated, for one alone seldom meets the moment between two closings.
  private func strangersClosings(while attempt: () -> Void) -> Int {
    let (isOver, count, ended) = (Mutable(false), Mutable(0), DispatchGroup())
    for _ in 0..<2 {
      ended.enter()
      Thread.detachNewThread {
        var own = 0
        while !isOver.value {
          let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
          if descriptor >= 0, close(descriptor) != 0 { own += 1 }
        }
        count.change { $0 += own }
        ended.leave()
      }
    }
    for _ in 0..<20_000 { attempt() }
    isOver.value = true
    ended.wait()
    return count.value
  }

  @Test("a file that is too short for a store") func tooShort() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/short.db"
      try Data("छोटी".utf8).write(to: URL(fileURLWithPath: path))
      var isRefused = true
      let closings = strangersClosings { if DamagedFile(path: path) != nil { isRefused = false } }
      #expect(closings == 0)
      #expect(isRefused)
    }
  }

  @Test("a store that another process has open") func inUse() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/khabar.db"
      try withStoreHeldElsewhere(path) {
        var isRefused = true
        let closings = strangersClosings { if (try? StoreLock(path: path)) != nil { isRefused = false } }
        #expect(closings == 0)
        #expect(isRefused)
      }
    }
  }
}
