import TestSupport
import Testing

@testable import IndicText

@Suite("Normal form")
struct NormalFormTests {
  @Test("clean text stays as it is and needs no repair")
  func clean() {
    let text = "राज्य की पढ़ाई, “नई” बात।\nशार्‌मा और र्‍य — 3 किमी 👩‍🌾"
    let (repaired, repairs) = NormalForm.repaired(text)
    #expect(repaired == text)
    #expect(repairs.isEmpty)
  }

  @Test("decomposed text is composed and precomposed nukta letters are parted")
  func composed() {
    #expect(NormalForm.repaired("Cafe\u{0301}").text.unicodeScalars.elementsEqual("Caf\u{E9}".unicodeScalars))
    let (text, repairs) = NormalForm.repaired("\u{095B}मीन")
    #expect(text.unicodeScalars.elementsEqual("ज\u{093C}मीन".unicodeScalars))
    #expect(repairs == [.composed])
  }

  @Test("blanks, byte order marks, line ends and stray zero-width characters are repaired")
  func blanks() {
    let (text, repairs) = NormalForm.repaired("\u{FEFF}नई\u{A0}दिल्ली\r\nदूसरी\u{200B} पंक्ति\rतीसरी\u{2028}चौथी\u{200D} शब्द")
    #expect(text == "नई दिल्ली\nदूसरी पंक्ति\nतीसरी\nचौथी शब्द")
    #expect(repairs == [.byteOrderMark, .blanks, .lineEndings, .zeroWidth])
  }

  @Test("joiners stay where they shape a word")
  func joiners() {
    for word in ["क्\u{200C}ष", "र्\u{200D}य", "क्\u{200D}", "राज\u{200C}नीति", "می\u{200C}خواهم", "👩\u{200D}🌾"] {
      #expect(NormalForm.repaired(word).text.unicodeScalars.elementsEqual(word.unicodeScalars))
    }
    for word in ["\u{200D}कल", "कल\u{200C} ", "a\u{200D}b", "क्\u{200D}\u{200D}ष"] {
      #expect(NormalForm.repaired(word).repairs.contains(.zeroWidth))
    }
  }

  @Test(
    "an escape sequence vanishes with what it carries",
    arguments: [
      ("a\u{1B}[31mलाल\u{1B}[0m", "aलाल"), ("\u{1B}]0;title\u{07}ख़बर", "ख़बर"), ("x\u{1B}]2;a\nb\u{1B}\\y", "xy"),
      ("\u{1B}P$q\nid\n\u{1B}\\z", "z"), ("\u{9B}31mz", "z"), ("\u{9D}0;t\u{9C}z", "z"), ("\u{1B}(0qq\u{1B}(B", "qq"),
      ("\u{1B}#3बड़ा", "बड़ा"), ("क\u{0}म\u{7F}ल", "कमल"), ("z\u{1B}", "z"), ("z\u{1B}[", "z"),
      ("\u{1B}]never ends", "never ends"),
      ("स\u{202E}च\u{2066}", "सच"),
    ])
  func escapes(hostile: String, clean: String) {
    #expect(NormalForm.repaired(hostile).text == clean)
  }

  @Test("repairing twice changes nothing and leaves nothing unseen", .timeLimit(.minutes(1)))
  func stable() {
    var random = FixedRandom(21)
    let pool: [Unicode.Scalar] =
      Array("कष्ंी़\u{200D}\u{200C}ab \n\r\t[]m;\\P।👩🌾éक़".unicodeScalars) + [
        "\u{1B}", "\u{9B}", "\u{9D}", "\u{07}", "\u{0}", "\u{301}", "\u{FEFF}", "\u{202E}", "\u{E0041}",
      ]
    for _ in 0..<4_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...16, using: &random) { view.append(pool.randomElement(using: &random)!) }
      let once = NormalForm.repaired(String(view)).text
      #expect(NormalForm.repaired(once).text.unicodeScalars.elementsEqual(once.unicodeScalars), "\(Array(view))")
      #expect(once.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n" })
    }
    // Each of these would take minutes if a search began anew at every introducer.
    _ = NormalForm.repaired(String(repeating: "\u{1B}]", count: 400_000))
    #expect(NormalForm.repaired("क" + String(repeating: "\u{0951}", count: 100_000)).repairs == [.stackedMarks])
  }
}

@Suite("Normal form told by bytes")
struct NormalFormCheckTests {
  @Test("text that is certain to be in normal form is left as it is by the long way too")
  func agrees() {
    let pieces: [Unicode.Scalar] = [
      "a", " ", "\n", "\t", "\u{1B}", "[", "\u{A0}", "\u{AD}", "é", "\u{301}", "क", "न", "र", "ळ", "\u{93C}", "\u{94D}",
      "ि",
      "\u{951}", "\u{952}", "\u{95B}", "\u{929}", "।", "॥", "\u{200C}", "\u{200D}", "\u{200B}", "\u{2018}", "\u{2028}",
      "₹", "é",
      "\u{2126}", "あ", "\u{3099}", "中", "я", "\u{306}", "\u{FEFF}", "\u{FE0F}", "👩", "🌾", "\u{FF41}", "\u{9BE}",
      "\u{1100}",
      "\u{202E}", "\u{85}", "\u{7F}", "\u{2329}", "\u{2800}", "०", "॰", "\u{900}",
    ]
    var random = FixedRandom(11)
    var certain = 0
    for _ in 0..<40_000 {
      let length = Int.random(in: 0...6, using: &random)
      let text = String((0..<length).map { _ in Character(pieces.randomElement(using: &random) ?? "a") })
      guard isCertain(text) else { continue }
      certain += 1
      let (long, repairs) = NormalForm.cleaned(text)
      #expect(
        repairs.isEmpty && long.utf8.elementsEqual(text.utf8),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
    #expect(certain > 1000)

    #expect(!isCertain("क" + String(repeating: "\u{901}", count: 31)))
    let prose = "दिल्ली में “नई” सड़क — 3 किमी लंबी; ख़र्च ₹500। क्या यह सच है? Café — да 中文"
    #expect(isCertain(prose))
  }

  private func isCertain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(NormalForm.isCertain)
  }
}
