import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Giving a story to a command")
struct PipeTests {
  @Test(
    "a line is parted as shells part it, and nothing else of a shell happens",
    arguments: [
      ("wc -w", ["wc", "-w"]), ("  a   'b c'  \"d \\\"e\\\" $f\" ", ["a", "b c", "d \"e\" $f"]),
      ("a\\ b ''", ["a b", ""]),
      ("a | b > c; ~ *", ["a", "|", "b", ">", "c;", "~", "*"]), ("'हिन्दी पाठ' \"\\n\"", ["हिन्दी पाठ", "\\n"]), ("", []),
    ])
  func vector(line: String, arguments: [String]) { #expect(ArgumentVector(parsing: line)?.arguments == arguments) }

  @Test("what is not closed is no command", arguments: ["'a", "\"a", "a\\", "\"a\\\""])
  func unclosed(line: String) { #expect(ArgumentVector(parsing: line) == nil) }

  private func state() -> ReaderState {
    var stories = Desk.stories
    var state = ReaderState(size: Size(rows: 24, columns: 80), now: Desk.now)
    var effects = state.start()
    while !effects.isEmpty {
      effects = effects.flatMap { Desk.answers(to: $0, stories: &stories) }.flatMap { state.apply($0) }
    }
    return state
  }

  private func type(_ keys: [Key], _ state: inout ReaderState) -> [ReaderEffect] {
    keys.flatMap { state.apply(.terminal(.key($0))) }
  }

  @Test("the command is asked for, run, and there again the next time; Tab gives JSON")
  func ask() {
    var state = state()
    let keys = "|wc -w".unicodeScalars.map { Key.scalar($0) }
    let effects = type(keys + [.tab, .enter], &state)
    #expect(effects.contains(.pipe(Desk.stories[0].id, .json, ["wc", "-w"])))
    #expect(effects.contains(.saveLastCommand("wc -w")))
    #expect(state.prompt == nil)
    _ = type([.scalar("|")], &state)
    guard case .pipe(let pipe) = state.prompt else { return #expect(Bool(false), "no line to type in") }
    #expect(pipe.editor.text == "wc -w" && pipe.form == .json)
  }

  @Test("a line that is not closed stays, to be put right")
  func open() {
    var state = state()
    let effects = type("|a 'b".unicodeScalars.map { Key.scalar($0) } + [.enter], &state)
    #expect(!effects.contains { if case .pipe = $0 { true } else { false } })
    guard case .pipe = state.prompt else { return #expect(Bool(false), "the line is gone") }
  }

  @Test("how the program ended stands in the status line")
  func outcome() {
    var state = state()
    _ = state.apply(.piped(PipeOutcome(program: "wc", status: 0, firstLine: "345\u{1B}[31m")))
    #expect(state.message?.text == "wc: 345" && state.message?.isError == false)
    _ = state.apply(.piped(PipeOutcome(program: "false", status: 1, firstLine: "")))
    #expect(state.message?.text == "false: स्थिति 1" && state.message?.isError == true)
  }
}
