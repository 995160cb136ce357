import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Reports of the mouse")
struct MouseReportTests {
  private func inputs(_ bytes: [UInt8]) -> [KeyInput] {
    var decoder = KeyDecoder()
    return decoder.decode(bytes)
  }

  private func inputs(_ text: String) -> [KeyInput] { inputs(Array(text.utf8)) }

  @Test(
    "button, cell and modifiers are told apart",
    arguments: [
      ("\u{1B}[<0;1;1M", MouseEvent(.press(.left), at: Position(row: 0, column: 0))),
      ("\u{1B}[<0;10;5m", MouseEvent(.release, at: Position(row: 4, column: 9))),
      ("\u{1B}[<1;10;5M", MouseEvent(.press(.middle), at: Position(row: 4, column: 9))),
      ("\u{1B}[<2;300;120M", MouseEvent(.press(.right), at: Position(row: 119, column: 299))),
      ("\u{1B}[<32;7;8M", MouseEvent(.drag(.left), at: Position(row: 7, column: 6))),
      ("\u{1B}[<64;7;8M", MouseEvent(.wheelUp, at: Position(row: 7, column: 6))),
      ("\u{1B}[<65;7;8M", MouseEvent(.wheelDown, at: Position(row: 7, column: 6))),
      ("\u{1B}[<20;7;8M", MouseEvent(.press(.left), at: Position(row: 7, column: 6), modifiers: [.shift, .control])),
      ("\u{1B}[<73;7;8M", MouseEvent(.wheelDown, at: Position(row: 7, column: 6), modifiers: .alt)),
    ])
  func reports(text: String, event: MouseEvent) {
    #expect(inputs(text) == [.mouse(event)])
  }

  @Test("the old form is understood where a terminal has no other, and its bytes are never keys")
  func oldForm() {
    #expect(inputs("\u{1B}[M !!") == [.mouse(MouseEvent(.press(.left), at: Position(row: 0, column: 0)))])
    #expect(inputs("\u{1B}[M#q*") == [.mouse(MouseEvent(.release, at: Position(row: 9, column: 80)))])
    #expect(inputs("\u{1B}[M`++") == [.mouse(MouseEvent(.wheelUp, at: Position(row: 10, column: 10)))])
    // A column beyond 95 is a byte beyond ASCII.
    #expect(
      inputs([0x1B, 0x5B, 0x4D, 0x20, 0xC8, 0x2B]) == [
        .mouse(MouseEvent(.press(.left), at: Position(row: 10, column: 167)))
      ])
    #expect(inputs("\u{1B}[Mzzzj") == [.key(.scalar("j"))])
    // Cut off by a key.
    #expect(inputs("\u{1B}[Mq\u{1B}[A") == [.key(.up)])
  }

  @Test(
    "what is no report is taken whole and does nothing",
    arguments: [
      "\u{1B}[<M", "\u{1B}[<;;M", "\u{1B}[<0;1M", "\u{1B}[<0;1;1;1M", "\u{1B}[<0;0;1M", "\u{1B}[<0;1;0M",
      "\u{1B}[<-1;1;1M", "\u{1B}[<0;999999;1M", "\u{1B}[<99999999999999999999;1;1M", "\u{1B}[<0;१;1M",
      "\u{1B}[<128;3;3M", "\u{1B}[<3;3;3M", "\u{1B}[<35;3;3M", "\u{1B}[<66;3;3M", "\u{1B}[<64;3;3m",
      "\u{1B}[<0:1;3;3M", "\u{1B}[<0;3;3 M", "\u{1B}[<" + String(repeating: "0", count: 4000) + ";1;1M",
    ])
  func malformed(text: String) {
    #expect(inputs(text + "j") == [.key(.scalar("j"))])
  }

  @Test("a report may arrive cut at any place, and in pasted text there is none")
  func cutAndPasted() {
    let bytes = Array("\u{1B}[<0;10;5M".utf8)
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == inputs(bytes), "cut at \(cut)")
    }
    #expect(inputs("\u{1B}[200~क\u{1B}[<0;10;5M\u{1B}[201~") == [.pasted("क")])
  }

  @Test("no bytes make a report of a cell that is not there, whatever they are")
  func anyBytes() {
    var random = FixedRandom(3)
    let alphabet = Array("\u{1B}[<M;m0123456789 क\u{7}".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<24).map { _ in alphabet.randomElement(using: &random) ?? 0x20 }
      for case .mouse(let event) in inputs([0x1B, 0x5B, 0x3C] + bytes) {
        #expect(event.position.row >= 0 && event.position.column >= 0 && event.position.row < 100_000)
      }
    }
  }

  @Test("a frame turns reports on and off, and whatever ends the program turns them off")
  func modes() {
    let capabilities = TerminalCapabilities.xterm(.direct)
    let leave = String(decoding: capabilities.leave, as: UTF8.self)
    #expect(leave.contains(MouseReport.end))
    let writer = RowWriter(
      capabilities: capabilities, theme: .compiledIn, certain: [], screen: Size(rows: 2, columns: 4))
    let buffer = CellBuffer(size: Size(rows: 2, columns: 4))
    let off = Frame(buffer: buffer, theme: .compiledIn, cursor: Position(row: 0, column: 0))
    var on = off
    on.tracksMouse = true
    let text = { (old: Frame?, new: Frame) in String(decoding: writer.bytes(from: old, to: new), as: UTF8.self) }
    #expect(text(nil, on).contains(MouseReport.begin))
    #expect(text(off, on).contains(MouseReport.begin))
    #expect(text(on, off).contains(MouseReport.end))
    #expect(text(nil, off).contains(MouseReport.end))
    var moved = on
    moved.cursor = Position(row: 1, column: 0)
    #expect(!text(on, moved).contains("1002"))
  }
}
