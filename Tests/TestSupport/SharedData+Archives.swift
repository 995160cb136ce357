public import Foundation
import Synchronization

extension SharedData {
  private static let unpacked = Mutex<[String: URL]>([:])

  /// The folder with what an archive of the data holds, unpacked once per run of the tests.
  ///
  /// - Parameter path: of a tar file, packed with xz or not, relative to the data.
  public static func unpackedArchive(_ path: String) throws -> URL {
    guard let archive = url(path) else { throw CocoaError(.fileNoSuchFile) }
    return try unpacked.withLock { folders in
      if let folder = folders[path] { return folder }
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "khabar-data-\(ProcessInfo.processInfo.processIdentifier)-\(folders.count)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let tar = Process()
      tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      tar.arguments = ["tar", "-xf", archive.path, "-C", folder.path]
      try tar.run()
      tar.waitUntilExit()
      guard tar.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
      folders[path] = folder
      atexit { SharedData.removeUnpacked() }
      return folder
    }
  }

  private static func removeUnpacked() {
    unpacked.withLock { folders in
      for folder in folders.values { try? FileManager.default.removeItem(at: folder) }
      folders = [:]
    }
  }

  /// Lines of JSON, one object each.
  ///
  /// - Parameter path: as for ``url(_:)``; may be packed with xz.
  public static func objects(_ path: String) throws -> [[String: Any]] {
    try text(path).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }
}
