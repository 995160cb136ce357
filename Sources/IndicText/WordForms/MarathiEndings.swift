/// Case endings and postpositions that Marathi writes onto its nouns. Only those that no Hindi word ends in: ने, ला and त are left out.
enum MarathiEndings {
  struct Ending {
    var letters: DevanagariLetters
  }

  /// The longest first.
  static let all: [Ending] = SearchKey.words(
    """
    ांसाठी ांमध्ये ांच्या ांपासून ांपर्यंत ांकडून ांमुळे ांबाबत ांवरून ांकडे ांवर ांना ांनी ांचा ांची ांचे ांचं ांशी ांत ांतील
    साठी मध्ये च्या पासून पर्यंत कडून मुळे बाबत वरून ातील ेतील ीतील
    """
  ).compactMap { DevanagariLetters($0) }.sorted { $0.scalarCount > $1.scalarCount }.map(Ending.init)
}
