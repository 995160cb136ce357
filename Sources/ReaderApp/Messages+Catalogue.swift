extension Messages {
  nonisolated func catalogue(_ error: CatalogueError) -> String {
    let place = error.line.map { "\(error.path):\($0): " } ?? ""
    return place + problem(error)
  }

  private nonisolated func problem(_ error: CatalogueError) -> String {
    switch error.problem {
    case .missing(let paths):
      say(
        "फ़ीड-सूची नहीं मिली (यहाँ खोजी: \(paths.joined(separator: ", ")))।",
        "फीडची सूची सापडली नाही (इथे शोधली: \(paths.joined(separator: ", "))).",
        "The catalogue of feeds was not found (looked for: \(paths.joined(separator: ", "))).")
    case .unreadable:
      say(
        "फ़ीड-सूची \(error.path) नहीं पढ़ी जा सकी।", "फीडची सूची \(error.path) वाचता आली नाही.",
        "The catalogue \(error.path) cannot be read.")
    case .notYAML(""):
      say(
        "यहाँ “नाम: मान” या “- …” की पंक्ति चाहिए।", "इथे “नाव: मूल्य” किंवा “- …” अशी ओळ हवी.",
        "a line “name: value” or “- …” is needed here.")
    case .notYAML(let words): say("YAML नहीं समझा गया: \(words)", "YAML समजले नाही: \(words)", "this is not YAML: \(words)")
    case .unknownKey(let key):
      say("यहाँ “\(key)” नहीं चलता।", "इथे “\(key)” चालत नाही.", "“\(key)” is not known here.")
    case .keyMissing(let key): say("“\(key)” नहीं दिया गया।", "“\(key)” दिलेले नाही.", "“\(key)” is missing.")
    case .badValue(let key, let value, let expected):
      say(
        "“\(key)” में “\(value)” नहीं चलता; यह चलता है: \(expected)", "“\(key)” मध्ये “\(value)” चालत नाही; हे चालते: \(expected)",
        "“\(key)” cannot be “\(value)”; it takes: \(expected)")
    case .badAddress(let address, nil):
      say("“\(address)” वेब का पता नहीं है।", "“\(address)” हा वेबचा पत्ता नाही.", "“\(address)” is no address of the web.")
    case .badAddress(let address, let normal?):
      say(
        "“\(address)” को ऐसे लिखें: \(normal)", "“\(address)” असे लिहा: \(normal)",
        "“\(address)” must be written like this: \(normal)")
    case .addressTwice(let address, let line):
      say(
        "\(address) पंक्ति \(line) में भी है।", "\(address) ओळ \(line) मध्येही आहे.", "\(address) is in line \(line) already.")
    case .publisherTwice(let id, let line):
      say(
        "प्रकाशक “\(id)” पंक्ति \(line) में भी है।", "प्रकाशक “\(id)” ओळ \(line) मध्येही आहे.",
        "The publisher “\(id)” is in line \(line) already.")
    case .feedsOfPageImport(let id):
      say(
        "“\(id)” के पन्ने लाए जाते हैं (import: page), इसलिए उसकी फ़ीड नहीं हो सकती।",
        "“\(id)” ची पाने आणली जातात (import: page), म्हणून त्याची फीड असू शकत नाही.",
        "“\(id)” is read by its pages (import: page), so it cannot have feeds.")
    }
  }
}
