import CellText
import Foundation
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
    case let error as CocoaError:
      say(
        "लिखा या पढ़ा नहीं जा सका: \(error.localizedDescription)", "लिहिता किंवा वाचता आले नाही: \(error.localizedDescription)",
        "It could not be written or read: \(error.localizedDescription)")
    default: say("कुछ ग़लत हुआ: \(error)", "काहीतरी चुकले: \(error)", "Something went wrong: \(error)")
    }
  }

  func warning(_ warning: ThemeWarning) -> String {
    let place = "\(warning.file):\(warning.line): "
    let (name, kind) =
      switch warning.reason {
      case .unknownRole(let role): (role, say("ऐसी कोई भूमिका नहीं", "अशी भूमिका नाही", "there is no such role"))
      case .unknownProperty(let name, _): (name, say("ऐसा कोई गुण नहीं", "असा गुणधर्म नाही", "there is no such property"))
      case .badColor(let color, _): (color, say("यह रंग नहीं है", "हा रंग नाही", "this is no colour"))
      case .badSwitch(let value, _, _): (value, say("true या false चाहिए", "true किंवा false हवे", "must be true or false"))
      case .notAMap(let role): (role, say("यहाँ {fg: …} चाहिए", "इथे {fg: …} हवे", "needs {fg: …} here"))
      }
    return place + "“\(name)”: " + kind + say("; छोड़ दिया गया।", "; सोडले.", "; it was passed over.")
  }

  /// Chooses the sentence in the reader's language.
  func say(_ hindi: String, _ marathi: String, _ english: String) -> String {
    language.choose(hindi, marathi, english)
  }
}

// MARK: - The store

extension Messages {
  private nonisolated func store(_ error: StoreError) -> String {
    let path = error.path
    return switch error.kind {
    case .cannotOpen:
      say(
        "ख़बरों का भंडार \(path) नहीं खुला (\(error.message))। फ़ोल्डर की अनुमति देखें या --store से दूसरी फ़ाइल दें।",
        "बातम्यांचे भांडार \(path) उघडले नाही (\(error.message)). फोल्डरची परवानगी पाहा किंवा --store ने दुसरी फाइल द्या.",
        "The article store \(path) cannot be opened (\(error.message)). Check the folder's permissions, or name another file with --store."
      )
    case .notADatabase:
      say(
        "\(path) ख़बरों का भंडार नहीं है; उसे छुआ नहीं गया। --store से दूसरी फ़ाइल दें।",
        "\(path) हे बातम्यांचे भांडार नाही; त्याला हात लावला नाही. --store ने दुसरी फाइल द्या.",
        "\(path) is no article store; it was left as it is. Name another file with --store.")
    case .foreignDatabase:
      say(
        "\(path) किसी दूसरे कार्यक्रम का डेटाबेस है; उसे छुआ नहीं गया। --store से दूसरी फ़ाइल दें।",
        "\(path) हा दुसऱ्या कार्यक्रमाचा डेटाबेस आहे; त्याला हात लावला नाही. --store ने दुसरी फाइल द्या.",
        "\(path) is another program's database; it was left as it is. Name another file with --store.")
    case .newerVersion(let found, let known):
      say(
        "\(path) नए khabar ने बनाया है (रूप \(found), यह \(known) तक जानता है)। khabar को नया करें; फ़ाइल सुरक्षित है।",
        "\(path) नव्या khabar ने बनवले आहे (आवृत्ती \(found), हा \(known) पर्यंत जाणतो). khabar अद्ययावत करा; फाइल सुरक्षित आहे.",
        "\(path) was written by a newer khabar (form \(found), this one knows up to \(known)). Update khabar; the file is untouched."
      )
    case .corrupted:
      say(
        "भंडार \(path) ख़राब हो गया है। उसकी नक़ल रखें, फिर: sqlite3 \(path) .recover | sqlite3 नया.db",
        "भांडार \(path) बिघडले आहे. त्याची प्रत ठेवा, मग: sqlite3 \(path) .recover | sqlite3 नवे.db",
        "The store \(path) is damaged. Keep a copy, then: sqlite3 \(path) .recover | sqlite3 new.db")
    case .busy:
      say(
        "भंडार \(path) को कोई दूसरा कार्यक्रम देर से रोके हुए है। उसके पूरा होने पर दोबारा करें।",
        "भांडार \(path) दुसऱ्या कार्यक्रमाने बराच वेळ अडवले आहे. तो संपल्यावर पुन्हा करा.",
        "Another program has kept the store \(path) locked for long. Try again when it is done.")
    case .diskFull:
      say(
        "डिस्क भर गई है: \(path) में कुछ नहीं लिखा गया। जगह बनाकर दोबारा करें।",
        "डिस्क भरली आहे: \(path) मध्ये काही लिहिले नाही. जागा करून पुन्हा करा.",
        "The disk is full: nothing was written to \(path). Make room and try again.")
    case .readOnly:
      say(
        "\(path) में लिखने की अनुमति नहीं है। अनुमति बदलें या --store से दूसरी फ़ाइल दें।",
        "\(path) मध्ये लिहिण्याची परवानगी नाही. परवानगी बदला किंवा --store ने दुसरी फाइल द्या.",
        "\(path) may not be written to. Change its permissions, or name another file with --store.")
    // Commands show these with the spot; here they stand without.
    case .badQuery(let trouble): Phrases(language).sentence(for: trouble)
    case .nameTaken(let name):
      say(
        "“\(name)” नाम की एक और सूची या नियम है; दूसरा नाम दें।", "“\(name)” नावाची आणखी एक यादी किंवा नियम आहे; दुसरे नाव द्या.",
        "Another list or rule is called “\(name)”; choose another name.")
    case .failed:
      say(
        "भंडार \(path) में काम नहीं हुआ (\(error.operation)): \(error.message)। कुछ खोया नहीं; दोबारा करके देखें।",
        "भांडार \(path) मध्ये काम झाले नाही (\(error.operation)): \(error.message). काही गमावले नाही; पुन्हा करून पाहा.",
        "The store \(path) failed (\(error.operation)): \(error.message). Nothing was lost; try again.")
    }
  }
}

