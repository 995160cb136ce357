import ReaderUI

extension Messages {
  nonisolated func catalogue(_ error: CatalogueError) -> String {
    let place = error.line.map { "\(error.path):\($0): " } ?? ""
    return place + problem(error)
  }

  private nonisolated func problem(_ error: CatalogueError) -> String {
    switch error.problem {
    case .missing(let paths):
      say("The catalogue of feeds was not found (looked for: \(paths.joined(separator: ", "))).")
    case .unreadable:
      say("The catalogue \(error.path) cannot be read.")
    case .notYAML(""):
      say("a line “name: value” or “- …” is needed here.")
    case .notYAML(let words): say("this is not YAML: \(words)")
    case .unknownKey(let key):
      say("“\(key)” is not known here.")
    case .keyMissing(let key): say("“\(key)” is missing.")
    case .badValue(let key, let value, let expected):
      say("“\(key)” cannot be “\(value)”; it takes: \(expected)")
    case .badAddress(let address, nil):
      say("“\(address)” is no address of the web.")
    case .badAddress(let address, let normal?):
      say("“\(address)” must be written like this: \(normal)")
    case .addressTwice(let address, let line):
      say("\(address) is in line \(line) already.")
    case .publisherTwice(let id, let line):
      say("The publisher “\(id)” is in line \(line) already.")
    case .feedsOfPageImport(let id):
      say("“\(id)” is read by its pages (import: page), so it cannot have feeds.")
    }
  }
}
