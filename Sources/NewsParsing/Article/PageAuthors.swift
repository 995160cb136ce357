internal import IndicText

/// Names of authors as pages write them.
enum PageAuthors {
  private static let limit = 20

  /// The names without "By", addresses, accounts and repetitions; several in one text are parted.
  static func cleaned(_ raw: [String]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for text in raw.prefix(60) {
      for (place, name) in parts(of: text).enumerated() where names.count < limit {
        guard let name = cleaned(name) else { continue }
        // "Ben Silverman, Games Editor": a post, not a person.
        if place > 0, SearchKey.words(name).contains(where: posts.contains) { continue }
        if seen.insert(SearchKey.fold(name)).inserted { names.append(name) }
      }
    }
    return names
  }

  private static func parts(of text: String) -> [String] {
    if text.unicodeScalars.count > 300 { return [] }
    // "Jagran News, Edited By: Ravi Ranjan"
    let lower = text.lowercased()
    if [" edited by", " written by", " reported by"].contains(where: lower.contains),
      let byline = Byline(PageLine(text: "By " + text, isAfterBlank: true), isHead: true)
    {
      let people = byline.authors.filter { PublisherNames.name(in: $0) == nil }
      return people.isEmpty ? (byline.editors.isEmpty ? byline.authors : byline.editors) : people
    }
    return text.split(whereSeparator: { "|;•".contains($0) }).flatMap { Byline.names(String($0.trimmed)) }
  }

  private static func cleaned(_ text: String) -> String? {
    var rest = text[...]
    let labels = [
      "by ", "By ", "BY ", "Written by ", "Written By ", "Reported by ", "Edited by ", "Published by ", "Posted by ",
      "Von ", "von ", "Par ", "Por ", "Di ", "door ", "By: ", "Author: ", "लेखक: ", "लेखक : ",
    ]
    for label in labels where rest.hasPrefix(label) {
      rest = rest.dropFirst(label.count)
      break
    }
    while let last = rest.last, " ,:-–—/|(\u{2022}".contains(last) { rest.removeLast() }
    while let first = rest.first, " ,:-–—/|@\u{2022}".contains(first) { rest.removeFirst() }
    let name = String(rest.trimmed)
    let key = SearchKey.fold(name)
    guard name.contains(where: \.isLetter), name.unicodeScalars.count <= 90, name.split(separator: " ").count <= 9,
      !name.contains("://"), !name.contains("@"), name.contains(" ") || !name.contains("/"), !isHost(name),
      !noNames.contains(key), PageLabels.bylineRole(key) == nil, !PageLine.endsSentence(name) || name.hasSuffix(".")
    else { return nil }
    // A date is no name.
    if DateParser.read(name) != nil { return nil }
    return name
  }

  private static let posts = Set(
    SearchKey.words("editor correspondent reporter contributor writer columnist producer journalist chief संपादक संवाददाता"))

  /// "aajtak.in": a site, not a person.
  private static func isHost(_ name: String) -> Bool {
    guard !name.contains(" "), let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    let ending = name[dot...].dropFirst()
    return ending.utf8.count >= 2 && ending.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// What systems write where nobody filled in a name.
  private static let noNames = Set(
    [
      "admin", "administrator", "author", "authors", "editor", "user", "guest", "webmaster", "web desk admin", "none",
      "null", "undefined", "unknown", "anonymous", "n a", "root", "wordpress", "superuser", "superadmin", "लेखक",
      "view all posts", "follow", "share", "about the author", "by",
    ]
    .map { SearchKey.fold($0) })
}