// MARK: - Pages

extension Messages {
  private nonisolated func page(_ error: PageDumpError) -> String {
    switch error {
    case .empty: say("फ़ाइल ख़ाली है।", "फाइल रिकामी आहे.", "The file is empty.")
    case .binary:
      say(
        "यह पाठ नहीं है (चित्र या कार्यक्रम जैसा)। पन्ने को सादे पाठ के रूप में सहेजें।",
        "हा मजकूर नाही (चित्र किंवा कार्यक्रमासारखा). पान साध्या मजकुरात जतन करा.",
        "This is not text; it looks like a picture or a program. Save the page as plain text in UTF-8.")
    case .tooLarge(let utf8Count, let limit):
      say(
        "फ़ाइल बहुत बड़ी है: \(utf8Count / 1024) KiB, सीमा \(limit / 1024) KiB। एक फ़ाइल में एक ही पन्ना सहेजें।",
        "फाइल फार मोठी आहे: \(utf8Count / 1024) KiB, मर्यादा \(limit / 1024) KiB. एका फाइलमध्ये एकच पान जतन करा.",
        "The file is too large: \(utf8Count / 1024) KiB, the limit is \(limit / 1024) KiB. Save one page in one file.")
    case .looksLikeHTML:
      say(
        "यह न सादा पाठ है, न पूरा HTML पन्ना। ब्राउज़र से पूरा पन्ना सहेजें।", "हे साधा मजकूर नाही आणि पूर्ण HTML पानही नाही. ब्राउझरमधून पूर्ण पान जतन करा.",
        "This is neither plain text nor a whole HTML page. Save the whole page from the browser.")
    case .looksLikeFeed(let kind):
      say(
        "यह \(kind.rawValue) फ़ीड जैसी है, पर पढ़ी नहीं जा सकी।", "ही \(kind.rawValue) फीडसारखी आहे, पण वाचता आली नाही.",
        "This looks like a feed (\(kind.rawValue)), but could not be read as one.")
    case .looksLikeData(let kind):
      say(
        "यह समाचार का पन्ना नहीं, \(kind.rawValue) जैसा डेटा है।", "हे बातमीचे पान नाही, \(kind.rawValue) सारखा डेटा आहे.",
        "This is no news page but data (\(kind.rawValue)).")
    case .noHeadline:
      say(
        "इसमें शीर्षक की पंक्ति नहीं मिली। पन्ना शीर्षक से शुरू करके सहेजें।", "यात मथळ्याची ओळ सापडली नाही. पान मथळ्यापासून जतन करा.",
        "It has no line that could be a headline. Save the page from its headline on.")
    case .noBody(let letterCount):
      say(
        "शीर्षक के नीचे ख़बर का पाठ नहीं है (केवल \(letterCount) अक्षर)। पूरा पन्ना सहेजें।",
        "मथळ्याखाली बातमीचा मजकूर नाही (फक्त \(letterCount) अक्षरे). पूर्ण पान जतन करा.",
        "Under the headline there is no story (only \(letterCount) letters). Save the whole page.")
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
    case .unreadable(let reason): say("पढ़ा नहीं जा सका: \(reason)", "वाचता आले नाही: \(reason)", "It cannot be read: \(reason)")
    case .cancelled: say("बीच में रोक दिया गया।", "मध्येच थांबवले.", "The import was stopped before it.")
    }
  }
}

