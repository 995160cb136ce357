/// UTF-8 that is not whole: bytes of other encodings in it, or a whole text that was encoded twice.
enum UTF8Repair {
  /// `bytes` as valid UTF-8.
  ///
  /// A lone byte between ASCII letters that is a letter or a quotation mark in windows-1252 becomes that; all other invalid
  /// bytes become U+FFFD, one for each maximal part (Unicode 17, section 3.9).
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], windowsCount: Int, replacedCount: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var windows = 0
    var replaced = 0
    var index = 0
    var start = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (length, isValid) = sequence(bytes, at: index)
      if isValid {
        index += length
        continue
      }
      output.append(contentsOf: bytes[start..<index])
      let isLone = length == 1 && (index + 1 == bytes.count || bytes[index + 1] < 0x80)
      if isLone, index == 0 || bytes[index - 1] < 0x80, let scalar = windows1252(bytes[index]) {
        output.append(contentsOf: String(Character(scalar)).utf8)
        windows += 1
      } else {
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
      }
      index += length
      start = index
    }
    output.append(contentsOf: bytes[start...])
    return (output, windows, replaced)
  }

  /// The length of the sequence that begins at `index`, or of the maximal invalid part there.
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[index]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return (1, false)
    }
    for offset in 1..<count {
      guard index + offset < bytes.count, (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset]) else {
        return (offset, false)
      }
    }
    return (count, true)
  }

  /// The character of a byte; nil for those that windows-1252 leaves empty.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    if byte >= 0xA0 || byte < 0x80 { return Unicode.Scalar(byte) }
    let value = windowsHigh[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// windows-1252 from 0x80 to 0x9F; 0 where it has no character.
  static let windowsHigh: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static let windowsBytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for (offset, value) in windowsHigh.enumerated() where value != 0 { bytes[UInt32(value)] = UInt8(0x80 + offset) }
    return bytes
  }()

  /// `text` with what was encoded twice decoded once more, and how many runs were; nil when nothing in it was.
  ///
  /// UTF-8 that was taken for windows-1252 and encoded again has Devanagari as "à¤" and "à¥" and quotation marks as "â€": letters that
  /// do not follow each other in any language. Runs that do not decode stay as they are.
  static func undoDoubleEncoding(_ text: [UInt8]) -> (utf8: [UInt8], count: Int)? {
    guard text.withUnsafeBufferPointer({ looksDoubleEncoded($0) }) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var run: [UInt8] = []
    var runText: [UInt8] = []
    var count = 0
    func endRun() {
      guard !run.isEmpty else { return }
      if run.count > 1, let decoded = String(validating: run, as: UTF8.self) {
        output.append(contentsOf: decoded.utf8)
        count += 1
      } else {
        output.append(contentsOf: runText)
      }
      run.removeAll(keepingCapacity: true)
      runText.removeAll(keepingCapacity: true)
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      let byte: UInt8? =
        switch value {
        case 0..<0x80: nil
        case 0x80..<0x100: UInt8(value)
        default: windowsBytes[value]
        }
      if let byte {
        run.append(byte)
        runText.append(contentsOf: String(scalar).utf8)
      } else {
        endRun()
        output.append(contentsOf: String(scalar).utf8)
      }
    }
    endRun()
    return count > 0 ? (output, count) : nil
  }

  private static func looksDoubleEncoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let lead = bytes.firstByte(0xC3, from: index), lead + 4 <= bytes.count {
      if bytes[lead + 1] == 0xA0, bytes[lead + 2] == 0xC2, bytes[lead + 3] == 0xA4 || bytes[lead + 3] == 0xA5 {
        return true
      }
      // "â€": C3 A2, E2 82 AC, and then a quotation mark's or dash's third byte.
      if lead + 6 < bytes.count, bytes[lead + 1] == 0xA2, bytes[lead + 2] == 0xE2, bytes[lead + 3] == 0x82,
        bytes[lead + 4] == 0xAC, bytes[lead + 5] >= 0xC2
      {
        return true
      }
      index = lead + 1
    }
    return false
  }
}
