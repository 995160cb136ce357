import Foundation
import NewsParsing
import TestSupport
import Testing

@Suite("Encodings", .inBackground)
struct TextDecodingTests {
  private func xml(_ label: String) -> [UInt8] { Array("<?xml version='1.0' encoding='\(label)'?><t>".utf8) }

  @Test("a byte order mark outranks the header and the declaration")
  func byteOrderMark() {
    let decoded = TextDecoding.decode(
      [0xEF, 0xBB, 0xBF] + xml("iso-8859-1") + Array("ठीक".utf8), charset: "koi8-r", as: .xml)
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.text.hasSuffix("ठीक") && decoded.text.hasPrefix("<?xml"))
  }

  @Test(
    "UTF-16 and UTF-32 are known with and without a byte order mark",
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE], "utf-16le"), (.utf16BigEndian, [0xFE, 0xFF], "utf-16be"),
      (.utf32LittleEndian, [0xFF, 0xFE, 0, 0], "utf-32le"), (.utf32BigEndian, [0, 0, 0xFE, 0xFF], "utf-32be"),
    ] as [(String.Encoding, [UInt8], String)])
  func wide(encoding: String.Encoding, mark: [UInt8], name: String) throws {
    let text = "<?xml version=\"1.0\"?><rss><channel><title>आज की ख़बरें</title></channel></rss>"
    let bytes = try Array(#require(text.data(using: encoding)))
    for start in [[], mark] {
      let decoded = TextDecoding.decode(start + bytes, charset: nil, as: .xml)
      #expect(decoded.encoding == name)
      #expect(decoded.text == text)
    }
  }

  @Test("valid UTF-8 is UTF-8 whatever the header or the declaration says")
  func contradiction() {
    let decoded = TextDecoding.decode(xml("windows-1252") + Array("बारिश".utf8), charset: "ISO-8859-1", as: .xml)
    #expect(decoded.text.hasSuffix("बारिश"))
    #expect(decoded.notes.contains(.encodingContradicted(declared: "windows-1252", used: "utf-8")))
  }

  @Test(
    "labels mean what the Encoding Standard says",
    arguments: [
      ("iso-8859-1", [0x93, 0x80, 0xE9], "\u{201C}€é", "windows-1252"),
      ("  Latin1 ", [0xE9], "é", "windows-1252"), ("KOI8-R", [0xF2, 0xD5, 0xD3], "Рус", "koi8-r"),
      ("cp1251", [0xD0, 0xF3, 0xF1], "Рус", "windows-1251"), ("gb2312", [0xD6, 0xD0], "中", "gbk"),
      ("big5", [0xA4, 0xA4], "中", "big5"), ("x-sjis", [0x93, 0xFA], "日", "shift_jis"),
      ("euc-jp", [0xC6, 0xFC], "日", "euc-jp"), ("ks_c_5601-1987", [0xC7, 0xD1], "한", "euc-kr"),
      ("windows-1255", [0xE9], "י", "windows-1255"), ("tis-620", [0xA1], "ก", "windows-874"),
      ("x-iscii-de", [0xB3, 0xCC], "कम", "x-iscii-de"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日", "iso-2022-jp"),
    ] as [(String, [UInt8], String, String)])
  func labels(label: String, bytes: [UInt8], text: String, name: String) {
    let decoded = TextDecoding.decode(bytes, charset: label, as: .html)
    #expect(decoded.text == text)
    #expect(decoded.encoding == name)
  }

  @Test("EBCDIC is read by its own declaration")
  func ebcdic() {
    // <?xml version="1.0" encoding="cp037"?><a>
    let bytes: [UInt8] = [
      0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F, 0xF1, 0x4B, 0xF0, 0x7F,
      0x40,
      0x85, 0x95, 0x83, 0x96, 0x84, 0x89, 0x95, 0x87, 0x7E, 0x7F, 0x83, 0x97, 0xF0, 0xF3, 0xF7, 0x7F, 0x6F, 0x6E, 0x4C,
      0x81, 0x6E,
    ]
    let decoded = TextDecoding.decode(bytes, charset: nil, as: .xml)
    #expect(decoded.text == "<?xml version=\"1.0\" encoding=\"cp037\"?><a>")
    #expect(decoded.encoding == "cp037")
  }

  @Test("lone Windows bytes in UTF-8 become what they were meant to be, broken sequences a replacement character")
  func mixture() {
    var bytes = Array("<p>चुनाव and the ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x20, 0x94]
    bytes += Array(" हाँ ".utf8) + [0xE0, 0xA4] + Array(" end".utf8)
    let decoded = TextDecoding.decode(bytes, charset: "utf-8", as: .html)
    #expect(decoded.text == "<p>चुनाव and the \u{201C}café \u{201D} हाँ \u{FFFD} end")
    #expect(decoded.notes.contains(.windowsBytesMended(3)))
    #expect(decoded.notes.contains(.invalidBytesReplaced(1)))
  }

  @Test("a text called UTF-8 that is wholly something else is decoded as that")
  func wrongLabel() {
    let text = "Не удалось найти страницу, которую вы искали. Новости дня и погода на завтра."
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
      default: UInt8(scalar.value)
      }
    }
    #expect(TextDecoding.decode(bytes, charset: "utf-8", as: .html).text == text)
    #expect(TextDecoding.decode(bytes, charset: nil, as: .html).text == text)
  }

  @Test("text that was encoded twice is decoded twice")
  func doubleEncoding() {
    let twice = "आज \u{201C}ठीक\u{201D} है".utf8.map { byte -> String in
      String(decoding: [byte], as: Latin.self)
    }.joined()
    let decoded = TextDecoding.decode(Array(twice.utf8), charset: nil, as: .xml)
    #expect(decoded.text == "आज \u{201C}ठीक\u{201D} है")
    // An honest French text is left as it is.
    #expect(TextDecoding.decode(Array("déjà ¤ vu Ã©".utf8), charset: nil, as: .xml).text == "déjà ¤ vu Ã©")
  }

  @Test("encodings that hide markup in letters are not taken")
  func utf7() {
    let decoded = TextDecoding.decode(Array("+ADw-b+AD4-".utf8), charset: "utf-7", as: .html)
    #expect(decoded.text == "+ADw-b+AD4-")
    #expect(decoded.notes == [.encodingUnknown("utf-7")])
  }

  @Test("no bytes at all and a million bytes of noise are decoded")
  func noise() {
    #expect(TextDecoding.decode([], charset: nil, as: .html).text.isEmpty)
    var state: UInt64 = 7
    let noise = (0..<1_000_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for label in [nil, "utf-8", "gb18030", "iso-2022-kr", "utf-16", "cp037", "hz-gb-2312"] {
      for kind in [TextDecoding.Kind.xml, .html, .json] {
        #expect(!TextDecoding.decode(noise, charset: label, as: kind).text.isEmpty)
      }
    }
  }

  @Test("meta elements are found as html5lib's tests say", .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"))
  func prescan() throws {
    let folder = try SharedData.unpackedArchive("html-html5lib/tests.tar.xz").appendingPathComponent("encoding")
    var wrong: [String] = []
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".dat") {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      let cases = try #require(String(data: data, encoding: .isoLatin1)).components(separatedBy: "#data\n").dropFirst()
      for item in cases {
        let parts = item.components(separatedBy: "\n#encoding\n")
        guard parts.count == 2 else { continue }
        count += 1
        // A byte that no UTF-8 has, past what is scanned: the declared encoding then shows.
        var bytes = parts[0].unicodeScalars.map { UInt8($0.value) }
        if bytes.count < 1100 { bytes += Array(repeating: 0x20, count: 1100 - bytes.count) }
        bytes += [0xE9]
        let expected = parts[1].prefix { $0 != "\n" }.lowercased()
        let found = TextDecoding.decode(bytes, charset: nil, as: .html).encoding
        if found != expected { wrong.append("\(parts[0].prefix(80)) -> \(found), not \(expected)") }
      }
    }
    #expect(count > 20)
    #expect(wrong == [])
  }
}

/// windows-1252 as the web has it, with C1 controls in its holes; enough for tests.
private enum Latin {}

extension String {
  fileprivate init(decoding bytes: some Sequence<UInt8>, as latin: Latin.Type) {
    let high: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
      0x017D, 0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
      0x017E, 0x0178,
    ]
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    self.init(text)
  }
}
