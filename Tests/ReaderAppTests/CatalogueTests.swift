import Foundation
import NewsModel
import NewsParsing
import ReaderUI
import TestSupport
import Testing

@testable import ReaderApp

@Suite("The catalogue of feeds")
struct CatalogueTests {
  static let path = Checkout.folder + "/Sources/ReaderApp/Catalogue/catalogue.yaml"

  private func bundled() async throws -> Catalogue { try await CatalogueFile(paths: [Self.path]).load() }

  @Test("every address is of the web, in its normal form, and there once")
  func addresses() async throws {
    let addresses = try await bundled().entries.compactMap(\.address)
    #expect(addresses.count > 250)
    #expect(Set(addresses).count == addresses.count)
    for address in addresses {
      #expect(WebAddress.normalised(address) == address)
      #expect(address.hasPrefix("https://"))
    }
  }

  @Test("every entry says when it was last known good and by whom, and is named in three languages")
  func facts() async throws {
    let catalogue = try await bundled()
    let oldest = try #require(CatalogueMonth("2026-01"))
    for entry in catalogue.entries {
      #expect(entry.lastKnownGood >= oldest)
      #expect((entry.source == nil) == entry.isPageImport)
      #expect(CatalogueLanguage(code: entry.language).isNamed, "\(entry.language)")
      for language in ["hi", "mr", "en"] { #expect(!entry.name(in: language).isEmpty) }
      #expect(entry.listedFeed(in: "hi")?.address == entry.address)
    }
    // Two feeds that a reader cannot tell apart by name would be a mistake.
    let names = catalogue.entries.map {
      $0.language + $0.name(in: "hi") + ($0.section.isGeneral ? $0.section.rawValue : "")
    }
    #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)")
  }

  @Test("states and sections have a name in each of the reader's languages, and no two the same")
  func names() throws {
    #expect(CatalogueState.all.count == 36)
    #expect(Set(CatalogueState.all.map(\.code)).count == 36)
    for language in UILanguage.allCases.map(\.rawValue) {
      for names in [
        CatalogueState.all.map { $0.name.text(in: language) },
        CatalogueSection.allCases.map { $0.name.text(in: language) },
      ] {
        #expect(names.allSatisfy { !$0.isEmpty })
        #expect(Set(names).count == names.count)
        #expect(
          names.allSatisfy { name in
            name.unicodeScalars.contains { (0x900...0x97F).contains($0.value) } == (language != "en")
          })
      }
    }
    #expect(CatalogueState(code: "in-up")?.name.hindi == "उत्तर प्रदेश")
    #expect(CatalogueState(code: "OR")?.code == "IN-OD")
    #expect(CatalogueState(code: "XX") == nil)
  }

  @Test("publishers without a feed are there for page import, Lokmat among them, and have no address")
  func pageImports() async throws {
    let catalogue = try await bundled()
    let marathi = catalogue.pageImports(language: "mr")
    #expect(marathi.map(\.publisher.name).contains("लोकमत"))
    #expect(catalogue.pageImports(language: "hi").map(\.publisher.id).contains("lokmat-news-hindi"))
    #expect(catalogue.entries.filter(\.isPageImport).allSatisfy { $0.address == nil && $0.listedFeed(in: "hi") == nil })
    #expect(catalogue.entries(language: "mr").allSatisfy { $0.address != nil })
  }

  @Test("what cannot be read by a feed reader is not shipped")
  func leftOut() async throws {
    let addresses = try await bundled().entries.compactMap(\.address)
    for host in [
      "lokmat", "ibc24", "newsclick", "dainiktribune", "rajexpress", "jansatta", "republicbharat", "punjabkesari",
      "lallantop", "moneycontrol", "ddnews", "newsonair", "dw.com", "loksatta", "gadgets360",
      "uttar-pradesh/rssfeed.xml",
    ] {
      #expect(!addresses.contains { $0.contains(host) && !$0.contains("navbharattimes") }, "\(host)")
    }
  }

