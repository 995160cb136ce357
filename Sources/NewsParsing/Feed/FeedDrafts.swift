internal import NewsModel

/// What is known of a feed before all of it is read.
struct FeedDraft {
  var hasChannel = false
  /// `xml:lang` of the root or channel.
  var scopeLanguage: String?
  /// CDF has its address in an attribute.
  var attributeLink: String?
  var attributeBase: String?
  var period: Int?
  var frequency = 1
  var updatedRank = -1
  var titleRank = -1
  var aboutRank = -1
}

/// An Atom person, or an RSS author with parts.
struct PersonDraft {
  var name: String?
  var email: String?
  /// RSS writes a person as one text.
  var text: [UInt8] = []
  /// False for contributors and the like.
  var isAuthor: Bool
}

/// A Media RSS element.
struct MediaDraft {
  var address: String?
  var isPicture = false
  var mediaType: String?
  var byteCount: Int?
  var caption: String?
  var title: String?
  var credit: String?
  /// How many pictures the item had when the group began.
  var pictureStart: Int
}
