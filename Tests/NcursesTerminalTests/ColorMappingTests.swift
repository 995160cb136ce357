import CellText
import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Colours", .inBackground)
struct ColorMappingTests {
  @Test(
    "the number of colours comes from the environment and the terminal's description",
    arguments: [
      (8, false, [:], ColorDepth.eight), (16, false, [:], .sixteen), (88, false, [:], .sixteen),
      (256, false, [:], .indexed),
      (-1, false, [:], .none), (2, false, [:], .none), (256, true, [:], .direct),
      (256, false, ["COLORTERM": "truecolor"], .direct), (256, false, ["COLORTERM": "24bit"], .direct),
      (256, false, ["COLORTERM": "yes"], .indexed), (16_777_216, false, [:], .indexed),
      (256, false, ["COLORTERM": "truecolor", "STY": "1.tty"], .indexed),
      (256, false, ["COLORTERM": "truecolor", "STY": "1.tty", "TMUX": "/tmp/x"], .direct),
      (256, true, ["COLORTERM": "truecolor", "NO_COLOR": "1"], .none), (256, false, ["NO_COLOR": ""], .indexed),
    ] as [(Int, Bool, [String: String], ColorDepth)])
  func depth(colors: Int, describesDirect: Bool, environment: [String: String], expected: ColorDepth) {
    #expect(ColorDepth(colors: colors, describesDirect: describesDirect, environment: environment) == expected)
  }

  @Test(
    "a colour of the cube or the grey ramp is found exactly",
    arguments: [
      (0, 0, 0, 16), (255, 255, 255, 231), (95, 135, 175, 67), (255, 0, 0, 196), (8, 8, 8, 232), (238, 238, 238, 255),
    ])
  func exactIndex(red: UInt8, green: UInt8, blue: UInt8, index: Int) {
    #expect(IndexedColors.nearest(to: Color(red: red, green: green, blue: blue)) == index)
  }

  @Test("a dark blue-grey page stays dark and does not turn blue")
  func darkPage() {
    let index = IndexedColors.nearest(to: Color(red: 0x15, green: 0x19, blue: 0x1E))
    #expect((232...236).contains(index))
  }

