#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CMalloc
import CellText
import NcursesTerminal
import NewsModel
import NewsStore
import ReaderUI
import Screen

/// Runs khabar: understands the command line, then opens the reader or carries out a command.
public enum Launch {
  public nonisolated static let version = "0.1.0"
  /// The day of the version, as mdoc(7) wants it.
  nonisolated static let versionDate = "November 29, 2026"

  /// The name of the setting that keeps whether stories of one event have one row; see ``KeptChoice`` for what the configuration names too.
  nonisolated static let groupedSetting = "list.grouped"
  /// The name of the setting that keeps the command that got a story last.
  nonisolated static let lastCommandSetting = "pipe.last"
  /// The name of the setting that keeps what was searched, one search a line.
  nonisolated static let recentSearchesSetting = "search.recent"
  /// The name of the setting that keeps where the last session ended, as JSON.
  nonisolated static let sessionSetting = "session"
  /// The name of the setting that says that the catalogue was offered.
  nonisolated static let catalogueOfferedSetting = "catalogue.offered"

  /// - Parameter words: the command line after the program's name.
  /// - Returns: the exit status: 0 done, 1 the work failed, 2 wrong usage.
  public static func run(_ words: [String]) async -> Int32 {
    khabar_limit_arenas()
    let arguments: Arguments
    do { arguments = try Arguments(words) } catch {
      Output.message(Messages(language: askedLanguage(words)).sentence(for: error))
      return 2
    }
    let paths = Paths()
    let path = arguments.configuration ?? paths.configuration
    // A shell asks in the midst of typing: nobody wants to be told of settings then.
    if case .complete = arguments.command {
      return await run(
        CommandRunner(arguments: arguments, configuration: Configuration(), paths: paths, now: .current()))
    }
    // Help is there also for those whose settings are broken, and so is what mends them.
    let isHelp =
      switch arguments.command {
      case .help, .version, .config: true
      default: false
      }
    let stamp = FileStamp(path: path)
    let configuration: Configuration
    do { configuration = try Configuration.read(path, isRequired: arguments.configuration != nil) } catch {
      guard isHelp else {
        Output.message(Messages(language: askedLanguage(words)).sentence(for: error))
        return 1
      }
      return await run(
        CommandRunner(arguments: arguments, configuration: Configuration(), paths: paths, now: .current()))
    }
    let runner = CommandRunner(arguments: arguments, configuration: configuration, paths: paths, now: .current())
    // The reader says it in its status line.
    let isReader =
      switch arguments.command {
      case .read, .readPages: true
      default: false
      }
    for problem in isHelp || isReader ? [] : configuration.faults {
      Output.message(runner.messages.problem(problem, path: path))
    }
    // Half of a file is not what somebody set; the reader opens all the same, a script wants to know.
    if !isHelp, !isReader, configuration.faults.contains(where: \.isSyntax) { return 1 }
    return await run(runner, stamp)
  }

  private static func run(_ runner: CommandRunner, _ stamp: FileStamp? = nil) async -> Int32 {
    do {
      var status: Int32 = 0
      switch runner.arguments.command {
      case .version: Output.line("khabar " + version)
      case .help(let command, let action):
        Output.text(HelpText(language: runner.language).text(for: command, action: action))
      case .read: try await openReader(runner, stamp)
      case .readPages(let sources): status = try await read(sources, runner, stamp)
      default: status = try await runner.run()
      }
      if let failure = Output.failure { throw failure }
      return status
    } catch {
      Output.message(runner.messages.sentence(for: error))
      return 1
    }
  }

  /// Brings in the pages that were named, then opens the reader, unless nothing came in and there is nothing to read.
  private static func read(_ sources: [String], _ runner: CommandRunner, _ stamp: FileStamp?) async throws -> Int32 {
    if let unknown = sources.first(where: { !SavedPages.isAddress($0) && !FileManager.default.fileExists(atPath: $0) })
    {
      Output.message(runner.messages.sentence(for: UsageError.unknownCommand(unknown)))
      return 2
    }
    let status = try await ImportCommand(runner: runner).run(sources)
    if status != 0, try await !runner.openStore().hasStories() { return status }
    try await openReader(runner, stamp)
    return status
  }

