import IndicText

/// Everything the reader says on the screen, in its languages.
///
/// `{0}` and `{1}` stand for arguments. Sentences about failures come from outside, already worded.
public enum Phrase: CaseIterable, Hashable, Sendable {
  case appName, allStories, headlines, highlights, story, related, moreFrom, pointedAtBy, sameTags
  case tags, themes, help, publisherOrigin, extractedOrigin
  case newCount, sampleEdition, sampleHint, minutesToRead
  case emptyStore, emptyStoreHint, noMatch, noMatchHint, nothingFound, loading, tooSmall
  case noAddress, opening, notHereYet, lookForTitle, noSimilarTitle, similarTitles
  case noMoreUnread, noRelated, noTags, trailStart, trailEnd, starred, unstarred, markedUnread, markedRead
  case findPrompt, findNone, filterCleared, themeSaved, romanShown, devanagariShown, digitsPublished, digitsDevanagari,
    digitsASCII
  case digitsInRoman, sampleDismissed, storyGone, newStories
  case picture
  case statusMove, statusOpen, statusTags, statusRelated, statusFind, statusHelp, statusBack, statusPane
  case statusNext, statusEnd, statusTake, statusMark, statusLeave, statusDismiss
  case helpMoveDown, helpMoveUp, helpPageDown, helpPageUp, helpHalfDown, helpHalfUp, helpStart, helpEnd, helpOpen
  case helpNextPane, helpPreviousPane, helpBack, helpForward, helpOpenRelated, helpRelated, helpTags, helpClear
  case helpStar, helpUnread, helpNextUnread, helpPreviousUnread, helpBrowser, helpFind, helpThemes, helpScript,
    helpDigits, helpHelp
  case helpQuit, helpSuspend, helpRedraw, helpDismiss
}

/// The phrases of one language.
public struct Phrases: Hashable, Sendable {
  public let language: UILanguage
  public let script: ScriptStyle

  public init(_ language: UILanguage, script: ScriptStyle = .devanagari) {
    self.language = language
    self.script = script
  }