// MARK: - The command line

extension Messages {
  private nonisolated func usage(_ error: UsageError) -> String {
    let help = say("`khabar --help` सब बताता है।", "`khabar --help` सर्व सांगतो.", "`khabar --help` tells all.")
    let sentence =
      switch error {
      case .unknownCommand(let word):
        say(
          "“\(word)” नाम का न कोई कमांड है, न फ़ाइल।\(suggestion(for: word))",
          "“\(word)” नावाची आज्ञा किंवा फाइल नाही.\(suggestion(for: word))",
          "There is no command and no file “\(word)”.\(suggestion(for: word))")
      case .unknownOption(let option, nil, _):
        say("विकल्प \(option) नहीं है।", "\(option) हा पर्याय नाही.", "There is no option \(option).")
          + suggestion(for: option, in: CommandTable.standard.shared.flatMap(\.names))
      case .unknownOption(let option, .some(let command), let action):
        unknownOption(option, command, action)
      case .unknownAction(let command, let word):
        unknownAction(command, word)
      case .missingValue(let option):
        say("\(option) के बाद मान चाहिए।", "\(option) नंतर मूल्य हवे.", "\(option) needs a value after it.")
      case .unexpectedValue(let option):
        say("\(option) कोई मान नहीं लेता।", "\(option) मूल्य घेत नाही.", "\(option) takes no value.")
      case .badNumber(let option, let value):
        say(
          "\(option) को संख्या चाहिए, “\(value)” नहीं।", "\(option) ला संख्या हवी, “\(value)” नाही.",
          "\(option) needs a number, not “\(value)”.")
      case .badChoice(let option, let value, let choices):
        say(
          "\(option) में इनमें से एक दें: \(choices.joined(separator: ", ")); “\(value)” नहीं।",
          "\(option) मध्ये यापैकी एक द्या: \(choices.joined(separator: ", ")); “\(value)” नाही.",
          "\(option) takes one of \(choices.joined(separator: ", ")), not “\(value)”.")
          + suggestion(for: value, in: choices)
      case .missingArgument(let command, let action):
        say("और शब्द चाहिए:", "आणखी शब्द हवेत:", "It needs more words:")
          + " khabar \(command.rawValue) \(HelpText.usage(command, action: action)) ·"
      case .idsAndOptions: export(error)
      case .tooManyArguments(_, let word):
        say("“\(word)” यहाँ ज़्यादा है।", "“\(word)” इथे जास्त आहे.", "“\(word)” is one word too many.")
      }
    return sentence + " " + help
  }

  private nonisolated func unknownOption(_ option: String, _ command: CommandName, _ action: String?) -> String {
    let row = CommandTable.standard.row(command)
    let name = [command.rawValue, action].compactMap { $0 }.joined(separator: " ")
    let known = (CommandTable.sharedRows + (row?.allOptions ?? [])).flatMap(\.names).filter { $0 != option }
    return say(
      "\(name) में विकल्प \(option) नहीं है।", "\(name) मध्ये \(option) हा पर्याय नाही.", "\(name) has no option \(option).")
      + suggestion(for: option, in: known)
  }

