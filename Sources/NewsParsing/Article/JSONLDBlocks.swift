/// The JSON-LD scripts of a page.
enum JSONLDBlocks {
  /// Longer scripts are catalogues, not descriptions of a page; in bytes.
  private static let utf8CountLimit = 4 << 20
  private static let blockLimit = 200

  static func read(_ document: HTMLDocument) -> [JSONReader.Result] {
    var results: [JSONReader.Result] = []
    for script in document.root.descendants(.script) where results.count < blockLimit {
      guard let type = script[.type]?.lowercased(), isJSONLD(type) else { continue }
      let text = script.rawText
      if text.utf8.count > utf8CountLimit { continue }
      results.append(read(text))
    }
    return results
  }

  private static func isJSONLD(_ type: String) -> Bool {
    type.hasPrefix("application/ld+json") || type.hasPrefix("application/json+ld") || type.contains("ld+json")
  }

  static func read(_ text: String) -> JSONReader.Result {
    // Some pages write the script as if it were text of the page: {&quot;@type&quot;: …
    if !text.utf8.contains(UInt8(ascii: "\"")), text.contains("&quot;") || text.contains("&#34;") {
      return JSONReader.read(MarkupText.decoded(text))
    }
    return JSONReader.read(text)
  }
}
