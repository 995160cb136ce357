internal import IndicText
internal import NewsModel

/// Texts of feeds made into what they mean.
enum FeedTexts {
  /// A headline, name or label on one line; nil when nothing is left of it.
  ///
  /// - Parameter isHTML: nil when nobody says: then it is HTML where it looks like that, as RSS titles are.
  static func line(_ text: String, isHTML: Bool?) -> String? {
    var line = text
    switch isHTML {
    case true?: line = HTMLDocument(text, scope: .fragment).root.plainText
    case false?: break
    case nil: line = plain(text)
    }
    // Escaped once too often: "Q&amp;amp;A". Nobody prints the name of a sign in a headline.
    if hasReference(line) { line = decoded(line) }
    if !isPlainLine(line) { line = NormalForm.line(line) }
    return line.isEmpty ? nil : line
  }

  /// Whether a line is in ``NormalForm`` for certain: most headlines are, and are told apart much faster than they are cleaned. Letters of
  /// ASCII and Devanagari, usual dashes and quotation marks, single spaces.
  private static func isPlainLine(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { bytes in
      guard bytes.count < 2_000, bytes.first != 0x20, bytes.last != 0x20 else { return bytes.isEmpty }
      var index = 0
      var markCount = 0
      var previous: UInt32 = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          guard byte >= 0x20, byte != 0x7F, byte != 0x20 || bytes[index - 1] != 0x20 else { return false }
          markCount = 0
          index += 1
        } else if byte == 0xE0 {
          let value = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
          guard (0x0900...0x0950).contains(value) || (0x0960...0x097F).contains(value), value != 0x0929,
            value != 0x0931, value != 0x0934
          else { return false }
          // न, र and ळ make one letter with a nukta in NFC; after a sign it may stand in the wrong order.
          let takesNukta = (0x0915...0x0939).contains(previous) && ![0x0928, 0x0930, 0x0933].contains(previous)
          if value == 0x093C, !takesNukta { return false }
          previous = value
          let isLetter = (0x0904...0x0939).contains(value) || value >= 0x0964
          markCount = isLetter ? 0 : markCount + 1
          if markCount > 8 { return false }
          index += 3
        } else if byte == 0xE2, bytes[index + 1] == 0x80, (0x90...0xA6).contains(bytes[index + 2]) {
          markCount = 0
          index += 3
        } else {
          return false
        }
      }
      return true
    }
  }

  /// The text without markup where it has any, with its references resolved where it has any.
  private static func plain(_ text: String) -> String {
    if hasTag(text) { return HTMLDocument(text, scope: .fragment).root.plainText }
    return hasReference(text) ? decoded(text) : text
  }

  /// References resolved, everything else as it was.
  private static func decoded(_ text: String) -> String {
    HTMLDocument(text.replacing("<", with: "&lt;"), scope: .fragment).root.text
  }

  /// Whether it is HTML rather than plain text: it has a tag or a reference.
  static func looksLikeHTML(_ text: String) -> Bool { hasTag(text) || hasReference(text) }

  private static let tags: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "audio", "b", "bdi", "bdo", "big", "blink", "blockquote", "br",
    "button", "canvas", "caption", "center", "cite", "code", "col", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main", "map",
    "mark", "marquee", "meta", "nav", "nobr", "noscript", "object", "ol", "p", "param", "picture", "pre", "q", "s",
    "samp", "script", "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary",
    "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var",
    "video", "wbr",
  ]

  /// Whether a tag of HTML stands in it; "1 < 2" and "a<b" have none.
  private static func hasTag(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while let open = bytes.firstByte(UInt8(ascii: "<"), from: index) {
        index = open + 1
        if bytes[index...].starts(with: "!--".utf8) { return true }
        var end = index
        if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
        let nameStart = end
        while end < bytes.count, end - nameStart < 12, isLetterOrDigit(bytes[end]) { end += 1 }
        guard end < bytes.count, end > nameStart else { continue }
        let after = bytes[end]
        guard after == UInt8(ascii: ">") || after == UInt8(ascii: "/") || EncodingPrescan.isBlank(after) else {
          continue
        }
        let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
        if tags.contains(name) { return true }
      }
      return false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Whether `&name;` or `&#123;` stands in it.
  private static func hasReference(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while let ampersand = bytes.firstByte(UInt8(ascii: "&"), from: index) {
        if let (_, end) = CharacterReferences.parse(bytes, at: ampersand), bytes[end - 1] == UInt8(ascii: ";") {
          return true
        }
        index = ampersand + 1
      }
      return false
    }
  }

  /// Letters that were windows-1252 and were written by number, `&#146;`: XML takes them for controls, nobody means that.
  static func withoutC1(_ utf8: [UInt8]) -> String {
    let text = String(decoding: utf8, as: UTF8.self)
    // U+0080 to U+009F are C2 80 to C2 9F.
    let hasC1 = utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while let lead = bytes.firstByte(0xC2, from: index) {
        if lead + 1 < bytes.count, bytes[lead + 1] < 0xA0 { return true }
        index = lead + 1
      }
      return false
    }
    guard hasC1 else { return text }
    var mended = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = (0x80..<0xA0).contains(scalar.value)
      mended.append(isControl ? UTF8Repair.windows1252(UInt8(scalar.value)) ?? scalar : scalar)
    }
    return String(mended)
  }

  static func trimmed(_ text: String) -> String? {
    var utf8 = text.utf8[...]
    while let first = utf8.first, first <= 0x20 { utf8.removeFirst() }
    while let last = utf8.last, last <= 0x20 { utf8.removeLast() }
    return utf8.isEmpty ? nil : String(utf8)
  }

  /// The name in `name (mail)`, `mail (name)` and `name <mail>`; the address when there is nothing else.
  static func author(_ text: String) -> String? {
    guard let line = line(text, isHTML: nil) else { return nil }
    guard line.contains("@") else { return line }
    // `name <mail>` would have been taken for markup only with a tag's name.
    for (open, close) in [("(", ")"), ("<", ">"), ("[", "]")] as [(Character, Character)] {
      guard let start = line.firstIndex(of: open), let end = line.lastIndex(of: close), start < end else { continue }
      let inner = line[line.index(after: start)..<end]
      let outer = line[..<start] + line[line.index(after: end)...]
      let name = inner.contains("@") ? outer : inner
      let trimmed = name.trimmingBlanks()
      if !trimmed.isEmpty { return trimmed }
      return inner.contains("@") ? inner.trimmingBlanks() : outer.trimmingBlanks()
    }
    let words = line.split(separator: " ")
    let names = words.filter { !$0.contains("@") }
    return names.isEmpty ? line : names.joined(separator: " ")
  }

  /// A language as BCP 47 writes it; nil when it is none.
  static func language(_ text: String) -> String? {
    guard let trimmed = trimmed(text)?.replacing("_", with: "-"), (2...35).contains(trimmed.utf8.count),
      trimmed.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D })
    else { return nil }
    return trimmed
  }

  /// An address of the web, with `feed:` taken off. Nil for mail, scripts, files, data and what is no address.
  static func link(_ text: String, base: String?) -> String? {
    guard let trimmed = trimmed(text), trimmed.utf8.count <= 16_384 else { return nil }
    // `feed://host/` and `feed:https://host/`.
    var reference = trimmed
    if reference.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "f"), reference.lowercased().hasPrefix("feed:") {
      let rest = reference.dropFirst(5)
      reference = rest.hasPrefix("//") ? "http:" + rest : String(rest)
    }
    guard let address = WebAddress.resolve(reference, against: base) else {
      // `www.example.com/story` without a base to be relative to.
      return base == nil && reference.hasPrefix("www.") ? WebAddress("https://" + reference)?.text : nil
    }
    return ["http://", "https://"].contains { address.hasPrefix($0) } ? address : nil
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var rest = self
    while let first = rest.first, first.isWhitespace || first == "," || first == "-" { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || last == "," || last == "-" { rest.removeLast() }
    return String(rest)
  }
}
