import NewsModel
import ReaderUI

extension Book {
  /// The package document: what the book is and what belongs to it (EPUB 3.3, section 5).
  var package: String {
    let day = String(made.rfc3339.prefix(10))
    let languages = languages.map { "    <dc:language>\($0)</dc:language>\n" }.joined()
    let items = headlines.indices.map { index in
      "    <item id=\"story-\(index + 1)\" href=\"\(fileName(index))\" media-type=\"application/xhtml+xml\"/>\n"
    }
    let spine = headlines.indices.map { "    <itemref idref=\"story-\($0 + 1)\"/>\n" }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="\(words.language)">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:identifier id="book-id">\(identifier)</dc:identifier>
          <dc:title>\(XMLText.escaped(title))</dc:title>
      \(languages)    <dc:creator>\(words.phrases(.appName))</dc:creator>
          <dc:date>\(day)</dc:date>
          <dc:description>\(words.storyCount(headlines.count))</dc:description>
          <meta property="dcterms:modified">\(modified)</meta>
          <meta property="schema:accessMode">textual</meta>
          <meta property="schema:accessibilityFeature">tableOfContents</meta>
          <meta property="schema:accessibilityHazard">none</meta>
        </metadata>
        <manifest>
          <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
          <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
          <item id="style" href="style.css" media-type="text/css"/>
      \(items.joined())  </manifest>
        <spine toc="ncx">
          <itemref idref="nav"/>
      \(spine.joined())  </spine>
      </package>

      """
  }

  /// The newest story's date, in UTC to the second as section 5.5.6 wants it: the same stories give the same book.
  private var modified: String {
    let newest = headlines.map(\.date).max() ?? made
    return Timestamp(secondsSince1970: newest.secondsSince1970).rfc3339
  }

  /// A UUID of what the book is made of (RFC 9562, version 8): a device takes the same book for the same.
  var identifier: String {
    let facts = [title] + headlines.map { $0.id.rawValue + " " + $0.date.rfc3339 }
    var halves: [UInt64] = []
    for salt in ["khabar", "ख़बर"] {
      // FNV-1a, 64 bits.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in ([salt] + facts).joined(separator: "\n").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      halves.append(hash)
    }
    halves[0] = halves[0] & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    halves[1] = halves[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = halves.map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    let (high, low) = (digits[0], digits[1])
    return
      "urn:uuid:\(high.prefix(8))-\(high.dropFirst(8).prefix(4))-\(high.suffix(4))-\(low.prefix(4))-\(low.dropFirst(4))"
  }
}
