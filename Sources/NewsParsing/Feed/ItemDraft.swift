internal import NewsModel

/// What is known of an item before it ends.
final class ItemDraft {
  var item = ParsedItem()
  /// `rdf:about`, when there is no other.
  var about: String?
  /// The address in `guid`, when it is one.
  var permalink: String?
  /// Where an item of a link list points.
  var relatedLink: String?
  var contentAddress: String?
  var mediaTitle: String?
  var mediaSummary: MarkedText?
  var thumbnails: [ItemPicture] = []
  var titleRank = -1
  var summaryRank = -1
  var contentRank = -1
  var idRank = -1
  var linkRank = -1
  var publishedRank = -1
  var modifiedRank = -1
  /// The authors of the feed that the entry was taken from.
  var sourceAuthors: [String] = []
  /// Whether anything stood in it.
  var hasContent = false
  /// What `isPermaLink` says of the `guid`.
  var isPermalink = true

  /// Of tags, pictures, attachments and authors.
  static let listLimit = 200
}

extension ItemDraft {
  func setLink(_ link: String?, rank: Int) {
    guard let link, rank > linkRank else { return }
    item.url = link
    linkRank = rank
  }

  func addTag(_ tag: String?) {
    guard let tag, item.tags.count < Self.listLimit, !item.tags.contains(tag) else { return }
    item.tags.append(tag)
  }

  func addAuthor(_ name: String?) {
    guard let name, item.authors.count < Self.listLimit, !item.authors.contains(name) else { return }
    item.authors.append(name)
  }

  /// A picture named twice is one; what the second says of it is kept where the first said nothing.
  func addPicture(_ picture: ItemPicture) {
    if let known = item.pictures.firstIndex(where: { $0.url == picture.url }) {
      item.pictures[known].caption = item.pictures[known].caption ?? picture.caption
      item.pictures[known].credit = item.pictures[known].credit ?? picture.credit
    } else if item.pictures.count < Self.listLimit {
      item.pictures.append(picture)
    }
  }

  func addThumbnail(_ link: String?) {
    guard let link, thumbnails.count < Self.listLimit, !thumbnails.contains(where: { $0.url == link }) else { return }
    thumbnails.append(ItemPicture(url: link))
  }

  func addAttachment(_ attachment: Attachment) {
    guard item.attachments.count < Self.listLimit, attachment.url.hasPrefix("http"),
      !item.attachments.contains(where: { $0.url == attachment.url })
    else { return }
    item.attachments.append(attachment)
  }

  /// Gives what a group says of itself to its pictures.
  func describePictures(from start: Int, caption: String?, credit: String?) {
    for index in item.pictures.indices.dropFirst(start) {
      item.pictures[index].caption = item.pictures[index].caption ?? caption
      item.pictures[index].credit = item.pictures[index].credit ?? credit
    }
  }
}
