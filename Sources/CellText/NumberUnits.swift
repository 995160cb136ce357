/// Numbers and the words that follow them closely: ५०० रुपये, 12 करोड़, 3 नवंबर.
enum NumberUnits {
  /// Whether a line had better not end between two words.
  static func bind(_ utf8: UnsafeBufferPointer<UInt8>, wordEndingAt end: Int, wordStartingAt start: Int) -> Bool {
    if isNumber(utf8, endingAt: end) { return followers.contains(word(utf8, from: start)) }
    if isDigit(utf8, start) { return leaders.contains(word(utf8, endingAt: end)) }
    return isMagnitude(utf8, endingAt: end) && followers.contains(word(utf8, from: start))
  }
}

extension NumberUnits {
  /// Longer words are not in the tables.
  private static let longestWord = 40

  /// Words that count in steps of the number before them: ५०० करोड़ रुपये is one amount.
  private static let magnitudes: Set<String> = [
    "सौ", "हजार", "हज़ार", "लाख", "करोड", "करोड़", "अरब", "खरब", "कोटी", "अब्ज", "crore", "lakh", "million", "billion",
  ]

  private static let followers: Set<String> = magnitudes.union([
    "रुपये", "रुपए", "रुपया", "रुपयों", "रूपये", "रु", "रुपयांची", "रुपयांचे", "रुपयांचा", "डॉलर", "यूरो", "पाउंड", "पैसे", "पैसा",
    "प्रतिशत", "फीसदी", "फ़ीसदी", "फीसद", "फ़ीसद", "टक्के", "टक्क्यांनी", "percent", "%",
    "किमी", "किमीचा", "कि", "किलोमीटर", "मीटर", "मी", "सेमी", "सेंटीमीटर", "मिमी", "मिलीमीटर", "फुट", "फीट", "फ़ीट", "इंच", "मील",
    "वर्ग", "घन", "एकड़", "बीघा", "हेक्टेयर", "हेक्टर", "किलो", "किलोग्राम", "ग्राम", "क्विंटल", "टन", "लीटर", "लिटर", "डिग्री", "अंश",
    "वाट", "किलोवाट", "मेगावाट", "गीगावाट", "यूनिट", "km", "kg", "cm", "mm", "m", "MW", "GB", "MB",
    "बजे", "बजकर", "वाजता", "मिनट", "मिनिटे", "सेकंड", "सेकेंड", "घंटे", "घंटा", "घंटों", "तास", "am", "pm",
    "दिन", "दिनों", "दिवस", "सप्ताह", "हफ्ते", "हफ़्ते", "महीने", "महीनों", "माह", "महिने", "साल", "सालों", "वर्ष", "वर्षों", "वर्षीय",
    "वर्षे", "रन", "रनों", "विकेट", "ओवर",
    "जनवरी", "फरवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "सितम्बर", "अक्टूबर", "अक्तूबर",
    "नवंबर", "नवम्बर", "दिसंबर", "दिसम्बर", "जानेवारी", "फेब्रुवारी", "एप्रिल", "मे", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर",
    "नोव्हेंबर", "डिसेंबर",
  ])

  private static let leaders: Set<String> = [
    "रु", "रु.", "रु॰", "रुपये", "Rs", "Rs.", "INR", "₹", "नं.", "No.", "करीब", "लगभग",
  ]

  /// What may stand before the digits of a number: currency signs, opening quotes and brackets, signs.
  private static let prefixes: Set<UInt32> = Set("₹$€£([“‘\"'+-−~≈".unicodeScalars.map(\.value))

  /// Digits with points, commas, colons, slashes and hyphens between: 500, ₹1,25,000, (१२.५, 5-6.
  private static func isNumber(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    var position = end
    var hasDigit = false
    while position > 0, end - position < longestWord, utf8[position - 1] != 0x20 {
      let byte = utf8[position - 1]
      if (0x30...0x39).contains(byte) {
        hasDigit = true
        position -= 1
      } else if byte >= 0x80, position >= 3, isDigit(utf8, position - 3) {
        hasDigit = true
        position -= 3
      } else if byte == 0x2C || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x3A {
        position -= 1
      } else {
        break
      }
    }
    guard hasDigit else { return false }
    if position == 0 || utf8[position - 1] == 0x20 { return true }
    return prefixes.contains(scalarBefore(utf8, position)) || leaders.contains(word(utf8, endingAt: position))
  }

  /// "करोड़" of "५०० करोड़".
  private static func isMagnitude(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    let start = wordStart(utf8, endingAt: end)
    var numberEnd = start
    while numberEnd > 0, utf8[numberEnd - 1] == 0x20 { numberEnd -= 1 }
    return numberEnd > 0 && isNumber(utf8, endingAt: numberEnd) && magnitudes.contains(word(utf8, endingAt: end))
  }

  /// An ASCII or Devanagari digit begins at `offset`.
  private static func isDigit(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    if (0x30...0x39).contains(utf8[offset]) { return true }
    guard offset + 2 < utf8.count, utf8[offset] == 0xE0, utf8[offset + 1] == 0xA5 else { return false }
    return (0xA6...0xAF).contains(utf8[offset + 2])
  }

  private static func scalarBefore(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    var start = offset - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return decodeScalar(utf8, at: start).value
  }

  /// What ends a word inside of a stretch without blanks: ASCII punctuation, danda, and all of U+2000 to U+203F.
  private static func endsWord(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let byte = utf8[offset]
    if byte < 0x80 { return punctuation.contains(byte) }
    guard offset + 2 < utf8.count else { return false }
    return byte == 0xE2 && utf8[offset + 1] == 0x80
      || byte == 0xE0 && utf8[offset + 1] == 0xA5 && utf8[offset + 2] & 0xFE == 0xA4
  }

  private static let punctuation = Set(",.-;:)]!?\"'/".utf8)

  /// The word at `start` without what punctuates it; "" for one that is too long.
  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    var end = start
    while end < utf8.count, end - start <= longestWord, utf8[end] != 0x20 {
      if endsWord(utf8, end) { break }
      end += 1
    }
    return end - start > longestWord ? "" : String(decoding: utf8[start..<end], as: UTF8.self)
  }

  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> String {
    let start = wordStart(utf8, endingAt: end)
    return end - start > longestWord ? "" : String(decoding: utf8[start..<end], as: UTF8.self)
  }

  private static func wordStart(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
    var start = end
    while start > 0, end - start <= longestWord, utf8[start - 1] != 0x20 { start -= 1 }
    return start
  }
}
