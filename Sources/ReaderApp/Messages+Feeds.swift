import Ingestion
import NewsModel
import NewsParsing
import ReaderUI

/// What went wrong with feeds and pages of the network.
nonisolated extension Messages {
  /// Why a feed or page could not be had, as the reader's page says it, and what to do where something can be done.
  func trouble(_ trouble: FeedTrouble) -> String {
    let sentence = Phrases(language).sentence(for: trouble)
    let detail = trouble.detail.isEmpty || trouble.kind == .other ? "" : " (" + trouble.detail + ")"
    return [sentence + detail, advice(trouble)].compactMap { $0 }.joined(separator: " ")
  }

  /// Why the whole text of a story could not be had.
  func completion(_ failure: ArticleCompletion.Failure) -> String {
    switch failure {
    case .noAddress:
      say("इस ख़बर के पन्ने का पता नहीं है।", "या बातमीच्या पानाचा पत्ता नाही.", "The story's page has no address.")
    case .notFetched(let trouble): Phrases(language).sentence(for: trouble)
    case .notAStory(let error): storyPage(error)
    }
  }

  /// Why a document is not taken as a feed.
  func feed(_ error: FeedParseError) -> String {
    switch error {
    case .empty: say("फ़ाइल ख़ाली है।", "फाइल रिकामी आहे.", "The file is empty.")
    case .tooLarge(let byteCount, let limit):
      say(
        "फ़ीड बहुत बड़ी है: \(byteCount >> 20) MiB, सीमा \(limit >> 20) MiB।",
        "फीड फार मोठी आहे: \(byteCount >> 20) MiB, मर्यादा \(limit >> 20) MiB.",
        "The feed is too large: \(byteCount >> 20) MiB, the limit is \(limit >> 20) MiB.")
    case .binary(let mediaType):
      say("यह फ़ीड नहीं, \(mediaType) है।", "ही फीड नाही, \(mediaType) आहे.", "This is no feed but \(mediaType).")
    case .page(let feeds):
      say("यह फ़ीड नहीं, पन्ना है।", "ही फीड नाही, पान आहे.", "This is no feed but a page.")
        + (feeds.first.map { say(" उसकी फ़ीड: ", " त्याची फीड: ", " Its feed: ") + $0.url } ?? "")
    case .feedList:
      say(
        "यह फ़ीडों की सूची (OPML) है। लाने के लिए: khabar feeds import फ़ाइल", "ही फीडची यादी (OPML) आहे. आणायला: khabar feeds import फाइल",
        "This is a list of feeds (OPML). To bring it in: khabar feeds import FILE")
    case .xml(let root):
      say(
        "यह XML है (<\(root)>), पर फ़ीड नहीं।", "हे XML आहे (<\(root)>), पण फीड नाही.", "This is XML (<\(root)>), but no feed.")
    case .json: say("यह JSON है, पर फ़ीड नहीं।", "हे JSON आहे, पण फीड नाही.", "This is JSON, but no feed.")
    case .text: say("यह सादा पाठ है, फ़ीड नहीं।", "हा साधा मजकूर आहे, फीड नाही.", "This is plain text, no feed.")
    }
  }

  /// Why a page is not taken as a story.
  func storyPage(_ error: PageError) -> String {
    switch error {
    case .empty: say("पन्ना ख़ाली है।", "पान रिकामे आहे.", "The page is empty.")
    case .notHTML: say("यह HTML पन्ना नहीं है।", "हे HTML पान नाही.", "This is no HTML page.")
    case .tooLarge(let utf8Count, let limit):
      say(
        "पन्ना बहुत बड़ा है: \(utf8Count >> 20) MiB, सीमा \(limit >> 20) MiB।",
        "पान फार मोठे आहे: \(utf8Count >> 20) MiB, मर्यादा \(limit >> 20) MiB.",
        "The page is too large: \(utf8Count >> 20) MiB, the limit is \(limit >> 20) MiB.")
    case .noHeadline:
      say("पन्ने पर कोई शीर्षक नहीं मिला।", "पानावर मथळा सापडला नाही.", "The page has no headline.")
    case .listOfStories(let linkCount):
      say(
        "यह एक ख़बर का पन्ना नहीं, सूची है (\(linkCount) कड़ियाँ)। ख़बर का अपना पता दें, या फ़ीड ढूँढें: khabar feeds discover पता",
        "हे एका बातमीचे पान नाही, यादी आहे (\(linkCount) दुवे). बातमीचा स्वतःचा पत्ता द्या, किंवा फीड शोधा: khabar feeds discover पत्ता",
        "This is no story but a list (\(linkCount) links). Give a story's own address, or find the site's feeds: khabar feeds discover URL"
      )
    case .needsScript:
      say(
        "यह पन्ना अपना पाठ ब्राउज़र में ही बनाता है। o से ब्राउज़र में खोलें, या वहाँ से पाठ के रूप में सहेजें।",
        "हे पान आपला मजकूर ब्राउझरमध्येच बनवते. o ने ब्राउझरमध्ये उघडा, किंवा तिथून मजकूर म्हणून जतन करा.",
        "The page writes its text in a browser only. Open it there with o, or save it from there as text.")
    case .subscribersOnly:
      say(
        "प्रकाशक यह लेख केवल सदस्यों को दिखाता है। o से ब्राउज़र में खोलें।", "प्रकाशक हा लेख फक्त सदस्यांना दाखवतो. o ने ब्राउझरमध्ये उघडा.",
        "The publisher shows this story to subscribers only. Open it in the browser with o.")
    }
  }

  private func advice(_ trouble: FeedTrouble) -> String? {
    switch trouble.kind {
    case .status where trouble.status == 404, .notAFeed, .tooManyRedirects, .tooLarge:
      say(
        "साइट की फ़ीडें ढूँढें: khabar feeds discover पता", "साइटच्या फीड शोधा: khabar feeds discover पत्ता",
        "Find the site's feeds: khabar feeds discover URL")
    case .status where trouble.status == 401 || trouble.status == 403:
      say(
        "साइट का पन्ना ब्राउज़र में खुलता हो तो उसे सहेजकर लाएँ: khabar import फ़ाइल",
        "साइटचे पान ब्राउझरमध्ये उघडत असेल तर ते जतन करून आणा: khabar import फाइल",
        "If the page opens in a browser, save it and bring it in: khabar import FILE")
    case .unknownHost, .unreachable:
      say("इंटरनेट और पते की वर्तनी जाँचें।", "इंटरनेट आणि पत्त्याचे लेखन तपासा.", "Check the network and the spelling of the address.")
    case .insecure:
      say(
        "साइट का प्रमाणपत्र ठीक नहीं है, या इस मशीन की घड़ी।", "साइटचे प्रमाणपत्र बरोबर नाही, किंवा या यंत्राचे घड्याळ.",
        "The site's certificate is wrong, or this machine's clock.")
    case .gone:
      say(
        "`khabar feeds remove` से हटाएँ; उसकी ख़बरें रहेंगी।", "`khabar feeds remove` ने काढा; तिच्या बातम्या राहतील.",
        "Remove it with `khabar feeds remove`; its stories stay.")
    case .libraryMissing:
      say("Debian में: apt install libcurl4", "Debian मध्ये: apt install libcurl4", "On Debian: apt install libcurl4")
    case .status, .timedOut, .cutOff, .askedToWait:
      say("khabar बाद में फिर पूछेगा।", "khabar नंतर पुन्हा विचारेल.", "khabar asks again later.")
    case .forbiddenAddress:
      say(
        "केवल http और https के पते चलते हैं।", "फक्त http आणि https चे पत्ते चालतात.", "Only http and https addresses are taken.")
    case .notStored, .other: nil
    }
  }
}
