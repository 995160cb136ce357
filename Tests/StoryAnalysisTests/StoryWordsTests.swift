import NewsModel
import StoryAnalysis
import Testing

@Suite("The words of a story")
struct StoryWordsTests {
  private static let input = AnalysisInput(
    id: ArticleID(rawValue: "1"), title: "हिन्दी के पाठक बढ़े", dek: "पाठकों की राय",
    body: ArticleBody(blocks: [
      Block(kind: .subheading, text: "नई सूची"),
      Block(kind: .paragraph, text: "हिंदी की नई पत्रिका आई है। पाठक ख़ुश हैं।"),
    ]), tags: ["साहित्य"], date: Timestamp(secondsSince1970: 0, utcOffsetSeconds: 0))

  @Test("two spellings of a word have one number")
  func folding() {
    let words = StoryWords(Self.input)
    #expect(words.title.first == words.number(of: "हिंदी"))
    #expect(words.body.contains(words.title[0]))
    #expect(Set(words.words).count == words.words.count)
  }

  @Test("sentences say where they stand in their block and in the body's words")
  func sentences() {
    let words = StoryWords(Self.input)
    let block = Self.input.body.blocks[1].text
    let texts = words.sentences.map { String(decoding: Array(block.utf8)[$0.utf8Range], as: UTF8.self) }
    #expect(texts == ["हिंदी की नई पत्रिका आई है।", "पाठक ख़ुश हैं।"])
    #expect(words.sentences.allSatisfy { $0.blockIndex == 1 })
    #expect(words.key(of: StoryWords.Run(words.body[words.sentences[1].words])) == "पाठक खुश हैं")
    #expect(words.key(of: words.body) == "नई सूची हिंदी की नई पत्रिका आई है पाठक खुश हैं")
  }
}
