import CellText
import IndicText

extension BodyLayout {
  /// The words of a paragraph, or of the piece of a very long one, that holds this byte; in reading order, clusters whole (UAX #29).
  func words(aroundText textIndex: Int, utf8Offset: Int, locale: String) -> [Hit] {
    guard let piece = piece(ofText: textIndex, utf8Offset: utf8Offset) else { return [] }
    var offset = piece.utf8Offset
    var position = piece.text.startIndex
    var words: [Hit] = []
    for range in WordIterator(piece.text, locale: locale) {
      offset += piece.text.utf8.distance(from: position, to: range.lowerBound)
      let count = piece.text[range].utf8.count
      words.append(Hit(textIndex: textIndex, utf8Range: offset..<(offset + count)))
      offset += count
      position = range.upperBound
    }
    return words
  }

  /// The word after `word`, or before it; nil at the story's end and beginning.
  func word(besides word: Hit, isBackwards: Bool, locale: String) -> Hit? {
    let near = words(aroundText: word.textIndex, utf8Offset: word.utf8Range.lowerBound, locale: locale)
    let start = word.utf8Range.lowerBound
    if isBackwards {
      if let before = near.last(where: { $0.utf8Range.lowerBound < start }) { return before }
    } else if let after = near.first(where: { $0.utf8Range.lowerBound > start }) {
      return after
    }
    // Paragraphs without a word are passed by.
    var place = (text: word.textIndex, offset: start)
    while let next = neighbour(of: place, isBackwards: isBackwards) {
      let words = words(aroundText: next.text, utf8Offset: next.offset, locale: locale)
      if let found = isBackwards ? words.last : words.first { return found }
      place = next
    }
    return nil
  }

  /// The bytes of `hit`, as they are shown.
  func text(of hit: Hit) -> String {
    guard let piece = piece(ofText: hit.textIndex, utf8Offset: hit.utf8Range.lowerBound) else { return "" }
    let utf8 = piece.text.utf8
    let first = hit.utf8Range.lowerBound - piece.utf8Offset
    guard first >= 0, first + hit.utf8Range.count <= utf8.count else { return "" }
    let start = utf8.index(utf8.startIndex, offsetBy: first)
    return String(decoding: utf8[start...].prefix(hit.utf8Range.count), as: UTF8.self)
  }

  /// Safe text, and where it begins in text number `textIndex`.
  private func piece(ofText textIndex: Int, utf8Offset: Int) -> (text: String, utf8Offset: Int)? {
    guard let index = section(ofText: textIndex, utf8Offset: utf8Offset) else { return nil }
    if sections[index].textIndex == textIndex {
      return (DisplayText.safe(sections[index].text), sections[index].utf8Offset)
    }
    return (DisplayText.safe(searchable[textIndex]), 0)
  }

  private func neighbour(of place: (text: Int, offset: Int), isBackwards: Bool) -> (text: Int, offset: Int)? {
    guard let piece = piece(ofText: place.text, utf8Offset: place.offset) else { return nil }
    if isBackwards {
      if piece.utf8Offset > 0 { return (place.text, piece.utf8Offset - 1) }
      guard place.text > 0 else { return nil }
      return (place.text - 1, max(0, searchable[place.text - 1].utf8.count - 1))
    }
    let end = piece.utf8Offset + piece.text.utf8.count
    if let next = self.piece(ofText: place.text, utf8Offset: end), next.utf8Offset > piece.utf8Offset {
      return (place.text, end)
    }
    return place.text + 1 < searchable.count ? (place.text + 1, 0) : nil
  }
}
