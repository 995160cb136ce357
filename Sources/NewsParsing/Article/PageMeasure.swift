/// How much text stands where in a page, counted once for all elements.
///
/// Text is counted in characters that are no blanks, so that scripts of one and of three bytes a letter weigh the same.
struct PageMeasure {
  /// One element's subtree.
  struct Count {
    /// Characters.
    var text: Int32 = 0
    /// Characters inside links.
    var linked: Int32 = 0
    /// Ends of sentences: . ! ? । ॥ 。 before a blank or an end.
    var sentences: Int32 = 0
    /// Commas of any script.
    var commas: Int32 = 0

    static func += (sum: inout Count, other: Count) {
      sum.text += other.text
      sum.linked += other.linked
      sum.sentences += other.sentences
      sum.commas += other.commas
    }

    /// The part of the text that stands in links, 0 to 1.
    var linkDensity: Double { text == 0 ? 0 : Double(linked) / Double(text) }
  }

  private(set) var counts: [Count]

  /// - Parameter leftOut: true at nodes that do not count, with all below them.
  init(_ document: HTMLDocument, leftOut: [Bool]) {
    let nodes = document.nodes
    var counts = [Count](repeating: Count(), count: nodes.count)
    var index = 0
    var linkEnd = 0
    document.text.withUnsafeBufferPointer { text in
      while index < nodes.count {
        let node = nodes[index]
        if leftOut[index] {
          index = Int(node.end)
          continue
        }
        if node.kind == .text {
          counts[index] = Self.count(text, Int(node.textStart), Int(node.textEnd))
          if index < linkEnd { counts[index].linked = counts[index].text }
        } else if node.tag == .a {
          linkEnd = max(linkEnd, Int(node.end))
        }
        index += 1
      }
    }
    // Children stand after their parents: from behind, every count is whole when it is added.
    for index in stride(from: nodes.count - 1, to: 0, by: -1) where counts[index].text > 0 {
      counts[Int(nodes[index].parent)] += counts[index]
    }
    self.counts = counts
  }

  subscript(_ index: Int) -> Count { counts[index] }

  private static func count(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Count {
    var count = Count()
    var index = start
    while index < end {
      let byte = text[index]
      index += 1
      if byte <= 0x20 { continue }
      // Bytes after the first one of a character.
      if byte & 0xC0 == 0x80 { continue }
      count.text += 1
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if index >= end || text[index] <= 0x22 || text[index] == 0xE2 { count.sentences += 1 }
      case UInt8(ascii: ","): count.commas += 1
      case 0xC2: if index < end, text[index] == 0xA0 { count.text -= 1 }
      // । U+0964 and ॥ U+0965.
      case 0xE0:
        if index + 1 < end, text[index] == 0xA5, text[index + 1] == 0xA4 || text[index + 1] == 0xA5 {
          count.sentences += 1
        }
      // 。 U+3002 and 、 U+3001; ！ ？ ， at U+FF01, U+FF1F, U+FF0C.
      case 0xE3:
        if index + 1 < end, text[index] == 0x80 {
          if text[index + 1] == 0x82 { count.sentences += 1 }
          if text[index + 1] == 0x81 { count.commas += 1 }
        }
      case 0xEF:
        if index + 1 < end, text[index] == 0xBC {
          if text[index + 1] == 0x81 || text[index + 1] == 0x9F { count.sentences += 1 }
          if text[index + 1] == 0x8C { count.commas += 1 }
        }
      // ، U+060C; ؟ U+061F and ۔ U+06D4.
      case 0xD8:
        if index < end {
          if text[index] == 0x8C { count.commas += 1 }
          if text[index] == 0x9F { count.sentences += 1 }
        }
      case 0xDB: if index < end, text[index] == 0x94 { count.sentences += 1 }
      default: break
      }
    }
    return count
  }
}
