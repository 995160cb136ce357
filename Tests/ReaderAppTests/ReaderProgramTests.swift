import Foundation
import Fetching
import NewsModel
import NewsStore
import ReaderUI
import Screen
import TestSupport
import Testing
import Ingestion

@testable import ReaderApp

@Suite("The reader on a real store", .onOwnThreads)
struct ReaderProgramTests {
  @Test("a page is imported, listed, opened and read; what was done is in the store")
  func endToEnd() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      _ = await PageImporter(store: store).importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
      let reader = try RunningReader(editions: Editions(own: store))
      try await reader.idle()
      // What the store says after the first frame changes nothing that is seen.
      let seen = reader.terminal.frames.map { frame in
        (0..<frame.buffer.size.rows).map { frame.buffer.text(row: $0) }
      }
      #expect(Set(seen).count == 1, "the first frame is a full one")
      #expect(reader.terminal.screen.contains("गाँव की पाठशाला में हर"))
      #expect(reader.terminal.screen.contains("हाट में पैसे नहीं चलते"))
      try await reader.press("enter", "s")
      #expect(reader.terminal.screen.contains("1 ◌ शिक्षा  चलता-फिरता पुस्तकालय"))
      try await reader.press("q")
      let headline = try #require(try await store.headlines(limit: 1).rows.first)
      #expect(headline.isRead && headline.isStarred)
    }
  }

  @Test("a story that another process imports appears by itself, and a title that pointed at it opens")
  func otherProcess() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      _ = await PageImporter(store: store).importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
      let reader = try RunningReader(editions: Editions(own: store), rows: 40)
      try await reader.idle()
      try await reader.press("enter")
      try await reader.press("1")
      #expect(reader.terminal.screen.contains("यह ख़बर अभी यहाँ नहीं है"))
      try await reader.press("esc")
      // The watch must have seen the store once before it can see a change.
      try await reader.until("the first look at the store") { reader.program.isWatching }
      let other = try ArticleStore(path: path)
      let page = Page.text.replacing(
        "गाँव की पाठशाला में हर शनिवार लगती है किताबों की हाट", with: "चलता-फिरता पुस्तकालय पहुँचा पहाड़ के आख़िरी गाँव तक")
      _ = await PageImporter(store: other).importPage(Page.bytes(page), named: "पुस्तकालय.txt", now: .fixed)
      try await reader.until("the link resolves") { reader.terminal.screen.contains("1   शिक्षा  चलता-फिरता पुस्तकालय") }
      try await reader.press("1")
      #expect(reader.program.state.body.story?.article.title.hasPrefix("चलता-फिरता") == true)
      #expect(reader.terminal.screen.contains("यहाँ तक लाने वाली ख़बरें"))
    }
  }

  @Test("an empty store shows the sample edition; X dismisses it for good")
  func sample() async throws {
    try await withStorePath { path in
      let editions = try await Editions.open(path: path, sampleFolders: [Checkout.sampleFolder])
      let reader = try RunningReader(editions: editions)
      try await reader.idle()
      #expect(reader.terminal.rows[0].contains("नमूना संस्करण"))
      #expect(reader.terminal.screen.contains("1/26"))
      try await reader.press("X")
      #expect(reader.terminal.screen.contains("अभी कोई ख़बर नहीं है।"))
      let again = try await Editions.open(path: path, sampleFolders: [Checkout.sampleFolder])
      #expect(again.edition == .own)
    }
  }

  @Test("the first import ends the sample")
  func importEndsSample() async throws {
    try await withStorePath { path in
      let editions = try await Editions.open(path: path, sampleFolders: [Checkout.sampleFolder])
      let reader = try RunningReader(editions: editions)
      try await reader.until("the first look at the store") { reader.program.isWatching && reader.program.isIdle }
      let other = try ArticleStore(path: path)
      _ = await PageImporter(store: other).importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
      try await reader.until("the reader's own story") { reader.terminal.screen.contains("गाँव की पाठशाला") }
      #expect(reader.terminal.rows[0].contains("सभी ख़बरें"))
      #expect(reader.terminal.screen.contains("1/1"))
    }
  }

  @Test("a chosen theme is kept in the store")
  func theme() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let reader = try RunningReader(editions: Editions(own: store))
      try await reader.idle()
      try await reader.press("T", "sepia", "enter")
      #expect(reader.terminal.frames.last?.theme.name == "sepia")
      #expect(try await store.setting(KeptChoice.theme.rawValue) == "sepia")
    }
  }

  @Test("three keys in one batch cost one frame")
  func batches() async throws {
    try await withStorePath { path in
      let editions = try await Editions.open(path: path, sampleFolders: [Checkout.sampleFolder])
      let reader = try RunningReader(editions: editions)
      try await reader.idle()
      let before = reader.terminal.frames.count
      for _ in 0..<3 { reader.terminal.send(.key(.scalar("j"))) }
      try await reader.until("the selection moved") { reader.program.state.headlines.selectedIndex == 3 }
      // Answers of the store may have brought more frames since; the first one shows all three keys.
      let first = try #require(reader.terminal.frames.dropFirst(before).first)
      #expect(first.buffer.text(row: 23).contains("4/26"))
      try await reader.idle()
    }
  }

  @Test("a browser that stays open does not keep the reader from ending, and one that is missing is told")
  func browserStays() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let pid = path + ".pid"
      let page = "https://example.org/haat\n\n" + Page.text
      _ = await PageImporter(store: store).importPage(Page.bytes(page), named: "हाट.txt", now: .fixed)
      let terminal = HeadlessTerminal()
      let program = ReaderProgram(
        driver: terminal, editions: Editions(own: store),
        state: ReaderState(size: terminal.size, now: .fixed),
        surroundings: .init(
          themes: ThemeLoader(folders: []), messages: Messages(language: .hindi),
          browser: Browser(command: ["sh", "-c", "echo $$ > '\(pid)'; exec sleep 600", "%s"]), client: .none,
          now: { .fixed },
          firstFrameMilliseconds: 20_000))
      let run = Task { try await program.run() }
      while terminal.frames.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
      for key in ["s", "o", "q"] as [Unicode.Scalar] { terminal.send(.key(.scalar(key))) }
      try await run.value
      // It may have been started only when the reader had ended, and goes on.
      func browser() -> pid_t? { (try? String(contentsOfFile: pid, encoding: .utf8)).flatMap { pid_t($0.dropLast()) } }
      while browser() == nil { try await Task.sleep(for: .milliseconds(5)) }
      #expect(kill(try #require(browser()), SIGKILL) == 0)
      #expect(!terminal.isStarted)
      #expect(try await store.headlines(limit: 1).rows.first?.isStarred == true)
    }
  }

  @Test("what was done is written though the terminal fails")
  func terminalFails() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      _ = await PageImporter(store: store).importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
      let terminal = HeadlessTerminal()
      let program = ReaderProgram(
        driver: terminal, editions: Editions(own: store), state: ReaderState(size: terminal.size, now: .fixed),
        surroundings: .init(
          themes: ThemeLoader(folders: []), messages: Messages(language: .hindi), browser: Browser(command: ["false"]),
          client: .none, now: { .fixed }, firstFrameMilliseconds: 20_000))
      let run = Task { try await program.run() }
      while terminal.frames.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
      terminal.isBroken = true
      terminal.send(.key(.scalar("s")))
      await #expect(throws: HeadlessTerminal.Broken.self) { try await run.value }
      #expect(!terminal.isStarted)
      #expect(try await store.headlines(limit: 1).rows.first?.isStarred == true)
    }
  }

  @Test("a failure is said in the status line and leaves the list as it was")
  func failure() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      _ = await PageImporter(store: store).importPage(Page.bytes(), named: "हाट.txt", now: .fixed)
      let reader = try RunningReader(editions: Editions(own: store), browser: Browser(command: ["/no/such/browser"]))
      try await reader.idle()
      reader.program.post(.failed("भंडार नहीं खुला।"))
      try await reader.until("the message") { reader.terminal.screen.contains("भंडार नहीं खुला।") }
      #expect(reader.terminal.screen.contains("गाँव की पाठशाला"))
    }
  }
}

