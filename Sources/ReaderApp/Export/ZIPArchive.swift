#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
internal import CZip

/// An archive that is made in memory, by libzip. The same files make the same bytes.
nonisolated final class ZIPArchive {
  private var archive: OpaquePointer?

  /// - Throws: `CommandFailure.libraryMissing`.
  init() throws {
    archive = khabar_zip_new()
    if archive == nil {
      throw CommandFailure.libraryMissing(
        name: "libzip", package: "libzip4", reason: String(cString: khabar_zip_missing()))
    }
  }

  deinit {
    if let archive { khabar_zip_discard(archive) }
  }

  /// - Throws: `CommandFailure.cannotWrite`, with the name of the file in the archive.
  func add(_ path: String, _ bytes: [UInt8], isCompressed: Bool) throws {
    if let archive, khabar_zip_add(archive, path, bytes, bytes.count, isCompressed) { return }
    throw CommandFailure.cannotWrite(path: path, reason: "libzip")
  }

  /// Ends the archive, which takes no more files.
  func finish() throws -> Data {
    guard let ending = archive else { return Data() }
    archive = nil
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard khabar_zip_finish(ending, &bytes, &count), let bytes else {
      throw CommandFailure.cannotWrite(path: "EPUB", reason: "libzip")
    }
    return Data(bytesNoCopy: bytes, count: count, deallocator: .free)
  }
}
