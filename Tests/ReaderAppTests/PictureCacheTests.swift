import Foundation
import Testing

@testable import ReaderApp

/// Fetched pictures on the disk.
@Suite("The folder of pictures")
struct PictureCacheTests {
  private func inFolder(_ work: (String) throws -> Void) rethrows {
    let folder = FileManager.default.temporaryDirectory.path + "/khabar-pictures-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  @Test("gives back what was kept, to the reader alone, under a name that tells nothing")
  func keeping() throws {
    try inFolder { folder in
      let cache = PictureCache(folder: folder)
      #expect(cache.bytes(of: "https://a.example/1.jpg") == nil)
      cache.keep([1, 0x0A, 3], of: "https://a.example/1.jpg")
      cache.keep([4], of: "https://a.example/2.jpg")
      cache.keep([5], of: "https://a.example/2.jpg")
      #expect(cache.bytes(of: "https://a.example/1.jpg") == [1, 0x0A, 3])
      #expect(cache.bytes(of: "https://a.example/2.jpg") == [5])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 2 && !names.contains { $0.contains("example") })
      for path in names.map({ folder + "/" + $0 }) + [folder] {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == (path == folder ? 0o700 : 0o600))
      }
    }
  }

  @Test("a file that is another address's is not taken for this one's")
  func otherAddress() throws {
    try inFolder { folder in
      let cache = PictureCache(folder: folder)
      cache.keep([1], of: "https://a.example/1.jpg")
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
      try Data("https://a.example/1.jp\n\u{1}".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      #expect(cache.bytes(of: "https://a.example/1.jpg") == nil)
    }
  }

  @Test("when it is full the ones that were not looked at for longest go")
  func full() throws {
    try inFolder { folder in
      let cache = PictureCache(folder: folder, byteLimit: 2_500)
      let addresses = (0..<3).map { "https://a.example/\($0)" }
      var past = Date(timeIntervalSinceNow: -1_000)
      for address in addresses.prefix(2) {
        cache.keep([UInt8](repeating: 7, count: 1_000), of: address)
        // As if it had been long ago.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
          let path = folder + "/" + name
          let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
          if let date, date > Date(timeIntervalSinceNow: -500) {
            try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
          }
        }
        past += 100
      }
      // The older one is looked at.
      #expect(cache.bytes(of: addresses[0]) != nil)
      cache.keep([UInt8](repeating: 7, count: 1_000), of: addresses[2])
      #expect(addresses.map { cache.bytes(of: $0) != nil } == [true, false, true])
    }
  }

  @Test("without a folder, or where it cannot be made, nothing is kept and nothing fails")
  func nowhere() {
    for folder in [nil, "/proc/nowhere/khabar"] {
      let cache = PictureCache(folder: folder)
      cache.keep([1], of: "https://a.example/1.jpg")
      #expect(cache.bytes(of: "https://a.example/1.jpg") == nil)
    }
  }
}
