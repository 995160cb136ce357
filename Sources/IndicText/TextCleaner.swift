/// Walks over a text once and keeps what is to be seen; see ``NormalForm``.
struct TextCleaner {
  private(set) var output = String.UnicodeScalarView()
  var repairs: Set<NormalForm.Repair> = []

  private let input: ContiguousArray<Unicode.Scalar>
  private var index = 0
  /// The last scalar that was kept.
  private var previous: Unicode.Scalar?
  private var markCount = 0
  /// Where the next end of an escape string stands, looked up once and kept: -1 not looked up yet.
  private var stringEnd = -1

  init(_ text: String) {
    input = ContiguousArray(text.unicodeScalars)
    output.reserveCapacity(input.count)
  }

  mutating func run() {
    while index < input.count {
      step(input[index])
    }
  }
}

extension TextCleaner {
  private mutating func keep(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    previous = scalar
    index += 1
  }

  private mutating func replace(with scalar: Unicode.Scalar, _ repair: NormalForm.Repair) {
    repairs.insert(repair)
    keep(scalar)
  }

  private mutating func drop(_ repair: NormalForm.Repair, _ scalarCount: Int = 1) {
    repairs.insert(repair)
    index += scalarCount
  }

  private mutating func step(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    // The common case first: printable ASCII, line feed, Devanagari letters.
    if (0x20..<0x7F).contains(value) || value == 0x0A {
      markCount = 0
      keep(scalar)
      return
    }
    switch value {
    case 0x09: replace(with: " ", .blanks)
    case 0x0D:
      if index + 1 < input.count, input[index + 1] == "\n" { index += 1 }
      replace(with: "\n", .lineEndings)
    case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: replace(with: "\n", .lineEndings)
    case 0x1B: escape()
    case 0x9B: controlSequence(from: index + 1)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: controlString(from: index + 1)
    case 0x00...0x1F, 0x7F...0x9F, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: drop(.controls)
    case 0xFEFF: drop(index == 0 ? .byteOrderMark : .zeroWidth)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0:
      replace(with: " ", .blanks)
    case 0x200C, 0x200D: joiner(scalar)
    case 0xAD, 0x034F, 0x180E, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xE0000...0xE007F: drop(.zeroWidth)
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: drop(.directionMarks)
    default:
      if value & 0xFFFE == 0xFFFE { drop(.controls) } else { keepCountingMarks(scalar) }
    }
  }

  /// UAX #15, Stream-Safe Text Format: no script needs more than 30 marks in a row.
  private mutating func keepCountingMarks(_ scalar: Unicode.Scalar) {
    guard IndicBlock.isMark(scalar) else {
      markCount = 0
      keep(scalar)
      return
    }
    markCount += 1
    if markCount > 30 { drop(.stackedMarks) } else { keep(scalar) }
  }

  /// A joiner stays where it shapes something: inside an Indic or Arabic-script word, after a virama that ends one, between pictographs.
  private mutating func joiner(_ scalar: Unicode.Scalar) {
    guard let previous else { return drop(.zeroWidth) }
    let next = index + 1 < input.count ? input[index + 1] : " "
    let isShaping =
      if Self.takesJoiners(previous) {
        Self.takesJoiners(next) || IndicBlock.isVirama(previous.value)
      } else {
        scalar.value == 0x200D && Self.isPictograph(previous) && Self.isPictograph(next)
      }
    if isShaping { keep(scalar) } else { drop(.zeroWidth) }
  }

  private static func takesJoiners(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0x0900...0x0DFF).contains(value) && value != 0x0964 && value != 0x0965
      || (0x0620...0x06FF).contains(value)
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0x2190...0x2BFF).contains(value) || (0x1F000...0x1FAFF).contains(value) || value == 0xFE0F
  }

  /// ESC and what belongs to it: ECMA-48 sections 5.3 to 5.6, ISO 2022 for the intermediates.
  private mutating func escape() {
    let next = index + 1 < input.count ? input[index + 1].value : 0
    switch next {
    case 0x5B: controlSequence(from: index + 2)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: controlString(from: index + 2)
    case 0x20...0x2F:
      var end = index + 1
      while end < input.count, (0x20...0x2F).contains(input[end].value) { end += 1 }
      if end < input.count, (0x30...0x7E).contains(input[end].value) { end += 1 }
      drop(.escapeSequences, end - index)
    case 0x30...0x7E: drop(.escapeSequences, 2)
    default: drop(.escapeSequences)
    }
  }

  private mutating func controlSequence(from start: Int) {
    var end = start
    while end < input.count, (0x30...0x3F).contains(input[end].value) { end += 1 }
    while end < input.count, (0x20...0x2F).contains(input[end].value) { end += 1 }
    if end < input.count, (0x40...0x7E).contains(input[end].value) { end += 1 }
    drop(.escapeSequences, end - index)
  }

  /// OSC, DCS, SOS, PM and APC carry text up to BEL or ST. One without an end within reach loses its introducer only, so that
  /// a stray one cannot swallow the page.
  private mutating func controlString(from start: Int) {
    let reach = 4096
    if stringEnd < start {
      stringEnd = start
      while stringEnd < input.count, !isStringEnd(stringEnd) { stringEnd += 1 }
    }
    guard stringEnd < input.count, stringEnd - start <= reach else { return drop(.escapeSequences, start - index) }
    drop(.escapeSequences, stringEnd + (input[stringEnd].value == 0x1B ? 2 : 1) - index)
  }

  private func isStringEnd(_ position: Int) -> Bool {
    switch input[position].value {
    case 0x07, 0x9C: true
    case 0x1B: position + 1 < input.count && input[position + 1] == "\\"
    default: false
    }
  }
}
