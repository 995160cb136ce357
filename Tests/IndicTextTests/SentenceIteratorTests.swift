import Testing

@testable import IndicText

@Suite("Sentences and words")
struct SentenceIteratorTests {
  @Test(
    "a sentence ends at its danda, question mark or exclamation mark, with or without a space after it",
    arguments: [
      ("बारिश थम गई।अब धूप निकलेगी।", ["बारिश थम गई।", "अब धूप निकलेगी।"]),
      ("क्या हुआ? कुछ नहीं!चलो॥ ठीक", ["क्या हुआ?", "कुछ नहीं!", "चलो॥", "ठीक"]),
      ("उसने कहा, “मैं आऊँगा।” फिर चला गया।", ["उसने कहा, “मैं आऊँगा।”", "फिर चला गया।"]),
      ("सभा संपली.नेते परतले.", ["सभा संपली.", "नेते परतले."]),
      ("The rain ended.The sun came out.", ["The rain ended.", "The sun came out."]),
      ("दाम 3.5 प्रतिशत बढ़े।", ["दाम 3.5 प्रतिशत बढ़े।"]), ("", []), ("   ", []),
      ("काम पूरा|दूसरा शुरू", ["काम पूरा|", "दूसरा शुरू"]),
    ])
  func ends(text: String, sentences: [String]) {
    #expect(SentenceIterator.sentences(of: text) == sentences)
  }

  @Test(
    "an abbreviation ends no sentence",
    arguments: [
      "डॉ. वर्मा ने कहा।", "डॉ.वर्मा ने कहा।", "पु. ल. देशपांडे यांचे नाटक.", "कीमत रु. 500 है।", "Dr. Rao met Mr. Sen.",
      "It runs on Node.JS today.",
    ])
  func abbreviations(text: String) {
    #expect(SentenceIterator.sentences(of: text, locale: "en") == [text])
  }

  @Test("words come without blanks and punctuation, vowel signs and joiners inside")
  func words() {
    let text = "नई दिल्ली: ‘शार्‍मा’ ने 3,000 रुपये दिए।"
    #expect(WordIterator(text).map { String(text[$0]) } == ["नई", "दिल्ली", "शार्‍मा", "ने", "3,000", "रुपये", "दिए"])
  }
}
