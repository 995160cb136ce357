import NewsModel
import Testing

@Suite struct StoryQueryTests {
  /// Sunday, 3 November 2019, 08:21 IST.
  private let today = Timestamp(secondsSince1970: 1_572_749_460, utcOffsetSeconds: Timestamp.indiaOffsetSeconds)

  private func parse(_ text: String) throws(QueryTrouble) -> StoryQuery { try StoryQuery(parsing: text, today: today) }

  private func word(_ text: String) -> StoryQuery { .term(.init(text)) }
  private func phrase(_ text: String) -> StoryQuery { .term(.init(text, isPhrase: true)) }

  private func trouble(_ text: String) -> QueryTrouble? {
    do throws(QueryTrouble) {
      _ = try parse(text)
      return nil
    } catch { return error }
  }

  /// What the trouble points at.
  private func spot(_ text: String) -> String? {
    trouble(text).map { String(decoding: Array(text.utf8)[$0.place], as: UTF8.self) }
  }

  private func midnight(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    Timestamp(year: year, month: month, day: day, utcOffsetSeconds: today.utcOffsetSeconds)?.secondsSince1970 ?? 0
  }

  // MARK: Words

  @Test("words are all meant; OR binds closer than a blank; a minus and parentheses do what they look like")
  func structure() throws {
    #expect(try parse("मोदी सरकार") == .and([word("मोदी"), word("सरकार")]))
    #expect(try parse("बाढ़ या सूखा बिहार") == .and([.or([word("बाढ़"), word("सूखा")]), word("बिहार")]))
    #expect(try parse("बाढ़ OR सूखा | ओले") == .or([word("बाढ़"), word("सूखा"), word("ओले")]))
    #expect(try parse("बाढ़|सूखा") == .or([word("बाढ़"), word("सूखा")]))
    #expect(try parse("बाढ़ OR (सूखा बिहार)") == .or([word("बाढ़"), .and([word("सूखा"), word("बिहार")])]))
    #expect(try parse("चुनाव -(दिल्ली OR पंजाब)") == .and([word("चुनाव"), .not(.or([word("दिल्ली"), word("पंजाब")]))]))
    #expect(try parse("चुनाव AND नतीजे") == .and([word("चुनाव"), word("नतीजे")]))
    #expect(try parse("((मौसम))") == word("मौसम"))
    #expect(try parse("") == .all)
    #expect(try parse(" \n ") == .all)
    #expect(try parse("()") == .all)
    #expect(try parse("*") == .all)
    #expect(try parse("-*") == .or([]))
  }

