internal import IndicText
internal import NewsModel

/// A line that says who wrote the story and when: "By लेखक | Updated: November 3, 2019 08:21 IST".
struct Byline {
  var authors: [String] = []
  var editors: [String] = []
  var published: (raw: String, reading: DateParser.Reading)?
  var modified: (raw: String, reading: DateParser.Reading)?
  /// Labelled as dates, but none could be read.
  var unreadable: [String] = []

  /// Nil when `line` is no byline.
  /// - Parameter isHead: stands near the headline, where a desk's name or a date needs no label.
  init?(_ line: PageLine, isHead: Bool) {
    guard line.scalarCount <= 240, !line.key.isEmpty else { return nil }
    // Away from the headline only a date makes a byline.
    if !isHead, !line.text.unicodeScalars.contains(where: { Digits.value(of: $0) != nil }) { return nil }
    let pieces = Self.pieces(of: line.text)
    var unlabelled: [String] = []
    var hasLabelledAuthor = false
    var isDated = false
    for piece in pieces {
      switch piece.role {
      case .author:
        guard isHead, Self.isName(piece.text) else { return nil }
        authors += Self.names(piece.text)
        hasLabelledAuthor = true
      case .editor:
        guard isHead, Self.isName(piece.text) else { return nil }
        editors += Self.names(piece.text)
        hasLabelledAuthor = true
      case .published, .modified:
        guard let reading = DateParser.read(piece.text) else {
          guard isHead, piece.hasColon, piece.text.split(separator: " ").count <= 6 else { return nil }
          unreadable.append(piece.text)
          isDated = true
          continue
        }
        // A sentence with a date in it is no date line; times of day and zones in several forms are.
        guard piece.text.unicodeScalars.count <= 110 else { return nil }
        isDated = true
        if piece.role == .published { published = published ?? (piece.text, reading) }
        if piece.role == .modified { modified = modified ?? (piece.text, reading) }
      default:
        if let reading = DateParser.read(piece.text), reading.isWholeText {
          guard isHead else { return nil }
          isDated = true
          published = published ?? (piece.text, reading)
        } else {
          unlabelled.append(piece.text)
        }
      }
    }
    guard isDated || hasLabelledAuthor || (isHead && unlabelled.count == pieces.count && Self.isDesk(line)) else {
      return nil
    }
    for text in unlabelled {
      // A place and a date: "नई दिल्ली, 3 नवंबर 2019".
      if let reading = DateParser.read(text) {
        guard isHead, text.unicodeScalars.count <= 80 else { return nil }
        published = published ?? (text, reading)
      } else if Self.isName(text) {
        if isHead, authors.isEmpty || !hasLabelledAuthor { authors += Self.names(text) }
      } else if text.unicodeScalars.count > 60 {
        return nil
      }
    }
  }

  /// Two to four words without digits or an end: what a person's name on a line of its own looks like.
  static func isPersonName(_ line: PageLine) -> Bool {
    (2...4).contains(line.text.split(separator: " ").count) && line.scalarCount <= 40 && isName(line.text)
      && line.text.allSatisfy { $0.isLetter || $0 == " " || $0 == "." }
  }

  var isEmpty: Bool { authors.isEmpty && editors.isEmpty && published == nil && modified == nil && unreadable.isEmpty }
}

extension Byline {
  private struct Piece {
    var role: PageLabels.Role?
    var hasColon = false
    var text: String
  }

  /// Parts a line at bars and dots, and before each label.
  private static func pieces(of line: String) -> [Piece] {
    var pieces: [Piece] = []
    for segment in line.split(whereSeparator: { "|•·।".contains($0) }) {
      var piece = Piece(text: "")
      var words: [Substring] = []
      func close() {
        piece.text = trimmed(words.joined(separator: " "))
        if !piece.text.isEmpty || piece.role != nil { pieces.append(piece) }
        words = []
      }
      let tokens = tokens(of: segment)
      var index = 0
      while index < tokens.count {
        guard let (role, count) = label(at: index, in: tokens) else {
          words.append(tokens[index])
          index += 1
          continue
        }
        close()
        piece = Piece(
          role: role, hasColon: tokens[index + count - 1].last == ":" || tokens[safe: index + count] == ":", text: "")
        index += count
      }
      close()
    }
    // "राम शर्मा द्वारा": the label stands behind the name.
    if pieces.count >= 2, pieces[1].role == .author, pieces[1].text.isEmpty, pieces[0].role == nil {
      pieces[0].role = .author
      pieces.remove(at: 1)
    }
    return pieces.filter { !($0.text.isEmpty && $0.role != .author && $0.role != .published && $0.role != .modified) }
  }

