internal import IndicText
internal import NewsModel

/// Which sentences of a body may stand alone: whole statements in the paper's own voice.
struct SentenceFitness {
  private let words: StoryWords
  /// What says that somebody speaks of themselves.
  private let firstPerson: WordRoles
  /// The teasers all of whose words the story has, as these words' numbers.
  private var teasers: [[Int32]] = []

  /// Shorter ones are fragments, datelines and credits; longer ones nobody reads as a highlight.
  private static let wordCounts = 6...60

  init(_ words: StoryWords, language: String) {
    self.words = words
    firstPerson = language.hasPrefix("mr") ? [.firstPerson, .marathiFirstPerson] : .firstPerson
    for (number, roles) in words.roles.enumerated() where roles.contains(.teaserStart) {
      for rest in Self.teaserRests[words.table[number]] ?? [] {
        let run = rest.compactMap { words.number(of: $0) }
        if run.count == rest.count { teasers.append([Int32(number)] + run) }
      }
    }
  }

  /// How well a sentence stands alone, 0 (not at all) to 1.
  ///
  /// - Parameter marks: what its punctuation tells.
  func value(of sentence: StoryWords.Sentence, _ marks: SentenceMarks) -> Double {
    let run = words.body[sentence.words]
    guard Self.wordCounts.contains(run.count), let first = run.first, marks.isStatement, !marks.isInsideQuotation else {
      return 0
    }
    // A bullet's or caption's few words: a headline, not a sentence.
    if !marks.hasFullStop, run.count < 9 { return 0 }
    if marks.digitShare > 0.3 { return 0 }
    let found = run.reduce(into: WordRoles()) { $0.formUnion(words.roles[Int($1)]) }
    if found.contains(.teaserStart), teasers.contains(where: { Self.contains(run, $0) }) { return 0 }
    if found.contains(.credit), run.count <= 14 { return 0 }
    let isQuoted = marks.beginsQuoted || !found.isDisjoint(with: firstPerson)
    if isQuoted, !found.contains(.speech) { return 0 }
    var value = 1.0
    if words.roles[Int(first)].contains(.opening) { value *= 0.7 }
    if isQuoted { value *= 0.8 }
    if !marks.hasFullStop { value *= 0.8 }
    if marks.isExclaimed { value *= 0.6 }
    if run.count < 9 { value *= 0.8 }
    if run.count > 18 { value *= 1 - 0.2 * min(2, Double(run.count - 18) / 20) }
    return value
  }
}

/// What the punctuation of a sentence tells of it.
struct SentenceMarks {
  /// Ends as statements do, and asks nothing.
  var isStatement = true
  var hasFullStop = false
  var isExclaimed = false
  /// Some of it belongs to a quotation that began before it or goes on after it.
  var isInsideQuotation: Bool
  var beginsQuoted = false
  /// Digits among its scalars that are no blanks.
  var digitShare = 0.0

  /// - Parameter utf8: the sentence, valid UTF-8.
  /// - Parameter isQuoting: whether a quotation is open before the sentence; afterwards, whether one is open behind it.
  init(_ utf8: UnsafeBufferPointer<UInt8>, isQuoting: inout Bool) {
    isInsideQuotation = isQuoting
    var digitCount = 0
    var scalarCount = 0
    var last: Unicode.Scalar = " "
    var position = 0
    while position < utf8.count {
      let (scalar, utf8Count) = Self.scalar(utf8, at: position)
      position += utf8Count
      if scalar == " " { continue }
      scalarCount += 1
      // Most of every text: Devanagari but for its dandas and digits.
      if (0x0900...0x0963).contains(scalar.value) {
        last = scalar
        continue
      }
      switch scalar {
      case "\"":
        isQuoting.toggle()
        if scalarCount == 1 { beginsQuoted = true }
      case "“", "«":
        isQuoting = true
        if scalarCount == 1 { beginsQuoted = true }
      case "”", "»": isQuoting = false
      case "'", "‘": if scalarCount == 1 { beginsQuoted = true }
      case "?", "…": isStatement = false
      case ".": if last == "." { isStatement = false }
      case "0"..."9", "०"..."९": digitCount += 1
      default: break
      }
      switch scalar {
      case "\"", "'", "’", "”", "»", ")", "]": break
      default: last = scalar
      }
    }
    if isQuoting { isInsideQuotation = true }
    switch last {
    case "।", "॥", ".", "|": hasFullStop = true
    case "!":
      hasFullStop = true
      isExclaimed = true
    case ":", ",", ";", "-", "–", "—": isStatement = false
    default: break
    }
    digitShare = scalarCount == 0 ? 0 : Double(digitCount) / Double(scalarCount)
  }

