internal import IndicText

/// Words in dates, as search keys: spellings that differ only by nukta, nasal or sign are one.
enum DateWords {
  enum DayPart {
    case morning, afternoon, night
    /// "बजे": a clock time, nothing about the half of the day.
    case clock
  }

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
}
