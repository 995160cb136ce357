import NewsModel
import NewsParsing
import TestSupport
import Testing

@Suite("Dates of feeds", .inBackground)
struct FeedDateTests {
  @Test(
    "one moment in every form that feeds write",
    arguments: [
      "Sun, 03 Nov 2019 02:51:00 GMT", "Sun, 3 Nov 2019 02:51 GMT", "03 Nov 2019 02:51:00 +0000",
      "Mon, 03 Nov 19 02:51:00 UT",
      "Sunday, 03-Nov-19 02:51:00 GMT", "Sun Nov  3 02:51:00 2019", "Sun Nov 3 02:51:00 GMT 2019",
      "Sat, 02 Nov 2019 22:51:00 EDT",
      "Sun, Nov 03 2019 02:51:00 GMT", "2019-11-03T02:51:00Z", "2019-11-03T08:21:00+05:30",
      "2019-11-03t08:21:00.25+0530", "2019-11-03T02:51Z",
      "20191103T025100Z", "2019-11-03 02:51:00", "2019-W44-7T02:51:00Z", "2019-307T02:51:00Z", "2019307T025100Z",
      "1572749460",
      "1572749460000", "20191103025100", "Sun, 03 Nov 2019 08:21:00 IST", "Sun, 03 Nov 2019 08:21:00 +05:30",
      "Sun Nov 03 2019 08:21:00 GMT+0530 (India Standard Time)", "2019/11/03 02:51:00 GMT",
      "Sun, 2019/11/03 02:51:00 UTC",
      "3 नवंबर 2019, 08:21 IST", "रविवार, ०३ नोव्हेंबर २०१९ ०८:२१", "03 नव 2019 08:21:00 +0530", "November 3, 2019 2:51 am UTC",
      "2019년 11월 03일 오전 02:51:00", "Κυρ, 03 Νοέ 2019 02:51:00 GMT", "2019-november-03T02:51Z", "03.11.2019 02:51",
      "Sun, 03 Nov 2019 02:51:00 Z", "03 de novembre de 2019 02:51:00 +0000", "Sun, 03 Nov 2019 02:51:00 -0000",
      "11/03/2019 02:51 UTC".replacing("11/03", with: "03/11"),
    ])
  func forms(text: String) {
    #expect(DateParser.readInFeed(text)?.timestamp.secondsSince1970 == 1_572_749_460, "\(text)")
  }

  @Test("no text at all stops the reader")
  func noise() {
    let pieces = [
      "2019", "-", "11", "03", "T", ":", "W44", "GMT", "+", "0530", "Nov", "नव", " ", ",", "/", ".", "am", "(", "1",
      "9", "99999999999999999999",
      "년", "2019W", "T12", "\u{0}", "e\u{301}", "٣",
    ]
    var state: UInt64 = 3
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      _ = DateParser.readInFeed(text)
    }
  }

  @Test("shortened forms begin their year, month or day")
  func shortened() {
    #expect(DateParser.readInFeed("2019")?.timestamp.rfc3339 == "2019-01-01T00:00:00Z")
    #expect(DateParser.readInFeed("2019-11")?.timestamp.rfc3339 == "2019-11-01T00:00:00Z")
    #expect(DateParser.readInFeed("2019-11-03")?.timestamp.rfc3339 == "2019-11-03T00:00:00Z")
    #expect(DateParser.readInFeed("20191103")?.timestamp.rfc3339 == "2019-11-03T00:00:00Z")
    #expect(DateParser.readInFeed("Sun, 03 Nov 2019 24:00:00 GMT")?.timestamp.rfc3339 == "2019-11-04T00:00:00Z")
  }

  @Test("what has no zone is UTC, in an Indian feed Indian time")
  func zones() {
    #expect(DateParser.readInFeed("2019-11-03 08:21:00")?.timestamp.utcOffsetSeconds == 0)
    #expect(DateParser.readInFeed("2019-11-03 08:21:00", isIndian: true)?.timestamp.secondsSince1970 == 1_572_749_460)
    #expect(DateParser.readInFeed("3 नवंबर 2019 08:21")?.timestamp.secondsSince1970 == 1_572_749_460)
  }

  @Test(
    "impossible dates are none",
    arguments: [
      "", "0", "99999999999999", "Sun, 31 Feb 2019 25:61:00 GMT", "Mon, 03 Nov 2019 08:21:00 +9999", "2019-13-01",
      "2019-02-30T00:00:00Z",
      "yesterday", "Mon", "12:30", "2019-W60-1", "2019-400", "5", "1234567", "Sun, 03 Nov 2019 25:00:00 GMT",
      "31 जून 2019",
    ])
  func impossible(text: String) {
    #expect(DateParser.readInFeed(text) == nil, "\(text)")
  }
}
