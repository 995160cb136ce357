import CellText
import NewsModel

extension ReaderState {
  /// `y`: what of the story can be copied; Enter copies the selected thing.
  mutating func showCopies() -> [ReaderEffect] {
    let items = copies.map { name, text in
      PickerItem(
        choice: .copy(text), label: settings.phrases(name),
        note: String(settings.shown(text, language: copiedLanguage).prefix(200)))
    }
    if items.isEmpty { return [] }
    prompt = .picker(
      PickerState(kind: .copies, title: settings.phrases(.copy), items: items, script: settings.script))
    return []
  }

  mutating func copy(_ text: String) -> [ReaderEffect] {
    prompt = nil
    let start = text.prefix(40)
    return [.copy(text)] + say(.copied, start.count < text.count ? start + "…" : String(start))
  }

  private var copiedLanguage: String { body.story?.article.language ?? headlines.selected?.language ?? "hi" }

  /// As published, whatever letters and digits the page shows. What the story has not is left out.
  private var copies: [(Phrase, String)] {
    var copies: [(Phrase, String)] = []
    if focus == .headlines, let row = headlines.selected, row.id != body.story?.id {
      if let url = row.url { copies.append((.copyLink, url)) }
      copies.append((.copyTitle, row.title))
      if let url = row.url { copies.append((.copyBoth, row.title + "\n" + url)) }
      return copies
    }
    guard let article = body.story?.article else { return [] }
    if body.find?.kind == .sentence, let sentence = markedSentence { copies.append((.copySentence, sentence)) }
    if let url = article.url { copies.append((.copyLink, url)) }
    copies.append((.copyTitle, article.title))
    if let url = article.url { copies.append((.copyBoth, article.title + "\n" + url)) }
    if let paragraph = topParagraph { copies.append((.copyParagraph, paragraph)) }
    copies.append((.copyStory, text(of: article)))
    return copies
  }

  /// The words of the marked sentence; nil when none is marked.
  private var markedSentence: String? {
    guard let hit = body.find?.current, body.layout.searchable.indices.contains(hit.textIndex) else { return nil }
    let utf8 = DisplayText.safe(body.layout.searchable[hit.textIndex]).utf8
    guard hit.utf8Range.upperBound <= utf8.count else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: hit.utf8Range.lowerBound)
    return String(decoding: utf8[start...].prefix(hit.utf8Range.count), as: UTF8.self)
  }

  /// The first text from the pane's top on.
  private var topParagraph: String? {
    let blocks = body.story?.article.body.blocks ?? []
    return blocks.dropFirst(body.topBlockIndex).first { !$0.text.isEmpty && $0.kind != .picture }?.text
  }

  /// Headline, byline, dek, paragraphs and address, with blank lines between.
  private func text(of article: Article) -> String {
    var parts = [article.title]
    if !article.authors.isEmpty { parts.append(article.authors.joined(separator: ", ")) }
    if let dek = article.dek { parts.append(dek) }
    parts += article.body.blocks.map(\.text).filter { !$0.isEmpty }
    if let url = article.url { parts.append(url) }
    return parts.joined(separator: "\n\n")
  }
}
