import Fetching
import Ingestion
import NcursesTerminal
import ReaderUI
import Screen

/// Brings pictures: from the folder of those that were fetched before, else from the network; drawn one after another.
actor PictureLoader {
  private let fetch: PictureFetch
  private let cache: PictureCache
  private let program: String
  /// On their way. Who asks for a picture in another size meanwhile causes no second request.
  private var fetches: [String: Task<[UInt8], any Error>] = [:]
  private var lastDrawing: Task<Void, Never>?
  /// The number of the picture that got pixels last. Begins anywhere, so that another program's pictures in the same terminal have others.
  private var lastID = UInt32.random(in: 1...0xFF_FFFF)

  init(client: HTTPClient, cache: PictureCache, program: String = PictureDecoder.program) {
    fetch = PictureFetch(client: client)
    self.cache = cache
    self.program = program
  }

  /// - Throws: ``PictureTrouble``, `PictureFetch.Failure`, `CancellationError`.
  func picture(_ request: PictureRequest, depth: ColorDepth, method: PictureMethod = .symbols) async throws
    -> CellPicture
  {
    // What could not be drawn is not fetched.
    guard let path = ChildProgram.find(program, ProcessEnvironment.variables) else {
      throw PictureTrouble.programMissing
    }
    let bytes = try await bytes(of: request)
    let drawing = PictureDecoder.Drawing(
      size: request.size, colors: Self.colors(depth), hasBlockElements: request.hasBlockElements)
    let decoder = PictureDecoder(path: path)
    guard let form = method.form, request.mayHavePixels, depth != .none else {
      return try await inTurn { try await decoder.draw(bytes, as: drawing) }
    }
    let isFar = ProcessEnvironment.variables["SSH_CONNECTION"] != nil
    let pixels = PixelDrawing(form, size: request.size, cell: method.cell, isFar: isFar)
    lastID = lastID % 0xFF_FFFF + 1
    let id = lastID
    return try await inTurn { try await Self.picture(bytes, decoder, drawing, pixels, id: id) }
  }

  /// With pixels, and cells under them for where they cannot be shown; cells alone when the decoder's pixels are not to be believed.
  @concurrent private static func picture(
    _ bytes: [UInt8], _ decoder: PictureDecoder, _ drawing: PictureDecoder.Drawing, _ pixels: PixelDrawing, id: UInt32
  ) async throws -> CellPicture {
    let found: (grid: PixelGrid, shape: PixelSize)
    do { found = try await decoder.pixels(bytes, in: pixels.box) } catch PictureTrouble.notText {
      return try await decoder.draw(bytes, as: drawing)
    }
    let cells = pixels.cells(width: found.shape.width, height: found.shape.height)
    guard let picture = pixels.picture(found.grid, covering: cells, id: id) else {
      return try await decoder.draw(bytes, as: drawing)
    }
    if picture.form == .kittyCells { return CellPicture(placeholdersFor: picture) }
    var drawing = drawing
    (drawing.size, drawing.isStretched) = (cells, true)
    return try await decoder.draw(bytes, as: drawing).under(picture)
  }

  private func bytes(of request: PictureRequest) async throws -> [UInt8] {
    if let running = fetches[request.address] { return try await running.value }
    if let kept = cache.bytes(of: request.address) { return kept }
    let task = Task { [fetch, cache] in
      let bytes = try await fetch.bytes(at: request.address, namedBy: request.namedBy)
      // What is no picture is not kept.
      if ImageHeader(bytes) != nil { cache.keep(bytes, of: request.address) }
      return bytes
    }
    fetches[request.address] = task
    defer { fetches[request.address] = nil }
    return try await task.value
  }

  /// One decoder at a time: a page of pictures must not take all of the computer.
  private func inTurn(_ work: @escaping @Sendable () async throws -> CellPicture) async throws -> CellPicture {
    let before = lastDrawing
    let task = Task {
      await before?.value
      try Task.checkCancellation()
      return try await work()
    }
    lastDrawing = Task { _ = await task.result }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  private static func colors(_ depth: ColorDepth) -> String {
    switch depth {
    case .none: "none"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: "full"
    }
  }
}
