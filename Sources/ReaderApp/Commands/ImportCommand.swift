#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Fetching
import Ingestion
import NewsModel
import NewsParsing
import NewsStore
import ReaderUI

/// `khabar import`: saved pages, feeds and addresses come into the store, each taken or refused by itself.
struct ImportCommand {
  var runner: CommandRunner

  /// - Returns: 0 when everything came in, 1 when something was refused.
  func run(_ sources: [String]) async throws -> Int32 {
    var refusals = 0
    var pages: [SourcePage] = []
    let client = runner.client
    for source in sources {
      do {
        pages +=
          SavedPages.isAddress(source)
          ? [try await FetchedPages.page(at: source, client: client)] : try SavedPages.pages(at: source)
      } catch {
        refusals += 1
        Output.message(runner.messages.sentence(for: error))
      }
    }
    guard !pages.isEmpty else { return refusals > 0 ? 1 : 0 }
    let store = try runner.openStore()
    let bar = ProgressBar()
    let words = runner.messages.say("pages")
    let pageCount = pages.count
    let progress = RefreshProgressLine(messages: runner.messages)
    let outcomes = await SourceImporter(store: store).importAll(
      pages, now: runner.now, progress: { bar.show($0, of: pageCount, words: words) },
      analysis: { progress.show($0) })
    bar.clear()
    progress.clear()
    for (page, outcome) in zip(pages, outcomes) {
      switch outcome {
      case .imported(let change, let id, let title, let notes):
        Output.line("\(page.name): \(word(for: change))  \(id.rawValue)  \(title)\(count(of: notes.count))")
      case .importedFeed(let new, let updated, let unchanged, let title, let notes):
        let counts = runner.messages.say("\(new) new, \(updated) changed, \(unchanged) unchanged")
        Output.line("\(page.name): \(title): \(counts)\(count(of: notes.count))")
      case .refused(let refusal):
        refusals += 1
        Output.message(page.name + ": " + runner.messages.sentence(for: refusal))
      }
    }
    return refusals > 0 ? 1 : 0
  }

  private func word(for change: ImportOutcome.Change) -> String {
    switch change {
    case .new: runner.messages.say("new")
    case .updated: runner.messages.say("changed")
    case .unchanged: runner.messages.say("unchanged")
    }
  }

  /// Notes are many and small; `khabar parse` tells them.
  private func count(of notes: Int) -> String {
    notes == 0 ? "" : "  (" + runner.messages.say("notes: \(notes)") + ")"
  }
}

/// Files that a person names: single ones, all of a folder, standard input.
nonisolated enum SavedPages {
  /// Whether a person means the network.
  static func isAddress(_ source: String) -> Bool {
    let start = source.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// - Throws: ``CommandFailure``, for this source only.
  static func pages(at source: String) throws -> [SourcePage] {
    if source == "-" {
      do { return [SourcePage(name: "-", bytes: try DescriptorBytes.read(from: STDIN_FILENO))] } catch {
        throw CommandFailure.cannotRead(path: "-", reason: error.description)
      }
    }
    // A local file by its address, as browsers give it; only here, never from a list or a feed.
    let source = source.hasPrefix("file://") ? URL(string: source)?.path ?? source : source
    var isFolder = false
    guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) else {
      throw CommandFailure.cannotRead(path: source, reason: SystemError(code: ENOENT).description)
    }
    if !isFolder { return [page(at: source)] }
    let files = try filesBelow(source)
    if files.isEmpty { throw CommandFailure.noPages(folder: source) }
    return files.map(page)
  }

  /// Told as the person wrote the folder.
  private static func filesBelow(_ folder: String) throws -> [String] {
    let shown = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do { return try FolderListing.pathsBelow(folder).map { shown + "/" + $0 } } catch {
      throw CommandFailure.cannotRead(path: folder, reason: error.description)
    }
  }

  private static func page(at path: String) -> SourcePage {
    SourcePage(name: path) {
      // One byte more than the parser takes is enough for it to say that the file is too large.
      try DescriptorBytes.read(path, atMost: SourcePage.largestUTF8Count + 1)
    }
  }
}

/// Addresses that a person names.
enum FetchedPages {
  /// - Throws: ``CommandFailure``, for this address only.
  static func page(at source: String, client: HTTPClient) async throws -> SourcePage {
    guard let address = WebAddress.normalised(source) else { throw CommandFailure.badAddress(source) }
    do {
      let document = try await PageFetch(client: client).document(at: address)
      return SourcePage(name: source, bytes: document.body, url: document.finalURL, contentType: document.contentType)
    } catch let trouble as FeedTrouble {
      throw CommandFailure.notFetched(address: source, trouble)
    }
  }
}
