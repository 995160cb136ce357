import CellText
import Foundation
import Screen
import Testing

@Suite("Themes")
struct ThemeTests {
  static let shipped: [URL] = {
    var folder = URL(filePath: #filePath)
    while folder.path() != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path())
    {
      folder.deleteLastPathComponent()
    }
    let themes = folder.appending(path: "themes")
    let files = (try? FileManager.default.contentsOfDirectory(at: themes, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() }
  }()

  private func parsed(_ file: URL) throws -> ParsedTheme {
    try ThemeParser.parse(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  @Test("there are dark and light themes to choose from, under the names of their files")
  func choice() throws {
    #expect(Self.shipped.count >= 10)
    let themes = try Self.shipped.map { try parsed($0).theme }
    #expect(themes.contains { $0.isDark } && themes.contains { !$0.isDark })
    #expect(themes.map(\.name) == Self.shipped.map { $0.deletingPathExtension().lastPathComponent })
  }

  @Test("every shipped theme is read without a warning", arguments: shipped)
  func warnings(file: URL) throws {
    let parsed = try parsed(file)
    #expect(parsed.warnings.isEmpty)
    #expect(parsed.author != nil)
    // What it calls itself is what it looks like.
    let unnamed = try String(contentsOf: file, encoding: .utf8).replacing("variant:", with: "other:")
    #expect(try ThemeParser.parse(unnamed, file: "x.yaml").theme.isDark == parsed.theme.isDark)
  }

  @Test("text is readable on its ground in every shipped theme", arguments: shipped)
  func contrast(file: URL) throws {
    let theme = try parsed(file).theme
    let isHigh = theme.name.hasPrefix("high-contrast")
    let text = isHigh ? 14 : theme.name.hasPrefix("khabar") ? 7 : 4.5
    for role in StyleRole.allCases {
      let style = theme.style(for: role)
      let foreground = try #require(style.foreground)
      let background = try #require(style.background)
      // WCAG 2.2, success criterion 1.4.6: 7 to 1 for all that is read. Rules are not, and 1.4.11 wants 3 to 1 for them.
      let high: Double = role == .frame ? 3 : 7
      let least: Double =
        switch role {
        case _ where isHigh && !Self.mostRead.contains(role): high
        case .page, .body, .highlight, .headline, .headlineUnread, .heading, .subheading: text
        case .headlineSelected, .headlineSelectedUnread, .dek, .quotation, .title, .status, .picker, .pickerSelected,
          .hit:
          4.5
        // Rules are seen and not read.
        case .frame: 1.2
        default: 3
        }
      #expect(foreground.contrast(with: background) >= least, "\(role.rawValue)")
    }
  }

  private static let mostRead: Set<StyleRole> = [
    .page, .body, .highlight, .headline, .headlineUnread, .heading, .subheading,
  ]

  @Test("the compiled-in theme is the shipped one of its name")
  func compiledIn() throws {
    let file = try #require(Self.shipped.first { $0.lastPathComponent == "khabar.yaml" })
    #expect(try parsed(file).theme == .compiledIn)
  }

  @Test("contrast is that of WCAG")
  func wcag() throws {
    let black = Color(red: 0, green: 0, blue: 0)
    let white = Color(red: 255, green: 255, blue: 255)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(white.contrast(with: Color(red: 0x76, green: 0x76, blue: 0x76)) - 4.542) < 0.01)
    #expect(white.contrast(with: white) == 1)
  }
}
