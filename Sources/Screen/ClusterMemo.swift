internal import CellText
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Texts that were drawn lately, cut into what stands in cells: a key changes some of a page's texts, and all of them are drawn again.
///
/// For one reader; it may be asked from anywhere.
public final class ClusterMemo: Sendable {
  /// Texts are told apart by their bytes: strings would be compared by canonical equivalence.
  private struct Key: Hashable {
    var text: String

    static func == (left: Key, right: Key) -> Bool {
      guard left.text.utf8.count == right.text.utf8.count else { return false }
      let isSame = left.text.utf8.withContiguousStorageIfAvailable { first in
        right.text.utf8.withContiguousStorageIfAvailable { second in
          guard let first = first.baseAddress, let second = second.baseAddress else { return true }
          return memcmp(first, second, left.text.utf8.count) == 0
        }
      }
      return (isSame ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }

  /// What was drawn under one model and one order; another one begins anew.
  private struct Entries {
    var model: WidthModel
    var bidi: BidiOrder
    var clusters: [Key: [ScreenCluster]] = [:]
  }

  private let entries = Mutex<Entries?>(nil)

  /// Some screens of texts, half a megabyte; then it begins anew.
  private static let capacity = 500
  /// UTF-8 bytes of a text beyond which it is no line.
  private static let longestUTF8Count = 1_024

  public init() {}

  /// The clusters of `text`, as ``ScreenCluster/clusters(of:model:bidi:columns:)`` gives them; nil for a text that is too long to be kept.
  func clusters(of text: String, model: WidthModel, bidi: BidiOrder) -> [ScreenCluster]? {
    guard text.utf8.count <= Self.longestUTF8Count else { return nil }
    let key = Key(text: text)
    let known = entries.withLock { entries in
      if entries?.bidi != bidi || entries?.model != model { entries = Entries(model: model, bidi: bidi) }
      return entries?.clusters[key]
    }
    if let known { return known }
    let clusters = ScreenCluster.clusters(of: text, model: model, bidi: bidi)
    entries.withLock { entries in
      if entries?.clusters.count ?? 0 >= Self.capacity { entries?.clusters = [:] }
      // Another thread may have asked under another model meanwhile.
      if entries?.bidi == bidi, entries?.model == model { entries?.clusters[key] = clusters }
    }
    return clusters
  }
}
