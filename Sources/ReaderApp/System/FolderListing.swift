#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lies in folders.
nonisolated enum FolderListing {
  struct File: Hashable, Sendable {
    var path: String
    /// In bytes.
    var size: Int
    /// Seconds since 1970.
    var changed: Double
  }

  /// The regular files of a folder, links and folders left out, in no order; empty for one that cannot be read.
  static func files(in folder: String) -> [File] {
    names(in: folder).compactMap { name in
      let path = folder + "/" + name
      guard let facts = facts(path), facts.st_mode & S_IFMT == S_IFREG else { return nil }
      return File(path: path, size: Int(facts.st_size), changed: changed(facts))
    }
  }

  /// The regular files below a folder by their paths within it, in the order of these. What begins with a dot is not for people; links are
  /// not followed. Folders that cannot be read are left out.
  ///
  /// - Throws: why `folder` itself cannot be read.
  static func pathsBelow(_ folder: String) throws(SystemError) -> [String] {
    guard access(folder, R_OK | X_OK) == 0 else { throw .last }
    var found: [String] = []
    var waiting = [""]
    while let inner = waiting.popLast() {
      for name in names(in: folder + "/" + inner) where !name.hasPrefix(".") {
        let path = inner + name
        switch facts(folder + "/" + path).map({ $0.st_mode & S_IFMT }) {
        case S_IFDIR: waiting.append(path + "/")
        case S_IFREG: found.append(path)
        default: break
        }
      }
    }
    return found.sorted()
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Of the link itself, where it is one; nil when it is gone.
  private static func facts(_ path: String) -> stat? {
    var facts = stat()
    return lstat(path, &facts) == 0 ? facts : nil
  }

  private static func changed(_ facts: stat) -> Double {
    #if canImport(Darwin)
      let time = facts.st_mtimespec
    #else
      let time = facts.st_mtim
    #endif
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
