import ReaderUI

extension Messages {
  /// Why nothing is heard, and what to do.
  nonisolated func speaker(_ error: Speaker.Failure) -> String {
    switch error {
    case .notInstalled:
      #if os(macOS)
        let command = "brew install espeak-ng"
      #else
        let command = "apt install espeak-ng"
      #endif
      return say("No program that speaks is installed. Install one: \(command)")
    case .programNotFound(let name):
      return say("“\(name)” was not found. Correct speaker: [NAME] in the configuration.")
    case .failed(let program, let status, let reason):
      let reason = reason.isEmpty ? "" : ": " + reason
      return say("“\(program)” could not read aloud (status \(status))\(reason)")
    case .noSound(let program, let reason):
      return say("“\(program)” found no sound device here (\(reason)).")
    }
  }
}