@Suite("The sample edition")
struct SampleEditionTests {
  @Test("all of its pages are stories with highlights, tags and links, most of which lead to each other")
  func whole() async throws {
    let store = try await SampleEdition(folders: [Checkout.sampleFolder]).store()
    let page = try await store.headlines(limit: 100)
    #expect(page.totalCount >= 24)
    #expect(page.rows.filter { $0.language == "mr" }.count == 2)
    #expect(page.rows.filter { $0.language == "en" }.count == 1)
    #expect(Set(page.rows.compactMap(\.section)).count >= 7)
    var resolved = 0
    var ghosts = 0
    for headline in page.rows {
      let story = try #require(try await store.story(headline.id))
      let words = story.article.body.blocks.reduce(0) { $0 + $1.text.split(separator: " ").count }
      #expect((300...600).contains(words), "\(headline.title): \(words) words")
      #expect((2...4).contains(story.article.highlights.count), "\(headline.title)")
      #expect(story.article.dek != nil, "\(headline.title)")
      #expect(
        !story.article.authors.isEmpty && story.article.date != nil && story.article.section != nil, "\(headline.title)"
      )
      #expect((3...5).contains(story.article.tags.count), "\(headline.title)")
      #expect(story.related.count >= 3, "\(headline.title)")
      resolved += story.article.links.count { $0.target != nil }
      ghosts += story.article.links.count { $0.target == nil }
      #expect(!story.article.links.contains { $0.target == headline.id }, "a story does not point at itself")
    }
    #expect(resolved > 80 && ghosts > 20, "\(resolved) resolved, \(ghosts) only titles")
    let tags = try await store.tags()
    #expect(tags.allSatisfy { $0.count >= 2 }, "\(tags)")
  }
}
