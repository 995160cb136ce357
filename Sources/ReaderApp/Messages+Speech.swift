extension Messages {
  /// Why nothing is heard, and what to do.
  nonisolated func speaker(_ error: Speaker.Failure) -> String {
    switch error {
    case .notInstalled:
      #if os(macOS)
        let command = "brew install espeak-ng"
      #else
        let command = "apt install espeak-ng"
      #endif
      return say(
        "पढ़कर सुनाने वाला कार्यक्रम यहाँ नहीं है। लगाएँ: \(command)", "वाचून दाखवणारा कार्यक्रम इथे नाही. बसवा: \(command)",
        "No program that speaks is installed. Install one: \(command)")
    case .programNotFound(let name):
      return say(
        "“\(name)” नहीं मिला। सेटिंग में speaker: [नाम] ठीक करें।", "“\(name)” सापडले नाही. सेटिंगमध्ये speaker: [नाव] दुरुस्त करा.",
        "“\(name)” was not found. Correct speaker: [NAME] in the configuration.")
    case .failed(let program, let status, let reason):
      let reason = reason.isEmpty ? "" : ": " + reason
      return say(
        "“\(program)” सुना नहीं सका (\(status))\(reason)", "“\(program)” ऐकवू शकले नाही (\(status))\(reason)",
        "“\(program)” could not read aloud (status \(status))\(reason)")
    case .noSound(let program, let reason):
      return say(
        "“\(program)” को यहाँ ध्वनि का यंत्र नहीं मिला (\(reason))।", "“\(program)” ला इथे ध्वनीचे साधन सापडले नाही (\(reason)).",
        "“\(program)” found no sound device here (\(reason)).")
    }
  }
}
