import CellText
import Foundation
import Screen
import TestSupport
import Testing

@Suite("khabar as built, in a terminal", .serialized, .onTerminalThreads)
struct ReaderInTerminalTests {
  /// A page of our own in the form of the seed: glued label, glued highlights, glued sections.
  static let page = """
    लाइव न्यूज़ :

    पहाड़ी गाँव में पहली बार पहुँची बस, बच्चों ने फूलों से किया स्वागत

    By मनोज रावत | Updated: November 21, 2026 16:40 IST

    सड़क बनने में तीन साल लगे, पर इंतज़ार उससे कहीं पुराना था।

    Open in App
    ठळक मुद्देगाँव से ज़िला मुख्यालय अब दो घंटे की दूरी पर है।बस दिन में दो बार चलेगी।

    दोपहर बारह बजे जब बस का हॉर्न सुनाई दिया तो पूरा गाँव चौपाल पर जमा था। बुज़ुर्गों ने नारियल फोड़ा और चालक को मिठाई खिलाई।

    अब तक बीमार लोगों को डोली में बैठाकर नीचे तक लाना पड़ता था। पढ़ने वाले बच्चे रोज़ आठ किलोमीटर पैदल चलते थे।

    टॅग्स :परिवहन
    Open in App

    संबंधित खबरें

    भारतघाटी के स्कूल में खुला नया पुस्तकालय

    भारत अधिक खबरें

    भारतसेब के बाग़ों में समय से पहले आए फूल
    """

  /// Runs `work` with a folder that holds the page and is the home of all that khabar keeps.
  private func withHome(_ work: (_ home: String, _ page: String) async throws -> Void) async throws {
    try await withTemporaryFolder { home in
      let page = home + "/बस.txt"
      try Self.page.write(toFile: page, atomically: true, encoding: .utf8)
      try await work(home, page)
    }
  }

  @Test("opens a page given by name, follows keys, and gives the terminal back")
  func session() async throws {
    try await withHome { home, page in
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      #expect(terminal.screen.row(0).contains("सभी ख़बरें"))
      #expect(terminal.screen.contains("• गाँव से ज़िला मुख्यालय अब दो घंटे की दूरी पर है।"))
      #expect(terminal.screen.contains("भारत · 2 दिन") || terminal.screen.contains("भारत ·"))
      try terminal.send("\r")
      try terminal.wait("the story") { $0.contains("1 ◌ भारत  घाटी के स्कूल") }
      try terminal.send("1")
      try terminal.wait("the offer") { $0.contains("यह ख़बर अभी यहाँ नहीं है") }
      try terminal.send("\u{1B}")
      try terminal.wait("the page behind") { !$0.contains("यह ख़बर अभी यहाँ नहीं है") }
      try terminal.send("/बस")
      try terminal.wait("hits") { $0.row(23).contains("/") && $0.row(23).contains("लेख में खोजें: बस") }
      try terminal.send("\r\u{1B}")
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
    }
  }

  @Test("the headline goes to the terminal's clipboard, and the next start goes on in the open story")
  func goesOn() async throws {
    try await withHome { home, page in
      let first = try await startedReader(home, [page])
      try first.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      try first.send("\r")
      try first.wait("the story") { $0.contains("1 ◌ भारत  घाटी के स्कूल") }
      try first.send("y\r")
      try first.wait("the word that it was copied") { $0.row(23).contains("कॉपी हुआ: पहाड़ी गाँव") }
      try first.send("q")
      #expect(try first.waitForEnd() == .exited(0))
      // It is written after the frame that tells of it.
      let title = Data("पहाड़ी गाँव में पहली बार पहुँची बस, बच्चों ने फूलों से किया स्वागत".utf8)
      let sequence = "\u{1B}]52;c;" + title.base64EncodedString() + "\u{1B}\\"
      #expect(String(decoding: first.output, as: UTF8.self).contains(sequence))
      let second = try await startedReader(home)
      try second.wait("the story again") { $0.contains("1 ◌ भारत  घाटी के स्कूल") && !$0.isSynchronized }
      try second.send("\u{7F}")
      try second.wait("the list") { $0.isAlternate && $0.contains("1/1") }
      try second.send("q")
      #expect(try second.waitForEnd() == .exited(0))
      expectSane(second)
    }
  }

