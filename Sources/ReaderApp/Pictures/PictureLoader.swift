import Fetching
import Foundation
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

  init(client: HTTPClient, cache: PictureCache, program: String = PictureDecoder.program) {
    fetch = PictureFetch(client: client)
    self.cache = cache
    self.program = program
  }

  /// - Throws: ``PictureTrouble``, `PictureFetch.Failure`, `CancellationError`.
  func picture(_ request: PictureRequest, depth: ColorDepth) async throws -> CellPicture {
    // What could not be drawn is not fetched.
    guard let path = ChildProgram.find(program, ProcessInfo.processInfo.environment) else {
      throw PictureTrouble.programMissing
    }
    let bytes = try await bytes(of: request)
    let drawing = PictureDecoder.Drawing(
      size: request.size, colors: Self.colors(depth), hasBlockElements: request.hasBlockElements)
    return try await inTurn { try await PictureDecoder(path: path).draw(bytes, as: drawing) }
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
