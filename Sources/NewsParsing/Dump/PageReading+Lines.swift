internal import IndicText
internal import NewsModel

/// Lines that are no label: what they are depends on the place they stand in.
extension PageReading {
  /// Highlights on the label's own line are glued to each other where a sentence ends without a space.
  mutating func takeHighlightsLine(_ text: String) {
    highlightsGoOn = text.isEmpty
    if text.isEmpty { return }
    isListFresh = false
    let parts = text.split(whereSeparator: { "•●▪■◦".contains($0) }).flatMap { Self.gluedParts(of: String($0.trimmed)) }
    highlights += parts
    if parts.count > 1 { notes.append(.highlightsParted(parts.count)) }
  }

  /// Parts at sentence ends that no space follows; at all sentence ends when there is none of those.
  static func gluedParts(of text: String) -> [String] {
    var parts: [String] = []
    var sentences: [String] = []
    for range in SentenceIterator(text) {
      let sentence = String(text[range])
      sentences.append(sentence)
      let isGlued = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isWhitespace
      if isGlued || parts.isEmpty {
        parts.append(sentence)
      } else {
        parts[parts.count - 1] += " " + sentence
      }
    }
    return parts.count == 1 && sentences.count > 1 ? sentences : parts
  }

  /// Whether a sentence ends without a space after it.
  static func isGlued(_ text: String) -> Bool {
    SentenceIterator(text).contains {
      $0.lowerBound > text.startIndex && !text[text.index(before: $0.lowerBound)].isWhitespace
    }
  }

  mutating func takeText(_ line: PageLine, next: PageLine?) {
    switch place {
    case .head, .body: takeParagraph(line, next: next)
    case .highlights: takeHighlight(line, next: next)
    case .tags: takeTag(line, next: next)
    case .related, .moreFrom, .otherList: takeListed(line, next: next)
    }
  }

  mutating func takeHighlight(_ line: PageLine, next: PageLine?) {
    let isInBlock = highlightsGoOn && (isListFresh || !line.isAfterBlank)
    if let text = line.bulletText {
      highlights += Self.gluedParts(of: text)
      isListFresh = false
      return
    }
    // Lines right under the label are its list.
    if isInBlock, line.scalarCount <= 250 {
      if isListFresh, line.isAfterBlank, next?.isAfterBlank ?? true, line.scalarCount > 220 {
        // A label with nothing under it, then the story.
      } else {
        if isListFresh, line.isAfterBlank, next?.isAfterBlank ?? true { unmarkedHighlightCount += 1 }
        let parts = Self.gluedParts(of: line.text)
        highlights += line.text.contains("। ") ? [line.text] : parts
        isListFresh = false
        return
      }
    }
    // Parted by empty lines and not marked: short single sentences are highlights while something longer is still to come.
    if unmarkedHighlightCount > 0, highlights.count < 8, line.scalarCount <= 180, let next, next.isAfterBlank,
      SentenceIterator(line.text).prefix(2).map({ $0 }).count == 1
    {
      highlights.append(line.text)
      unmarkedHighlightCount += 1
      return
    }
    place = .body
    takeParagraph(line, next: next)
  }

  mutating func takeTag(_ line: PageLine, next: PageLine?) {
    let isMore = isListFresh || (!line.isAfterBlank && !tagLines.isEmpty && tagsGoOn)
    if isMore, line.scalarCount <= 400, !line.endsSentence {
      tagLines.append(line.bulletText ?? line.text)
      tagsGoOn = isListFresh || tagsGoOn
      isListFresh = line.text.last == ","
      return
    }
    place = .body
    takeParagraph(line, next: next)
  }

  mutating func takeListed(_ line: PageLine, next: PageLine?) {
    // A box of links amid the story: prose takes over again.
    if isProse(line) {
      endOtherList()
      place = .body
      takeParagraph(line, next: next)
      return
    }
    let text = line.bulletText ?? line.text
    // An address is no title.
    if Self.address(text) != nil { return }
    if let reading = DateParser.read(text), reading.isWholeText { return }
    switch place {
    case .related: relatedLines.append(text)
    case .moreFrom: moreFromLines.append(text)
    default: listCount += 1
    }
  }

  /// The last line of a story by PTI's Hindi service names its editors: "भाषा अमित रंजन".
  func isSignOff(_ line: PageLine, next: PageLine?) -> Bool {
    let words = line.key.split(separator: " ")
    guard words.first == "भाषा", (2...4).contains(words.count), !body.isEmpty, !line.endsSentence else { return false }
    return next.map { Self.standsAlone($0) } ?? true
  }

  /// Titles may be long, but they end in no full stop.
  func isProse(_ line: PageLine) -> Bool {
    guard line.endsSentence, line.bulletText == nil, line.text.last.map({ "।.\"'”’".contains($0) }) ?? false else {
      return false
    }
    // A title is one sentence and takes no danda; two of them with one are a paragraph, however short.
    let isParagraph = line.text.hasSuffix("।") && SentenceIterator(line.text).prefix(2).map { $0 }.count > 1
    return line.scalarCount > 120 || (line.scalarCount > 60 && (place == .otherList || isParagraph))
  }

  mutating func takeParagraph(_ line: PageLine, next: PageLine?) {
    // Some pages give the headline twice.
    if body.isEmpty, line.key == SearchKey.fold(title), !line.key.isEmpty { return }
    if place == .head, !body.isEmpty || !highlights.isEmpty { place = .body }
    if let text = line.bulletText, !text.isEmpty {
      // A list under the headline names who wrote: "- नाम", "- बीबीसी हिंदी के लिए".
      if place == .head, body.isEmpty, text.split(separator: " ").count <= 5, !PageLine.endsSentence(text) {
        byNames.append(text)
        return
      }
      body.append(BodyLine(text: text, kind: .listItem, isAfterBlank: line.isAfterBlank))
      return
    }
    // "ऑनलाइन लोकमत": the publisher's name alone stands for the author.
    if place == .head, body.isEmpty, line.key.split(separator: " ").count <= 4, !line.endsSentence,
      PublisherNames.name(in: line.text) != nil
    {
      byNames.append(line.text)
      return
    }
    // "सुनील कुमार" / "बीबीसी संवाददाता": a person's name right above the desk's or the date's line.
    if place == .head, body.isEmpty, let next, !next.isAfterBlank, Byline.isPersonName(line),
      Byline(next, isHead: true)?.isEmpty == false
    {
      authors.append(line.text)
      return
    }
    if isSignOff(line, next: next) {
      credits.append(line.text)
      return
    }
    var text = line.text
    if let (rest, credit) = CreditLines.cutting(text) {
      credits.append(credit)
      text = rest
    }
    let isHeading =
      place == .body && !body.isEmpty && line.scalarCount <= 70 && !line.endsSentence
      && line.text.split(separator: " ").count >= 2
      && !",;:\"”’)".contains(line.text.last ?? " ") && (next.map { $0.scalarCount > 120 } ?? false)
    body.append(BodyLine(text: text, kind: isHeading ? .subheading : .paragraph, isAfterBlank: line.isAfterBlank))
  }
}
