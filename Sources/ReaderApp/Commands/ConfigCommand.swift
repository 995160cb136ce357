#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import NewsStore
import ReaderUI
import Screen

/// `khabar config`: writes the commented default, verifies a file, tells what holds, lists the actions of keys.
struct ConfigCommand {
  var runner: CommandRunner

  private var messages: Messages { runner.messages }
  private var path: String { runner.arguments.configuration ?? runner.paths.configuration }

  func run(_ action: Arguments.ConfigAction) async throws -> Int32 {
    switch action {
    case .initialise: return try writeDefault()
    case .check(let file):
      return try check(file ?? path, isRequired: file != nil || runner.arguments.configuration != nil)
    case .show:
      try await show()
      return 0
    case .actions:
      showActions()
      return 0
    }
  }

  private func writeDefault() throws -> Int32 {
    try PrivateFile.makeFolder(of: path)
    let text = ConfigurationText(language: runner.language).defaultFile
    guard try PrivateFile.create(Data(text.utf8), at: path) else {
      Output.message(
        messages.say(
          "\(path) is there already and stays as it is. To write elsewhere: khabar --config FILE config init"))
      return 1
    }
    Output.line(
      messages.say("\(path) was written: every setting explained, all commented out."))
    return 0
  }

  private func check(_ path: String, isRequired: Bool) throws -> Int32 {
    guard isRequired || FileManager.default.fileExists(atPath: path) else {
      Output.line(
        messages.say("There is no \(path); every setting has its default. To make one: khabar config init"))
      return 0
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Configuration.Failure.unreadable(path: path)
    }
    let text = String(decoding: data, as: UTF8.self)
    let configuration = Configuration(yaml: text)
    let problems = (configuration.problems + outsideProblems(configuration))
      .sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let model = WidthModel.guess(environment: ProcessEnvironment.variables).model
    for problem in problems {
      let excerpt = messages.excerpt(problem, path: path, lines: lines, model: model)
      for line in excerpt.split(separator: "\n") { Output.line(String(line)) }
    }
    let errors = problems.count { $0.severity == .error }
    if problems.isEmpty {
      Output.line(messages.say("\(path): all is well."))
    }
    return errors > 0 ? 1 : 0
  }

  /// What only this machine can tell: themes and programs that are not here.
  private func outsideProblems(_ configuration: Configuration) -> [ConfigurationProblem] {
    var problems = configuration.programs.filter {
      ChildProgram.find($0.name) == nil
    }.map { ConfigurationProblem(.warning, $0.place, .programNotFound($0.name)) }
    if let name = configuration.theme, let place = configuration.places["theme"] {
      do { _ = try ThemeLoader(folders: runner.paths.themeFolders).theme(named: name) } catch {
        problems.append(ConfigurationProblem(.error, place, .badTheme(messages.sentence(for: error))))
      }
    }
    return problems
  }

  /// As a file that would say the same, with where each value comes from.
  private func show() async throws {
    let configuration = runner.configuration
    let file = URL(fileURLWithPath: path).lastPathComponent
    let chosen = await chosenInReader()
    for setting in Setting.table {
      var value = setting.shown(configuration)
      var origin = configuration.places[setting.name].map { "\(file):\($0.line)" }
      if let choice = chosen[setting.name] {
        (value, origin) = (choice, messages.say("chosen in the reader"))
      }
      if let asked = commandLine(setting.name) {
        (value, origin) = (asked, messages.say("command line"))
      }
      let isExample = setting.standard.contains("\n")
      let standard = setting.name == "browser" ? YAMLText.list(Browser.standardCommand) : setting.standard
      let text = value ?? (isExample ? (setting.name == "open" ? "[]" : "{}") : standard)
      let words = origin ?? messages.say("default")
      if text.contains("\n") {
        Output.line("\(setting.name):  # \(words)")
        for line in text.split(separator: "\n") { Output.line(String(line)) }
      } else {
        let said = "\(setting.name): \(text)"
        Output.line(said + String(repeating: " ", count: max(2, 44 - said.count)) + "# " + words)
      }
    }
  }

  /// Theme and letters, when the reader chose them on the page after the file said otherwise.
  private func chosenInReader() async -> [String: String] {
    guard FileManager.default.fileExists(atPath: runner.storePath), let store = try? runner.openStore(),
      let kept = try? await store.settings()
    else { return [:] }
    var chosen: [String: String] = [:]
    for choice in KeptChoice.allCases where choice != .digits && choice != .split {
      chosen[choice.rawValue] = choice.kept(in: kept, configuration: runner.configuration)
    }
    return chosen
  }

  private func commandLine(_ name: String) -> String? {
    switch name {
    case "ui-language": runner.arguments.language?.rawValue
    case "theme": runner.arguments.theme
    case "view": runner.arguments.view?.rawValue
    case "width-model": runner.arguments.widthModel
    default: nil
    }
  }

  /// Each action with its keys and what it does.
  private func showActions() {
    let map = runner.configuration.keyMap
    let width = ReaderAction.all.map(\.name.count).max() ?? 0
    for action in ReaderAction.all {
      let keys = map.names(for: action, in: nil).joined(separator: " ")
      let help = map.bindings.first { $0.action == action }.map { runner.phrases($0.help) }
      let words = help ?? runner.phrases(.helpOpenRelated)
      let name = action.name + String(repeating: " ", count: width - action.name.count)
      Output.line("\(name)  \(keys.isEmpty ? "" : keys + "  ")\(words)")
    }
  }
}
