import IndicText

/// Everything the reader says on the screen, in its languages.
///
/// `{0}` and `{1}` stand for arguments. Sentences about failures come from outside, already worded.
public enum Phrase: CaseIterable, Hashable, Sendable {
  case appName, allStories, headlines, highlights, story, related, moreFrom, pointedAtBy, sameTags
  case queryAsksNothing, queryStateInRule
  case spellings, companions, inStories, tagStories, tagGone, statusTagPage
  case savedQueries, smartLists, muteRules, noSavedQueries, queryRemoved, queryStays, listSaved, ruleSaved, hiddenBy
  case listNamePrompt, ruleNamePrompt, searchFirst, mutedStory, mutedShown, mutedHidden, statusKeep, statusMute
  case helpSavedQueries, helpSaveList, helpSaveMuteRule, helpMuted
  case groupsShown, groupsParted, versions, noVersions, versionFirst, versionCopy, versionRetold, versionAdds
  case wanted, noWanted, pointingStories, tagPrompt, tagPromptShort, tagAdded, tagTakenOff
  case helpEditTag, helpGroups, helpVersions, helpWanted
  case marks, noMarks, markSet, markRemoved, markStays, noteKept, noteRemoved, notePrompt, notePromptShort, markInStory
  case markInText, noSentencesHere, sentenceGone, sentenceChanged, statusSign, statusNote, statusNextSentence
  case history, noHistory, corrected, titleWas, moreChanges
  case helpMark, helpNote, helpMarks, helpHistory
  case kindPerson, kindPlace, kindOrganisation, kindTopic
  case tags, themes, help, publisherOrigin, extractedOrigin
  case newCount, sampleEdition, sampleHint, minutesToRead
  case emptyStore, emptyStoreHint, noMatch, noMatchHint, nothingFound, loading
  case noAddress, opening, notHereYet, lookForTitle, noSimilarTitle, similarTitles
  case noMoreUnread, noRelated, noTags, trailStart, trailEnd, starred, unstarred, markedUnread, markedRead
  case findPrompt, findNone, filterCleared, themeSaved, romanShown, devanagariShown, interlinearShown, digitsPublished,
    digitsDevanagari,
    digitsASCII
  case digitsInRoman, sampleDismissed, storyGone, newStories
  case feeds, noFeeds, feedsFound, lookingForFeeds, noFeedFound, addressPrompt, addressPromptShort, alreadySubscribed,
    subscribedTo,
    subscribedToMany
  case catalogue, noCatalogue, chooseLanguages, chooseStates, chooseSections, choosePublishers, wholeCountry
  case subscribing, publisherWithoutFeed
  case unsubscribed, resubscribed, feedRemoved
  case ago, lastSuccess, neverFetched, nextAttempt, storyCount
  case refreshRuns, refreshWait, refreshStopping, refreshStopped, offline, listingFeeds, understandingStories
  case noNewStories, oneNewStory, manyNewStories, oneFeedFailed, feedsFailed
  case troubleStatus, troubleRefused, troubleNotFound, troubleServer, troubleAskedToWait, troubleUnknownHost
  case troubleUnreachable, troubleTimedOut, troubleInsecure, troubleCutOff, troubleTooLarge, troubleRedirects
  case troubleForbidden, troubleNotAFeed, troubleGone, troubleNotStored, troubleLibraryMissing, troubleOther
  case pictureLoading, noPictures, picturesNever, picturesHidden, helpPictures, statusPictures
  case links, noLinks, picture, summaryOnly, summaryCompleting, summaryFailed
  case search, searchPrompt, searchPromptShort, foundOf, hiddenOnes, searching, noHits, noHitsHint
  case recentSearches, queryUnclosed, queryUnopened, queryField, queryNoValue, queryValue, queryDate
  case queryOperand, queryTooLong, statusResults, statusForget, statusForgetAll, statusSearch
  case statusFindHere, statusEverywhere, statusListBack, helpSearch
  case computed, sameEvent, sharedTags, oneSharedTag, samePeople, background, papers, onePaper, noSentence
  case statusHighlight, statusSentence
  case helpMarkAllRead, allMarkedRead, noneUnread
  case helpWelcome, welcome, welcomeGreeting, welcomeKeys, letters, lettersInPlace, lettersEdge, lettersGood,
    lettersBroken,
    lettersDoctor
  case helpWord, noWord, wordInOthers, wordInNone, wordIsCounted, statusWord, statusLookUp
  case helpCopy, copy, copied, copyLink, copyTitle, copyBoth, copyParagraph, copySentence, copyStory
  case pipePrompt, pipePromptJSON, pipeRuns, pipeDone, pipeFailed, pipeUnclosed, helpPipe
  case nothingToUndo, undone, tagAll, tagAny, tagNone, tagMergeInto, tagRenamePrompt, tagRenamed, tagMerged
  case tagSplit, spellingNote, statusTagMark, statusRename, statusMerge
  case statusMove, statusOpen, statusTags, statusRelated, statusFind, statusHelp, statusBack, statusPane
  case statusStories, statusAdd, statusRefresh, statusUnsubscribe, statusFeeds, statusSources, statusOn, statusAll
  case statusNext, statusEnd, statusTake, statusMark, statusLeave, statusDismiss
  case helpMoveDown, helpMoveUp, helpPageDown, helpPageUp, helpHalfDown, helpHalfUp, helpStart, helpEnd, helpOpen
  case helpNextPane, helpPreviousPane, helpBack, helpForward, helpOpenRelated, helpRelated, helpTags, helpClear
  case helpStar, helpUnread, helpNextUnread, helpPreviousUnread, helpBrowser, helpFind, helpThemes, helpScript,
    helpDigits, helpHelp
  case helpRefresh, helpFeeds, helpAddFeed, helpCatalogue, helpUndoUnsubscribe, helpLinks
  case mouseOn, mouseOff, helpMouse, helpNarrowList, helpWidenList
  case helpSpeech, helpNextSentence, helpPreviousSentence, statusPause, statusResume, statusSentences, statusSilence
  case speechNothing, speechEnded
  case helpQuit, helpSuspend, helpRedraw, helpDismiss
  case keysNotBound, keysWait, inList, inHighlights, inStory
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
        "यह नमूना है। C: अपनी भाषा, राज्य और विषय चुनें · या khabar import फ़ाइल",
        "हा नमुना आहे. C: तुमची भाषा, राज्य आणि विषय निवडा · किंवा khabar import फाइल",
        "This is a sample. C: choose your language, state and sections · or khabar import FILE"
      )
    case .minutesToRead: ("{0} मिनट", "{0} मिनिटे", "{0} min")
    case .emptyStore: ("अभी कोई ख़बर नहीं है।", "अजून एकही बातमी नाही.", "There are no stories yet.")
    case .emptyStoreHint:
      (
        "C से प्रकाशक चुनें, A से कोई फ़ीड या साइट जोड़ें, या दूसरे टर्मिनल में चलाएँ: khabar import फ़ाइल।",
        "C ने प्रकाशक निवडा, A ने फीड किंवा साइट जोडा, किंवा दुसऱ्या टर्मिनलमध्ये चालवा: khabar import फाइल.",
        "C chooses publishers, A adds a feed or a site, or run in another terminal: khabar import FILE."
      )
    case .noMatch: ("इस छाँट में कोई ख़बर नहीं।", "या निवडीत बातमी नाही.", "No story matches this filter.")
    case .noMatchHint: ("Esc से छाँट हटाएँ।", "Esc ने निवड काढा.", "Esc clears the filter.")
    case .nothingFound: ("ऐसा कुछ नहीं मिला।", "असे काही सापडले नाही.", "Nothing like that was found.")
    case .loading: ("आ रहा है …", "येत आहे …", "Loading …")
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
    case .interlinearShown:
      (
        "नीचे रोमन अक्षर। केवल रोमन: K", "खाली रोमन अक्षरे. फक्त रोमन: K",
        "Latin underneath. Latin alone: K"
      )
    case .romanShown: ("रोमन अक्षर। देवनागरी: K", "रोमन अक्षरे. देवनागरी: K", "Latin letters. Devanagari again: K")
    case .devanagariShown:
      ("देवनागरी अक्षर। नीचे रोमन भी: K", "देवनागरी अक्षरे. खाली रोमनही: K", "Devanagari letters. Latin under them: K")
    case .digitsPublished:
      ("अंक: जैसे छपे थे। १२३ के लिए D", "अंक: छापले तसे. १२३ साठी D", "Digits: as published. D for १२३")
    case .digitsDevanagari: ("अंक: १२३। 123 के लिए D", "अंक: १२३. 123 साठी D", "Digits: १२३. D for 123")
    case .digitsASCII:
      ("अंक: 123। छपे हुए अंकों के लिए D", "अंक: 123. छापलेल्या अंकांसाठी D", "Digits: 123. D for those published")
    case .digitsInRoman:
      (
        "रोमन में अंक 123 ही रहते हैं। देवनागरी: K", "रोमनमध्ये अंक 123 असेच राहतात. देवनागरी: K",
        "With Latin letters digits stay 123. Devanagari again: K"
      )
    case .sampleDismissed: ("नमूना हटाया गया।", "नमुना हटवला.", "The sample was dismissed.")
    case .storyGone: ("यह ख़बर अब यहाँ नहीं है।", "ही बातमी आता इथे नाही.", "This story is no longer here.")
    case .newStories: ("नई ख़बरें: {0}", "नव्या बातम्या: {0}", "New stories: {0}")
    case .feeds: ("फ़ीडें", "फीड", "Feeds")
    case .noFeeds:
      (
        "अभी कोई फ़ीड नहीं जुड़ी। A से फ़ीड या साइट जोड़ें।", "अजून एकही फीड जोडलेली नाही. A ने फीड किंवा साइट जोडा.",
        "No feeds yet. A adds a feed or a site."
      )
    case .feedsFound: ("मिली फ़ीडें", "सापडलेल्या फीड", "Feeds found")
    case .lookingForFeeds: ("ढूँढ रहे हैं …", "शोधत आहे …", "Looking …")
    case .noFeedFound:
      (
        "यहाँ कोई फ़ीड नहीं मिली। Backspace से पता सुधारें।", "इथे फीड सापडली नाही. Backspace ने पत्ता दुरुस्त करा.",
        "No feed was found here. Backspace corrects the address."
      )
    case .addressPrompt: ("फ़ीड या साइट का पता: ", "फीड किंवा साइटचा पत्ता: ", "Address of feed or site: ")
    case .addressPromptShort: ("पता: ", "पत्ता: ", "Address: ")
    case .alreadySubscribed: ("यह फ़ीड पहले से जुड़ी है।", "ही फीड आधीच जोडलेली आहे.", "That feed is here already.")
    case .subscribedTo: ("जुड़ गई: {0}", "जोडली: {0}", "Added: {0}")
    case .subscribedToMany: ("{0} फ़ीडें जुड़ गईं।", "{0} फीड जोडल्या.", "{0} feeds added.")
    case .catalogue: ("प्रकाशक चुनें", "प्रकाशक निवडा", "Choose publishers")
    case .noCatalogue: ("यहाँ कोई प्रकाशक नहीं मिला।", "इथे प्रकाशक सापडला नाही.", "There are no publishers here.")
    case .chooseLanguages: ("आप कौन-सी भाषाएँ पढ़ते हैं?", "तुम्ही कोणत्या भाषा वाचता?", "Which languages do you read?")
    case .chooseStates: ("कहाँ की ख़बरें?", "कुठल्या बातम्या?", "News from where?")
    case .chooseSections: ("कौन-से विषय?", "कोणते विषय?", "Which sections?")
    case .choosePublishers: ("कौन-से प्रकाशक?", "कोणते प्रकाशक?", "Which publishers?")
    case .wholeCountry: ("पूरा देश", "संपूर्ण देश", "The whole country")
    case .subscribing: ("{0} फ़ीडें जोड़ी जा रही हैं …", "{0} फीड जोडत आहे …", "Adding {0} feeds …")
    case .publisherWithoutFeed:
      (
        "यह प्रकाशक फ़ीड नहीं देता; इसके पन्ने आयात करें (khabar import)।",
        "हा प्रकाशक फीड देत नाही; त्याची पाने आयात करा (khabar import).",
        "This publisher has no feed; import its pages (khabar import)."
      )
    case .unsubscribed:
      ("हटाई गई: {0} · U से वापस", "काढली: {0} · U ने परत", "Unsubscribed: {0} · U takes it back")
    case .resubscribed: ("फिर जुड़ गई: {0}", "पुन्हा जोडली: {0}", "Subscribed again: {0}")
    case .feedRemoved:
      (
        "हटाई गई; इसकी ख़बरें यहीं हैं। ^D से वापस।", "काढली; तिच्या बातम्या इथेच आहेत. ^D ने परत.",
        "Unsubscribed; its stories stay. ^D takes it back."
      )
    case .ago: ("{0} पहले", "{0} झाले", "{0} ago")
    case .lastSuccess: ("पिछली बार मिली: {0}", "शेवटचे यश: {0}", "last success: {0}")
    case .neverFetched: ("अब तक कभी नहीं मिली", "आतापर्यंत कधीच मिळाली नाही", "never fetched yet")
    case .nextAttempt: ("अगली कोशिश: {0} बाद", "पुढील प्रयत्न: {0} बाकी", "next try: in {0}")
    case .storyCount: ("ख़बरें: {0}", "बातम्या: {0}", "stories: {0}")
    case .refreshRuns:
      ("ख़बरें आ ही रही हैं। रोकने के लिए फिर R", "बातम्या येतच आहेत. थांबवण्यासाठी पुन्हा R", "News is coming in already. R again stops it")
    case .refreshWait: ("ख़बरें आ ही रही हैं, ज़रा रुकें।", "बातम्या येतच आहेत, जरा थांबा.", "News is coming in already; a moment.")
    case .refreshStopping: ("रोका जा रहा है …", "थांबवत आहे …", "Stopping …")
    case .refreshStopped: ("रोका गया", "थांबवले", "Stopped")
    case .offline:
      (
        "इंटरनेट नहीं मिल रहा। जो ख़बरें यहाँ हैं, वे यहीं रहेंगी।", "इंटरनेट मिळत नाही. इथल्या बातम्या इथेच राहतील.",
        "No internet. The stories that are here stay here."
      )
    case .queryAsksNothing:
      (
        "यह नियम सब ख़बरें छिपा देगा; कोई शब्द या फ़ील्ड दें।", "हा नियम सर्व बातम्या लपवेल; एखादा शब्द किंवा फील्ड द्या.",
        "This rule would hide all stories; give it a word or a field."
      )
    case .queryStateInRule:
      (
        "छिपाने का नियम is: नहीं लेता; वह बताता है कि ख़बर किस बारे में है।", "लपवण्याचा नियम is: घेत नाही; बातमी कशाबद्दल आहे ते तो सांगतो.",
        "A mute rule takes no is:; it says what stories are about."
      )
    case .marks: ("चिह्न और टिप्पणियाँ", "खुणा आणि टिपा", "Marks and notes")
    case .noMarks:
      (
        "अभी कोई चिह्न नहीं। लेख में ) से वाक्य चुनें, x से चिह्न लगाएँ, e से टिप्पणी लिखें।",
        "अजून एकही खूण नाही. लेखात ) ने वाक्य निवडा, x ने खूण करा, e ने टीप लिहा.",
        "No marks yet. In a story ) chooses a sentence, x marks it, e writes a note."
      )
    case .markSet: ("चिह्न लगा। e: टिप्पणी · E: सभी", "खूण केली. e: टीप · E: सर्व", "Marked. e: note · E: all")
    case .markRemoved: ("चिह्न हटा। U: वापस", "खूण काढली. U: परत", "Mark removed. U: undo")
    case .markStays: ("हटाया गया। ^D से वापस।", "काढली. ^D ने परत.", "Removed. ^D brings it back.")
    case .noteKept: ("टिप्पणी रखी गई। E: सभी", "टीप ठेवली. E: सर्व", "Note kept. E: all")
    case .noteRemoved: ("टिप्पणी हटी, चिह्न है। U: वापस", "टीप काढली, खूण आहे. U: परत", "Note removed, the mark stays. U: undo")
    case .notePrompt: ("इस वाक्य पर टिप्पणी: ", "या वाक्यावर टीप: ", "Note on this sentence: ")
    case .notePromptShort: ("टिप्पणी: ", "टीप: ", "Note: ")
    case .markInStory:
      (
        "पहले ख़बर खोलें (Enter); वाक्य लेख में चुने जाते हैं।", "आधी बातमी उघडा (Enter); वाक्ये लेखात निवडतात.",
        "Open the story first (Enter): sentences are chosen there."
      )
    case .markInText:
      (
        "चिह्न लेख के वाक्यों पर लगते हैं, शीर्षक पर नहीं।", "खुणा लेखातील वाक्यांवर लागतात, मथळ्यावर नाही.",
        "Marks are for sentences of the text, not for the headline."
      )
    case .noSentencesHere: ("यहाँ कोई वाक्य नहीं है।", "इथे वाक्य नाही.", "There is no sentence here.")
    case .sentenceGone: ("यह वाक्य अब ख़बर में नहीं है।", "हे वाक्य आता बातमीत नाही.", "The story does not say this any more.")
    case .sentenceChanged: ("ख़बर में यह वाक्य बदला गया है।", "बातमीत हे वाक्य बदलले आहे.", "The story has changed this sentence.")
    case .statusSign: ("चिह्न", "खूण", "mark")
    case .statusNote: ("टिप्पणी", "टीप", "note")
    case .statusNextSentence: ("अगला/पिछला वाक्य", "पुढील/मागील वाक्य", "next/previous sentence")
    case .history: ("इस ख़बर में क्या बदला", "या बातमीत काय बदलले", "What changed in this story")
    case .noHistory: ("इस ख़बर का कोई पिछला रूप नहीं है।", "या बातमीचे आधीचे रूप नाही.", "There is no earlier version of this story.")
    case .corrected: ("संशोधित", "सुधारित", "corrected")
    case .titleWas: ("शीर्षक:", "मथळा:", "Headline:")
    case .moreChanges: ("और {0} बदलाव", "आणखी {0} बदल", "{0} more changes")
    case .helpNextSentence: ("अगला वाक्य: चुनें; सुनते समय: सुनें", "पुढील वाक्य: निवडा; ऐकताना: ऐका", "Next sentence: choose it; while read aloud: hear it")
    case .helpPreviousSentence: ("पिछला वाक्य: चुनें; सुनते समय: सुनें", "मागील वाक्य: निवडा; ऐकताना: ऐका", "Previous sentence: choose it; while read aloud: hear it")
    case .helpMark: ("वाक्य पर चिह्न लगाएँ या हटाएँ", "वाक्यावर खूण करा किंवा काढा", "Mark the sentence, or unmark it")
    case .helpNote: ("वाक्य पर टिप्पणी लिखें", "वाक्यावर टीप लिहा", "Write a note on the sentence")
    case .helpMarks: ("सभी चिह्न और टिप्पणियाँ", "सर्व खुणा आणि टिपा", "All marks and notes")
    case .helpHistory: ("संशोधित ख़बर में क्या बदला", "सुधारित बातमीत काय बदलले", "What a corrected story said before")
    case .kindPerson: ("व्यक्ति", "व्यक्ती", "person")
    case .kindPlace: ("स्थान", "ठिकाण", "place")
    case .kindOrganisation: ("संस्था", "संस्था", "organisation")
    case .kindTopic: ("विषय", "विषय", "topic")
    case .spellings: ("वर्तनियाँ", "लेखनभेद", "Spellings")
    case .companions: ("साथ आने वाले टैग", "सोबत येणारे टॅग", "Tags beside it")
    case .inStories: ("ख़बरों में", "बातम्यांमध्ये", "In stories")
    case .tagStories: ("Enter से इस टैग की ख़बरें", "Enter ने या टॅगच्या बातम्या", "Enter lists the stories of this tag")
    case .tagGone: ("यह टैग अब यहाँ नहीं है।", "हा टॅग आता इथे नाही.", "This tag is no longer here.")
    case .statusTagPage: ("टैग के बारे में", "टॅगविषयी", "about the tag")
    case .savedQueries: ("मेरी सूचियाँ और नियम", "माझ्या याद्या आणि नियम", "Lists and rules of mine")
    case .smartLists: ("सूचियाँ", "याद्या", "Lists")
    case .muteRules: ("छिपाने के नियम", "लपवण्याचे नियम", "Mute rules")
    case .noSavedQueries:
      (
        "अभी कुछ नहीं रखा गया। खोज के परिणामों में + सूची रखता है, - छिपाने का नियम।",
        "अजून काही ठेवलेले नाही. शोधाच्या निकालांत + यादी ठेवतो, - लपवण्याचा नियम.",
        "Nothing is kept yet. Among results + keeps the search as a list, - as a mute rule."
      )
    case .queryRemoved: ("हटाया गया: {0} · ^D से वापस", "काढले: {0} · ^D ने परत", "Removed: {0} · ^D takes it back")
    case .queryStays: ("हटाया गया। ^D से वापस।", "काढले. ^D ने परत.", "Removed. ^D takes it back.")
    case .listSaved: ("सूची रखी गई: {0} · {1} ख़बरें (m)", "यादी ठेवली: {0} · {1} बातम्या (m)", "List kept: {0} · {1} stories (m)")
    case .ruleSaved:
      (
        "नियम रखा गया: {0} · {1} ख़बरें छिपीं (M से दिखें)", "नियम ठेवला: {0} · {1} बातम्या लपल्या (M ने दाखवा)",
        "Rule kept: {0} · {1} stories hidden (M shows them)"
      )
    case .hiddenBy: ("यह ख़बर इस नियम से छिपी है", "ही बातमी या नियमाने लपली आहे", "This story is hidden by this rule")
    case .listNamePrompt: ("सूची का नाम: ", "यादीचे नाव: ", "Name of the list: ")
    case .ruleNamePrompt: ("नियम का नाम: ", "नियमाचे नाव: ", "Name of the rule: ")
    case .searchFirst:
      (
        "पहले / से खोजें या t से छाँटें; वही रखा जा सकता है।", "आधी / ने शोधा किंवा t ने निवडा; तेच ठेवता येते.",
        "Search with / or filter with t first; that can be kept."
      )
    case .mutedStory: ("छिपी", "लपवलेली", "hidden")
    case .mutedShown:
      ("छिपी ख़बरें भी दिख रही हैं। फिर M से छिपाएँ", "लपवलेल्या बातम्याही दिसत आहेत. पुन्हा M ने लपवा", "Hidden stories are shown. M hides them")
    case .mutedHidden: ("छिपी ख़बरें अब नहीं दिखेंगी।", "लपवलेल्या बातम्या आता दिसणार नाहीत.", "Hidden stories are hidden again.")
    case .statusKeep: ("सूची रखें", "यादी ठेवा", "keep as list")
    case .statusMute: ("छिपाएँ", "लपवा", "mute")
    case .helpSavedQueries:
      (
        "मेरी सूचियाँ और छिपाने के नियम; छिपी ख़बर पर: क्यों छिपी", "माझ्या याद्या आणि लपवण्याचे नियम; लपवलेल्या बातमीवर: का लपली",
        "Lists and mute rules of mine; on a hidden story: why"
      )
    case .helpSaveList: ("खोज या छाँट को सूची के रूप में रखें", "शोध किंवा निवड यादी म्हणून ठेवा", "Keep the search or filter as a list")
    case .helpSaveMuteRule: ("खोज या छाँट जो पाए उसे छिपाएँ", "शोध किंवा निवडीत सापडेल ते लपवा", "Hide what the search or filter finds")
    case .helpMuted: ("छिपी ख़बरें दिखाएँ या छिपाएँ", "लपवलेल्या बातम्या दाखवा किंवा लपवा", "Show hidden stories, or hide them")
    case .groupsShown:
      ("एक घटना, एक पंक्ति। V से सब अख़बार", "एक घटना, एक ओळ. V ने सर्व वृत्तपत्रे", "One row for each event. V shows all papers")
    case .groupsParted: ("हर ख़बर अलग पंक्ति में।", "प्रत्येक बातमी वेगळ्या ओळीत.", "Each story has its row.")
    case .versions: ("इस घटना की ख़बरें", "या घटनेच्या बातम्या", "Stories of this event")
    case .noVersions: ("यह ख़बर और किसी ने नहीं दी।", "ही बातमी इतर कोणी दिलेली नाही.", "No other story tells this.")
    case .versionFirst: ("सबसे पहले", "सर्वात आधी", "first")
    case .versionCopy: ("वही पाठ", "तोच मजकूर", "same text")
    case .versionRetold: ("अपने शब्दों में", "स्वतःच्या शब्दांत", "in other words")
    case .versionAdds: ("नई बात: {0}", "नवीन माहिती: {0}", "New in it: {0}")
    case .wanted: ("जिन ख़बरों का सबसे ज़्यादा ज़िक्र है", "सर्वाधिक उल्लेख असलेल्या बातम्या", "Stories most pointed at, not here yet")
    case .noWanted: ("ऐसी कोई ख़बर नहीं जो यहाँ न हो।", "इथे नसलेली अशी बातमी नाही.", "No story is pointed at that is not here.")
    case .pointingStories: ("यहाँ की {0} ख़बरें इसका नाम लेती हैं।", "इथल्या {0} बातम्या हिचा उल्लेख करतात.", "Stories here that name it: {0}")
    case .tagPrompt: ("टैग जोड़ें (जो लगा है वह हटेगा): ", "टॅग जोडा (असलेला काढला जाईल): ", "Tag to add (one that is there goes): ")
    case .tagPromptShort: ("टैग: ", "टॅग: ", "Tag: ")
    case .tagAdded: ("टैग लगाया: #{0}", "टॅग लावला: #{0}", "Tag added: #{0}")
    case .tagTakenOff: ("टैग हटाया: #{0}", "टॅग काढला: #{0}", "Tag taken off: #{0}")
    case .helpEditTag: ("ख़बर पर अपना टैग लगाएँ या हटाएँ", "बातमीला आपला टॅग लावा किंवा काढा", "Put a tag on the story, or take one off")
    case .helpGroups:
      ("एक घटना की ख़बरें एक पंक्ति में, या अलग", "एका घटनेच्या बातम्या एका ओळीत, किंवा वेगळ्या", "One row for each event, or each story")
    case .helpVersions: ("इसी घटना पर दूसरे अख़बार", "याच घटनेवर इतर वृत्तपत्रे", "The same event in other papers")
    case .helpWanted:
      ("जो ख़बरें यहाँ नहीं और जिनका ज़िक्र सबसे ज़्यादा है", "इथे नसलेल्या, सर्वाधिक उल्लेखाच्या बातम्या", "Stories most pointed at that are not here")
    case .listingFeeds: ("फ़ीडें", "फीड", "feeds")
    case .understandingStories: ("लेख", "लेख", "stories")
    case .noNewStories: ("कोई नई ख़बर नहीं", "नवी बातमी नाही", "No new stories")
    case .oneNewStory: ("{0} नई ख़बर", "{0} नवी बातमी", "{0} new story")
    case .manyNewStories: ("{0} नई ख़बरें", "{0} नव्या बातम्या", "{0} new stories")
    case .oneFeedFailed: ("{0} फ़ीड नहीं मिली (F)", "{0} फीड मिळाली नाही (F)", "{0} feed failed (F)")
    case .feedsFailed: ("{0} फ़ीडें नहीं मिलीं (F)", "{0} फीड मिळाल्या नाहीत (F)", "{0} feeds failed (F)")
    case .troubleStatus:
      ("सर्वर का जवाब समझ में नहीं आया ({0})।", "सर्व्हरचे उत्तर समजले नाही ({0}).", "The server gave an unexpected answer ({0}).")
    case .troubleRefused: ("सर्वर ने मना किया ({0})।", "सर्व्हरने नकार दिला ({0}).", "The server refused ({0}).")
    case .troubleNotFound:
      ("इस पते पर कुछ नहीं मिला ({0})।", "या पत्त्यावर काही सापडले नाही ({0}).", "Nothing was found at this address ({0}).")
    case .troubleServer: ("सर्वर में गड़बड़ है ({0})।", "सर्व्हरमध्ये बिघाड आहे ({0}).", "The server is in trouble ({0}).")
    case .troubleAskedToWait:
      ("सर्वर ने रुकने को कहा है।", "सर्व्हरने थांबायला सांगितले आहे.", "The server asked to wait.")
    case .troubleUnknownHost: ("यह साइट नहीं मिली।", "ही साइट सापडली नाही.", "There is no such site.")
    case .troubleUnreachable: ("साइट से संपर्क नहीं हुआ।", "साइटशी संपर्क झाला नाही.", "The site cannot be reached.")
    case .troubleTimedOut: ("साइट ने समय पर जवाब नहीं दिया।", "साइटने वेळेत उत्तर दिले नाही.", "The site did not answer in time.")
    case .troubleInsecure:
      ("सुरक्षित संपर्क नहीं बना (TLS)।", "सुरक्षित संपर्क झाला नाही (TLS).", "No secure connection could be made (TLS).")
    case .troubleCutOff: ("जवाब बीच में ही टूट गया।", "उत्तर मध्येच तुटले.", "The answer broke off.")
    case .troubleTooLarge: ("जवाब बहुत बड़ा था।", "उत्तर फार मोठे होते.", "The answer was too large.")
    case .troubleRedirects:
      ("साइट घुमाती ही रही (बहुत सारे redirect)।", "साइट फिरवतच राहिली (खूप redirect).", "The site redirects in circles.")
    case .troubleForbidden: ("यह पता खोला नहीं जाता।", "हा पत्ता उघडला जात नाही.", "This address is not opened.")
    case .troubleNotAFeed: ("जो आया वह फ़ीड नहीं है।", "जे आले ते फीड नाही.", "What came is not a feed.")
    case .troubleGone: ("यह फ़ीड हमेशा के लिए बंद हो गई।", "ही फीड कायमची बंद झाली.", "This feed is gone for good.")
    case .troubleNotStored: ("ख़बरें सहेजी नहीं जा सकीं।", "बातम्या साठवता आल्या नाहीत.", "The stories could not be stored.")
    case .troubleLibraryMissing:
      ("ख़बरें लाने वाला libcurl यहाँ नहीं है।", "बातम्या आणणारे libcurl इथे नाही.", "libcurl, which fetches the news, is not here.")
    case .troubleOther: ("कुछ गड़बड़ हो गई।", "काहीतरी बिघडले.", "Something went wrong.")
    case .helpWelcome:
      ("भाषा, फ़ीड, रंग, अक्षर: शुरू से चुनें", "भाषा, फीड, रंग, अक्षरे: सुरुवातीपासून निवडा", "Language, feeds, theme, letters from the start")
    case .welcome: ("नमस्ते", "नमस्कार", "Welcome")
    case .welcomeGreeting: ("ख़बर में आपका स्वागत है।", "ख़बर मध्ये तुमचे स्वागत आहे.", "Welcome to khabar.")
    case .welcomeKeys:
      ("Enter चुनता है, Esc छोड़कर आगे बढ़ता है।", "Enter निवडते, Esc सोडून पुढे जाते.", "Enter takes, Esc skips.")
    case .letters: ("अक्षर", "अक्षरे", "Letters")
    case .lettersInPlace: ("मात्राएँ अपनी जगह हैं?", "मात्रा जागेवर आहेत?", "Are the signs in place?")
    case .lettersEdge: ("दायाँ किनारा सीधा है?", "उजवी कडा सरळ आहे?", "Is the right edge straight?")
    case .lettersGood: ("हाँ, सब ठीक है", "होय, सर्व ठीक आहे", "Yes, all is well")
    case .lettersBroken: ("नहीं: लैटिन अक्षरों में दिखाएँ", "नाही: लॅटिन अक्षरांत दाखवा", "No: show Latin letters")
    case .lettersDoctor:
      (
        "K से वापस। “khabar doctor” बताता है कि टर्मिनल में क्या बदलें।", "K ने परत. टर्मिनलमध्ये काय बदलावे ते “khabar doctor” सांगतो.",
        "K goes back. “khabar doctor” says what to change in the terminal."
      )
    case .helpWord: ("इस शब्द वाली और ख़बरें", "हा शब्द असलेल्या आणखी बातम्या", "Other stories with a word of this one")
    case .noWord: ("यहाँ कोई शब्द नहीं है।", "इथे एकही शब्द नाही.", "There is no word here.")
    case .wordInOthers: ("{0} और ख़बरों में", "आणखी {0} बातम्यांत", "in {0} more stories")
    case .wordInNone: ("और किसी ख़बर में नहीं", "आणखी कोणत्याही बातमीत नाही", "in no other story")
    case .wordIsCounted: ("गिन रहे हैं…", "मोजत आहे…", "counting…")
    case .statusWord: ("शब्द", "शब्द", "word")
    case .statusLookUp: ("दिखाएँ", "दाखवा", "show")
    case .pictureLoading: ("चित्र लाया जा रहा है …", "छायाचित्र आणत आहे …", "The picture is on its way …")
    case .noPictures: ("इस ख़बर में कोई चित्र नहीं है।", "या बातमीत छायाचित्र नाही.", "This story has no picture.")
    case .picturesNever:
      (
        "सेटिंग “images: never” है; चित्र देखने हों तो ask लिखें।", "सेटिंग “images: never” आहे; छायाचित्रे पाहायची असल्यास ask लिहा.",
        "The setting is “images: never”; with ask pictures are fetched when you want them."
      )
    case .picturesHidden: ("चित्र छिपाए गए", "छायाचित्रे लपवली", "Pictures hidden")
    case .helpPictures: ("ख़बर के चित्र लाएँ, या छिपाएँ", "बातमीची छायाचित्रे आणा, किंवा लपवा", "Fetch the story's pictures, or hide them")
    case .statusPictures: ("चित्र", "छायाचित्रे", "pictures")
    case .helpCopy: ("कड़ी, शीर्षक या पाठ कॉपी करें", "दुवा, मथळा किंवा मजकूर कॉपी करा", "Copy link, headline or text")
    case .copy: ("कॉपी करें", "कॉपी करा", "Copy")
    case .copied: ("कॉपी हुआ: {0}", "कॉपी झाले: {0}", "Copied: {0}")
    case .copyLink: ("कड़ी", "दुवा", "Link")
    case .copyTitle: ("शीर्षक", "मथळा", "Headline")
    case .copyBoth: ("शीर्षक और कड़ी", "मथळा आणि दुवा", "Headline and link")
    case .copyParagraph: ("यह अनुच्छेद", "हा परिच्छेद", "This paragraph")
    case .copySentence: ("यह वाक्य", "हे वाक्य", "This sentence")
    case .copyStory: ("पूरा लेख", "पूर्ण लेख", "The whole story")
    case .links: ("इस लेख की कड़ियाँ", "या लेखातील दुवे", "Links in this story")
    case .noLinks: ("इस लेख में कोई कड़ी नहीं।", "या लेखात दुवा नाही.", "There are no links in this story.")
    case .picture: ("चित्र", "छायाचित्र", "picture")
    case .summaryOnly:
      ("यह सार है। Enter से पूरा लेख।", "हा सारांश आहे. Enter ने पूर्ण लेख.", "This is a summary. Enter brings the whole story.")
    case .summaryCompleting: ("पूरा लेख आ रहा है …", "पूर्ण लेख येत आहे …", "The whole story is coming …")
    case .summaryFailed: ("{0} ब्राउज़र में: o", "{0} ब्राउझरमध्ये: o", "{0} In the browser: o")
    case .statusStories: ("ख़बरें", "बातम्या", "stories")
    case .statusAdd: ("जोड़ें", "जोडा", "add")
    case .statusRefresh: ("ताज़ा", "ताजे", "refresh")
    case .statusUnsubscribe: ("हटाएँ", "काढा", "unsubscribe")
    case .statusSources: ("भाषा, राज्य, विषय चुनें", "भाषा, राज्य, विषय निवडा", "choose your news")
    case .statusOn: ("आगे", "पुढे", "go on")
    case .statusAll: ("सब", "सर्व", "all")
    case .statusFeeds: ("फ़ीडें", "फीड", "feeds")
    case .helpRefresh: ("नई ख़बरें मँगाएँ (फिर दबाने पर रोकें)", "नव्या बातम्या आणा (पुन्हा दाबल्यास थांबवा)", "Refresh all feeds (again: stop)")
    case .helpFeeds: ("फ़ीडों की सूची", "फीडची यादी", "List of feeds")
    case .helpAddFeed: ("फ़ीड या साइट जोड़ें", "फीड किंवा साइट जोडा", "Add a feed or a site")
    case .helpCatalogue:
      ("भाषा, राज्य और विषय से प्रकाशक चुनें", "भाषा, राज्य आणि विषयानुसार प्रकाशक निवडा", "Choose publishers by language, state and section")
    case .helpUndoUnsubscribe: ("पिछला बदलाव वापस लें", "शेवटचा बदल परत घ्या", "Take the last change back")
    case .helpLinks: ("लेख की कड़ियाँ", "लेखातील दुवे", "Links in the story")
    case .search: ("खोज", "शोध", "Search")
    case .searchPrompt: ("सब ख़बरों में खोजें: ", "सर्व बातम्यांत शोधा: ", "Search all stories: ")
    case .searchPromptShort: ("खोजें: ", "शोधा: ", "Search: ")
    case .foundOf: ("{1} में से {0}", "{1} पैकी {0}", "{0} of {1}")
    case .hiddenOnes: ("{0} छिपी", "{0} लपवलेल्या", "{0} hidden")
    case .searching: ("खोज जारी है …", "शोध चालू आहे …", "Searching …")
    case .noHits: ("इस खोज में कुछ नहीं मिला।", "या शोधात काही सापडले नाही.", "Nothing was found.")
    case .noHitsHint:
      (
        "/ से खोज बदलें, Esc से पहले वाली सूची।",
        "/ ने शोध बदला, Esc ने आधीची यादी.",
        "/ changes the search, Esc brings the list back."
      )
    case .recentSearches: ("हाल की खोजें", "अलीकडचे शोध", "Recent searches")
    case .queryUnclosed: ("{0} बंद नहीं हुआ।", "{0} बंद झाले नाही.", "{0} is not closed.")
    case .queryUnopened: ("{0} खुला ही नहीं था।", "{0} उघडलेच नव्हते.", "{0} was never opened.")
    case .queryField: ("“{0}:” नाम का कोई खाना नहीं है।", "“{0}:” नावाचा भाग नाही.", "There is no field “{0}:”.")
    case .queryNoValue: ("“{0}:” के बाद कुछ लिखें।", "“{0}:” नंतर काही लिहा.", "Something must follow “{0}:”.")
    case .queryValue: ("“{0}:” के बाद “{1}” नहीं चलता।", "“{0}:” नंतर “{1}” चालत नाही.", "“{0}:” does not know “{1}”.")
    case .queryDate:
      (
        "“{0}” तारीख़ नहीं है। जैसे: 2026-11-23",
        "“{0}” ही तारीख नाही. जसे: 2026-11-23",
        "“{0}” is no date. As in 2026-11-23"
      )
    case .queryOperand: ("“{0}” के साथ कुछ लिखें।", "“{0}” बरोबर काही लिहा.", "“{0}” needs words to work on.")
    case .queryTooLong: ("खोज बहुत लंबी है।", "शोध फार लांब आहे.", "The search is too long.")
    case .statusResults: ("परिणाम", "निकाल", "results")
    case .statusForget: ("मिटाएँ", "पुसा", "forget")
    case .statusForgetAll: ("सब मिटाएँ", "सर्व पुसा", "forget all")
    case .statusSearch: ("ख़बरें खोजें", "बातम्या शोधा", "search stories")
    case .statusFindHere: ("लेख में खोजें", "लेखात शोधा", "find in story")
    case .statusEverywhere: ("सब ख़बरों में", "सर्व बातम्यांत", "in all stories")
    case .statusListBack: ("पहले वाली सूची", "आधीची यादी", "back to the list")
    case .helpSearch: ("सब ख़बरों में खोजें", "सर्व बातम्यांत शोधा", "Search all stories")
    case .computed: ("मिलती-जुलती ख़बरें", "मिळत्याजुळत्या बातम्या", "Stories like this")
    case .sameEvent: ("वही घटना", "तीच घटना", "same event")
    case .sharedTags: ("{0} साझा टैग", "{0} समान टॅग", "{0} shared tags")
    case .oneSharedTag: ("{0} साझा टैग", "{0} समान टॅग", "{0} shared tag")
    case .samePeople: ("वही लोग", "तेच लोक", "same people")
    case .background: ("पृष्ठभूमि", "पार्श्वभूमी", "background")
    case .papers: ("{0} अख़बार", "{0} वृत्तपत्रे", "{0} papers")
    case .onePaper: ("{0} अख़बार", "{0} वृत्तपत्र", "{0} paper")
    case .noSentence:
      ("यह वाक्य लेख में नहीं मिला।", "हे वाक्य लेखात सापडले नाही.", "This sentence is not in the story.")
    case .statusHighlight: ("मुख्य बातों पर", "ठळक मुद्द्यांकडे", "to the highlights")
    case .statusSentence: ("वाक्य पर जाएँ", "वाक्याकडे जा", "go to the sentence")
    case .pipePrompt: ("Markdown (Tab: JSON) | ", "Markdown (Tab: JSON) | ", "Markdown (Tab: JSON) | ")
    case .pipePromptJSON: ("JSON (Tab: Markdown) | ", "JSON (Tab: Markdown) | ", "JSON (Tab: Markdown) | ")
    case .pipeRuns: ("{0} चल रहा है …", "{0} चालू आहे …", "{0} is running …")
    case .pipeDone: ("{0}: पूरा हुआ।", "{0}: पूर्ण झाले.", "{0}: done.")
    case .pipeFailed: ("{0}: स्थिति {1}", "{0}: स्थिती {1}", "{0}: status {1}")
    case .pipeUnclosed:
      (
        "उद्धरण चिह्न बंद नहीं हुआ, या \\ के बाद कुछ नहीं है।", "अवतरणचिन्ह बंद झाले नाही, किंवा \\ नंतर काही नाही.",
        "A quotation mark is not closed, or nothing follows \\."
      )
    case .helpPipe: ("ख़बर किसी कमांड को दें", "बातमी एखाद्या आज्ञेला द्या", "Give the story to a command")
    case .nothingToUndo: ("वापस लाने को कुछ नहीं है।", "परत आणण्यासारखे काही नाही.", "There is nothing to take back.")
    case .helpMarkAllRead:
      ("सूची की सभी ख़बरें पढ़ी हुई", "यादीतील सर्व बातम्या वाचलेल्या", "Mark all stories of the list as read")
    case .allMarkedRead:
      ("{0} ख़बरें पढ़ी हुई मानी गईं। U: वापस", "{0} बातम्या वाचलेल्या धरल्या. U: परत", "{0} stories marked as read. U: undo")
    case .noneUnread: ("यहाँ सब पढ़ा हुआ है।", "इथे सर्व वाचलेले आहे.", "All of this is read.")
    case .undone: ("वापस ले लिया।", "परत घेतले.", "Taken back.")
    case .tagAll: ("और", "आणि", "and")
    case .tagAny: ("या", "किंवा", "or")
    case .tagNone: ("नहीं", "नाही", "not")
    case .tagMergeInto: ("“{0}” किस टैग में मिले", "“{0}” कोणत्या टॅगमध्ये मिसळायचा", "Merge “{0}” into")
    case .tagRenamePrompt: ("टैग का नया नाम: ", "टॅगचे नवे नाव: ", "New name of the tag: ")
    case .tagRenamed: ("“{0}” अब “{1}” है। U: वापस", "“{0}” आता “{1}” आहे. U: परत", "“{0}” is “{1}” now. U: undo")
    case .tagMerged:
      ("“{0}” अब “{1}” में है। U: वापस", "“{0}” आता “{1}” मध्ये आहे. U: परत", "“{0}” is part of “{1}” now. U: undo")
    case .tagSplit:
      ("“{0}” अब अलग टैग है। U: वापस", "“{0}” आता वेगळा टॅग आहे. U: परत", "“{0}” is a tag of its own now. U: undo")
    case .spellingNote: ("^D से अलग टैग बने।", "^D ने वेगळा टॅग होतो.", "^D makes it a tag of its own.")
    case .statusTagMark: ("और · या · नहीं", "आणि · किंवा · नाही", "and · or · not")
    case .statusRename: ("नाम बदलें", "नाव बदला", "rename")
    case .statusMerge: ("मिलाएँ", "मिसळा", "merge")
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
    case .keysNotBound: ("{0} से कुछ नहीं होता।", "{0} ने काही होत नाही.", "{0} does nothing.")
    case .keysWait: ("आगे …", "पुढे …", "then …")
    case .inList: ("{0} (सूची)", "{0} (यादी)", "{0} (list)")
    case .inHighlights: ("{0} (मुख्य बातें)", "{0} (ठळक मुद्दे)", "{0} (highlights)")
    case .inStory: ("{0} (लेख)", "{0} (लेख)", "{0} (story)")
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
    case .helpFind:
      (
        "सूची में: ख़बरें खोजें, लेख में: लेख में खोजें", "यादीत: बातम्या शोधा, लेखात: लेखात शोधा",
        "In the list: search stories, in a story: find in it"
      )
    case .helpThemes: ("रंग-रूप चुनें", "रंगसंगती निवडा", "Choose a theme")
    case .helpSpeech:
      (
        "ख़बर सुनें, इस वाक्य से; सुनते समय: रोकें, फिर चलाएँ", "बातमी ऐका, या वाक्यापासून; ऐकताना: थांबवा, पुन्हा सुरू करा",
        "Hear the story from this sentence; while it is read: pause, go on"
      )
    case .statusPause: ("रोकें", "थांबवा", "pause")
    case .statusResume: ("फिर चलाएँ", "पुन्हा सुरू", "go on")
    case .statusSentences: ("अगला/पिछला वाक्य", "पुढील/मागील वाक्य", "next/previous sentence")
    case .statusSilence: ("सुनना बंद", "ऐकणे बंद", "stop")
    case .speechNothing: ("इस लेख में सुनाने को कुछ नहीं।", "या लेखात ऐकवण्यासारखे काही नाही.", "There is nothing to read aloud here.")
    case .speechEnded: ("लेख पूरा हुआ।", "लेख पूर्ण झाला.", "That was the whole story.")
    case .helpScript:
      (
        "अक्षर: देवनागरी, नीचे रोमन, या केवल रोमन", "अक्षरे: देवनागरी, खाली रोमन, किंवा फक्त रोमन",
        "Letters: Devanagari, Latin under it, or Latin alone"
      )
    case .helpDigits: ("अंक: छपे हुए, १२३ या 123", "अंक: छापलेले, १२३ किंवा 123", "Digits: as published, १२३ or 123")
    case .helpHelp: ("यह मदद", "ही मदत", "This help")
    case .mouseOn:
      (
        "माउस ख़बर का है। टर्मिनल का चयन: Shift के साथ, या {0}", "माउस ख़बरचा आहे. टर्मिनलची निवड: Shift सह, किंवा {0}",
        "The mouse is khabar's. To select text: with Shift, or {0}"
      )
    case .mouseOff: ("माउस टर्मिनल का है। वापस: {0}", "माउस टर्मिनलचा आहे. परत: {0}", "The mouse is the terminal's. Back: {0}")
    case .helpMouse: ("माउस ख़बर का या टर्मिनल का", "माउस ख़बरचा किंवा टर्मिनलचा", "The mouse for khabar, or for the terminal")
    case .helpNarrowList: ("सूची सँकरी करें", "यादी अरुंद करा", "Make the list narrower")
    case .helpWidenList: ("सूची चौड़ी करें", "यादी रुंद करा", "Make the list wider")
    case .helpQuit: ("बंद करें", "बंद करा", "Quit")
    case .helpSuspend: ("रोककर शेल में जाएँ (fg से वापसी)", "थांबवून शेलमध्ये जा (fg ने परत)", "Suspend to the shell (fg returns)")
    case .helpRedraw: ("स्क्रीन दोबारा बनाएँ", "स्क्रीन पुन्हा रेखाटा", "Draw the screen again")
    case .helpDismiss: ("नमूना संस्करण हटाएँ", "नमुना आवृत्ती हटवा", "Dismiss the sample edition")
    }
  }
}
