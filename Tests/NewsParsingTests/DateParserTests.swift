import NewsModel
import NewsParsing
import Testing

@Suite("Dates")
struct DateParserTests {
  @Test(
    "one morning in many spellings is one moment",
    arguments: [
      "November 3, 2019 08:21 IST", "3 नवंबर 2019, 08:21 AM", "०३ नोव्हेंबर २०१९ ०८:२१", "03 Nov 2019 08:21 AM IST",
      "2019-11-03T08:21:00+05:30", "2019-11-03T02:51:00Z", "Sun, 03 Nov 2019 08:21 AM IST", "रवि, 03 नवंबर 2019 08:21",
      "03/11/2019 08:21",
      "3rd November 2019 at 8:21 a.m.", "Nov 3, 2019, 8.21 AM IST", "3 नवम्बर, 2019 को सुबह 8:21 बजे",
      "2019-11-03 08:21:00 +0530",
      "नवंबर ३, २०१९ ८:२१ पूर्वाह्न", "3-Nov-2019 08:21", "Sunday, November 03, 2019 02:51 GMT",
      "2019-11-03T08:21:00.250+05:30",
    ])
  func spellings(text: String) throws {
    let reading = try #require(DateParser.read(text))
    #expect(reading.timestamp.secondsSince1970 == 1_572_749_460)
    #expect(reading.hasTime)
    #expect(reading.isWholeText)
  }

  @Test(
    "parts of the day tell the half of the day",
    arguments: [
      ("3 नवंबर 2019, शाम 6:30 बजे", 18), ("3 नवंबर 2019 08:21 PM", 20), ("3 नवंबर 2019 12:05 AM", 0),
      ("3 नवंबर 2019 12:05 PM", 12),
      ("3 नोव्हेंबर 2019, रात्री ९:१५", 21), ("3 नोव्हेंबर 2019, सायं. ६:३०", 18), ("3 नवंबर 2019, दोपहर 12 बजे", 12),
    ])
  func dayParts(text: String, hour: Int) {
    #expect(DateParser.read(text)?.timestamp.civil.hour == hour)
  }

  @Test("what has no zone is Indian time and says so")
  func zones() throws {
    #expect(DateParser.read("3 नवंबर 2019 08:21")?.hasZone == false)
    #expect(DateParser.read("3 नवंबर 2019 08:21 IST")?.hasZone == true)
    #expect(DateParser.read("3 नवंबर 2019 08:21 IST")?.timestamp.utcOffsetSeconds == Timestamp.indiaOffsetSeconds)
    #expect(DateParser.read("3 नवंबर 2019")?.hasTime == false)
  }

  @Test(
    "months of every spelling",
    arguments: [
      ("जनवरी", 1), ("जानेवारी", 1), ("फ़रवरी", 2), ("फेब्रुवारी", 2), ("मार्च", 3), ("अप्रैल", 4), ("एप्रिल", 4), ("मई", 5), ("मे", 5),
      ("जून", 6), ("जुलाई", 7), ("जुलै", 7), ("अगस्त", 8), ("ऑगस्ट", 8), ("सितम्बर", 9), ("सप्टेंबर", 9), ("अक्तूबर", 10), ("अक्टूबर", 10),
      ("ऑक्टोबर", 10), ("नवम्बर", 11), ("नोव्हेंबर", 11), ("दिसम्बर", 12), ("डिसेंबर", 12), ("Sept", 9),
    ])
  func months(name: String, month: Int) {
    #expect(DateParser.read("12 \(name) 2020")?.timestamp.civil.month == month)
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", "31 फरवरी 2020", "2 घंटे पहले", "May the force", "३५ लोग", "99999999999999999999 Nov 2019", "12:30", "3 नवंबर",
      "45/13/2020",
    ])
  func none(text: String) {
    #expect(DateParser.read(text) == nil)
  }
}