  @Test("what speaks for a party is switched off and in no selection")
  func partisan() async throws {
    let catalogue = try await bundled()
    let off = Set(catalogue.entries.filter { !$0.isOffered }.map(\.publisher.id))
    #expect(off == ["navjivan", "panchjanya", "opindia-hindi"])
    let choices: [Set<CatalogueSection>] = [[], [.politics, .opinion, .top], Set(CatalogueSection.allCases)]
    for sections in choices {
      for state in [nil] + CatalogueState.all.map(Optional.some) {
        let selection = catalogue.defaultSelection(language: "hi", state: state, sections: sections)
        #expect(selection.allSatisfy { $0.isOffered })
      }
    }
    #expect(catalogue.entries(language: "hi", sections: [.politics]).allSatisfy { $0.isOffered })
    #expect(
      catalogue.entries(language: "hi", sections: [.politics], includesSwitchedOff: true).contains { !$0.isOffered })
  }

  @Test("who only presses Enter gets five to eight publishers' general news")
  func enterEnterEnter() async throws {
    let catalogue = try await bundled()
    #expect(catalogue.languages.prefix(2).map(\.ownName) == ["हिन्दी", "मराठी"])
    let hindi = catalogue.defaultSelection(language: "hi")
    #expect((5...8).contains(hindi.count))
    #expect(Set(hindi.map(\.publisher.id)).count == hindi.count)
    #expect(hindi.allSatisfy { $0.section.isGeneral && $0.state == nil && !$0.isPageImport })
    #expect(hindi.allSatisfy { $0.source?.checked != nil })
    for language in catalogue.languages {
      let selection = catalogue.defaultSelection(language: language.code)
      #expect(!selection.isEmpty, "\(language.code)")
      #expect(Set(selection.compactMap(\.address)).count == selection.count)
    }
  }

  @Test("a state and sections add their feeds to the selection, and only they")
  func choosing() async throws {
    let catalogue = try await bundled()
    let bihar = try #require(CatalogueState(code: "BR"))
    let plain = catalogue.defaultSelection(language: "hi")
    let local = catalogue.defaultSelection(language: "hi", state: bihar)
    #expect(Array(local.prefix(plain.count)) == plain)
    #expect(local.dropFirst(plain.count).count == 4)
    #expect(local.dropFirst(plain.count).allSatisfy { $0.state == bihar })
    let sport = catalogue.defaultSelection(language: "hi", sections: [.sports, .cricket])
    #expect(sport.map(\.section) == [.sports, .sports, .sports, .cricket])
    #expect(catalogue.states(language: "hi").contains(bihar))
    #expect(catalogue.states(language: "mr").map(\.code) == ["IN-MH"])
    #expect(catalogue.sections(language: "hi").contains(.farming))
    let entries = catalogue.entries(language: "hi", state: bihar, sections: [.sports])
    #expect(Set(entries.map(\.section)) == [.sports, .state])
    #expect(catalogue.entry(address: plain[0].address ?? "") == plain[0])
    #expect(catalogue.entry(address: "https://khabar.example/") == nil)
  }
}

@Suite("The file of the catalogue")
struct CatalogueFileTests {
  private nonisolated static let head =
    "known-good: 2026-09\nsources:\n  S1: {name: सूची, checked: 2026-09}\npublishers:\n"
  private nonisolated static let publisher = "  - id: a\n    name: पत्र\n    latin: Patra\n    language: hi\n"

  @Test("what stands at a feed wins over the publisher's own, and that over the file's")
  func inheritance() throws {
    let yaml =
      Self.head + Self.publisher
      + "    content: full\n    pictures: no\n    default: yes\n    known-good: 2025-12\n    feeds:\n"
      + "      - {section: top, source: S1, address: https://a.example/1}\n"
      + "      - {state: UP, title: मेरठ, content: summary, pictures: yes, default: no, offered: no, known-good: 2026-01, source: S1, address: https://a.example/2}\n"
      + "  - id: b\n    name: ख\n    latin: B\n    language: mr\n    import: page\n"
    let entries = try CatalogueFile.catalogue(yaml: yaml, path: "c.yaml").entries
    #expect(entries.map(\.content) == [.full, .summary, .unknown])
    #expect(entries.map(\.hasPictures) == [false, true, nil])
    #expect(entries.map(\.lastKnownGood.text) == ["2025-12", "2026-01", "2026-09"])
    #expect(entries.map(\.isDefault) == [true, false, false])
    #expect(entries.map(\.isOffered) == [true, false, true])
    #expect(entries.map { $0.name(in: "hi") } == ["पत्र", "पत्र · मेरठ", "ख"])
    #expect(entries.map { $0.name(in: "en") } == ["Patra", "Patra · मेरठ", "B"])
  }

  @Test(
    "a mistake is told with its line, in a sentence of each language",
    arguments: [
      ("publishers: []\nfarbe: rot\n", 2), ("- a\n", 1), ("publishers: [\n", 2),
      ("known-good: 2026-13\npublishers: []\n", 1),
      ("known-good: 2026-09\n", 1), (head + "  - name: x\n", 5), (head + publisher, 5),
      (head + publisher + "    feeds:\n      - {section: x, source: S1, address: https://a.example/}\n", 10),
      (head + publisher + "    feeds:\n      - {state: XX, source: S1, address: https://a.example/}\n", 10),
      (head + publisher + "    feeds:\n      - {section: top, source: S9, address: https://a.example/}\n", 10),
      (head + publisher + "    feeds:\n      - {section: top, source: S1}\n", 10),
      (head + publisher + "    feeds:\n      - {section: top, source: S1, address: 'file:///etc/passwd'}\n", 10),
      (head + publisher + "    feeds:\n      - {section: top, source: S1, address: HTTPS://A.example}\n", 10),
      (
        head + publisher + "    feeds:\n      - {section: top, source: S1, address: https://a.example/}\n"
          + "      - {section: india, source: S1, address: https://a.example/}\n", 11
      ),
      (
        head + publisher
          + "    import: page\n    feeds:\n      - {section: top, source: S1, address: https://a.example/}\n", 11
      ),
      (head + publisher + "    import: page\n" + publisher + "    import: page\n", 10),
      (head + publisher + "    default: maybe\n    import: page\n", 9),
    ])
  func mistakes(yaml: String, line: Int) throws {
    let error = try #require(throws: CatalogueError.self) {
      try CatalogueFile.catalogue(yaml: yaml, path: "c.yaml")
    }
    #expect(error.line == line, "\(error)")
    for language in UILanguage.allCases {
      let sentence = Messages(language: language).sentence(for: error)
      #expect(sentence.hasPrefix("c.yaml:\(line): ") && sentence.count > 20, "\(sentence)")
    }
  }

  @Test("a file that is not there is told with the places that were looked at")
  func missing() async throws {
    let error = await #expect(throws: CatalogueError.self) {
      try await CatalogueFile(paths: ["/nowhere/c.yaml"]).load()
    }
    let sentence = Messages(language: .hindi).sentence(for: try #require(error))
    #expect(sentence.contains("/nowhere/c.yaml"))
  }
}

