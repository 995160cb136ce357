/// A state or union territory of India.
public struct CatalogueState: Hashable, Sendable {
  /// ISO 3166-2:IN, as changed in November 2023: `IN-UP`.
  public let code: String
  public let name: LocalisedName

  private init(_ code: String, _ hindi: String, _ marathi: String, _ english: String) {
    self.code = "IN-" + code
    name = LocalisedName(hindi, marathi, english)
  }

  /// The state with this code, with or without `IN-`, in any case, also by a code of before 2023 (CT, OR, TG, UT); nil when there is none.
  public init?(code: String) {
    let upper = code.uppercased()
    let short = upper.hasPrefix("IN-") ? String(upper.dropFirst(3)) : upper
    let current = ["CT": "CG", "OR": "OD", "TG": "TS", "UT": "UK"][short] ?? short
    guard let known = Self.all.first(where: { $0.code.dropFirst(3) == current }) else { return nil }
    self = known
  }

  /// States, then union territories, in the order of their English names.
  public static let all: [CatalogueState] = [
    CatalogueState("AP", "आंध्र प्रदेश", "आंध्र प्रदेश", "Andhra Pradesh"),
    CatalogueState("AR", "अरुणाचल प्रदेश", "अरुणाचल प्रदेश", "Arunachal Pradesh"),
    CatalogueState("AS", "असम", "आसाम", "Assam"),
    CatalogueState("BR", "बिहार", "बिहार", "Bihar"),
    CatalogueState("CG", "छत्तीसगढ़", "छत्तीसगड", "Chhattisgarh"),
    CatalogueState("GA", "गोवा", "गोवा", "Goa"),
    CatalogueState("GJ", "गुजरात", "गुजरात", "Gujarat"),
    CatalogueState("HR", "हरियाणा", "हरियाणा", "Haryana"),
    CatalogueState("HP", "हिमाचल प्रदेश", "हिमाचल प्रदेश", "Himachal Pradesh"),
    CatalogueState("JH", "झारखंड", "झारखंड", "Jharkhand"),
    CatalogueState("KA", "कर्नाटक", "कर्नाटक", "Karnataka"),
    CatalogueState("KL", "केरल", "केरळ", "Kerala"),
    CatalogueState("MP", "मध्य प्रदेश", "मध्य प्रदेश", "Madhya Pradesh"),
    CatalogueState("MH", "महाराष्ट्र", "महाराष्ट्र", "Maharashtra"),
    CatalogueState("MN", "मणिपुर", "मणिपूर", "Manipur"),
    CatalogueState("ML", "मेघालय", "मेघालय", "Meghalaya"),
    CatalogueState("MZ", "मिज़ोरम", "मिझोराम", "Mizoram"),
    CatalogueState("NL", "नागालैंड", "नागालँड", "Nagaland"),
    CatalogueState("OD", "ओडिशा", "ओडिशा", "Odisha"),
    CatalogueState("PB", "पंजाब", "पंजाब", "Punjab"),
    CatalogueState("RJ", "राजस्थान", "राजस्थान", "Rajasthan"),
    CatalogueState("SK", "सिक्किम", "सिक्कीम", "Sikkim"),
    CatalogueState("TN", "तमिलनाडु", "तामिळनाडू", "Tamil Nadu"),
    CatalogueState("TS", "तेलंगाना", "तेलंगणा", "Telangana"),
    CatalogueState("TR", "त्रिपुरा", "त्रिपुरा", "Tripura"),
    CatalogueState("UP", "उत्तर प्रदेश", "उत्तर प्रदेश", "Uttar Pradesh"),
    CatalogueState("UK", "उत्तराखंड", "उत्तराखंड", "Uttarakhand"),
    CatalogueState("WB", "पश्चिम बंगाल", "पश्चिम बंगाल", "West Bengal"),
    CatalogueState("AN", "अंडमान और निकोबार", "अंदमान आणि निकोबार", "Andaman and Nicobar Islands"),
    CatalogueState("CH", "चंडीगढ़", "चंदीगड", "Chandigarh"),
    CatalogueState(
      "DH", "दादरा और नगर हवेली तथा दमन और दीव", "दादरा आणि नगर हवेली व दमण आणि दीव",
      "Dadra and Nagar Haveli and Daman and Diu"),
    CatalogueState("DL", "दिल्ली", "दिल्ली", "Delhi"),
    CatalogueState("JK", "जम्मू-कश्मीर", "जम्मू-काश्मीर", "Jammu and Kashmir"),
    CatalogueState("LA", "लद्दाख़", "लडाख", "Ladakh"),
    CatalogueState("LD", "लक्षद्वीप", "लक्षद्वीप", "Lakshadweep"),
    CatalogueState("PY", "पुडुचेरी", "पुदुच्चेरी", "Puducherry"),
  ]
}
