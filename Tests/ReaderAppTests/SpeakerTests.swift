import Foundation
import ReaderUI
import SpokenText
import TestSupport
import Testing

@testable import ReaderApp

@Suite("The program that speaks", .onOwnThreads)
struct SpeakerTests {
  private let utterance = Utterance(text: "पाँच लोग आए; $(touch x)।", language: "hi")

  private func script(_ folder: String, _ body: String) throws -> String {
    let program = folder + "/speaker"
    try ("#!/bin/sh\n" + body).write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return program
  }

  @Test("the sentence reaches its standard input, the language its arguments, and the end is told")
  func input() async throws {
    try await withTemporaryFolder { folder in
      let program = try script(folder, "cat > '\(folder)/said'; printf '%s\\n' \"$@\" > '\(folder)/arguments'\n")
      try await Speaker(configured: [program, "-l", "%l"]).say(utterance)
      #expect(try String(contentsOfFile: folder + "/said", encoding: .utf8) == utterance.text + "\n")
      #expect(try String(contentsOfFile: folder + "/arguments", encoding: .utf8) == "-l\nhi\n")
    }
  }

  @Test("stopped, it ends at once with what it started")
  func stopping() async throws {
    try await withTemporaryFolder { folder in
      let program = try script(
        folder, "echo $$ > '\(folder)/id.new'; mv '\(folder)/id.new' '\(folder)/id'\nsleep 600\n")
      let speaker = Speaker(configured: [program])
      let saying = Task { try await speaker.say(utterance) }
      while !FileManager.default.fileExists(atPath: folder + "/id") { try await Task.sleep(for: .milliseconds(5)) }
      let id = try #require(
        Int32(try String(contentsOfFile: folder + "/id", encoding: .utf8).trimmingCharacters(in: .newlines)))
      speaker.stop()
      await #expect(throws: CancellationError.self) { try await saying.value }
      // The group, so `sleep` too.
      var tries = 0
      while kill(-id, 0) == 0, tries < 1000 {
        tries += 1
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(kill(-id, 0) != 0)
    }
  }

