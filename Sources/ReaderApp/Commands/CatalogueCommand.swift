#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NewsModel
import ReaderUI

/// `khabar feeds catalogue`: what can be subscribed to. Reads a file only; nothing is fetched.
struct CatalogueCommand {
  var runner: CommandRunner

  nonisolated struct Options: Hashable {
    /// BCP 47; nil lists the languages.
    var language: String?
    /// ISO 3166-2:IN, with or without `IN-`.
    var state: String?
    /// A name of `CatalogueSection`, or what the section is called in one of the reader's languages.
    var section: String?
  }

  func run(_ options: Options) async throws {
    let catalogue = try await CatalogueFile(paths: runner.paths.catalogueFiles).load()
    if runner.arguments.isJSON {
      Output.data(try json(options, of: catalogue))
    } else {
      for line in try lines(options, of: catalogue) { Output.line(line) }
    }
  }

  func lines(_ options: Options, of catalogue: Catalogue) throws -> [String] {
    if let entries = try entries(options, of: catalogue) { return entries.map(text) }
    return languages(of: catalogue).map { line in
      let count = runner.messages.say("\(line.feeds) feeds")
      return [line.language, line.name, count].joined(separator: "  ")
    }
  }

  func json(_ options: Options, of catalogue: Catalogue) throws -> Data {
    guard let entries = try entries(options, of: catalogue) else {
      return try JSONText.encoded(languages(of: catalogue), keys: .convertToSnakeCase)
    }
    return try JSONText.encoded(
      entries.map { Line($0, language: runner.language.rawValue) }, keys: .convertToSnakeCase)
  }

  /// Nil when nothing was chosen. A state or section without a language is one of the reader's own.
  private func entries(_ options: Options, of catalogue: Catalogue) throws -> [CatalogueEntry]? {
    if options == Options() { return nil }
    let language = (options.language ?? (runner.language == .marathi ? "mr" : "hi")).lowercased()
    let known = catalogue.languages.map(\.code)
    guard known.contains(language) else {
      throw CommandFailure.notInCatalogue(option: "--language", value: language, known: known)
    }
    let state = try options.state.map { try self.state($0, language: language, in: catalogue) }
    let section = try options.section.map { try self.section($0, language: language, in: catalogue) }
    if state == nil, section == nil { return catalogue.entries.filter { $0.language == language } }
    return catalogue.entries(
      language: language, state: state, sections: section.map { [$0] } ?? [], includesSwitchedOff: true)
  }

  /// "अमर उजाला · खेल  [sports]  https://…", with what a reader should know before subscribing.
  private func text(of entry: CatalogueEntry) -> String {
    let say = runner.messages.say
    var parts = [entry.name(in: runner.language.rawValue)]
    if let state = entry.state {
      parts.append("[\(state.code.dropFirst(3))]")
    } else if !entry.isPageImport {
      parts.append("[\(entry.section.rawValue)]")
    }
    parts.append(
      entry.address ?? say("no feed: import its pages"))
    if entry.content == .full { parts.append(say("full text")) }
    if !entry.isOffered { parts.append(say("switched off (partisan)")) }
    parts.append(entry.lastKnownGood.text)
    return parts.joined(separator: "  ")
  }

  private func languages(of catalogue: Catalogue) -> [LanguageLine] {
    catalogue.languages.map { language in
      LanguageLine(
        language: language.code, name: language.ownName,
        feeds: catalogue.entries.count { $0.language == language.code && !$0.isPageImport },
        states: catalogue.states(language: language.code).map(\.code),
        sections: catalogue.sections(language: language.code).map(\.rawValue))
    }
  }
}

extension CatalogueCommand {
  private func state(_ text: String, language: String, in catalogue: Catalogue) throws -> CatalogueState {
    let states = catalogue.states(language: language)
    let state = CatalogueState(code: text) ?? states.first { $0.name.isCalled(text) }
    guard let state, states.contains(state) else {
      throw CommandFailure.notInCatalogue(
        option: "--state", value: text, known: states.map { String($0.code.dropFirst(3)) })
    }
    return state
  }

  private func section(_ text: String, language: String, in catalogue: Catalogue) throws -> CatalogueSection {
    let sections = catalogue.sections(language: language)
    let section = CatalogueSection(rawValue: text.lowercased()) ?? sections.first { $0.name.isCalled(text) }
    guard let section, sections.contains(section) else {
      throw CommandFailure.notInCatalogue(option: "--section", value: text, known: sections.map(\.rawValue))
    }
    return section
  }

  private nonisolated struct LanguageLine: Encodable {
    var language: String
    var name: String
    var feeds: Int
    var states: [String]
    var sections: [String]
  }

  private nonisolated struct Line: Encodable {
    var name: String
    var publisher: String
    var language: String
    var section: String?
    var state: String?
    var address: String?
    var site: String?
    var content: String
    var hasPictures: Bool?
    var lastKnownGood: String
    var source: String?
    var isOffered: Bool
    var isPageImport: Bool

    init(_ entry: CatalogueEntry, language: String) {
      name = entry.name(in: language)
      publisher = entry.publisher.id
      self.language = entry.language
      section = entry.isPageImport ? nil : entry.section.rawValue
      state = entry.state?.code
      address = entry.address
      site = entry.publisher.siteURL
      content = entry.content.rawValue
      hasPictures = entry.hasPictures
      lastKnownGood = entry.lastKnownGood.text
      source = entry.source?.name
      isOffered = entry.isOffered
      isPageImport = entry.isPageImport
    }
  }
}

extension LocalisedName {
  fileprivate func isCalled(_ text: String) -> Bool {
    [hindi, marathi, english].contains { $0.lowercased() == text.lowercased() }
  }
}