@Suite("khabar feeds catalogue")
struct CatalogueCommandTests {
  private func command(_ words: [String]) throws -> CatalogueCommand {
    CatalogueCommand(
      runner: CommandRunner(
        arguments: try Arguments(words), configuration: Configuration(), paths: Paths(environment: [:]), now: .current()
      ))
  }

  private func bundled() async throws -> Catalogue { try await CatalogueFile(paths: [CatalogueTests.path]).load() }

  @Test("without a choice it lists the languages, with one the feeds, narrowed by state and section")
  func lines() async throws {
    let catalogue = try await bundled()
    let command = try command(["list"])
    let languages = try command.lines(.init(), of: catalogue)
    #expect(languages.count == catalogue.languages.count)
    #expect(languages[0].hasPrefix("hi  हिन्दी  "))
    let all = try command.lines(.init(language: "hi"), of: catalogue)
    #expect(all.contains { $0.contains("ऑपइंडिया") && $0.contains("पक्षधर") })
    #expect(all.contains { $0.contains("लोकमत न्यूज़ हिंदी") && $0.contains("khabar import") })
    let bihar = try command.lines(.init(language: "HI", state: "बिहार", section: "खेल"), of: catalogue)
    #expect(bihar.contains { $0.contains("[BR]  https://www.bhaskar.com/rss-v1--category-3679.xml") })
    #expect(bihar.allSatisfy { $0.contains("[BR]") || $0.contains("[sports]") })
    #expect(try command.lines(.init(section: "cricket"), of: catalogue).count == 1)
  }

  @Test("what the catalogue does not have is a sentence that tells what it has")
  func unknown() async throws {
    let catalogue = try await bundled()
    let command = try command(["list"])
    for (options, known) in [
      (CatalogueCommand.Options(language: "xx"), "gu"), (.init(language: "mr", state: "UP"), "MH"),
      (.init(language: "hi", section: "कुछ नहीं"), "cricket"),
    ] {
      let error = #expect(throws: CommandFailure.self) { try command.lines(options, of: catalogue) }
      let sentence = Messages(language: .hindi).sentence(for: try #require(error))
      #expect(sentence.contains(known))
    }
  }

  @Test("the JSON tells of every entry what the file says")
  func json() async throws {
    let data = try command(["list", "--json"]).json(.init(language: "mr"), of: try await bundled())
    let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let lokmat = try #require(entries.first { $0["publisher"] as? String == "lokmat" })
    #expect(lokmat["is_page_import"] as? Bool == true)
    #expect(lokmat["address"] == nil)
    let bbc = try #require(entries.first { $0["publisher"] as? String == "bbc-marathi" })
    #expect(bbc["address"] as? String == "https://feeds.bbci.co.uk/marathi/rss.xml")
    #expect(bbc["has_pictures"] as? Bool == true)
    #expect(bbc["last_known_good"] as? String == "2026-09")
  }
}

@Suite("Words about lists of feeds")
struct FeedListWordsTests {
  @Test("every note and refusal is a sentence in each language and names its line")
  func notes() {
    let facts: [FeedListNote.Fact] = [
      .refused(address: "exec:x", .runsProgram), .refused(address: "filter:x", .filtersThroughProgram),
      .refused(address: "file:x", .localFile), .refused(address: "query:x", .smartList),
      .refused(address: "ftp:x", .scheme("ftp")), .refused(address: "x", .notAnAddress),
      .addressMissing(name: "x", site: nil), .addressMissing(name: "x", site: "https://a.example/"),
      .repeated(address: "x"), .listNotFollowed(address: "x"), .shownThoughHidden(address: "x"),
      .feedHeldLines(name: "x"),
      .markupMended(2), .markupBroken, .bodyMissing, .foldersTooDeep(64), .attributesDropped(256), .cutOff(9),
      .quoteNotClosed, .more(3),
    ]
    for language in UILanguage.allCases {
      let messages = Messages(language: language)
      let sentences = facts.map { messages.note(FeedListNote(line: 7, $0), file: "सूची.opml") }
      #expect(sentences.allSatisfy { $0.hasPrefix("सूची.opml:7: ") && $0.count > 20 })
      #expect(Set(sentences).count == sentences.count)
    }
  }
}
