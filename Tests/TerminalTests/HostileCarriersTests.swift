import CellText
import Foundation
import Screen
import TestSupport
import Testing

/// Texts made to harm terminals, in everything that can carry a text to khabar; what khabar then writes to a real terminal, byte for byte.
@Suite("Hostile texts in every carrier", .serialized, .onTerminalThreads)
struct HostileCarriersTests {
  /// Control characters of every kind: as sequences of C0, of C1 and alone.
  private static let own = [
    "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[1;1H", "\u{9B}31m\u{9D}52;c;eA==\u{9C}", "\u{7F}\u{85}\u{90}q\u{9C}",
    "\u{202E}\u{2066}उलटा",
    "\u{1B}P$q\n\u{1B}\\", "\u{1B}]8;;http://x.example/\u{1B}\\y\u{1B}]8;;\u{1B}\\", "\r\u{8}\u{8}\u{B}", "\u{1B}",
    "\u{1B}[",
  ]
  private static let payloads =
    own + ((try? SharedData.terminalAttacks()) ?? []) + ((try? SharedData.naughtyStrings()) ?? [])

  /// What ZWJ and ZWNJ tell apart, and every carrier must keep.
  private static let joined = ["क्\u{200D}ष", "क्\u{200C}ष"]

  // MARK: - Carriers

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// With characters spelled as references, which an XML parser turns back into what they mean.
  private static func referred(_ text: String) -> String {
    text.unicodeScalars.map { "&#\($0.value);" }.joined()
  }

  private static var feed: String {
    let items = payloads.enumerated().map { index, payload in
      let text = index.isMultiple(of: 2) ? escaped(payload) : referred(payload)
      return """
        <item><title>ख़बर \(index) \(text) अंत</title><link>https://e.example/\(index)/\(text)</link><author>\(text)</author>
        <category>\(text)</category><description>\(text)</description><content:encoded>&lt;p&gt;पाठ \(index) \(text)&lt;/p&gt;
        &lt;a href="https://e.example/\(text)"&gt;कड़ी&lt;/a&gt;</content:encoded><guid>g\(index)</guid></item>
        """
    }
    let nasty = own.map(referred).joined()
    return """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>स्रोत \(nasty) \(joined.joined())</title>
      <link>https://e.example/</link><language>hi</language><item><title>जोड़ \(joined.joined(separator: " और "))</title>
      <guid>joined</guid></item>\(items.joined())</channel></rss>
      """
  }

