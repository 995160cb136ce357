import ReaderUI
import Screen
import Testing

@testable import ReaderApp

@Suite("The command line")
struct ArgumentsTests {
  @Test("options stand before or after the command, with a blank or an equals sign")
  func order() throws {
    for words in [
      ["--store", "a.db", "list", "--json", "-n", "5"], ["list", "-n", "5", "--json", "--store=a.db"],
      ["list", "--store", "a.db", "--json", "-n", "5"],
    ] {
      let arguments = try Arguments(words)
      #expect(arguments.store == "a.db")
      #expect(arguments.isJSON)
      #expect(arguments.command == .list(.init(limit: 5)))
    }
  }

  @Test("nothing opens the reader, files in place of a command are brought in first")
  func reader() throws {
    #expect(try Arguments([]).command == .read)
    #expect(try Arguments(["--theme", "nord"]).command == .read)
    #expect(try Arguments(["पन्ना.txt", "और"]).command == .readPages(["पन्ना.txt", "और"]))
    #expect(try Arguments(["--", "list"]).command == .readPages(["list"]))
  }

  @Test("all filters of list are understood, tags several times")
  func list() throws {
    let arguments = try Arguments([
      "list", "--tag", "खेती", "--tag=जल संरक्षण", "--section", "भारत", "--feed", "लोकमत", "--unread", "--starred", "--query",
      "पानी",
    ])
    #expect(
      arguments.command
        == .list(
          .init(
            tags: ["खेती", "जल संरक्षण"], section: "भारत", feed: "लोकमत", isUnreadOnly: true, isStarredOnly: true,
            query: "पानी")))
  }

  @Test("a dash is standard input, after two dashes nothing is an option")
  func dashes() throws {
    #expect(try Arguments(["parse", "-"]).command == .parse("-"))
    #expect(try Arguments(["import", "--", "--json"]).command == .importPages(["--json"]))
  }

  @Test("help and version win wherever they stand")
  func help() throws {
    #expect(try Arguments(["--help"]).command == .help(nil))
    #expect(try Arguments(["show", "--help"]).command == .help(.show))
    #expect(try Arguments(["help", "import"]).command == .help(.import))
    #expect(try Arguments(["list", "--version"]).command == .version)
  }

  @Test(
    "what is wrong is told exactly",
    arguments: [
      (["show"], UsageError.missingArgument(.show)), (["show", "a", "b"], .tooManyArguments(.show, "b")),
      (["list", "-n", "viele"], .badNumber(option: "-n", value: "viele")),
      (["list", "-n", "-3"], .badNumber(option: "-n", value: "-3")),
      (["list", "--tag"], .missingValue(option: "--tag")),
      (["tags", "--unread"], .unknownOption("--unread", command: .tags)),
      (["--wrong"], .unknownOption("--wrong", command: nil)),
      (
        ["--ui-language", "xx"], .badChoice(option: "--ui-language", value: "xx", choices: ["hi", "mr", "en"])
      ),
      (
        ["show", "a", "--view=greek"],
        .badChoice(option: "--view", value: "greek", choices: ["devanagari", "interlinear", "roman"])
      ),
      (["list", "--json=yes"], .unexpectedValue(option: "--json")),
      (["import"], .missingArgument(.import)),
    ])
  func wrong(words: [String], error: UsageError) {
    #expect(throws: error) { try Arguments(words) }
    for language in UILanguage.allCases {
      #expect(Messages(language: language).sentence(for: error).contains("khabar --help"))
    }
  }

  @Test("help names every option in every language")
  func helpText() {
    for language in UILanguage.allCases {
      let text = HelpText(language: language).text(for: nil)
      for option in [
        "--store", "--config", "--theme", "--width-model", "--ui-language", "--view", "--help", "--version",
      ] {
        #expect(text.contains(option))
      }
      for command in CommandName.allCases where command != .complete {
        #expect(text.contains("khabar " + command.rawValue))
      }
      #expect(HelpText(language: language).text(for: .list).contains("--starred"))
    }
  }
}

@Suite("The configuration")
struct ConfigurationTests {
  @Test("every key of the README is understood")
  func whole() {
    let configuration = Configuration(
      yaml: """
        ui-language: mr
        theme: khabar-light
        view: roman
        digits: devanagari
        calendar: saka
        measure: 60
        width-model: no-marks
        browser: [firefox, "%s"]
        """)
    #expect(configuration.language == .marathi)
    #expect(configuration.theme == "khabar-light")
    #expect(configuration.view == .roman)
    #expect(configuration.digits == .devanagari)
    #expect(configuration.calendar == .saka)
    #expect(configuration.measureColumns == 60)
    #expect(configuration.widthModel == "no-marks")
    #expect(configuration.browser == ["firefox", "%s"])
    #expect(configuration.problems.isEmpty)
  }

  @Test("a wrong line is said with its number, and the others hold")
  func wrong() {
    let configuration = Configuration(
      yaml: "theme: nord\nui-language: klingon\ncolour: red\nmeasure: 5\n")
    #expect(configuration.theme == "nord")
    #expect(configuration.language == nil)
    #expect(configuration.problems.map(\.place.line) == [2, 3, 4])
  }

  @Test("empty files and files of comments say nothing; what is no map is an error with its line")
  func edges() throws {
    #expect(Configuration(yaml: "") == Configuration())
    #expect(Configuration(yaml: "# नोट\n\n") == Configuration())
    #expect(Configuration(yaml: "- a\n- b\n").problems.map(\.reason) == [.notAMap])
    let cut = Configuration(yaml: "measure: 60\ntheme: [")
    #expect(cut.measureColumns == 60, "what stands before the error holds")
    #expect(cut.problems.map(\.severity) == [.error])
    #expect(throws: Configuration.Failure.unreadable(path: "/no/such")) {
      try Configuration.read("/no/such", isRequired: true)
    }
    #expect(try Configuration.read("/no/such", isRequired: false) == Configuration())
  }
}
