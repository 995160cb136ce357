import CellText
import Foundation
import NewsStore
import ReaderUI
import Screen
import TestSupport
import Testing

@testable import ReaderApp

@Suite("Settings")
struct SettingsTests {
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n").filter { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }.joined(separator: "\n")
  }

  @Test(
    "the default file says nothing as it is, and with all its lines taken what holds anyway",
    arguments: UILanguage.allCases)
  func defaultFile(language: UILanguage) {
    let text = ConfigurationText(language: language).defaultFile
    #expect(Configuration(yaml: text) == Configuration())
    let all = Configuration(yaml: uncommented(text))
    #expect(all.faults.isEmpty, "\(all.faults)")
    #expect(Set(Setting.table.map(\.name)).isSubset(of: all.places.keys))
    #expect(all.page == PageSettings() && all.list == ListFormat())
    #expect((all.measureColumns, all.refreshInterval, all.keepReadDays) == (70, 60, 120))
    #expect(all.keys.count == 6 && all.openRules.count == 3)
  }

  @Test("what a configuration says can be written again and says the same")
  func shown() {
    let said = Configuration(
      yaml: """
        ui-language: mr
        theme: "एक नाम"
        dates: absolute
        mouse: off
        frames: ascii
        layout: linear
        cursor: visible
        list-width: 40%
        list-rows: 2
        list-shows: [age, section]
        highlights-height: none
        panes-from: 100
        columns-from: never
        refresh: never
        keep-read: forever
        browser: [firefox, "--new tab", "%s"]
        open:
          - when: "*.example.org/film/*"
            run: [mpv, "%u"]
        keys:
          everywhere: {"#": [toggle-star, next-unread], "g g": go-to-start, X: none}
          list: {"-": open-related-3}
        """)
    #expect(said.faults.isEmpty, "\(said.faults)")
    let again = Configuration(
      yaml: Setting.table.compactMap { setting in setting.shown(said).map { "\(setting.name): \($0)" } }
        .joined(separator: "\n"))
    #expect(again.saysTheSame(as: said))
    #expect(said.page.columnsFromColumns == .max && said.page.highlightsHeight == .cells(0))
  }

  @Test(
    "a wrong value is an error where the value stands, and the others hold",
    arguments: [
      ("ui-language: klingon", 14), ("digits: [ascii]", 9), ("measure: 5", 10), ("measure: 70.5", 10),
      ("list-width: 5%", 13), ("list-rows: 4", 12), ("list-shows: [age, weather]", 13), ("split-from: soon", 13),
      ("width-model: wide", 14), ("browser: {a: b}", 10), ("open: mpv", 7), ("keys: j", 7), ("bidi: both", 7),
      ("mouse: maybe", 8), ("frames: dots", 9), ("layout: wide", 9), ("cursor: on", 9),
      ("refresh: 0", 10), ("keep-read: always", 12), ("theme: []", 8),
    ])
  func wrong(line: String, column: Int) throws {
    let configuration = Configuration(yaml: "calendar: saka\n\(line)\nview: roman\n")
    let problem = try #require(configuration.problems.first)
    #expect(configuration.problems.count == 1 && problem.severity == .error)
    #expect((problem.place.line, problem.place.column) == (2, column))
    #expect(configuration.calendar == .saka && configuration.view == .roman)
  }

  @Test("columns are counted in scalars, and a caret stands under what is meant, whatever is before it")
  func carets() throws {
    let text = "theme: काग़ज़\nkeys:\n  everywhere: {क्ष: भागो, x: go-to-end}\n"
    let configuration = Configuration(yaml: text)
    let problem = try #require(configuration.problems.first)
    #expect(problem.reason == .unknownAction("भागो", suggestion: nil))
    #expect((problem.place.line, problem.place.column, problem.place.length) == (3, 21, 4))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let excerpt = Messages(language: .english).excerpt(problem, path: "c.yaml", lines: lines, model: .noMarks)
    let rows = excerpt.split(separator: "\n")
    #expect(rows[0].hasPrefix("c.yaml:3:21: error: there is no action “भागो”"))
    // क्ष is two columns where marks have none, and भागो as well.
    #expect(rows[2] == "    " + String(repeating: " ", count: 19) + "^~~~" || rows[2].hasSuffix("^~"), "\(rows)")
  }

  @Test("unknown and repeated keys are warnings, with what was probably meant")
  func warnings() {
    let configuration = Configuration(
      yaml: "mesure: 60\nthem: nord\ncolour: red\nview: roman\nview: devanagari\nopen:\n")
    #expect(
      configuration.problems.map(\.reason) == [
        .unknownKey("mesure", suggestion: "measure"), .unknownKey("them", suggestion: "theme"),
        .unknownKey("colour", suggestion: nil), .repeated("view", firstLine: 4),
        .noValue("open", expected: Setting.named["open"]?.values ?? ""),
      ])
    #expect(configuration.problems.allSatisfy { $0.severity == .warning })
    #expect(configuration.view == .devanagari)
  }

  @Test("wrong bindings are passed over one by one, each with its place")
  func bindings() {
    let configuration = Configuration(
      yaml: """
        keys:
          everywhere:
            alt-x: quit
            ctrl-i: quit
            ctrl-q: qiut
            spcae: quit
            zz: quit
            x: []
            ^D: quit
            ctrl-d: help
          lst: {x: quit}
        """)
    #expect(
      configuration.problems.filter { $0.severity != .note }.map(\.reason) == [
        .badKey(.hasAlt("alt-x")), .badKey(.cannotArrive("Tab")), .unknownAction("qiut", suggestion: "quit"),
        .badKey(.unknown("spcae", suggestion: "space")), .badKey(.unknown("zz", suggestion: "z z")), .notActions,
        .boundTwice("ctrl-d"), .unknownPane("lst", suggestion: "list"),
      ])
    #expect(configuration.keys == [OwnBinding(keys: [.control("d")], actions: [.help])])
  }

  @Test("keys that wait, and actions that lost their last key, are noted")
  func notes() {
    let configuration = Configuration(yaml: "keys: {everywhere: {g g: go-to-start, X: quit, s: none}}")
    #expect(configuration.faults.isEmpty)
    #expect(
      configuration.problems.map(\.reason) == [
        .waits("g", longer: "g g"), .withoutKey(action: "dismiss-sample"), .withoutKey(action: "toggle-star"),
      ])
    let free = Configuration(yaml: "keys: {everywhere: {g: none, g g: go-to-start}}")
    #expect(free.problems.isEmpty)
  }

  @Test("every action has a name of its own that leads back to it; names that were given stay")
  func actionNames() {
    #expect(Set(ReaderAction.all.map(\.name)).count == ReaderAction.all.count)
    for action in ReaderAction.all {
      #expect(ReaderAction.named(action.name) == action)
      #expect(action.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }
    let given = [
      "move-down", "move-up", "page-down", "page-up", "half-page-down", "half-page-up", "go-to-start", "go-to-end",
      "open", "next-pane", "previous-pane", "back", "forward", "show-related", "refresh", "show-feeds", "add-feed",
      "choose-sources", "undo", "filter-by-tag", "edit-tag", "toggle-groups", "show-group", "show-wanted",
      "show-saved-queries", "save-list", "save-mute-rule", "toggle-muted", "clear", "next-unread", "previous-unread",
      "toggle-star", "toggle-unread", "find", "search-stories", "open-in-browser", "show-links", "choose-theme",
      "toggle-letters", "change-digits", "dismiss-sample", "redraw", "suspend", "help", "quit", "open-related-1",
    ]
    #expect(Set(given).isSubset(of: ReaderAction.all.map(\.name)))
  }

  @Test(
    "a rule fits by kind, host and path",
    arguments: [
      ("youtube.com", "https://www.youtube.com/watch?v=1", LinkKind.link, true),
      ("youtube.com", "https://notyoutube.com/watch", .link, false),
      ("youtube.com/watch*", "https://m.youtube.com/watch", .link, true),
      ("youtube.com/watch", "https://youtube.com/shorts/1", .link, false),
      ("/*.pdf", "https://example.org/a/b.pdf?x=1", .link, true), ("/*.pdf", "https://example.org/pdf", .link, false),
      ("picture", "https://example.org/x.JPG", .link, true), ("picture", "https://example.org/x", .picture, true),
      ("link", "https://example.org/x", .picture, false), ("video", "https://example.org/v.mp4?t=3", .link, true),
      ("*.example.org", "https://a.example.org/", .link, true), ("*.example.org", "https://example.org", .link, false),
      ("example.???", "https://EXAMPLE.org", .link, true),
    ])
  func rules(when: String, address: String, kind: LinkKind, fits: Bool) throws {
    #expect(try #require(OpenRule(when: when)).matches(address, kind) == fits)
  }

  @Test("the program of the first rule that fits gets the address as one argument; else the browser")
  func opening() async throws {
    try await withTemporaryFolder { folder in
      for name in ["player", "browser"] {
        try "#!/bin/sh\nprintf '%s|' \"$@\" > '\(folder)/\(name).got'\n".write(
          toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + name)
      }
      let configuration = Configuration(
        yaml: """
          browser: \(folder)/browser
          open:
            - {when: video, run: [\(folder)/player, "--url=%u", -q]}
            - {when: {kind: video, host: "a b"}, run: [none]}
            - {when: gone.example.org, run: [no-such-program]}
          """)
      #expect(configuration.problems.map(\.reason) == [.badPattern("a b")])
      let browser = Browser(configuration, environment: [:])
      let film = "https://example.org/f.mp4?a=%s&b=$(id)"
      try await browser.open(film)
      #expect(try String(contentsOfFile: folder + "/player.got", encoding: .utf8) == "--url=\(film)|-q|")
      try await browser.open("https://example.org/")
      #expect(try String(contentsOfFile: folder + "/browser.got", encoding: .utf8) == "https://example.org/|")
      await #expect(throws: Browser.Failure.openerNotFound("no-such-program")) {
        try await browser.open("https://gone.example.org/")
      }
    }
  }

  @Test("config init writes the default once, and check and show tell of a file what is wrong and what holds")
  func commands() async throws {
    try await withTemporaryFolder { home in
      let path = home + "/.config/khabar/config.yaml"
      let made = try Run(["config", "init"], home: home)
      #expect(made.status == 0 && made.output.contains(path))
      #expect(
        try String(contentsOfFile: path, encoding: .utf8) == ConfigurationText(language: .hindi).defaultFile)
      #expect(try Run(["config", "check"], home: home).output.contains("सब ठीक"))
      let again = try Run(["config", "init"], home: home)
      #expect(again.status == 1 && again.errors.contains("पहले से है"))
      try "measure: 7\nthem: nord\nlist-rows: 2\nbrowser: no-such-program\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      #expect(try Run(["config", "init"], home: home).status == 1)
      let check = try Run(["--ui-language", "en", "config", "check"], home: home)
      #expect(check.status == 1)
      #expect(check.output.contains("config.yaml:1:10: error: “measure” takes 20 … 200"))
      #expect(check.output.contains("    measure: 7\n             ^"))
      #expect(check.output.contains("config.yaml:2:1: warning:") && check.output.contains("Did you mean “theme”?"))
      #expect(check.output.contains("    them: nord\n    ^~~~"))
      #expect(check.output.contains("config.yaml:4:10: warning: the program “no-such-program”"))
      let show = try Run(["config", "show", "--ui-language", "en"], home: home)
      #expect(show.status == 0 && show.output.contains("list-rows: 2"))
      #expect(
        show.output.split(separator: "\n").contains { $0.hasPrefix("list-rows: 2 ") && $0.hasSuffix("# config.yaml:3") }
      )
      #expect(show.output.split(separator: "\n").contains { $0.hasPrefix("measure: 70 ") && $0.hasSuffix("# default") })
      let actions = try Run(["config", "actions"], home: home)
      for action in ReaderAction.all { #expect(actions.output.contains(action.name + " ")) }
    }
  }

  @Test("the README names every setting with what holds without it")
  func readme() throws {
    let readme = try String(contentsOfFile: Checkout.folder + "/README.md", encoding: .utf8)
    #expect(readme.contains(ConfigurationText.readmeBlock), "\(ConfigurationText.readmeBlock)")
    for setting in Setting.table { #expect(readme.contains(setting.name + ":")) }
  }

  @Test("a choice made on the page holds until the file says something else")
  func choices() async throws {
    let store = try ArticleStore.inMemory()
    let nord = Configuration(yaml: "theme: nord")
    try await KeptChoice.theme.keep("sepia", in: store, configuration: nord)
    #expect(try await KeptChoice.theme.kept(in: store.settings(), configuration: nord) == "sepia")
    #expect(
      try await KeptChoice.theme.kept(in: store.settings(), configuration: Configuration(yaml: "theme: dracula")) == nil
    )
    #expect(
      try await KeptChoice.theme.kept(
        in: store.settings(), configuration: Configuration(yaml: "theme: nord\nview: roman"))
        == "sepia")
  }

  @Test("so does the mouse, and so do edges, until a width or height is given another value")
  func drawnEdges() async throws {
    let store = try ArticleStore.inMemory()
    let before = Configuration(yaml: "mouse: on\nlist-width: 40")
    try await KeptChoice.mouse.keep("off", in: store, configuration: before)
    try await KeptChoice.split.keep("list=500", in: store, configuration: before)
    let other = Configuration(yaml: "mouse: on\nlist-width: 40\nmeasure: 60")
    #expect(try await KeptChoice.mouse.kept(in: store.settings(), configuration: other) == "off")
    #expect(try await KeptChoice.split.kept(in: store.settings(), configuration: other) == "list=500")
    for line in ["list-width: 41", "list-width: 40\nhighlights-height: none"] {
      #expect(try await KeptChoice.split.kept(in: store.settings(), configuration: Configuration(yaml: line)) == nil)
    }
    #expect(
      try await KeptChoice.mouse.kept(in: store.settings(), configuration: Configuration(yaml: "mouse: off")) == nil)
  }

  @Test("mouse, frames, layout and cursor of the file are those of the page")
  func access() async throws {
    let runner = CommandRunner(
      arguments: try Arguments(["list"]),
      configuration: Configuration(yaml: "mouse: off\nframes: none\nlayout: linear\ncursor: visible"),
      paths: Paths(environment: [:]), now: .fixed)
    let settings = try runner.settings()
    #expect(!settings.isMouseOn && settings.showsCursor)
    #expect(settings.frames == .none && settings.page.arrangement == .linear)
  }

  @Test("a file with an error keeps what holds; what is taken is only what the file says otherwise")
  func live() throws {
    var live = LiveConfiguration(
      path: "/x/config.yaml", stamp: nil, current: Configuration(yaml: "measure: 60"),
      settings: { ReaderSettings(language: $0.language ?? .hindi, measureColumns: $0.measureColumns ?? 70) },
      browser: { Browser($0, environment: [:]) }, messages: { Messages(language: $0.language ?? .hindi) },
      themes: ThemeLoader(folders: []))
    #expect(live.take(Configuration(yaml: "# नया\nmeasure: 60")) == nil)
    guard case .notice(let words, true)? = live.take(Configuration(yaml: "view: roman\nmeasure: six")) else {
      Issue.record("an error is told")
      return
    }
    #expect(words.hasPrefix("config.yaml:2:10: "))
    #expect(live.current.view == nil)
    guard case .configured(let change)? = live.take(Configuration(yaml: "measure: 50\nui-language: en")) else {
      Issue.record("a sound file is taken")
      return
    }
    #expect((change.before.measureColumns, change.after.measureColumns, change.after.language) == (60, 50, .english))
    #expect(change.theme == nil && !change.isError && change.sentence == "The new settings are taken.")
  }
}