  @Test(
    "the mouse opens, scrolls and draws an edge where the terminal shows them, and is given back; what it drew is kept")
  func mouse() async throws {
    try await withHome { home, page in
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      #expect(terminal.screen.tracksMouse && terminal.screen.reportsMouseInNumbers)
      // The edge of the list, from column 33 to 43, counted from 1.
      try terminal.send("\u{1B}[<0;33;10M\u{1B}[<32;38;10M\u{1B}[<32;43;11M\u{1B}[<0;43;11m")
      try terminal.wait("the edge") { "│├".contains($0.cell(10, 42).text) && !$0.isSynchronized }
      // The headline is selected, so that one click opens it.
      try terminal.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
      try terminal.wait("the story") { $0.contains("1 ◌ भारत  घाटी के स्कूल") && !$0.isSynchronized }
      let row = try #require((0..<24).first { terminal.screen.row($0).contains("घाटी के स्कूल") })
      try terminal.send("\u{1B}[<0;12;\(row + 1)M\u{1B}[<0;12;\(row + 1)m")
      try terminal.wait("the offer") { $0.contains("यह ख़बर अभी यहाँ नहीं है") }
      try terminal.send("\u{1B}[<0;1;1M\u{1B}[<0;1;1m")
      try terminal.wait("the page behind") { !$0.contains("यह ख़बर अभी यहाँ नहीं है") && !$0.isSynchronized }
      // Nothing of these is a key.
      try terminal.send("\u{1B}[<0;;1M\u{1B}[<999999;1;1M\u{1B}[Mqqq")
      try terminal.send("*")
      try terminal.wait("the terminal's own mouse") { !$0.tracksMouse && !$0.isSynchronized }
      try terminal.send("*")
      try terminal.wait("the reader's mouse") { $0.tracksMouse && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
      let again = try await startedReader(home)
      try again.wait("the story again") { $0.contains("1 ◌ भारत  घाटी के स्कूल") && !$0.isSynchronized }
      try again.send("\u{7F}")
      try again.wait("the edge where it was") { "│├".contains($0.cell(10, 42).text) && !$0.isSynchronized }
      try again.send("q")
      #expect(try again.waitForEnd() == .exited(0))
    }
  }

  @Test("borders stand in their column in terminals of every family, whatever khabar believes of their widths")
  func borders() async throws {
    try await withHome { home, page in
      for (name, model) in WidthModel.named {
        for believed in ["auto", name] {
          let terminal = try await startedReader(home, [page, "--width-model", believed], model: model)
          try terminal.wait("the first screen in \(name)") {
            $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized
          }
          for row in 2..<23 {
            #expect("│├".contains(terminal.screen.cell(row, 32).text), "\(name) believed \(believed), row \(row)")
          }
          try terminal.send("q")
          #expect(try terminal.waitForEnd() == .exited(0))
        }
      }
    }
  }

  @Test("is drawn anew for every size, down to a headline alone where there is no room")
  func sizes() async throws {
    try await withHome { home, page in
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") }
      for (size, sign) in [
        (Size(rows: 35, columns: 120), "┬"), (Size(rows: 40, columns: 160), "संबंधित ख़बरें"),
        (Size(rows: 15, columns: 40), "सुर्खियाँ"), (Size(rows: 10, columns: 30), "सुर्खियाँ"),
        (Size(rows: 5, columns: 20), "पहली बार पहुँची बस,"), (Size(rows: 24, columns: 80), "┬"),
      ] {
        try terminal.resize(to: size)
        try terminal.wait("\(size)") { $0.contains(sign) && !$0.isSynchronized }
      }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }

  @Test("ends on a signal with the terminal sane and the store whole", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(number: Int32) async throws {
    try await withHome { home, page in
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      try terminal.send("\rs")
      try terminal.wait("the star is set") { $0.contains("★ तारा लगाया") }
      try terminal.signal(number)
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
      let again = try await startedReader(home, [])
      try again.wait("the story is open again") { $0.contains("मनोज रावत ·") && !$0.isSynchronized }
      try again.send("\u{7F}")
      try again.wait("the star is kept") { $0.contains("★") && $0.row(0).contains("0 नई") }
      try again.send("q")
      #expect(try again.waitForEnd() == .exited(0))
    }
  }

  @Test("an empty store opens on the sample edition")
  func sample() async throws {
    try await withHome { home, _ in
      let terminal = try await startedReader(home, [])
      try terminal.wait("the sample") { $0.row(0).contains("नमूना संस्करण") && $0.contains("1/26") }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }

  @Test("without colours everything is still told apart")
  func noColor() async throws {
    try await withHome { home, page in
      let terminal = try await startedReader(home, [page], ["NO_COLOR": "1"])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      let text = String(decoding: terminal.output, as: UTF8.self)
      #expect(!text.contains("\u{1B}[38;") && !text.contains("\u{1B}[48;"))
      #expect(terminal.screen.contains("▌●"))
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }
}
