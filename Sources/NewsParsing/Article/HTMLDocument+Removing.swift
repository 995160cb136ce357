extension HTMLDocument {
  /// The document without the elements and texts that lie in these ranges of nodes as a whole.
  ///
  /// An element that only begins in a range is kept, with what of it lies outside.
  func removing(_ ranges: [Range<Int>]) -> HTMLDocument {
    if ranges.isEmpty { return self }
    var ends = [Int32](repeating: 0, count: nodes.count)
    for range in ranges where !range.isEmpty {
      let range = range.clamped(to: 0..<nodes.count)
      if let first = range.first { ends[first] = max(ends[first], Int32(range.upperBound)) }
    }
    // Where a node and a byte of text stand afterwards.
    var places = [Int32](repeating: 0, count: nodes.count + 1)
    var kept = ContiguousArray<Record>()
    var keptText = ContiguousArray<UInt8>()
    kept.reserveCapacity(nodes.count)
    keptText.reserveCapacity(text.count)
    var textStarts = [Int32](repeating: 0, count: nodes.count + 1)
    var end: Int32 = 0
    for index in nodes.indices {
      end = max(end, ends[index])
      places[index] = Int32(kept.count)
      textStarts[index] = Int32(keptText.count)
      let record = nodes[index]
      if Int32(index) < end, record.end <= end, index > 0 { continue }
      kept.append(record)
      if record.kind == .text { keptText += text[Int(record.textStart)..<Int(record.textEnd)] }
    }
    places[nodes.count] = Int32(kept.count)
    textStarts[nodes.count] = Int32(keptText.count)
    var next = 0
    for index in nodes.indices
    where next < kept.count && Int(places[index]) == next && places[index + 1] != places[index] {
      let record = nodes[index]
      kept[next].parent = record.parent < 0 ? -1 : places[Int(record.parent)]
      kept[next].end = places[Int(record.end)]
      kept[next].textStart = textStarts[index]
      kept[next].textEnd = textStarts[Int(record.end)]
      next += 1
    }
    return HTMLDocument(nodes: kept, attributes: attributes, text: keptText, strings: strings, isReduced: isReduced)
  }
}
