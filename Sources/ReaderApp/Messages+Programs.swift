/// What goes wrong with programs that khabar runs.
extension Messages {
  nonisolated func child(_ error: ChildProgram.Failure) -> String {
    switch error {
    case .notFound(let name) where name == DesktopNotification.program:
      say(
        "notify-send नहीं मिला, सूचना नहीं दिखी। Debian में: apt-get install libnotify-bin",
        "notify-send सापडले नाही, सूचना दिसली नाही. Debian वर: apt-get install libnotify-bin",
        "notify-send was not found, so no notification was shown. On Debian: apt-get install libnotify-bin")
    case .notFound(let name):
      say(
        "“\(name)” नाम का कार्यक्रम नहीं मिला।", "“\(name)” नावाचा कार्यक्रम सापडला नाही.", "There is no program “\(name)”.")
    case .notStarted(let name, let reason):
      say("“\(name)” चल नहीं सका: \(reason)", "“\(name)” चालू झाले नाही: \(reason)", "“\(name)” could not be started: \(reason)")
    case .failed(let name, let status, let line):
      say("“\(name)” स्थिति \(status) पर रुका", "“\(name)” स्थिती \(status) वर थांबले", "“\(name)” ended with status \(status)")
        + (line.isEmpty ? "" : ": " + line)
    case .timedOut(let name, let seconds):
      say(
        "“\(name)” \(seconds) सेकंड में पूरा नहीं हुआ और रोका गया।", "“\(name)” \(seconds) सेकंदांत पूर्ण झाले नाही आणि थांबवले.",
        "“\(name)” did not end within \(seconds) seconds and was stopped.")
    }
  }
}
