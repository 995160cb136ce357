/// Flattens markup that would make a parser work without measure, before the parser sees it.
///
/// The standard's algorithm looks through the open elements at almost every tag, opens unclosed formatting anew in every
/// paragraph, and compares every attribute of a tag with those before it: three ways to make a few megabytes take hours. What
/// goes past a bound is overwritten with blanks, so that no text is lost. The look at the bytes is rough, and wrong on the
/// safe side: it may count more open elements than there are.
struct HTMLGuard {
  /// How much may stand open.
  struct Bounds {
    /// Open elements within each other; browsers stop at 512.
    var depth: Int
    /// Open formatting elements (`b`, `font` …), which every paragraph opens anew.
    var formatting: Int
    /// Attributes of one tag.
    var attributes: Int
    /// `html` and `body` tags, whose attributes all go to one element.
    var outermost: Int

    static let usual = Bounds(depth: 512, formatting: 100, attributes: 256, outermost: 16)
    /// For pages that the usual bounds do not tame: paragraphs of plain text are left.
    static let severe = Bounds(depth: 24, formatting: 0, attributes: 8, outermost: 2)
  }

  private let input: UnsafeBufferPointer<UInt8>
  private let bounds: Bounds
  /// The bytes with the changes made so far; empty as long as there are none.
  private var output: [UInt8] = []
  private var position = 0
  private var depth = 0
  private var formatting = 0
  private var outermost = 0
  /// Open `svg` and `math`: inside them no element ends by itself and scripts are no scripts.
  private var foreign = 0
  /// Comments and elements of raw text that are known to have no end before the end of the page: not looked for again.
  private var endless: Set<String> = []

  /// What holds no text and no data: the inside of programs and styles, comments. It is cut out, since the parser would walk it
  /// character by character; it is most of a page.
  private var cuts: [Range<Int>] = []

  private init(_ input: UnsafeBufferPointer<UInt8>, _ bounds: Bounds) {
    self.input = input
    self.bounds = bounds
  }

  /// The text without what is no text, and with what goes past `bounds` blanked out.
  ///
  /// - Returns: nil bytes when nothing had to be done; whether any of it was past the bounds.
  static func guarded(_ utf8: UnsafeBufferPointer<UInt8>, _ bounds: Bounds) -> (bytes: [UInt8]?, isFlattened: Bool) {
    var scan = HTMLGuard(utf8, bounds)
    scan.run()
    let isFlattened = !scan.output.isEmpty
    if scan.cuts.isEmpty { return (isFlattened ? scan.output : nil, isFlattened) }
    return (isFlattened ? scan.output.withUnsafeBufferPointer(scan.withoutCuts) : scan.withoutCuts(utf8), isFlattened)
  }

  private func withoutCuts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - cuts.reduce(0) { $0 + $1.count })
    var start = 0
    for cut in cuts where cut.lowerBound >= start {
      kept.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<cut.lowerBound]))
      start = cut.upperBound
    }
    kept.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    return kept
  }
}

extension HTMLGuard {
  private mutating func run() {
    while let tag = nextTag() {
      if tag.isEnd { end(tag) } else { start(tag) }
    }
  }

  private struct Tag {
    var range: Range<Int>
    var name: UnsafeBufferPointer<UInt8>
    var isEnd: Bool
    /// "/>", which ends an element in `svg` and `math` only.
    var isSelfClosing: Bool
    var kind: Kind
  }

  private enum Kind {
    case plain, void, endsByItself, formatting, outermost, foreign, raw
  }

