import Screen

/// The sequences around a picture's letters. What stands in them is ours: numbers, and letters that cannot end them.
nonisolated enum PixelSequences {
  /// Bytes of base64 in one command at most (kitty, "Remote client").
  private static let chunkUTF8Count = 4096

  /// Gives a kitty terminal a picture to keep; with placeholders it stands wherever these are.
  ///
  /// `q=2`: the terminal says nothing back.
  static func keep(_ picture: PixelPicture) -> [UInt8] {
    var keys = "i=\(picture.id),f=\(picture.hasAlpha ? 32 : 24),s=\(picture.pixels.width),v=\(picture.pixels.height)"
    switch picture.form {
    case .kittyCells: keys = "a=T,U=1,c=\(picture.size.columns),r=\(picture.size.rows)," + keys
    case .kittyPlacement: keys = "a=t," + keys
    case .sixel, .iterm: return []
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(picture.letters.count + picture.letters.count / 200 + 128)
    var rest = picture.letters[...]
    while !rest.isEmpty {
      let isFirst = bytes.isEmpty
      let chunk = rest.prefix(chunkUTF8Count)
      rest = rest.dropFirst(chunk.count)
      bytes += "\u{1B}_G\(isFirst ? keys + "," : "")q=2,m=\(rest.isEmpty ? 0 : 1);".utf8
      bytes += chunk
      bytes += stringEnd
    }
    return bytes
  }

  /// Lets a kitty terminal forget a picture, wherever it stands.
  static func forget(_ id: UInt32) -> [UInt8] { Array("\u{1B}_Ga=d,d=I,i=\(id),q=2\u{1B}\\".utf8) }

  /// Draws a picture where the cursor is; where that is afterwards nobody knows.
  static func draw(_ placement: PixelPlacement) -> [UInt8] {
    let picture = placement.picture
    let size = "c=\(picture.size.columns),r=\(picture.size.rows)"
    switch picture.form {
    case .kittyCells: return []
    case .kittyPlacement:
      // C=1: the cursor stays.
      return Array("\u{1B}_Ga=p,i=\(picture.id),p=\(placement.kittyNumber),\(size),C=1,q=2\u{1B}\\".utf8)
    case .sixel:
      // P2 = 1: pixels that are not set stay as they are. The aspect is told by the raster attributes.
      return Array("\u{1B}P0;1;0q".utf8) + picture.letters + stringEnd
    case .iterm:
      let bytes = picture.letters.count / 4 * 3 - picture.letters.suffix(2).count { $0 == UInt8(ascii: "=") }
      let keys =
        "inline=1;size=\(bytes);width=\(picture.size.columns);height=\(picture.size.rows);preserveAspectRatio=0"
      return Array("\u{1B}]1337;File=\(keys);doNotMoveCursor=1:".utf8) + picture.letters + [0x07]
    }
  }

  /// Takes a picture away from over its cells; nothing for those that new text takes away.
  static func remove(_ placement: PixelPlacement) -> [UInt8] {
    guard placement.picture.form == .kittyPlacement else { return [] }
    return Array("\u{1B}_Ga=d,d=i,i=\(placement.picture.id),p=\(placement.kittyNumber),q=2\u{1B}\\".utf8)
  }

  /// How many colours a sixel picture may have (XTSMGRAPHICS).
  static func setColors(_ count: Int) -> [UInt8] { Array("\u{1B}[?1;3;\(count)S".utf8) }

  /// ST: ends a string, and does nothing where none is open.
  static let stringEnd: [UInt8] = [0x1B, 0x5C]
}

nonisolated extension PixelPlacement {
  /// Pictures stand below each other, so the row tells apart two places of one picture.
  fileprivate var kittyNumber: Int { place.row + 1 }

  /// Whether writing text removes it, as with all that becomes part of the cells.
  var livesInCells: Bool { picture.form == .sixel || picture.form == .iterm }
}
