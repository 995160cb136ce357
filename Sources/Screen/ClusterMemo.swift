internal import CellText
internal import Synchronization

/// Texts that were drawn lately, cut into what stands in cells: a key changes some of a page's texts, and all of them are drawn again.
///
/// For one reader; it may be asked from anywhere.
public final class ClusterMemo: Sendable {
  /// Texts are told apart by their bytes: strings would be compared by canonical equivalence.
  private struct Key: Hashable {
    var text: String
    var model: WidthModel
    var bidi: BidiOrder

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8) && left.bidi == right.bidi && left.model == right.model
    }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }

  private let entries = Mutex<[Key: [ScreenCluster]]>([:])

  /// Some screens of texts, half a megabyte; then it begins anew.
  private static let capacity = 500
  /// UTF-8 bytes of a text beyond which it is no line.
  private static let longestUTF8Count = 1_024

  public init() {}

  /// The clusters of `text`, as ``ScreenCluster/clusters(of:model:bidi:columns:)`` gives them; nil for a text that is too long to be kept.
  func clusters(of text: String, model: WidthModel, bidi: BidiOrder) -> [ScreenCluster]? {
    guard text.utf8.count <= Self.longestUTF8Count else { return nil }
    let key = Key(text: text, model: model, bidi: bidi)
    if let known = entries.withLock({ $0[key] }) { return known }
    let clusters = ScreenCluster.clusters(of: text, model: model, bidi: bidi)
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries = [:] }
      entries[key] = clusters
    }
    return clusters
  }
}
