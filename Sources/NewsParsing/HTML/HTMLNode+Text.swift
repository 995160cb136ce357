extension HTMLNode {
  /// The text of the node with all below it, blanks as in the source; what scripts, styles, templates and comments hold is left out.
  ///
  /// Blocks run together in it: "<p>one</p><p>two</p>" is "onetwo". Where that matters, ``plainText``.
  var text: String {
    String(decoding: document.text[Int(record.textStart)..<Int(record.textEnd)], as: UTF8.self)
  }

  /// How many bytes ``text`` has; costs nothing.
  var textUTF8Count: Int { Int(record.textEnd - record.textStart) }

  /// The inside of a script, style, template or comment; for other nodes the same as ``text``.
  var rawText: String {
    switch record.kind {
    case .rawText, .comment: return document.string(record.dataStart, record.dataEnd)
    case .text: return text
    case .element:
      guard tag.isRaw else { return text }
      return descendants.reduce(into: "") { if $1.record.kind == .rawText { $0 += $1.rawText } }
    }
  }

  /// The text of the node with all below it on one line: runs of blanks, breaks and borders of blocks are one space, none at the ends.
  ///
  /// It is not cleaned of control characters: `NormalForm.line` does that.
  var plainText: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(textUTF8Count)
    var isBlankDue = false
    var walk = range.lowerBound
    while walk < range.upperBound {
      let record = document.nodes[walk]
      walk += 1
      if record.kind == .element {
        // The end of a block is not looked for: what comes after it is in another one, or text of a block that had one.
        if record.tag.isBlock || record.tag == .br { isBlankDue = true }
        continue
      }
      guard record.kind == .text else { continue }
      for byte in document.text[Int(record.textStart)..<Int(record.textEnd)] {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
          isBlankDue = true
          continue
        }
        if isBlankDue, !bytes.isEmpty { bytes.append(0x20) }
        isBlankDue = false
        bytes.append(byte)
      }
      if followsBlockEnd(at: walk, after: record) { isBlankDue = true }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a block ends between a text and the node after it.
  private func followsBlockEnd(at next: Int, after text: HTMLDocument.Record) -> Bool {
    var parent = text.parent
    while parent >= Int32(index), Int(document.nodes[Int(parent)].end) == next {
      if document.nodes[Int(parent)].tag.isBlock { return true }
      parent = document.nodes[Int(parent)].parent
    }
    return false
  }
}
