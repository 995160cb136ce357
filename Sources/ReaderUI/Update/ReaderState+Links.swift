import NewsModel

extension ReaderState {
  /// `O`: what the story's text leads to; the one that is taken opens in the browser.
  mutating func showLinks() -> [ReaderEffect] {
    guard let story = body.story, isSelectionShown else { return openSelection() }
    let language = story.article.language
    var items: [PickerItem] = []
    for block in story.article.body.blocks {
      let text = block.text.utf8
      for link in block.links {
        guard let range = link.range(in: block.text) else { continue }
        let label = String(block.text[range])
        add(label.isEmpty ? link.address : label, link.address, .link, language, to: &items)
      }
      if let address = block.address {
        let name = block.kind == .picture ? "▦ " + (text.isEmpty ? settings.phrases(.picture) : block.text) : block.text
        add(name, address, block.kind == .picture ? .picture : .link, language, to: &items)
      }
    }
    if items.isEmpty { return say(.noLinks) }
    prompt = .picker(
      PickerState(kind: .links, title: settings.phrases(.links), items: items, script: settings.script))
    return []
  }

  private func add(
    _ label: String, _ address: String, _ kind: LinkKind, _ language: String, to items: inout [PickerItem]
  ) {
    // Nobody chooses from more, and a page may be made of links.
    guard items.count < 500 else { return }
    items.append(
      PickerItem(
        choice: .link(index: items.count, address: address, kind: kind),
        label: settings.shown(String(label.prefix(200)), language: language), detail: Self.host(of: address),
        note: address))
  }

  mutating func openLink(_ address: String, _ kind: LinkKind) -> [ReaderEffect] {
    prompt = nil
    return [.openLink(address, kind: kind)] + say(.opening, address)
  }

  /// "example.org" of "https://www.example.org/a/b".
  private static func host(of address: String) -> String {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#".contains($0) }
    return String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
  }
}
