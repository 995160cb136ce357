import Ingestion
import ReaderUI

/// Why a picture is not shown.
nonisolated extension Messages {
  func picture(_ error: PictureTrouble) -> String {
    switch error {
    case .programMissing:
      say("chafa, which draws pictures, was not found. On Debian: apt-get install chafa")
    case .unknownKind:
      say("Pictures of this kind are not shown here (PNG, JPEG, GIF and WebP are). O opens it in the browser.")
    case .tooManyPixels(let width, let height):
      say("The picture is too large: \(width) × \(height) pixels.")
    case .notStarted(let reason):
      say("chafa could not be started: \(reason)")
    case .notDrawn(let status):
      say("chafa could not read this picture (status \(status)).")
    case .timedOut:
      say("Drawing the picture took too long and was stopped.")
    case .notText:
      say("What chafa answered was no picture, and is not shown.")
    }
  }

  func picture(_ error: PictureFetch.Failure) -> String {
    switch error {
    case .notFetched(let trouble): Phrases(language).sentence(for: trouble)
    case .tooLarge(let limit):
      say("The picture is too large: more than \(limit >> 20) MiB.")
    case .notAPicture(let type):
      say("There is no picture at this address but \(type).")
    }
  }

  /// What is missing to see pictures.
  var pictureProgramMissing: String {
    say("Pictures need chafa. On Debian: apt-get install chafa")
  }
}
