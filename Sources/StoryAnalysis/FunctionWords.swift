internal import IndicText

/// Words that stand in every story and say nothing of what one is about: Hindi, Marathi and English.
enum FunctionWords {
  /// Which of a story's words they are, by the words' numbers.
  static func marks(in words: StoryWords) -> ContiguousArray<Bool> {
    ContiguousArray((0..<words.table.count).lazy.map { keys.number($0, of: words.table) != nil })
  }

  static func contains(_ key: String) -> Bool { keys.number(of: key) != nil }

  private static let keys: WordTable = {
    var keys = WordTable(minimumCapacity: 1_024)
    for list in [hindiCases, hindiVerbs, hindiRest, marathi, english] {
      for var word in SearchKey.words(list) { _ = word.withUTF8 { keys.add($0) } }
    }
    return keys
  }()

  private static let hindiCases = """
    का की के को से में पर ने तक और या एवं व तथा कि जो जिस जिसे जिसने जिसका जिसकी जिसके जिसमें जिससे जिन जिन्हें जिन्होंने जिनके जिनकी \
    जिनका जिनमें यह ये यही वह वे वही वो इस इसे इसने इसका इसकी इसके इसमें इससे इसी उस उसे उसने उसका उसकी उसके उसमें उससे उसी इन \
    इन्हें इन्होंने इनका इनकी इनके इनमें इनसे उन उन्हें उन्होंने उनका उनकी उनके उनमें उनसे मैं मैंने मुझे मेरा मेरी मेरे हम हमने हमें हमारा हमारी \
    हमारे तुम तू आप आपने आपको आपका आपकी आपके अपना अपनी अपने खुद स्वयं कोई किसी कुछ कौन क्या क्यों कैसे कैसा कैसी कब कहां कितना कितनी \
    कितने सब सभी हर प्रत्येक
    """

  private static let hindiVerbs = """
    है हैं था थी थे हो होता होती होते होना होने होनी हुआ हुई हुए हुईं होगा होगी होंगे रहा रही रहे रहीं गया गई गए गयी गये गईं जा जाता जाती \
    जाते जाना जाने जाए जाएं जाएगा जाएगी जाएंगे जाकर कर करता करती करते करना करने करनी किया की किए किये करे करें करेगा करेगी करेंगे \
    करके कराया कराई कराने करवाया दिया दी दिए दिये दे देता देती देते देना देने दें देगा देगी लिया ली लिए लिये ले लेता लेती लेते लेना लेने लेकर सका सकी \
    सके सकता सकती सकते चुका चुकी चुके चाहिए लगा लगी लगे लगता लगती लगाया लगाई लगाए पड़ा पड़ी पड़े पड़ता आया आई आए आता आती आते आना आने \
    रखा रखी रखे रखने कहा कहना कहते कहता कहती बताया बताई बताते बताया बोले बोला बोली मिला मिली मिले मिलता पाया पाई पाए बना बनी बने बनाया \
    बनाई बनाए बनाने रहना रहने रहेगा रहेगी वाला वाली वाले वालों हुये पहुंचा पहुंची पहुंचे शुरू
    """

  private static let hindiRest = """
    नहीं ना न मत ही भी तो अब तब जब जहां वहां यहां कहीं वहीं यहीं फिर बाद पहले पहला पहली साथ लेकिन मगर किंतु परंतु अगर यदि हालांकि \
    जबकि क्योंकि इसलिए ताकि चूंकि बल्कि अथवा ऐसा ऐसी ऐसे वैसे जैसा जैसी जैसे इतना इतनी इतने उतना बहुत काफी अधिक कम ज्यादा सिर्फ केवल \
    मात्र लगभग करीब दौरान द्वारा ओर तरफ लिए बारे अंदर बाहर ऊपर नीचे आगे पीछे बीच सामने पास दूर कारण वजह तहत अनुसार मुताबिक जरिए \
    जरिये माध्यम अलावा बिना बगैर समेत सहित खिलाफ प्रति दूसरा दूसरी दूसरे अन्य एक दो तीन चार पांच छह सात आठ नौ दस कई अनेक कुल पूरा पूरी \
    पूरे बड़ा बड़ी बड़े छोटा छोटी छोटे नया नई नए अच्छा अच्छी अच्छे खास आज कल अभी कभी सदा हमेशा सुबह शाम दोपहर रात देर दिन दिनों समय वक्त \
    साल वर्ष महीने माह हफ्ते सप्ताह सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार लाख करोड़ हजार रुपये रुपए रुपया प्रतिशत फीसदी लोग \
    लोगों बात बातें तरह प्रकार मामला मामले मामलों जानकारी
    """

  private static let marathi = """
    आहे आहेत होता होती होते होत आणि व हा ही हे तो ती ते त्या त्याने त्याला त्याचा त्याची त्याचे त्यांनी त्यांना त्यांच्या त्यांचा त्यांची या याने याचा याची \
    याचे यांनी यांना यांच्या यांचा यांची मी मला माझा माझी माझे आम्ही आमचा आमची आमचे आपण आपला आपली आपले तर पण परंतु मात्र म्हणून \
    म्हणजे म्हणाले म्हणाला म्हणाली सांगितले केला केली केले करण्यात करून करत करणे करणार आला आली आले येत येणार गेला गेली गेले जात जाणार असून \
    असे अशी असा असलेल्या असलेले नाही नाहीत नको काही सर्व एका तसेच तसे किंवा पर्यंत साठी मध्ये मधून वर वरून खाली नंतर आधी पूर्वी यावेळी \
    दरम्यान झाला झाली झाले होऊन दिला दिली दिले देण्यात घेतला घेतली घेतले घेण्यात असल्याचे
    """

  private static let english = """
    the a an and or but nor of to in on at by for with from into onto over under between after before during about against as is are was were be \
    been being am do does did done has have had having will would shall should can could may might must not no this that these those it its he \
    she they them their his her him we our us you your i me my who whom whose which what when where why how if then than so such too very also \
    just only more most less least some any all each every both few many much other another own same there here up down out off again once \
    said says say told one two three new first last year years day days time people while because through until since per via
    """
}
