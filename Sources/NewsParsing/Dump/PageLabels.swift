internal import IndicText

/// The words that pages use for their parts, compared as search keys: ख़बरें is खबरें, and case does not count.
///
/// Hindi, Marathi and English; a page may mix them (a Hindi page of Lokmat says ठळक मुद्दे and टॅग्स).
enum PageLabels {
  enum Role: Hashable {
    /// Before the headline: "लाइव न्यूज़ :".
    case kicker
    case highlights
    case tags
    case related
    /// A list of other stories that says nothing about this one: most read, trending.
    case otherList
    /// One related story in the midst of the body.
    case alsoRead
    /// A box about who wrote the story.
    case aboutAuthor
    case author
    /// Counts as author where no other is named.
    case editor
    case published
    case modified
    /// An agency or another origin.
    case credit
    /// The story itself begins: विस्तार.
    case bodyStart
  }

  /// A label at the beginning of a line.
  struct Match {
    var role: Role
    /// As it stands on the page.
    var label: String
    /// What follows on the line, without colon and blanks; empty when nothing does.
    var rest: String
    /// No space and no colon stood between.
    var isGlued: Bool
  }

  /// The label that `line` begins with, the longest one; nil when it begins with none.
  ///
  /// What follows must be parted from the label by a colon, a dash or a bar. Only labels that are never the beginning of a sentence
  /// may be followed by a space or by nothing.
  static func match(_ line: PageLine, roles: Set<Role>) -> Match? {
    let text = line.text
    if let entry = entries[line.key], roles.contains(entry.role) {
      return Match(role: entry.role, label: bare(text), rest: "", isGlued: false)
    }
    // Most lines begin no label: their first letter tells.
    guard
      let first = (line.key.isEmpty ? SearchKey.beginnings(of: text, upTo: 4).first?.key : line.key)?.unicodeScalars
        .first,
      firstScalars.contains(first)
    else { return nil }
    for (key, end) in SearchKey.beginnings(of: text, upTo: 30).reversed() {
      guard let entry = entries[key], roles.contains(entry.role) else { continue }
      let after = text[end...]
      let isParted = after.first == " "
      let rest = after.drop { $0 == " " }
      guard let mark = rest.first else { continue }
      let hasMark = ":：-–—|>»".contains(mark)
      guard hasMark || (isParted ? entry.following == .text : entry.following != .mark && startsWord(mark)) else {
        continue
      }
      // "Tagsgiving": a Latin label goes on in small letters.
      if !hasMark, !isParted, text[..<end].last?.isASCII == true, mark.isLowercase { continue }
      return Match(
        role: entry.role, label: bare(String(text[..<end])),
        rest: String(rest.drop { $0 == " " || ":：-–—|>»".contains($0) }), isGlued: !hasMark && !isParted)
    }
    return nil
  }

  /// The section of a "भारत अधिक खबरें" line: nil when `line` is no such label; an empty name when it names no section.
  static func moreFromSection(_ line: PageLine) -> String? {
    guard line.scalarCount <= 80, !line.key.isEmpty else { return nil }
    if moreFromAlone.contains(line.key) { return "" }
    // Folding goes word by word, so nearly every line of a page is told to be none by its last and its first word.
    let key = line.key.utf8
    let last = key.lastIndex(of: 0x20).map { key[key.index(after: $0)...] } ?? key[...]
    if lastWordsOfEnds.contains(String(Substring(last))), let name = nameBeforeEnd(line.text) { return name }
    guard firstWordsOfStarts.contains(String(Substring(key.prefix { $0 != 0x20 }))) else { return nil }
    return nameAfterStart(line.text)
  }

  private static func nameBeforeEnd(_ text: String) -> String? {
    let tokens = text.split(separator: " ")
    guard tokens.count <= 9 else { return nil }
    for start in tokens.indices.dropFirst()
    where moreFromEnds.contains(SearchKey.fold(tokens[start...].joined(separator: " "))) {
      return bare(tokens[..<start].joined(separator: " "))
    }
    return nil
  }

  private static func nameAfterStart(_ text: String) -> String? {
    for (key, end) in SearchKey.beginnings(of: text, upTo: 24).reversed() where moreFromStarts.contains(key) {
      let rest = text[end...]
      guard rest.first == " " || rest.first == ":" else { continue }
      let name = bare(String(rest))
      return name.split(separator: " ").count <= 4 ? name : nil
    }
    return nil
  }

  private static func startsWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "‘“'\"#(".contains(character)
  }

  private static func bare(_ text: String) -> String {
    var rest = text[...].drop { " :：-–—|".contains($0) }
    while let last = rest.last, " :：-–—|>»›".contains(last) { rest.removeLast() }
    return String(rest)
  }
}

extension PageLabels {
  private struct Entry {
    var role: Role
    var following: Following
  }

