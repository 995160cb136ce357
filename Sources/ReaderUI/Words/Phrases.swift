import IndicText

/// Everything the reader says on the screen. The texts are in a data file for each language, `Sources/UIWords/Languages`.
///
/// Sentences about failures come from outside, already worded.
public enum Phrase: String, CaseIterable, Hashable, Sendable {
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
  case now, years, months, weeks, days, hours, minutes
  case noNewStories, manyNewStories, feedsFailed
  case troubleStatus, troubleRefused, troubleNotFound, troubleServer, troubleAskedToWait, troubleUnknownHost
  case troubleUnreachable, troubleTimedOut, troubleInsecure, troubleCutOff, troubleTooLarge, troubleRedirects
  case troubleForbidden, troubleNotAFeed, troubleGone, troubleNotStored, troubleLibraryMissing, troubleOther
  case pictureLoading, noPictures, picturesNever, picturesHidden, helpPictures, statusPictures
  case links, noLinks, picture, summaryOnly, summaryCompleting, summaryFailed
  case search, searchPrompt, searchPromptShort, foundOf, hiddenOnes, searching, noHits, noHitsHint
  case recentSearches, queryUnclosed, queryUnopened, queryField, queryNoValue, queryValue, queryDate
  case queryOperand, queryTooLong, statusResults, statusForget, statusForgetAll, statusSearch
  case statusFindHere, statusEverywhere, statusListBack, helpSearch
  case computed, sameEvent, sharedTags, samePeople, background, papers, noSentence
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
  /// What a terminal says when the program has crashed: kept ready, for then nothing can be read any more.
  case endedUnexpectedly
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
  ///
  /// - Parameter count: the number that a phrase with plural forms tells of; its text, in the reader's digits, is among the arguments.
  public func callAsFunction(_ phrase: Phrase, count: Int? = nil, _ arguments: String...) -> String {
    let text = ScreenWords.of(language).text(phrase, count: count, arguments)
    return script == .roman ? Romanisation.text(text, language: language.rawValue) : text
  }
}
