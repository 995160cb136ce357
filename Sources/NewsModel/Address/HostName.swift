import CICU

/// The host of an address.
enum HostName {
  /// Host and port of what stands before the path; nil when it names no host that can be.
  static func parse(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    if bytes.first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")), let host = literal(bytes[(bytes.startIndex + 1)..<end])
      else { return nil }
      let rest = bytes[(end + 1)...]
      guard rest.isEmpty || rest.first == UInt8(ascii: ":"), let port = port(rest.dropFirst()) else { return nil }
      return (host, port.number)
    }
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    guard let host = name(bytes[..<(colon ?? bytes.endIndex)]),
      let port = port(colon.map { bytes[($0 + 1)...] } ?? [])
    else { return nil }
    return (host, port.number)
  }

  private struct Port { var number: Int? }

  private static func port(_ digits: ArraySlice<UInt8>) -> Port? {
    guard !digits.isEmpty else { return Port() }
    guard digits.count <= 5, digits.allSatisfy(AddressBytes.isDigit) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (1...65_535).contains(number) ? Port(number: number) : nil
  }

  /// An IPv6 address; zone names are none of the web's.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count >= 2, bytes.count <= 45, bytes.contains(UInt8(ascii: ":")),
      bytes.allSatisfy({
        AddressBytes.hexValue($0) != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    return "[" + String(decoding: bytes.map(AddressBytes.lowercased), as: UTF8.self) + "]"
  }

  private static func name(_ written: ArraySlice<UInt8>) -> String? {
    guard !written.isEmpty, written.count <= 2048 else { return nil }
    var bytes = AddressBytes.decoded(written)
    if bytes.contains(where: { $0 >= 0x80 }) {
      guard let ascii = idna(bytes) else { return nil }
      bytes = ascii
    }
    bytes = bytes.map(AddressBytes.lowercased)
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard bytes.count <= 253, bytes.allSatisfy(isNameByte),
      labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }), let last = labels.last
    else { return nil }
    if isNumber(last) { return IPv4Text.canonical(labels) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func idna(_ bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    var out = [CChar](repeating: 0, count: 512)
    let count = Array(text.utf8CString).withUnsafeBufferPointer {
      khabar_idna_ascii($0.baseAddress, Int32($0.count - 1), &out, Int32(out.count))
    }
    guard count > 0, Int(count) < out.count else { return nil }
    return out[..<Int(count)].map { UInt8(bitPattern: $0) }
  }

  /// Underscores stand in some names of hosts that do answer.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    AddressBytes.isLetter(byte) || AddressBytes.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_")
  }

  private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
    label.allSatisfy(AddressBytes.isDigit) || (label.starts(with: Array("0x".utf8)) && IPv4Text.number(label) != nil)
  }
}

/// IPv4 addresses in the forms that resolvers take (`127.1`, `0x7f000001`): one host must not have many names.
enum IPv4Text {
  static func canonical(_ labels: [ArraySlice<UInt8>]) -> String? {
    guard labels.count <= 4 else { return nil }
    let numbers = labels.compactMap(number)
    guard numbers.count == labels.count, let last = numbers.last, numbers.dropLast().allSatisfy({ $0 <= 255 }),
      last < UInt64(1) << (8 * UInt64(5 - numbers.count))
    else { return nil }
    var address = last
    for (index, number) in numbers.dropLast().enumerated() { address += number << (8 * UInt64(3 - index)) }
    return (0..<4).map { String(address >> (8 * UInt64(3 - $0)) & 255) }.joined(separator: ".")
  }

  /// Decimal, octal after `0`, hexadecimal after `0x`.
  static func number(_ label: ArraySlice<UInt8>) -> UInt64? {
    let text = String(decoding: label, as: UTF8.self)
    guard text.utf8.count <= 14, !text.hasPrefix("+"), !text.hasPrefix("-") else { return nil }
    if text == "0x" { return 0 }
    if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16) }
    if text.utf8.count > 1, text.hasPrefix("0") { return UInt64(text.dropFirst(), radix: 8) }
    return UInt64(text, radix: 10)
  }
}
