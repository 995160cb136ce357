import NewsModel

/// How far a linear page has gone through what it shows, in lines. Something else begins at its first line.
struct LinearPlace: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    case headline(ArticleID)
    case highlight(Int)
    case choice(PickerItem.Choice)
    case nothing
  }

  var subject = Subject.nothing
  var line = 0
}
