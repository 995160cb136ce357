import CellText
import NewsModel
import ReaderUI
import Screen
import SpokenText
import TestSupport
import Testing

@Suite("Reading aloud")
struct SpeechTests {
  private static func reader(rows: Int = 14, _ blocks: [String]) -> HeadlessReader {
    var stories = Desk.many(2)
    for (index, text) in blocks.enumerated() { stories[0].article.body.blocks[index].text = text }
    return HeadlessReader(rows: rows, stories: stories)
  }

  private func spoken(_ reader: HeadlessReader) -> [String] {
    reader.effects.compactMap { if case .speak(let utterance, _) = $0 { utterance.text } else { nil } }
  }

  /// The speaker has said what it was given last.
  private func finish(_ reader: inout HeadlessReader) {
    reader.send(.spoken(reader.state.speech?.number ?? -1))
  }

  @Test("v in the list opens the story and reads its title, then sentence by sentence, each marked as it is said")
  func sentences() {
    var reader = Self.reader(rows: 24, ["पहले 5 लोग आए। फिर ₹20 लाख मिले।"])
    reader.press("v")
    #expect(reader.state.focus == .body)
    #expect(spoken(reader) == ["समाचार संख्या शून्य: आज की मुख्य ख़बर विस्तार से"])
    #expect(reader.marked(.hitCurrent).joined().contains("समाचार संख्या 0"))
    finish(&reader)
    #expect(spoken(reader).last == "पहले पाँच लोग आए।")
    #expect(reader.marked(.hitCurrent).joined() == "पहले 5 लोग आए।")
    finish(&reader)
    #expect(spoken(reader).last == "फिर बीस लाख रुपये मिले।")
    #expect(reader.marked(.hitCurrent).joined() == "फिर ₹20 लाख मिले।")
  }

  @Test("v pauses and begins the sentence again; brackets go on and back, also while paused; Esc ends it and the mark")
  func keys() {
    var reader = Self.reader(rows: 24, ["एक बात। दूसरी बात। तीसरी बात।"])
    reader.press("v", ")", ")")
    #expect(spoken(reader).last == "दूसरी बात।")
    #expect(reader.status.contains("v रोकें"))
    reader.press("v")
    #expect(reader.effects.last == .stopSpeaking)
    #expect(reader.status.contains("v फिर चलाएँ"))
    let count = spoken(reader).count
    reader.press("(")
    #expect(spoken(reader).count == count, "only marked")
    #expect(reader.marked(.hitCurrent).joined() == "एक बात।")
    reader.press("v")
    #expect(spoken(reader).last == "एक बात।")
    reader.press("esc")
    #expect(reader.effects.last == .stopSpeaking)
    #expect(reader.state.speech == nil)
    #expect(reader.marked(.hitCurrent).isEmpty)
    #expect(reader.state.focus == .body)
    reader.press(")")
    #expect(reader.marked(.hitCurrent).joined() == "एक बात।", "without it brackets choose a sentence")
  }

  @Test("the end of what is no longer said changes nothing")
  func late() {
    var reader = Self.reader(rows: 24, ["एक बात। दूसरी बात। तीसरी बात।"])
    reader.press("v")
    let first = reader.state.speech?.number ?? 0
    reader.press(")")
    reader.send(.spoken(first))
    #expect(spoken(reader).last == "एक बात।")
    reader.press("v")
    reader.send(.spoken(reader.state.speech?.number ?? 0))
    #expect(spoken(reader).last == "एक बात।", "paused")
  }

  @Test("the page scrolls only when the sentence leaves it, and not when the reader has scrolled away")
  func scrolling() {
    var reader = Self.reader([])
    reader.press("v")
    var tops: [Int] = []
    for _ in 0..<12 {
      finish(&reader)
      tops.append(reader.state.body.topLine)
      #expect(!reader.marked(.hitCurrent).isEmpty)
    }
    #expect(tops.first == 0)
    #expect(tops.last ?? 0 > 0)
    #expect(Set(tops).count < 8, "it does not move with every sentence: \(tops)")
    reader.press("G")
    let end = reader.state.body.topLine
    finish(&reader)
    #expect(reader.state.body.topLine == end)
    reader.press("(")
    #expect(reader.state.body.topLine < end, "who asks for a sentence is led to it")
  }

  @Test("v begins at the first sentence that begins on the screen, and at the one that is marked")
  func start() {
    var reader = Self.reader([])
    reader.press("enter", "space", "v")
    #expect(spoken(reader).first?.contains("अनुच्छेद") == true)
    #expect(spoken(reader).first?.contains("अनुच्छेद शून्य") == false)
    #expect(reader.state.body.topLine > 0)
    var other = Self.reader(rows: 24, ["एक बात। दूसरी बात। तीसरी बात।"])
    other.press("enter", "/", "तीसरी", "enter", "v")
    #expect(spoken(other) == ["तीसरी बात।"])
  }

  @Test("in Latin letters and other digits the words are said as they were published, and the same ones marked")
  func shown() {
    var reader = Self.reader(rows: 24, ["पहले 5 लोग आए। फिर गाँव बसा।"])
    reader.press("K", "K", "v", ")", ")")
    #expect(spoken(reader).last == "फिर गाँव बसा।")
    #expect(reader.marked(.hitCurrent).joined().hasPrefix("phir"))
    reader.press("K")
    #expect(reader.marked(.hitCurrent).joined() == "फिर गाँव बसा।")
    reader.press("D")
    #expect(reader.marked(.hitCurrent).joined() == "फिर गाँव बसा।")
    reader.resize(rows: 20, columns: 50)
    #expect(reader.marked(.hitCurrent).joined() == "फिर गाँव बसा।")
  }

  @Test("leaving the story, going to another one and quitting end it; suspending pauses")
  func leaving() {
    for keys in ["backspace", "n", "q"] {
      var reader = Self.reader([])
      reader.press("v", keys)
      #expect(reader.state.speech == nil, "\(keys)")
      #expect(reader.effects.contains(.stopSpeaking), "\(keys)")
    }
    var reader = Self.reader([])
    reader.press("v", "^z")
    #expect(reader.state.speech?.isPaused == true)
  }

  @Test("the last sentence ends it with a word; a speaker that fails says why and is not asked again")
  func ends() {
    var reader = Self.reader([])
    reader.press("v")
    for _ in 0..<200 where reader.state.speech != nil { finish(&reader) }
    #expect(reader.state.speech == nil)
    #expect(reader.status.contains("लेख पूरा हुआ"))
    var failing = Self.reader([])
    failing.press("v")
    failing.send(.notSpoken(failing.state.speech?.number ?? 0, "लगाएँ: apt install espeak-ng"))
    #expect(failing.status.contains("apt install espeak-ng"))
    #expect(failing.state.speech == nil)
    #expect(failing.marked(.hitCurrent).isEmpty)
  }
}
