import CellText
import NewsModel
import Screen

extension ReaderState {
  /// `I`: the pictures of the story, and away with them.
  mutating func togglePictures() -> [ReaderEffect] {
    guard let story = body.story, isSelectionShown else { return openSelection() }
    guard hasPictures else { return say(.noPictures) }
    if settings.pictures == .never { return say(.picturesNever) }
    if body.pictures.isShown {
      picturesWanted.remove(story.id)
      hidePictures()
      return say(.picturesHidden)
    }
    picturesWanted.insert(story.id)
    body.pictures.isShown = true
    return []
  }

  /// Whether the story on the screen has a picture that can be fetched.
  var hasPictures: Bool {
    body.story?.article.body.blocks.contains { $0.kind == .picture && $0.address != nil } ?? false
  }

  /// A story was opened for reading.
  mutating func showPicturesOfOpened() {
    guard let id = body.story?.id, settings.pictures != .never else { return }
    if settings.pictures == .always || picturesWanted.contains(id) { body.pictures.isShown = true }
  }

  mutating func hidePictures() {
    guard body.pictures.isShown else { return }
    body.pictures = BodyPictures()
    layOutAgain()
  }

  /// Asks for the pictures on the screen and a screen above and below, once each for every size of the page.
  ///
  /// Follows every event, so that scrolling and other sizes need not think of pictures.
  mutating func askForPictures() -> [ReaderEffect] {
    guard body.pictures.isShown, let article = body.story?.article, !layout.body.isEmpty else { return [] }
    let rows = layout.body.rows
    let size = Size(rows: max(Self.leastPictureRows, rows * 2 / 3), columns: body.layout.columns)
    var effects: [ReaderEffect] = []
    for address in body.layout.pictureAddresses(on: (body.topLine - rows)..<(body.topLine + 2 * rows)) {
      let request = PictureRequest(
        story: article.id, address: address,
        namedBy: WebAddress.normalised(article.feed.rawValue) ?? article.url ?? article.feed.rawValue, size: size,
        hasBlockElements: settings.hasBlockElements && settings.widthModel.columns(of: "▀") == 1,
        mayHavePixels: layout.shape != .linear)
      guard body.pictures.entries[address]?.asked != request else { continue }
      var entry = body.pictures.entries[address] ?? BodyPictures.Entry(asked: request)
      (entry.asked, entry.isAwaited) = (request, true)
      show(entry)
      effects.append(.loadPicture(request))
    }
    return effects
  }

  private static let leastPictureRows = 4

  /// The pixels of pictures on the screen and two screens above and below, in reading order: what the terminal is to keep ready.
  var nearPixels: [PixelPicture] {
    guard body.pictures.isShown, !layout.body.isEmpty else { return [] }
    let rows = 2 * layout.body.rows
    let near = body.layout.pictureAddresses(on: (body.topLine - rows)..<(body.topLine + layout.body.rows + rows))
    return Array(near.compactMap { body.pictures.entries[$0]?.picture?.pixels }.prefix(Self.mostPixelPictures))
  }

  /// Pictures that a terminal keeps at most.
  private static let mostPixelPictures = 24

  mutating func take(_ result: PictureResult, for request: PictureRequest) -> [ReaderEffect] {
    // Hidden meanwhile, asked for in another size, or of a story that was left.
    guard var entry = body.pictures.entries[request.address], entry.asked == request else { return [] }
    entry.isAwaited = false
    switch result {
    case .drawn(let picture): (entry.picture, entry.failure) = (picture, nil)
    case .failed(let sentence): entry.failure = settings.shown(sentence, language: settings.language.rawValue)
    }
    show(entry)
    return []
  }

  /// Puts a picture, or what is said in its place, over its caption. The line at the top of the pane stays there.
  private mutating func show(_ entry: BodyPictures.Entry) {
    body.pictures.entries[entry.asked.address] = entry
    body.pageSources = nil
    let place = body.layout.place(atLine: body.topLine)
    let top = body.layout.setPicture(entry, settings: settings, keeping: place)
    if body.topLine > 0 { showBody(at: top) }
  }
}
