internal import IndicText

/// Words in dates, as search keys: spellings that differ only by nukta, nasal or sign are one.
enum DateWords {
  enum DayPart {
    case morning, afternoon, night
    /// "बजे": a clock time, nothing about the half of the day.
    case clock
  }

  static let months: [String: Int] = table([
    "january jan जनवरी जनवारी जन जानेवारी जानेवरी जाने जॅनुअरी", "february feb फरवरी फरवारी फर फेब्रुवारी फेब्रुअरी फेब्रु फेब फ़रवरी",
    "march mar मार्च", "april apr अप्रैल अप्रेल अप्रिल एप्रिल एप्रील अप्रै", "may मई मे", "june jun जून",
    "july jul जुलाई जुलाइ जुलै जुल", "august aug अगस्त अगस्‍त अग ऑगस्ट ऑग", "september sep sept सितंबर सितम्बर सितंम्बर सित सप्टेंबर सप्टेम्बर सप्टें सप्टें सितं",
    "october oct अक्टूबर अक्तूबर अक्टुबर अक्टोबर ऑक्टोबर ऑक्टो ऑक्ट अक्टू अक्तू", "november nov नवंबर नवम्बर नवं नव नोव्हेंबर नोव्हेम्बर नोव्हें नोव्ह नोव",
    "december dec दिसंबर दिसम्बर दिसं दिस डिसेंबर डिसेम्बर डिसें",
  ])

  static let dayParts: [String: DayPart] = {
    var parts: [String: DayPart] = [:]
    for word in SearchKey.words("am पूर्वाह्न सुबह सकाळी प्रातः तड़के पहाटे एएम") { parts[word] = .morning }
    for word in SearchKey.words("pm अपराह्न दोपहर शाम दुपारी सायंकाळी सायं संध्याकाळी पीएम") { parts[word] = .afternoon }
    for word in SearchKey.words("रात रात्री") { parts[word] = .night }
    // "a.m." folds to two words that are one here.
    parts["a m"] = .morning
    parts["p m"] = .afternoon
    return parts
  }()

  static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// Words that may stand in a date without meaning anything to it: days of the week and little words.
  static let fillers: Set<String> = Set(
    SearchKey.words(
      """
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun t on at the st nd rd th hrs
      सोमवार मंगलवार बुधवार गुरुवार बृहस्पतिवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि मंगळवार मंगळ गुरूवार वीरवार इतवार बृहस्पति
      को रोजी बजे वाजता दिनांक तारीख समय समयानुसार
      """))

  private static func table(_ names: [String]) -> [String: Int] {
    var months: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for word in SearchKey.words(spellings) { months[word] = index + 1 }
    }
    return months
  }
}
