import TestSupport
import Testing

@testable import IndicText

@Suite("Romanisation", .inBackground)
struct RomanisationTests {
  /// "देश desh, …": each word with its reading.
  private static func pairs(_ text: String) -> [(word: String, roman: String)] {
    text.split(whereSeparator: { $0 == "," || $0.isNewline }).compactMap { entry in
      let parts = entry.split(separator: " ")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  private static func check(_ text: String, _ language: String, count: Int) {
    let pairs = pairs(text)
    #expect(pairs.count == count)
    for (word, roman) in pairs { #expect(Romanisation.text(word, language: language) == roman, "\(word)") }
  }

  @Test("the vowel at a word's end is silent, unless it is all there is or a cluster needs it")
  func wordEnds() {
    Self.check(
      """
      राम rām, भारत bhārat, देश desh, खेल khel, समय samay, शहर shahar, यह yah, वह vah, तरह tarah, जगह jagah, न na, कि ki
      धर्म dharm, वर्ष varsh, संघर्ष sangharsh, शब्द shabd, अध्यक्ष adhyaksh, पक्ष paksh, युद्ध yuddh, वित्त vitt, फंड fand
      मित्र mitra, राष्ट्र rāshtra, महाराष्ट्र mahārāshtra, केंद्र kendra, चंद्र chandra, क्षेत्र kshetra, पुत्र putra, मिश्र mishra
      सत्य satya, राज्य rājya, कार्य kārya, सूर्य sūrya, मूल्य mūlya, सामान्य sāmānya, लक्ष्य lakshya, स्वास्थ्य svāsthya
      विश्व vishva, महत्व mahatva, पूर्व pūrv, सर्व sarv, गर्व garv, शुक्ल shukla, कृष्ण krishna, ग्रीष्म grīshma, जन्म janm
      फ़िल्म film, पूर्ण pūrn, प्रिय priya, भारतीय bhārtīya, राष्ट्रीय rāshtrīya, केंद्रीय kendrīya, गाय gāy, विजय vijay
      उम्र umr, मिस्र misr, नस्ल nasl, क़त्ल qatl, पद्म padma, जगत् jagat, अर्थात् arthāt
      """, "hi", count: 61)
  }

  @Test("inside a word the vowel between single consonants is silent, from the end on")
  func inside() {
    Self.check(
      """
      सरकार sarkār, समझना samajhnā, लोकमत lokmat, समझौता samjhautā, जनता jantā, मामला māmlā, योजना yojnā, घोषणा ghoshnā
      चुनाव chunāv, गठबंधन gathbandhan, मतदान matdān, घटना ghatnā, दुर्घटना durghatnā, सूचना sūchnā, राजनीति rājnīti
      अख़बार akhbār, बदलाव badlāv, बरसात barsāt, मेहनत mehnat, अफ़सर afsar, हड़ताल hartāl, पहचान pahchān, निकलने nikalne
      करना karnā, करते karte, उसने usne, जिसने jisne, सबसे sabse, आपके āpke, शहरों shahron, पहले pahle, बिजली bijlī
      नागरिक nāgrik, एकता ektā, आवश्यकता āvashyaktā, स्वतंत्रता svatantratā, सफलता saphaltā, कल्पना kalpanā, प्रार्थना prārthanā
      गुजरात gujrāt, राजस्थान rājasthān, लखनऊ lakhnaū, कानपुर kānpur, गोरखपुर gorakhpur, झारखंड jhārkhand, तमिलनाडु tamilnādu
      अस्पताल aspatāl, किसानों kisānon, उपन्यास upanyās, तापमान tāpmān, जलवायु jalvāyu, जबकि jabki, अधिकतम adhiktam
      ममता mamtā, मनमोहन manmohan, अमरनाथ amarnāth, राजनाथ rājnāth, नरेंद्र narendra, राहुल rāhul, प्रियंका priyankā
      """, "hi", count: 60)
  }

  @Test("Sanskrit words and members of compounds keep what is spoken")
  func spokenInside() {
    Self.check(
      """
      प्रगति pragati, अवधि avadhi, अनुमति anumati, सहमति sahmati, राष्ट्रपति rāshtrapati, राष्ट्रपतियों rāshtrapatiyon, सभापति sabhāpati
      वातावरण vātāvaran, पर्यावरण paryāvaran, उपकरण upkaran, अपहरण apaharan, विवरण vivaran, वितरण vitaran, परिवहन parivahan
      विधानसभा vidhānsabhā, लोकसभा loksabhā, राज्यसभा rājyasabhā, महानगर mahānagar, श्रीनगर shrīnagar, महासचिव mahāsachiv
      राजभवन rājbhavan, ताजमहल tājmahal, चित्रकला chitrakalā, निकला niklā, आश्चर्यजनक āshcharyajanak, शर्मनाक sharmnāk
      आतंकवाद ātankvād, आतंकवादी ātankvādī, राष्ट्रवाद rāshtravād, शुक्रवार shukravār, मंगलवार mangalvār, स्मार्टफ़ोन smārtfon
      असफल asaphal, असमर्थ asamarth, असम asam, असली aslī
      जनवरी janvarī, नियमों niyamon, धूपघड़ी dhūpgharī, जलस्तर jalstar
      """, "hi", count: 40)
  }

  @Test("nasal signs sound like the consonant after them, and as n where none follows")
  func nasals() {
    Self.check(
      """
      संबंध sambandh, सम्बन्ध sambandh, हिंदी hindī, हिन्दी hindī, संसद sansad, अंग ang, अङ्ग ang, पंच panch, घंटा ghantā, मुंबई mumbaī
      संयुक्त sanyukt, संरक्षण sanrakshan, संविधान samvidhān, संवाद samvād, संगठन sangathan, ज़िंदगी zindagī, इंतज़ार intazār
      शंकर shankar, कंपनी kampanī, संसदीय sansadīya, संक्रमण sankraman, अंतरिक्ष antariksh, वंश vansh, सिंह singh
      हाँ hān, हां hān, हूँ hūn, हैं hain, में men, नहीं nahīn, यहाँ yahān, चाँद chānd, चांद chānd, पाँच pānch, गाँव gānv, गांव gānv
      आँकड़े ānkre, पांचवें pānchven, चांदनी chāndnī, हँसना hansnā, पहुंचना pahunchnā, पहुँचते pahunchte, पहुंचकर pahunchkar
      एवं evam, स्वयं svayam, अतः atah, प्रातः prātah, दुःख duhkh, इंफ़ोसिस infosis
      """, "hi", count: 49)
  }

  @Test("letters follow Hunterian use, with a macron on long vowels")
  func letters() {
    Self.check(
      """
      शिक्षा shikshā, ज्ञान gyān, विज्ञान vigyān, विशेषज्ञ visheshagya, कृषि krishi, ऋण rin, पश्चिम pashchim, अच्छा achchhā
      बच्चा bachchā, छात्र chhātra, झूठ jhūth, ठंड thand, बाढ़ bārh, सड़क sarak, लड़की larkī, पढ़ना parhnā, छत्तीसगढ़ chhattīsgarh
      क़लम qalam, ख़बर khabar, ग़लत ghalat, ज़मीन zamīn, फ़ैसला faislā, काॅलेज kolej, कॉलेज kolej, डॉक्टर doktar, ऑनलाइन onlāin
      औरत aurat, ऐतिहासिक aitihāsik, ओलंपिक olampik, ईंधन īndhan, उर्जा urjā, ऊर्जा ūrjā, ॐ om, भैया bhaiyā
      लिए liye, चाहिए chāhiye, आए āye, गए gaye, गये gaye, जाएगा jāyegā, जाएँगे jāyenge, हुए hue, नई naī, कई kaī
      फिल्म film, साफ sāf, सिर्फ sirf, गिरफ्तार giraftār, फोन fon, फिर phir, फूल phūl, फल phal, सफल saphal, विस्फोट visphot
      बीएसएफ bīesef, पीएम pīem, एमएलए emele, एनडीए endīe, आरएसएस āreses, व्हाट्सऐप vhātsaip
      """, "hi", count: 60)
  }

  @Test("Marathi keeps the vowel after a cluster and reads some letters in its own way")
  func marathi() {
    Self.check(
      """
      भारत bhārat, सरकार sarkār, बातमी bātmī, धर्म dharma, शब्द shabda, मित्र mitra, वर्ष varsha, गावात gāvāt, आहे āhe, नाही nāhī
      ज्ञान dnyān, कृषी krushī, शाळा shālā, मुळे mule, बँक bank, मॅच mach, कॅमेरा kamerā, सरकारच्या sarkārchyā, आपल्या āplyā
      बातम्या bātmyā, शेतकरी shetkarī, शेतकऱ्यांना shetkaryānnā, प्रगती pragatī, निवडणूक nivadnūk, समस्या samasyā, असं asa, एवं evam
      मुख्यमंत्री mukhyamantrī, विधानसभा vidhānsabhā, करतात kartāt, महापालिका mahāpālikā, रिपोर्ट riport, येथे yethe
      """, "mr", count: 33)
  }

  @Test("Nepali keeps the vowel after a cluster, Sanskrit every one")
  func others() {
    Self.check(
      "नेपाल nepāl, छ chha, गर्छ garchha, हुन्छ hunchha, गर्न garna, सरकार sarkār, भयो bhayo, गरिएको garieko", "ne", count: 8)
    Self.check("राम rāma, धर्म dharma, ज्ञानम् jnānam, नमः namah, संस्कृतम् sanskritam", "sa", count: 5)
  }

  @Test(
    "in a sentence only Indic words change: Latin, numbers, marks and blanks stay, danda is a full stop, digits are ASCII"
  )
  func sentence() {
    #expect(
      Romanisation.text("WhatsApp ने १,४०० लोगों को 21वीं बार “अलर्ट” भेजा।", language: "hi")
        == "WhatsApp ne 1,400 logon ko 21vīn bār “alart” bhejā.")
    #expect(Romanisation.text("जन-जन तक: डॉ॰ राव॥", language: "hi") == "jan-jan tak: do. rāv.")
    #expect(Romanisation.text("राज\u{200C}नीति क्\u{200D}षेत्र", language: "hi") == "rājnīti kshetra")
    #expect(Romanisation.text("धर्म आणि मित्र आहेत") == "dharma āni mitra āhet", "the language is guessed")
    #expect(Romanisation.text("धर्म", language: "mr-IN") == "dharma")
  }

  @Test("text of other scripts is given back as it is")
  func otherText() {
    for text in ["", "Café – 2019, naïve", "یہ خبر ہے", "Новости", "新聞", "👍🏽", "ā ī ū", "සිංහල"] {
      #expect(Romanisation.text(text) == text)
    }
  }

  @Test("other Indic scripts become Latin letters, one scalar for a column, from many tasks at once")
  func otherIndicScripts() async {
    let texts = [
      "বাংলা সরকার ২০১৯", "ਪੰਜਾਬੀ ਖ਼ਬਰਾਂ", "ગુજરાતી સમાચાર", "ଓଡ଼ିଆ ଖବର", "தமிழ் செய்தி", "తెలుగు మృదు", "ಕನ್ನಡ ಸುದ್ದಿ", "മലയാളം വാർത്ത",
    ]
    await withTaskGroup(of: Void.self) { group in
      for round in 0..<64 {
        group.addTask {
          let roman = Romanisation.text(texts[round % texts.count])
          #expect(
            roman.unicodeScalars.allSatisfy { $0.value < 0x0250 || (0x1E00...0x1EFF).contains($0.value) }, "\(roman)")
          #expect(roman.contains(" "))
        }
      }
    }
    #expect(Romanisation.text("தமிழ்") == "tamiḻ")
    #expect(Romanisation.text("বাংলা ২০১৯").hasSuffix(" 2019"))
  }

  @Test(
    "whatever the letters and marks: plain letters and macrons come of them, a letter never becomes nothing, twice is once"
  )
  func anyWord() {
    var generator = FixedRandom(15_919)
    let letters = Array(0x0904...0x0939) + Array(0x0958...0x0961) + Array(0x0972...0x097F)
    let marks = Array(0x0900...0x0903) + Array(0x093A...0x094F) + Array(0x0951...0x0957) + [0x200C, 0x200D, 0xA8E0]
    let known = Set("abcdefghijklmnopqrstuvwxyzāīū'".unicodeScalars)
    for _ in 0..<20_000 {
      var word = String.UnicodeScalarView()
      for _ in 0...(generator.next() % 7) {
        let pool = generator.next() % 2 == 0 ? letters : marks
        if let scalar = Unicode.Scalar(UInt32(pool[Int(generator.next() % UInt64(pool.count))])) { word.append(scalar) }
      }
      // A joiner before the first letter belongs to nobody and stays.
      let text = String(word.drop { $0.value == 0x200C || $0.value == 0x200D })
      for language in ["hi", "mr", "ne", "sa"] {
        let roman = Romanisation.text(text, language: language)
        let codes = text.unicodeScalars.map { String($0.value, radix: 16) }
        #expect(roman.unicodeScalars.allSatisfy(known.contains), "\(codes): \(roman)")
        if text.unicodeScalars.contains(where: { letters.contains(Int($0.value)) }) {
          #expect(!roman.isEmpty, "\(codes)")
        }
        #expect(Romanisation.text(roman, language: language) == roman)
      }
    }
  }
}
