import NewsModel

/// What goes wrong on the way out of the reader.
extension Messages {
  nonisolated func export(_ error: CommandFailure) -> String {
    switch error {
    case .fileExists(let path):
      say(
        "“\(path)” पहले से है। बदलने के लिए --force दें, या दूसरा नाम।", "“\(path)” आधीच आहे. बदलण्यासाठी --force द्या, किंवा दुसरे नाव.",
        "“\(path)” is there already. --force replaces it; or give another name.")
    case .notAFile(let path):
      say(
        "“\(path)” फ़ाइल नहीं है। -o में किसी फ़ाइल का नाम दें।", "“\(path)” ही फाइल नाही. -o मध्ये फाइलचे नाव द्या.",
        "“\(path)” is no file. Give the name of one with -o.")
    case .unknownEnding(let path):
      say(
        "“\(path)” के अंत से रूप पता नहीं चला। नाम .epub, .md, .json, .txt या .opml पर ख़त्म हो, या --format दें।",
        "“\(path)” च्या शेवटावरून स्वरूप कळले नाही. नाव .epub, .md, .json, .txt किंवा .opml ने संपावे, किंवा --format द्या.",
        "The end of “\(path)” says no format. Use .epub, .md, .json, .txt or .opml, or give --format.")
    case .bookOnTerminal:
      say(
        "EPUB टर्मिनल पर नहीं दिखता। फ़ाइल दें: -o पुस्तक.epub", "EPUB टर्मिनलवर दिसत नाही. फाइल द्या: -o पुस्तक.epub",
        "An EPUB is nothing for a terminal. Give a file: -o book.epub")
    case .bookTooLarge(let count, let limit):
      say(
        "\(count) ख़बरों की पुस्तक बहुत बड़ी होगी; \(limit) तक चलती है। जैसे: -n \(limit)",
        "\(count) बातम्यांचे पुस्तक फार मोठे होईल; \(limit) पर्यंत चालते. जसे: -n \(limit)",
        "A book of \(count) stories is too large; up to \(limit) are possible, as with -n \(limit)")
    case .libraryMissing(let name, let package, let reason):
      say(
        "\(name) नहीं मिला (\(reason))। Debian में: apt-get install \(package)",
        "\(name) सापडले नाही (\(reason)). Debian वर: apt-get install \(package)",
        "\(name) was not found (\(reason)). On Debian: apt-get install \(package)")
    case .cannotWrite(let path, let reason):
      say(
        "“\(path)” में लिखा नहीं जा सका: \(reason)", "“\(path)” मध्ये लिहिता आले नाही: \(reason)",
        "“\(path)” could not be written: \(reason)")
    case .feedsOnly:
      say(
        "OPML में फ़ीडें होती हैं, ख़बरें नहीं। ख़बरों के लिए epub, markdown, json या text; फ़ीडों के लिए khabar export --format opml",
        "OPML मध्ये फीड असतात, बातम्या नाहीत. बातम्यांसाठी epub, markdown, json किंवा text; फीडसाठी khabar export --format opml",
        "OPML has feeds, not stories. For stories epub, markdown, json or text; for feeds khabar export --format opml")
    case .notesAreMarkdown:
      say(
        "टिप्पणियाँ केवल Markdown में मिलती हैं: khabar export --notes -o टिप्पणियाँ.md",
        "टिपा फक्त Markdown मध्ये मिळतात: khabar export --notes -o टिपा.md",
        "Notes are given as Markdown only: khabar export --notes -o notes.md")
    default: "\(error)"
    }
  }

  nonisolated func export(_ error: UsageError) -> String {
    switch error {
    case .idsAndOptions:
      say(
        "या तो ख़बरों के ID दें, या छाँटने के विकल्प; दोनों साथ नहीं।", "एकतर बातम्यांचे ID द्या, किंवा निवडीचे पर्याय; दोन्ही एकत्र नाही.",
        "Give either story IDs or options that choose stories, not both.")
    default: "\(error)"
    }
  }
}
