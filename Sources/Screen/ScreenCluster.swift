internal import CellText

/// What fills one cell, or one and its continuations.
struct ScreenCluster: Hashable, Sendable {
  private(set) var text: String
  /// At least 1.
  let columns: Int
  private(set) var traits: ClusterTraits

  init(_ text: String, columns: Int) {
    self.text = text
    self.columns = columns
    traits = ClusterTraits(text)
  }

  /// Puts marks to it that have no columns of their own.
  mutating func append(_ marks: String) {
    text += marks
    traits = ClusterTraits(text)
  }

  /// The clusters of `text`, made safe, from left to right; marks without a letter stand with what is left of them.
  ///
  /// - Parameter columns: what does not fit into so many any more may be left out.
  static func clusters(
    of text: String, model: WidthModel, bidi: BidiOrder, columns: Int = Int.max
  ) -> [ScreenCluster] {
    var clusters: [ScreenCluster] = []
    var room = columns
    let add = { (text: String, columns: Int) -> Bool in
      room -= columns
      if room < 0 { return false }
      if columns > 0 {
        clusters.append(ScreenCluster(text, columns: columns))
      } else if !clusters.isEmpty {
        clusters[clusters.count - 1].append(text)
      }
      return true
    }
    let safe = DisplayText.safe(text)
    if bidi == .khabar, VisualOrder.isNeeded(safe) {
      for cluster in VisualOrder.clusters(of: safe) {
        guard add(cluster, model.columns(of: cluster)) else { break }
      }
    } else {
      model.forEachCluster(in: safe, add)
    }
    return clusters
  }
}
