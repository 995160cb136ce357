/// Reads one sentence from its first token to its last and says each in words.
///
/// Rules are tried in turn at a token, those of numbers in ``SentenceReading/number()``; what none of them knows is said as it stands.
struct SentenceReading {
  let language: SpokenLanguage
  let tokens: [SpokenToken]
  var index = 0
  private(set) var said = ""

  init(_ sentence: String, _ language: SpokenLanguage) {
    self.language = language
    tokens = SpokenToken.all(of: SpokenSigns.sayingHosts(sentence, language))
  }

  /// The sentence in words.
  var text: String {
    var reading = self
    while reading.index < tokens.count { reading.step() }
    return SpokenSigns.tidy(reading.said)
  }

  private mutating func step() {
    switch tokens[index].kind {
    case .digits: number()
    case .word: word()
    case .sign: sign()
    case .blank: take(" ", to: index + 1)
    }
  }

  mutating func take(_ words: String, to end: Int) {
    said += words
    index = end
  }

  /// Words with a blank on either side.
  mutating func say(_ words: String, to end: Int) {
    take(" " + words + " ", to: end)
  }

  // MARK: What stands around

  func kind(_ index: Int) -> SpokenToken.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  func sign(_ index: Int) -> String? { kind(index) == .sign ? tokens[index].text : nil }

  func digits(_ index: Int) -> String? { kind(index) == .digits ? tokens[index].text : nil }

  func word(_ index: Int) -> String? { kind(index) == .word ? tokens[index].text : nil }

  /// Past one blank, if there is one.
  func afterBlank(_ index: Int) -> Int { kind(index) == .blank ? index + 1 : index }

  /// The word before `index`, past blanks and dots.
  func wordBefore(_ index: Int) -> String? {
    var before = index - 1
    while kind(before) == .blank || sign(before) == "." || sign(before) == ":" { before -= 1 }
    return word(before)
  }

  /// A word and what is joined to it by dots: कि.मी. is `किमी`.
  ///
  /// - Returns: the letters, the parts, and the token after the last dot, or after the word when none follows.
  func dotted(_ start: Int) -> (name: String, parts: [String], end: Int, hasDot: Bool)? {
    guard let first = word(start) else { return nil }
    var parts = [first]
    var end = start + 1
    while sign(end) == ".", let next = word(end + 1), first.count <= 3, next.count <= 3 {
      parts.append(next)
      end += 2
    }
    let hasDot = sign(end) == "."
    return (parts.joined(), parts, hasDot ? end + 1 : end, hasDot)
  }

  // MARK: Words and signs

  private mutating func word() {
    guard let (name, parts, end, hasDot) = dotted(index) else { return }
    if let currency = SpokenNames.currency(name, language), amount(afterBlank(end), currency) { return }
    if tokens[index].isLatin, digits(index + 1) != nil || (sign(index + 1) == "-" && digits(index + 2) != nil),
      latinNumber()
    {
      return
    }
    if language != .english, seriesNumber() { return }
    // The full stop at the end of an English sentence is none of an abbreviation.
    let isDotted = hasDot && (end < tokens.count || parts.count > 1 || language != .english)
    if isDotted || parts.count > 1, let full = SpokenNames.abbreviation(name, language) {
      // "No." is a number only before one.
      if name.lowercased() != "no" || digits(afterBlank(end)) != nil { return say(full, to: end) }
    }
    if parts.count > 1 || (isDotted && end < tokens.count), parts.allSatisfy({ Self.isInitial($0, in: parts) }) {
      return say(parts.joined(separator: " "), to: end)
    }
    if name.lowercased() == "vs" {
      return say(language.choose("बनाम", "विरुद्ध", "versus"), to: hasDot ? end : index + 1)
    }
    take(tokens[index].text, to: index + 1)
  }

  /// A letter of a name: पु. ल., A. P. J.; the names of Latin letters too, बी.जे.पी.
  private static func isInitial(_ part: String, in parts: [String]) -> Bool {
    part.count == 1 || (parts.count > 1 && part.count <= 3 && !(part.unicodeScalars.first?.isASCII ?? true))
  }

  private mutating func sign() {
    let text = tokens[index].text
    let isStart = index == 0 || kind(index - 1) == .blank || sign(index - 1) == "("
    if let currency = SpokenNames.currency(text, language), amount(afterBlank(index + 1), currency) { return }
    if text == "+", isStart, phone(index + 1) { return }
    if ["-", "−", "–"].contains(text), digits(index + 1) != nil {
      if isStart, kind(index + 1) == .digits, text != "–" || kind(index - 1) != .blank {
        return say(language.choose("माइनस", "उणे", "minus"), to: index + 1)
      }
      // 10%-15%
      if sign(index - 1) == "%" { return say(to, to: index + 1) }
      // चंद्रयान-3
      if kind(index - 1) == .word { return take(" ", to: index + 1) }
    }
    if text == "°" {
      let degrees = language.choose("डिग्री", "अंश", "degrees")
      switch word(index + 1) {
      case "C", "से", "सें", "सी": return say(degrees + language.choose(" सेल्सियस", " सेल्सिअस", " Celsius"), to: index + 2)
      case "F": return say(degrees + language.choose(" फ़ारेनहाइट", " फॅरनहाइट", " Fahrenheit"), to: index + 2)
      default: break
      }
    }
    if text == "/", word(index - 1) != nil, let per = word(index + 1), Self.hours.contains(per) {
      return say(language.choose("प्रति घंटा", "प्रति तास", "per hour"), to: index + 2)
    }
    // Inside of a word a hyphen joins; a dash between blanks is a pause.
    if text == "-", isStart { return take(", ", to: index + 1) }
    take(SpokenSigns.said(text, language), to: index + 1)
  }

  static let hours: Set = ["घंटा", "घंटे", "तास", "h", "hr", "hour"]

  /// From … to.
  var to: String { language.choose("से", "ते", "to") }
}
