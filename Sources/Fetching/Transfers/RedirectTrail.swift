import NewsModel

/// The way from the address that was asked for to the one that answers.
struct RedirectTrail {
  /// Where the next request goes.
  private(set) var current: WebAddress
  private(set) var count = 0
  private let asked: WebAddress
  /// The end of the unbroken run of permanent redirects at the beginning.
  private var moved: WebAddress?
  private var isRunUnbroken = true

  /// - Throws: `FetchError` of kind `forbiddenAddress` when `url` is not to be asked.
  init(url: String) throws(FetchError) {
    guard var address = WebAddress(url), !BlockedPorts.contains(address) else {
      throw FetchError(kind: .forbiddenAddress, url: FetchError.shownURL(url))
    }
    address.fragment = nil
    if address.path.isEmpty { address.path = "/" }
    asked = address
    current = address
  }

  /// Whether an answer sends the request elsewhere.
  static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Takes one step. Name and password go along to the same server only, and those that a redirect brings are dropped.
  ///
  /// A step from https to http is taken, but ends the run: a feed is never remembered at a less safe address.
  mutating func follow(status: Int, location: String, limit: Int) throws(FetchError) {
    count += 1
    let from = FetchError.shownURL(current.text)
    guard count <= limit else { throw FetchError(kind: .tooManyRedirects(limit: limit), url: from) }
    let meaning = WebAddress.resolve(location, against: current.text)
    guard let meaning, var next = WebAddress(meaning), !BlockedPorts.contains(next) else {
      throw FetchError(kind: .forbiddenAddress, url: FetchError.shownURL(meaning ?? from))
    }
    next.fragment = nil
    if next.path.isEmpty { next.path = "/" }
    next.userInfo = next.hasSameOrigin(as: current) ? current.userInfo : nil
    isRunUnbroken =
      isRunUnbroken && (status == 301 || status == 308) && !(current.scheme == "https" && next.scheme == "http")
    if isRunUnbroken { moved = next }
    current = next
  }

  var finalURL: String {
    var address = current
    address.userInfo = nil
    return address.text
  }

  /// See ``HTTPResponse/permanentURL``.
  var permanentURL: String? { moved.flatMap { $0 == asked ? nil : $0.text } }
}

/// Ports where another protocol than HTTP listens, which a request could be mistaken for: the Fetch standard's list of bad ports, section 2.9.
enum BlockedPorts {
  private static let ports: Set<Int> = [
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
    111,
    113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540,
    548,
    554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
    6665,
    6666, 6667, 6668, 6669, 6679, 6697, 10080,
  ]

  static func contains(_ address: WebAddress) -> Bool { address.port.map(ports.contains) ?? false }
}
