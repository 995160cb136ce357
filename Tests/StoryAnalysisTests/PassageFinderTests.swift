import NewsModel
import StoryAnalysis
import Testing

@Suite("Passages")
struct PassageFinderTests {
  private static func marked(_ finder: PassageFinder, _ texts: [String]) -> String? {
    finder.passage(in: texts.enumerated().map { ($0.element, $0.offset) })?.marked("[", "]")
  }

  @Test("hits are whole words in the text's own spelling, without the signs around them")
  func spelling() {
    let finder = PassageFinder([.init(words: ["हिंदी"], group: 0)])
    let text = "“हिन्दी” की पत्रिका, हिंदी। हिन्दीभाषी नहीं।"
    let hits = finder.hits(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(hits == ["हिन्दी", "हिंदी"])
  }

  @Test("the stretch with most of the different words is shown, from the beginning of its sentence")
  func densest() {
    let finder = PassageFinder([.init(words: ["नहर"], group: 0), .init(words: ["पानी"], group: 1)])
    let texts = ["नहर पुरानी है। नहर लंबी है।", "गाँव बड़ा है। वहाँ नहर में पानी आया। सब ख़ुश हैं।"]
    #expect(Self.marked(finder, texts) == "वहाँ [नहर] में [पानी] आया। सब ख़ुश हैं।")
    #expect(finder.passage(in: [("गाँव बड़ा है।", 0)]) == nil)
  }

  @Test("a phrase is marked where its words follow one another, a beginning where a word begins so")
  func phrases() {
    let phrase = PassageFinder([.init(words: ["आम", "चुनाव"], group: 0)])
    #expect(Self.marked(phrase, ["आम महँगे हैं, आम चुनाव पास हैं।"]) == "आम महँगे हैं, [आम चुनाव] पास हैं।")
    let prefix = PassageFinder([.init(words: ["किता"], group: 0, isPrefix: true)])
    #expect(Self.marked(prefix, ["मेज़ पर किताबें थीं"]) == "मेज़ पर [किताबें] थीं")
  }

  @Test("a long text is cut between words, and says so")
  func cut() throws {
    let finder = PassageFinder([.init(words: ["बीच"], group: 0)])
    let words = (0..<60).map { "शब्द\($0)" }
    let text = (words + ["बीच"] + words).joined(separator: " ")
    let passage = try #require(finder.passage(in: [(text, 4)]))
    #expect(passage.isCutAtStart && passage.isCutAtEnd && passage.blockIndex == 4)
    #expect(passage.text.split(separator: " ").count == 32)
    #expect(passage.text.hasPrefix("शब्द52 "))
  }

  @Test(
    "words glued by a danda or a hyphen are found; hostile texts do no harm",
    arguments: [
      "आया।वल्लभ नगर", "वल्लभ-नगर", "\u{200D}वल्लभ\u{200C}", "  वल्लभ  ",
    ])
  func glued(_ text: String) {
    let finder = PassageFinder([.init(words: ["वल्लभ"], group: 0)])
    #expect(finder.hits(in: text).count == 1)
    #expect(finder.hits(in: "").isEmpty)
    #expect(finder.hits(in: String(repeating: "\u{0301}", count: 500) + " ।।।").isEmpty)
  }
}
