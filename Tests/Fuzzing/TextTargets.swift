import CellText
import NewsModel
import Screen

extension FuzzTarget {
  /// Text as it is laid out, and addresses.
  static let text = [
    FuzzTarget("layout", seeds: Seeds.layouts, words: Seeds.textWords, longestCount: 2_048, run: layout),
    FuzzTarget("address", seeds: Seeds.addresses, words: Seeds.addressWords, longestCount: 512, run: address),
  ]

  /// The first two bytes choose a width model and a number of columns; the rest is text.
  private static func layout(_ input: UnsafeRawBufferPointer) throws {
    guard input.count > 2 else { return }
    let named = WidthModel.named[Int(input[0]) % WidthModel.named.count]
    let model = named.model
    let columns = Int(input[1]) % 120 + 1
    let text = String(decoding: input[2...], as: UTF8.self)

    let safe = DisplayText.safe(text)
    try mustBePlain([safe], "safe text")
    try must(
      DisplayText.isSafe(safe) && DisplayText.safe(safe) == safe, "safe text is not safe: \(safe.debugDescription)")
    for whole in [text, safe] {
      var clusters: [String] = []
      model.forEachCluster(in: whole) { cluster, _ in
        clusters.append(cluster)
        return true
      }
      try must(clusters == whole.map { String($0) }, "clusters other than Swift's in \(whole.debugDescription)")
      let ends = LineBreaker(language: "hi").opportunities(in: whole).map(\.utf8Offset)
      try must(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }, "break opportunities that do not ascend")
      try must(ends.last == (whole.isEmpty ? nil : whole.utf8.count), "no break opportunity at the end")
      let edges = Set(clusters.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) })
      // Where marks stand on nothing there are no clusters to keep whole; safe text has none.
      try must(
        whole != safe || ends.allSatisfy(edges.contains),
        "a break opportunity inside a cluster of \(whole.debugDescription)")
    }

    let lines = TextWrapper(model: model).lines([TextRun(text, .page)], columns: columns, hangingIndent: 2)
    try must(solid(lines.map(\.text).joined()) == solid(safe), "wrapping loses or adds text: \(safe.debugDescription)")
    var buffer = CellBuffer(size: Size(rows: 4, columns: columns))
    for (index, line) in lines.enumerated() {
      // As it is drawn: cluster by cluster.
      var drawn = 0
      model.forEachCluster(in: line.text) { _, columns in
        drawn += columns
        return true
      }
      try must(line.columns == drawn, "\(line.columns) columns, \(drawn) drawn, for \(line.text.debugDescription)")
      try must(
        line.indentColumns + line.columns <= columns || line.text.count == 1, "a line wider than \(columns) columns")
      buffer.write(line, at: Position(row: index % 4, column: 0), columns: columns, model: model)
    }
    buffer.write(text, at: Position(row: 3, column: columns / 3), columns: columns, role: .page, model: model)
    for row in 0..<4 {
      let cells = buffer.cells(row: row)
      try must(cells.reduce(0) { $0 + $1.columns } == columns, "a row of another width than \(columns)")
      try mustBePlain(cells.map(\.text), "a cell")
    }
    let cut = safe.truncated(toColumns: columns, model: model)
    try must(model.columns(of: cut) <= columns, "a text cut to more than \(columns) columns: \(cut.debugDescription)")
    try must(VisualOrder.clusters(of: safe).count == safe.count, "another number of clusters in visual order")
  }

  /// Without what may go at line ends.
  private static func solid(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  private static func address(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    if let normal = WebAddress.normalised(text) {
      try must(normal.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(normal.debugDescription) is not ASCII")
      let again = WebAddress.normalised(normal)
      try must(again == normal, "\(normal) is normalised to \(again ?? "nothing")")
      try must(WebAddress.storyKey(normal) != nil, "\(normal) has no key")
    }
    for base in ["https://e.example/a/b?c", nil] {
      // Other schemes come out as they are.
      guard let resolved = WebAddress.resolve(text, against: base), let address = WebAddress(resolved) else { continue }
      try must(resolved.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(resolved.debugDescription) is not ASCII")
      try must(address.text == resolved, "\(resolved) is not read as it was written")
    }
    if let link = Hyperlink(text) {
      let isSound = link.target.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: ";") }
      try must(isSound, "a link that could end its sequence: \(link.target.debugDescription)")
    }
  }
}