  private mutating func nextTag() -> Tag? {
    let count = input.count
    while position + 1 < count {
      guard input[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let next = input[position + 1]
      if next | 0x20 >= 0x61, next | 0x20 <= 0x7A { return tag(from: position, nameAt: position + 1, isEnd: false) }
      if next == UInt8(ascii: "/"), position + 2 < count, input[position + 2] | 0x20 >= 0x61,
        input[position + 2] | 0x20 <= 0x7A
      {
        return tag(from: position, nameAt: position + 2, isEnd: true)
      }
      if next == UInt8(ascii: "!") { skipComment() } else { position += 1 }
    }
    return nil
  }

  private mutating func skipComment() {
    let start = position
    position += 2
    guard start + 3 < input.count, input[start + 2] == 0x2D, input[start + 3] == 0x2D else { return }
    guard !endless.contains("") else { return }
    // "<!-->" and "<!--->" are whole comments.
    var index = start + 2
    while index + 2 < input.count {
      if input[index] == 0x2D, input[index + 1] == 0x2D,
        input[index + 2] == 0x3E || input[index + 2] == 0x21 && index + 3 < input.count && input[index + 3] == 0x3E
      {
        if index > start + 4 { cuts.append(start + 4..<index) }
        position = index + 3
        return
      }
      index += 1
    }
    endless.insert("")
    // No end: a comment to the end for the parser; here its tags are counted, which does no harm.
  }

  private mutating func tag(from start: Int, nameAt nameStart: Int, isEnd: Bool) -> Tag {
    var index = nameStart
    while index < input.count, !Self.endsName(input[index]) { index += 1 }
    let name = UnsafeBufferPointer(rebasing: input[nameStart..<index])
    var attributeCount = 0
    var cut: Int?
    var isBetween = true
    var isSelfClosing = false
    var slash = -1
    scan: while index < input.count {
      switch input[index] {
      case UInt8(ascii: ">"):
        isSelfClosing = slash == index - 1
        index += 1
        break scan
      case UInt8(ascii: "/"):
        slash = index
        isBetween = true
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: isBetween = true
      case UInt8(ascii: "="):
        index = endOfValue(after: index)
        isBetween = true
        continue scan
      default:
        if isBetween {
          attributeCount += 1
          if attributeCount > bounds.attributes, cut == nil { cut = index }
          isBetween = false
        }
      }
      index += 1
    }
    position = index
    if let cut { blank(cut..<(input[index - 1] == UInt8(ascii: ">") ? index - 1 : index)) }
    return Tag(range: start..<index, name: name, isEnd: isEnd, isSelfClosing: isSelfClosing, kind: Self.kind(of: name))
  }

  /// Where the value after "=" ends.
  private func endOfValue(after equals: Int) -> Int {
    var index = equals + 1
    while index < input.count, Self.isBlank(input[index]) { index += 1 }
    guard index < input.count else { return index }
    let quote = input[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < input.count, input[index] != quote { index += 1 }
      return min(index + 1, input.count)
    }
    while index < input.count, !Self.isBlank(input[index]), input[index] != UInt8(ascii: ">") { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}

extension HTMLGuard {
  private mutating func start(_ tag: Tag) {
    if tag.isSelfClosing, foreign > 0 || tag.kind == .foreign { return }
    switch tag.kind {
    case .void: return
    case .outermost:
      outermost += 1
      if outermost > bounds.outermost { blank(tag.range) }
      return
    case .raw where foreign == 0:
      skipRawText(tag)
      return
    case .endsByItself where foreign == 0: return
    case .formatting:
      formatting += 1
      if formatting > bounds.formatting { blank(tag.range) }
    case .foreign: foreign += 1
    default: break
    }
    depth += 1
    if depth > bounds.depth { flatten(tag.range) }
  }

  private mutating func end(_ tag: Tag) {
    switch tag.kind {
    case .void, .outermost: return
    case .raw where foreign == 0: return
    case .endsByItself where foreign == 0: return
    case .formatting:
      if formatting > bounds.formatting { blank(tag.range) }
      formatting = max(0, formatting - 1)
    case .foreign: foreign = max(0, foreign - 1)
    default: break
    }
    if depth > bounds.depth { flatten(tag.range) }
    depth = max(0, depth - 1)
  }

  /// Programs and styles hold what looks like tags. One without an end is looked into, in case the parser does the same.
  private mutating func skipRawText(_ tag: Tag) {
    let name = tag.name
    let key = String(decoding: name, as: UTF8.self).lowercased()
    guard !endless.contains(key) else { return }
    var index = position
    while index + name.count + 2 < input.count {
      if input[index] == UInt8(ascii: "<"), input[index + 1] == UInt8(ascii: "/"),
        Self.endsName(input[index + 2 + name.count]), matches(name, at: index + 2)
      {
        if key == "style" || key == "script" && !Self.dataTypes.occur(in: input[tag.range]) {
          cuts.append(position..<index)
        }
        position = index
        return
      }
      index += 1
    }
    endless.insert(key)
  }

  /// Scripts of a type like `application/ld+json` are data; templates hold text that a browser puts in later.
  private static let dataTypes = WordSet("json template text/html text/x-")

  private func matches(_ name: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 0..<name.count where input[start + offset] | 0x20 != name[offset] | 0x20 { return false }
    return true
  }

  private mutating func blank(_ range: Range<Int>) {
    if output.isEmpty { output = Array(input) }
    for index in range { output[index] = 0x20 }
  }

  /// In place of a tag a bare `<p>`, which parts blocks and never nests.
  private mutating func flatten(_ range: Range<Int>) {
    blank(range)
    guard range.count >= 3, foreign == 0 else { return }
    output[range.lowerBound] = UInt8(ascii: "<")
    output[range.lowerBound + 1] = UInt8(ascii: "p")
    output[range.lowerBound + 2] = UInt8(ascii: ">")
  }

  private static func kind(of name: UnsafeBufferPointer<UInt8>) -> Kind {
    guard name.count <= 8 else { return .plain }
    var key: UInt64 = 0
    for byte in name { key = key << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    return kinds[key] ?? .plain
  }

  private static let kinds: [UInt64: Kind] = {
    var kinds: [UInt64: Kind] = [:]
    func add(_ names: String, _ kind: Kind) {
      for name in names.split(separator: " ") {
        kinds[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = kind
      }
    }
    add(
      "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr", .void)
    add("p li dd dt td th tr tbody thead tfoot option optgroup colgroup rb rt rtc rp head", .endsByItself)
    add("a b big code em font i nobr s small strike strong tt u", .formatting)
    add("html body", .outermost)
    add("svg math", .foreign)
    add("script style textarea title xmp iframe noembed noframes", .raw)
    return kinds
  }()
}
