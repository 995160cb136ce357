import ReaderUI
import NewsModel

/// What goes wrong on the way out of the reader.
extension Messages {
  nonisolated func export(_ error: CommandFailure) -> String {
    switch error {
    case .fileExists(let path):
      say("“\(path)” is there already. --force replaces it; or give another name.")
    case .notAFile(let path):
      say("“\(path)” is no file. Give the name of one with -o.")
    case .unknownEnding(let path):
      say("The end of “\(path)” says no format. Use .epub, .md, .json, .txt or .opml, or give --format.")
    case .bookOnTerminal:
      say("An EPUB is nothing for a terminal. Give a file: -o book.epub")
    case .bookTooLarge(let count, let limit):
      say("A book of \(count) stories is too large; up to \(limit) are possible, as with -n \(limit)")
    case .libraryMissing(let name, let package, let reason):
      say("\(name) was not found (\(reason)). On Debian: apt-get install \(package)")
    case .cannotWrite(let path, let reason):
      say("“\(path)” could not be written: \(reason)")
    case .feedsOnly:
      say(
        "OPML has feeds, not stories. For stories epub, markdown, json or text; for feeds khabar export --format opml")
    case .notesAreMarkdown:
      say("Notes are given as Markdown only: khabar export --notes -o notes.md")
    default: "\(error)"
    }
  }

  nonisolated func export(_ error: UsageError) -> String {
    switch error {
    case .idsAndOptions:
      say("Give either story IDs or options that choose stories, not both.")
    default: "\(error)"
    }
  }
}
