internal import IndicText

/// What stands above a page's headline.
extension PageReading {
  mutating func takeAboveTitle(_ line: PageLine, next: PageLine?) {
    if let address = Self.address(line.text) {
      url = url ?? address
      return
    }
    // The paper's name alone is a masthead.
    if next != nil, PublisherNames.isName(line.key) { return }
    if let match = PageLabels.match(line, roles: [.kicker]) {
      notes.append(.kickerDropped(match.label))
      if !match.rest.isEmpty { title = match.rest }
      return
    }
    // "देश की बात :": a few words that lead to something are a masthead or a kicker, whatever the publisher calls it.
    if next != nil, line.text.last == ":", line.scalarCount <= 40 {
      let label = line.text.prefix { $0 != ":" }.split(separator: " ").joined(separator: " ")
      notes.append(.kickerDropped(label))
      return
    }
    if let section = breadcrumbSection(line) {
      if !section.isEmpty { sectionLine = section }
      return
    }
    if next != nil, Self.homeNames.contains(line.key) { return }
    // A section alone is no headline while something follows.
    if next != nil, sections.contains(line.text) {
      sectionLine = line.text
      return
    }
    // The masthead's date is today's, not the story's.
    if let reading = DateParser.read(line.text), reading.isWholeText, line.scalarCount <= 60 { return }
    title = line.text
  }

  /// The address that a line is, with or without "URL:" before it.
  static func address(_ text: String) -> String? {
    var words = text.split(separator: " ")
    if words.count == 2, ["url:", "link:", "source:"].contains(words[0].lowercased()) { words.removeFirst() }
    guard words.count == 1, let word = words.first, word.hasPrefix("http://") || word.hasPrefix("https://") else {
      return nil
    }
    return String(word)
  }

  static let languageNames = Set(
    ["हिन्दी", "मराठी", "English", "বাংলা", "தமிழ்", "తెలుగు", "ગુજરાતી", "Hindi", "Marathi", "اردو"].map { SearchKey.fold($0) })

  /// What sites call their own beginning, in a breadcrumb or on a line above the headline.
  static let homeNames = Set(
    ["होम", "home", "मुख्यपृष्ठ", "मुखपृष्ठ", "hindi news", "हिंदी न्यूज", "हिंदी समाचार", "news", "न्यूज़", "समाचार", "मराठी बातम्या", "marathi news"]
      .map { SearchKey.fold($0) })

  /// The department in "होम › भारत › …"; empty for a menu of sections or languages; nil when `line` is no breadcrumb.
  func breadcrumbSection(_ line: PageLine) -> String? {
    guard line.scalarCount <= 300 else { return nil }
    let parts = line.text.split(whereSeparator: { "›>»/→|".contains($0) }).map { String($0.trimmed) }.filter {
      !$0.isEmpty
    }
    if parts.count >= 3, parts.allSatisfy({ sections.contains($0) || Self.languageNames.contains(SearchKey.fold($0)) })
    {
      return ""
    }
    guard parts.count >= 2, Self.homeNames.contains(SearchKey.fold(parts[0]))
    else { return nil }
    return parts.dropFirst().first { sections.contains($0) }
      ?? (parts[1].split(separator: " ").count <= 3 ? parts[1] : nil)
  }
}
