internal import CYAML

/// A YAML document as a small tree; no tags, no anchors, no aliases.
package indirect enum YAMLNode: Hashable, Sendable {
  case scalar(String, place: YAMLPlace)
  case sequence([YAMLNode], place: YAMLPlace)
  case mapping([Entry], place: YAMLPlace)

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: YAMLNode
    /// Where the key stands.
    package var place: YAMLPlace
    /// From 1.
    package var line: Int { place.line }
  }

  package var place: YAMLPlace {
    switch self {
    case .scalar(_, let place), .sequence(_, let place), .mapping(_, let place): place
    }
  }

  /// From 1.
  package var line: Int { place.line }

  package var text: String? {
    if case .scalar(let text, _) = self { return text }
    return nil
  }

  package var entries: [Entry]? {
    if case .mapping(let entries, _) = self { return entries }
    return nil
  }

  package var items: [YAMLNode]? {
    if case .sequence(let items, _) = self { return items }
    return nil
  }

  /// The value of the last entry called `key`; nil for anything but a mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.last { $0.key == key }?.value
  }
}

/// Where something stands in a text.
package struct YAMLPlace: Hashable, Sendable {
  /// From 1.
  package var line: Int
  /// In Unicode scalars, from 1.
  package var column: Int
  /// In Unicode scalars; 1 where only the beginning is known. What goes on in the next line is counted to the end of its first one at most.
  package var length: Int

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }
}

/// Why a text is not taken as YAML.
package struct YAMLError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// libyaml's words.
    case syntax(String)
    case tooLarge, tooDeep, alias, keyNotText, empty
  }

  package var reason: Reason
  package var place: YAMLPlace
  /// From 1.
  package var line: Int { place.line }
}

extension YAMLNode {
  /// Files of settings are small: these bounds are far above any honest one.
  private static let maximumUTF8Count = 1 << 20
  private static let maximumDepth = 16
  private static let maximumNodeCount = 20_000

  /// Reads the first document of `text`.
  ///
  /// - Throws: ``YAMLError``. Aliases are refused: a few lines of them can stand for gigabytes.
  package static func parse(_ text: String) throws(YAMLError) -> YAMLNode {
    let outcome = read(text)
    if let error = outcome.error { throw error }
    // Without an error there is a node.
    return outcome.node ?? .mapping([], place: YAMLPlace(line: 1, column: 1))
  }

  /// Reads the first document of `text`, a mapping, as far as it can be read.
  ///
  /// - Returns: the entries before the place at which it goes wrong, and what is wrong there; all entries and nil for a sound one. A document
  ///   that is no mapping has no entries, and no error where it is sound: see `node`.
  package static func parseEntries(_ text: String) -> (entries: [Entry], node: YAMLNode?, error: YAMLError?) {
    let outcome = read(text)
    return (outcome.node?.entries ?? outcome.entries, outcome.node, outcome.error)
  }

  private static func read(_ text: String) -> (node: YAMLNode?, entries: [Entry], error: YAMLError?) {
    let start = YAMLPlace(line: 1, column: 1)
    guard text.utf8.count <= maximumUTF8Count else { return (nil, [], YAMLError(reason: .tooLarge, place: start)) }
    var native = text
    return native.withUTF8 { utf8 in
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      guard yaml_parser_initialize(parser) == 1 else {
        return (nil, [], YAMLError(reason: .syntax("out of memory"), place: start))
      }
      defer { yaml_parser_delete(parser) }
      var reader = EventReader(
        maximumDepth: maximumDepth, maximumNodeCount: maximumNodeCount, parser: parser, utf8: utf8)
      switch reader.read() {
      case .success(let node): return (node, [], nil)
      case .failure(let error): return (nil, reader.entries, error)
      }
    }
  }
}

/// libyaml's events, put together.
private struct EventReader {
  let maximumDepth: Int
  let maximumNodeCount: Int
  /// On the heap, for libyaml keeps its address; owned by the call of ``YAMLNode/parse(_:)`` that made it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let utf8: UnsafeBufferPointer<UInt8>
  private var nodeCount = 0
  /// The entries of the outermost mapping that were read to their ends.
  private(set) var entries: [YAMLNode.Entry] = []

  init(
    maximumDepth: Int, maximumNodeCount: Int, parser: UnsafeMutablePointer<yaml_parser_t>,
    utf8: UnsafeBufferPointer<UInt8>
  ) {
    self.maximumDepth = maximumDepth
    self.maximumNodeCount = maximumNodeCount
    self.parser = parser
    self.utf8 = utf8
  }

  mutating func read() -> Result<YAMLNode, YAMLError> {
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, utf8.baseAddress, utf8.count)
    do throws(YAMLError) {
      return .success(try document())
    } catch {
      return .failure(error)
    }
  }

  private mutating func document() throws(YAMLError) -> YAMLNode {
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: throw YAMLError(reason: .empty, place: event.place)
      default: return try node(event, depth: 0)
      }
    }
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
    nodeCount += 1
    guard nodeCount <= maximumNodeCount else { throw YAMLError(reason: .tooLarge, place: event.place) }
    guard depth < maximumDepth else { throw YAMLError(reason: .tooDeep, place: event.place) }
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return .scalar(event.text, place: event.place)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while true {
        let item = try next()
        if item.kind == YAML_SEQUENCE_END_EVENT { return .sequence(items, place: event.place) }
        items.append(try node(item, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      var inner: [YAMLNode.Entry] = []
      while true {
        let key = try next()
        if key.kind == YAML_MAPPING_END_EVENT { return .mapping(depth == 0 ? entries : inner, place: event.place) }
        guard key.kind == YAML_SCALAR_EVENT else {
          throw YAMLError(reason: key.kind == YAML_ALIAS_EVENT ? .alias : .keyNotText, place: key.place)
        }
        let value = try next()
        let entry = YAMLNode.Entry(key: key.text, value: try node(value, depth: depth + 1), place: key.place)
        // In one of the two only: a second array of them would be copied with each entry that comes.
        if depth == 0 { entries.append(entry) } else { inner.append(entry) }
      }
    default:
      throw YAMLError(reason: .alias, place: event.place)
    }
  }

  private struct Event {
    var kind: yaml_event_type_t
    var text: String
    var place: YAMLPlace
  }

  private mutating func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
      throw YAMLError(reason: .syntax(problem), place: problemPlace)
    }
    defer { yaml_event_delete(&event) }
    var text = ""
    if event.type == YAML_SCALAR_EVENT, let value = event.data.scalar.value {
      let bytes = UnsafeBufferPointer(start: value, count: event.data.scalar.length)
      text = String(decoding: bytes, as: UTF8.self)
    }
    let (start, end) = (event.start_mark, event.end_mark)
    let length = event.type == YAML_SCALAR_EVENT && start.line == end.line ? Int(end.column) - Int(start.column) : 1
    return Event(
      kind: event.type, text: text,
      place: YAMLPlace(line: Int(start.line) + 1, column: Int(start.column) + 1, length: max(1, length)))
  }

  private var problemPlace: YAMLPlace {
    guard parser.pointee.error == YAML_READER_ERROR else {
      let mark = parser.pointee.problem_mark
      return YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
    // A control character: libyaml tells only its byte.
    let before = utf8.prefix(parser.pointee.problem_offset)
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return YAMLPlace(
      line: line, column: String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
  }
}
