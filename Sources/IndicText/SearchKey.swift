internal import CICU

/// Folds text for matching only: two spellings of one word get one key. Never shown, never stored as the text itself.
public enum SearchKey {
  /// The key of `text`: words parted by single spaces.
  public static func fold(_ text: String) -> String {
    text.lowercased()
  }
}
