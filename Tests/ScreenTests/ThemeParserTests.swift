import CellText
import Screen
import Testing

@Suite("Theme parser")
struct ThemeParserTests {
  private static let colors = (0..<16).map { index in
    let digits = String(index, radix: 16, uppercase: true)
    return (name: "base0" + digits, value: String(repeating: digits, count: 6))
  }

  private func scheme(_ rest: String = "", indent: String = "  ", quote: String = "\"#") -> String {
    let entries = Self.colors.map { "\(indent)\($0.name): \(quote)\($0.value)\(quote.isEmpty ? "" : "\"")" }
    return "system: base16\nname: Trial\npalette:\n" + entries.joined(separator: "\n") + "\n" + rest
  }

  @Test("the form with a palette and the old flat form give the same theme")
  func forms() throws {
    let nested = try ThemeParser.parse(scheme(), file: "trial.yaml").theme
    let flat = "scheme: Trial\nauthor: A\n" + Self.colors.map { "\($0.name): '\($0.value.lowercased())'\n" }.joined()
    let parsed = try ThemeParser.parse(flat, file: "some/trial.yaml")
    #expect(parsed.theme == nested)
    #expect(parsed.author == "A")
    #expect(parsed.title == "Trial")
    #expect(nested.name == "trial")
    #expect(nested.palette[10] == Color(red: 0xAA, green: 0xAA, blue: 0xAA, base16Index: 10))
    #expect(nested.isDark)
    #expect(nested.style(for: .body).foreground?.base16Index == 5)
    #expect(nested.style(for: .headlineSelectedUnread).background?.base16Index == 2)
  }

  @Test("a role that says nothing looks like the role before its last dot")
  func fallback() throws {
    let theme = try ThemeParser.parse(
      scheme(
        """
        roles:
          status: { bg: "#102030", italic: true }
          status.message: { fg: base0E, italic: false, underline: true }
          headline.selected: { bg: 0c0c0c }
          page: { bg: base01 }
        """), file: "t.yaml"
    ).theme
    #expect(theme.style(for: .status).background == Color(red: 0x10, green: 0x20, blue: 0x30))
    #expect(theme.style(for: .statusKey).background == Color(red: 0x10, green: 0x20, blue: 0x30))
    #expect(theme.style(for: .statusKey).attributes == [.italic, .bold])
    #expect(theme.style(for: .message).attributes == [.underline])
    #expect(theme.style(for: .message).foreground?.base16Index == 14)
    #expect(theme.style(for: .headlineSelectedUnread).background == Color(red: 12, green: 12, blue: 12))
    #expect(theme.style(for: .headlineSelectedUnread).attributes == [.bold])
    #expect(theme.style(for: .body).background?.base16Index == 1)
  }

  @Test("what is not understood is left aside, with its line")
  func warnings() throws {
    let parsed = try ThemeParser.parse(
      scheme(
        """
        roles:
          nonsense: { fg: base00 }
          body: { fg: blue, bg: base0G, bold: maybe, blink: true, dim: true }
          link: base0D
          tag: { fg: base0C, bg: [1] }
        """), file: "t.yaml")
    #expect(
      parsed.warnings == [
        ThemeWarning(reason: .unknownRole("nonsense"), file: "t.yaml", line: 21),
        ThemeWarning(reason: .badColor("blue", role: .body), file: "t.yaml", line: 22),
        ThemeWarning(reason: .badColor("base0G", role: .body), file: "t.yaml", line: 22),
        ThemeWarning(reason: .badSwitch("maybe", property: "bold", role: .body), file: "t.yaml", line: 22),
        ThemeWarning(reason: .unknownProperty("blink", role: .body), file: "t.yaml", line: 22),
        ThemeWarning(reason: .notAMap(role: "link"), file: "t.yaml", line: 23),
        ThemeWarning(reason: .badColor("", role: .tag), file: "t.yaml", line: 24),
      ])
    #expect(parsed.theme.style(for: .body).attributes == [.dim])
    #expect(parsed.theme.style(for: .body).foreground?.base16Index == 5)
  }

  private func failure(_ text: String) -> ThemeError? {
    do throws(ThemeError) {
      _ = try ThemeParser.parse(text, file: "t.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test("a palette with holes is refused, and the holes are named")
  func missing() {
    let text = scheme().replacing("  base0A: \"#AAAAAA\"\n", with: "").replacing("  base03: \"#333333\"\n", with: "")
    #expect(failure(text)?.reason == .missingColors(["base03", "base0A"]))
    #expect(
      failure(scheme().replacing("#333333", with: "#33333"))?.reason == .badColor(entry: "base03", value: "#33333"))
    #expect(failure(scheme().replacing("#333333", with: "#33333"))?.line == 7)
    #expect(failure(scheme().replacing("base16", with: "tinted8"))?.reason == .unknownSystem("tinted8"))
  }

  @Test("what is no map of settings is refused")
  func notThemes() {
    #expect(failure("")?.reason == .empty)
    #expect(failure("# nur\n")?.reason == .empty)
    #expect(failure("- a\n- b\n")?.reason == .notAMap)
    #expect(failure("? [a]\n: b\n")?.reason == .notAMap)
    if case .syntax = failure("a: [1, 2\nb: }")?.reason {} else { Issue.record("no syntax error") }
    if case .syntax = failure("a: \u{1}\u{0}")?.reason {} else { Issue.record("no syntax error") }
  }

  @Test("files that would grow when read are refused at once", .timeLimit(.minutes(1)))
  func bombs() {
    var laughs = "a0: &a0 [ha, ha, ha]\n"
    for index in 1..<30 { laughs += "a\(index): &a\(index) [*a\(index - 1), *a\(index - 1)]\n" }
    #expect(failure(laughs)?.reason == .aliases)
    #expect(failure("a: " + String(repeating: "[", count: 10_000))?.reason == .tooDeep)
    #expect(failure("a: [" + String(repeating: "1,", count: 100_000) + "]")?.reason == .tooLarge)
    #expect(failure(String(repeating: "a", count: 2_000_000))?.reason == .tooLarge)
    #expect(failure("<<: *x\n")?.reason == .aliases)
    #expect(failure("*x : 1\n")?.reason == .aliases)
  }
}
