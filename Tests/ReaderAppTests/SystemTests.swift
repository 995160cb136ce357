import Foundation
import Testing

@testable import ReaderApp

struct SystemTests {
  /// All of it brings CoreFoundation and a second ICU: 45 MB of program, and milliseconds of each start.
  @Test func noSourceImportsAllOfFoundationOnLinux() throws {
    var whole: [String] = []
    for path in try FolderListing.pathsBelow(Checkout.folder + "/Sources") where path.hasSuffix(".swift") {
      let lines = try String(contentsOfFile: Checkout.folder + "/Sources/" + path, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for (line, before) in zip(lines.dropFirst(), lines)
      where line.hasSuffix("import Foundation") && before != "#else" { whole.append(path) }
      if lines.first?.hasSuffix("import Foundation") == true { whole.append(path) }
    }
    #expect(whole.isEmpty)
  }

  /// Links are not followed: one leads out of the folder, one round in a circle.
  @Test func filesBelowAFolderAreListedInOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["खेल/क.txt", "खेल/.छिपी", "b.txt", "a.txt", ".git/x"] {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    for (name, target) in [("out", "/etc/passwd"), ("round", folder.path)] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    #expect(try FolderListing.pathsBelow(folder.path) == ["a.txt", "b.txt", "खेल/क.txt"])
    #expect(Set(FolderListing.files(in: folder.path).map(\.path)) == [folder.path + "/a.txt", folder.path + "/b.txt"])
    #expect(throws: SystemError(code: ENOENT)) { try FolderListing.pathsBelow(folder.path + "/none") }
  }

  /// More than one read(2) or write(2) moves.
  @Test func bytesGoThroughAPipeWhole() async throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    // A thread of its own: the pipe is full long before all is written.
    let written = Task.detached {
      defer { close(writing) }
      try DescriptorBytes.write(bytes, to: writing)
    }
    #expect(try DescriptorBytes.read(from: reading, atMost: 100) == Array(bytes.prefix(100)))
    #expect(try DescriptorBytes.read(from: reading) == Array(bytes.dropFirst(100)))
    try await written.value
    #expect(throws: SystemError(code: EBADF)) { try DescriptorBytes.write(bytes, to: -1) }
  }
}