  @Test("a program that fails is named, with what it said; one that reads nothing and ends is no harm")
  func failures() async throws {
    try await withTemporaryFolder { folder in
      let program = try script(folder, "echo 'no voice' >&2; exit 3\n")
      await #expect(throws: Speaker.Failure.failed(program: "speaker", status: 3, reason: "no voice")) {
        try await Speaker(configured: [program]).say(utterance)
      }
      await #expect(throws: Speaker.Failure.programNotFound("no-such-speaker")) {
        try await Speaker(configured: ["no-such-speaker"]).say(utterance)
      }
      try await Speaker(configured: ["true"]).say(Utterance(text: String(repeating: "क", count: 500), language: "hi"))
    }
  }

  @Test("without a speaker the package is named, in every language")
  func missing() {
    #expect(throws: Speaker.Failure.notInstalled) {
      try SpeakerCommand(for: utterance, configured: nil, environment: ["PATH": "/no/such/folder"])
    }
    for language in [UILanguage.hindi, .marathi, .english] {
      #expect(Messages(language: language).sentence(for: Speaker.Failure.notInstalled).contains("install espeak-ng"))
    }
  }

  @Test("espeak-ng gets the voice of the language; options and a voice of the reader's own stay")
  func espeak() throws {
    try withPrograms { folder in
      let espeak = folder + "/espeak-ng"
      let plain = try SpeakerCommand(for: utterance, configured: [espeak, "-s", "140"])
      #expect(plain.program.command == [espeak, "-s", "140", "-v", "hi", "-b", "1", "--stdin"])
      let own = try SpeakerCommand(for: utterance, configured: [espeak, "-vmr+f3"])
      #expect(own.program.command == [espeak, "-vmr+f3", "-b", "1", "--stdin"])
    }
  }

  @Test("nothing of a story is an argument, and no line of it an order to the server of speech-dispatcher")
  func hostile() throws {
    try withPrograms { folder in
      for text in ["-w /tmp/x", "--help", "<speak>क</speak>", "!-!QUIT", "क!-!QUIT"] {
        let hostile = Utterance(text: text, language: "hi")
        for name in ["espeak-ng", "spd-say", "espeak"] {
          let command = try SpeakerCommand(for: hostile, configured: [folder + "/" + name])
          #expect(!command.program.command.contains { $0.contains(text) })
          #expect(command.program.endsWithCaller)
          #expect(name == "spd-say" ? !command.input.contains("!-!") : command.input == text + "\n")
        }
      }
      let server = try SpeakerCommand(for: utterance, configured: nil, environment: ["PATH": folder + "/other"])
      #expect(server.program.command == [folder + "/other/spd-say", "-l", "hi", "--wait", "--pipe-mode"])
      #expect(server.silencer == [folder + "/other/spd-say", "--stop"])
      let first = try SpeakerCommand(for: utterance, configured: nil, environment: ["PATH": "/nowhere:" + folder])
      #expect(first.program.name == folder + "/espeak-ng" && first.silencer == nil)
    }
  }

  @Test("espeak-ng that found no sound device says so by its last line only, and that is told")
  func noSound() async throws {
    try await withTemporaryFolder { folder in
      let program = folder + "/espeak-ng"
      let body = "#!/bin/sh\necho 'ALSA lib pcm.c:2666: Unknown PCM default' >&2\necho 'error: No such file' >&2\n"
      try body.write(toFile: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      await #expect(throws: Speaker.Failure.noSound(program: "espeak-ng", reason: "error: No such file")) {
        try await Speaker(configured: [program]).say(utterance)
      }
    }
  }

  @Test("what is said takes the place of what was being said; stopped before it began, it does not begin")
  func replacing() async throws {
    try await withTemporaryFolder { folder in
      let program = try script(folder, "echo x >> '\(folder)/begun'\nexec sleep 600\n")
      let speaker = Speaker(configured: [program])
      let early = Task { try await speaker.say(utterance) }
      await Task.yield()
      speaker.stop()
      await #expect(throws: CancellationError.self) { try await early.value }
      // It may have begun before it was stopped.
      try? FileManager.default.removeItem(atPath: folder + "/begun")
      let first = Task { try await speaker.say(utterance) }
      while !FileManager.default.fileExists(atPath: folder + "/begun") { try await Task.sleep(for: .milliseconds(5)) }
      speaker.configured = ["true"]
      try await speaker.say(utterance)
      await #expect(throws: CancellationError.self) { try await first.value }
    }
  }

  /// A folder with programs of the names that khabar knows; in `other` there is only spd-say.
  private func withPrograms(_ work: (String) throws -> Void) throws {
    try withFolder { folder in
      let program = try script(folder, "")
      for name in ["espeak-ng", "spd-say", "espeak"] {
        try FileManager.default.copyItem(atPath: program, toPath: folder + "/" + name)
      }
      try FileManager.default.createDirectory(atPath: folder + "/other", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: program, toPath: folder + "/other/spd-say")
    }
  }

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "speaker-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  @Test(
    "the real espeak-ng says the sentence: a sound as long as speech is, in Hindi, Marathi and English",
    .enabled(if: ChildProgram.find("espeak-ng") != nil),
    arguments: ["hi", "mr", "en"])
  func real(language: String) async throws {
    try await withTemporaryFolder { folder in
      let text =
        ["hi": "3 नवंबर 2019 को ₹5.2 करोड़ मिले।", "mr": "५०% मते मिळाली.", "en": "It rose 25% in 1984."][language] ?? ""
      let utterance = try #require(Utterance(sentence: text, storyLanguage: language))
      try await Speaker(configured: ["espeak-ng", "-w", folder + "/a.wav"]).say(utterance)
      let sound = try #require(FileManager.default.contents(atPath: folder + "/a.wav"))
      // 16 bits at 22 kHz: more than a second.
      #expect(sound.count > 44_100)
      let samples = sound.dropFirst(44)
      let isLoud = samples.contains { $0 > 16 && $0 < 240 }
      #expect(isLoud, "not silence")
    }
  }
}
