import Foundation

/// A page as a browser's "save as text" gives it, in the shape of a Hindi publisher's.
struct SavedPage {
  var title = "नदी किनारे बसे गाँवों में बाढ़ की चेतावनी, राहत शिविर तैयार"
  var byline: String? = "By लोकमत न्यूज़ डेस्क | Updated: August 12, 2021 09:40 IST"
  var dek: String? = "लगातार तीन दिन की बारिश के बाद प्रशासन ने निचले इलाक़ों के लोगों से ऊँची जगहों पर जाने को कहा है।"
  var highlights = ["ज़िले में दस राहत शिविर बनाए गए हैं।", "स्कूल शनिवार तक बंद रहेंगे।"]
  var paragraphs = SavedPage.flood
  var tags: [String] = ["बाढ़", "बिहार"]
  var related: [String] = []
  var moreFromSection = "भारत"
  var moreFrom: [String] = []

  static let flood = [
    "ज़िला प्रशासन ने बुधवार को बताया कि नदी का जलस्तर ख़तरे के निशान से ऊपर पहुँच गया है। तटबंधों की निगरानी के लिए चौबीस घंटे की पाली लगाई गई है।",
    "राहत शिविरों में भोजन, पीने का पानी और दवाइयाँ रखी गई हैं। पशुओं के लिए चारे का भी प्रबंध किया गया है।",
    "मौसम विभाग का कहना है कि अगले दो दिन तक बारिश जारी रह सकती है। लोगों से अफ़वाहों पर ध्यान न देने की अपील की गई है।",
  ]
  static let drought = [
    "पश्चिमी ज़िलों में सूखे के कारण खरीफ़ की बुवाई आधी भी नहीं हो सकी है। किसान अब सरकार से बीज पर छूट की माँग कर रहे हैं।",
    "कृषि अधिकारियों ने कम पानी वाली फ़सलें बोने की सलाह दी है। बैंकों से कर्ज़ की वसूली टालने को कहा गया है।",
    "कई गाँवों में तालाब सूख चुके हैं और टैंकरों से पानी भेजा जा रहा है। पंचायतों ने पुराने कुओं की सफ़ाई शुरू की है।",
  ]

  var text: String {
    var parts = ["लाइव न्यूज़ :", title]
    if let byline { parts.append(byline) }
    if let dek { parts.append(dek) }
    var open = "Open in App"
    if !highlights.isEmpty { open += "\nठळक मुद्दे" + highlights.joined() }
    parts.append(open)
    parts += paragraphs
    parts.append("समाचार एजेंसी भाषा के इनपुट के साथ")
    if !tags.isEmpty { parts.append("टॅग्स :" + tags.joined() + "\nOpen in App") }
    if !related.isEmpty { parts += ["संबंधित खबरें"] + related }
    if !moreFrom.isEmpty { parts += [moreFromSection + " अधिक खबरें"] + moreFrom }
    return parts.joined(separator: "\n\n") + "\n"
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// A page that differs from all others with another `number`.
  static func numbered(_ number: Int) -> SavedPage {
    var page = SavedPage()
    page.title = "पंचायत क्रमांक \(number) तक पहुँची पक्की सड़क, लोगों ने जताई ख़ुशी"
    page.tags = ["सड़क"]
    page.related = ["राज्यपंचायत क्रमांक \(number + 1) तक पहुँची पक्की सड़क, लोगों ने जताई ख़ुशी"]
    return page
  }
}
