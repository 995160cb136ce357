import Screen

/// How a picture is drawn with pixels: what size it gets, and how its pixels are written down for the terminal.
nonisolated struct PixelDrawing: Hashable, Sendable {
  var form: PixelPicture.Form
  /// Cells at most.
  var size: Size
  /// Pixels of a cell; those of no terminal in particular where nobody told them, and then the terminal fits the picture in.
  var cell: PixelSize
  /// Pixels at most. Terminals fit a picture into its cells, but not sixels.
  var pixelLimit: Int

  /// Small pictures are enlarged so many times at most.
  private static let mostEnlarged = 3.0
  /// Pixels of a picture in a terminal of this computer, and in one at the other end of a line.
  private static let limits = (near: 640_000, far: 160_000)

  /// - Parameter isFar: whether each byte goes over a network.
  init(_ form: PixelPicture.Form, size: Size, cell: PixelSize?, isFar: Bool) {
    self.form = form
    self.size = size
    self.cell = cell ?? PixelSize(width: 10, height: 20)
    pixelLimit = isFar ? Self.limits.far : Self.limits.near
    if form == .kittyCells {
      self.size = Size(
        rows: min(size.rows, PlaceholderCells.longestSide), columns: min(size.columns, PlaceholderCells.longestSide))
    }
  }

  /// What the decoder is to make of the picture at most.
  var box: PixelSize {
    let (width, height) = (size.columns * cell.width, size.rows * cell.height)
    let scale = min(1, (Double(pixelLimit) / Double(max(1, width * height))).squareRoot())
    return PixelSize(width: max(1, Int(Double(width) * scale)), height: max(1, Int(Double(height) * scale)))
  }

  /// The cells that a picture of so many pixels covers.
  func cells(width: Int, height: Int) -> Size {
    // Sixels are as large as they are told to be.
    let room = form == .sixel ? box : PixelSize(width: size.columns * cell.width, height: size.rows * cell.height)
    let scale = min(Double(room.width) / Double(width), Double(room.height) / Double(height), Self.mostEnlarged)
    func count(_ pixels: Int, _ one: Int, _ most: Int) -> Int {
      max(1, min(most, Int((Double(pixels) * scale / Double(one)).rounded())))
    }
    return Size(
      rows: count(height, cell.height, size.rows), columns: count(width, cell.width, size.columns))
  }

  /// - Returns: nil when it is larger than a terminal is given.
  func picture(_ grid: PixelGrid, covering cells: Size, id: UInt32) -> PixelPicture? {
    var grid = grid
    let covered = PixelSize(width: cells.columns * cell.width, height: cells.rows * cell.height)
    if form == .sixel {
      grid = grid.resized(to: covered)
    } else if grid.width * grid.height > pixelLimit {
      let scale = (Double(pixelLimit) / Double(grid.width * grid.height)).squareRoot()
      grid = grid.resized(
        to: PixelSize(
          width: max(1, Int(Double(grid.width) * scale)), height: max(1, Int(Double(grid.height) * scale))))
    }
    let hasAlpha = grid.hasAlpha
    let letters =
      switch form {
      case .kittyCells, .kittyPlacement: Base64.letters(hasAlpha ? grid.rgba : grid.rgb)
      case .sixel: SixelText.letters(grid)
      case .iterm: Base64.letters(PNGText.bytes(grid))
      }
    return PixelPicture(
      id: id, form: form, size: cells, pixels: PixelSize(width: grid.width, height: grid.height), hasAlpha: hasAlpha,
      letters: letters)
  }
}
