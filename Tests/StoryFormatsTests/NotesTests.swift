import NewsModel
import ReaderUI
import StoryFormats
import TestSupport
import Testing

@Suite("Marks and notes as Markdown")
struct NotesTests {
  private func marked(
    _ story: String, _ sentence: String, note: String = "", block: Int? = 0, state: MarkedSentence.State = .found,
    now: String? = nil,
    title: String = "गाँव के मेले में लौटी रौनक", url: String? = "https://gaon.example/mela"
  ) -> MarkedSentence {
    MarkedSentence(
      mark: SentenceMark(
        story: ArticleID(rawValue: story),
        anchor: SentenceAnchor(sentence: sentence, before: "", after: "", blockIndex: block ?? 0),
        note: note, made: Desk.now), state: state, sentence: now ?? sentence, title: title, url: url, source: "गाँव दर्पण",
      date: Desk.stamp(2026, 11, 23, 8, 0), language: "hi",
      place: block.map { .init(blockIndex: $0, utf8Range: 0..<1) })
  }

  @Test("each story with its address, source and date; its sentences in its order as quotations, notes beneath")
  func document() {
    let text = StoryWords(ReaderSettings()).markdown(
      [
        marked("क", "तीसरा वाक्य।", note: "इसे पूछें", block: 2), marked("ख", "दूसरी ख़बर का वाक्य।", title: "बाढ़ का पानी", url: nil),
        marked("क", "पहला वाक्य।"), marked("क", "हटा वाक्य।", block: nil, state: .gone),
        marked("क", "बारह दुकानें लगीं।", block: 1, state: .changed, now: "चौदह दुकानें लगीं।"),
      ], title: "टिप्पणियाँ")
    #expect(
      text == """
        # टिप्पणियाँ

        ## [गाँव के मेले में लौटी रौनक](https://gaon.example/mela)

        गाँव दर्पण · 23 नवंबर 2026, 8:00\u{A0}सुबह

        > पहला वाक्य।

        > बारह दुकानें लगीं।

        *ख़बर में यह वाक्य बदला गया है।* चौदह दुकानें लगीं।

        > तीसरा वाक्य।

        इसे पूछें

        > हटा वाक्य।

        *यह वाक्य अब ख़बर में नहीं है।*

        ## बाढ़ का पानी

        गाँव दर्पण · 23 नवंबर 2026, 8:00\u{A0}सुबह

        > दूसरी ख़बर का वाक्य।

        """)
  }

  @Test("nothing that was marked or noted is markup")
  func hostile() {
    let text = StoryWords(ReaderSettings()).markdown(
      [
        marked(
          "क", "# *नहीं* [दबाओ](javascript:x) <b>", note: "1. सूची > नहीं\u{1B}[31m", title: "[झाँसा](x)",
          url: "javascript:alert(1)")
      ], title: "टिप्पणियाँ")
    #expect(text.contains("## \\[झाँसा\\](x)\n") && !text.contains("javascript:alert"))
    #expect(text.contains("> \\# \\*नहीं\\* \\[दबाओ\\](javascript:x) \\<b\\>"))
    #expect(text.contains("\n1\\. सूची \\> नहीं") && !text.contains("\u{1B}"))
  }
}
