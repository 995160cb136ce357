import CellText
import NewsModel
import NewsStore

/// `khabar complete`: what a shell offers for a word that is being typed, one a line. Silent whatever happens.
struct CompleteCommand {
  let runner: CommandRunner

  /// - Parameter isTyped: store and prefix are words as bash has them, and so are the lines; otherwise a line is the value, a tab and what it is.
  func run(_ kind: CompletionKind, prefix: String, isTyped: Bool) async {
    let word = isTyped ? ShellWord(typed: prefix) : nil
    let names = await names(kind, prefix: word?.text ?? prefix, store: store(isTyped: isTyped))
    let lines = names.filter { DisplayText.isSafe($0.text) && !$0.text.isEmpty }.map { name in
      if let word { return ShellWord.written(name.text, in: word.quotation) }
      // Line ends and tabs would part what belongs together.
      let hint = name.hint.map { DisplayText.safe($0).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      return name.text + (hint.map { "\t" + $0 } ?? "")
    }
    if !lines.isEmpty { Output.text(lines.joined(separator: "\n") + "\n") }
  }

  private func store(isTyped: Bool) -> String {
    guard isTyped, let typed = runner.arguments.store else { return runner.storePath }
    let word = ShellWord(typed: typed)
    return word.hasHomeTilde ? Paths.home + word.text.dropFirst() : word.text
  }

  private func names(_ kind: CompletionKind, prefix: String, store: String) async -> [StoredNames.Name] {
    if let stored = kind.stored { return StoredNames.names(stored, at: store, prefix: prefix) }
    let all: [StoredNames.Name]
    switch kind {
    case .theme: all = ThemeLoader(folders: runner.paths.themeFolders).names().map { .init(text: $0) }
    case .command:
      all = CommandTable.standard.shown.map { .init(text: $0.name, hint: $0.help.text(in: runner.language)) }
    default: all = await catalogue(kind)
    }
    return all.filter { $0.text.unicodeScalars.starts(with: prefix.unicodeScalars) }
  }

  private func catalogue(_ kind: CompletionKind) async -> [StoredNames.Name] {
    guard let catalogue = try? await CatalogueFile(paths: runner.paths.catalogueFiles).load() else { return [] }
    let languages = catalogue.languages
    let lines: [StoredNames.Name] =
      switch kind {
      case .catalogueLanguage: languages.map { .init(text: $0.code, hint: $0.ownName) }
      // A state is named without its country, as the command names it.
      case .catalogueState:
        languages.flatMap { catalogue.states(language: $0.code) }.map { .init(text: String($0.code.dropFirst(3))) }
      default: languages.flatMap { catalogue.sections(language: $0.code) }.map { .init(text: $0.rawValue) }
      }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0.text).inserted }
  }
}
