internal import IndicText

/// Parts tags that a page glued to each other: व्हाट्सऐपभारतसाइबर क्राइम.
struct TagParting {
  /// Keys of words and of whole tags that may stand alone.
  private let words: Set<String>
  /// A tag has some words of some letters; more is a sentence.
  static let clusterLimit = 60

  /// - Parameter known: tags of other stories.
  /// - Parameter page: the story's own words.
  init(known: Set<String>, page: [String]) {
    var words = Set(page).union(SectionNames.table).union(Self.commonWords)
    for word in page { words.formUnion(Self.baseForms(of: word)) }
    for tag in known {
      words.insert(SearchKey.fold(tag))
      words.formUnion(SearchKey.words(tag))
    }
    self.words = words
  }

  /// Sets a space apart from a border between tags where the letters alone show it: after a bracket, after a year, between scripts.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      if let last = piece.last, isBorder(last, character, in: piece) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return (pieces + [piece]).filter { !$0.isEmpty }
  }

  private static func isBorder(_ last: Character, _ next: Character, in piece: String) -> Bool {
    guard next.isLetter else { return false }
    if last == ")" || last == "]" { return true }
    if last.isNumber {
      let digits = String(piece.reversed().prefix(while: \.isNumber).reversed())
      return Digits.number(digits).map { (1900...2099).contains($0) } ?? false
    }
    return last.isLetter && last.isASCII != next.isASCII
      && ScriptShare(String(last) + String(next)).letterCounts.count > 1
  }

  /// The tags in `text`, which has no separators left; and whether it could not be parted although it looks glued.
  func part(_ text: String) -> (tags: [String], isDoubtful: Bool) {
    if words.contains(SearchKey.fold(text)) { return ([text], false) }
    var tags: [String] = []
    var isDoubtful = false
    for piece in Self.pieces(of: text) {
      let (parts, isPieceDoubtful) = partWords(piece)
      tags += parts
      isDoubtful = isDoubtful || isPieceDoubtful
    }
    return (tags, isDoubtful)
  }

  private func partWords(_ text: String) -> (tags: [String], isDoubtful: Bool) {
    var tags: [String] = []
    var isDoubtful = false
    for chunk in text.split(separator: " ") {
      let pieces: [String]
      if words.contains(SearchKey.fold(String(chunk))) {
        pieces = [String(chunk)]
      } else if let parted = parted(chunk) {
        pieces = parted
      } else {
        pieces = [String(chunk)]
        // Few words of Hindi are as long as that (आत्मनिर्भरता has seven clusters).
        isDoubtful = isDoubtful || (chunk.count >= 8 && !chunk.allSatisfy { $0.isASCII })
      }
      // A space stands inside a tag, not between two: the chunk's first piece goes on with the tag before it.
      if let last = tags.popLast() {
        tags.append(last + " " + pieces[0])
      } else {
        tags.append(pieces[0])
      }
      tags += pieces.dropFirst()
    }
    return (tags, isDoubtful)
  }

  /// What a tag says where the story says बैंकों or परियोजनाएं. Some are no words at all; that does no harm.
  private static func baseForms(of word: String) -> [String] {
    // Compared as scalars: a vowel sign is no Character of its own.
    for (ending, bases) in endings where word.unicodeScalars.reversed().starts(with: ending.unicodeScalars.reversed()) {
      let stem = String(String.UnicodeScalarView(word.unicodeScalars.dropLast(ending.unicodeScalars.count)))
      return bases.map { stem + $0 }
    }
    return []
  }

  private static let endings: [(String, [String])] = [
    ("ियों", ["ी"]), ("ियां", ["ी"]), ("ाओं", ["ा", ""]), ("ाएं", ["ा", ""]), ("ओं", [""]), ("एं", [""]), ("ों", ["", "ा"]),
    ("ें", [""]),
  ]

  /// The fewest known words that `chunk` is made of, two at least; nil when it is not made of known words.
  private func parted(_ chunk: Substring) -> [String]? {
    let clusters = Array(chunk)
    guard (4...Self.clusterLimit).contains(clusters.count) else { return nil }
    // fewest[i]: in how few words the first i clusters are told, and where the last of them begins.
    var fewest: [(count: Int, start: Int)?] = Array(repeating: nil, count: clusters.count + 1)
    fewest[0] = (0, 0)
    for end in 2...clusters.count {
      for start in max(0, end - 20)..<end - 1 {
        guard let before = fewest[start], before.count + 1 < fewest[end]?.count ?? .max,
          words.contains(SearchKey.fold(String(clusters[start..<end])))
        else { continue }
        fewest[end] = (before.count + 1, start)
      }
    }
    guard let whole = fewest[clusters.count], whole.count >= 2 else { return nil }
    var pieces: [String] = []
    var end = clusters.count
    while end > 0, let piece = fewest[end] {
      pieces.append(String(clusters[piece.start..<end]))
      end = piece.start
    }
    return pieces.reversed()
  }

  /// Words of tags that stand under stories of every year.
  private static let commonWords = Set(
    SearchKey.words(
      """
      नरेंद्र मोदी राहुल गांधी सोनिया प्रियंका अमित शाह योगी आदित्यनाथ अरविंद केजरीवाल ममता बनर्जी नीतीश कुमार लालू यादव अखिलेश मायावती शरद पवार
      उद्धव ठाकरे एकनाथ शिंदे देवेंद्र फड़नवीस फडणवीस राजनाथ सिंह निर्मला सीतारमण नितिन गडकरी द्रौपदी मुर्मू डोनाल्ड ट्रंप जो बाइडन व्लादिमीर पुतिन
      भाजपा बीजेपी कांग्रेस काँग्रेस शिवसेना एनसीपी भारतीय जनता पार्टी आम आदमी आप टीएमसी तृणमूल समाजवादी बहुजन जदयू राजद आरएसएस
      सुप्रीम कोर्ट हाई कोर्ट सरकार केंद्र संसद लोकसभा राज्यसभा विधानसभा चुनाव आयोग मतदान पुलिस सीबीआई ईडी सेना रेल बजट जीएसटी आरबीआई बैंक सेंसेक्स
      निफ्टी सोना चांदी पेट्रोल डीजल महंगाई कोरोना वायरस कोविड लॉकडाउन वैक्सीन टीकाकरण डेंगू आईपीएल क्रिकेट टीम इंडिया विराट कोहली रोहित शर्मा
      महेंद्र धोनी सचिन तेंदुलकर बीसीसीआई आईसीसी टी20 वनडे टेस्ट ओलंपिक शाहरुख सलमान आमिर खान अक्षय दीपिका पादुकोण आलिया भट्ट रणवीर रणबीर कपूर
      अमिताभ बच्चन बॉलीवुड फेसबुक ट्विटर व्हाट्सऐप व्हाट्सएप इंस्टाग्राम गूगल एप्पल जियो एयरटेल इसरो नासा चंद्रयान पाकिस्तान चीन अमेरिका रूस यूक्रेन
      इजरायल ईरान बांग्लादेश नेपाल श्रीलंका अफगानिस्तान ब्रिटेन कनाडा जापान दिल्ली मुंबई कोलकाता चेन्नई बेंगलुरु हैदराबाद लखनऊ पटना जयपुर भोपाल
      महाराष्ट्र गुजरात बिहार राजस्थान पंजाब हरियाणा झारखंड असम केरल कर्नाटक ओडिशा गोवा उत्तर प्रदेश मध्य पश्चिम बंगाल जम्मू कश्मीर तमिलनाडु
      मौसम बारिश बाढ़ भूकंप आग हादसा दुर्घटना हत्या रेप अपराध साइबर क्राइम आतंकवादी आतंकवाद किसान आंदोलन शिक्षा परीक्षा नौकरी रेलवे
      शेतकरी पाऊस पूर निवडणूक पोलीस अपघात मराठा आरक्षण
      """))
}
