import Foundation
import NewsModel
import NewsParsing
import TestSupport
import Testing

/// What is no page of a story is refused with what it is; what is one with little on it is not.
@Suite(.inBackground) struct PageRefusalTests {
  private func refusal(_ html: String, url: String? = nil) -> PageError? {
    do throws(PageError) {
      _ = try ArticleExtractor().extract(Array(html.utf8), url: url)
      return nil
    } catch {
      return error
    }
  }

  private static let prose =
    "<p>ज़िले के सबसे पुराने स्कूल की इमारत की मरम्मत पूरी हो गई है। अब वहाँ दो सौ बच्चे पढ़ सकेंगे और पुस्तकालय भी खुलेगा।</p><p>शिक्षा विभाग ने बताया कि अगले साल छह और स्कूलों में यही काम होगा, जिसके लिए पैसा मंज़ूर हो चुका है।</p>"

  @Test func `Nothing, and bytes that are no HTML`() {
    #expect(refusal("") == .empty)
    #expect(refusal(" \n\t ") == .empty)
    #expect(refusal("%PDF-1.7 …") == .notHTML(.binary))
    #expect(refusal("{\"title\": \"x\"}") == .notHTML(.json))
    #expect(refusal("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel></channel></rss>") == .notHTML(.feed))
    #expect(refusal("<?xml version=\"1.0\"?><invoice><p>1</p></invoice>") == .notHTML(.xml))
    #expect(refusal("एक शीर्षक\n\nऔर एक पैराग्राफ़ जिसमें कोई टैग नहीं है।") == .notHTML(.plainText))
    #expect(throws: PageError.notHTML(.binary)) { try ArticleExtractor().extract([1, 2, 3], contentType: "image/png") }
    let large = [UInt8](repeating: 0x20, count: ArticleExtractor.byteLimit + 1)
    #expect(throws: PageError.tooLarge(utf8Count: large.count, limit: ArticleExtractor.byteLimit)) {
      try ArticleExtractor().extract(large)
    }
  }

  @Test func `A front page and a section's list are lists of stories`() {
    let links = (1...60).map { "<li><a href=\"/story/\($0)\">ज़िले में आज दिन भर की एक और बड़ी ख़बर का लंबा शीर्षक \($0)</a></li>" }
      .joined()
    let list = "<html><head><title>ताज़ा ख़बरें | शहर समाचार</title></head><body><h1>ताज़ा ख़बरें</h1><ul>\(links)</ul></body></html>"
    #expect(refusal(list, url: "https://example.in/india/") == .listOfStories(linkCount: 60))
    let front = "<html><head><title>शहर समाचार</title></head><body><ul>\(links)</ul>\(Self.prose)</body></html>"
    #expect(refusal(front, url: "https://example.in/") == .listOfStories(linkCount: 60))
    // A story with as many links around it is a story.
    let story =
      "<html><head><title>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</title></head><body><ul>\(links)</ul><article><h1>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</h1><time datetime=\"2024-05-01\">1 मई 2024</time>\(Self.prose)\(Self.prose)</article></body></html>"
    #expect(refusal(story, url: "https://example.in/story/7") == nil)
  }

  @Test func `A page that a program would write needs one`() {
    let shell =
      "<html><head><title>शहर समाचार</title></head><body><div id=\"root\"></div><noscript>इस साइट के लिए जावास्क्रिप्ट चालू करें।</noscript><script src=\"/app.js\"></script></body></html>"
    #expect(refusal(shell, url: "https://example.in/story/7") == .needsScript)
  }

  @Test func `A page for subscribers that shows nothing of its text, and one that shows its beginning`() throws {
    let head =
      "<html><head><title>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह\",\"isAccessibleForFree\":false}</script></head><body><h1>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</h1>"
    #expect(refusal(head + "<div class=\"paywall\"></div></body></html>") == .subscribersOnly)
    let article = try ArticleExtractor().extract(head + Self.prose + "</body></html>")
    #expect(article.isAccessibleForFree == false)
    #expect(article.notes.contains(.onlyBeginning))
    #expect(article.body.blocks.count == 2)
  }

  @Test func `A page with a headline and a standfirst gives what it has`() throws {
    let article = try ArticleExtractor().extract(
      "<html lang=hi><head><meta property=og:type content=article><meta property=og:title content=\"स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह\"><meta property=og:description content=\"छह और स्कूलों में भी होगा काम, पैसा मंज़ूर।\"></head><body><h1>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</h1></body></html>",
      url: "https://example.in/story/7")
    #expect(article.title == "स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह")
    #expect(article.dek == "छह और स्कूलों में भी होगा काम, पैसा मंज़ूर।")
    #expect(article.url == "https://example.in/story/7")
    #expect(article.notes.contains(.missing(.body)))
  }

  @Test func `Text that only machines are given becomes the body`() throws {
    let text =
      "ज़िले के सबसे पुराने स्कूल की इमारत की मरम्मत पूरी हो गई है। अब वहाँ दो सौ बच्चे पढ़ सकेंगे और पुस्तकालय भी खुलेगा। शिक्षा विभाग ने बताया कि अगले साल छह और स्कूलों में यही काम होगा। इसके लिए पैसा मंज़ूर हो चुका है। गाँव के लोगों ने मरम्मत के दौरान श्रमदान भी किया और छत की लकड़ी ख़ुद दी। बच्चों ने दीवारों पर चित्र बनाए हैं। अब स्कूल में पानी की टंकी और खेल का मैदान भी तैयार है। उद्घाटन अगले सोमवार को होगा।"
    let article = try ArticleExtractor().extract(
      "<html><head><title>स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"स्कूल की मरम्मत पूरी, दो सौ बच्चों को मिलेगी जगह\",\"articleBody\":\"\(text)\"}</script></head><body><div id=app></div><script src=/app.js></script></body></html>"
    )
    #expect(article.body.plainText.replacing("\n\n", with: " ") == text)
    #expect(article.notes.contains(.bodyFromStructuredData))
  }

  @Test(arguments: [
    "<p>ये भी पढ़ें</p>", "<p>ठळक मुद्दे</p>", "<div><h2>संबंधित खबरें</h2>", "<figure><img src=a.jpg><p>इमेज स्रोत, क",
    "<a href=/x rel=tag>टैग</a>",
    "<p>टॅग्स :<a href=/t>क</a>", "<div class=related><a href=/x>तीन शब्दों का शीर्षक", "<meta property=og:title content=क>",
    "<h1>शीर्षक बहुत लंबा ",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"क ख ग\"}</script>",
    "<div itemscope itemprop=a itemref=b id=b>",
    "<time datetime=2024-01-01>", "<span class=byline>By क ख", "<title>क | ", "भारत अधिक खबरें<br>",
    "<script type=application/ld+json>[[[[[[[[[[[[[[[[{\"@graph\":", "<ul><li>• क।ख।ग।",
    "\u{1B}]0;x\u{7}<p>\u{202E}क</p>",
  ])
  func `Hostile pages end soon and give text only`(unit: String) {
    let page =
      "<html><title>पाँच शब्दों का एक शीर्षक</title><h1>पाँच शब्दों का एक शीर्षक</h1>" + Self.prose
      + String(repeating: unit, count: 300_000 / unit.utf8.count)
    let time = computingTime {
      if let article = try? ArticleExtractor().extract(page, url: "https://example.in/a/b") {
        #expect(article.isPrintable)
      }
    }
    #expect(time < .seconds(40), "\(unit)")
  }
}
