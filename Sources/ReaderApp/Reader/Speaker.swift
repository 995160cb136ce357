#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SpokenText

/// Says sentences, one at a time, through a program of the system: never a shell, and never for longer than khabar runs.
final class Speaker {
  nonisolated enum Failure: Error, Hashable {
    /// None of the programs that khabar knows is here.
    case notInstalled
    /// The configured one is not here.
    case programNotFound(String)
    /// With the last line that it wrote about it.
    case failed(program: String, status: Int, reason: String)
    /// It ended well, having said nothing: espeak-ng without a sound device.
    case noSound(program: String, reason: String)
  }

  /// The program and its arguments; nil takes the first known one that is installed. Holds from the next sentence on.
  var configured: [String]?
  /// What is being said.
  private var saying: Task<Void, any Error>?
  /// A stopped sentence that a server still says.
  private var silencing: Task<Void, Never>?
  private var silencer: [String]?

  init(configured: [String]?) {
    self.configured = configured
  }

  /// Says `utterance` to its end, instead of what is being said.
  ///
  /// - Throws: `CancellationError` when it was stopped; ``Failure``.
  func say(_ utterance: Utterance) async throws {
    stop()
    let saying = Task { [configured] in
      let command = try await Self.command(utterance, configured)
      await silencing?.value
      try Task.checkCancellation()
      silencer = command.silencer
      let ending = try await command.program.run(Data(command.input.utf8))
      try Task.checkCancellation()
      silencer = nil
      try command.judge(ending)
    }
    self.saying = saying
    try await saying.value
  }

  /// Silence at once.
  func stop() {
    saying?.cancel()
    saying = nil
    guard let silencer else { return }
    self.silencer = nil
    silencing = Task(priority: .userInitiated) {
      _ = try? await ChildProgram(command: silencer, timeout: .seconds(1), endsWithCaller: true).run(Data())
    }
  }

  /// Silence at once, also of what a server still has to say, before khabar ends.
  func end() async {
    stop()
    await silencing?.value
  }

  @concurrent private nonisolated static func command(
    _ utterance: Utterance, _ configured: [String]?
  ) async throws -> SpeakerCommand {
    try SpeakerCommand(for: utterance, configured: configured)
  }
}

/// The program for one sentence, and what it gets.
nonisolated struct SpeakerCommand: Sendable {
  var program: ChildProgram
  /// What it reads from its standard input. The arguments hold nothing of a story but the language, which is two or three letters.
  var input: String

  /// Of the program, without its folder.
  private var name: String { program.name.split(separator: "/").last.map(String.init) ?? "" }

  /// - Parameter configured: `%l` in an argument stands for the language; a program that khabar does not know reads the sentence from
  ///   its standard input.
  init(
    for utterance: Utterance, configured: [String]?, environment: [String: String] = ProcessEnvironment.variables
  ) throws(Speaker.Failure) {
    var command: [String]
    if let configured, let name = configured.first {
      guard let path = ChildProgram.find(name, environment) else { throw .programNotFound(name) }
      command = [path] + configured.dropFirst().map { $0.replacing("%l", with: utterance.language) }
    } else {
      // speech-dispatcher speaks through espeak-ng in most places, with less said about when a sentence ends.
      let found = ["espeak-ng", "spd-say", "espeak"].lazy.compactMap { ChildProgram.find($0, environment) }.first
      guard let found else { throw .notInstalled }
      command = [found]
    }
    program = ChildProgram(command: command, endsWithCaller: true)
    input = utterance.text + "\n"
    switch name {
    case "espeak-ng", "espeak":
      // A voice of the reader's own choice stays.
      if !command.contains(where: { $0.hasPrefix("-v") || $0.hasPrefix("--voice") }) {
        command += ["-v", utterance.language]
      }
      command += ["-b", "1", "--stdin"]
    case "spd-say":
      if !command.contains(where: { $0.hasPrefix("-l") || $0.hasPrefix("--language") }) {
        command += ["-l", utterance.language]
      }
      command += ["--wait", "--pipe-mode"]
      // There a line that begins so is an order to the server (spd-say(1)); lines are cut where they are too long.
      input = input.replacing("!-!", with: "! ! ")
    default: break
    }
    program.command = command
  }

  /// What must be run too before a stopped sentence is silent: spd-say only passes it on.
  var silencer: [String]? { name == "spd-say" ? [program.command[0], "--stop"] : nil }

  /// - Throws: ``Speaker/Failure`` when nothing was heard.
  func judge(_ ending: ChildProgram.Ending) throws(Speaker.Failure) {
    let reason = String((ending.lines.last ?? "").prefix(120))
    if ending.status != 0 { throw .failed(program: name, status: ending.status, reason: reason) }
    if name.hasPrefix("espeak"), reason.lowercased().hasPrefix("error") {
      throw .noSound(program: name, reason: reason)
    }
  }
}
