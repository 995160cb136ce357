extension WidthModel {
  /// Gives each cluster of `text` with its columns to `body`, in order, until `body` answers false.
  ///
  /// - Complexity: linear in the bytes of the clusters that are visited.
  public func forEachCluster(in text: String, _ body: (_ cluster: String, _ columns: Int) -> Bool) {
    ClusterScanner.scanning(text) { scanner in
      var position = 0
      while position < scanner.utf8.count {
        let end = scanner.clusterEnd(from: position)
        let cluster = String(scanner.text[scanner.index(position)..<scanner.index(end)])
        guard body(cluster, clusterColumns(scanner, position..<end)) else { return }
        position = end
      }
    }
  }
}
