internal import IndicText

/// Words that tell a name: what stands before people, what organisations end with, and places that everybody writes about.
enum NameWords {
  /// Before the name of a person.
  static let titles = table(
    words: """
      प्रधानमंत्री मुख्यमंत्री उपमुख्यमंत्री मंत्री गृहमंत्री वित्तमंत्री रक्षामंत्री राष्ट्रपति उपराष्ट्रपति राज्यपाल सांसद विधायक महापौर मेयर पार्षद अध्यक्ष \
      प्रदेशाध्यक्ष महासचिव सचिव प्रवक्ता नेता डॉ डॉक्टर प्रोफेसर प्रो श्री श्रीमती सुश्री पंडित पं स्वामी संत इमाम न्यायमूर्ति जस्टिस अधिवक्ता एडवोकेट \
      कलेक्टर आयुक्त कमिश्नर एसपी आईजी डीजीपी इंस्पेक्टर निरीक्षक कप्तान बल्लेबाज गेंदबाज ऑलराउंडर कोच अभिनेता अभिनेत्री निर्देशक गायक गायिका लेखक \
      लेखिका कवि वैज्ञानिक उद्योगपति संस्थापक निदेशक चेयरमैन सीईओ कर्नल मेजर जनरल कैप्टन शहीद पद्मश्री पंतप्रधान आमदार खासदार नगरसेवक president \
      minister senator governor mayor captain actor actress director dr mr mrs ms prof justice
      """)

  /// The last word of an organisation's name.
  static let organisations = table(
    words: """
      मंत्रालय आयोग कोर्ट न्यायालय अदालत पार्टी दल बैंक विश्वविद्यालय यूनिवर्सिटी कॉलेज महाविद्यालय परिषद निगम समिति संघ महासंघ संगठन मोर्चा सेना ब्यूरो \
      प्राधिकरण बोर्ड संस्थान लिमिटेड फाउंडेशन एयरलाइंस ministry commission court party bank university council corporation board federation limited
      """)

  /// States, countries and large cities, names of several words included. Towns that are other words as well (गया, धार, सागर) are left to
  /// publishers' tags.
  static let places = PhraseTable(
    table(
      names: """
        भारत, पाकिस्तान, बांग्लादेश, नेपाल, भूटान, श्रीलंका, म्यांमार, अफगानिस्तान, चीन, जापान, रूस, यूक्रेन, अमेरिका, ब्रिटेन, इंग्लैंड, फ्रांस, जर्मनी, इटली, स्पेन, \
        कनाडा, ऑस्ट्रेलिया, न्यूजीलैंड, दक्षिण अफ्रीका, इजराइल, ईरान, इराक, सीरिया, तुर्की, सऊदी अरब, इंडोनेशिया, उत्तर कोरिया, दक्षिण कोरिया, मलेशिया, सिंगापुर, \
        आंध्र प्रदेश, अरुणाचल प्रदेश, असम, बिहार, छत्तीसगढ़, गोवा, गुजरात, हरियाणा, हिमाचल प्रदेश, झारखंड, कर्नाटक, केरल, मध्य प्रदेश, महाराष्ट्र, मणिपुर, \
        मेघालय, मिजोरम, नागालैंड, ओडिशा, पंजाब, राजस्थान, सिक्किम, तमिलनाडु, तेलंगाना, त्रिपुरा, उत्तर प्रदेश, उत्तराखंड, पश्चिम बंगाल, जम्मू कश्मीर, \
        लद्दाख, दिल्ली, नई दिल्ली, पुडुचेरी, चंडीगढ़, मुंबई, कोलकाता, चेन्नई, बेंगलुरु, हैदराबाद, अहमदाबाद, पुणे, सूरत, जयपुर, लखनऊ, कानपुर, नागपुर, इंदौर, \
        भोपाल, पटना, वडोदरा, गाजियाबाद, लुधियाना, आगरा, नासिक, फरीदाबाद, मेरठ, राजकोट, वाराणसी, श्रीनगर, औरंगाबाद, धनबाद, अमृतसर, प्रयागराज, \
        इलाहाबाद, रांची, ग्वालियर, जबलपुर, विजयवाड़ा, जोधपुर, मदुरै, रायपुर, गुवाहाटी, सोलापुर, गोरखपुर, अलीगढ़, मुरादाबाद, जालंधर, भुवनेश्वर, \
        देहरादून, शिमला, जम्मू, उज्जैन, देवास, खंडवा, रतलाम, रीवा, सतना, बिलासपुर, मथुरा, अयोध्या, झांसी, बरेली, सहारनपुर, नोएडा, गुरुग्राम, \
        गुड़गांव, अजमेर, उदयपुर, बीकानेर, अलवर, भागलपुर, मुजफ्फरपुर, दरभंगा, जमशेदपुर, बोकारो, इस्लामाबाद, लाहौर, कराची, काठमांडू, ढाका, कोलंबो, \
        बीजिंग, वॉशिंगटन, न्यूयॉर्क, लंदन, पेरिस, मॉस्को, टोक्यो, दुबई, India, Delhi, New Delhi, Mumbai, Pakistan, China, Russia, Ukraine, United States, \
        London, Bihar, Maharashtra, Gujarat, Uttar Pradesh, Madhya Pradesh, Rajasthan, Kerala, Punjab
        """))

  private static func table(words: String) -> WordTable {
    table(SearchKey.words(words))
  }

  private static func table(names: String) -> WordTable {
    table(names.split(separator: ",").map { SearchKey.fold(String($0)) })
  }

  private static func table(_ keys: [String]) -> WordTable {
    var table = WordTable(minimumCapacity: keys.count)
    for var key in keys { _ = key.withUTF8 { table.add($0) } }
    return table
  }
}
