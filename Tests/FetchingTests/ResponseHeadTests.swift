@testable import Fetching
import Testing

@Suite struct ResponseHeadTests {
  /// 2026-09-21T14:13:20Z.
  let now: Int64 = 1_790_000_000

  private func head(_ text: String) -> ResponseHead {
    var head = ResponseHead()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isRead = Array("\(line)\r\n".utf8).withUnsafeBufferPointer { head.read($0) }
      #expect(isRead)
    }
    return head
  }

  /// RFC 9110, section 5.6.7, and what servers make of it.
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Sun, 6 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Mon, 21 Sep 2026 14:13:20 GMT", 1_790_000_000), ("Sat, 01-Jan-00 00:00:00 GMT", 946_684_800),
    ("Friday, 31-Dec-76 23:59:59 GMT", 3_376_684_799), ("Friday, 31-Dec-77 23:59:59 GMT", 252_460_799),
  ])
  func datesOfAllThreeFormsAreRead(text: String, seconds: Int64) {
    #expect(HTTPDate.seconds(text, now: now) == seconds)
  }

  @Test(arguments: [
    "", "0", "-1", "tomorrow", "Sun, 31 Feb 2026 00:00:00 GMT", "Sun, 06 Nov 1994 25:00:00 GMT",
    "Sun, 06 Nov 1994 08:49 GMT",
    "Sun, 06 नवंबर 1994 08:49:37 GMT", "Sun, 06 Nov 19945 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
    "a b c d e f g h",
    "Sun, 06 Nov 1994 ८:४९:३७ GMT", ",,,,,,,,,,", "Sun Nov 6 08:49:37",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(HTTPDate.seconds(text, now: now) == nil)
  }

  @Test(
    arguments: [
      ("120", 120), ("0", 0), ("Mon, 21 Sep 2026 14:14:20 GMT", 60), ("Monday, 21-Sep-26 14:14:20 GMT", 60),
      ("Mon Sep 21 14:14:20 2026", 60), ("Mon, 21 Sep 2026 14:12:20 GMT", 0), ("99999999999999999999999", 604_800),
      ("Fri, 31 Dec 9999 23:59:59 GMT", 604_800), ("soon", nil), ("-5", nil), ("1.5", nil), ("", nil),
    ] as [(String, Int?)])
  func aServerIsBelievedWhenItAsksToWaitWithinReason(value: String, seconds: Int?) {
    #expect(head("HTTP/1.1 503 Busy\nRetry-After: \(value)\n").retryAfterSeconds(now: now) == seconds)
  }

  @Test func aPauseIsMeasuredOnTheServersClock() {
    let head = head(
      "HTTP/1.1 429 Busy\nDate: Mon, 21 Sep 2026 10:00:00 GMT\nRetry-After: Mon, 21 Sep 2026 10:05:00 GMT\n")
    #expect(head.retryAfterSeconds(now: now) == 300)
  }

  @Test(
    arguments: [
      ("max-age=300", 300), ("public, max-age=60, s-maxage=10", 60), ("max-age=\"60\"", 60), ("MAX-AGE = 60", 60),
      ("no-store", 0), ("max-age=60, no-cache", 0), ("max-age=abc", nil), ("max-age=", nil), ("public", nil), ("", nil),
      ("max-age=99999999999999999999", 1 << 31), ("max-age=-1", nil),
    ] as [(String, Int?)])
  func freshnessIsRead(value: String, seconds: Int?) {
    #expect(head("HTTP/1.1 200 OK\nCache-Control: \(value)\n").freshSeconds == seconds)
  }

  @Test func freshnessMayStandInTwoLines() {
    #expect(head("HTTP/1.1 200 OK\nCache-Control: public\nCache-Control: max-age=5\n").freshSeconds == 5)
    #expect(head("HTTP/1.1 200 OK\n").freshSeconds == nil)
  }

  @Test func valuesAreTextOfBoundedLength() {
    let long = String(repeating: "a", count: 2000)
    let head = head("HTTP/1.1 200 OK\nContent-Type: te\u{1B}[31mxt/\u{7F}xml\nETag: \"\(long)\"\nLocation: \(long)\n")
    #expect(head.contentType == "te[31mxt/xml")
    #expect(head.validators.etag == nil)
    #expect(head.location == long)
  }

  @Test(arguments: [
    ("HTTP/2 301", 301), ("HTTP/1.1  200   OK", 200), ("HTTP/1.1 99999", 999), ("HTTP/1.1", 0), ("HTTP/1.1 x", 0),
  ])
  func theStatusIsRead(line: String, status: Int) {
    #expect(head(line + "\n").status == status)
  }
}
