import IndicText
import NewsModel

/// A word of a story as a question for all stories.
enum WordQuery {
  /// The query that finds `word` in any spelling and form; in quotation marks where the word alone means something else in a query.
  static func text(for word: String, today: Timestamp) -> String {
    if let query = try? StoryQuery(parsing: word, today: today), case .term(let term) = query, !term.isPhrase,
      term.text == word
    {
      return word
    }
    return "\"" + word.replacing("\"", with: "") + "\""
  }

  /// Whether it is a word of the grammar, which stands in every story: particles, pronouns, forms of to be.
  static func isGrammar(_ word: String) -> Bool { keys.contains(SearchKey.fold(word)) }

  /// Those of Hindi, Marathi and English with which sentences begin, and those that stand near the beginning.
  private static let keys = Set(
    SearchKey.words(
      """
      का की के को से में पर ने तक और या एवं तथा कि जो जिस जिसे जिसने जिसका जिसकी जिसके जिन यह ये यही वह वे वही इस इसे इसने इसका इसकी इसके \
      इसमें इससे इसी उस उसे उसने उसका उसकी उसके उसमें उससे उसी इन इन्हें इनका इनकी इनके उन उन्हें उन्होंने उनका उनकी उनके मैं मैंने मुझे मेरा मेरी मेरे हम \
      हमने हमें हमारा हमारी हमारे तुम तू आप आपने आपको आपका आपकी आपके अपना अपनी अपने कोई किसी कुछ कौन क्या क्यों कैसे कब कहाँ हर सब सभी \
      है हैं था थी थे हो ही भी तो न ना नहीं मत अब तब जब फिर लेकिन मगर किंतु परंतु अगर यदि हालाँकि जबकि क्योंकि इसलिए ताकि बल्कि \
      आणि व हा हे तो ती ते त्या या मी आम्ही आपण तर पण म्हणून आहे आहेत नाही \
      the a an and or but of to in on at by for with from as is are was were be been he she it its they them his her we our you your i this that \
      these those there not
      """))
}
