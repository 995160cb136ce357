import Ingestion
import ReaderUI

/// Why a picture is not shown.
nonisolated extension Messages {
  func picture(_ error: PictureTrouble) -> String {
    switch error {
    case .programMissing:
      say(
        "चित्र बनाने वाला chafa नहीं मिला। Debian में: apt-get install chafa",
        "छायाचित्र काढणारे chafa सापडले नाही. Debian वर: apt-get install chafa",
        "chafa, which draws pictures, was not found. On Debian: apt-get install chafa")
    case .unknownKind:
      say(
        "इस तरह का चित्र यहाँ नहीं दिखता (PNG, JPEG, GIF और WebP दिखते हैं)। O से ब्राउज़र में खोलें।",
        "या प्रकारचे छायाचित्र इथे दिसत नाही (PNG, JPEG, GIF आणि WebP दिसतात). O ने ब्राउझरमध्ये उघडा.",
        "Pictures of this kind are not shown here (PNG, JPEG, GIF and WebP are). O opens it in the browser.")
    case .tooManyPixels(let width, let height):
      say(
        "चित्र बहुत बड़ा है: \(width) × \(height) बिंदु।", "छायाचित्र फार मोठे आहे: \(width) × \(height) बिंदू.",
        "The picture is too large: \(width) × \(height) pixels.")
    case .notStarted(let reason):
      say("chafa चल नहीं सका: \(reason)", "chafa चालू झाले नाही: \(reason)", "chafa could not be started: \(reason)")
    case .notDrawn(let status):
      say(
        "chafa यह चित्र नहीं पढ़ सका (स्थिति \(status))।", "chafa ला हे छायाचित्र वाचता आले नाही (स्थिती \(status)).",
        "chafa could not read this picture (status \(status)).")
    case .timedOut:
      say(
        "चित्र बनाने में बहुत देर लगी, इसलिए रोका गया।", "छायाचित्र काढायला फार वेळ लागला, म्हणून थांबवले.",
        "Drawing the picture took too long and was stopped.")
    case .notText:
      say(
        "chafa का उत्तर चित्र नहीं था, इसलिए नहीं दिखाया गया।", "chafa चे उत्तर छायाचित्र नव्हते, म्हणून दाखवले नाही.",
        "What chafa answered was no picture, and is not shown.")
    }
  }

  func picture(_ error: PictureFetch.Failure) -> String {
    switch error {
    case .notFetched(let trouble): Phrases(language).sentence(for: trouble)
    case .tooLarge(let limit):
      say(
        "चित्र बहुत बड़ा है: \(limit >> 20) MiB से ज़्यादा।", "छायाचित्र फार मोठे आहे: \(limit >> 20) MiB पेक्षा जास्त.",
        "The picture is too large: more than \(limit >> 20) MiB.")
    case .notAPicture(let type):
      say(
        "इस पते पर चित्र नहीं, \(type) है।", "या पत्त्यावर छायाचित्र नाही, \(type) आहे.",
        "There is no picture at this address but \(type).")
    }
  }

  /// What is missing to see pictures.
  var pictureProgramMissing: String {
    say(
      "चित्र देखने के लिए chafa चाहिए। Debian में: apt-get install chafa",
      "छायाचित्रे पाहण्यासाठी chafa हवे. Debian वर: apt-get install chafa",
      "Pictures need chafa. On Debian: apt-get install chafa")
  }
}
