/// How many feeds are on the way at once: many where most have nothing new or are small, fewer where each brings a megabyte.
///
/// Each feed on its way holds a document in memory, so this and not the number of feeds decides what a refresh needs. It begins small, as long
/// as nothing is known of the documents, and follows them.
struct FeedWindow {
  /// Documents' bytes that may be on the way, if each is as large as the last ones were; with what is read of them it is several times as much.
  private static let byteBudget = 16 << 20
  /// Below the first, feeds that wait for the store leave a core without work; the servers of so many at once are more than enough.
  static let feedCounts = 8...32

  /// Of one document; later ones count for more.
  private var meanByteCount = byteBudget / feedCounts.lowerBound

  var feedCount: Int {
    min(max(Self.byteBudget / max(meanByteCount, 1), Self.feedCounts.lowerBound), Self.feedCounts.upperBound)
  }

  /// - Parameter byteCount: of the document that a feed brought; 0 when it had nothing new or failed.
  mutating func note(byteCount: Int) {
    meanByteCount = (meanByteCount * 3 + byteCount) / 4
  }
}
