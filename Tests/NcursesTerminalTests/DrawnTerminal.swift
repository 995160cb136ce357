import CellText
import Screen
import TestSupport

@testable import NcursesTerminal

/// A terminal that frames are shown on, as the driver does it.
struct DrawnTerminal {
  private(set) var screen: ScreenModel
  private var shown: Frame?
  private let writer: RowWriter

  init(model: WidthModel, certain: CertainText, capabilities: TerminalCapabilities = .xterm(.direct)) {
    let size = Size(rows: 24, columns: 80)
    screen = ScreenModel(size: size, model: model, erasesToBackground: capabilities.erasesToBackground)
    writer = RowWriter(capabilities: capabilities, theme: .compiledIn, certain: certain, screen: size)
    screen.take("\u{1B}[?7l".utf8)
  }

  mutating func show(_ frame: Frame) {
    screen.take(writer.bytes(from: shown, to: frame))
    shown = frame
  }
}

/// Pages as a reader could show them, one after the other: panes that move, rows that are selected, text that grows and goes.
struct SamplePages {
  private let model: WidthModel
  private var numbers = FixedRandom(2018)
  private var buffer = CellBuffer(size: Size(rows: 24, columns: 80))
  private var border = 30

  private static let texts = [
    "मानसून समय से पहले केरल पहुँचा", "स्त्री शिक्षा पर राष्ट्रीय सम्मेलन", "क्रिकेट: India beat Australia by 6 wickets",
    "मुख्यमंत्री ने नई योजना की घोषणा की", "पुणे येथे पुस्तक महोत्सवाला सुरुवात", "plain text without marks", "",
    "बाज़ार में तेज़ी, सेंसेक्स ८०० अंक ऊपर", "●", "★ चुनाव ↗5", "漢字 👍 é",
  ]
  private static let roles: [StyleRole] = [
    .headline, .headlineUnread, .headlineSelected, .section, .source, .link, .dek, .hit, .ghost, .status, .page,
  ]

  init(model: WidthModel) {
    self.model = model
  }

  mutating func next() -> Frame {
    if numbers.next() % 4 == 0 {
      border = 20 + Int(numbers.next() % 40)
      buffer = CellBuffer(size: buffer.size)
    }
    for _ in 0..<(1 + numbers.next() % 12) { writeRow(Int(numbers.next() % 24)) }
    return Frame(buffer: buffer, theme: .compiledIn, cursor: Position(row: Int(numbers.next() % 24), column: 0))
  }

  private mutating func writeRow(_ row: Int) {
    let role = pick(Self.roles)
    buffer.fill(Rect(row: row, column: 0, rows: 1, columns: buffer.size.columns), role: .page)
    buffer.fill(Rect(row: row, column: 0, rows: 1, columns: border), role: role)
    for start in [border, border + 1, 79] { buffer.startSegment(row: row, column: start) }
    write(pick(Self.texts), row: row, column: 1, columns: border - 1, role: role)
    write("│", row: row, column: border, columns: 1, role: .frame)
    write(pick(Self.texts), row: row, column: border + 2, columns: 20, role: pick(Self.roles))
    write(pick(Self.texts), row: row, column: 64, columns: 15, role: pick(Self.roles))
    write("│", row: row, column: 79, columns: 1, role: .frame)
  }

  private mutating func write(_ text: String, row: Int, column: Int, columns: Int, role: StyleRole) {
    buffer.write(text, at: Position(row: row, column: column), columns: columns, role: role, model: model)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(numbers.next() % UInt64(values.count))] }
}

extension String {
  var trimmedRight: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension [UInt8] {
  /// As the screen model keeps colours; nil for the terminal's own.
  var text: String? { isEmpty ? nil : String(decoding: self, as: UTF8.self) }
}

extension ScreenModel.Look {
  /// What a paint looks like.
  init(_ paint: Paint) {
    self.init()
    isBold = paint.isBold
    isDim = paint.isDim
    isItalic = paint.isItalic
    isUnderlined = paint.isUnderlined
    isReversed = paint.isReversed
    foreground = paint.foreground.text
    background = paint.background.text
  }
}
