import NewsModel
import TestSupport
import Testing

/// Queries that are printed, and queries that are meant to break the parser.
@Suite(.inBackground) struct StoryQueryTextTests {
  private let today = Timestamp(secondsSince1970: 1_572_749_460, utcOffsetSeconds: Timestamp.indiaOffsetSeconds)

  private func parse(_ text: String) throws(QueryTrouble) -> StoryQuery { try StoryQuery(parsing: text, today: today) }

  @Test("a printed query is short and in the reader's days")
  func printing() throws {
    let cases = [
      ("(मोदी) ((सरकार))", "मोदी सरकार"), ("“आम बजट”* | कर", "\"आम बजट\"* OR कर"), ("-(-tag:'नरेंद्र मोदी')", "tag:\"नरेंद्र मोदी\""),
      ("है:पठित बाद:आज", "is:read after:2019-11-03"), ("on:2019", "after:2019-01-01 before:2020-01-01"),
      ("(या) गाँव", "(या) गाँव"),
      ("tag:«एक \"दो\" तीन»", "tag:«एक \"दो\" तीन»"), ("क (ख OR ग) -घ", "क (ख OR ग) -घ"), ("क OR (ख ग)", "क OR (ख ग)"),
      ("", ""),
      ("after:2019-11-03T08:21", "after:2019-11-03T08:21:00+05:30"),
    ]
    for (text, printed) in cases {
      #expect(try parse(text).text(utcOffsetSeconds: today.utcOffsetSeconds) == printed)
    }
    #expect(try parse("on:today").description == "after:2019-11-02T18:30:00Z before:2019-11-03T18:30:00Z")
    #expect(StoryQuery.or([]).description == "-*" && StoryQuery.all.description == "")
  }

  @Test("every printed query parses to the same, on the other side of the world too")
  func roundTrip() throws {
    var random = SeededRandom(seed: 5)
    let elsewhere = Timestamp(secondsSince1970: 1_700_000_000, utcOffsetSeconds: -36_000)
    for _ in 0..<4_000 {
      let query = Self.randomQuery(depth: 4, &random).simplified
      #expect(try StoryQuery(parsing: query.description, today: elsewhere) == query, "\(query)")
      let local = query.text(utcOffsetSeconds: today.utcOffsetSeconds)
      #expect(try parse(local) == query, "\(local)")
    }
  }

  @Test(
    "whatever is typed either parses, and then its printed form parses to the same, or points at whole clusters of the text"
  )
  func anything() {
    var random = SeededRandom(seed: 11)
    let pieces = [
      "मोदी", "क्षि", "a", " ", " ", "\n", "\"", "“", "”", "'", "’", "«", "(", ")", "-", "OR", "या", "|", "*", ":", "tag:",
      "टैग:", "is:", "after:", "title:",
      "2019", "7", "नवंबर", "unread", "\u{94D}", "\u{200D}", "\u{1B}", "\u{202E}", "👩‍👩‍👧", "،", ",", "/", "x:", "AND",
    ]
    for round in 0..<20_000 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      do throws(QueryTrouble) {
        let query = try StoryQuery(parsing: text, today: today, isUnfinished: round % 4 == 0)
        do throws(QueryTrouble) {
          let again = try parse(query.description)
          #expect(again == query, "\(text.debugDescription) → \(query)")
        } catch { Issue.record("\(text.debugDescription) → \(query): \(error)") }
      } catch {
        var boundaries: Set<Int> = [0]
        var offset = 0
        for character in text {
          offset += character.utf8.count
          boundaries.insert(offset)
        }
        #expect(
          boundaries.contains(error.place.lowerBound) && boundaries.contains(error.place.upperBound),
          "\(text.debugDescription)")
      }
    }
  }

  @Test("a text longer or deeper than anyone types is refused, at once")
  func hostile() {
    let texts = [
      String(repeating: "क", count: 350_000), String(repeating: "(", count: 100_000),
      String(repeating: ")", count: 100_000),
      String(repeating: "-", count: 1_000_000), String(repeating: "\"", count: 1_000_001),
      "क" + String(repeating: "\u{301}", count: 500_000),
      String(repeating: "(", count: 13) + "क" + String(repeating: ")", count: 13), String(repeating: "क ", count: 201),
      String(repeating: "-(", count: 4_000),
    ]
    let time = computingTime {
      for text in texts {
        do throws(QueryTrouble) {
          _ = try parse(text)
          Issue.record("\(text.prefix(20)) was taken")
        } catch {
          #expect(error.kind == .tooLong)
          #expect(error.place.upperBound <= text.utf8.count && !error.place.isEmpty)
        }
      }
      // As long as may be, and made to look far ahead at every step.
      for piece in ["'क ", "|", "||क", "'", "''", "\"\"", "after:3 ", "क|", "-", "*", "()", "x:", ":", "after:नवंबर "] {
        _ = try? parse(String(repeating: piece, count: 8_192 / piece.utf8.count))
        _ = try? parse(String(repeating: piece, count: min(8_192 / piece.utf8.count, 199)))
      }
    }
    #expect(time < .seconds(10))
  }
}

private struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Knuth's MMIX generator.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

extension StoryQueryTextTests {
  private static func randomQuery(depth: Int, _ random: inout SeededRandom) -> StoryQuery {
    func parts() -> [StoryQuery] {
      (0..<random.below(4)).map { _ in randomQuery(depth: depth - 1, &random) }
    }
    let words = [
      "मोदी", "क्षेत्र", "India's", "10:30", "मोदी:भारत", "LIVE:x", "OR", "या", "AND", "-क", "क ख", "भारत-चीन", "tag:x",
      "after:2019", "क)", "is",
    ]
    let names = ["खेल", "नरेन्द्र मोदी", "एक \"दो\"", "«तीन»", "क|ख", "क (ख)", "'क'", "-क", "https://example.org/?a=b", "या"]
    switch random.below(depth > 0 ? 9 : 6) {
    case 0, 1:
      let word = words[random.below(words.count)]
      let isPlain = !["OR", "-क", "क ख", "tag:x", "after:2019", "क)"].contains(word)
      let isTitle = random.below(3) == 0
      return .term(
        .init(
          word.hasPrefix("-") || word.hasSuffix(")") ? "क" : word, place: isTitle ? .title : .anywhere,
          isPhrase: !isPlain || random.below(2) == 0, isPrefix: random.below(4) == 0))
    case 2: return .filter(.tag(names[random.below(names.count)]))
    case 3:
      return .filter(
        [.section(names[random.below(names.count)]), .feed(names[random.below(names.count)])][random.below(2)])
    case 4: return .filter([.unread, .starred, .muted, .grouped, .marked, .noted, .language("hi")][random.below(7)])
    case 5:
      let seconds = Int64(random.below(2_000_000_000))
      return .filter(random.below(2) == 0 ? .from(seconds) : .until(seconds))
    case 6: return .not(randomQuery(depth: depth - 1, &random))
    case 7: return .and(parts())
    default: return .or(parts())
    }
  }
}