  private static var page: String {
    let nasty = own.joined().replacing("\"", with: "").replacing("<", with: "")
    let json = nasty.unicodeScalars.map { $0.value < 0x10000 ? "\\u" + hex($0.value) : String($0) }.joined()
    let paragraph = "<p>तालाब में पानी \(nasty) लौट आया है और किसानों ने मिलकर नहर की सफ़ाई पूरी कर ली है, जिससे खेत फिर हरे हैं।</p>"
    return """
      <!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>तालाब \(nasty)</title>
      <meta name="author" content="\(referred(nasty))"><meta property="article:section" content="\(nasty)">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"तालाब लौटा \(json)","author":{"name":"\(json)"},
      "datePublished":"2026-11-20T09:15:00+05:30","keywords":["\(json)"]}</script></head>
      <body><article><h1>तालाब लौटा \(nasty)</h1>\(String(repeating: paragraph, count: 6))</article></body></html>
      """
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static var dump: String {
    let nasty = own.joined(separator: " ")
    return """
      नहर की सफ़ाई पूरी \(nasty)

      By नमूना \(nasty) | Updated: November 20, 2026 09:15 IST

      मुख्य बातें
      • पानी खेत तक पहुँचा \(nasty)

      गाँव के लोगों ने दस दिन में नहर साफ़ की। \(nasty) अब पानी आख़िरी खेत तक पहुँचता है।

      पंचायत ने बताया कि अगले महीने दूसरी नहर की बारी है। \(nasty)

      टैग: पानी\(nasty), खेती
      """
  }

  private static var opml: String {
    let nasty = escaped(own.joined())
    return """
      <opml version="2.0"><body><outline text="राज्य \(nasty)"><outline text="सूची \(nasty)" xmlUrl="https://e.example/\(nasty).xml"
      category="\(nasty)" note="\(nasty)" khabar="\(nasty)"/></outline></body></opml>
      """
  }

  // MARK: - What is looked at

  /// What of the bytes a terminal would take for more than text and line ends; our own progress bar is taken off first.
  private func strange(_ output: [UInt8], isForPrograms: Bool) -> [String] {
    let text = String(decoding: output, as: UTF8.self).replacing("\r\u{1B}[K", with: "\n").replacing(
      "\u{1B}[K", with: ""
    )
    .replacing("\u{1B}[1m", with: "").replacing("\u{1B}[22m", with: "")
    return text.split(whereSeparator: \.isNewline).filter { line in
      line.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A, 0x0D, 0x09: false
        case 0..<0x20, 0x7F...0x9F: true
        // JSON and OPML give a text as it is, but for controls.
        case 0x202A...0x202E, 0x2066...0x2069: !isForPrograms
        default: false
        }
      }
    }.map { $0.debugDescription }
  }

  /// Runs a command in a terminal, so that it does what it does for people, and gives what it wrote.
  @discardableResult
  private func run(_ home: String, _ arguments: [String]) async throws -> String {
    let terminal = try await startedReader(
      home, arguments + ["--ui-language", "en"], size: Size(rows: 50, columns: 120))
    let ending = try terminal.waitForEnd(seconds: 60)
    #expect(String(validating: terminal.output, as: UTF8.self) != nil, "bytes that are no UTF-8")
    let isForPrograms = arguments.contains("--json") || arguments.starts(with: ["feeds", "export"])
    let found = strange(terminal.output, isForPrograms: isForPrograms)
    #expect(found.isEmpty, "\(arguments.prefix(3).map(\.debugDescription)): \(found.prefix(3))")
    if case .signalled = ending { Issue.record("\(arguments): \(ending)") }
    return String(decoding: terminal.output, as: UTF8.self)
  }

  private func written(_ text: String, to name: String, in home: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
    return home + "/" + name
  }

  @Test(
    "what feeds, pages, dumps and lists carry is read by the commands and the reader; no control is, and joiners stay")
  func documents() async throws {
    try await withTemporaryFolder { home in
      for (name, text) in [("feed.xml", Self.feed), ("page.html", Self.page), ("dump.txt", Self.dump)] {
        let path = try written(text, to: name, in: home)
        for arguments in [["parse", path], ["parse", "--json", path], ["import", path]] {
          try await run(home, arguments)
        }
      }
      try await run(home, ["feeds", "import", try written(Self.opml, to: "list.opml", in: home)])
      let list = try await run(home, ["list", "-n", "2000"])
      for text in Self.joined { #expect(list.contains(text), "\(text.unicodeScalars.map(\.value))") }
      #expect(list.split(whereSeparator: \.isNewline).count > Self.payloads.count / 2)
      for arguments in [
        ["list", "--json", "-n", "2000"], ["feeds", "list"], ["feeds", "list", "--json"], ["feeds", "export"], ["tags"],
        ["tags", "--json"], ["search", "पानी"], ["search", "पानी", "--json"], ["wanted"], ["export", "--format", "text"],
      ] {
        try await run(home, arguments)
      }
      let ids = list.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: " ").first.map(String.init) }
      for id in ids.suffix(2) + ids.prefix(4) {
        try await run(home, ["show", id])
        try await run(home, ["show", id, "--json"])
      }

      let terminal = try await startedReader(home)
      try terminal.wait("the list") { $0.contains("सुर्खियाँ") && !$0.isSynchronized }
      for key in ["j", "\r", " ", "n", "n", "h"] + Array(repeating: "\u{1B}[6~", count: 12) + [
        "\r", "n", "n", "n", "n",
      ] {
        try terminal.send(key)
        let before = terminal.output.count
        try? terminal.wait("a frame", seconds: 0.4) { !$0.isSynchronized && terminal.output.count > before }
      }
      let faults = terminal.screen.violations.keys.filter {
        switch $0 {
        case .pastLastColumn: false
        default: true
        }
      }
      #expect(faults.isEmpty, "\(faults)")
      try terminal.signal(15)
      _ = try terminal.waitForEnd()
    }
  }

  @Test("arguments, configurations and themes are quoted in errors without their controls")
  func words() async throws {
    try await withTemporaryFolder { home in
      for payload in Self.own where !payload.contains("\u{0}") {
        for arguments in [
          [payload], ["show", payload], ["search", payload], ["search", payload, "--json"],
          ["list", "--query", payload],
          ["feeds", "add", payload], ["--theme", payload, "list"], ["import", payload],
        ] {
          try await run(home, arguments)
        }
      }
      let nasty = Self.own.joined(separator: " ").replacing("\n", with: "").replacing("\r", with: "")
      let quoted = Self.own.joined().unicodeScalars.map { "\\u" + Self.hex($0.value) }.joined()
      for text in [
        "theme: \(nasty)\n", "theme: \"\(quoted)\"\n\"\(quoted)\": 1\n", "keys:\n  \"\(quoted)\": \"\(quoted)\"\n",
        "\(nasty): [\n",
        "open:\n  - match: \"\(quoted)\"\n    run: [\"\(quoted)\"]\nhooks:\n  - on: \"\(quoted)\"\n",
      ] {
        let path = try written(text, to: "config.yaml", in: home)
        try await run(home, ["config", "check", path])
        try await run(home, ["--config", path, "config", "show"])
        try await run(home, ["--config", path, "list"])
        let theme = try written("title: \"\(quoted)\"\n\(text)", to: "theme.yaml", in: home)
        try await run(home, ["--theme", theme, "list"])
      }
    }
  }
}
