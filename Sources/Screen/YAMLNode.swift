internal import CYAML

/// A YAML document as a small tree; no tags, no anchors, no aliases.
package indirect enum YAMLNode: Hashable, Sendable {
  case scalar(String, line: Int)
  case sequence([YAMLNode], line: Int)
  case mapping([Entry], line: Int)

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: YAMLNode
    /// From 1.
    package var line: Int
  }

  /// From 1.
  package var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

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

/// Why a text is not taken as YAML.
package struct YAMLError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// libyaml's words.
    case syntax(String)
    case tooLarge, tooDeep, alias, keyNotText, empty
  }

  package var reason: Reason
  /// From 1.
  package var line: Int
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
    guard text.utf8.count <= maximumUTF8Count else { throw YAMLError(reason: .tooLarge, line: 1) }
    var native = text
    let outcome: Result<YAMLNode, YAMLError> = native.withUTF8 { utf8 in
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      guard yaml_parser_initialize(parser) == 1 else {
        return .failure(YAMLError(reason: .syntax("out of memory"), line: 1))
      }
      defer { yaml_parser_delete(parser) }
      var reader = EventReader(maximumDepth: maximumDepth, maximumNodeCount: maximumNodeCount, parser: parser)
      return reader.read(utf8)
    }
    return try outcome.get()
  }
}

/// libyaml's events, put together.
private struct EventReader {
  let maximumDepth: Int
  let maximumNodeCount: Int
  /// On the heap, for libyaml keeps its address; owned by the call of ``parse(_:)`` that made it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var nodeCount = 0

  init(maximumDepth: Int, maximumNodeCount: Int, parser: UnsafeMutablePointer<yaml_parser_t>) {
    self.maximumDepth = maximumDepth
    self.maximumNodeCount = maximumNodeCount
    self.parser = parser
  }

  mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Result<YAMLNode, YAMLError> {
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
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: throw YAMLError(reason: .empty, line: event.line)
      default: return try node(event, depth: 0)
      }
    }
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
    nodeCount += 1
    guard nodeCount <= maximumNodeCount else { throw YAMLError(reason: .tooLarge, line: event.line) }
    guard depth < maximumDepth else { throw YAMLError(reason: .tooDeep, line: event.line) }
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return .scalar(event.text, line: event.line)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while true {
        let item = try next()
        if item.kind == YAML_SEQUENCE_END_EVENT { return .sequence(items, line: event.line) }
        items.append(try node(item, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      var entries: [YAMLNode.Entry] = []
      while true {
        let key = try next()
        if key.kind == YAML_MAPPING_END_EVENT { return .mapping(entries, line: event.line) }
        guard key.kind == YAML_SCALAR_EVENT else {
          throw YAMLError(reason: key.kind == YAML_ALIAS_EVENT ? .alias : .keyNotText, line: key.line)
        }
        let value = try next()
        entries.append(.init(key: key.text, value: try node(value, depth: depth + 1), line: key.line))
      }
    default:
      throw YAMLError(reason: .alias, line: event.line)
    }
  }

  private struct Event {
    var kind: yaml_event_type_t
    var text: String
    var line: Int
  }

  private mutating func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
      throw YAMLError(reason: .syntax(problem), line: Int(parser.pointee.problem_mark.line) + 1)
    }
    defer { yaml_event_delete(&event) }
    var text = ""
    if event.type == YAML_SCALAR_EVENT, let value = event.data.scalar.value {
      let bytes = UnsafeBufferPointer(start: value, count: event.data.scalar.length)
      text = String(decoding: bytes, as: UTF8.self)
    }
    return Event(kind: event.type, text: text, line: Int(event.start_mark.line) + 1)
  }
}
