import CellText
import NcursesTerminal
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

/// From keys to cells: the reader's frames, written as bytes, on terminals of every family.
///
/// On terminals that measure as the frames do, measured or not, each cell must show what the frame says. On one that measures otherwise the
/// borders must stand and nothing of earlier frames may be left. Nothing may be written that terminals disagree about.
@Suite("Every cell in its place", .inBackground)
struct EveryCellTests {
  static let families = WidthModel.named.map(\.name)

  @Test(
    "the seed page and the collections are among what is shown",
    .disabled(if: SharedData.isMissing, Comment(rawValue: SharedData.missing)))
  func sharedData() throws {
    #expect(!Inputs.seedPages.isEmpty)
    #expect(try SharedData.naughtyStrings().count > 100 && SharedData.terminalAttacks().count > 20)
    #expect(try SharedData.contestedWords().count > 1000)
  }

  @Test("at every width from 20 to 200 columns", arguments: families)
  func everyWidth(family: String) {
    var faults: [String] = []
    let kinds = [Inputs.sampleEdition, Inputs.seedPages, Inputs.hostileStories, Inputs.wordStories].filter {
      !$0.isEmpty
    }
    for columns in 20...200 {
      // All kinds are in the list; which is opened goes round, so that every width has each of them in some families.
      let turn = columns + place(family)
      let stories = kinds.indices.map { kinds[(turn + $0) % kinds.count] }.map { $0[columns % $0.count] }
      var shown = reader(family, turn: columns, columns: columns, stories: stories)
      shown.press(.enter)
      shown.press([.scalar("n"), .scalar("t"), .pageDown, .scalar("r"), .scalar("?")][turn % 5])
      shown.finish()
      faults += shown.faults.prefix(3).map { "\(columns) columns: \($0)" }
    }
    #expect(faults == [])
  }

  @Test("every string and every word", arguments: families)
  func everyString(family: String) {
    var faults: [String] = []
    for (columns, stories) in [(59, Inputs.wordStories), (90, Inputs.hostileStories)] {
      var shown = reader(family, turn: place(family), rows: 50, columns: columns, stories: stories)
      shown.press(.enter)
      for _ in stories {
        while shown.reader.state.body.topLine + shown.reader.state.layout.body.rows
          < shown.reader.state.body.layout.lineCount
        { shown.press(.pageDown) }
        shown.press(.scalar("n"))
      }
      shown.finish()
      faults += shown.faults
    }
    #expect(faults == [])
  }

  @Test("after each of a thousand random keys, before each wrong terminal in turn", arguments: families)
  func randomKeys(family: String) {
    let stories = Inputs.sampleEdition + Inputs.hostileStories.prefix(8) + Desk.many(20)
    var keys = RandomKeys(seed: UInt64(place(family)))
    var faults: [String] = []
    var count = 0
    for turn in 0..<Self.families.count - 1 {
      let size = keys.size()
      var shown = reader(
        family, turn: turn, rows: size.rows, columns: size.columns, stories: stories, themes: Inputs.themes)
      for _ in 0..<112 { keys.press(on: &shown) }
      shown.finish()
      count += shown.frameCount
      faults += shown.faults
    }
    #expect(faults == [])
    #expect(count > 1000)
  }

  private func place(_ family: String) -> Int { Self.families.firstIndex(of: family) ?? 0 }

  /// A reader that believes `family`, on a terminal of that family and on one of another; `turn` chooses that one, what both can do,
  /// and whether the first is measured.
  private func reader(
    _ family: String, turn: Int, rows: Int? = nil, columns: Int, stories: [Story], themes: [Theme] = Desk.themes
  ) -> ShownReader {
    let place = place(family)
    let heights = [24, 10, 16, 6, 12, 11, 50, 14, 10, 13]
    var capabilities = TerminalCapabilities.xterm(.direct)
    (capabilities.erasesColumns, capabilities.erasesToBackground) =
      [(true, true), (true, false), (false, false)][turn % 3]
    let other = WidthModel.named[(place + 1 + turn % (Self.families.count - 1)) % Self.families.count]
    return ShownReader(
      believed: WidthModel.named[place].model, isMeasured: turn % 2 == 0, wrong: [other], stories: stories,
      themes: themes, size: Size(rows: rows ?? heights[(columns + place) % heights.count], columns: columns),
      capabilities: capabilities)
  }
}

/// Keys as a child would press them, the same ones each time.
struct RandomKeys {
  private var numbers: FixedRandom
  private static let bound = KeyMap.standard.bindings.flatMap(\.keys)
  private static let moving: [Key] = [
    .down, .down, .up, .pageDown, .pageUp, .enter, .enter, .tab, .backspace, .end, .scalar("n"), .scalar("t"),
    .scalar("r"),
    .scalar("1"), .scalar("२"), .scalar("/"), .scalar("T"), .scalar("?"), .scalar("s"), .escape,
  ]
  private static let typed = Array("पानी की ख़बर क्षेत्र स्त्री नई दिल्ली x1 é漢".unicodeScalars)

  init(seed: UInt64) { numbers = FixedRandom(seed) }

  /// Any size from 6×20 to 50×200, more often one with room for panes but not for much text: there most happens in few cells.
  mutating func size() -> Size {
    number(below: 6) == 0
      ? Size(rows: 6 + number(below: 45), columns: 20 + number(below: 181))
      : Size(rows: 10 + number(below: 9), columns: 36 + number(below: 50))
  }

  mutating func press(on shown: inout ShownReader) {
    if number(below: 30) == 0 { return shown.resize(to: size()) }
    let isTyping = shown.reader.state.prompt != nil
    switch number(below: 10) {
    case 0..<5 where isTyping: shown.press(.scalar(Self.typed[number(below: Self.typed.count)]))
    case 0..<3: shown.press(Self.bound[number(below: Self.bound.count)])
    default: shown.press(Self.moving[number(below: Self.moving.count)])
    }
  }

  private mutating func number(below limit: Int) -> Int { Int(numbers.next() % UInt64(limit)) }
}
