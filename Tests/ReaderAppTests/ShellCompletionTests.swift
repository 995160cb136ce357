import Foundation
import NewsModel
import NewsStore
import ReaderUI
import TestSupport
import Testing

@testable import ReaderApp

/// A program that was run to its end.
nonisolated struct ShellRun {
  var status: Int32
  var output: String
  var errors: String

  init(_ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/khabar-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Files and not pipes: nobody has to read while the program writes.
    let files = ["in", "out", "err"].map { folder + "/" + $0 }
    for (file, text) in zip(files, [input, "", ""]) { try text.write(toFile: file, atomically: false, encoding: .utf8) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let built = try #require(BuiltProduct.path("khabar"))
    process.environment = [
      "PATH": URL(fileURLWithPath: built).deletingLastPathComponent().path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "HOME": folder, "TERM": "dumb",
    ].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[1])), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[2])), as: UTF8.self)
  }
}

@Suite("Completion in real shells", .serialized, .onTerminalThreads)
nonisolated struct ShellCompletionTests {
  /// Names with all that a shell gives a meaning to. The file would betray that one was executed.
  private static func names(_ folder: String) -> [String] {
    ["नरेन्द्र मोदी", "it's $(touch \(folder)/executed) \"x\"", "`touch \(folder)/executed`; a!b", "क:ख=ग", "~/घर & *"]
  }

  /// Works with a store whose story has the names above for tags, and sees that none of them was executed.
  private func withTags(_ work: (_ folder: String, _ store: String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/मेरा भंडार.db"
      do {
        let store = try ArticleStore(path: path)
        let article = Article.fixture("गाँव की पाठशाला में किताबों की हाट")
        _ = try await store.save([article], from: .fixture, now: .fixture)
        for name in Self.names(folder) { _ = try await store.addTag(name, to: article.id) }
      }
      try await work(folder, path)
      #expect(!FileManager.default.fileExists(atPath: folder + "/executed"))
    }
  }

  @Test("asking writes nothing, and is silent without a store")
  func readOnly() async throws {
    try await withTags { folder, store in
      let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: store))
      let names = StoredNames.names(.tags, at: store).map(\.text)
      #expect(Set(names) == Set(Self.names(folder)))
      // “न” begins the cluster “ने” of no name here, and the letters of one.
      #expect(StoredNames.names(.tags, at: store, prefix: "न").map(\.text) == ["नरेन्द्र मोदी"])
      #expect(StoredNames.names(.tags, at: store, prefix: "नरेन").map(\.text) == ["नरेन्द्र मोदी"])
      #expect(StoredNames.names(.stories, at: store).first?.hint == "गाँव की पाठशाला में किताबों की हाट")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
      #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == bytes)
      let built = try #require(BuiltProduct.path("khabar"))
      let run = try ShellRun(built, ["complete", "tag", "--store", folder + "/none.db"])
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder + "/none.db"))
      #expect(StoredNames.names(.tags, at: folder).isEmpty)
    }
  }

  @Test(
    "bash reads every name back as it was, in each quotation", arguments: [ShellWord.Quotation.none, .single, .double])
  func bashWords(quotation: ShellWord.Quotation) async throws {
    try await withTemporaryFolder { folder in
      let names = Self.names(folder) + ["\\", "a\\'b", "$HOME", "{क,ख}", "#x", "!!", "अ'"]
      // bash closes the quotation itself, unless the word ends with its mark.
      let mark = quotation == .none ? "" : quotation == .single ? "'" : "\""
      let words = names.map { name in
        let word = ShellWord.written(name, in: quotation)
        return !mark.isEmpty && name.hasSuffix(mark) ? word : word + mark
      }
      #expect(words.map { ShellWord(typed: $0).text } == names)
      let run = try ShellRun("/bin/bash", ["--norc"], input: "printf '%s\\n' \(words.joined(separator: " "))\n")
      #expect(run.output == names.joined(separator: "\n") + "\n")
      #expect(!FileManager.default.fileExists(atPath: folder + "/executed"))
    }
  }

  @Test(
    "bash completes commands, options and names of the store",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func bash() async throws {
    try await withTags { folder, store in
      func replies(_ words: [String], _ part: String) throws -> [String] {
        let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
        let script = """
          source <(khabar completions bash)
          [[ $(complete -p khabar) == *_khabar* ]] || exit 3
          COMP_WORDS=(\(quoted.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
          COMP_LINE="${COMP_WORDS[*]}"; COMP_LINE=${COMP_LINE// = /=}; COMP_LINE=${COMP_LINE// : /:}; COMP_POINT=${#COMP_LINE}
          _khabar khabar '\(part)' x
          for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
          """
        let run = try ShellRun("/bin/bash", ["--norc", "-c", script])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.output.split(separator: "\n").map(String.init)
      }
      let option = "'\(store)'"
      #expect(try replies(["khabar", "lis"], "lis") == ["list", "lists"])
      #expect(try replies(["khabar", "list", "--un"], "--un") == ["--unread"])
      #expect(try replies(["khabar", "feeds", "dis"], "dis") == ["discover"])
      #expect(try replies(["khabar", "--store", option, "list", "--tag", "न"], "न") == ["नरेन्द्र\\ मोदी"])
      #expect(try replies(["khabar", "--store", option, "list", "--tag", "\"न"], "न") == ["नरेन्द्र मोदी"])
      #expect(try replies(["khabar", "--store", option, "list", "--tag", "=", "न"], "न") == ["नरेन्द्र\\ मोदी"])
      #expect(try replies(["khabar", "--store", option, "list", "--tag", "क", ":", "ख"], "ख") == ["ख=ग"])
      let all = try replies(["khabar", "--store", option, "tags", "show", ""], "")
      #expect(Set(all.map { ShellWord(typed: $0).text }) == Set(Self.names(folder)))
    }
  }

  @Test("fish completes the same", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")))
  func fish() async throws {
    try await withTags { folder, store in
      func replies(_ line: String) throws -> [String] {
        let run = try ShellRun(
          "/usr/bin/fish", ["--no-config", "-c", "khabar completions fish | source; complete -C $argv[1]", line])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
      }
      let line = "khabar --store '\(store)' "
      let commands = try replies("khabar lis")
      let option = try replies("khabar list --un")
      let action = try replies("khabar feeds dis")
      let attached = try replies(line + "list --tag=न")
      let tags = try replies(line + "tags show ")
      let stories = try replies(line + "show ")
      #expect(Set(commands).isSuperset(of: ["list", "lists"]))
      #expect(option == ["--unread"] && action == ["discover"])
      #expect(attached == ["--tag=नरेन्द्र मोदी"])
      #expect(Set(tags) == Set(Self.names(folder)))
      #expect(stories.count == 1)
    }
  }

  @Test(
    "zsh completes the same, typed into a terminal",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")))
  func zsh() async throws {
    try await withTags { folder, store in
      try CompletionScript(shell: "zsh", language: .hindi).text
        .write(toFile: folder + "/_khabar", atomically: false, encoding: .utf8)
      // The line is run after it was completed: what the program gets for its arguments is what counts.
      let driver = """
        zmodload zsh/zpty
        zpty -b z zsh -f -i
        zpty -w z "PS1='> '; setopt no_beep; fpath=(\(folder) \\$fpath); autoload -Uz compinit; compinit -u -D; echo RE''ADY"
        while zpty -r z out '*READY*'; do break; done
        zpty -w -n z "$1"$'\\t'
        # What TAB made is asked of the line editor by running it as the arguments of printf.
        zpty -w -n z $'\\C-a'"printf '<%s>' "$'\\C-e'"; echo; echo DO''NE"$'\\n'
        while zpty -r z out '*DONE*'; do print -rn -- "$out"; break; done
        zpty -d z
        """
      func completed(_ line: String) throws -> String {
        try ShellRun("/usr/bin/zsh", ["-f", "-c", driver, "zsh", line]).output
      }
      let line = "khabar --store '\(store)' "
      #expect(try completed("khabar feeds disc").contains("<khabar><feeds><discover>"))
      #expect(try completed("khabar list --unr").contains("<khabar><list><--unread>"))
      #expect(try completed(line + "list --tag न").contains("<list><--tag><नरेन्द्र मोदी>"))
      let hostile = Self.names(folder)[1]
      #expect(try completed(line + "tags add it").contains("<add><\(hostile)>"))
    }
  }
}