  private nonisolated func unknownAction(_ command: CommandName, _ word: String) -> String {
    let known = CommandTable.standard.row(command)?.actions.map(\.name) ?? []
    let list = known.joined(separator: ", ")
    return say(
      "\(command.rawValue) के बाद “\(word)” नहीं आता; इनमें से एक दें: \(list)।",
      "\(command.rawValue) नंतर “\(word)” येत नाही; यापैकी एक द्या: \(list).",
      "\(command.rawValue) knows no “\(word)”; it takes one of \(list).") + suggestion(for: word, in: known)
  }

  /// " Did you mean …?" for a word that is nearly one of `known`; empty when it is near none.
  private nonisolated func suggestion(
    for word: String, in known: [String] = CommandTable.standard.shown.map(\.name)
  ) -> String {
    guard let near = Spelling.nearest(to: word, among: known) else { return "" }
    return say(" क्या \(near) कहना था?", " \(near) म्हणायचे होते का?", " Did you mean \(near)?")
  }

  private nonisolated func command(_ error: CommandFailure) -> String {
    switch error {
    case .cannotRead(let path, let reason):
      say("\(path) नहीं पढ़ा जा सका: \(reason)", "\(path) वाचता आले नाही: \(reason)", "\(path) cannot be read: \(reason)")
    case .notFetched(let address, let error): address + ": " + trouble(error)
    case .noSuchFeed(let name):
      say(
        "“\(name)” नाम या पते की कोई फ़ीड सूची में नहीं है। `khabar feeds list` सब दिखाता है।",
        "“\(name)” या नावाची किंवा पत्त्याची फीड यादीत नाही. `khabar feeds list` सर्व दाखवतो.",
        "There is no feed “\(name)” in the list. `khabar feeds list` shows all.")
    case .noFeeds:
      say(
        "सूची में अभी कोई फ़ीड नहीं है। `khabar feeds catalogue` सुझाता है, `khabar feeds add पता` जोड़ता है।",
        "यादीत अजून फीड नाही. `khabar feeds catalogue` सुचवतो, `khabar feeds add पत्ता` जोडतो.",
        "There is no feed in the list yet. `khabar feeds catalogue` suggests some, `khabar feeds add URL` adds one.")
    case .badAddress(let text):
      say(
        "“\(text)” कोई http या https पता नहीं है। पूरा पता दें, जैसे https://example.org/feed",
        "“\(text)” हा http किंवा https पत्ता नाही. पूर्ण पत्ता द्या, जसे https://example.org/feed",
        "“\(text)” is no http or https address. Give it whole, as in https://example.org/feed")
    case .noPages(let path):
      say("\(path) में पढ़ने को कोई फ़ाइल नहीं है।", "\(path) मध्ये वाचायला फाइल नाही.", "\(path) holds no file to read.")
    case .isFolder(let path):
      say(
        "\(path) फ़ोल्डर है; parse एक ही पन्ना लेता है। सब के लिए: khabar import \(path)",
        "\(path) फोल्डर आहे; parse एकच पान घेतो. सर्वांसाठी: khabar import \(path)",
        "\(path) is a folder; parse takes one page. For all of it: khabar import \(path)")
    case .pageRefused(let name, let error): name + ": " + page(error)
    case .storyRefused(let name, let error): name + ": " + storyPage(error)
    case .feedRefused(let name, let error): name + ": " + feed(error)
    case .listRefused(let name, let error): name + ": " + feedList(error)
    case .fileExists, .notAFile, .unknownEnding, .bookOnTerminal, .bookTooLarge, .libraryMissing, .cannotWrite,
      .feedsOnly, .notesAreMarkdown:
      export(error)
    case .noSuchStory(let id):
      say(
        "“\(id)” से शुरू होने वाली कोई ख़बर नहीं है। `khabar list` सब ID छापता है।",
        "“\(id)” ने सुरू होणारी बातमी नाही. `khabar list` सर्व ID छापतो.",
        "No story's ID begins with “\(id)”. `khabar list` prints all IDs.")
    case .noSuchQuery(let name, let use):
      use == .list
        ? say(
          "“\(name)” नाम की कोई सूची नहीं है। `khabar lists` सब सूचियाँ छापता है।", "“\(name)” नावाची यादी नाही. `khabar lists` सर्व याद्या छापतो.",
          "There is no list “\(name)”. `khabar lists` prints all lists.")
        : say(
          "“\(name)” नाम का कोई नियम नहीं है। `khabar mute` सब नियम छापता है।", "“\(name)” नावाचा नियम नाही. `khabar mute` सर्व नियम छापतो.",
          "There is no rule “\(name)”. `khabar mute` prints all rules.")
    case .noSuchTag(let name):
      say(
        "“\(name)” नाम का कोई टैग नहीं है। `khabar tags` सब टैग छापता है।", "“\(name)” नावाचा टॅग नाही. `khabar tags` सर्व टॅग छापतो.",
        "There is no tag “\(name)”. `khabar tags` prints all tags.")
    case .notTagged(let name, let title):
      say(
        "इस ख़बर पर “\(name)” टैग नहीं है: \(title)", "या बातमीवर “\(name)” टॅग नाही: \(title)",
        "This story does not have the tag “\(name)”: \(title)")
    case .badTag(let name):
      say(
        "“\(name)” टैग नहीं बन सकता: उसमें कोई अक्षर या अंक नहीं है।", "“\(name)” टॅग होऊ शकत नाही: त्यात अक्षर किंवा अंक नाही.",
        "“\(name)” cannot be a tag: it has no letter or digit.")
    case .ambiguousStory(let id, let ids):
      say(
        "“\(id)” से कई ख़बरें शुरू होती हैं: \(ids.joined(separator: ", "))। और अक्षर दें।",
        "“\(id)” ने अनेक बातम्या सुरू होतात: \(ids.joined(separator: ", ")). आणखी अक्षरे द्या.",
        "“\(id)” begins several IDs: \(ids.joined(separator: ", ")). Give more of it.")
    case .unknownWidthModel(let name):
      say(
        "चौड़ाई का नमूना “\(name)” नहीं है। ये हैं: auto, \(Self.widthModels)।",
        "रुंदीचा नमुना “\(name)” नाही. हे आहेत: auto, \(Self.widthModels).",
        "There is no width model “\(name)”. There are: auto, \(Self.widthModels).")
    case .notInCatalogue(let option, let value, let known):
      say(
        "\(option) में “\(value)” फ़ीड-सूची में नहीं है। ये हैं: \(known.joined(separator: ", "))",
        "\(option) मध्ये “\(value)” फीडच्या सूचीत नाही. हे आहेत: \(known.joined(separator: ", "))",
        "The catalogue has no “\(value)” for \(option). It has: \(known.joined(separator: ", "))")
    case .sampleMissing(let folders):
      say(
        "नमूना संस्करण नहीं मिला (यहाँ खोजा: \(folders.joined(separator: ", ")))।",
        "नमुना आवृत्ती सापडली नाही (इथे शोधले: \(folders.joined(separator: ", "))).",
        "The sample edition was not found (looked in: \(folders.joined(separator: ", "))).")
    }
  }