  /// The language that a command line asks for, though something else in it is wrong.
  private static func askedLanguage(_ words: [String]) -> UILanguage {
    let option = "--ui-language"
    if let attached = words.last(where: { $0.hasPrefix(option + "=") }) {
      return UILanguage(rawValue: String(attached.dropFirst(option.count + 1))) ?? .hindi
    }
    return words.firstIndex(of: option).flatMap { words.dropFirst($0 + 1).first }.flatMap(UILanguage.init(rawValue:))
      ?? LocaleSetting.messageLanguage(ProcessEnvironment.variables) ?? .hindi
  }

  private static func openReader(_ runner: CommandRunner, _ stamp: FileStamp?) async throws {
    let profiles = TerminalProfiles(
      path: runner.paths.terminalProfiles, environment: ProcessEnvironment.variables)
    // Beside the opening of the store: each takes milliseconds, and there is more than one core.
    async let measured = profiles.known()
    async let prepared: Void = runner.language.prepare()
    let editions = try await Editions.open(path: runner.storePath, sampleFolders: runner.paths.sampleEditionFolders)
    var runner = runner
    runner.keptLanguage = KeptChoice.language.kept(in: editions.settings, configuration: runner.configuration)
      .flatMap(UILanguage.init(rawValue:))
    let profile = await measured
    var settings = try settings(runner, profile)
    let known = settings.isWidthModelForced ? nil : profile
    let themes = ThemeLoader(folders: runner.paths.themeFolders)
    let theme = try theme(runner, themes, editions)
    takeChoices(into: &settings, runner, editions.settings)
    try? PrivateFile.makeFolder(of: runner.paths.log)
    let driver = NcursesDriver(
      standardErrorPath: runner.paths.log, measuresWidths: !settings.isWidthModelForced,
      asksForGraphics: true,
      crashNotice: "khabar ended unexpectedly.\n")
    // Block elements come with UTF-8; other character sets for Devanagari have none.
    settings.hasBlockElements = LocaleSetting(ProcessEnvironment.variables).isUTF8
    var state = ReaderState(
      settings: settings, theme: theme, size: driver.size, now: runner.now, edition: editions.edition)
    // Who names pages to read wants to see them.
    if case .read = runner.arguments.command, let session = session(editions.settings) {
      state.restore(session)
    }
    let program = ReaderProgram(
      driver: driver, editions: editions, state: state,
      surroundings: .init(
        themes: themes, messages: runner.messages,
        browser: Browser(runner.configuration, environment: ProcessEnvironment.variables),
        clipboard: Clipboard(environment: ProcessEnvironment.variables), client: runner.client,
        retention: runner.configuration.retention, speaker: Speaker(configured: runner.configuration.speaker),
        catalogue: CatalogueFile(paths: runner.paths.catalogueFiles), hooks: runner.configuration.hooks,
        pictureFolder: runner.paths.pictures, colorDepth: { driver.colorDepth ?? .none },
        pictureMethod: { pictureMethod($0, driver) }, now: { .current() },
        live: liveConfiguration(runner, stamp, profiles, themes), profiles: profiles,
        awaitsMeasurement: !settings.isWidthModelForced && known == nil,
        // With the first frame the words are read.
        whenShown: { [language = settings.language] in
          driver.crashNotice = Phrases(language)(.endedUnexpectedly) + "\n"
        }))
    _ = await prepared
    try await program.run()
  }

  /// How pictures come to the terminal of `driver`: asked for each of them, since a terminal answers late and its letters change.
  private static func pictureMethod(_ format: PictureFormat, _ driver: NcursesDriver) -> PictureMethod {
    PictureMethod(
      format: format, version: driver.measurement?.version, answers: driver.measurement?.graphics ?? GraphicsAnswers(),
      cell: driver.cell, hasColors: driver.colorDepth.map { $0 != .none } ?? false,
      environment: ProcessEnvironment.variables)
  }

