import CellText
import NewsModel

/// Where the markers and the texts of a list's items stand: an inner list begins under the text of the item that it belongs to.
struct ListIndents {
  /// By level: the columns of the widest marker.
  private var markerColumns = [Int](repeating: 1, count: Self.deepest + 1)
  private let columns: Int
  private let model: WidthModel

  /// Lists that stand deeper than this look as if they did not.
  private static let deepest = 8
  private static let bullets = ["•", "◦", "▪"]
  private static let mostMarkerColumns = 8

  /// - Parameter items: list items that follow each other.
  init(_ items: ArraySlice<Block>, columns: Int, settings: ReaderSettings) {
    self.columns = columns
    model = settings.widthModel
    for item in items {
      let level = Self.level(of: item)
      markerColumns[level] = max(markerColumns[level], model.columns(of: marker(of: item, settings)))
    }
  }

  /// The marker at its place, and the columns before the item's text.
  func place(_ item: Block, settings: ReaderSettings) -> (lead: TextLine, indent: Int) {
    let level = Self.level(of: item)
    let start = min(markerColumns[..<level].reduce(0) { $0 + $1 + 1 }, columns / 3)
    let indent = min(start + markerColumns[level] + 1, max(2, columns / 2))
    let text = marker(of: item, settings).truncated(toColumns: max(1, indent - start - 1), model: model)
    let taken = model.columns(of: text)
    // Numbers end under each other.
    let lead = TextLine(
      runs: [TextRun(text, .highlightBullet)], columns: taken,
      indentColumns: max(start, indent - 1 - taken))
    return (lead, indent)
  }

  private func marker(of item: Block, _ settings: ReaderSettings) -> String {
    guard let marker = item.marker else { return Self.bullets[Self.level(of: item) % Self.bullets.count] }
    let short = String(marker.prefix(Self.mostMarkerColumns))
    return DisplayText.safe(settings.shown(short)).truncated(toColumns: Self.mostMarkerColumns, model: model)
  }

  private static func level(of item: Block) -> Int { min(max(0, item.level), deepest) }
}
