#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON for standard output.
enum JSONText {
  /// UTF-8 with one line feed at its end.
  ///
  /// - Parameter keys: how names of properties become keys.
  static func encoded(
    _ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = keys
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys]
    return safe(try encoder.encode(value)) + Data("\n".utf8)
  }

  /// JSON must escape the controls of C0 (RFC 8259, section 7); a terminal also obeys those of C1, and DEL. They stand in strings only.
  private static func safe(_ json: Data) -> Data {
    let text = String(decoding: json, as: UTF8.self)
    let isControl = { (scalar: Unicode.Scalar) in (0x7F...0x9F).contains(scalar.value) }
    guard text.unicodeScalars.contains(where: isControl) else { return json }
    var output = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        output += "\\u00" + String(scalar.value, radix: 16)
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return Data(output.utf8)
  }
}
