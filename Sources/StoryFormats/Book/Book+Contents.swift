import NewsModel
import ReaderUI

extension Book {
  /// The contents, which are also the book's first page (EPUB 3.3, section 7).
  var contents: String {
    var list = ""
    for section in sections {
      list += "<li><span>\(XMLText.escaped(name(of: section)))</span>\n<ol>\n"
      for index in section.stories {
        let headline = headlines[index]
        list +=
          "<li><a href=\"\(fileName(index))\"\(attributes(headline.language))>\(XMLText.escaped(headline.title))</a></li>\n"
      }
      list += "</ol></li>\n"
    }
    // EPUB wants at least one line.
    if list.isEmpty { list = "<li><a href=\"nav.xhtml\">\(XMLText.escaped(title))</a></li>\n" }
    let heading = words.say("In this book")
    return page(
      title, language: words.language,
      """
      <h1>\(XMLText.escaped(title))</h1>
      <p class="byline">\(words.storyCount(headlines.count))</p>
      <nav epub:type="toc" id="toc">
      <h2>\(heading)</h2>
      <ol>
      \(list)</ol>
      </nav>
      """)
  }

  /// The contents as EPUB 2 had them: NCX (daisy.org/z3986/2005/ncx).
  var oldContents: String {
    var points = ""
    for (number, section) in sections.enumerated() {
      guard let first = section.stories.first else { continue }
      points += point("section-\(number + 1)", order: first + 1, name(of: section), fileName(first))
      for index in section.stories {
        points +=
          point("point-\(index + 1)", order: index + 1, headlines[index].title, fileName(index)) + "</navPoint>\n"
      }
      points += "</navPoint>\n"
    }
    if points.isEmpty { points = point("point-0", order: 1, title, "nav.xhtml") + "</navPoint>\n" }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="\(words.language)">
      <head>
      <meta name="dtb:uid" content="\(identifier)"/>
      <meta name="dtb:depth" content="2"/>
      <meta name="dtb:totalPageCount" content="0"/>
      <meta name="dtb:maxPageNumber" content="0"/>
      </head>
      <docTitle><text>\(XMLText.escaped(title))</text></docTitle>
      <navMap>
      \(points)</navMap>
      </ncx>

      """
  }

  /// A section begins where its first story does, and so has its number.
  private func point(_ id: String, order: Int, _ label: String, _ file: String) -> String {
    """
    <navPoint id="\(id)" playOrder="\(order)"><navLabel><text>\(XMLText.escaped(label))</text></navLabel>\
    <content src="\(file)"/>

    """
  }

  /// An XHTML document of the book.
  func page(_ title: String, language: String, _ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\(attributes(language))>
    <head>
    <title>\(XMLText.escaped(title))</title>
    <link rel="stylesheet" type="text/css" href="style.css"/>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// What tells a page or element's language and direction.
  func attributes(_ language: String) -> String {
    let tag = Self.language(language)
    return " lang=\"\(tag)\" xml:lang=\"\(tag)\"" + (Self.isRightToLeft(tag) ? " dir=\"rtl\"" : "")
  }
}