  /// What may follow a label on its line.
  private enum Following {
    /// A colon, dash or bar only.
    case mark
    /// Also text glued to it; but a space would make it the beginning of a sentence ("Highlights of the match").
    case glued
    /// Also text after a space.
    case text
  }

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (role, following, labels) in table {
      for label in labels { entries[SearchKey.fold(label)] = Entry(role: role, following: following) }
    }
    return entries
  }()

  private static let firstScalars = Set(entries.keys.compactMap(\.unicodeScalars.first))

  /// Roles that stand in bylines, by key.
  static let bylineRoles: [String: Role] = entries.compactMapValues { entry in
    switch entry.role {
    case .author, .editor, .published, .modified: entry.role
    default: nil
    }
  }

  private static let table: [(Role, Following, [String])] = [
    (.highlights, .glued, ["Highlights", "Key Points", "Key Highlights", "हाइलाइट्स", "हाईलाइट्स", "हायलाइट्स"]),
    (.tags, .glued, ["Tags"]),
    (.tags, .mark, ["टैग"]),
    (.related, .glued, ["Related Stories", "Related News"]),
    (.bodyStart, .mark, ["विस्तार", "विस्तार से", "सविस्तर", "समाप्त", "पूरी खबर", "Full Story", "End of list"]),
    (
      .kicker, .mark,
      [
        "लाइव न्यूज़", "ब्रेकिंग न्यूज़", "लाइव", "ब्रेकिंग", "ताज़ा ख़बर", "ताज़ा खबरें", "बड़ी खबर", "ब्रेकिंग न्यूज", "लाईव्ह न्यूज",
        "लाईव्ह न्यूज़", "ताज्या बातम्या", "ताजी बातमी", "लाइव अपडेट", "लाइव अपडेट्स", "Live News", "Breaking News", "Breaking", "Live",
        "Live Updates", "Latest News", "Top News", "Exclusive", "एक्सक्लूसिव",
      ]
    ),
    (
      .highlights, .text,
      [
        "ठळक मुद्दे", "मुख्य बातें", "खास बातें", "ख़ास बातें", "मुख्य बिंदु", "मुख्य मुद्दे", "प्रमुख बातें", "बड़ी बातें", "खबर की मुख्य बातें",
        "स्टोरी हाइलाइट्स", "Story Highlights", "महत्त्वाचे मुद्दे", "महत्वाचे मुद्दे",
      ]
    ),
    (
      .highlights, .mark,
      [
        "सार", "सारांश", "थोडक्यात", "संक्षेप में",
        "Key Takeaways", "Summary", "In Short", "At a Glance", "बातमीचा सारांश", "खबर का सारांश", "ख़बर का सार",
      ]
    ),
    (.tags, .text, ["टॅग्स", "टैग्स", "टैग्‍स", "टॅग्ज"]),
    (
      .tags, .mark,
      [
        "टॅग", "Tag", "Topics", "Topic", "Keywords", "विषय", "टॉपिक", "टॉपिक्स", "संबंधित विषय", "मिलते-जुलते मुद्दे", "Related Topics",
        "Related Tags", "इस खबर से जुड़े टैग", "More on this topic", "In this article",
      ]
    ),
    (
      .related, .mark,
      [
        "संबंधित खबरें", "सम्बन्धित ख़बरें", "संबंधित खबर", "संबंधित समाचार", "संबंधित लेख", "संबंधित स्टोरी", "संबंधित कहानियां",
        "इससे जुड़ी खबरें", "इससे जुड़ी ख़बर", "जुड़ी हुई खबरें", "मिलती-जुलती खबरें", "इस खबर से जुड़ी खबरें", "संबंधित बातम्या", "संबंधित मजकूर",
        "संबंधित बातमी", "आणखी वाचा", "ये भी पढ़ें", "यह भी पढ़ें", "इन्हें भी पढ़ें", "Related Articles",
        "Related", "Related Story", "Related Content", "Read More", "Also Read", "You May Also Like",
        "You might also like",
        "Recommended", "Recommended For You", "Recommended Stories", "आपके लिए", "सुझाई गई खबरें", "रेकमेंडेड खबरें", "रिकमेंडेड खबरें",
        "शिफारस केलेल्या बातम्या",
      ]
    ),
    (
      .otherList, .mark,
      [
        "सर्वाधिक वाचलेले", "सबसे ज़्यादा पढ़ी गई", "सबसे ज़्यादा पढ़ी गईं", "टॉप स्टोरीज", "सबसे ज्यादा पढ़ा गया", "सर्वाधिक पढ़े गए", "सबसे अधिक पढ़ी गईं", "ट्रेंडिंग",
        "ट्रेंडिंग न्यूज़",
        "ट्रेंडिंग खबरें", "टॉप स्टोरी", "टॉप स्टोरीज़", "ज़रूर पढ़ें", "ताज़ा तरीन", "लोकप्रिय", "लोकप्रिय खबरें", "Most Read", "Most Popular",
        "Trending", "Trending Now", "Trending Stories", "Top Stories", "Must Read", "Popular", "Popular Stories",
        "Editor's Picks",
        "वेब स्टोरीज", "Web Stories", "टॉप न्यूज़", "ताज्या बातम्या वाचा",
        "लेटेस्ट न्यूज़", "सबसे ज़्यादा पढ़ी जाने वाली", "आज की ताज़ा खबरें", "Latest Stories", "फोटो स्टोरी", "वीडियो गैलरी",
      ]
    ),
    (
      .alsoRead, .text,
      [
        "ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "ये भी पढ़े", "यह भी पढ़े", "इसे भी पढ़े", "ये भी देखें", "यह भी देखें", "कुछ और जानिए",
        "ये खबर भी पढ़ें", "यह खबर भी पढ़ें", "ये ख़बरें भी पढ़ें", "इस खबर को भी पढ़ें", "इसे भी देखें", "ये भी जानें", "यह भी जानें", "हे सुद्धा वाचा",
        "हेही पाहा", "और भी पढ़ें",
        "यह पण वाचा", "हे पण वाचा", "हे ही वाचा", "हेही वाचा", "हे देखील वाचा", "Also Read", "ALSO READ", "Read Also", "Read also",
        "आणखी वाचा",
      ]
    ),
    (
      .aboutAuthor, .mark,
      ["लेखक के बारे में", "लेखिका के बारे में", "लेखकाबद्दल", "लेखकाविषयी", "About the Author", "About Author", "रिपोर्टर के बारे में"]
    ),
    (.alsoRead, .mark, ["और पढ़ें", "Read More", "Read", "पढ़ें", "Must Read", "वाचा", "See also", "Watch"]),
    (
      .author, .text,
      ["By", "Written by", "Reported by", "Report by", "Published by", "Posted by", "Story by", "द्वारा", "Written By"]
    ),
    (.author, .mark, ["लेखक", "लेखिका", "लेखन", "रिपोर्ट", "रिपोर्टर", "प्रस्तुति", "संवाददाता", "Author", "Reporter", "बाय", "वार्ताहर", "प्रतिनिधी"]),
    (.editor, .text, ["Edited by", "Curated by", "Compiled by"]),
    (.editor, .mark, ["संपादन", "संपादक", "संकलन", "Editor"]),
    (
      .published, .mark,
      [
        "Published", "First Published", "Published on", "Published at", "Posted", "Posted on", "Publish Date",
        "Published Date", "Date",
        "प्रकाशित", "प्रकाशन", "प्रकाशन तिथि", "प्रकाशित तिथि", "पोस्ट किया गया", "Created", "Created on", "प्रसिद्ध", "पब्लिश",
      ]
    ),
    (
      .modified, .mark,
      [
        "Updated", "Last Updated", "Updated on", "Updated at", "Last Modified", "Modified", "Last Updated on", "अपडेटेड",
        "अपडेट",
        "अपडेट किया गया", "अंतिम अपडेट", "आखिरी अपडेट", "अद्यतन", "अद्ययावत", "शेवटचे अपडेट", "संशोधित", "Update",
      ]
    ),
    (
      .credit, .mark,
      [
        "स्रोत", "स्त्रोत", "सौजन्य", "साभार", "Source", "Courtesy", "Input", "Inputs", "इनपुट", "इनपुट्स", "एजेंसी इनपुट", "Agency",
        "Credit", "सोर्स",
        "सौजन्याने",
      ]
    ),
    (.credit, .text, ["With inputs from", "With agency inputs", "Inputs from", "With input from"]),
  ]

  private static func keys(_ labels: [String]) -> Set<String> { Set(labels.map { SearchKey.fold($0) }) }

  private static let moreFromEnds = keys(
    ["अधिक", "की अधिक", "और", "की और", "से और", "की अन्य", "से जुड़ी और", "से जुड़ी अन्य", "की ताज़ा", "की सभी", "अन्य"].flatMap { more in
      ["खबरें", "ख़बर", "समाचार", "न्यूज़", "स्टोरी", "स्टोरीज़"].map { "\(more) \($0)" }
    }
      + ["च्या अधिक बातम्या", "अधिक बातम्या", "च्या आणखी बातम्या", "आणखी बातम्या", "मधील अधिक बातम्या", "मधील आणखी बातम्या", "चे अधिक वाचा"]
      + ["More News", "More Stories", "News More", "More Headlines"])

  private static let moreFromStarts = keys([
    "More from", "More in", "More on", "More News from", "More stories from", "और पढ़ें", "अधिक वाचा", "और देखें",
    "More news in",
  ])

  private static let lastWordsOfEnds = Set(
    moreFromEnds.compactMap { $0.utf8.split(separator: 0x20).last.map { String(Substring($0)) } })

  private static let firstWordsOfStarts = Set(
    moreFromStarts.compactMap { $0.utf8.split(separator: 0x20).first.map { String(Substring($0)) } })

  private static let moreFromAlone = keys([
    "अधिक खबरें", "खबरें और भी हैं", "और खबरें", "अन्य खबरें", "और समाचार", "अधिक बातम्या", "आणखी बातम्या", "More News", "More Stories",
    "अन्य समाचार",
    "More from this section", "इस सेक्शन की और खबरें",
  ])
}
