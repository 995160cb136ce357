#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import Ingestion
import NcursesTerminal
import NewsModel
import NewsParsing
import NewsStore
import ReaderUI
import Screen

/// Words errors for people: the only place that does. A sentence says what was wrong, where, and what to do.
nonisolated struct Messages: Sendable {
  var language: UILanguage

  /// The sentence for any error that khabar's parts throw; another one's own description in a sentence of ours.
  func sentence(for error: any Error) -> String {
    switch error {
    case let error as StoreError: store(error)
    case let error as PageDumpError: page(error)
    case let error as ImportRefusal: refusal(error)
    case let error as FeedListError: feedList(error)
    case let error as CatalogueError: catalogue(error)
    case let error as UsageError: usage(error)
    case let error as TerminalError: terminal(error)
    case let error as ThemeLoader.Failure: themeFile(error)
    case let error as ThemeError: theme(error)
    case let error as Configuration.Failure: configuration(error)
    case let error as Browser.Failure: browser(error)
    case let error as Speaker.Failure: speaker(error)
    case let error as CommandFailure: command(error)
    case let error as ChildProgram.Failure: child(error)
    case let error as FeedTrouble: trouble(error)
    case let error as ArticleCompletion.Failure: completion(error)
    case let error as PictureTrouble: picture(error)
    case let error as PictureFetch.Failure: picture(error)
    case let error as SystemError: say("It could not be written or read: \(error.description)")
    case let error as CocoaError: say("It could not be written or read: \(error.reason)")
    default: say("Something went wrong: \(error)")
    }
  }

  func warning(_ warning: ThemeWarning) -> String {
    let place = "\(warning.file):\(warning.line): "
    let (name, kind) =
      switch warning.reason {
      case .unknownRole(let role): (role, say("there is no such role"))
      case .unknownProperty(let name, _): (name, say("there is no such property"))
      case .badColor(let color, _): (color, say("this is no colour"))
      case .badSwitch(let value, _, _): (value, say("must be true or false"))
      case .notAMap(let role): (role, say("needs {fg: …} here"))
      }
    return place + "“\(name)”: " + kind + say("; it was passed over.")
  }

  /// The sentence in the reader's language.
  func say(_ sentence: Sentence) -> String { language.say(sentence) }
}

// MARK: - The store

extension Messages {
  private nonisolated func store(_ error: StoreError) -> String {
    let path = error.path
    return switch error.kind {
    case .cannotOpen:
      say(
        "The article store \(path) cannot be opened (\(error.message)). Check the folder's permissions, or name another file with --store."
      )
    case .notADatabase:
      say(
        "\(path) is no article store; it was left as it is. Name another file with --store; if it was one, `khabar store repair` looks for what is left of it."
      )
    case .foreignDatabase:
      say("\(path) is another program's database; it was left as it is. Name another file with --store.")
    case .newerVersion(let found, let known):
      say(
        "\(path) was written by a newer khabar (form \(found), this one knows up to \(known)). Update khabar; the file is untouched."
      )
    case .corrupted:
      say(
        "The store \(path) is damaged. `khabar store repair` lays it aside as it is and makes a sound one with everything that can still be read."
      )
    case .busy:
      say("Another program has kept the store \(path) locked for long. Try again when it is done.")
    case .inUse:
      say("Another khabar has \(path) open. Close it, then try again; nothing was changed.")
    case .exists where error.operation == "back up":
      say("“\(path)” is there already. --force replaces it; or give another name.")
    case .exists: say("“\(path)” is there already; it was left as it is.")
    case .nothingToRescue:
      say("Nothing of a store of khabar's was found in \(path); it was left as it is. Bring a backup to this place.")
    case .diskFull:
      say("The disk is full: nothing was written to \(path). Make room and try again.")
    case .readOnly:
      say("\(path) may not be written to. Change its permissions, or name another file with --store.")
    // Commands show these with the spot; here they stand without.
    case .badQuery(let trouble): Phrases(language).sentence(for: trouble)
    case .nameTaken(let name):
      say("Another list or rule is called “\(name)”; choose another name.")
    case .failed:
      say("The store \(path) failed (\(error.operation)): \(error.message). Nothing was lost; try again.")
    }
  }
}

// MARK: - Pages

