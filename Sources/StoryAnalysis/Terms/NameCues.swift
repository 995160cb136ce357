internal import IndicText

/// Words beside which names stand, and figures: what a word says about its neighbours.
enum NameCues {
  enum Mark {
    case none
    case figure
    /// Stands mostly after a place or another name: postpositions, and what a place is called by its kind.
    case afterPlace
    /// Stands after one who did or said something.
    case afterPerson
    /// Titles and offices stand before a name; so do English prepositions of place.
    case beforeName
  }

  static func mark(of roles: WordRoles) -> Mark {
    if roles.contains(.figure) { return .figure }
    if roles.contains(.afterPerson) { return .afterPerson }
    if roles.contains(.afterPlace) { return .afterPlace }
    return roles.contains(.beforeName) ? .beforeName : .none
  }

  static let places = SearchKey.words(
    """
    में से के जिले जिला ज़िला शहर प्रांत राज्य राजधानी स्थित निवासी थाना क्षेत्र
    येथे येथील जिल्ह्यात जिल्ह्यातील शहरात गावात तालुक्यात राज्यात
    """)
  static let persons = SearchKey.words("ने यांनी यांच्या यांना said says")
  static let titles = SearchKey.words(
    """
    श्री श्रीमती डॉ डॉक्टर प्रोफेसर मंत्री मुख्यमंत्री प्रधानमंत्री राष्ट्रपति राज्यपाल विधायक सांसद अध्यक्ष महासचिव प्रवक्ता नेता न्यायमूर्ति जस्टिस कप्तान
    अभिनेता अभिनेत्री सचिव कलेक्टर आयुक्त मेयर महापौर महंत स्वामी शहीद पत्रकार निर्देशक in at near from mr mrs ms dr minister president
    """)
}
