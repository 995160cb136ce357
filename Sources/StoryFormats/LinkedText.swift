import NewsModel

/// A block's text parted where its links begin and end.
struct LinkedText {
  struct Piece: Hashable {
    var text: String
    /// Nil for text that leads nowhere.
    var address: String?
  }

  private(set) var pieces: [Piece] = []

  /// Ranges that overlap, leave the text or cut a scalar are passed over, and so are addresses that are not harmless.
  init(_ block: Block) {
    let utf8 = Array(block.text.utf8)
    var position = 0
    func add(upTo end: Int, _ address: String?, _ pieces: inout [Piece]) {
      guard end > position else { return }
      pieces.append(Piece(text: String(decoding: utf8[position..<end], as: UTF8.self), address: address))
      position = end
    }
    for link in block.links.sorted(by: { $0.startUTF8Offset < $1.startUTF8Offset }) {
      let start = link.startUTF8Offset
      guard start >= position, link.utf8Count > 0, start < utf8.count, link.utf8Count <= utf8.count - start else {
        continue
      }
      let end = start + link.utf8Count
      let isWhole = [start, end].allSatisfy { $0 == utf8.count || utf8[$0] & 0xC0 != 0x80 }
      guard isWhole, Self.isHarmless(link.address) else { continue }
      add(upTo: start, nil, &pieces)
      add(upTo: end, link.address, &pieces)
    }
    add(upTo: utf8.count, nil, &pieces)
  }

  /// Whether the address has a scheme that runs nothing.
  static func isHarmless(_ address: String) -> Bool {
    ["http", "https", "mailto"].contains(address.prefix { $0 != ":" }.lowercased())
  }
}
