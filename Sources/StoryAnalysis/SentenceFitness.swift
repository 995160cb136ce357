internal import IndicText
internal import NewsModel

/// Which sentences of a body may stand alone: whole statements in the paper's own voice.
struct SentenceFitness {
  /// What a word says of the sentence that it stands in.
  private struct Cues: OptionSet {
    let rawValue: UInt8

    static let firstPerson = Cues(rawValue: 1)
    static let speech = Cues(rawValue: 2)
    static let opening = Cues(rawValue: 4)
    static let credit = Cues(rawValue: 8)
    static let teaser = Cues(rawValue: 16)
  }

  private let words: StoryWords
  /// By the words' numbers.
  private var cues: ContiguousArray<Cues>
  private var teasers: [[Int32]] = []

  /// Shorter ones are fragments, datelines and credits; longer ones nobody reads as a highlight.
  private static let wordCounts = 6...60

  init(_ words: StoryWords, language: String) {
    self.words = words
    cues = ContiguousArray(repeating: [], count: words.table.count)
    mark(Self.firstPersonKeys, .firstPerson)
    if language.hasPrefix("mr") { mark(Self.marathiFirstPersonKeys, .firstPerson) }
    mark(Self.speechKeys, .speech)
    mark(Self.openingKeys, .opening)
    mark(Self.creditKeys, .credit)
    for phrase in Self.teaserKeys {
      let run = phrase.compactMap { words.number(of: $0) }
      if run.count < phrase.count { continue }
      teasers.append(run)
      cues[Int(run[0])].insert(.teaser)
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
    let found = run.reduce(into: Cues()) { $0.formUnion(cues[Int($1)]) }
    if found.contains(.teaser), teasers.contains(where: { Self.contains(run, $0) }) { return 0 }
    if found.contains(.credit), run.count <= 14 { return 0 }
    let isQuoted = marks.beginsQuoted || found.contains(.firstPerson)
    if isQuoted, !found.contains(.speech) { return 0 }
    var value = 1.0
    if cues[Int(first)].contains(.opening) { value *= 0.7 }
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

  /// - Parameter isQuoting: whether a quotation is open before the sentence; afterwards, whether one is open behind it.
  init(_ text: Substring, isQuoting: inout Bool) {
    isInsideQuotation = isQuoting
    var digitCount = 0
    var scalarCount = 0
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where scalar != " " {
      scalarCount += 1
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
}

extension SentenceFitness {
  private mutating func mark(_ keys: [String], _ cue: Cues) {
    for key in keys {
      if let number = words.number(of: key) { cues[Int(number)].insert(cue) }
    }
  }

  private static func contains(_ run: StoryWords.Run.SubSequence, _ phrase: [Int32]) -> Bool {
    run.count >= phrase.count && run.indices.dropLast(phrase.count - 1).contains { run[$0...].starts(with: phrase) }
  }

  private static let firstPersonKeys = SearchKey.words(
    "मैं मैंने मुझे मुझसे मेरा मेरी मेरे हम हमने हमें हमसे हमारा हमारी हमारे i my we our me")
  private static let marathiFirstPersonKeys = SearchKey.words("मी मला माझा माझी माझे आम्ही आम्हाला आमचा आमची आमचे")

  private static let speechKeys = SearchKey.words(
    """
    कहा कहना कहते कहती कहता बताया बताते बोले बोला बोली लिखा पूछा दावा आरोप मांग म्हणाले म्हणाला म्हणाली सांगितले म्हटले \
    said says told wrote asked added claimed stated
    """)

  /// Words that point back at a sentence which a highlight leaves behind.
  private static let openingKeys = SearchKey.words(
    """
    वह वे वो यह ये इस इसके इसकी इसका इससे इसमें इसी इसे इसलिए इन इनमें इनके इनकी उन उनके उनकी उनका उनमें उन्होंने उन्हें उस उसके उसने \
    उसकी उसका उसे वहीं लेकिन मगर जबकि और तो तब फिर हालांकि साथ दूसरी यहां वहां ऐसे ऐसा ऐसी एवं तथा बता गौरतलब \
    तो ती ते त्याने तिने त्यांनी त्यांना या हा ही हे पण मात्र तर आणि त्यामुळे यामुळे दरम्यान \
    he she it they this that these those but and however also meanwhile then there his her their so
    """)

  private static let creditKeys = SearchKey.words("संवाददाता प्रतिनिधि ब्यूरो एजेंसी वार्ताहर correspondent bureau agency agencies")

  /// What asks the reader to go elsewhere.
  private static let teaserKeys = [
    "भी पढ़ें", "ये पढ़ें", "यहां पढ़ें", "भी देखें", "क्लिक करें", "क्लिक कर", "फॉलो करें", "फॉलो कर", "सब्सक्राइब", "डाउनलोड करें", "वीडियो देखें",
    "आइए जानते", "आइए जानें", "आइये जानते", "जानिए", "पढ़िए", "लाइव अपडेट", "जुड़े रहें", "हमारे साथ", "व्हाट्सएप चैनल", "व्हाट्सएप ग्रुप",
    "हे वाचा", "हेही वाचा", "सविस्तर वाचा", "क्लिक करा", "जाणून घ्या", "also read", "read also", "read more", "click here", "subscribe",
    "follow us", "join our", "sign up", "publish date", "updated on",
  ].map(SearchKey.words)
}
