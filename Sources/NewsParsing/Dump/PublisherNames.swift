internal import IndicText

/// Names of publishers as their readers know them, told from bylines, headlines and addresses.
enum PublisherNames {
  /// The publisher that `text` names with its own name ("लोकमत न्यूज़ डेस्क"); nil when it names none that is known.
  static func name(in text: String) -> String? {
    let padded = " \(SearchKey.fold(text)) "
    for (name, keys) in table where keys.contains(where: { padded.contains(" \($0) ") }) { return name }
    return nil
  }

  /// Whether a folded line is a publisher's name and nothing else.
  static func isName(_ key: String) -> Bool {
    table.contains { $0.1.contains(key) }
  }

  /// The headline without " - Publisher" or " | Publisher" at its end; nil when there is no such end.
  static func cutting(_ title: String) -> (title: String, publisher: String, cut: String)? {
    for mark in [" | ", " - ", " – ", " — ", " :: "] {
      guard let place = lastRange(of: mark, in: title) else { continue }
      let end = String(title[place.upperBound...])
      let start = title[..<place.lowerBound].trimmed
      guard !start.isEmpty, end.split(separator: " ").count <= 5, let name = name(in: end) else { continue }
      return (String(start), name, end)
    }
    return nil
  }

  private static func lastRange(of mark: String, in text: String) -> Range<String.Index>? {
    var index = text.endIndex
    let marks = Array(mark)
    while index > text.startIndex {
      text.formIndex(before: &index)
      if text[index...].starts(with: marks) { return index..<text.index(index, offsetBy: marks.count) }
    }
    return nil
  }

  private static let table: [(String, [String])] = [
    ("लोकमत", ["लोकमत", "lokmat", "lokmatnews"]),
    ("बीबीसी", ["बीबीसी", "bbc"]),
    ("दैनिक भास्कर", ["दैनिक भास्कर", "भास्कर न्यूज", "dainik bhaskar", "bhaskar"]),
    ("अमर उजाला", ["अमर उजाला", "amar ujala", "amarujala"]),
    ("दैनिक जागरण", ["दैनिक जागरण", "जागरण", "dainik jagran", "jagran"]),
    ("नई दुनिया", ["नईदुनिया", "नई दुनिया", "naidunia"]),
    ("नवभारत टाइम्स", ["नवभारत टाइम्स", "navbharat times", "navbharattimes", "नवभारतटाइम्स कॉम"]),
    ("हिन्दुस्तान", ["लाइव हिन्दुस्तान", "हिन्दुस्तान टीम", "live hindustan", "livehindustan"]),
    ("एनडीटीवी", ["एनडीटीवी", "ndtv", "ndtvindia"]),
    ("आज तक", ["आज तक", "आजतक", "aaj tak", "aajtak"]),
    ("एबीपी न्यूज़", ["एबीपी", "abp", "abplive"]),
    ("ज़ी न्यूज़", ["जी न्यूज", "zee news", "zeenews"]),
    ("न्यूज़18", ["न्यूज18", "news18", "न्यूज 18"]),
    ("टीवी9", ["टीवी9", "tv9", "tv9hindi"]),
    ("इंडिया टीवी", ["इंडिया टीवी", "india tv", "indiatv"]),
    ("पत्रिका", ["राजस्थान पत्रिका", "पत्रिका न्यूज", "patrika"]),
    ("प्रभात खबर", ["प्रभात खबर", "prabhat khabar", "prabhatkhabar"]),
    ("जनसत्ता", ["जनसत्ता", "jansatta"]),
    ("पंजाब केसरी", ["पंजाब केसरी", "punjab kesari", "punjabkesari"]),
    ("द वायर", ["द वायर", "the wire", "thewirehindi"]),
    ("द क्विंट", ["क्विंट", "the quint", "thequint"]),
    ("दि प्रिंट", ["दिप्रिंट", "the print", "theprint"]),
    ("सकाळ", ["सकाळ", "esakal", "sakal"]),
    ("लोकसत्ता", ["लोकसत्ता", "loksatta"]),
    ("महाराष्ट्र टाइम्स", ["महाराष्ट्र टाइम्स", "maharashtra times", "maharashtratimes", "मटा"]),
    ("पुढारी", ["पुढारी", "pudhari"]),
    ("सामना", ["सामना", "saamana"]),
    ("तरुण भारत", ["तरुण भारत", "tarun bharat"]),
    ("The Hindu", ["the hindu", "thehindu"]),
    ("The Indian Express", ["indian express", "indianexpress"]),
    ("The Times of India", ["times of india", "timesofindia", "toi"]),
    ("Hindustan Times", ["hindustan times", "hindustantimes"]),
    ("India Today", ["india today", "indiatoday"]),
    ("Scroll", ["scroll in", "scroll staff"]),
  ].map { name, keys in (name, keys.map { SearchKey.fold($0) }) }
}
