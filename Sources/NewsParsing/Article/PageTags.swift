internal import IndicText

/// Tags as pages list them in attributes: keywords of a `meta`, of JSON-LD.
enum PageTags {
  static let limit = 40

  /// The tags of one text: parted at commas and their kin, else it is one tag.
  static func parted(_ text: String) -> [String] {
    text.split(whereSeparator: { ",;|،、".contains($0) }).map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// The tags without repetitions and without what is no tag: sentences, addresses, numbers of articles.
  static func cleaned(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    var cleaned: [String] = []
    for raw in tags where cleaned.count < limit {
      var tag = raw[...]
      while tag.first == "#" { tag.removeFirst() }
      let text = String(tag.trimmed)
      guard text.unicodeScalars.count <= 80, text.split(separator: " ").count <= 9, !text.contains("://"),
        text.contains(where: \.isLetter)
      else { continue }
      let key = SearchKey.fold(text)
      if seen.insert(key.isEmpty ? text : key).inserted { cleaned.append(text) }
    }
    return cleaned
  }
}
