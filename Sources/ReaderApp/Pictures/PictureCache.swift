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

/// Pictures that were fetched, in files of the reader's own folder; the ones that were not looked at for longest go when it is full.
nonisolated struct PictureCache: Sendable {
  /// Made when the first picture is kept; nil keeps none.
  var folder: String?
  /// Bytes of all files together.
  var byteLimit = 100 << 20

  /// What was kept of `address`; nil when nothing was, or when it cannot be read.
  func bytes(of address: String) -> [UInt8]? {
    guard let path = path(of: address), let file = FileManager.default.contents(atPath: path) else { return nil }
    let head = Self.head(address)
    // Another address may have the same hash: the file says whose it is.
    guard file.starts(with: head) else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    return Array(file.dropFirst(head.count))
  }

  /// Keeps the picture. What cannot be written is fetched again the next time.
  func keep(_ bytes: [UInt8], of address: String) {
    guard let folder, let path = path(of: address) else { return }
    try? PrivateFile.makeFolder(of: path)
    // Whole or not at all, also when two readers run.
    try? PrivateFile.replace(Self.head(address) + bytes, at: path)
    makeRoom(in: folder)
  }

  private func makeRoom(in folder: String) {
    let files = FolderListing.files(in: folder)
    var total = files.reduce(0) { $0 + $1.size }
    for file in files.sorted(by: { $0.changed < $1.changed }) where total > byteLimit {
      if unlink(file.path) == 0 { total -= file.size }
    }
  }

  private static func head(_ address: String) -> Data { Data((address + "\n").utf8) }

  /// By a hash of the address (FNV-1a, 64 bits), which says nothing to whoever reads the folder's names.
  private func path(of address: String) -> String? {
    guard let folder else { return nil }
    let hash = address.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    return folder + "/" + String(hash, radix: 16)
  }
}
