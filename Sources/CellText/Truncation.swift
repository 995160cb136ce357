extension String {
  /// As much of the beginning as fits into `columns`, with `mark` where something was left out.
  ///
  /// Cuts between clusters, never inside one, and drops blanks before the mark. The text itself comes back when it fits; "" when there
  /// is no room, and no mark where not even the mark fits.
  ///
  /// - Complexity: linear in the bytes up to the cut.
  public func truncated(toColumns columns: Int, model: WidthModel, mark: String = "…") -> String {
    guard columns > 0 else { return "" }
    return ClusterScanner.scanning(self) { scanner in
      let cut = scanner.cut(from: 0, limit: scanner.utf8.count, columns: columns, model: model, mark: mark)
      if cut.isWhole { return self }
      return String(self[..<scanner.index(cut.end)]) + cut.mark
    }
  }
}

/// Where a text is cut so that it fits.
struct TextCut {
  /// UTF-8 offset of the end of what stays.
  var end: Int
  /// Columns of what stays and of the mark.
  var columns: Int
  /// What follows the kept text: the mark, or nothing where it does not fit or nothing was left out.
  var mark: String
  var isWhole: Bool
}

extension ClusterScanner {
  /// Cuts the stretch from `start` up to `limit`, both cluster boundaries.
  func cut(from start: Int, limit: Int, columns room: Int, model: WidthModel, mark: String) -> TextCut {
    let markColumns = model.columns(of: mark)
    let fits = markColumns <= room
    let roomBesideMark = fits ? room - markColumns : room
    var position = start
    var used = 0
    var kept = TextCut(end: start, columns: 0, mark: fits ? mark : "", isWhole: false)
    while position < limit {
      let end = clusterEnd(from: position)
      let isBlank = utf8[position] == 0x20
      used += model.clusterColumns(self, position..<end)
      if used > room {
        kept.columns += fits ? markColumns : 0
        return kept
      }
      position = end
      if !isBlank, used <= roomBesideMark {
        kept.end = end
        kept.columns = used
      }
    }
    return TextCut(end: limit, columns: used, mark: "", isWhole: true)
  }
}
