import CellText
import TestSupport
import Testing

@Suite("Text wrapper", .inBackground)
struct TextWrapperTests {
  private static let names = WidthModel.named.map(\.name)

  private func withoutBlanks(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0 != " " })
  }

  @Test("at every width lines hold whole clusters, fit, count their columns right, and lose nothing", arguments: names)
  func everyWidth(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let wrapper = TextWrapper(model: model)
    var random = RandomText(14)
    let texts = SampleTexts.all.map { ($0, 120) } + (0..<16).map { _ in (random.next(), 60) }
    for (text, widest) in texts {
      let safe = DisplayText.safe(text)
      let clusters = safe.filter { $0 != " " }
      for columns in 1...widest {
        let lines = wrapper.lines([TextRun(text, .body)], columns: columns)
        var rest = clusters[...]
        for line in lines {
          #expect(line.columns == model.columns(of: line.text))
          #expect(line.columns <= columns || line.text.count == 1)
          #expect(!line.text.isEmpty && !line.text.hasPrefix(" ") && !line.text.hasSuffix(" "))
          let shown = line.text.filter { $0 != " " }
          #expect(rest.prefix(shown.count).elementsEqual(shown), "\(name) \(columns): \(line.text)")
          rest = rest.dropFirst(shown.count)
        }
        #expect(rest.isEmpty, "\(name) \(columns): \(rest)")
      }
    }
  }

  @Test("no line starts with a danda or a closing quote where two clusters have room", arguments: names)
  func lineStarts(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let closers: Set<Character> = ["।", "॥", "”", "’", ",", ")", "!", "?", "»", "…", ";"]
    for text in SampleTexts.ordinary + [SampleTexts.longWord] {
      for columns in 10...120 {
        for line in TextWrapper(model: model).lines([TextRun(text, .body)], columns: columns) {
          guard let first = line.text.first else { continue }
          // The question of a web address begins a line by design.
          if first == "?", text == SampleTexts.mixed { continue }
          #expect(!closers.contains(first), "\(name) \(columns): \(line.text)")
          #expect(!["“", "‘", "("].contains(line.text.last), "\(name) \(columns): \(line.text)")
        }
      }
    }
  }

  @Test("roles survive breaking, and a change inside a cluster waits for its end")
  func roles() {
    let runs = [
      TextRun("मुख्य", .body), TextRun("मंत्री ने ", .hit), TextRun("कहा क", .body), TextRun("ि वह", .link),
      TextRun(" आएँगे", .body),
    ]
    for columns in 1...40 {
      let lines = TextWrapper(model: .spacingMarks).lines(runs, columns: columns)
      var byRole: [StyleRole: String] = [:]
      for run in lines.flatMap(\.runs) { byRole[run.role, default: ""] += run.text.filter { $0 != " " } }
      #expect(byRole == [.hit: "मंत्रीने", .body: "मुख्यकहाकिआएँगे", .link: "वह"])
    }
  }

  @Test("runs that are cleaned keep their roles on their own text")
  func cleanedRoles() {
    let runs = [TextRun("एक\u{1B}[1m", .section), TextRun("\u{202E} दो", .tag), TextRun("\u{0}", .hit)]
    let lines = TextWrapper(model: .spacingMarks).lines(runs, columns: 20)
    #expect(lines.map(\.runs) == [[TextRun("एक", .section), TextRun(" दो", .tag)]])
  }

  @Test("indents take their columns from the line")
  func indents() {
    let lines = TextWrapper(model: .spacingMarks).lines(
      [TextRun("एक दो तीन चार", .body)], columns: 8, firstIndent: 4, hangingIndent: 2)
    #expect(lines.map(\.text) == ["एक", "दो तीन", "चार"])
    #expect(lines.map(\.indentColumns) == [4, 2, 2])
    let narrow = TextWrapper(model: .spacingMarks).lines(
      [TextRun("कख", .body)], columns: 3, firstIndent: 10, hangingIndent: -4)
    #expect(narrow.map(\.indentColumns) == [2, 0])
  }

  @Test("the last line allowed ends with an ellipsis and fits exactly", arguments: names)
  func maximumLines(name: String) throws {
    let model = try #require(WidthModel.named(name))
    for text in SampleTexts.ordinary {
      for columns in 1...60 {
        let all = TextWrapper(model: model).lines([TextRun(text, .headline)], columns: columns)
        let two = TextWrapper(model: model).lines([TextRun(text, .headline)], columns: columns, maxLines: 2)
        #expect(two.count == min(2, all.count))
        for line in two { #expect(line.columns <= columns || line.text.count == 1) }
        guard all.count > 2, let last = two.last else {
          #expect(two == all)
          continue
        }
        #expect(last.text.hasSuffix("…"))
        #expect(!last.text.hasSuffix(" …"))
        #expect(last.columns == model.columns(of: last.text))
      }
    }
    #expect(TextWrapper(model: model).lines([TextRun("शब्द", .body)], columns: 9, maxLines: 0).isEmpty)
  }

  @Test("amounts part only where the line would be left less than half full", arguments: names)
  func amounts(name: String) throws {
    let model = try #require(WidthModel.named(name))
    let text =
      "योजना पर ५०० करोड़ रुपये लगेंगे, पहले साल 12 लाख रुपये और फिर ₹40 करोड़। गाँव से 18 किलोमीटर दूर 25 % खेत सूखे थे, अब १२.५ प्रतिशत; पानी 3 मीटर ऊपर आया और 14 नवंबर को 9:30 बजे बैठक हुई।"
    let units = ["करोड़", "रुपये", "लाख", "किलोमीटर", "प्रतिशत", "मीटर", "नवंबर", "बजे"]
    for columns in 12...100 {
      let lines = TextWrapper(model: model).lines([TextRun(text, .body)], columns: columns).map(\.text)
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(!next.hasPrefix("%"))
        let word = next.prefix { $0.isLetter || $0.unicodeScalars.count > 1 }
        guard units.contains(String(word)), let cut = line.lastIndex(of: " ") else { continue }
        let last = line[line.index(after: cut)...]
        let isAmount = last.contains { $0.isNumber } || units.contains(String(last))
        // Without its last word, or last two, the line would have been too short.
        var shorter = line[..<cut]
        if units.contains(String(last)), let earlier = shorter.lastIndex(of: " ") { shorter = shorter[..<earlier] }
        if isAmount { #expect(model.columns(of: shorter) * 2 < columns, "\(columns): \(line) / \(next)") }
      }
    }
  }

  @Test("a number goes to the next line with its unit, unless the line would stay half empty")
  func units() {
    let wrapper = TextWrapper(model: .spacingMarks)
    #expect(
      wrapper.lines([TextRun("लगभग पाँच और 500 रुपये", .body)], columns: 17).map(\.text) == ["लगभग पाँच और", "500 रुपये"])
    #expect(wrapper.lines([TextRun("क 500000000 रुपये", .body)], columns: 12).map(\.text) == ["क 500000000", "रुपये"])
  }

  @Test("nothing to show gives no lines")
  func nothing() {
    for text in ["", "   ", "\u{1B}[0m", "\n\n", "ा"] {
      #expect(TextWrapper(model: .spacingMarks).lines([TextRun(text, .body)], columns: 10).isEmpty)
    }
    #expect(TextWrapper(model: .spacingMarks).lines([], columns: 10).isEmpty)
  }

  @Test("long unbroken text is laid out in time that grows with it, not with its square", .timeLimit(.minutes(1)))
  func linear() {
    let word = String(repeating: "राष्ट्रीय", count: 40_000)
    let lines = TextWrapper(model: .spacingMarks).lines([TextRun(word, .body)], columns: 2)
    #expect(lines.count > 100_000)
    for hostile in [
      String(repeating: "। ", count: 100_000), String(repeating: "\" ", count: 100_000),
      String(repeating: "5 ", count: 100_000),
      String(repeating: "क्", count: 100_000), String(repeating: " ", count: 300_000) + "क",
      String(repeating: "\u{1B}]", count: 20_000),
      String(repeating: "https://", count: 20_000), String(repeating: "👩\u{200D}", count: 20_000),
    ] {
      #expect(
        !TextWrapper(model: .clusters).lines([TextRun(hostile, .body)], columns: 20).isEmpty
          || hostile.contains("\u{1B}"))
    }
    let pieces = (0..<50_000).map { TextRun($0 % 2 == 0 ? "क" : "्", $0 % 4 < 2 ? .body : .hit) }
    #expect(TextWrapper(model: .spacingMarks).lines(pieces, columns: 20).count == 1)
  }
}