  @Test("without colours nothing that means something looks like what it is told from")
  func withoutColours() {
    let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(.none))
    for (role, other) in [
      (StyleRole.headlineUnread, StyleRole.headline), (.headlineSelected, .headline),
      (.headlineSelectedUnread, .headlineSelected), (.hit, .body), (.hitCurrent, .hit), (.link, .body),
      (.frameFocused, .frameTitle), (.error, .message), (.error, .status), (.statusKey, .status),
      (.pickerSelected, .picker), (.pickerHit, .picker), (.pickerSelectedHit, .pickerSelected),
      (.pickerTrouble, .picker), (.ghost, .link), (.subheading, .body), (.tableHeader, .table),
    ] {
      #expect(mapping.paint(role) != mapping.paint(other), "\(role.rawValue) and \(other.rawValue)")
    }
  }

  @Test("sixteen colours are the reader's own, by the theme's base16 index")
  func sixteen() {
    let paint = ColorMapping.paint(
      Style(foreground: color(0x08), background: color(0x00)), page: page, capabilities: .xterm(.sixteen))
    #expect(paint.foreground.text == "31" && paint.background.text == "40")
    let bright = ColorMapping.paint(
      Style(foreground: color(0x07), background: color(0x02)), page: page, capabilities: .xterm(.sixteen))
    #expect(bright.foreground.text == "97" && bright.background.text == "100")
  }

  @Test("no text vanishes in its ground, with any pair of a theme's colours", arguments: [ColorDepth.eight, .sixteen])
  func neverVanishes(depth: ColorDepth) {
    for text in 0..<16 {
      for ground in 0..<16 where text != ground {
        let paint = ColorMapping.paint(
          Style(foreground: color(text), background: color(ground)), page: page, capabilities: .xterm(depth))
        let foreground = paint.foreground.text.flatMap { Int($0) } ?? -1
        let background = paint.background.text.flatMap { Int($0) } ?? -1
        #expect(foreground + 10 != background, "base\(text) on base\(ground)")
      }
    }
  }

  @Test("a selected row can be told from the page with any number of colours", arguments: ColorDepth.allCases)
  func selection(depth: ColorDepth) {
    let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(depth))
    let selected = mapping.paint(.headlineSelected)
    let plain = mapping.paint(.headline)
    #expect(selected.background != plain.background || selected.isReversed != plain.isReversed)
  }

  @Test("without colours nothing but weights is sent")
  func none() {
    let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(.none))
    for role in StyleRole.allCases {
      let paint = mapping.paint(role)
      #expect(paint.foreground.isEmpty && paint.background.isEmpty, "\(role)")
    }
    #expect(mapping.paint(.heading).isBold)
    #expect(mapping.paint(.source).isDim)
  }

  @Test("from any paint to any other a terminal gets there")
  func transitions() {
    let paints = ColorDepth.allCases.flatMap { depth in
      StyleRole.allCases.map { ColorMapping(theme: .compiledIn, capabilities: .xterm(depth)).paint($0) }
    }
    let distinct = Array(Set(paints)) + [.plain]
    for old in distinct {
      for new in distinct {
        var screen = lookModel()
        screen.take(sequence(of: old, after: .plain) + sequence(of: new, after: old) + Array("x".utf8))
        #expect(screen.cell(0, 0).look == ScreenModel.Look(new))
      }
    }
  }

  @Test("equal paints cost nothing")
  func same() {
    let paint = Paint(isBold: true, foreground: Array("31".utf8))
    #expect(sequence(of: paint, after: paint).isEmpty)
    let redder = Paint(isBold: true, foreground: Array("91".utf8))
    #expect(sequence(of: redder, after: paint).text == "\u{1B}[91m")
  }

  private func sequence(of paint: Paint, after old: Paint) -> [UInt8] {
    var bytes: [UInt8] = []
    paint.appendSequence(after: old, to: &bytes)
    return bytes
  }

  private let page = Theme.compiledIn.style(for: .page)

  private func color(_ index: Int) -> Color { Color(red: 0, green: 0, blue: 0, base16Index: index) }

  @Test(
    "a picture's colours in a terminal's own words",
    arguments: [
      (ColorDepth.direct, "38;2;250;10;20", "48;5;33"), (.indexed, "38;5;196", "48;5;33"), (.sixteen, "91", ""),
      (.eight, "31", ""), (.none, "", ""),
    ])
  func pictures(depth: ColorDepth, foreground: String, background: String) {
    let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(depth))
    let colors = CellColors(foreground: .direct(red: 250, green: 10, blue: 20), background: .indexed(33))
    let paint = mapping.paint(Cell(text: "▀", columns: 1, role: .body, colors: colors))
    let plain = mapping.paint(.body)
    #expect(
      String(decoding: paint.foreground, as: UTF8.self)
        == (foreground.isEmpty ? String(decoding: plain.foreground, as: UTF8.self) : foreground))
    #expect(
      String(decoding: paint.background, as: UTF8.self)
        == (background.isEmpty ? String(decoding: plain.background, as: UTF8.self) : background))
  }

  @Test(
    "the reader's own sixteen are named as such", arguments: [(ColorDepth.sixteen, "95", "104"), (.eight, "35", "44")])
  func sixteen(depth: ColorDepth, foreground: String, background: String) {
    let mapping = ColorMapping(theme: .compiledIn, capabilities: .xterm(depth))
    let colors = CellColors(foreground: .indexed(13), background: .indexed(12))
    let paint = mapping.paint(Cell(text: "▀", columns: 1, role: .body, colors: colors))
    #expect(String(decoding: paint.foreground, as: UTF8.self) == foreground)
    #expect(String(decoding: paint.background, as: UTF8.self) == background)
  }
}
