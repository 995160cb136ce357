import CellText
import Testing

@Suite("Text from right to left")
struct VisualOrderTests {
  @Test("an Urdu headline is shown from its right end, clusters whole")
  func urdu() {
    // Letters: kaf, ta, alef, ba.
    #expect(VisualOrder.clusters(of: "کتاب").joined() == "باتک")
    // A vowel sign stays behind its letter, for that is where terminals want it.
    #expect(VisualOrder.clusters(of: "اُردو").joined() == "ودراُ")
    #expect(VisualOrder.clusters(of: "آج کی خبر").joined() == "ربخ یک جآ")
  }

  @Test("numbers and Latin words inside keep their direction, brackets are mirrored")
  func mixed() {
    #expect(VisualOrder.clusters(of: "سال 2026 میں").joined() == "ںیم 2026 لاس")
    #expect(VisualOrder.clusters(of: "دہلی (Delhi)").joined() == "(Delhi) یلہد")
    #expect(VisualOrder.clusters(of: "हिंदी کتاب 12").joined() == "हिंदी 12 باتک")
  }

  @Test("Devanagari and Latin text is left alone", arguments: ["हिन्दी", "स्त्री (राष्ट्रीय)", "abc", ""])
  func leftToRight(text: String) {
    #expect(!VisualOrder.isNeeded(text))
    #expect(VisualOrder.clusters(of: text).joined() == text)
  }

  @Test("nothing is lost or added, whatever is mixed")
  func permutation() {
    let text = "भारत نے آج (2-1) سے جیتا، “شاندار” کھیل! א ב"
    let order = VisualOrder.clusters(of: text).joined()
    #expect(order.map(String.init).sorted() == text.map(String.init).sorted())
  }

  @Test("what binds to the letter after it stays with it, however its parts would run")
  func bound() {
    // Arabic number signs before digits and a letter are one cluster each; parted they would bind to what comes next on the screen.
    let text = "#\u{600}\u{601}\u{6DD}\u{70F}\u{110BD} س 12"
    #expect(VisualOrder.clusters(of: text).sorted() == text.map { String($0) }.sorted())
  }

  @Test("terminals that reorder by themselves are known by their environment")
  func guess() {
    #expect(BidiOrder.guess(environment: ["TERM": "xterm-256color"]) == .khabar)
    #expect(BidiOrder.guess(environment: ["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"]) == .terminal)
    #expect(BidiOrder.guess(environment: ["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7006"]) == .terminal)
    #expect(BidiOrder.guess(environment: ["TERM": "mlterm-256color"]) == .terminal)
  }
}
