import Testing

@testable import NewsParsing

@Suite("Sections glued to titles")
struct SectionNamesTests {
  private let names = SectionNames(known: ["गाँव देहात"])

  @Test(
    "a section is parted where a new word begins without a space",
    arguments: [
      ("खेलटीम ने सीरीज जीती", "खेल", "टीम ने सीरीज जीती"), ("भारत5 राज्यों में अलर्ट जारी", "भारत", "5 राज्यों में अलर्ट जारी"),
      ("विश्वक्या चाँद पर पानी है", "विश्व", "क्या चाँद पर पानी है"), ("कारोबारSIM कार्ड के नए नियम", "कारोबार", "SIM कार्ड के नए नियम"),
      ("भारत'सबको पानी' योजना शुरू", "भारत", "'सबको पानी' योजना शुरू"), ("टेक ज्ञानफ़ोन की बैटरी बचाएँ", "टेक ज्ञान", "फ़ोन की बैटरी बचाएँ"),
      ("गाँव देहातमेले में उमड़ी भीड़", "गाँव देहात", "मेले में उमड़ी भीड़"), ("खेल | दौड़ में रिकॉर्ड टूटा", "खेल", "दौड़ में रिकॉर्ड टूटा"),
      ("SportsIndia win the final", "Sports", "India win the final"), ("भारतभारत ने भेजी मदद", "भारत", "भारत ने भेजी मदद"),
    ])
  func parted(line: String, section: String, title: String) {
    let isGlued = !line.contains("|")
    #expect(names.part(line) == .parted(section: section, title: title, isGlued: isGlued))
  }

  @Test(
    "a word that only begins like a section stays whole",
    arguments: [
      "भारतीय टीम ने मैच जीता", "भारत ने मैच जीता आख़िरी गेंद पर", "विश्वास प्रस्ताव पर बहस आज", "खेलों का महाकुंभ शुरू हुआ",
      "भारत-चीन वार्ता का नया दौर", "राजनीतिक दलों की बैठक आज", "Sportswear sales rise again", "कारोबारी की दुकान में चोरी", "खेल",
      "भारतमें बारिश का दौर जारी", "Indian scientists count dolphins", "सड़क: नया नियम लागू हुआ",
    ])
  func whole(line: String) {
    if case .parted(let section, let title, _) = names.part(line) { Issue.record("\(section) | \(title)") }
  }

  @Test(
    "a compound that may be a glued section is left whole and told as doubtful",
    arguments: ["विश्वविद्यालय में दाख़िले शुरू", "खेलमंत्री ने किया उद्घाटन समारोह", "देशवासियों को नए साल की बधाई", "मुंबईकर लोकलच्या प्रतीक्षेत"])
  func doubtful(line: String) {
    if case .doubtful = names.part(line) { return }
    Issue.record("\(names.part(line))")
  }
}
