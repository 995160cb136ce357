internal import IndicText

/// Words in feeds' dates, in lower case.
enum FeedDateWords {
  enum Half {
    case morning, afternoon
  }

  static let halves: [String: Half] = [
    "am": .morning, "pm": .afternoon, "오전": .morning, "오후": .afternoon, "午前": .morning, "午後": .afternoon,
    "上午": .morning, "下午": .afternoon, "πμ": .morning, "μμ": .afternoon, "एएम": .morning, "पीएम": .afternoon,
  ]

  static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// Between a time and its zone.
  static let fillers: Set<String> = ["hrs", "hours", "uhr", "h"]

  /// Seconds east of UTC. India's IST, not Ireland's or Israel's; American names from RFC 822; military letters are UTC, as RFC 5322, section
  /// 4.3, says of them.
  static let zones: [String: Int] = {
    var zones: [String: Int] = [
      "ist": 19_800, "npt": 20_700, "pkt": 18_000, "bdt": 21_600, "bst": 3_600, "gst": 14_400, "sgt": 28_800,
      "hkt": 28_800, "jst": 32_400, "kst": 32_400, "wib": 25_200, "ict": 25_200, "msk": 10_800, "eat": 10_800,
      "sast": 7_200, "cat": 7_200, "wat": 3_600, "cet": 3_600, "met": 3_600, "mez": 3_600, "cest": 7_200,
      "mest": 7_200, "mesz": 7_200, "eet": 7_200, "eest": 10_800, "wet": 0, "west": 3_600, "gmt": 0, "utc": 0, "ut": 0,
      "z": 0, "zulu": 0, "ast": -14_400, "adt": -10_800, "at": -14_400, "est": -18_000, "edt": -14_400, "et": -18_000,
      "cst": -21_600, "cdt": -18_000, "ct": -21_600, "mst": -25_200, "mdt": -21_600, "mt": -25_200, "pst": -28_800,
      "pdt": -25_200, "pt": -28_800, "akst": -32_400, "akdt": -28_800, "hst": -36_000, "nst": -12_600, "ndt": -9_000,
      "brt": -10_800, "art": -10_800, "clt": -14_400, "aest": 36_000, "aedt": 39_600, "acst": 34_200, "acdt": 37_800,
      "awst": 28_800, "nzst": 43_200, "nzdt": 46_800, "aet": 36_000, "आईएसटी": 19_800,
    ]
    for letter in "abcdefghiklmnopqrstuvwxy" { zones[String(letter)] = 0 }
    return zones
  }()

  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let englishMonths: [String: Int] = {
    var months = ["sept": 9]
    for (index, name) in english.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  /// Months of other languages, by as much of their beginning as tells them apart; accents left out.
  private static let others: [(beginning: String, month: Int)] = [
    ("jän", 1), ("ene", 1), ("gen", 1), ("ιαν", 1), ("янв", 1), ("fev", 2), ("fév", 2), ("φεβ", 2), ("фев", 2),
    ("mär", 3), ("maa", 3), ("mrt", 3), ("már", 3), ("μαρ", 3), ("μάρ", 3), ("мар", 3), ("avr", 4), ("abr", 4),
    ("ápr", 4), ("απρ", 4), ("апр", 4), ("mai", 5), ("mei", 5), ("mag", 5), ("máj", 5), ("maj", 5), ("μάι", 5),
    ("μαι", 5), ("μάϊ", 5), ("μαϊ", 5), ("μάώ", 5), ("μαώ", 5), ("мая", 5), ("май", 5), ("juin", 6), ("giu", 6),
    ("jún", 6), ("ιούν", 6), ("ιον", 6), ("ιουν", 6), ("июн", 6), ("juil", 7), ("lug", 7), ("júl", 7), ("ιούλ", 7),
    ("ιολ", 7), ("ιουλ", 7), ("июл", 7), ("aoû", 8), ("aou", 8), ("ago", 8), ("αύγ", 8), ("αυγ", 8), ("авг", 8),
    ("set", 9), ("sze", 9), ("σεπ", 9), ("сен", 9), ("okt", 10), ("out", 10), ("ott", 10), ("οκτ", 10), ("окт", 10),
    ("νοέ", 11), ("νοε", 11), ("ноя", 11), ("dez", 12), ("dic", 12), ("déc", 12), ("δεκ", 12), ("дек", 12),
  ]

  /// The month of a name in lower case, also when it is cut short.
  static func month(_ name: String) -> Int? {
    if let month = englishMonths[name] { return month }
    // What most dates of feeds begin with, and no language calls a month.
    if shortWeekdays.contains(name) { return nil }
    guard name.unicodeScalars.count >= 3 || !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      if let index = english.firstIndex(where: { $0.hasPrefix(name) }) { return index + 1 }
      // "octobre", "novembre", "sept": the first three letters are the same in many languages.
      let beginning = name.prefix(3)
      if !["mon", "mar", "sat", "dec", "apr"].contains(beginning) || name.utf8.count > 5,
        !weekdays.contains(name), let index = english.firstIndex(where: { $0.hasPrefix(beginning) })
      {
        return index + 1
      }
    }
    if let month = others.first(where: { name.hasPrefix($0.beginning) })?.month { return month }
    return name.utf8.allSatisfy { $0 < 0x80 } ? nil : MonthNames.number(ofKey: SearchKey.fold(name))
  }

  private static let shortWeekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mardi", "martes", "martedi",
    "segunda",
    "sabato", "sabado", "samedi", "marts",
  ]

  /// Korean, Japanese and Chinese write a word after each number: the numbers then stand as in 2019-11-03 08:21:00.
  static func withoutUnits(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "년", "年", "월", "月": result.append("-")
      case "일", "日", "秒", "초": result.append(" ")
      case "시", "時", "时", "분", "分": result.append(":")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
