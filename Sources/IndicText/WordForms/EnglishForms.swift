internal import CStemmer

/// English words, by Porter's second stemmer (libstemmer).
enum EnglishForms {
  /// `word` when it is no word of the letters a to z, or too short to have an ending.
  static func stem(of word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    guard word.utf8.count <= 64 else { return word }
    var word = word
    return word.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        String(unsafeUninitializedCapacity: 64) { stem in
          let count = stem.withMemoryRebound(to: CChar.self) {
            Int(khabar_english_stem(letters.baseAddress, Int32(letters.count), $0.baseAddress, Int32($0.count)))
          }
          if count >= 0, count <= stem.count { return count }
          // Without memory, or longer than the word: it stands for itself.
          _ = stem.initialize(fromContentsOf: bytes)
          return bytes.count
        }
      }
    }
  }
}
