/// A language that the catalogue has publishers in.
public struct CatalogueLanguage: Hashable, Sendable {
  /// BCP 47.
  public let code: String

  public init(code: String) {
    self.code = code
  }

  /// In its own script; the code itself for a language that has no name here.
  public var ownName: String { Self.names[code]?.own ?? code }

  /// The code itself for a language that has no name here.
  public var name: LocalisedName { Self.names[code]?.name ?? LocalisedName(code, code, code) }

  /// Whether ``ownName`` is a name and not the code.
  public var isNamed: Bool { Self.names[code] != nil }

  /// The languages that have names here, by code.
  static var named: [CatalogueLanguage] { names.keys.sorted().map(CatalogueLanguage.init) }

  private static let names: [String: (own: String, name: LocalisedName)] = [
    "hi": ("हिन्दी", LocalisedName("हिन्दी", "हिंदी", "Hindi")),
    "mr": ("मराठी", LocalisedName("मराठी", "मराठी", "Marathi")),
    "gu": ("ગુજરાતી", LocalisedName("गुजराती", "गुजराती", "Gujarati")),
    "bn": ("বাংলা", LocalisedName("बांग्ला", "बंगाली", "Bengali")),
    "pa": ("ਪੰਜਾਬੀ", LocalisedName("पंजाबी", "पंजाबी", "Punjabi")),
    "ta": ("தமிழ்", LocalisedName("तमिल", "तमिळ", "Tamil")),
    "te": ("తెలుగు", LocalisedName("तेलुगु", "तेलुगू", "Telugu")),
    "kn": ("ಕನ್ನಡ", LocalisedName("कन्नड़", "कन्नड", "Kannada")),
    "ml": ("മലയാളം", LocalisedName("मलयालम", "मल्याळम", "Malayalam")),
    "or": ("ଓଡ଼ିଆ", LocalisedName("ओड़िया", "ओडिया", "Odia")),
    "as": ("অসমীয়া", LocalisedName("असमिया", "आसामी", "Assamese")),
    "ur": ("اردو", LocalisedName("उर्दू", "उर्दू", "Urdu")),
    "ne": ("नेपाली", LocalisedName("नेपाली", "नेपाळी", "Nepali")),
    "si": ("සිංහල", LocalisedName("सिंहली", "सिंहली", "Sinhala")),
    "en": ("English", LocalisedName("अंग्रेज़ी", "इंग्रजी", "English")),
  ]
}
