/// Why a picture is not shown, beside that it was not fetched.
nonisolated enum PictureTrouble: Error, Hashable {
  /// The program that draws is not installed.
  case programMissing
  /// None of the kinds that are taken.
  case unknownKind
  /// More pixels than are taken; what the picture says of itself.
  case tooManyPixels(width: Int, height: Int)
  /// The decoder could not be started.
  case notStarted(reason: String)
  /// The decoder ended without a picture; 128 and more are signals.
  case notDrawn(status: Int)
  case timedOut
  /// The decoder said something that is no picture.
  case notText
}
