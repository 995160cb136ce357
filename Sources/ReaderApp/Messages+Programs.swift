import ReaderUI

/// What goes wrong with programs that khabar runs.
extension Messages {
  nonisolated func child(_ error: ChildProgram.Failure) -> String {
    switch error {
    case .notFound(let name) where name == DesktopNotification.program:
      say("notify-send was not found, so no notification was shown. On Debian: apt-get install libnotify-bin")
    case .notFound(let name):
      say("There is no program “\(name)”.")
    case .notStarted(let name, let reason):
      say("“\(name)” could not be started: \(reason)")
    case .failed(let name, let status, let line):
      say("“\(name)” ended with status \(status)")
        + (line.isEmpty ? "" : ": " + line)
    case .timedOut(let name, let seconds):
      say("“\(name)” did not end within \(seconds) seconds and was stopped.")
    }
  }
}