  private nonisolated static var widthModels: String { WidthModel.named.map(\.name).joined(separator: ", ") }
}

// MARK: - Terminal, themes, settings, browser

extension Messages {
  private nonisolated func terminal(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      say(
        "पाठक को टर्मिनल चाहिए; यहाँ इनपुट या आउटपुट टर्मिनल नहीं है। पाइप के लिए: khabar list, khabar show",
        "वाचकाला टर्मिनल हवे; इथे इनपुट किंवा आउटपुट टर्मिनल नाही. पाइपसाठी: khabar list, khabar show",
        "The reader needs a terminal, and input or output is not one. For pipes: khabar list, khabar show")
    case .terminalTypeMissing:
      say(
        "TERM नहीं बताया गया। जैसे: TERM=xterm-256color khabar", "TERM सांगितलेले नाही. उदा.: TERM=xterm-256color khabar",
        "TERM is not set. For example: TERM=xterm-256color khabar")
    case .terminalTypeUnknown(let name):
      say(
        "टर्मिनल “\(name)” terminfo में नहीं है। ncurses-term लगाएँ, या: TERM=xterm-256color khabar",
        "टर्मिनल “\(name)” terminfo मध्ये नाही. ncurses-term बसवा, किंवा: TERM=xterm-256color khabar",
        "The terminal “\(name)” is not in terminfo. Install ncurses-term, or: TERM=xterm-256color khabar")
    case .terminalTooPlain(let name, let capability):
      say(
        "टर्मिनल “\(name)” में पन्ना नहीं बन सकता (\(capability) नहीं है)। दूसरा टर्मिनल लें, या khabar list और khabar show चलाएँ।",
        "टर्मिनल “\(name)” मध्ये पान रेखाटता येत नाही (\(capability) नाही). दुसरे टर्मिनल घ्या, किंवा khabar list आणि khabar show चालवा.",
        "The terminal “\(name)” cannot show a page (it lacks \(capability)). Use another one, or khabar list and khabar show."
      )
    case .system(let call, let code):
      say(
        "टर्मिनल ने काम नहीं किया: \(call) (errno \(code))।", "टर्मिनलने काम केले नाही: \(call) (errno \(code)).",
        "The terminal failed: \(call) (errno \(code)).")
    }
  }

  private nonisolated func themeFile(_ error: ThemeLoader.Failure) -> String {
    switch error {
    case .notFound(let name, let known):
      say(
        "रंग-रूप “\(name)” नहीं मिला। ये हैं: \(known.joined(separator: ", "))।",
        "रंगसंगती “\(name)” सापडली नाही. या आहेत: \(known.joined(separator: ", ")).",
        "There is no theme “\(name)”. There are: \(known.joined(separator: ", ")).")
    case .unreadable(let path):
      say("रंग-रूप की फ़ाइल \(path) नहीं पढ़ी जा सकी।", "रंगसंगतीची फाइल \(path) वाचता आली नाही.", "The theme file \(path) cannot be read.")
    }
  }

  private nonisolated func theme(_ error: ThemeError) -> String {
    let place = "\(error.file):\(error.line): "
    let what =
      switch error.reason {
      case .syntax(let words): say("YAML नहीं समझा गया: \(words)", "YAML समजले नाही: \(words)", "this is not YAML: \(words)")
      case .notAMap, .empty, .tooLarge, .tooDeep, .aliases:
        say("यह base16 रंग-रूप नहीं है।", "ही base16 रंगसंगती नाही.", "this is no base16 theme.")
      case .missingColors(let names):
        say(
          "ये रंग नहीं दिए गए: \(names.joined(separator: ", "))", "हे रंग दिलेले नाहीत: \(names.joined(separator: ", "))",
          "these colours are missing: \(names.joined(separator: ", "))")
      case .badColor(let entry, let value):
        say("\(entry) में “\(value)” रंग नहीं है।", "\(entry) मध्ये “\(value)” हा रंग नाही.", "“\(value)” of \(entry) is no colour.")
      case .unknownSystem(let name):
        say("“\(name)” नहीं, base16 चाहिए।", "“\(name)” नाही, base16 हवे.", "this is “\(name)”; base16 is needed.")
      }
    return place + what
  }

  private nonisolated func configuration(_ error: Configuration.Failure) -> String {
    switch error {
    case .unreadable(let path):
      say(
        "सेटिंग की फ़ाइल \(path) नहीं पढ़ी जा सकी।", "सेटिंगची फाइल \(path) वाचता आली नाही.", "The configuration file \(path) cannot be read."
      )
    }
  }

  private nonisolated func browser(_ error: Browser.Failure) -> String {
    switch error {
    case .schemeRefused(let address):
      say(
        "केवल http और https पते खुलते हैं, यह नहीं: \(address)", "फक्त http आणि https पत्ते उघडतात, हा नाही: \(address)",
        "Only http and https addresses are opened, not this one: \(address)")
    case .programNotFound(let name):
      say(
        "ब्राउज़र “\(name)” नहीं मिला। सेटिंग में browser: [नाम] दें।", "ब्राउझर “\(name)” सापडला नाही. सेटिंगमध्ये browser: [नाव] द्या.",
        "The browser “\(name)” was not found. Name one in the configuration: browser: [NAME].")
    case .openerNotFound(let name):
      say(
        "कार्यक्रम “\(name)” नहीं मिला, जो सेटिंग के open में है।", "सेटिंगच्या open मधील “\(name)” हा कार्यक्रम सापडला नाही.",
        "The program “\(name)” of a rule under open: was not found.")
    case .failed(let program, let status):
      say(
        "“\(program)” पता नहीं खोल सका (\(status))।", "“\(program)” पत्ता उघडू शकला नाही (\(status)).",
        "“\(program)” could not open the address (status \(status)).")
    }
  }
}
