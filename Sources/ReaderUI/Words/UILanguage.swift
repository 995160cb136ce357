/// The language of the reader's own labels and sentences; stories keep theirs.
public enum UILanguage: String, Hashable, Sendable, CaseIterable {
  case hindi = "hi"
  case marathi = "mr"
  case english = "en"
}
