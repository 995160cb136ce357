import Foundation
import TestSupport
import Testing

/// The built program, run as a script runs it.
nonisolated struct Run {
  var status: Int32
  var output: String
  var errors: String

  init(
    _ arguments: [String], home: String, input: String = "", output path: String? = nil, locale: String = "C.UTF-8"
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProduct.path("khabar")))
    process.arguments = arguments
    process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": locale]
    process.currentDirectoryURL = URL(fileURLWithPath: home)
    // Files and not pipes: nobody has to read while the program writes.
    let files = ["in", "out", "err"].map { home + "/." + $0 }
    for (file, text) in zip(files, [input, "", ""]) { try text.write(toFile: file, atomically: false, encoding: .utf8) }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: path ?? files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: files[1], encoding: .utf8)
    errors = try String(contentsOfFile: files[2], encoding: .utf8)
  }

  func items() throws -> [[String: Any]] {
    let feed = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    return try #require(feed["items"] as? [[String: Any]])
  }
}

@Suite("Commands", .serialized, .onTerminalThreads)
nonisolated struct CommandTests {
  @Test("parse gives every part of a page as JSON Feed, and stores nothing")
  func parse() async throws {
    try await withTemporaryFolder { home in
      let run = try Run(["parse", "--json", "-"], home: home, input: Page.text)
      #expect(run.status == 0 && run.errors.isEmpty)
      let item = try #require(try run.items().first)
      let khabar = try #require(item["_khabar"] as? [String: Any])
      #expect(item["title"] as? String == "गाँव की पाठशाला में हर शनिवार लगती है किताबों की हाट")
      #expect(item["summary"] as? String == "बच्चे पुरानी किताबें लाते हैं और बदले में नई कहानियाँ ले जाते हैं।")
      #expect(item["date_modified"] as? String == "2026-11-20T09:15:00+05:30")
      #expect(item["tags"] as? [String] == ["शिक्षा", "पुस्तकें"])
      #expect(item["language"] as? String == "hi")
      #expect((item["content_text"] as? String)?.components(separatedBy: "\n\n").count == 2)
      #expect((item["content_html"] as? String)?.hasPrefix("<p>शनिवार") == true)
      #expect((khabar["highlights"] as? [[String: Any]])?.count == 2)
      let related = try #require(khabar["related"] as? [[String: Any]])
      #expect(related.map { $0["section"] as? String } == ["शिक्षा"])
      let more = try #require(khabar["more_from"] as? [String: Any])
      #expect(more["section"] as? String == "भारत")
      #expect((more["stories"] as? [[String: Any]])?.first?["title"] as? String == "साइकिल पर निकली डाकिया दीदी की दिनचर्या")
      #expect(khabar["section"] as? String == "भारत")
      #expect((khabar["notes"] as? [String])?.isEmpty == false)
      #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
    }
  }

  @Test("tags are shown, added, merged and parted by command, and wrong names get a sentence")
  func tags() async throws {
    try await withTemporaryFolder { home in
      _ = try Run(["import", "-"], home: home, input: Page.text)
      let id = try #require(try Run(["list", "--json"], home: home).items().first?["id"] as? String)
      #expect(try Run(["tags", "add", "मेरी सूची", String(id.prefix(8))], home: home).status == 0)
      let document = try JSONSerialization.jsonObject(with: Data(try Run(["tags", "--json"], home: home).output.utf8))
      let tags = try #require((document as? [String: Any])?["tags"] as? [[String: Any]])
      let mine = try #require(tags.first { $0["name"] as? String == "मेरी सूची" })
      #expect(mine["count"] as? Int == 1)
      #expect(mine["origins"] as? [String: Int] == ["reader": 1])
      #expect(try Run(["tags", "merge", "पुस्तकें", "--into", "शिक्षा"], home: home).status == 0)
      #expect(try Run(["tags"], home: home).output.contains("1  #शिक्षा"))
      #expect(try !Run(["tags"], home: home).output.contains("पुस्तकें"))
      #expect(try Run(["tags", "split", "पुस्तकें"], home: home).status == 0)
      #expect(try Run(["tags"], home: home).output.contains("#पुस्तकें"))
      let page = try Run(["tags", "show", "शिक्षा", "--json"], home: home)
      #expect(page.status == 0 && page.output.contains("\"companions\""))
      #expect(try Run(["tags", "show", "शिक्षा"], home: home).output.hasPrefix("#शिक्षा"))
      #expect(try Run(["tags", "remove", "मेरी सूची", id], home: home).status == 0)
      for (words, status) in [
        (["tags", "show", "नहीं है"], Int32(1)), (["tags", "remove", "मेरी सूची", id], 1), (["tags", "add", "…", id], 1),
        (["tags", "रखो"], 2), (["tags", "merge", "शिक्षा"], 2), (["tags", "show", "शिक्षा", "--into", "क"], 2),
      ] {
        let run = try Run(words, home: home)
        #expect(run.status == status && !run.errors.isEmpty, "\(words)")
      }
    }
  }

  @Test("search finds by words in any spelling and points at what it cannot understand")
  func search() async throws {
    try await withTemporaryFolder { home in
      _ = try Run(["import", "-"], home: home, input: Page.text)
      let run = try Run(["search", "किताबें", "--json"], home: home)
      #expect(run.status == 0 && run.errors.isEmpty)
      let item = try #require(try run.items().first)
      let khabar = try #require(item["_khabar"] as? [String: Any])
      let snippet = try #require(khabar["snippet"] as? String)
      #expect(snippet.contains("\u{2}") && snippet.contains("\u{3}"))
      #expect(item["content_text"] == nil)
      let plain = try Run(["search", "किताबें"], home: home)
      #expect(plain.output.contains("पाठशाला") && !plain.output.contains("\u{1B}"))
      #expect(try Run(["search", "अनुपस्थितशब्द", "--json"], home: home).items().isEmpty)
      let wrong = try Run(["search", "किताबें", "tagg:x"], home: home)
      #expect(wrong.status == 2 && wrong.output.isEmpty)
      #expect(wrong.errors.split(separator: "\n").last == "      ^^^^")
      #expect(try Run(["search"], home: home).status == 2)
    }
  }

  @Test("lists are kept and shown; a rule hides, is named, and is taken back")
  func savedQueries() async throws {
    try await withTemporaryFolder { home in
      _ = try Run(["import", "-"], home: home, input: Page.text)
      let id = try #require(try Run(["list", "--json"], home: home).items().first?["id"] as? String)
      #expect(try Run(["lists", "add", "पढ़ाई", "पाठशाला", "OR", "विद्यालय"], home: home).status == 0)
      #expect(try Run(["lists"], home: home).output == "1  पढ़ाई  पाठशाला OR विद्यालय\n")
      #expect(try Run(["list", "--list", "पढ़ाई", "--json"], home: home).items().count == 1)
      #expect(try Run(["list", "--query", "पाठ", "--json"], home: home).items().count == 1)
      #expect(try Run(["list", "--query", "tagg:x"], home: home).status == 2)
      #expect(try Run(["mute", "add", "बस", "पाठशाला"], home: home).status == 0)
      #expect(try Run(["list", "--json"], home: home).items().isEmpty)
      #expect(try Run(["mute", "why", id], home: home).output.contains("बस"))
      #expect(try Run(["show", id], home: home).errors.contains("बस"))
      #expect(try Run(["mute", "list", "--json"], home: home).output.contains("\"count\" : 1"))
      #expect(try Run(["mute", "rename", "बस", "अब बस"], home: home).status == 0)
      #expect(try Run(["mute", "remove", "अब बस"], home: home).status == 0)
      #expect(try Run(["list", "--json"], home: home).items().count == 1)
      for (words, status) in [
        (["mute", "remove", "नहीं"], Int32(1)), (["mute", "add", "सब", "is:read"], 2), (["lists", "why", id], 2),
        (["lists", "add", "क"], 2),
        (["list", "--list", "नहीं"], 1),
      ] { #expect(try Run(words, home: home).status == status, "\(words)") }
    }
  }

  @Test("reindex analyses what is stored, as often as it is asked to")
  func reindex() async throws {
    try await withTemporaryFolder { home in
      _ = try Run(["import", "-"], home: home, input: Page.text)
      for _ in 0..<2 {
        let run = try Run(["reindex", "--ui-language", "en"], home: home)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output == "1 story was analysed.\n")
      }
      #expect(try Run(["reindex", "सब"], home: home).status == 2)
    }
  }

  @Test("import takes what is a page and refuses the rest one by one; list, show, related and tags tell of it")
  func importing() async throws {
    try await withTemporaryFolder { home in
      let folder = home + "/पन्ने"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Page.text.write(toFile: folder + "/हाट.txt", atomically: true, encoding: .utf8)
      try "<!DOCTYPE html><html><body>x</body></html>".write(
        toFile: folder + "/जाल.html", atomically: true, encoding: .utf8)
      let first = try Run(["import", folder], home: home)
      #expect(first.status == 1)
      #expect(first.output.contains("हाट.txt: नई"))
      #expect(first.errors.contains("जाल.html: पन्ना ख़ाली है"))
      let second = try Run(["import", folder + "/हाट.txt"], home: home)
      #expect(second.status == 0 && second.output.contains("हाट.txt: वही"))

      let list = try Run(["list", "--json"], home: home).items()
      let id = try #require(list.first?["id"] as? String)
      #expect(list.count == 1 && list[0]["content_text"] == nil)
      #expect(try Run(["list"], home: home).output.hasPrefix(id + "  2026-11-20 09:15  ●   भारत  गाँव की"))
      #expect(try Run(["list", "--tag", "पुस्तकें", "--unread", "--query", "पाठशाला"], home: home).output.contains(id))
      #expect(try Run(["list", "--starred"], home: home).output.isEmpty)

      let show = try Run(["show", String(id.prefix(6)), "--width", "40"], home: home)
      #expect(show.output.contains("मुख्य बातें\n") && show.output.contains("#शिक्षा  #पुस्तकें"))
      for words in [["show", id, "--json"], ["--json", "show", id]] {
        #expect(try Run(words, home: home).items().first?["content_text"] != nil)
      }

      let related = try Run(["related", id, "--json"], home: home).items()
      #expect(related.count == 2)
      #expect((related[0]["_khabar"] as? [String: Any])?["reason"] as? String == "publisher")
      #expect(try Run(["tags"], home: home).output == "1  #पुस्तकें\n1  #शिक्षा\n")
      #expect(try Run(["tags", "--json"], home: home).output.contains("\"count\" : 1"))
    }
  }

  @Test("an ID that is unknown or begins several stories is told, with status 1")
  func identifiers() async throws {
    try await withTemporaryFolder { home in
      let other = Page.text.replacing("गाँव की पाठशाला", with: "शहर की पाठशाला")
      #expect(try Run(["import", "-"], home: home, input: Page.text).status == 0)
      #expect(try Run(["import", "-"], home: home, input: other).status == 0)
      let unknown = try Run(["show", "zz"], home: home)
      #expect(unknown.status == 1 && unknown.output.isEmpty && unknown.errors.contains("“zz”"))
      let empty = try Run(["show", ""], home: home)
      #expect(empty.status == 1)
      // Seventeen more stories: sixteen first digits cannot tell them apart.
      for number in 0..<17 {
        let page = Page.text.replacing("गाँव की पाठशाला", with: "पाठशाला क्रमांक \(number)")
        #expect(try Run(["import", "-"], home: home, input: page).status == 0)
      }
      let first = try Run(["list"], home: home).output.split(separator: "\n").map { String($0.prefix(1)) }
      let shared = try #require(first.first { digit in first.count { $0 == digit } > 1 })
      let ambiguous = try Run(["show", shared], home: home)
      #expect(ambiguous.status == 1 && ambiguous.errors.contains("कई ख़बरें शुरू होती हैं"))
    }
  }

  @Test("wrong usage has status 2, a missing file 1, help and version 0")
  func statuses() async throws {
    try await withTemporaryFolder { home in
      #expect(try Run(["nonsense"], home: home).status == 2)
      #expect(try Run(["list", "--nonsense"], home: home).status == 2)
      #expect(try Run(["import", "/no/such/page.txt"], home: home).status == 1)
      #expect(try Run(["--help"], home: home).status == 0)
      #expect(try Run(["--version"], home: home).output.hasPrefix("khabar "))
      let piped = try Run([], home: home)
      #expect(piped.status == 1 && piped.errors.contains("टर्मिनल"))
      let english = try Run(["list", "--ui-language", "en"], home: home)
      #expect(english.status == 0 && english.output.isEmpty && english.errors.contains("There are no stories yet."))
    }
  }

  @Test("what is wrong with a command line or its settings is told in the locale's language")
  func localeOfErrors() async throws {
    try await withTemporaryFolder { home in
      func errors(_ words: [String], _ locale: String) throws -> String {
        try Run(words, home: home, locale: locale).errors
      }
      let misspelled = try errors(["lsit"], "en_IN.UTF-8")
      #expect(misspelled.contains("Did you mean list?"))
      #expect(try errors(["list", "--unraed"], "en_IN.UTF-8").contains("Did you mean --unread?"))
      #expect(try errors(["lsit"], "mr_IN.UTF-8").contains("list म्हणायचे होते का?"))
      #expect(try errors(["lsit", "--ui-language", "hi"], "en_IN.UTF-8").contains("कहना था"))
      #expect(try errors(["list", "--config", home + "/none.yaml"], "en_IN.UTF-8").contains("cannot be read"))
    }
  }

  @Test("a full disk behind standard output, broken settings and unreadable files are told in a sentence")
  func troubles() async throws {
    try await withTemporaryFolder { home in
      #expect(try Run(["import", "-"], home: home, input: Page.text).status == 0)
      let settings = home + "/broken.yaml"
      try "theme: [".write(toFile: settings, atomically: true, encoding: .utf8)
      #expect(try Run(["list", "--config", settings], home: home).status == 1)
      #expect(try Run(["--version", "--config", settings], home: home).status == 0)
      try "# टिप्पणी\r\nui-language: en\r\n".write(toFile: settings, atomically: true, encoding: .utf8)
      #expect(try Run(["show", "zz", "--config", settings], home: home).errors.contains("No story's ID"))
      #expect(try Run(["parse", home], home: home).errors.contains("फ़ोल्डर है"))
      let folder = home + "/असली"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Page.text.write(toFile: folder + "/हाट.txt", atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: home + "/कड़ी", withDestinationPath: folder)
      #expect(try Run(["import", home + "/कड़ी/"], home: home).output.hasPrefix(home + "/कड़ी/हाट.txt: वही"))
      if FileManager.default.fileExists(atPath: "/dev/full") {
        let full = try Run(["list"], home: home, output: "/dev/full")
        #expect(full.status == 1 && !full.errors.isEmpty)
      }
    }
  }

  @Test("nothing but text comes out, whatever a page holds")
  func hostile() async throws {
    try await withTemporaryFolder { home in
      let page = Page.text.replacing("गाँव की", with: "\u{1B}]0;कब्ज़ा\u{07}गाँव\u{202E} की\u{9B}31m").replacing(
        "शनिवार की", with: "\u{1B}[2Jशनिवार\u{2028} की\u{7F}")
      #expect(try Run(["import", "-"], home: home, input: page).status == 0)
      let id = try #require(try Run(["list", "--json"], home: home).items().first?["id"] as? String)
      for words in [["list"], ["show", id], ["related", id], ["tags"], ["show", id, "--json"]] {
        let run = try Run(words, home: home)
        let bad = run.output.unicodeScalars.filter { scalar in
          (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
            || [0x202E, 0x2028, 0x2029].contains(scalar.value)
        }
        #expect(bad.isEmpty, "\(words)")
        #expect(run.output.contains("शनिवार") || words[0] != "show")
      }
    }
  }

  @Test("list and show are in Latin letters when asked, by option or configuration; JSON stays as it was published")
  func latinLetters() async throws {
    try await withTemporaryFolder { home in
      _ = try Run(["import", "-"], home: home, input: Page.text)
      let list = try Run(["list", "--view", "roman"], home: home)
      #expect(list.output.contains("gānv kī pāthshālā men har shanivār lagtī hai kitābon kī hāt"))
      let id = String(list.output.prefix(8))
      let show = try Run(["show", id, "--view=roman"], home: home)
      #expect(show.output.contains("bachche purānī kitāben lāte hain"))
      #expect(!show.output.unicodeScalars.contains { (0x0900...0x097F).contains($0.value) })
      #expect(try Run(["show", id, "--view", "roman", "--json"], home: home).output.contains("पुरानी किताबें"))
      try "view: roman\n".write(toFile: home + "/c.yaml", atomically: true, encoding: .utf8)
      #expect(try Run(["show", id, "--config", "c.yaml"], home: home).output == show.output)
      #expect(
        try Run(["list", "--config", "c.yaml", "--view", "devanagari"], home: home).output
          == Run(["list"], home: home).output)
    }
  }
}
