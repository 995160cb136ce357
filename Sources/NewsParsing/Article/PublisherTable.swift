internal import IndicText

/// What is known of publishers by the host of their pages. Nothing here is code for one of them; most need no entry.
enum PublisherTable {
  struct Entry: Hashable, Sendable {
    /// As the publisher's readers know it.
    var name: String
    /// Beginnings of class names whose elements are neither text nor parts of the story on this publisher's pages.
    var dropped: [String] = []
    /// Class names of the publisher's list of highlights, where no label stands above it.
    var highlights: [String] = []
    /// Class names of the publisher's standfirst, where it is called as nobody else calls it.
    var dek: [String] = []
  }

  /// The entry for a host, or for the longest domain above it that has one; nil when none has.
  static func entry(host: String?) -> Entry? {
    guard let host else { return nil }
    var rest = host[...]
    while true {
      if let entry = byHost[String(rest)] { return entry }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// The publisher's name as its readers know it: by the page's host, else from what the page calls its publisher or site.
  static func name(host: String?, names: [String]) -> String? {
    if let entry = entry(host: host) { return entry.name }
    for name in names {
      if let known = PublisherNames.name(in: name) { return known }
    }
    if let name = names.first { return name }
    return host.flatMap { PublisherNames.name(in: $0.split(separator: ".").joined(separator: " ")) }
  }

  private static let byHost: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (hosts, entry) in entries {
      for host in hosts.split(separator: " ") { table[String(host)] = entry }
    }
    return table
  }()

  private static let entries: [(String, Entry)] = [
    ("lokmatnews.in lokmat.com lokmattimes.com", Entry(name: "लोकमत")),
    ("bbc.com bbc.co.uk", Entry(name: "बीबीसी")),
    ("bhaskar.com bhaskar.in", Entry(name: "दैनिक भास्कर")),
    ("divyamarathi.bhaskar.com divyamarathi.com", Entry(name: "दिव्य मराठी")),
    ("amarujala.com", Entry(name: "अमर उजाला")),
    ("jagran.com", Entry(name: "दैनिक जागरण")),
    ("naidunia.com naidunia.jagran.com", Entry(name: "नई दुनिया")),
    ("navbharattimes.indiatimes.com navbharattimes.com nbt.in", Entry(name: "नवभारत टाइम्स")),
    ("maharashtratimes.com maharashtratimes.indiatimes.com", Entry(name: "महाराष्ट्र टाइम्स")),
    ("timesofindia.indiatimes.com timesofindia.com", Entry(name: "The Times of India")),
    ("livehindustan.com", Entry(name: "हिन्दुस्तान")),
    ("ndtv.in ndtv.com", Entry(name: "एनडीटीवी")),
    ("aajtak.in aajtak.intoday.in", Entry(name: "आज तक")),
    ("indiatoday.in", Entry(name: "India Today")),
    ("abplive.com", Entry(name: "एबीपी न्यूज़")),
    ("zeenews.india.com zeenews.com", Entry(name: "ज़ी न्यूज़")),
    ("news18.com", Entry(name: "न्यूज़18")),
    ("tv9hindi.com tv9marathi.com", Entry(name: "टीवी9")),
    ("indiatv.in", Entry(name: "इंडिया टीवी")),
    ("patrika.com", Entry(name: "पत्रिका")),
    ("prabhatkhabar.com", Entry(name: "प्रभात खबर")),
    ("jansatta.com", Entry(name: "जनसत्ता")),
    ("punjabkesari.in punjabkesari.com", Entry(name: "पंजाब केसरी")),
    ("thewirehindi.com", Entry(name: "द वायर")),
    ("hindi.thequint.com", Entry(name: "द क्विंट")),
    ("hindi.theprint.in", Entry(name: "दि प्रिंट")),
    ("esakal.com", Entry(name: "सकाळ")),
    ("loksatta.com", Entry(name: "लोकसत्ता")),
    ("pudhari.news", Entry(name: "पुढारी")),
    ("saamana.com", Entry(name: "सामना")),
    ("thehindu.com", Entry(name: "The Hindu")),
    ("indianexpress.com", Entry(name: "The Indian Express")),
    ("hindustantimes.com", Entry(name: "Hindustan Times")),
    ("scroll.in", Entry(name: "Scroll")),
  ]
}
