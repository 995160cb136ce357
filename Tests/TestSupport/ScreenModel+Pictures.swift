public import Screen

extension ScreenModel {
  /// Kinds of pictures that a terminal has.
  public enum Graphics: Sendable {
    case none, kitty, sixel
  }

  /// Pixels of a cell, where there are pictures.
  public static let cell = PixelSize(width: 10, height: 20)

  /// Places of the cells that pictures cover.
  public var coveredCells: [Position] {
    cells.indices.filter { cells[$0].hasPixels }.map { Position(row: $0 / size.columns, column: $0 % size.columns) }
  }

  mutating func obeyString(_ introducer: UInt8, _ bytes: [UInt8]) {
    switch (graphics, introducer) {
    case (.kitty, UInt8(ascii: "_")): obeyKitty(String(decoding: bytes, as: UTF8.self))
    // A terminal without pictures is asked whether it has any, and says nothing.
    case (_, UInt8(ascii: "_")) where !bytes.starts(with: Array("Gi=".utf8)) || !bytes.contains(Array("a=q".utf8)):
      note(.unknownControl("ESC_"))
    case (.sixel, UInt8(ascii: "P")): drawSixels(String(decoding: bytes, as: UTF8.self))
    default: break
    }
  }

  private mutating func obeyKitty(_ command: String) {
    let head = command.dropFirst().prefix { $0 != ";" }
    var keys: [String: String] = [:]
    for field in head.split(separator: ",") { keys[String(field.prefix(1))] = String(field.dropFirst(2)) }
    let id = keys["i"].flatMap { Int($0) }
    switch (keys["a"], id) {
    case ("q", let id?): answers += Array("\u{1B}_Gi=\(id);OK\u{1B}\\".utf8)
    case ("T", let id?), ("t", let id?): keptPictures.insert(id)
    case ("d", let id?): if keys["d"] == "I" { keptPictures.remove(id) }
    case (nil, nil): break
    default: note(.unknownControl("ESC_" + head))
    }
    // Only the question may be answered: an answer to anything else would be read as keys by the next program.
    if keys["a"] != "q", keys["q"] != "2" { note(.unknownControl("ESC_" + head)) }
  }

  private mutating func drawSixels(_ command: String) {
    let numbers = command.drop { $0 != "\"" }.dropFirst().prefix { $0.isNumber || $0 == ";" }.split(separator: ";")
      .compactMap { Int($0) }
    guard command.contains("q"), numbers.count == 4 else { return note(.unknownControl("ESCP")) }
    let columns = (numbers[2] + Self.cell.width - 1) / Self.cell.width
    let rows = (numbers[3] + Self.cell.height - 1) / Self.cell.height
    if cursor.row + rows >= size.rows { note(.scrolled) }
    for row in cursor.row..<min(size.rows, cursor.row + rows) {
      for column in cursor.column..<min(size.columns, cursor.column + columns) {
        cells[row * size.columns + column].hasPixels = true
      }
    }
    move(row: cursor.row + rows, column: 0)
  }

  mutating func answerGraphics(_ question: String, _ parameters: [Int]) -> Bool {
    switch (question, parameters.first) {
    case ("t", 16): if graphics != .none { answers += Array("\u{1B}[6;\(Self.cell.height);\(Self.cell.width)t".utf8) }
    case ("t", 22), ("t", 23): break
    case ("?S", 1):
      guard parameters.count == 3 else { return false }
      if graphics != .sixel { break }
      if parameters[1] == 3 { sixelColors = parameters[2] }
      answers += Array("\u{1B}[?1;0;\(sixelColors)S".utf8)
    default: return false
    }
    return true
  }
}