  /// Words; a colon between letters ends one ("Updated:November").
  private static func tokens(of segment: Substring) -> [Substring] {
    segment.split(separator: " ").flatMap { word -> [Substring] in
      guard let colon = word.firstIndex(of: ":"), let next = word[colon...].dropFirst().first, next.isLetter,
        let previous = word[..<colon].last, previous.isLetter
      else { return [word] }
      return [word[...colon], word[word.index(after: colon)...]]
    }
  }

  private static func label(at index: Int, in tokens: [Substring]) -> (PageLabels.Role, Int)? {
    for count in stride(from: min(3, tokens.count - index), through: 1, by: -1) {
      let text = tokens[index..<index + count].joined(separator: " ")
      // A comma or a dash inside is no label.
      if text.contains(",") { continue }
      guard let role = PageLabels.bylineRole(SearchKey.fold(text)) else { continue }
      let hasColon = text.hasSuffix(":") || tokens[safe: index + count]?.first == ":"
      switch role {
      case .author, .editor:
        // "By" amid a segment is a word of a name's line; Hindi nouns are labels with a colon only.
        if index > 0, count == 1, !hasColon, SearchKey.fold(text) != "द्वारा" { continue }
        if !PageLabels.needsNoColon(SearchKey.fold(text)), !hasColon { continue }
      default:
        // "अपडेट" and "Date" before something without digits are words.
        if !hasColon,
          !tokens[(index + count)...].prefix(6).contains(where: {
            $0.unicodeScalars.contains { Digits.value(of: $0) != nil }
          })
        {
          continue
        }
      }
      return (role, count)
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...].drop { " :,-–—/".contains($0) }
    while let last = rest.last, " :,-–—/".contains(last) { rest.removeLast() }
    return String(rest)
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...9).contains(words.count) && text.unicodeScalars.count <= 90 && text.contains(where: \.isLetter)
      && !text.unicodeScalars.contains { Digits.value(of: $0) != nil } && !PageLine.endsSentence(text)
  }

  /// The names in a text that names one or several people.
  static func names(_ text: String) -> [String] {
    var names = [text]
    for joint in [" and ", " और ", " आणि ", " एवं ", " तथा ", " & "] {
      names = names.flatMap { parts(of: $0, at: joint) }
    }
    // "A Rao, B Sen" is two people; "न्यूज डेस्क, अमर उजाला" is a desk and its paper.
    return names.flatMap { name -> [String] in
      let parts = name.split(separator: ",").map { trimmed(String($0)) }
      let isPeople =
        parts.count > 1 && parts.allSatisfy { (2...3).contains($0.split(separator: " ").count) && !isDeskName($0) }
      return isPeople ? parts : [name]
    }.map(trimmed).filter { !$0.isEmpty }
  }

  private static func parts(of text: String, at joint: String) -> [String] {
    var parts: [String] = []
    var words: [Substring] = []
    let word = joint.trimmed
    for token in text.split(separator: " ") {
      if token.lowercased() == word {
        parts.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(token)
      }
    }
    parts.append(words.joined(separator: " "))
    return parts.filter { !$0.isEmpty }
  }

  /// "लोकमत न्यूज़ डेस्क", "स्टाफ रिपोर्टर": an author without a label.
  private static func isDesk(_ line: PageLine) -> Bool {
    line.scalarCount <= 70 && !line.endsSentence && line.key.split(separator: " ").count <= 7 && isDeskName(line.text)
  }

  private static func isDeskName(_ text: String) -> Bool {
    SearchKey.words(text).contains { deskWords.contains($0) }
  }

  private static let deskWords = Set(
    SearchKey.words("डेस्क desk ब्यूरो bureau संवाददाता प्रतिनिधी वार्ताहर correspondent reporter रिपोर्टर नेटवर्क network"))
}

extension PageLabels {
  /// The role of a label in a byline; nil for any other word.
  static func bylineRole(_ key: String) -> Role? { bylineRoles[key] }

  /// Whether a name may follow the label without a colon.
  static func needsNoColon(_ key: String) -> Bool { key == "द्वारा" || key == "by" || key.hasSuffix(" by") }
}

extension Array {
  /// The element at `index`; nil past the end.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
