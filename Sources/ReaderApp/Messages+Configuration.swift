import CellText
import Foundation
import ReaderUI
import Screen

nonisolated extension Messages {
  /// "config.yaml:3:10: …", for the status line and standard error.
  func problem(_ problem: ConfigurationProblem, path: String) -> String {
    "\(path):\(problem.place.line):\(problem.place.column): \(sentence(for: problem.reason))"
  }

  /// All that is wrong in one sentence: the first, and how many more.
  func problems(_ problems: [ConfigurationProblem], path: String) -> String? {
    let faults = problems.filter { $0.severity != .note }
    guard let first = faults.first(where: { $0.severity == .error }) ?? faults.first else { return nil }
    let file = URL(fileURLWithPath: path).lastPathComponent
    let rest = faults.count - 1
    return problem(first, path: file)
      + (rest == 0
        ? ""
        : say(
          " और \(rest) बातें: khabar config check", " आणखी \(rest) गोष्टी: khabar config check",
          " And \(rest) more: khabar config check"))
  }

  /// The problem with its line and a caret under what it is about, for `config check`.
  func excerpt(_ problem: ConfigurationProblem, path: String, lines: [Substring], model: WidthModel) -> String {
    let kind =
      switch problem.severity {
      case .error: say("ग़लती", "चूक", "error")
      case .warning: say("चेतावनी", "इशारा", "warning")
      case .note: say("ध्यान दें", "लक्ष द्या", "note")
      }
    let place = problem.place
    let head = "\(path):\(place.line):\(place.column): \(kind): \(sentence(for: problem.reason))"
    guard lines.indices.contains(place.line - 1) else { return head }
    let line = String(String.UnicodeScalarView(lines[place.line - 1].unicodeScalars.map { $0 == "\t" ? " " : $0 }))
    let scalars = line.unicodeScalars
    let before = String(String.UnicodeScalarView(scalars.prefix(place.column - 1)))
    let text = String(String.UnicodeScalarView(scalars.dropFirst(place.column - 1).prefix(place.length)))
    let columns = max(1, model.columns(of: DisplayText.safe(text)))
    let caret = String(repeating: " ", count: model.columns(of: DisplayText.safe(before)))
    return "\(head)\n    \(DisplayText.safe(line))\n    \(caret)^" + String(repeating: "~", count: columns - 1)
  }

  private func meant(_ suggestion: String?) -> String {
    guard let suggestion else { return "" }
    return say(" क्या “\(suggestion)” लिखना था?", " “\(suggestion)” लिहायचे होते का?", " Did you mean “\(suggestion)”?")
  }

  func sentence(for reason: ConfigurationProblem.Reason) -> String {
    switch reason {
    case .syntax(let words):
      say(
        "YAML नहीं समझा गया: \(words)। “नाम: मान” लिखें; # - ? [ { जैसे चिह्न “…” में।",
        "YAML समजले नाही: \(words). “नाव: मूल्य” लिहा; # - ? [ { अशी चिन्हे “…” मध्ये.",
        "this is not YAML: \(words). Write “name: value”, and signs such as # - ? [ { in quotation marks.")
    case .tooLarge: say("फ़ाइल बहुत बड़ी है।", "फाइल फार मोठी आहे.", "the file is too large.")
    case .tooDeep: say("सूचियाँ बहुत गहरी हैं।", "याद्या फार खोल आहेत.", "lists and maps are nested too deeply.")
    case .alias:
      say("& और * वाले संदर्भ यहाँ नहीं चलते।", "& आणि * चे संदर्भ इथे चालत नाहीत.", "anchors and aliases (& and *) are not taken here.")
    case .keyNotText: say("नाम की जगह पाठ चाहिए।", "नावाच्या जागी मजकूर हवा.", "a name must be text.")
    case .unreadable: say("फ़ाइल नहीं पढ़ी जा सकी।", "फाइल वाचता आली नाही.", "the file cannot be read.")
    case .notAMap:
      say("यहाँ “नाम: मान” की पंक्ति चाहिए (YAML)।", "इथे “नाव: मूल्य” अशी ओळ हवी (YAML).", "a line “name: value” is needed here (YAML).")
    case .unknownKey(let key, let near):
      say(
        "“\(key)” नाम की कोई सेटिंग नहीं; छोड़ दी गई।", "“\(key)” नावाची सेटिंग नाही; सोडली.",
        "there is no setting “\(key)”; it was passed over.") + meant(near)
    case .repeated(let key, let line):
      say(
        "“\(key)” पंक्ति \(line) में भी है; आख़िरी वाली चलेगी।", "“\(key)” ओळ \(line) मध्येही आहे; शेवटची चालेल.",
        "“\(key)” stands in line \(line) too; the last one holds.")
    case .noValue(let key, let expected):
      say(
        "“\(key)” के बाद मान चाहिए: \(expected)।", "“\(key)” नंतर मूल्य हवे: \(expected).", "“\(key)” needs a value: \(expected)."
      )
    case .badValue(let key, let expected, let near):
      say(
        "“\(key)” में यह चल सकता है: \(expected); छोड़ दिया गया।", "“\(key)” साठी हे चालते: \(expected); सोडले.",
        "“\(key)” takes \(expected); this was passed over.") + meant(near)
    case .badQuery(let key, let trouble): "“\(key)”: " + Phrases(language).sentence(for: trouble)
    case .badKey(let error): sentence(for: error)
    case .unknownAction(let name, let near):
      say(
        "“\(name)” नाम का कोई काम नहीं; सब: khabar config actions।", "“\(name)” नावाची कृती नाही; सर्व: khabar config actions.",
        "there is no action “\(name)”; khabar config actions lists them.") + meant(near)
    case .unknownPane(let name, let near):
      say(
        "“\(name)” कोई खाना नहीं; ये हैं: everywhere, list, highlights, body।",
        "“\(name)” ही चौकट नाही; या आहेत: everywhere, list, highlights, body.",
        "“\(name)” is no pane; there are everywhere, list, highlights, body.") + meant(near)
    case .notActions:
      say(
        "यहाँ काम का नाम, [नाम, नाम] या none चाहिए।", "इथे कृतीचे नाव, [नाव, नाव] किंवा none हवे.",
        "an action, [action, action] or none is needed here.")
    case .boundTwice(let keys):
      say(
        "“\(keys)” इसी खाने में पहले भी बँधी है; यह वाली चलेगी।", "“\(keys)” याच चौकटीत आधीही बांधली आहे; ही चालेल.",
        "“\(keys)” is bound in this pane before; this one holds.")
    case .waits(let keys, let longer):
      say(
        "“\(keys)” अकेली भी कुछ करती है, इसलिए “\(longer)” के लिए एक सेकंड रुकेगी; न रुके, तो \(keys): none दें।",
        "“\(keys)” एकटीही काही करते, म्हणून “\(longer)” साठी एक सेकंद थांबेल; थांबू नये तर \(keys): none द्या.",
        "“\(keys)” does something by itself, so it waits a second for “\(longer)”; “\(keys): none” ends that.")
    case .withoutKey(let action):
      say(
        "“\(action)” के लिए अब कोई कुंजी नहीं; मदद (help) से वह फिर भी होता है।", "“\(action)” साठी आता कळ नाही; मदत (help) मधून ते तरीही होते.",
        "no key asks for “\(action)” any more; help still does it.")
    case .badRule:
      say(
        "नियम में दोनों चाहिए: {when: पता या क़िस्म, run: [कार्यक्रम, \"%u\"]}।", "नियमात दोन्ही हवे: {when: पत्ता किंवा प्रकार, run: [कार्यक्रम, \"%u\"]}.",
        "a rule needs both: {when: HOST or kind, run: [PROGRAM, \"%u\"]}.")
    case .badPattern(let text):
      say(
        "“\(text)” न होस्ट है, न /पथ, न link, picture या video।", "“\(text)” होस्ट, /पथ, link, picture किंवा video नाही.",
        "“\(text)” is no host, no /path, and none of link, picture, video.")
    case .programNotFound(let name):
      say("कार्यक्रम “\(name)” यहाँ नहीं मिला।", "कार्यक्रम “\(name)” इथे सापडला नाही.", "the program “\(name)” was not found here.")
    case .badTheme(let words): words
    }
  }

  private func sentence(for error: KeyNotationError) -> String {
    switch error {
    case .empty: say("यहाँ कुंजी का नाम चाहिए।", "इथे कळेचे नाव हवे.", "the name of a key is needed here.")
    case .unknown(let word, let near):
      say("“\(word)” कोई कुंजी नहीं।", "“\(word)” ही कळ नाही.", "“\(word)” is no key.") + meant(near)
    case .hasAlt(let word):
      say(
        "“\(word)”: टर्मिनल Alt को Esc से अलग नहीं बताता; दूसरी कुंजी लें।", "“\(word)”: टर्मिनल Alt आणि Esc वेगळे सांगत नाही; दुसरी कळ घ्या.",
        "“\(word)”: terminals do not tell Alt from Esc; take another key.")
    case .cannotArrive(let name):
      say(
        "टर्मिनल में यह कुंजी \(name) ही है; \(name) लिखें या दूसरी कुंजी लें।", "टर्मिनलमध्ये ही कळ \(name) हीच आहे; \(name) लिहा किंवा दुसरी कळ घ्या.",
        "in a terminal this key is \(name); write \(name) or take another one.")
    }
  }
}
