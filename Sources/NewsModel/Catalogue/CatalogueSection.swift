/// The departments that the catalogue files feeds under, in the order in which a reader is offered them.
public enum CatalogueSection: String, Hashable, Sendable, CaseIterable, Codable {
  /// The publisher's own choice of everything.
  case top
  case india
  /// Of one state; which, ``CatalogueEntry/state`` says.
  case state
  case world, politics, business, sports, cricket, entertainment, technology, science, health, education, lifestyle
  case opinion, religion, auto, farming, features
  case factCheck = "fact-check"

  public var name: LocalisedName {
    switch self {
    case .top: LocalisedName("मुख्य ख़बरें", "मुख्य बातम्या", "Top stories")
    case .india: LocalisedName("देश", "देश", "India")
    case .state: LocalisedName("राज्य", "राज्य", "State")
    case .world: LocalisedName("विदेश", "विदेश", "World")
    case .politics: LocalisedName("राजनीति", "राजकारण", "Politics")
    case .business: LocalisedName("कारोबार", "व्यवसाय", "Business")
    case .sports: LocalisedName("खेल", "क्रीडा", "Sports")
    case .cricket: LocalisedName("क्रिकेट", "क्रिकेट", "Cricket")
    case .entertainment: LocalisedName("मनोरंजन", "मनोरंजन", "Entertainment")
    case .technology: LocalisedName("तकनीक", "तंत्रज्ञान", "Technology")
    case .science: LocalisedName("विज्ञान", "विज्ञान", "Science")
    case .health: LocalisedName("सेहत", "आरोग्य", "Health")
    case .education: LocalisedName("शिक्षा", "शिक्षण", "Education")
    case .lifestyle: LocalisedName("जीवनशैली", "जीवनशैली", "Lifestyle")
    case .opinion: LocalisedName("विचार", "विचार", "Opinion")
    case .religion: LocalisedName("धर्म", "धर्म", "Religion")
    case .auto: LocalisedName("ऑटो", "ऑटो", "Motoring")
    case .farming: LocalisedName("खेती", "शेती", "Farming")
    case .features: LocalisedName("फ़ीचर", "विशेष", "Features")
    case .factCheck: LocalisedName("तथ्य-जाँच", "तथ्य पडताळणी", "Fact checks")
    }
  }

  /// Whether it is news of everything, so that one feed of it does for a reader who chose nothing.
  public var isGeneral: Bool { self == .top || self == .india }
}
