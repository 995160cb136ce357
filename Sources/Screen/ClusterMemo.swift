internal import CellText
internal import Synchronization

/// Texts that were drawn lately, cut into what stands in cells: a key changes some of a page's texts, and all of them are drawn again.
///
/// For one reader; it may be asked from anywhere.
public final class ClusterMemo: Sendable {
  /// What fills one cell, or one and its continuations.
  struct Cluster: Hashable, Sendable {
    var text: String
    /// At least 1.
    var columns: Int
  }

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

  private let entries = Mutex<[Key: [Cluster]]>([:])

  /// Some screens of texts, half a megabyte; then it begins anew.
  private static let capacity = 500
  /// UTF-8 bytes of a text beyond which it is no line.
  private static let longestUTF8Count = 1_024

  public init() {}

  /// The clusters of `text`, made safe, from left to right; marks without a letter stand with what is left of them. Nil for a text that is too
  /// long to be kept.
  func clusters(of text: String, model: WidthModel, bidi: BidiOrder) -> [Cluster]? {
    guard text.utf8.count <= Self.longestUTF8Count else { return nil }
    let key = Key(text: text, model: model, bidi: bidi)
    if let known = entries.withLock({ $0[key] }) { return known }
    let clusters = Self.clusters(of: text, model, bidi)
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries = [:] }
      entries[key] = clusters
    }
    return clusters
  }

  private static func clusters(of text: String, _ model: WidthModel, _ bidi: BidiOrder) -> [Cluster] {
    var clusters: [Cluster] = []
    let add = { (text: String, columns: Int) in
      if columns > 0 {
        clusters.append(Cluster(text: text, columns: columns))
      } else if !clusters.isEmpty {
        clusters[clusters.count - 1].text += text
      }
    }
    let safe = DisplayText.safe(text)
    if bidi == .khabar, VisualOrder.isNeeded(safe) {
      for cluster in VisualOrder.clusters(of: safe) { add(cluster, model.columns(of: cluster)) }
    } else {
      model.forEachCluster(in: safe) {
        add($0, $1)
        return true
      }
    }
    return clusters
  }
}
