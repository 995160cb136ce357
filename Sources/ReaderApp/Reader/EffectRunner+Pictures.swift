import ReaderUI
import Screen

extension EffectRunner {
  /// Answers in any case, unless a newer request for the same picture came.
  func loadPicture(_ request: PictureRequest) {
    let depth = colorDepth()
    let method = pictureMethod(configuration.pictureFormat ?? .auto)
    start(.picture(request.address)) { [pictures, messages] in
      do {
        return .pictureLoaded(request, .drawn(try await pictures.picture(request, depth: depth, method: method)))
      } catch let error where !(error is CancellationError) {
        return .pictureLoaded(request, .failed(messages.sentence(for: error)))
      }
    }
  }
}