  nonisolated static func text(of session: ReaderSession) -> String? {
    (try? JSONEncoder().encode(session)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where the last session ended; nil when there was none, or when it is of another version.
  private static func session(_ settings: [String: String]) -> ReaderSession? {
    settings[sessionSetting].flatMap {
      try? JSONDecoder().decode(ReaderSession.self, from: Data($0.utf8))
    }
  }

  /// The settings of configuration and command line, with what is known of this terminal.
  private static func settings(_ runner: CommandRunner, _ known: TerminalProfiles.Profile?) throws -> ReaderSettings {
    var settings = try runner.settings()
    if !settings.isWidthModelForced, let model = known?.model { settings.widthModel = model }
    settings.terminalHasHyperlinks = HyperlinkSupport.isKnown(
      version: known?.version, environment: ProcessEnvironment.variables)
    return settings
  }

  private static func liveConfiguration(
    _ runner: CommandRunner, _ stamp: FileStamp?, _ profiles: TerminalProfiles, _ themes: ThemeLoader
  ) -> LiveConfiguration {
    let other = { runner.with($0) }
    return LiveConfiguration(
      path: runner.arguments.configuration ?? runner.paths.configuration, stamp: stamp, current: runner.configuration,
      settings: { try settings(other($0), profiles.known()) },
      browser: { Browser($0, environment: ProcessEnvironment.variables) },
      messages: { other($0).messages }, themes: themes, isThemeForced: runner.arguments.theme != nil)
  }

  /// What was chosen in the reader stands before the configured ones, and what the command line says before both.
  ///
  /// - Parameter kept: what the reader's own store keeps, by name.
  static func takeChoices(into settings: inout ReaderSettings, _ runner: CommandRunner, _ kept: [String: String]) {
    if runner.arguments.view == nil,
      let script = KeptChoice.view.kept(in: kept, configuration: runner.configuration)
        .flatMap(ScriptStyle.init(rawValue:))
    {
      settings.script = script
    }
    if let mouse = KeptChoice.mouse.kept(in: kept, configuration: runner.configuration) {
      settings.isMouseOn = mouse == "on"
    }
    settings.split = PaneSplit(
      text: KeptChoice.split.kept(in: kept, configuration: runner.configuration) ?? "")
    settings.offersCatalogue = kept[catalogueOfferedSetting] == nil
    settings.isGrouped = kept[groupedSetting] == "yes"
    settings.lastCommand = kept[lastCommandSetting] ?? ""
    settings.recentSearches =
      kept[recentSearchesSetting]?.split(separator: "\n").map(String.init) ?? []
    settings.storyDigits = KeptChoice.digits.kept(in: kept, configuration: runner.configuration)
      .flatMap(DigitStyle.init(rawValue:))
  }

  /// The theme that was asked for, else the one chosen in the reader, else the configured one, else ours.
  ///
  /// Only a theme asked for on the command line stops khabar when it cannot be read; another one is said and replaced by ours.
  private static func theme(_ runner: CommandRunner, _ themes: ThemeLoader, _ editions: Editions) throws -> Theme {
    if let name = runner.arguments.theme {
      let parsed = try themes.theme(named: name)
      for warning in parsed.warnings { Output.message(runner.messages.warning(warning)) }
      return parsed.theme
    }
    let kept = KeptChoice.theme.kept(in: editions.settings, configuration: runner.configuration)
    guard let name = kept ?? runner.configuration.theme else { return .compiledIn }
    do { return try themes.theme(named: name).theme } catch {
      Output.message(runner.messages.sentence(for: error))
      return .compiledIn
    }
  }
}

nonisolated extension Timestamp {
  /// Now, by this machine's clock and zone.
  static func current() -> Timestamp {
    // The C library's zone: Foundation makes all of ICU's calendar for it, half a millisecond of each start.
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Timestamp(secondsSince1970: Int64(now), utcOffsetSeconds: parts.tm_gmtoff)
  }
}
