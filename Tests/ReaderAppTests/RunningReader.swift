import Fetching
import CellText
import Foundation
import Ingestion
import NcursesTerminal
import NewsModel
import NewsStore
import ReaderUI
import Screen
import Testing

@testable import ReaderApp

/// The reader as it runs, on a real store, with a terminal that keeps its frames.
final class RunningReader {
  let terminal: HeadlessTerminal
  let program: ReaderProgram

  init(
    editions: Editions, rows: Int = 24, columns: Int = 80, browser: Browser = Browser(command: ["false"]),
    client: HTTPClient = .none,
    themeFolders: [String] = [Checkout.folder + "/themes"], settings: ReaderSettings = ReaderSettings(),
    pictureFolder: String? = nil, pictureProgram: String = PictureDecoder.program, colorDepth: ColorDepth = .none
  ) throws {
    terminal = HeadlessTerminal(rows: rows, columns: columns)
    let state = ReaderState(settings: settings, size: terminal.size, now: .fixed, edition: editions.edition)
    program = ReaderProgram(
      driver: terminal, editions: editions, state: state,
      surroundings: .init(
        themes: ThemeLoader(folders: themeFolders), messages: Messages(language: .hindi), browser: browser,
        client: client, pictureFolder: pictureFolder, pictureProgram: pictureProgram, colorDepth: { colorDepth },
        // A busy machine must not draw a page before it is full.
        now: { .fixed }, firstFrameMilliseconds: 20_000))
    try program.begin()
  }

  /// Presses keys one after another, waiting after each until nobody works any more.
  func press(_ words: String...) async throws {
    let named: [String: Key] = ["enter": .enter, "esc": .escape, "tab": .tab, "backspace": .backspace, "down": .down]
    for word in words {
      for key in named[word].map({ [$0] }) ?? word.unicodeScalars.map({ .scalar($0) }) {
        terminal.send(.key(key))
        try await idle()
      }
    }
  }

  /// Until no event is pending and no effect runs.
  func idle() async throws {
    try await until("the reader is idle") { self.program.isIdle }
  }

  /// Lets the main actor go on until `condition` holds; a test that waits for what never comes
  /// fails after four minutes. All tests of this module share the main actor, so one that has much to do waits for the others.
  func until(_ what: String, _ condition: () async -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(240)
    while await !condition() {
      if ContinuousClock.now > deadline {
        Issue.record("waited for: \(what)\n\(terminal.screen)")
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(1))
    }
  }
}

/// Files of the package beside its tests.
nonisolated enum Checkout {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let sampleFolder = folder + "/Sources/ReaderApp/SampleEdition"
}

extension Timestamp {
  static let fixed = Timestamp(secondsSince1970: 1_795_500_000, utcOffsetSeconds: 19_800)
}

/// A page saved as text, in the form of a Hindi publisher.
nonisolated enum Page {
  static let text = """
    लाइव न्यूज़ :

    गाँव की पाठशाला में हर शनिवार लगती है किताबों की हाट

    By सरिता जोशी | Updated: November 20, 2026 09:15 IST

    बच्चे पुरानी किताबें लाते हैं और बदले में नई कहानियाँ ले जाते हैं।

    Open in App
    ठळक मुद्देहाट में पैसे नहीं चलते, किताब के बदले किताब मिलती है।शिक्षिका हर किताब पर पढ़ने वाले बच्चों के नाम लिखती हैं।

    शनिवार की सुबह पाठशाला के आँगन में दरियाँ बिछ जाती हैं। बच्चे अपने झोले से किताबें निकालकर सजाते हैं और दोपहर तक सब बदल जाती हैं।

    पहले यहाँ पुस्तकालय नहीं था। अब हर घर में कम से कम दो किताबें हैं और शाम को चौपाल पर कहानी सुनाई जाती है।

    टैग: शिक्षा, पुस्तकें

    संबंधित खबरें

    शिक्षाचलता-फिरता पुस्तकालय पहुँचा पहाड़ के आख़िरी गाँव तक

    भारत अधिक खबरें

    भारतसाइकिल पर निकली डाकिया दीदी की दिनचर्या
    """

  static func bytes(_ text: String = text) -> [UInt8] { Array(text.utf8) }
}

extension HTTPClient {
  /// A machine without a network.
  static let none = HTTPClient { request throws(FetchError) in throw FetchError(kind: .unreachable, url: request.url) }
}
