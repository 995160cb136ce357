internal import IndicText
internal import NewsModel

/// The text of one block while it is gathered: blanks collapsed as HTML does it, links and other places remembered as byte offsets.
struct BlockText {
  private(set) var bytes: [UInt8] = []
  private(set) var links: [BlockLink] = []
  /// Where cells of a table's row begin, and where lines broken by `br` do.
  private(set) var marks: [Int] = []
  private var isBlankDue = false
  private var openLink: (start: Int, address: String)?
  /// Blanks are kept: `pre`.
  var keepsBlanks = false

  var isEmpty: Bool { bytes.isEmpty }
  var utf8Count: Int { bytes.count }

  /// Adds text as it stands in the page.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if keepsBlanks { return appendKeepingBlanks(text) }
    var index = 0
    let count = text.count
    while index < count {
      var end = index
      while end < count, !Self.isBlank(text, end) { end += 1 }
      if end > index {
        if isBlankDue {
          if !bytes.isEmpty { bytes.append(0x20) }
          isBlankDue = false
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
      }
      guard end < count else { return }
      isBlankDue = true
      index = end + (text[end] == 0xC2 ? 2 : 1)
    }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// A no-break space is a blank like others: what it keeps apart, a terminal keeps apart too.
  private static func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0x20, 0x0A, 0x09, 0x0D, 0x0C: true
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xA0
    default: false
    }
  }

  private mutating func appendKeepingBlanks(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case 0x0A: markLine()
      case 0x0D: continue
      case 0x09: bytes.append(contentsOf: [0x20, 0x20, 0x20, 0x20])
      default: bytes.append(byte)
      }
    }
  }

  /// A blank, unless one is there.
  mutating func appendBlank() { isBlankDue = true }

  /// What comes next begins a new line: a `br`.
  mutating func markLine() {
    if !keepsBlanks { isBlankDue = true }
    marks.append(bytes.count)
  }

  /// What comes next begins a new cell.
  mutating func beginCell(isFirst: Bool) {
    isBlankDue = false
    if !isFirst { bytes.append(contentsOf: " │ ".utf8) }
    marks.append(bytes.count)
  }

  mutating func beginLink(to address: String) {
    endLink()
    // The blank before a link does not belong to it.
    if isBlankDue, !bytes.isEmpty, !keepsBlanks {
      bytes.append(0x20)
      isBlankDue = false
    }
    openLink = (bytes.count, address)
  }

  /// Ends the open link, if there is one; one without text is forgotten.
  mutating func endLink() {
    guard let link = openLink else { return }
    openLink = nil
    guard bytes.count > link.start else { return }
    links.append(BlockLink(startUTF8Offset: link.start, utf8Count: bytes.count - link.start, address: link.address))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    isBlankDue = false
    openLink = nil
  }
}

/// A piece of text in normal form with its links.
struct CleanText {
  var text: String
  var links: [BlockLink]
}

extension BlockText {
  /// The bytes of `range` as clean text, with the links in it; blanks at the ends are left out.
  func clean(_ range: Range<Int>) -> CleanText {
    var range = range
    if !keepsBlanks { while let first = range.first, bytes[first] == 0x20 { range.removeFirst() } }
    while let last = range.last, bytes[last] == 0x20 { range.removeLast() }
    let links = links.compactMap { Self.cut($0, to: range) }
    let (isCertain, text) = bytes.withUnsafeBufferPointer { buffer in
      let piece = UnsafeBufferPointer(rebasing: buffer[range])
      return (NormalForm.isCertain(piece), String(decoding: piece, as: UTF8.self))
    }
    guard isCertain else { return Self.cleaned(text, links) }
    return CleanText(text: text, links: links.isEmpty ? links : Self.betweenClusters(links, in: text))
  }

  private static func cut(_ link: BlockLink, to range: Range<Int>) -> BlockLink? {
    let start = max(link.startUTF8Offset, range.lowerBound)
    let end = min(link.startUTF8Offset + link.utf8Count, range.upperBound)
    guard start < end else { return nil }
    return BlockLink(startUTF8Offset: start - range.lowerBound, utf8Count: end - start, address: link.address)
  }

  /// Cleans text piece by piece, so that links keep their places. Where pieces clean apart do not make clean text together (an
  /// accent parted from its letter by a tag), the text counts and the links are given up.
  private static func cleaned(_ text: String, _ links: [BlockLink]) -> CleanText {
    guard !links.isEmpty else { return CleanText(text: oneLine(text), links: []) }
    let bytes = Array(text.utf8)
    var output = ""
    var moved: [BlockLink] = []
    var position = 0
    func piece(_ end: Int) -> String {
      defer { position = end }
      return NormalForm.repaired(String(decoding: bytes[position..<end], as: UTF8.self)).text
    }
    for link in links {
      output += piece(link.startUTF8Offset)
      let start = output.utf8.count
      output += piece(link.startUTF8Offset + link.utf8Count)
      guard output.utf8.count > start else { continue }
      moved.append(
        BlockLink(startUTF8Offset: start, utf8Count: output.utf8.count - start, address: link.address))
    }
    output += piece(bytes.count)
    let whole = oneLine(text)
    guard output == whole, output.utf8.elementsEqual(whole.utf8) else { return CleanText(text: whole, links: []) }
    return CleanText(text: whole, links: betweenClusters(moved, in: whole))
  }

  private static func oneLine(_ text: String) -> String {
    let clean = NormalForm.repaired(text).text
    guard clean.utf8.contains(0x0A) else { return clean }
    return String(decoding: clean.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension BlockText {
  /// Links widened to whole clusters, those that then overlap the one before left out.
  private static func betweenClusters(_ links: [BlockLink], in text: String) -> [BlockLink] {
    let utf8 = text.utf8
    var kept: [BlockLink] = []
    var last = 0
    for link in links {
      let start = max(last, border(link.startUTF8Offset, in: text, utf8, forward: false))
      let end = border(link.startUTF8Offset + link.utf8Count, in: text, utf8, forward: true)
      guard start < end else { continue }
      kept.append(BlockLink(startUTF8Offset: start, utf8Count: end - start, address: link.address))
      last = end
    }
    return kept
  }

  /// The place itself when a cluster ends there, else the next one where one does.
  private static func border(_ offset: Int, in text: String, _ utf8: String.UTF8View, forward: Bool) -> Int {
    guard offset > 0, offset < utf8.count else { return min(max(0, offset), utf8.count) }
    let index = utf8.index(utf8.startIndex, offsetBy: offset)
    // Before a blank, and between ASCII characters.
    let before = utf8[utf8.index(before: index)]
    if utf8[index] == 0x20 || before < 0x80 && utf8[index] < 0x80 { return offset }
    let clusterStart = text.cluster(at: index)
    if clusterStart.lowerBound == index { return offset }
    let border = forward ? clusterStart.upperBound : clusterStart.lowerBound
    return utf8.distance(from: utf8.startIndex, to: border)
  }
}

extension String {
  /// The cluster that `index` stands in or at the beginning of.
  fileprivate func cluster(at index: String.Index) -> Range<String.Index> {
    let start = index.samePosition(in: self) ?? self.index(before: self.index(after: index))
    // `index(after:)` from the middle of a cluster goes to its end; going back from there finds its beginning.
    return start..<self.index(after: start)
  }
}
