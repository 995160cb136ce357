import NewsModel
import StoryAnalysis
import TestSupport
import Testing

@Suite("Highlights that are picked", .inBackground)
struct HighlightPickerTests {
  /// Nine sentences of a story of our own, one paragraph each.
  private static let story = [
    "नगर निगम ने सोमवार से शहर के चालीस वार्डों में पानी की नई पाइपलाइन बिछाने का काम शुरू किया है।",
    "महापौर सुधा जोशी के मुताबिक पहले चरण में पूर्वी इलाक़े की बस्तियों को रोज़ दो घंटे पानी मिलेगा।",
    "पुरानी पाइपलाइन पचास साल पहले डाली गई थी और उसमें से एक तिहाई पानी रास्ते में ही रिस जाता था।",
    "ठेकेदार को अगले मार्च तक पूरा काम ख़त्म करना है, वरना हर हफ़्ते पाँच लाख रुपये जुर्माना देना होगा।",
    "विपक्ष के पार्षदों ने आरोप लगाया कि ठेका बिना निविदा के एक ही कंपनी को दे दिया गया।",
    "व्यापारी संघ ने खुदाई के दौरान बाज़ार की मुख्य सड़क को रात में ही बंद रखने की मांग की है।",
  ]

  private func pick(
    _ paragraphs: [String], title: String = "चालीस वार्डों में नई पाइपलाइन", highlights: [String] = [],
    change: (inout AnalysisInput) -> Void = { _ in }
  ) -> [String] {
    var input = AnalysisInput(
      id: ArticleID(rawValue: "1"), title: title, highlights: highlights, body: ArticleBody(paragraphs: paragraphs),
      date: Timestamp(secondsSince1970: 0))
    change(&input)
    let found = HighlightPicker.highlights(
      of: input, words: StoryWords(input), documentFrequencies: [], storyCount: 0)
    #expect(found.allSatisfy { $0.origin == .extracted })
    return found.map(\.text)
  }

  @Test("highlights are sentences of the body, word for word and in its order")
  func verbatim() {
    let found = pick(Self.story)
    #expect(found.count == 3)
    let places = found.compactMap { Self.story.firstIndex(of: $0) }
    #expect(places.count == found.count && places == places.sorted())
    #expect(pick(Self.story) == found)
  }

  @Test("a story with its publisher's highlights gets no others")
  func publishersOwn() {
    #expect(pick(Self.story, highlights: ["काम मार्च तक चलेगा।"]).isEmpty)
  }

  @Test(
    "a short story has few highlights, a tiny one none", arguments: [(1, 0), (2, 0), (3, 1), (4, 2), (5, 2), (6, 3)])
  func short(sentences: Int, count: Int) {
    #expect(pick(Array(Self.story.prefix(sentences))).count == count)
  }

  @Test(
    "what cannot stand alone is never picked",
    arguments: [
      "नई पाइपलाइन से चालीस वार्डों को पानी कब मिलेगा, यह कौन बताएगा?", "यह भी पढ़ें: चालीस वार्डों में नई पाइपलाइन बिछाने की पूरी सूची यहाँ है।",
      "हमारे संवाददाता, नई पाइपलाइन, चालीस वार्ड, नगर निगम।", "हम चालीस वार्डों में नई पाइपलाइन हर हाल में मार्च से पहले बिछा देंगे।",
      "\"चालीस वार्डों में नई पाइपलाइन बिछाने का वादा पूरा हुआ और पानी आया।", "चालीस वार्डों में नई पाइपलाइन।",
      "चालीस वार्डों में नई पाइपलाइन बिछाने के लिए इन बातों का ध्यान रखें:",
      "12, 13, 14, 15, 16, 17, 18, 19, 20 और 21 वार्डों में 2026, 2027, 2028 में।",
      "चालीस वार्डों में पानी की नई पाइपलाइन कब और कैसे आएगी, जानिए इस ख़ास रिपोर्ट में।",
    ])
  func unfit(sentence: String) {
    let found = pick([sentence] + Self.story)
    #expect(!found.isEmpty && !found.contains(sentence))
  }

  @Test("the sentences of a quotation that spans them are left alone, the paper's own after it is not")
  func quotation() {
    let inside = "वार्डों के सारे वाल्व अब एक ही नियंत्रण कक्ष से खोले और बंद किए जाएँगे।"
    #expect(pick([inside] + Self.story).contains(inside))
    #expect(!pick(["महापौर बोलीं, \"देर नहीं होगी। \(inside) पानी आएगा।\""] + Self.story).contains(inside))
    #expect(!pick(["महापौर बोलीं, “देर नहीं होगी। \(inside)”"] + Self.story).contains(inside))
    let quoted = pick(Self.story) { $0.body.blocks.insert(Block(kind: .quotation, text: inside), at: 0) }
    #expect(!quoted.contains(inside))
  }

  @Test("one statement in two wordings is picked once, and what only repeats the headline not at all")
  func redundancy() {
    let again = "सोमवार से नगर निगम ने शहर के चालीस वार्डों में पानी की नई पाइपलाइन बिछाने का काम शुरू किया।"
    #expect(pick(Self.story + [again]).filter { $0 == again || $0 == Self.story[0] }.count == 1)
    let title = "नगर निगम ने चालीस वार्डों में पानी की नई पाइपलाइन बिछाना शुरू किया"
    #expect(!pick([title + "।"] + Self.story, title: title).contains(title + "।"))
  }

  @Test("words that stand in every stored story do not carry a sentence")
  func rarity() {
    var input = AnalysisInput(
      id: ArticleID(rawValue: "1"), title: "", body: ArticleBody(paragraphs: Self.story.reversed()),
      date: Timestamp(secondsSince1970: 0))
    input.title = "शहर"
    let words = StoryWords(input)
    let common = Set(StoryWords.Run(words.body[words.sentences[0].words]))
    let frequencies = words.words.indices.map { common.contains(Int32($0)) ? 100_000 : 3 }
    let found = HighlightPicker.highlights(
      of: input, words: words, documentFrequencies: frequencies, storyCount: 100_000)
    #expect(!found.isEmpty && !found.contains { $0.text == Self.story.last })
  }

  @Test("hostile bodies give nothing, quickly")
  func hostile() {
    #expect(pick([String(repeating: "क ", count: 50_000)]).isEmpty)
    #expect(pick([String(repeating: "। ", count: 50_000)]).isEmpty)
    #expect(pick([String(repeating: "\"«“", count: 50_000)]).isEmpty)
    let same = String(repeating: Self.story[0] + " ", count: 20_000)
    #expect(pick([same], title: "दूसरी बात").count == 1)
    #expect(pick([], title: "").isEmpty)
  }
}