  private static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: Unicode.Scalar, utf8Count: Int) {
    let first = UInt32(utf8[position])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let (count, bits) = first < 0xE0 ? (2, first & 0x1F) : first < 0xF0 ? (3, first & 0x0F) : (4, first & 0x07)
    var value = bits
    for byte in utf8[position + 1..<min(position + count, utf8.count)] { value = value << 6 | UInt32(byte) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", count)
  }
}

extension SentenceFitness {
  private static func contains(_ run: StoryWords.Run.SubSequence, _ phrase: [Int32]) -> Bool {
    run.count >= phrase.count && run.indices.dropLast(phrase.count - 1).contains { run[$0...].starts(with: phrase) }
  }

  static let firstPersonKeys = SearchKey.words(
    "मैं मैंने मुझे मुझसे मेरा मेरी मेरे हम हमने हमें हमसे हमारा हमारी हमारे i my we our me")
  static let marathiFirstPersonKeys = SearchKey.words("मी मला माझा माझी माझे आम्ही आम्हाला आमचा आमची आमचे")

  static let speechKeys = SearchKey.words(
    """
    कहा कहना कहते कहती कहता बताया बताते बोले बोला बोली लिखा पूछा दावा आरोप मांग म्हणाले म्हणाला म्हणाली सांगितले म्हटले \
    said says told wrote asked added claimed stated
    """)

  /// Words that point back at a sentence which a highlight leaves behind.
  static let openingKeys = SearchKey.words(
    """
    वह वे वो यह ये इस इसके इसकी इसका इससे इसमें इसी इसे इसलिए इन इनमें इनके इनकी उन उनके उनकी उनका उनमें उन्होंने उन्हें उस उसके उसने \
    उसकी उसका उसे वहीं लेकिन मगर जबकि और तो तब फिर हालांकि साथ दूसरी यहां वहां ऐसे ऐसा ऐसी एवं तथा बता गौरतलब \
    तो ती ते त्याने तिने त्यांनी त्यांना या हा ही हे पण मात्र तर आणि त्यामुळे यामुळे दरम्यान \
    he she it they this that these those but and however also meanwhile then there his her their so
    """)

  static let creditKeys = SearchKey.words("संवाददाता प्रतिनिधि ब्यूरो एजेंसी वार्ताहर correspondent bureau agency agencies")

  /// What asks the reader to go elsewhere.
  static let teaserKeys = [
    "भी पढ़ें", "ये पढ़ें", "यहां पढ़ें", "भी देखें", "क्लिक करें", "क्लिक कर", "फॉलो करें", "फॉलो कर", "सब्सक्राइब", "डाउनलोड करें", "वीडियो देखें",
    "आइए जानते", "आइए जानें", "आइये जानते", "जानिए", "पढ़िए", "लाइव अपडेट", "जुड़े रहें", "हमारे साथ", "व्हाट्सएप चैनल", "व्हाट्सएप ग्रुप",
    "हे वाचा", "हेही वाचा", "सविस्तर वाचा", "क्लिक करा", "जाणून घ्या", "also read", "read also", "read more", "click here", "subscribe",
    "follow us", "join our", "sign up", "publish date", "updated on",
  ].map(SearchKey.words)

  /// What follows the first word of teasers, by that word.
  private static let teaserRests = Dictionary(grouping: teaserKeys) { $0[0] }.mapValues { $0.map { $0.dropFirst() } }
}
