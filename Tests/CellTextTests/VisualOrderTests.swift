import CellText
import Testing

@Suite("Text from right to left")
struct VisualOrderTests {
  @Test("an Urdu headline is shown from its right end, clusters whole")
  func urdu() {
    // Letters: kaf, ta, alef, ba.
    #expect(VisualOrder.of("کتاب") == "باتک")
    // A vowel sign stays behind its letter, for that is where terminals want it.
    #expect(VisualOrder.of("اُردو") == "ودراُ")
    #expect(VisualOrder.of("آج کی خبر") == "ربخ یک جآ")
  }

  @Test("numbers and Latin words inside keep their direction, brackets are mirrored")
  func mixed() {
    #expect(VisualOrder.of("سال 2026 میں") == "ںیم 2026 لاس")
    #expect(VisualOrder.of("دہلی (Delhi)") == "(Delhi) یلہد")
    #expect(VisualOrder.of("हिंदी کتاب 12") == "हिंदी 12 باتک")
  }

  @Test("Devanagari and Latin text is left alone", arguments: ["हिन्दी", "स्त्री (राष्ट्रीय)", "abc", ""])
  func leftToRight(text: String) {
    #expect(!VisualOrder.isNeeded(text))
    #expect(VisualOrder.of(text) == text)
  }

  @Test("nothing is lost or added, whatever is mixed")
  func permutation() {
    let text = "भारत نے آج (2-1) سے جیتا، “شاندار” کھیل! א ב"
    let order = VisualOrder.of(text)
    #expect(order.map(String.init).sorted() == text.map(String.init).sorted())
  }

  @Test("terminals that reorder by themselves are known by their environment")
  func guess() {
    #expect(BidiOrder.guess(environment: ["TERM": "xterm-256color"]) == .khabar)
    #expect(BidiOrder.guess(environment: ["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"]) == .terminal)
    #expect(BidiOrder.guess(environment: ["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7006"]) == .terminal)
    #expect(BidiOrder.guess(environment: ["TERM": "mlterm-256color"]) == .terminal)
  }
}
