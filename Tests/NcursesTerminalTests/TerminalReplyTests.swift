import CellText
import Screen
import Testing

@testable import NcursesTerminal

@Suite("Answers of the terminal")
struct TerminalReplyTests {
  static let answers =
    "\u{1B}[2;3R\u{1B}[?2026;2$y\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;18;9t\u{1B}[?1;0;256S\u{1B}[?62;4;22c"
  static let replies: [TerminalReply] = [
    .cursor(row: 2, column: 3), .mode(2026, .reset), .version("XTerm(379)"), .kittyGraphics,
    .cell(PixelSize(width: 9, height: 18)), .sixelColors(256), .attributes(hasSixels: true),
  ]

  @Test("come out among typed keys, wherever the bytes are cut")
  func amongKeys() {
    let bytes = Array(("j" + Self.answers + "कि\r").utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let inputs = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
      let expected: [KeyInput] =
        [.key(.scalar("j"))] + Self.replies.map(KeyInput.reply) + [
          .key(.scalar("क")), .key(.scalar("\u{93F}")), .key(.enter),
        ]
      #expect(inputs == expected, "cut at \(cut)")
    }
  }

  @Test(
    "what only looks like one is dropped and types nothing",
    arguments: [
      "\u{1B}[1;2R", "\u{1B}[2;R", "\u{1B}[2;3;4R", "\u{1B}[0;5R", "\u{1B}[?2026;9$y", "\u{1B}[?2026y",
      "\u{1B}[9999999;1R",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\", "\u{1B}_Gi=7;OK\u{1B}\\", "\u{1B}[6;18t",
      "\u{1B}[8;24;80t", "\u{1B}[?1;3;0S", "\u{1B}[?2;0;800;600S", "\u{1B}P>|\u{1B}[31m\u{1B}\\",
    ])
  func dropped(text: String) {
    var decoder = KeyDecoder()
    let inputs = decoder.decode(text.utf8)
    let isHarmless = inputs.allSatisfy { if case .reply(.version(let name)) = $0 { name.isEmpty } else { false } }
    #expect(isHarmless, "\(inputs)")
  }

  @Test("make a measurement when all have come")
  func probe() {
    let screen = Size(rows: 24, columns: 80)
    var probe = WidthProbe(screen: screen)
    for text in WidthProbeText.all {
      probe.take(.cursor(row: 2, column: WidthModel.noMarks.columns(of: text.text) + 1))
    }
    #expect(!probe.isComplete && probe.measurement(milliseconds: 1).fit?.model == .noMarks)
    probe.take(.mode(2026, .reset))
    probe.take(.attributes(hasSixels: false))
    let measurement = probe.measurement(milliseconds: 1)
    #expect(measurement.graphics == GraphicsAnswers())
    #expect(probe.isComplete && measurement.synchronizedOutput == .reset && measurement.graphemeClusters == nil)
  }

  @Test("with one missing tell nothing about widths")
  func oneMissing() {
    var probe = WidthProbe(screen: Size(rows: 24, columns: 80))
    for _ in WidthProbeText.all.dropFirst() { probe.take(.cursor(row: 2, column: 2)) }
    probe.take(.attributes(hasSixels: false))
    #expect(probe.measurement(milliseconds: 1).fit == nil)
  }

  @Test("are asked for only where they fit, and never in the first row")
  func narrow() {
    let request = { (rows: Int, columns: Int) in
      String(decoding: WidthProbe(screen: Size(rows: rows, columns: columns)).request(terminal: "xterm"), as: UTF8.self)
    }
    #expect(!request(24, 20).contains(CertainText.symbolText) && request(24, 20).contains("स्त्री"))
    #expect(!request(1, 80).contains("[6n"))
    #expect(!request(24, 80).contains("[1;1H") && request(24, 80).utf8.count < 1000)
  }

  @Test("of pictures are asked for before DA1, which ends the waiting; the Linux console would print the question")
  func graphics() {
    let screen = Size(rows: 24, columns: 80)
    for asksWidths in [true, false] {
      let probe = WidthProbe(screen: screen, asksWidths: asksWidths)
      let request = String(decoding: probe.request(terminal: "xterm"), as: UTF8.self)
      let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[16t\u{1B}[?1;1;0S"
      #expect(request.contains(question) && request.hasSuffix("\u{1B}[c") && request.contains("[6n") == asksWidths)
      #expect(!String(decoding: probe.request(terminal: "linux"), as: UTF8.self).contains("_G"))
    }
    var probe = WidthProbe(screen: screen, asksWidths: false)
    for reply: TerminalReply in [
      .kittyGraphics, .cell(PixelSize(width: 9, height: 18)), .sixelColors(1024), .attributes(hasSixels: true),
    ] { probe.take(reply) }
    let answers = GraphicsAnswers(
      hasKitty: true, hasSixels: true, sixelColors: 1024, cell: PixelSize(width: 9, height: 18))
    #expect(probe.isComplete && probe.measurement(milliseconds: 1).graphics == answers)
  }
}
