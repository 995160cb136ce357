/// Numbers and the words that follow them closely: ५०० रुपये, 12 करोड़, 3 नवंबर.
enum NumberUnits {
  /// Whether a line had better not end between two words.
  static func bind(_ utf8: UnsafeBufferPointer<UInt8>, wordEndingAt end: Int, wordStartingAt start: Int) -> Bool {
    if isNumber(utf8, endingAt: end) { return followers.contains(word(utf8, from: start)) }
    if isDigit(utf8, start) { return leaders.contains(word(utf8, endingAt: end)) }
    return false
  }
}

extension NumberUnits {
  /// Longer words are not in the tables.
  private static let longestWord = 40

  private static let followers: Set<String> = [
    "रुपये", "रुपए", "रुपया", "रुपयों", "रूपये", "रु", "डॉलर", "यूरो", "पैसे", "प्रतिशत", "फीसदी", "फ़ीसदी", "फीसद", "टक्के",
    "करोड़", "करोड", "लाख", "हजार", "हज़ार", "सौ", "अरब", "खरब", "कोटी", "किमी", "किलोमीटर", "मीटर", "सेमी", "फुट", "फीट", "एकड़",
    "किलो", "किलोग्राम", "ग्राम", "टन", "लीटर", "डिग्री", "मेगावाट", "बजे", "बजकर", "मिनट", "मिनिटे", "सेकंड", "घंटे", "घंटा", "दिन",
    "साल", "वर्ष", "वर्षों", "महीने", "वाजता", "रुपयांची", "रुपयांचे", "किमीचा",
    "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "अक्तूबर", "नवंबर", "दिसंबर",
    "जानेवारी", "फेब्रुवारी", "एप्रिल", "मे", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर",
    "%", "km", "kg", "cm", "mm", "m", "MW", "GB", "MB", "crore", "lakh", "percent", "am", "pm",
  ]

  private static let leaders: Set<String> = ["रु", "रु.", "रुपये", "Rs", "Rs.", "INR", "₹", "नं.", "No.", "करीब", "लगभग"]

  /// Digits with points, commas, colons, slashes and hyphens between.
  private static func isNumber(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    var position = end
    var hasDigit = false
    while position > 0, end - position < longestWord, utf8[position - 1] != 0x20 {
      let byte = utf8[position - 1]
      if (0x30...0x39).contains(byte) {
        hasDigit = true
        position -= 1
      } else if byte >= 0x80 {
        guard position >= 3, isDigit(utf8, position - 3) else { return false }
        hasDigit = true
        position -= 3
      } else if byte == 0x2C || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x3A {
        position -= 1
      } else {
        return false
      }
    }
    return hasDigit
  }

  /// An ASCII or Devanagari digit begins at `offset`.
  private static func isDigit(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    if (0x30...0x39).contains(utf8[offset]) { return true }
    guard offset + 2 < utf8.count, utf8[offset] == 0xE0, utf8[offset + 1] == 0xA5 else { return false }
    return (0xA6...0xAF).contains(utf8[offset + 2])
  }

  /// The word at `start` without what punctuates it; "" for one that is too long.
  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    var end = start
    while end < utf8.count, end - start <= longestWord, utf8[end] != 0x20 {
      let byte = utf8[end]
      if byte == 0x2C || byte == 0x2E || byte == 0x2D || byte == 0x3B || byte == 0x29 || byte == 0x3F { break }
      if byte == 0xE0, end + 2 < utf8.count, utf8[end + 1] == 0xA5, utf8[end + 2] & 0xFE == 0xA4 { break }
      end += 1
    }
    return end - start > longestWord ? "" : String(decoding: utf8[start..<end], as: UTF8.self)
  }

  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> String {
    var start = end
    while start > 0, end - start <= longestWord, utf8[start - 1] != 0x20 { start -= 1 }
    return end - start > longestWord ? "" : String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
