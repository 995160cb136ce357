/// The names of the Gregorian months in Hindi, Marathi and English, abbreviations too.
public enum MonthNames {
  /// 1 to 12; nil when `key` names no month.
  ///
  /// - Parameter key: one word as ``SearchKey`` folds it.
  public static func number(ofKey key: String) -> Int? { numbers[key] }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for word in SearchKey.words(spellings) { numbers[word] = index + 1 }
    }
    return numbers
  }()

  private static let names = [
    "january jan जनवरी जनवारी जन जानेवारी जानेवरी जाने जॅनुअरी", "february feb फरवरी फरवारी फर फेब्रुवारी फेब्रुअरी फेब्रु फेब फ़रवरी",
    "march mar मार्च", "april apr अप्रैल अप्रेल अप्रिल एप्रिल एप्रील अप्रै", "may मई मे", "june jun जून",
    "july jul जुलाई जुलाइ जुलै जुल", "august aug अगस्त अगस्‍त अग ऑगस्ट ऑग",
    "september sep sept सितंबर सितम्बर सितंम्बर सित सप्टेंबर सप्टेम्बर सप्टें सप्टें सितं",
    "october oct अक्टूबर अक्तूबर अक्टुबर अक्टोबर ऑक्टोबर ऑक्टो ऑक्ट अक्टू अक्तू", "november nov नवंबर नवम्बर नवं नव नोव्हेंबर नोव्हेम्बर नोव्हें नोव्ह नोव",
    "december dec दिसंबर दिसम्बर दिसं दिस डिसेंबर डिसेम्बर डिसें",
  ]
}
