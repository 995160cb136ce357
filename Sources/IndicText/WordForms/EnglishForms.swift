internal import CStemmer

/// English words, by Porter's second stemmer (libstemmer).
enum EnglishForms {
  /// `word` when it is no word of the letters a to z, or too short to have an ending.
  static func stem(of word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    guard word.utf8.count <= 64, let stemmer = sb_stemmer_new("english", nil) else { return word }
    // A stemmer serves one caller at a time; a new one costs less than a lock would.
    defer { sb_stemmer_delete(stemmer) }
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      return String(
        decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))), as: UTF8.self)
    }
  }
}
