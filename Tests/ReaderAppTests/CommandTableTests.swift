import Foundation
import ReaderUI
import Testing

@testable import ReaderApp

@Suite("The table of commands")
struct CommandTableTests {
  private let table = CommandTable.standard

  /// The words after the program's name, as a shell parts them: blanks between quotation marks stay.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var typed = ""
    for part in line.split(separator: ">")[0].split(separator: " ") {
      typed += (typed.isEmpty ? "" : " ") + part
      let word = ShellWord(typed: typed)
      if word.quotation == .none {
        words.append(word.text)
        typed = ""
      }
    }
    return Array(words.dropFirst())
  }

  @Test("every command has its row, and every row its command")
  func rows() {
    #expect(table.commands.map(\.name).sorted() == CommandName.allCases.map(\.rawValue).sorted())
  }

  @Test("every command line of the README is understood, and every command of the table is in the README")
  func readme() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for row in table.shown {
      #expect(text.contains("`khabar \(row.name)"), "\(row.name)")
      for option in row.allOptions { #expect(text.contains(option.name), "\(row.name) \(option.name)") }
    }
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("    khabar ") }
    #expect(commands.count >= 6)
    for command in commands {
      _ = try Arguments(Self.words(String(command.split(separator: "#")[0])))
    }
  }

  @Test("examples are command lines that are understood", arguments: CommandTable.standard.shown)
  func examples(row: CommandRow) throws {
    for example in row.examples.flatMap({ [$0.typed] + ($0.latin.map { [$0] } ?? []) }) {
      let words = Self.words(example)
      #expect(try Arguments(words).command != .read)
      #expect(words.first == row.name)
    }
  }

  @Test("help, the manual and each completion name every command, action and option", arguments: UILanguage.allCases)
  func everywhere(language: UILanguage) {
    let help = HelpText(language: language)
    let manual = ManualPage(language: language).text
    let scripts = ["bash", "zsh", "fish"].map { ($0, CompletionScript(shell: $0, language: language).text) }
    for row in table.shown {
      #expect(help.text(for: nil).contains("khabar " + row.name))
      let page = CommandName(rawValue: row.name).map { help.text(for: $0) } ?? ""
      #expect(manual.contains(".It Cm \(row.name)\n"))
      for action in row.actions {
        #expect(page.contains("khabar \(row.name) \(action.name)") || page.contains("[\(action.name)]"))
        #expect(manual.contains(".It Cm \(action.name)"))
      }
      for option in row.allOptions + table.shared {
        #expect(page.contains(option.form))
        #expect(manual.contains("Fl " + option.name.dropFirst()))
        for (shell, script) in scripts {
          let spelled =
            shell == "fish"
            ? " \(option.name.hasPrefix("--") ? "-l" : "-s") \(option.name.drop { $0 == "-" })" : option.name
          #expect(script.contains(spelled), "\(shell): \(option.name)")
        }
      }
    }
    #expect(!help.text(for: nil).contains("khabar complete "))
  }

  @Test("the manual has every key, and mandoc finds nothing wrong with it", arguments: UILanguage.allCases)
  func manual(language: UILanguage) async throws {
    let text = ManualPage(language: language).text
    for binding in KeyMap.standard.bindings {
      #expect(text.contains(Phrases(language)(binding.help).split(separator: " ")[0]))
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") else { return }
    let run = try ShellRun("/usr/bin/mandoc", ["-Tlint", "-Wwarning"], input: text)
    #expect(run.output.isEmpty && run.status == 0)
  }

  @Test("an option takes a value everywhere or nowhere, so that scripts can tell what is a value")
  func values() {
    let all = table.shared + table.commands.flatMap(\.allOptions)
    for (name, rows) in Dictionary(grouping: all, by: \.name) {
      #expect(Set(rows.map { $0.value == nil }).count == 1, "\(name)")
    }
  }

  @Test("what is mistyped is named with what was meant")
  func near() {
    #expect(Spelling.nearest(to: "lsit", among: table.shown.map(\.name)) == "list")
    #expect(Spelling.nearest(to: "serach", among: table.shown.map(\.name)) == "search")
    #expect(Spelling.nearest(to: "--unraed", among: ["--unread", "--tag"]) == "--unread")
    #expect(Spelling.nearest(to: "समाचार", among: table.shown.map(\.name)) == nil)
    #expect(Spelling.nearest(to: "xy", among: ["in"]) == nil)
  }

  @Test("an option of another action is refused, and actions have help of their own")
  func actions() throws {
    #expect(throws: UsageError.unknownOption("--folder", command: .feeds, action: "remove")) {
      try Arguments(["feeds", "remove", "x", "--folder", "y"])
    }
    #expect(throws: UsageError.unknownAction(.feeds, "ad")) { try Arguments(["feeds", "ad", "x"]) }
    #expect(throws: UsageError.missingArgument(.tags, action: "merge")) { try Arguments(["tags", "merge", "x"]) }
    #expect(try Arguments(["help", "feeds", "add"]).command == .help(.feeds, action: "add"))
    #expect(try Arguments(["feeds", "add", "--help"]).command == .help(.feeds, action: "add"))
    #expect(throws: UsageError.unknownCommand("lits")) { try Arguments(["help", "lits"]) }
    #expect(try Arguments(["feeds", "catalog"]).command == .feeds(.catalogue(.init())))
  }
}
