import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Letters and digits that are shown")
struct ShownTextTests {
  private func hasDevanagari(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0900...0x097F).contains($0.value) }
  }

  @Test("K twice shows headlines, highlights, story, links, labels and dates in Latin letters, and says how to go back")
  func roman() {
    var reader = HeadlessReader(rows: 40)
    reader.press("K", "K")
    #expect(reader.status.contains("roman akshar. devnāgarī: K"))
    #expect(reader.title.contains("khabar · sabhī khabren") && reader.title.contains("3 naī · som 23 navambar"))
    #expect(reader.screen.contains("▌● nadī kināre base gānvon ne"))
    #expect(reader.screen.contains("khel · gānv darpan · 16 gha…"))
    #expect(reader.screen.contains("• tālābon kī gād nikālne"))
    #expect(reader.screen.contains("lītar pānī isī se rukā."))
    #expect(reader.screen.contains("#jal\u{A0}sanrakshan"))
    #expect(reader.screen.contains("2 ◌ bhārat  bāvriyon kī safāī"))
    reader.press("j")
    #expect(reader.status.contains("madad"))
    #expect(!hasDevanagari(reader.screen))
    #expect(reader.effects.contains(.saveScript(.roman)))
  }

  @Test("v a third time gives the very same screen, wherever it was scrolled and however wide it is")
  func backAgain() {
    for columns in [34, 59, 80, 119, 121, 170] {
      var reader = HeadlessReader(rows: 17, columns: columns, stories: Desk.many(60))
      reader.press("space", "j", "enter", "space", "j", "j", "j")
      let before = reader.rows
      let block = reader.state.body.topBlockIndex
      for script in [ScriptStyle.interlinear, .roman] {
        reader.press("K")
        #expect(reader.state.settings.script == script)
        #expect(reader.state.body.topBlockIndex == block, "\(columns) columns, \(script)")
      }
      reader.press("K")
      #expect(reader.rows.dropLast() == before.dropLast(), "\(columns) columns")
      #expect(reader.effects.last { if case .saveScript = $0 { true } else { false } } == .saveScript(.devanagari))
    }
  }

  @Test("who moved between two changes stays on the block that was moved to")
  func movedBetween() {
    var reader = HeadlessReader(rows: 14, stories: Desk.many(3))
    reader.press("enter", "space", "K", "K", "space", "space")
    let block = reader.state.body.topBlockIndex
    reader.press("K")
    #expect(reader.state.body.topBlockIndex == block)
    reader.press("D", "K")
    #expect(reader.state.body.topBlockIndex == block, "other letters are no way back from other digits")
  }

  @Test("in Latin letters a search takes both scripts, and marks what is on the screen")
  func find() {
    var reader = HeadlessReader()
    reader.press("K", "K", "enter", "/", "pani")
    let typed = reader.state.body.find?.hits
    #expect((typed?.count ?? 0) >= 3)
    #expect(reader.marked(.hitCurrent) == ["pānī"])
    reader.press("esc", "/", "पानी")
    #expect(reader.state.body.find?.hits == typed)
    #expect(reader.status.contains("पानी"), "the line shows what was typed")
    reader.press("enter", "K")
    #expect(reader.state.body.find?.hits.count == typed?.count, "the search goes on in the other letters")
    #expect(reader.marked(.hitCurrent) == ["पानी"])
  }

  @Test("a highlight leads to its sentence in Latin letters too")
  func highlight() {
    var stories = Desk.many(1)
    stories[0].article.highlights = [Highlight(text: "अनुच्छेद 25: यहाँ लिखी पंक्तियाँ पन्ने को लंबा बनाती हैं ताकि वह खिसके।")]
    var reader = HeadlessReader(rows: 14, stories: stories)
    reader.press("K", "K", "tab", "enter")
    #expect(reader.state.body.topBlockIndex >= 23)
  }

  @Test("pickers are in Latin letters and narrow by either script")
  func pickers() {
    for typed in ["jal", "जल"] {
      var reader = HeadlessReader()
      reader.press("K", "K", "t", typed)
      #expect(reader.screen.contains("#jal sanrakshan"))
      #expect(!reader.screen.contains("#khetī"))
      reader.press("enter")
      #expect(reader.state.headlines.query.tags == ["जल संरक्षण"], "what is asked of the store is the tag itself")
      #expect(reader.title.contains("#jal sanrakshan ×"))
    }
    var reader = HeadlessReader()
    reader.press("K", "K", "enter", "r")
    #expect(!hasDevanagari(reader.screen))
    reader.press("esc", "2")
    #expect(reader.screen.contains("yah khabar abhī yahān nahīn hai: bāvriyon"))
    reader.press("enter")
    #expect(reader.effects.contains(.findTitles(like: "बावड़ियों की सफ़ाई का अभियान शुरू")))
    #expect(!hasDevanagari(reader.screen))
    for key in ["?", "T"] {
      reader.press("esc", key)
      #expect(!hasDevanagari(reader.screen), "\(key)")
    }
  }

  @Test("D goes from digits as published to १२३ to 123 and back, in stories and in the reader's own numbers")
  func digits() {
    var stories = Desk.stories
    stories[0].article.body = ArticleBody(paragraphs: ["आज १२ गाँवों के 40 लोग G20 की 2.5 बातें सुनेंगे।"])
    var reader = HeadlessReader(rows: 40, stories: stories)
    let published = reader.rows
    reader.press("D")
    #expect(reader.screen.contains("आज १२ गाँवों के ४० लोग G20 की २.५ बातें"))
    #expect(reader.title.contains("३ नई · सोम २३ नवंबर") && reader.status.contains("१/३"))
    #expect(
      reader.status.contains("अंक: १२३।")
        && reader.effects.last { if case .saveDigits = $0 { true } else { false } } == .saveDigits(.devanagari))
    reader.press("D")
    #expect(reader.screen.contains("आज 12 गाँवों के 40 लोग G20 की 2.5 बातें"))
    #expect(reader.title.contains("3 नई"))
    reader.press("D")
    #expect(reader.status.contains("अंक: जैसे छपे थे।"))
    #expect(reader.rows.dropLast() == published.dropLast())
    #expect(reader.effects.last { if case .saveDigits = $0 { true } else { false } } == .saveDigits(nil))
  }

  @Test("in Latin letters digits are ASCII, whatever was chosen, and D says so")
  func digitsInRoman() {
    var reader = HeadlessReader(settings: ReaderSettings(digits: .devanagari, storyDigits: .devanagari))
    #expect(reader.title.contains("३ नई"))
    reader.press("K", "K", "D")
    #expect(reader.title.contains("3 naī"))
    #expect(reader.status.contains("roman men ank 123 hī rahte hain."))
    #expect(reader.state.settings.storyDigits == .devanagari)
  }

  @Test("a story in English keeps its digits when others become Devanagari")
  func otherScripts() {
    let settings = ReaderSettings(storyDigits: .devanagari)
    #expect(settings.shown("In 2019, 12 villages") == "In 2019, 12 villages")
    #expect(settings.shown("2019 में") == "२०१९ में")
    #expect(ReaderSettings(storyDigits: .ascii).shown("২০১৯, २०१९") == "2019, 2019")
  }

  @Test("under every width model each letter of the Latin view has one column and one scalar")
  func widths() {
    for (name, model) in WidthModel.named {
      for size in [Size(rows: 20, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 160)] {
        var reader = HeadlessReader(
          rows: size.rows, columns: size.columns, settings: ReaderSettings(widthModel: model, script: .roman))
        reader.press("enter")
        let buffer = reader.frame.buffer
        for row in 0..<size.rows {
          for column in 0..<size.columns {
            let cell = buffer[row: row, column: column]
            #expect(cell.columns == 1 && cell.text.unicodeScalars.count == 1, "\(name): \(cell.text)")
          }
        }
      }
    }
  }

  @Test("messages and labels are in Latin letters in every language, and English ones as they are")
  func phrases() {
    for phrase in Phrase.allCases {
      for language in UILanguage.allCases {
        let text = Phrases(language, script: .roman)(phrase)
        #expect(!hasDevanagari(text) && !text.isEmpty, "\(phrase)")
      }
    }
    var reader = HeadlessReader(settings: ReaderSettings(script: .roman))
    reader.send(.failed("भंडार नहीं खुला।"))
    #expect(reader.status.contains("bhandār nahīn khulā."))
  }
}
