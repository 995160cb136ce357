import Foundation
import NewsModel
import NewsStore

// A second process for the store's tests: `StoreProbe STORE FIRST COUNT` saves stories FIRST ..< FIRST + COUNT of a common
// numbering, each in a transaction of its own, marks each read, and prints how many were new.

// `StoreProbe STORE hold` keeps the store open until its standard input ends.

let arguments = CommandLine.arguments
if arguments.count == 3, arguments[2] == "hold" {
  let store = try ArticleStore(path: arguments[1])
  print(try await store.articleCount())
  fflush(nil)
  while readLine() != nil {}
  withExtendedLifetime(store) {}
  exit(0)
}
guard arguments.count == 4, let first = Int(arguments[2]), let count = Int(arguments[3]) else {
  fatalError("usage: StoreProbe STORE FIRST COUNT")
}
let store = try ArticleStore(path: arguments[1])
let feed = Feed.savedPages(publisher: "जाँच", language: "hi")
var newCount = 0
for number in first..<(first + count) {
  let now = Timestamp(secondsSince1970: 1_600_000_000 + Int64(number))
  let article = Article(
    id: ArticleID(identity: "story \(number)"), identity: "story \(number)", feed: feed.id,
    title: "ख़बर संख्या \(number)", modified: now, language: "hi",
    body: ArticleBody(paragraphs: ["यह ख़बर संख्या \(number) है।"]), tags: ["जाँच", "टैग \(number % 7)"],
    links: [RelatedLink(title: "ख़बर संख्या \(number + 1)", reason: .publisher)])
  newCount += try await store.save([article], from: feed, now: now).new.count
  try await store.change(ReadingChange(isRead: true), of: article.id, now: now)
}
print(newCount)