extension Messages {
  private nonisolated func page(_ error: PageDumpError) -> String {
    switch error {
    case .empty: say("The file is empty.")
    case .binary:
      say("This is not text; it looks like a picture or a program. Save the page as plain text in UTF-8.")
    case .tooLarge(let utf8Count, let limit):
      say(
        "The file is too large: \(utf8Count / 1024) KiB, the limit is \(limit / 1024) KiB. Save one page in one file.")
    case .looksLikeHTML:
      say("This is neither plain text nor a whole HTML page. Save the whole page from the browser.")
    case .looksLikeFeed(let kind):
      say("This looks like a feed (\(kind.rawValue)), but could not be read as one.")
    case .looksLikeData(let kind):
      say("This is no news page but data (\(kind.rawValue)).")
    case .noHeadline:
      say("It has no line that could be a headline. Save the page from its headline on.")
    case .noBody(let letterCount):
      say("Under the headline there is no story (only \(letterCount) letters). Save the whole page.")
    }
  }
}

extension Messages {
  private nonisolated func refusal(_ error: ImportRefusal) -> String {
    switch error {
    case .notAPage(let error): page(error)
    case .notAStory(let error): storyPage(error)
    case .notAFeed(let error): feed(error)
    case .notStored(let error): store(error)
    case .unreadable(let reason): say("It cannot be read: \(reason)")
    case .cancelled: say("The import was stopped before it.")
    }
  }
}

// MARK: - The command line

extension Messages {
  private nonisolated func usage(_ error: UsageError) -> String {
    let help = say("`khabar --help` tells all.")
    let sentence =
      switch error {
      case .unknownCommand(let word):
        say("There is no command and no file “\(word)”.\(suggestion(for: word))")
      case .unknownOption(let option, nil, _):
        say("There is no option \(option).")
          + suggestion(for: option, in: CommandTable.standard.shared.flatMap(\.names))
      case .unknownOption(let option, .some(let command), let action):
        unknownOption(option, command, action)
      case .unknownAction(let command, let word):
        unknownAction(command, word)
      case .missingValue(let option):
        say("\(option) needs a value after it.")
      case .unexpectedValue(let option):
        say("\(option) takes no value.")
      case .badNumber(let option, let value):
        say("\(option) needs a number, not “\(value)”.")
      case .badChoice(let option, let value, let choices):
        say("\(option) takes one of \(choices.joined(separator: ", ")), not “\(value)”.")
          + suggestion(for: value, in: choices)
      case .missingArgument(let command, let action):
        say("It needs more words:")
          + " khabar \(command.rawValue) \(HelpText.usage(command, action: action)) ·"
      case .idsAndOptions: export(error)
      case .tooManyArguments(_, let word):
        say("“\(word)” is one word too many.")
      }
    return sentence + " " + help
  }

  private nonisolated func unknownOption(_ option: String, _ command: CommandName, _ action: String?) -> String {
    let row = CommandTable.standard.row(command)
    let name = [command.rawValue, action].compactMap { $0 }.joined(separator: " ")
    let known = (CommandTable.sharedRows + (row?.allOptions ?? [])).flatMap(\.names).filter { $0 != option }
    return say("\(name) has no option \(option).")
      + suggestion(for: option, in: known)
  }

  private nonisolated func unknownAction(_ command: CommandName, _ word: String) -> String {
    let known = CommandTable.standard.row(command)?.actions.map(\.name) ?? []
    let list = known.joined(separator: ", ")
    return say("\(command.rawValue) knows no “\(word)”; it takes one of \(list).") + suggestion(for: word, in: known)
  }

  /// " Did you mean …?" for a word that is nearly one of `known`; empty when it is near none.
  private nonisolated func suggestion(
    for word: String, in known: [String] = CommandTable.standard.shown.map(\.name)
  ) -> String {
    guard let near = Spelling.nearest(to: word, among: known) else { return "" }
    return say(" Did you mean \(near)?")
  }

