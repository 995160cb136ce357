/// Reads the pixels that a decoder wrote in kitty's graphics protocol. Nothing of it goes to the terminal: it becomes a ``PixelGrid``, or it
/// is refused whole.
///
/// Taken are graphics commands (`ESC _ G`, keys, `;`, base64, `ESC \`) that transmit one picture of 24 or 32 bits a pixel, uncompressed, and
/// blanks and line feeds between them. Whatever else there is, the program is not what it should be, and no byte of it is believed.
nonisolated struct KittyText {
  /// Columns and rows that the program counted for the picture.
  private(set) var cells = (columns: 0, rows: 0)
  private var width = 0
  private var height = 0
  private var bytesPerPixel = 0
  private var pixels: [UInt8] = []
  private var isEnded = false

  private init() {}

  /// - Parameter pixelLimit: of the picture.
  /// - Returns: nil when there is anything else in it, or when it is empty or too large.
  static func grid(_ bytes: [UInt8], pixelLimit: Int) -> (grid: PixelGrid, columns: Int, rows: Int)? {
    var text = KittyText()
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x20 || byte == 0x0A { continue }
      guard byte == 0x1B, rest.popFirst() == UInt8(ascii: "_"), rest.popFirst() == UInt8(ascii: "G"),
        let end = rest.firstIndex(of: 0x1B), text.take(rest[..<end], pixelLimit: pixelLimit)
      else { return nil }
      rest = rest[(end + 1)...]
      guard rest.popFirst() == UInt8(ascii: "\\") else { return nil }
    }
    guard text.isEnded, text.pixels.count == text.width * text.height * text.bytesPerPixel else { return nil }
    let rgba = text.bytesPerPixel == 4 ? text.pixels : PixelGrid.opaque(text.pixels)
    let grid = PixelGrid(width: text.width, height: text.height, rgba: rgba)
    return (grid, text.cells.columns, text.cells.rows)
  }

  /// One command, without its ends.
  private mutating func take(_ command: ArraySlice<UInt8>, pixelLimit: Int) -> Bool {
    let head = command.prefix { $0 != UInt8(ascii: ";") }
    guard !isEnded, let keys = Self.keys(head) else { return false }
    if width == 0 {
      guard keys[UInt8(ascii: "a")] == Int(UInt8(ascii: "T")), let width = keys[UInt8(ascii: "s")],
        let height = keys[UInt8(ascii: "v")], let bits = keys[UInt8(ascii: "f")], bits == 24 || bits == 32,
        let columns = keys[UInt8(ascii: "c")], let rows = keys[UInt8(ascii: "r")],
        (1...pixelLimit).contains(width), (1...pixelLimit).contains(height), width * height <= pixelLimit,
        columns > 0, rows > 0
      else { return false }
      (self.width, self.height, bytesPerPixel) = (width, height, bits / 8)
      cells = (columns, rows)
    } else if !Set(keys.keys).isSubset(of: [UInt8(ascii: "m"), UInt8(ascii: "q")]) {
      return false
    }
    isEnded = keys[UInt8(ascii: "m")] ?? 0 == 0
    // chafa ends each piece as base64 ends, with padding.
    guard let piece = Base64.bytes(Array(command.dropFirst(head.count + 1))) else { return false }
    pixels += piece
    return pixels.count <= width * height * bytesPerPixel
  }

  /// Keys with their values; a letter's value is its byte. Nil when there is any but those of transmitting, or one twice.
  private static func keys(_ head: ArraySlice<UInt8>) -> [UInt8: Int]? {
    var keys: [UInt8: Int] = [:]
    for field in head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard field.count >= 3, field.count <= 9, let key = field.first, "afsvcrmq".utf8.contains(key), keys[key] == nil,
        field.dropFirst().first == UInt8(ascii: "=")
      else { return nil }
      let value = field.dropFirst(2)
      if key == UInt8(ascii: "a") {
        guard value.count == 1, let letter = value.first else { return nil }
        keys[key] = Int(letter)
      } else {
        guard value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        keys[key] = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      }
    }
    return keys
  }
}
