import Dispatch
import Foundation
import SpokenText

/// Says sentences, one at a time, through a program of the system: never a shell, and never for longer than khabar runs.
final class Speaker {
  nonisolated enum Failure: Error, Hashable {
    /// None of the programs that khabar knows is here.
    case notInstalled
    /// The configured one is not here.
    case programNotFound(String)
    case notStarted(program: String, reason: String)
    /// With the last line that it wrote about it.
    case failed(program: String, status: Int32, reason: String)
    /// It ended well and at once, having said nothing: espeak-ng without a sound device.
    case noSound(program: String, reason: String)
  }

  private let configured: [String]?
  private var child: SpeakingChild?
  /// Counts what was asked for, so that what was stopped before it began does not begin.
  private var askedCount = 0

  /// - Parameter configured: the program and its arguments; nil takes the first known one that is installed.
  init(configured: [String]?) {
    self.configured = configured
  }

  /// Says `utterance` to its end, instead of what is being said.
  ///
  /// - Throws: `CancellationError` when it was stopped; ``Failure``.
  func say(_ utterance: Utterance) async throws {
    stop()
    let number = askedCount
    let configured = configured
    let command = try await Task.detached { try SpeakerCommand(for: utterance, configured: configured) }.value
    guard number == askedCount else { throw CancellationError() }
    let child = try SpeakingChild(command)
    self.child = child
    let start = ContinuousClock.now
    let (status, reason) = await child.end()
    guard number == askedCount else { throw CancellationError() }
    self.child = nil
    if status != 0 { throw Failure.failed(program: command.name, status: status, reason: reason) }
    if reason.lowercased().hasPrefix("error"), ContinuousClock.now - start < .milliseconds(300) {
      throw Failure.noSound(program: command.name, reason: reason)
    }
  }

  /// Silence at once.
  func stop() {
    askedCount += 1
    guard let child else { return }
    self.child = nil
    child.stop()
  }
}

/// A program and its arguments for one sentence.
nonisolated struct SpeakerCommand: Hashable, Sendable {
  var path: String
  /// Without the program's name.
  var arguments: [String]
  /// What it reads from its standard input.
  var input: String

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// - Parameter configured: `%l` in an argument stands for the language; a program that khabar does not know reads the sentence from
  ///   its standard input.
  init(
    for utterance: Utterance, configured: [String]?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Speaker.Failure) {
    if let configured, let program = configured.first {
      guard let path = Browser.find(program, environment) else { throw .programNotFound(program) }
      self.init(path: path, configured.dropFirst().map { $0.replacing("%l", with: utterance.language) }, utterance)
    } else {
      // speech-dispatcher speaks through espeak-ng in most places, with less said about when a sentence ends.
      let found = ["espeak-ng", "spd-say", "espeak"].lazy.compactMap { Browser.find($0, environment) }.first
      guard let found else { throw .notInstalled }
      self.init(path: found, [], utterance)
    }
  }

  private init(path: String, _ own: [String], _ utterance: Utterance) {
    self.path = path
    (arguments, input) = (own, utterance.text + "\n")
    switch name {
    case "espeak-ng", "espeak":
      // A voice of the reader's own choice stays.
      if !own.contains(where: { $0.hasPrefix("-v") }) { arguments += ["-v", utterance.language] }
      arguments += ["-b", "1", "--stdin"]
    case "spd-say":
      if !own.contains("-l") { arguments += ["-l", utterance.language] }
      arguments += ["--wait", "--", utterance.text]
      input = ""
    default: break
    }
  }

  /// What must be run too before a stopped sentence is silent: spd-say only passes it on.
  var silencer: [String]? { name == "spd-say" ? ["--stop"] : nil }
}