  private nonisolated func command(_ error: CommandFailure) -> String {
    switch error {
    case .cannotRead(let path, let reason):
      say("\(path) cannot be read: \(reason)")
    case .notFetched(let address, let error): address + ": " + trouble(error)
    case .noSuchFeed(let name):
      say("There is no feed “\(name)” in the list. `khabar feeds list` shows all.")
    case .noFeeds:
      say("There is no feed in the list yet. `khabar feeds catalogue` suggests some, `khabar feeds add URL` adds one.")
    case .badAddress(let text):
      say("“\(text)” is no http or https address. Give it whole, as in https://example.org/feed")
    case .noPages(let path):
      say("\(path) holds no file to read.")
    case .isFolder(let path):
      say("\(path) is a folder; parse takes one page. For all of it: khabar import \(path)")
    case .pageRefused(let name, let error): name + ": " + page(error)
    case .storyRefused(let name, let error): name + ": " + storyPage(error)
    case .feedRefused(let name, let error): name + ": " + feed(error)
    case .listRefused(let name, let error): name + ": " + feedList(error)
    case .fileExists, .notAFile, .unknownEnding, .bookOnTerminal, .bookTooLarge, .libraryMissing, .cannotWrite,
      .feedsOnly, .notesAreMarkdown:
      export(error)
    case .noSuchStory(let id):
      say("No story's ID begins with “\(id)”. `khabar list` prints all IDs.")
    case .noSuchQuery(let name, let use):
      use == .list
        ? say("There is no list “\(name)”. `khabar lists` prints all lists.")
        : say("There is no rule “\(name)”. `khabar mute` prints all rules.")
    case .noSuchTag(let name):
      say("There is no tag “\(name)”. `khabar tags` prints all tags.")
    case .notTagged(let name, let title):
      say("This story does not have the tag “\(name)”: \(title)")
    case .badTag(let name):
      say("“\(name)” cannot be a tag: it has no letter or digit.")
    case .ambiguousStory(let id, let ids):
      say("“\(id)” begins several IDs: \(ids.joined(separator: ", ")). Give more of it.")
    case .unknownWidthModel(let name):
      say("There is no width model “\(name)”. There are: auto, \(Self.widthModels).")
    case .notInCatalogue(let option, let value, let known):
      say("The catalogue has no “\(value)” for \(option). It has: \(known.joined(separator: ", "))")
    case .sampleMissing(let folders):
      say("The sample edition was not found (looked in: \(folders.joined(separator: ", "))).")
    }
  }

  private nonisolated static var widthModels: String { WidthModel.named.map(\.name).joined(separator: ", ") }
}

// MARK: - Terminal, themes, settings, browser

extension Messages {
  private nonisolated func terminal(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      say("The reader needs a terminal, and input or output is not one. For pipes: khabar list, khabar show")
    case .terminalTypeMissing:
      say("TERM is not set. For example: TERM=xterm-256color khabar")
    case .terminalTypeUnknown(let name):
      say("The terminal “\(name)” is not in terminfo. Install ncurses-term, or: TERM=xterm-256color khabar")
    case .terminalTooPlain(let name, let capability):
      say(
        "The terminal “\(name)” cannot show a page (it lacks \(capability)). Use another one, or khabar list and khabar show."
      )
    case .system(let call, let code):
      say("The terminal failed: \(call) (errno \(code)).")
    }
  }

  private nonisolated func themeFile(_ error: ThemeLoader.Failure) -> String {
    switch error {
    case .notFound(let name, let known):
      say("There is no theme “\(name)”. There are: \(known.joined(separator: ", ")).")
    case .unreadable(let path):
      say("The theme file \(path) cannot be read.")
    }
  }

  private nonisolated func theme(_ error: ThemeError) -> String {
    let place = "\(error.file):\(error.line): "
    let what =
      switch error.reason {
      case .syntax(let words): say("this is not YAML: \(words)")
      case .notAMap, .empty, .tooLarge, .tooDeep, .aliases:
        say("this is no base16 theme.")
      case .missingColors(let names):
        say("these colours are missing: \(names.joined(separator: ", "))")
      case .badColor(let entry, let value):
        say("“\(value)” of \(entry) is no colour.")
      case .unknownSystem(let name):
        say("this is “\(name)”; base16 is needed.")
      }
    return place + what
  }

  private nonisolated func configuration(_ error: Configuration.Failure) -> String {
    switch error {
    case .unreadable(let path):
      say("The configuration file \(path) cannot be read. `khabar config init` writes one; --config names another.")
    }
  }

  private nonisolated func browser(_ error: Browser.Failure) -> String {
    switch error {
    case .schemeRefused(let address):
      say("Only http and https addresses are opened, not this one: \(address)")
    case .ruleMissing(let scheme):
      say(
        "Only a rule opens addresses of “\(scheme):”. Write one in the configuration under open: when: \"\(scheme):\", run: [PROGRAM]."
      )
    case .programNotFound(let name):
      say("The browser “\(name)” was not found. Name one in the configuration: browser: [NAME].")
    case .openerNotFound(let name):
      say("The program “\(name)” of a rule under open: was not found.")
    case .failed(let program, let status):
      say("“\(program)” could not open the address (status \(status)).")
    }
  }
}