  @Test(
    "phrases open and close with every kind of quotation marks, matched or not",
    arguments: [
      "\"जलवायु संकट\"", "“जलवायु संकट”", "”जलवायु संकट“", "„जलवायु संकट“", "«जलवायु संकट»", "»जलवायु संकट«", "‘जलवायु संकट’", "'जलवायु संकट'",
      "''जलवायु संकट''", "‘‘जलवायु संकट’’", "\"जलवायु संकट”", "\"\u{200C}जलवायु संकट\"",
    ])
  func phrases(text: String) throws {
    #expect(try parse(text) == phrase("जलवायु संकट"))
    #expect(try parse("-" + text) == .not(phrase("जलवायु संकट")))
    #expect(
      try parse(text + "* तापमान") == .and([.term(.init("जलवायु संकट", isPhrase: true, isPrefix: true)), word("तापमान")]))
  }

  @Test("an apostrophe and an inch sign open nothing")
  func apostrophes() throws {
    #expect(try parse("India's goal") == .and([word("India's"), word("goal")]))
    #expect(try parse("32\" टीवी") == .and([word("32"), word("टीवी")]))
    #expect(try parse("'90s music") == .and([word("90s"), word("music")]))
  }

  @Test("a star at a word's end asks for beginnings")
  func prefixes() throws {
    #expect(try parse("पर्याव*") == .term(.init("पर्याव", isPrefix: true)))
    #expect(try parse("title:पर्याव*") == .term(.init("पर्याव", place: .title, isPrefix: true)))
    #expect(try parse("5 * 3") == .and([word("5"), word("3")]))
  }

  // MARK: Fields

  @Test("fields go by English, Hindi and Marathi names in any spelling, values may be quoted")
  func fields() throws {
    let person = StoryQuery.filter(.tag("नरेन्द्र मोदी"))
    for text in ["tag:\"नरेन्द्र मोदी\"", "टैग:“नरेन्द्र मोदी”", "TAG:«नरेन्द्र मोदी»", "टॅग:'नरेन्द्र मोदी'", "tag: \"नरेन्द्र मोदी\""] {
      #expect(try parse(text) == person)
    }
    #expect(try parse("-tag:खेल") == .not(.filter(.tag("खेल"))))
    #expect(
      try parse("शीर्षक:बजट title:\"आम बजट\"")
        == .and([
          .term(.init("बजट", place: .title)), .term(.init("आम बजट", place: .title, isPhrase: true)),
        ]))
    #expect(try parse("अनुभाग:खेल section:देश") == .and([.filter(.section("खेल")), .filter(.section("देश"))]))
    #expect(try parse("फीड:बीबीसी फ़ीड:बीबीसी") == .and([.filter(.feed("बीबीसी")), .filter(.feed("बीबीसी"))]))
    #expect(try parse("feed:https://example.org/rss") == .filter(.feed("https://example.org/rss")))
    #expect(
      try parse("is:unread is:read is:starred is:muted is:grouped")
        == .and([
          .filter(.unread), .not(.filter(.unread)), .filter(.starred), .filter(.muted), .filter(.grouped),
        ]))
    #expect(try parse("is:marked है:टिप्पणी") == .and([.filter(.marked), .filter(.noted)]))
    #expect(try parse("है:अपठित है:तारांकित") == .and([.filter(.unread), .filter(.starred)]))
    #expect(try parse("-is:read") == .filter(.unread))
    for text in ["lang:hi", "lang:हिंदी", "lang:Hindi", "भाषा:हिन्दी", "lang:hi-IN"] {
      #expect(try parse(text) == .filter(.language("hi")))
    }
    #expect(try parse("lang:bho") == .filter(.language("bho")))
    #expect(
      try parse("(tag:क OR tag:ख) is:unread")
        == .and([
          .or([.filter(.tag("क")), .filter(.tag("ख"))]), .filter(.unread),
        ]))
  }

  @Test(
    "a headline pasted as it is gives words and no error",
    arguments: [
      "मोदी: भारत बनेगा तीसरी बड़ी अर्थव्यवस्था", "ट्रेन 10:30 बजे रवाना – यात्री परेशान", "https://example.org/a?b=c:d पर पूरी ख़बर",
      "LIVE: संसद का सत्र शुरू | देश की ख़बरें", "LIVE:संसद का सत्र", "पहले: सूखा, फिर बाढ़", "बड़ा सवाल यह है:क्या होगा आगे", "भाषा: नई दिल्ली में बैठक",
      "या गावात पाणी नाही", "नतीजे कल या परसों", "बारिश हुई| नदियाँ उफनीं", "|", "- -", "--", "– मौसम –", "मौसम -", "1) पहला मुद्दा 2) दूसरा",
      "COVID:19 के मामले", "What comes after: a guide", "The question is: who won?", "‘भारत जोड़ो’ यात्रा (वीडियो)", "5 * 3 = 15",
      "?!…।॥", "\u{94D}\u{200D}",
      "After:the flood", "is", ":", "::", "tag", "a:b",
    ])
  func headlines(text: String) {
    #expect(trouble(text) == nil)
  }

  @Test("what is no headline's is an error that points at its spot, whole clusters")
  func troubles() {
    #expect(trouble("बाढ़ tagg:खेल")?.kind == .unknownField("tagg"))
    #expect(spot("बाढ़ tagg:खेल") == "tagg")
    #expect(trouble("\"आम बजट")?.kind == .unclosed("\""))
    #expect(spot("देश “आम बजट") == "“")
    #expect(trouble("(देश")?.kind == .unclosed("("))
    #expect(trouble("देश )")?.kind == .unopened(")"))
    #expect(trouble("(देश))")?.place == 11..<12)
    #expect(trouble("tag:")?.kind == .missingValue(field: "tag"))
    #expect(spot("देश टैग:\"\" बजट") == "टैग:\"\"")
    #expect(trouble("is:नया")?.kind == .unknownValue(field: "is", value: "नया"))
    #expect(spot("देश is:नया") == "नया")
    #expect(trouble("lang:klingon")?.kind == .unknownValue(field: "lang", value: "klingon"))
    #expect(trouble("after:2019-02-30")?.kind == .notADate("2019-02-30"))
    #expect(spot("देश before:\"32 मई 2019\"") == "32 मई 2019")
    #expect(trouble("OR देश")?.kind == .missingOperand("OR"))
    #expect(trouble("देश OR")?.kind == .missingOperand("OR"))
    #expect(spot("(देश OR) बजट") == "OR")
    #expect(trouble("देश OR OR बजट")?.kind == .missingOperand("OR"))
  }

  @Test("while a text is being typed its open end is no error, and its beginning still is")
  func unfinished() throws {
    let finished = try parse("बजट")
    for text in [
      "बजट (", "(बजट", "बजट tag:", "बजट tag: ", "बजट is:unr", "बजट after:20", "बजट OR", "बजट -", "बजट OR ",
      "बजट -is:st",
    ] {
      #expect(try StoryQuery(parsing: text, today: today, isUnfinished: true) == finished, "\(text)")
    }
    let open = StoryQuery.term(.init("आम बज", isPhrase: true, isPrefix: true))
    #expect(try StoryQuery(parsing: "\"आम बज", today: today, isUnfinished: true) == open)
    for text in ["\"आम बज ", "\"आम बज\"", "\"आम बज\" "] {
      #expect(try StoryQuery(parsing: text, today: today, isUnfinished: true) == phrase("आम बज"))
    }
    #expect(throws: QueryTrouble.self) { try StoryQuery(parsing: "is:unr बजट", today: today, isUnfinished: true) }
    #expect(throws: QueryTrouble.self) { try StoryQuery(parsing: "tagg:x बजट", today: today, isUnfinished: true) }
  }

  // MARK: Dates

  @Test("after: has its day, month or year in it, before: has not, on: is it")
  func dates() throws {
    let day = midnight(2019, 11, 3)
    #expect(try parse("after:2019-11-03") == .filter(.from(day)))
    #expect(try parse("before:2019-11-03") == .filter(.until(day)))
    #expect(try parse("on:2019-11-03") == .and([.filter(.from(day)), .filter(.until(day + 86_400))]))
    #expect(
      try parse("on:2019-12") == .and([.filter(.from(midnight(2019, 12, 1))), .filter(.until(midnight(2020, 1, 1)))]))
    #expect(
      try parse("before:2020 बाद:2019")
        == .and([.filter(.until(midnight(2020, 1, 1))), .filter(.from(midnight(2019, 1, 1)))]))
  }

  @Test(
    "a day is said in many ways, in the digits of either script, with or without quotation marks",
    arguments: [
      "2019-11-03", "२०१९-११-०३", "2019/11/3", "3/11/2019", "3.11.2019", "3 नवंबर 2019", "३ नवम्बर २०१९",
      "\"3 नवंबर 2019\"", "नवंबर 3, 2019", "3 नोव्हेंबर 2019",
      "3 November 2019", "3-Nov-2019", "today", "आज", "3 नवंबर", "0d", "रविवार", "2019-11-03T00:00",
      "2019-11-02T18:30:00Z",
      "2019-11-03T00:00:00+05:30",
    ])
  func days(text: String) throws {
    #expect(try parse("after:\(text) बजट") == .and([.filter(.from(midnight(2019, 11, 3))), word("बजट")]))
  }

  @Test("days and stretches before today")
  func relativeDates() throws {
    let cases: [(String, Int64)] = [
      ("yesterday", midnight(2019, 11, 2)), ("कल", midnight(2019, 11, 2)), ("परसों", midnight(2019, 11, 1)),
      ("7d", midnight(2019, 10, 27)),
      ("7दिन", midnight(2019, 10, 27)), ("७ दिन", midnight(2019, 10, 27)), ("week", midnight(2019, 10, 27)),
      ("2w", midnight(2019, 10, 20)),
      ("सप्ताह", midnight(2019, 10, 27)), ("हफ्ता", midnight(2019, 10, 27)), ("1m", midnight(2019, 10, 3)),
      ("2 महीने", midnight(2019, 9, 3)),
      ("1y", midnight(2018, 11, 3)), ("साल", midnight(2018, 11, 3)), ("सोमवार", midnight(2019, 10, 28)),
      ("दिसंबर", midnight(2018, 12, 1)),
      ("अक्टूबर 2018", midnight(2018, 10, 1)), ("29 फ़रवरी", midnight(2016, 2, 29)), ("3h", today.secondsSince1970 - 10_800),
      ("३ घंटे", today.secondsSince1970 - 10_800),
    ]
    for (text, start) in cases { #expect(try parse("after:\(text)") == .filter(.from(start)), "\(text)") }
    let march = Timestamp(year: 2020, month: 3, day: 31, hour: 23, utcOffsetSeconds: 19_800) ?? today
    #expect(try StoryQuery(parsing: "after:1m", today: march) == .filter(.from(midnight(2020, 2, 29))))
    #expect(
      try parse("on:week") == .and([.filter(.from(midnight(2019, 10, 27))), .filter(.until(midnight(2019, 11, 4)))]))
    for text in ["2019-13", "0000", "99999999999999999999d", "7x", "32/1/2019", "2019-11-03T25:00"] {
      #expect(trouble("after:\(text)")?.kind == .notADate(text), "\(text)")
    }
  }

  @Test("a day is the reader's, whatever the zone")
  func zones() throws {
    let samoa = Timestamp(secondsSince1970: 1_572_749_460, utcOffsetSeconds: 13 * 3600)
    #expect(try StoryQuery(parsing: "after:2019-11-03", today: samoa) == .filter(.from(1_572_739_200 - 13 * 3600)))
    #expect(try StoryQuery(parsing: "after:today", today: samoa) == .filter(.from(1_572_739_200 - 13 * 3600)))
  }

  @Test("words of a list are also the beginnings of headlines' words, those that must not be there are not")
  func titleBeginnings() throws {
    let beginning = StoryQuery.term(.init("राम", place: .title, isPrefix: true))
    #expect(try parse("राम").alsoByTitleBeginnings == .or([word("राम"), beginning]))
    #expect(
      try parse("मेला -राम").alsoByTitleBeginnings
        == .and([
          .or([word("मेला"), .term(.init("मेला", place: .title, isPrefix: true))]), .not(word("राम")),
        ]))
    for text in ["\"राम\"", "title:राम", "राम*", "tag:राम"] {
      #expect(try parse(text).alsoByTitleBeginnings == parse(text))
    }
  }
}