  /// The phrase with its arguments in place.
  public func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    let text = worded(phrase, arguments)
    return script == .roman ? Romanisation.text(text, language: language.rawValue) : text
  }

  private func worded(_ phrase: Phrase, _ arguments: [String]) -> String {
    let words = phrase.words
    let text = language.choose(words.hindi, words.marathi, words.english)
    guard !arguments.isEmpty else { return text }
    // One pass, so that an argument which holds "{1}" stays as it is.
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[..<close]), number < arguments.count else {
        result += "{"
        continue
      }
      result += arguments[number]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Phrase {
  // swift-format-ignore: a table reads best with one phrase a line
  var words: (hindi: String, marathi: String, english: String) {
    switch self {
    case .appName: ("ख़बर", "ख़बर", "khabar")
    case .allStories: ("सभी ख़बरें", "सर्व बातम्या", "All stories")
    case .headlines: ("सुर्खियाँ", "मथळे", "Headlines")
    case .highlights: ("मुख्य बातें", "ठळक मुद्दे", "Highlights")
    case .story: ("लेख", "लेख", "Story")
    case .related: ("संबंधित ख़बरें", "संबंधित बातम्या", "Related stories")
    case .moreFrom: ("{0} · अधिक ख़बरें", "{0} · आणखी बातम्या", "More from {0}")
    case .pointedAtBy: ("यहाँ तक लाने वाली ख़बरें", "इथे आणणाऱ्या बातम्या", "Stories that point here")
    case .sameTags: ("इन्हीं टैगों की ख़बरें", "याच टॅग्सच्या बातम्या", "Stories with the same tags")
    case .tags: ("टैग", "टॅग्स", "Tags")
    case .themes: ("रंग-रूप", "रंगसंगती", "Themes")
    case .help: ("मदद", "मदत", "Help")
    case .publisherOrigin: ("प्रकाशक", "प्रकाशक", "publisher")
    case .extractedOrigin: ("स्वतः", "आपोआप", "extracted")
    case .newCount: ("{0} नई", "{0} नवीन", "{0} new")
    case .sampleEdition: ("नमूना संस्करण", "नमुना आवृत्ती", "Sample edition")
    case .sampleHint:
      (
        "यह नमूना है: अपनी ख़बरें लाने के लिए khabar import फ़ाइल · X से हटाएँ",
        "हा नमुना आहे: स्वतःच्या बातम्यांसाठी khabar import फाइल · X ने हटवा",
        "This is a sample: bring your own with khabar import FILE · X dismisses it"
      )
    case .minutesToRead: ("{0} मिनट", "{0} मिनिटे", "{0} min")
    case .emptyStore: ("अभी कोई ख़बर नहीं है।", "अजून एकही बातमी नाही.", "There are no stories yet.")
    case .emptyStoreHint:
      (
        "दूसरे टर्मिनल में यह चलाएँ: khabar import फ़ाइल। ख़बरें यहाँ अपने-आप आ जाएँगी।",
        "दुसऱ्या टर्मिनलमध्ये चालवा: khabar import फाइल. बातम्या इथे आपोआप येतील.",
        "In another terminal run: khabar import FILE. The stories will appear here by themselves."
      )
    case .noMatch: ("इस छाँट में कोई ख़बर नहीं।", "या निवडीत बातमी नाही.", "No story matches this filter.")
    case .noMatchHint: ("Esc से छाँट हटाएँ।", "Esc ने निवड काढा.", "Esc clears the filter.")
    case .nothingFound: ("ऐसा कुछ नहीं मिला।", "असे काही सापडले नाही.", "Nothing like that was found.")
    case .loading: ("आ रहा है …", "येत आहे …", "Loading …")
    case .tooSmall: ("खिड़की छोटी है: कम से कम 30×10", "खिडकी लहान आहे: किमान 30×10", "Window too small: 30×10 needed")
    case .noAddress:
      ("इस ख़बर का कोई पता (URL) नहीं आया।", "या बातमीचा पत्ता (URL) आला नाही.", "This story came without an address (URL).")
    case .opening: ("ब्राउज़र में खुल रहा है: {0}", "ब्राउझरमध्ये उघडत आहे: {0}", "Opening in the browser: {0}")
    case .notHereYet: ("यह ख़बर अभी यहाँ नहीं है", "ही बातमी अजून इथे नाही", "This story is not here yet")
    case .lookForTitle: ("मिलते-जुलते शीर्षक खोजें", "मिळतेजुळते मथळे शोधा", "Look for similar headlines")
    case .noSimilarTitle: ("मिलता-जुलता कोई शीर्षक नहीं मिला।", "मिळताजुळता मथळा सापडला नाही.", "No similar headline was found.")
    case .similarTitles: ("मिलते-जुलते शीर्षक", "मिळतेजुळते मथळे", "Similar headlines")
    case .noMoreUnread: ("और कोई अनपढ़ी ख़बर नहीं।", "आणखी न वाचलेली बातमी नाही.", "No more unread stories.")
    case .noRelated:
      ("इस ख़बर के साथ कोई संबंधित ख़बर नहीं आई।", "या बातमीसोबत संबंधित बातमी आली नाही.", "This story came without related stories.")
    case .noTags: ("इस सूची की ख़बरों पर कोई टैग नहीं है।", "या यादीतील बातम्यांना टॅग नाहीत.", "The stories in this list have no tags.")
    case .trailStart: ("इससे पहले कुछ नहीं पढ़ा गया।", "याआधी काही वाचले नाही.", "Nothing was read before this.")
    case .trailEnd: ("आगे कुछ नहीं है।", "पुढे काही नाही.", "There is nothing further on.")
    case .starred: ("★ तारा लगाया।", "★ तारा लावला.", "★ Starred.")
    case .unstarred: ("तारा हटाया।", "तारा काढला.", "Star removed.")
    case .markedUnread: ("● अनपढ़ी की गई।", "● न वाचलेली केली.", "● Marked unread.")
    case .markedRead: ("पढ़ी हुई मानी गई।", "वाचलेली केली.", "Marked read.")
    case .findPrompt: ("लेख में खोजें: ", "लेखात शोधा: ", "Find in story: ")
    case .findNone: ("“{0}” इस लेख में नहीं है।", "“{0}” या लेखात नाही.", "“{0}” is not in this story.")
    case .filterCleared: ("छाँट हटाई गई।", "निवड काढली.", "Filter cleared.")
    case .themeSaved: ("रंग-रूप “{0}” चुना गया।", "रंगसंगती “{0}” निवडली.", "Theme “{0}” chosen.")
    case .romanShown: ("रोमन अक्षर। देवनागरी: R", "रोमन अक्षरे. देवनागरी: R", "Latin letters. Devanagari again: R")
    case .devanagariShown: ("देवनागरी अक्षर। रोमन: R", "देवनागरी अक्षरे. रोमन: R", "Devanagari letters. Latin again: R")
    case .digitsPublished:
      ("अंक: जैसे छपे थे। १२३ के लिए D", "अंक: छापले तसे. १२३ साठी D", "Digits: as published. D for १२३")
    case .digitsDevanagari: ("अंक: १२३। 123 के लिए D", "अंक: १२३. 123 साठी D", "Digits: १२३. D for 123")
    case .digitsASCII:
      ("अंक: 123। छपे हुए अंकों के लिए D", "अंक: 123. छापलेल्या अंकांसाठी D", "Digits: 123. D for those published")
    case .digitsInRoman:
      (
        "रोमन में अंक 123 ही रहते हैं। देवनागरी: R", "रोमनमध्ये अंक 123 असेच राहतात. देवनागरी: R",
        "With Latin letters digits stay 123. Devanagari again: R"
      )
    case .sampleDismissed: ("नमूना हटाया गया।", "नमुना हटवला.", "The sample was dismissed.")
    case .storyGone: ("यह ख़बर अब यहाँ नहीं है।", "ही बातमी आता इथे नाही.", "This story is no longer here.")
    case .newStories: ("नई ख़बरें: {0}", "नव्या बातम्या: {0}", "New stories: {0}")
    case .picture: ("चित्र", "छायाचित्र", "picture")
    case .statusMove: ("चलें", "फिरा", "move")
    case .statusOpen: ("पढ़ें", "वाचा", "read")
    case .statusTags: ("टैग", "टॅग", "tags")
    case .statusRelated: ("संबंधित", "संबंधित", "related")
    case .statusFind: ("खोजें", "शोधा", "find")
    case .statusHelp: ("मदद", "मदत", "help")
    case .statusBack: ("वापस", "मागे", "back")
    case .statusPane: ("अगला खाना", "पुढील भाग", "next pane")
    case .statusNext: ("अगला/पिछला", "पुढील/मागील", "next/previous")
    case .statusEnd: ("खोज बंद", "शोध बंद", "end find")
    case .statusTake: ("चुनें", "निवडा", "take")
    case .statusMark: ("कई चुनें", "अनेक निवडा", "mark several")
    case .statusLeave: ("छोड़ें", "सोडा", "leave")
    case .statusDismiss: ("नमूना हटाएँ", "नमुना हटवा", "dismiss sample")
    case .helpMoveDown: ("नीचे", "खाली", "Down")
    case .helpMoveUp: ("ऊपर", "वर", "Up")
    case .helpPageDown: ("एक पन्ना नीचे", "एक पान खाली", "A page down")
    case .helpPageUp: ("एक पन्ना ऊपर", "एक पान वर", "A page up")
    case .helpHalfDown: ("आधा पन्ना नीचे", "अर्धे पान खाली", "Half a page down")
    case .helpHalfUp: ("आधा पन्ना ऊपर", "अर्धे पान वर", "Half a page up")
    case .helpStart: ("शुरू में", "सुरुवातीला", "To the beginning")
    case .helpEnd: ("अंत में", "शेवटी", "To the end")
    case .helpOpen: ("चुनी हुई ख़बर पढ़ें", "निवडलेली बातमी वाचा", "Read the selected story")
    case .helpNextPane: ("अगले खाने में जाएँ", "पुढील भागात जा", "Go to the next pane")
    case .helpPreviousPane: ("पिछले खाने में जाएँ", "मागील भागात जा", "Go to the previous pane")
    case .helpBack: ("वापस: पिछली ख़बर, फिर सूची", "मागे: आधीची बातमी, मग यादी", "Back: the story before, then the list")
    case .helpForward: ("फिर आगे", "पुन्हा पुढे", "Forward again")
    case .helpOpenRelated: ("उस अंक की संबंधित ख़बर खोलें", "त्या अंकाची संबंधित बातमी उघडा", "Open the related story of that number")
    case .helpRelated: ("संबंधित ख़बरों की सूची", "संबंधित बातम्यांची यादी", "List of related stories")
    case .helpTags: ("टैग से छाँटें", "टॅगने निवडा", "Filter by tag")
    case .helpClear: ("खोज या छाँट हटाएँ", "शोध किंवा निवड काढा", "Clear the search or the filter")
    case .helpStar: ("तारा लगाएँ या हटाएँ", "तारा लावा किंवा काढा", "Star or unstar")
    case .helpUnread: ("अनपढ़ी या पढ़ी हुई करें", "न वाचलेली किंवा वाचलेली करा", "Mark unread or read")
    case .helpNextUnread:
      ("अगली अनपढ़ी ख़बर (खोज में: अगला)", "पुढील न वाचलेली (शोधात: पुढील)", "Next unread story (in a search: next hit)")
    case .helpPreviousUnread:
      ("पिछली अनपढ़ी ख़बर (खोज में: पिछला)", "मागील न वाचलेली (शोधात: मागील)", "Previous unread story (in a search: previous hit)")
    case .helpBrowser: ("पन्ना ब्राउज़र में खोलें", "पान ब्राउझरमध्ये उघडा", "Open the page in the browser")
    case .helpFind: ("लेख में खोजें", "लेखात शोधा", "Find in the story")
    case .helpThemes: ("रंग-रूप चुनें", "रंगसंगती निवडा", "Choose a theme")
    case .helpScript: ("रोमन या देवनागरी अक्षर", "रोमन किंवा देवनागरी अक्षरे", "Latin or Devanagari letters")
    case .helpDigits: ("अंक: छपे हुए, १२३ या 123", "अंक: छापलेले, १२३ किंवा 123", "Digits: as published, १२३ or 123")
    case .helpHelp: ("यह मदद", "ही मदत", "This help")
    case .helpQuit: ("बंद करें", "बंद करा", "Quit")
    case .helpSuspend: ("रोककर शेल में जाएँ (fg से वापसी)", "थांबवून शेलमध्ये जा (fg ने परत)", "Suspend to the shell (fg returns)")
    case .helpRedraw: ("स्क्रीन दोबारा बनाएँ", "स्क्रीन पुन्हा रेखाटा", "Draw the screen again")
    case .helpDismiss: ("नमूना संस्करण हटाएँ", "नमुना आवृत्ती हटवा", "Dismiss the sample edition")
    }
  }
}
