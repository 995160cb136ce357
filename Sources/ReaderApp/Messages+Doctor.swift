/// What `khabar doctor` says.
extension Messages {
  func localeIsNotUTF8(_ name: String?) -> String {
    let name = name ?? "–"
    return say(
      "लोकेल UTF-8 का नहीं है (\(name)), इसलिए टर्मिनल हिंदी अक्षर बिगाड़ सकता है। जैसे: export LC_ALL=C.UTF-8",
      "लोकेल UTF-8 चे नाही (\(name)), त्यामुळे टर्मिनल मराठी अक्षरे बिघडवू शकतो. उदा.: export LC_ALL=C.UTF-8",
      "The locale is not UTF-8 (\(name)), so the terminal may garble Devanagari. For example: export LC_ALL=C.UTF-8")
  }

  var symbolsAreWide: String {
    say(
      "टर्मिनल रेखाओं और चिह्नों को दो स्तंभ देता है; उसकी सेटिंग में “ambiguous width” को narrow करें।",
      "टर्मिनल रेषा आणि चिन्हांना दोन स्तंभ देतो; त्याच्या सेटिंगमध्ये “ambiguous width” narrow करा.",
      "The terminal gives lines and symbols two columns; set its “ambiguous width” to narrow.")
  }

  func forcedModelIsWrong(_ forced: String, _ measured: String?) -> String {
    let measured = measured ?? "–"
    return say(
      "“\(forced)” तय किया गया है, पर यह टर्मिनल “\(measured)” के अनुसार चलता है। --width-model auto रखें।",
      "“\(forced)” ठरवले आहे, पण हा टर्मिनल “\(measured)” प्रमाणे चालतो. --width-model auto ठेवा.",
      "The width model “\(forced)” was asked for, but this terminal follows “\(measured)”. Use --width-model auto.")
  }

  var noTerminalToMeasure: String {
    say(
      "यहाँ कोई टर्मिनल नहीं है, इसलिए कुछ नापा नहीं गया।", "इथे टर्मिनल नाही, त्यामुळे काही मोजले नाही.",
      "There is no terminal here, so nothing was measured.")
  }

  var terminalDoesNotAnswer: String {
    say(
      "टर्मिनल नहीं बताता कि कर्सर कहाँ है, इसलिए नमूना अनुमान से लिया जाता है। गड़बड़ दिखे तो --width-model से बदलें।",
      "कर्सर कुठे आहे हे टर्मिनल सांगत नाही, त्यामुळे नमुना अंदाजाने घेतला जातो. चुकीचे दिसल्यास --width-model ने बदला.",
      "The terminal does not tell where its cursor is, so the width model is a guess. If texts look cut, change it with --width-model."
    )
  }

  func wordsNotMeasured(_ count: Int) -> String {
    say(
      "\(count) शब्द नहीं नापे गए: वे इस पर्दे से चौड़े हो सकते हैं, या उत्तर नहीं आया।",
      "\(count) शब्द मोजले नाहीत: ते या पडद्यापेक्षा रुंद असू शकतात, किंवा उत्तर आले नाही.",
      "\(count) words were not measured: they may be wider than this screen, or no answer came.")
  }

  /// Advice for terminals that place each character by itself; nil where nothing is known or nothing is to be said.
  func shapingAdvice(version: String?, environment: [String: String]) -> String? {
    let term = environment["TERM"] ?? ""
    if term == "linux" {
      return say(
        "लिनक्स कंसोल में देवनागरी का फ़ॉन्ट नहीं होता; ग्राफ़िकल टर्मिनल या SSH से पढ़ें।",
        "लिनक्स कन्सोलमध्ये देवनागरी फाँट नसतो; ग्राफिकल टर्मिनल किंवा SSH ने वाचा.",
        "The Linux console has no Devanagari font; read in a graphical terminal, or by SSH from one.")
    }
    let names = ["XTerm", "alacritty", "rxvt", "st-"]
    guard names.contains(where: { term.hasPrefix($0) || version?.hasPrefix($0) ?? false }) else { return nil }
    return say(
      "यह टर्मिनल मात्राओं और संयुक्ताक्षरों को अलग-अलग रखता है; उन्हें जोड़ने वाले टर्मिनल: kitty, konsole, foot। K से सब रोमन अक्षरों में दिखता है।",
      "हा टर्मिनल मात्रा आणि जोडाक्षरे वेगवेगळी ठेवतो; ती जोडणारे टर्मिनल: kitty, konsole, foot. K ने सर्व रोमन अक्षरांत दिसते.",
      "This terminal sets vowel signs and conjuncts apart; terminals that join them: kitty, konsole, foot. In the reader, K shows everything in Latin letters."
    )
  }
}
