/// Texts of our own for layout: ordinary, mixed, and hostile.
enum SampleTexts {
  static let hindi =
    "राष्ट्रीय राजधानी में शुक्रवार को तेज़ बारिश हुई। मुख्यमंत्री ने कहा, “स्त्री शिक्षा पर ५०० करोड़ रुपये ख़र्च होंगे” और श्रमिकों को 12.5 प्रतिशत बोनस मिलेगा!"
  static let spacedPunctuation =
    "मौसम विभाग ने कहा , “ अगले दो दिन बारिश होगी । ” किसान ख़ुश हैं ! तापमान 25 % गिरा ( अनुमान ) ; आगे क्या होगा ? समाप्त ॥"
  static let marathi =
    "मुंबईत शुक्रवारी मुसळधार पाऊस झाला; लोकल गाड्या २० मिनिटे उशिरा धावत होत्या. ‘सर्वांनी काळजी घ्यावी’, असे आवाहन महापालिकेने केले आहे."
  static let english =
    "The committee (formed in May) said: \"We will publish all 24 reports by 5 pm\" — and it did, mostly."
  static let mixed =
    "WhatsApp पर आया संदेश: https://example.org/khabar/desh?id=42&lang=hi#mukhya और ई-मेल pata@example.org, ₹1,25,000 तक।"
  static let emoji = "बधाई 👍🏽👍 हो 👨‍👩‍👧 परिवार 🇮🇳🇮🇳 ❤️ और 1️⃣ नंबर 漢字かな交じり 한국어"
  /// A skin tone, and a half-width voiced mark, belong to whatever stands before them (UAX #29, GB9).
  static let skinTones = "खेत🏽 a🏽b देखें https://example.org/🏽खेत/ग🏽 और ।🏽 फिर “🏽” (🏽) ｶﾞ aﾞ https://example.org/ﾞ/ﾟक “ﾞ” और ﾞ"
  static let urdu = "وزیر اعظم نے کہا کہ بارش سے فصل کو فائدہ ہوگا، کیا آپ جانتے ہیں؟ می‌خواهم"
  static let conjuncts = "क्ष्म्य स्त्र्यि र्क्ष्य श्र्ज्ञ द्ध्र्य ङ्क्ष क्‍ष क्‌ष ऱ्या क़्क़ॅ कार्त्स्न्य"
  static let tamil = "தமிழ்நாட்டில் கனமழை, க்ஷேத்ரம் স্ত্রী ক্ষমতা క్షేత్రం ಕ್ಷಮೆ ക്ഷേത്രം ਪੰਜਾਬੀ ક્ષેત્ર"
  static let stackedMarks =
    "क" + String(repeating: "ं", count: 200) + "ख़" + String(repeating: "\u{0301}", count: 90) + " z̷̢̛̛a̴͜l̵g̶ò̸ text"
  static let joinerChain =
    String(repeating: "क्\u{200D}", count: 40) + "ष " + String(repeating: "👩\u{200D}", count: 30) + "👧"
  static let longConjunct = "आ " + String(repeating: "क्", count: 150) + "ष और"
  static let longWord = String(repeating: "राष्ट्रीयस्त्री", count: 30) + "।”"
  static let punctuation = "“ हाँ ” , ( नहीं ) ! ? । ॥ … ' ' \" \" « » - – — · [ ] { } % ₹ ) ( \" शब्द \" ' शब्द '"
  static let blanks = "   दो   शब्द      और     बहुत      जगह     "
  static let hostile =
    "शीर्षक\u{1B}[31m लाल\u{1B}[0m \u{1B}]0;नाम\u{7} \u{202E}उलटा\u{202C}\r\nनई\tपंक्ति\u{2028}यहाँ \u{9B}2J ा लटका\u{FFFE}\u{E000}"

  static let ordinary = [hindi, spacedPunctuation, marathi, english, mixed, urdu, tamil]
  static let all =
    ordinary + [
      skinTones,
      emoji, conjuncts, stackedMarks, joinerChain, longConjunct, longWord, punctuation, blanks, hostile, "", " ", "ा",
      "।",
    ]
}
