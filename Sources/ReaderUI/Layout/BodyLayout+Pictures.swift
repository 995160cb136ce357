import CellText
import Screen

extension BodyLayout {
  /// Addresses of the pictures on these lines, which may reach beyond the story, in reading order.
  func pictureAddresses(on lines: Range<Int>) -> [String] {
    let lines = lines.clamped(to: 0..<max(1, lineCount))
    guard !sections.isEmpty, !lines.isEmpty else { return [] }
    var addresses: [String] = []
    for index in section(atLine: lines.lowerBound)...section(atLine: lines.upperBound - 1) {
      if let address = sections[index].pictureAddress, !addresses.contains(address) { addresses.append(address) }
    }
    return addresses
  }

  /// Shows a picture, or what is said in its place, wherever the story has it.
  ///
  /// - Parameter place: what stands at the top of the pane.
  /// - Returns: what is to stand there now: `place`, but a picture that came over its caption in place of the caption.
  mutating func setPicture(_ entry: BodyPictures.Entry, settings: ReaderSettings, keeping place: Place) -> Place {
    var place = place
    let note = Self.note(entry, settings: settings)
    for index in sections.indices where sections[index].pictureAddress == entry.asked.address {
      let isNew = sections[index].picture == nil && entry.picture != nil
      sections[index].picture = entry.picture
      sections[index].pictureNote = note
      sections[index].layOutPictureAgain(wrapper, columns: columns)
      if isNew, case .text(let textIndex, 0) = place, textIndex == sections[index].textIndex {
        place = .section(index, share: 0)
      }
    }
    recount()
    return place
  }

  /// What stands below a picture's caption: that it is on its way, or why it did not come.
  static func note(_ entry: BodyPictures.Entry, settings: ReaderSettings) -> String? {
    if entry.isAwaited { return entry.picture == nil ? settings.phrases(.pictureLoading) : nil }
    return entry.failure
  }
}
