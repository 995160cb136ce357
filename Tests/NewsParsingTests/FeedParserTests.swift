import NewsModel
import Testing

@testable import NewsParsing

@Suite("Feeds")
struct FeedParserTests {
  private func parse(_ text: String, base: String? = "https://khabar.example/feed/rss.xml") throws -> ParsedFeed {
    try FeedParser.parse(Array(text.utf8), contentType: nil, baseURL: base)
  }

  private func item(_ inner: String) throws -> ParsedItem {
    let feed = try parse("<rss version='2.0'><channel><item>\(inner)</item></channel></rss>")
    return try #require(feed.items.first)
  }

  private func repairs(_ text: String) throws -> [ParseNote] { try parse(text).notes }

  @Test("an RSS item with everything gives everything")
  func fullItem() throws {
    let feed = try parse(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel><title>दैनिक</title><link>https://khabar.example/</link><language>hi_IN</language>
      <atom:link rel="self" href="https://khabar.example/feed/rss.xml"/><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <image><title>चित्र</title><link>https://other.example/</link><url>x.png</url></image>
      <item><title><![CDATA[पहली <b>ख़बर</b> &amp; बाक़ी]]></title><link>/desh/1?a=1&amp;b=2</link><guid isPermaLink="false">k-1</guid>
      <pubDate>रवि, 03 नवंबर 2019 08:21:00</pubDate><dc:creator>संवाददाता</dc:creator><dc:creator>राम</dc:creator>
      <category>देश</category><category>देश</category><category>मौसम</category>
      <description>सार &lt;p&gt;यहाँ&lt;/p&gt;</description><content:encoded><![CDATA[<p>पूरा पाठ</p>]]></content:encoded>
      <media:group><media:content url="/p.jpg" medium="image"><media:credit>पीटीआई</media:credit></media:content><media:description>नदी</media:description></media:group>
      <enclosure url="https://khabar.example/s.mp3" type="audio/mpeg" length="1200"/><comments>/desh/1#c</comments></item>
      </channel></rss>
      """)
    #expect(feed.format == .rss20 && feed.title == "दैनिक" && feed.siteURL == "https://khabar.example/")
    #expect(feed.language == "hi-IN" && feed.refreshMinutes == 30)
    #expect(feed.selfURL == "https://khabar.example/feed/rss.xml")
    #expect(feed.notes == [])
    let item = try #require(feed.items.first)
    #expect(item.title == "पहली ख़बर & बाक़ी")
    #expect(item.url == "https://khabar.example/desh/1?a=1&b=2" && item.id == "k-1")
    #expect(item.published?.secondsSince1970 == 1_572_749_460)
    #expect(item.authors == ["संवाददाता", "राम"] && item.tags == ["देश", "मौसम"])
    #expect(item.summary?.kind == .html && item.content?.text == "<p>पूरा पाठ</p>")
    #expect(item.pictures == [ItemPicture(url: "https://khabar.example/p.jpg", caption: "नदी", credit: "पीटीआई")])
    #expect(
      item.attachments == [Attachment(url: "https://khabar.example/s.mp3", mediaType: "audio/mpeg", byteCount: 1200)])
    #expect(item.commentsURL == "https://khabar.example/desh/1#c")
  }

  @Test("an Atom entry with XHTML, xml:base and a source")
  func atom() throws {
    let feed = try parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="mr" xml:base="https://a.example/x/"><title type="html">अ &amp;amp; ब</title>
      <link href="./"/><link rel="self" href="feed"/><author><name>संपादक</name></author>
      <entry xml:base="y/"><id>urn:1</id><title type="text">1 &lt; 2 &lt;b></title><link rel="alternate" href="s.html"/>
      <link rel="enclosure" href="v.mp4" type="video/mp4"/><updated>2019-11-03T08:21:00+05:30</updated>
      <category term="t" label="खेळ"/><source><title>मूळ</title></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>एक &amp; दोन<br/><img src="p.png" alt="&quot;अ&quot;"/></p></div></content></entry></feed>
      """)
    #expect(
      feed.format == .atom10 && feed.title == "अ & ब" && feed.siteURL == "https://a.example/x/" && feed.language == "mr"
    )
    #expect(feed.notes == [])
    let item = try #require(feed.items.first)
    #expect(item.title == "1 < 2 <b>")
    #expect(item.url == "https://a.example/x/y/s.html" && item.tags == ["खेळ"] && item.sourceTitle == "मूळ")
    #expect(item.authors == ["संपादक"])
    #expect(item.content?.text == "<p>एक &amp; दोन<br><img src=\"p.png\" alt=\"&quot;अ&quot;\"></p>")
    #expect(item.content?.baseURL == "https://a.example/x/y/")
    #expect(item.modified?.secondsSince1970 == 1_572_749_460)
    #expect(item.attachments.first?.url == "https://a.example/x/y/v.mp4")
  }

  @Test(
    "titles are what they mean, on one line",
    arguments: [
      ("AT&amp;amp;T &amp;#8217;s", "AT&T ’s"), ("<![CDATA[<b>ज़ोर</b>\n से]]>", "ज़ोर से"), ("1 &lt; 2", "1 < 2"),
      ("a&lt;b, c", "a<b, c"),
      ("&amp;amp;amp;", "&"), ("x&#27;[2J&#7;y", "x[2Jy"), ("don&#146;t", "don’t"), ("क\u{200D}ष  ख", "क\u{200D}ष ख"),
      ("<script>alert(1)</script>ठीक", "ठीक"), ("Tom &amp; Jerry", "Tom & Jerry"), ("S&amp;P 500", "S&P 500"),
      ("<i>मोटा</i> पतला", "मोटा पतला"),
    ])
  func titles(written: String, meant: String) throws {
    #expect(try item("<title>\(written)</title>").title == meant)
  }

  @Test(
    "what is broken is mended and said",
    arguments: [
      ("<rss><channel><item><title>a & b</title></item></channel></rss>", "a & b", .bareAmpersand),
      ("<rss><channel><item><title>a&nbsp;b &rsquo;</title></item></channel></rss>", "a b ’", .htmlEntity),
      ("<rss><channel><item><title>एक</title><link>http://e.example/1", "एक", .truncated),
      (
        "junk\n<?xml version='1.0'?><rss><channel><item><title>एक</title></item></channel></rss>", "एक", .junkBeforeRoot
      ),
      (
        "<br />\n<b>Warning</b>: x<br />\n<rss><channel><item><title>एक</title></item></channel></rss>", "एक",
        .junkBeforeRoot
      ),
      ("<rss><channel><item><title>एक</title></item></channel></rss>\n<script>x</script>", "एक", .junkAfterRoot),
      ("<rss><channel><item><title>एक<link>http://e.example/</link></item></channel></rss>", "एक", .unclosedElement),
      ("<rss><channel><item><title>एक</title><item><title>दो</title></item></channel></rss>", "एक", .unclosedElement),
      ("<rss><channel><item><title>एक\u{1}\u{B}</title></item></channel></rss>", "एक", .forbiddenCharacter),
      ("<rss a='1' a='2'><channel><item><title>एक</title></item></channel></rss>", "एक", .duplicateAttribute),
      ("<rss version=2.0><channel><item><title>एक</title></item></channel></rss>", "एक", .unquotedAttribute),
      (
        "<rss><channel><item><dc:creator>क</dc:creator><title>एक</title></item></channel></rss>", "एक",
        .undeclaredPrefix
      ),
      ("<RSS><CHANNEL><ITEM><TITLE>एक</TITLE></ITEM></CHANNEL></RSS>", "एक", .upperCaseNames),
      ("<rss><channel><item><title>2 < 3</title></item></channel></rss>", "2 < 3", .bareLessThan),
      ("<rss><channel><item></b><title>एक</title></item></channel></rss>", "एक", .strayEndTag),
      ("<rss><channel><item><title><![CDATA[एक</title></item></channel></rss>", "एक", .unclosedSection),
    ] as [(String, String, XMLRepair)])
  func repaired(text: String, title: String, repair: XMLRepair) throws {
    let feed = try parse(text)
    #expect(feed.items.first?.title == title)
    #expect(feed.notes.contains(.xmlRepaired(repair)), "\(feed.notes)")
  }

  @Test("a description with HTML that nobody escaped stays HTML")
  func nakedMarkup() throws {
    let naked = try item("<description><p>एक<br>दो</p><p>तीन</description><pubDate>x</pubDate>")
    #expect(naked.summary?.text == "<p>एक<br>दो</p><p>तीन</p>")
    #expect(naked.rawPublished == "x" && naked.published == nil)
  }

  @Test("a feed that breaks off keeps what had come, but no half address")
  func truncation() throws {
    let feed = try parse(
      "<rss><channel><item><title>एक</title><link>http://e.example/1</link></item><item><title>दो</title><link>http://e.exa"
    )
    #expect(feed.items.map(\.title) == ["एक", "दो"])
    #expect(feed.items.map(\.url) == ["http://e.example/1", nil])
    let bare = try parse("<rss><channel><item><title>एक</title></item><item><description>ट")
    #expect(bare.items.count == 1)
  }

  @Test(
    "addresses that must not be opened are none",
    arguments: ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"])
  func addresses(address: String) throws {
    #expect(
      try item("<title>t</title><link>\(address)</link><guid>\(address)</guid><comments>\(address)</comments>").url
        == nil)
  }

  @Test("a guid is an address unless it says no")
  func guids() throws {
    #expect(try item("<guid>https://e.example/1</guid>").url == "https://e.example/1")
    #expect(try item("<guid isPermaLink='false'>https://e.example/1</guid>").url == nil)
    #expect(try item("<guid>https://e.example/1</guid><link>https://e.example/2</link>").url == "https://e.example/2")
  }

  @Test(
    "authors are names",
    arguments: [
      ("ram@e.example (राम)", "राम"), ("राम &lt;ram@e.example&gt;", "राम"), ("राम", "राम"),
      ("ram@e.example", "ram@e.example"),
      ("राम (ram@e.example)", "राम"), ("ram@e.example राम कुमार", "राम कुमार"),
    ])
  func authors(written: String, name: String) throws {
    #expect(try item("<title>t</title><author>\(written)</author>").authors == [name])
  }

  @Test("RSS 1.0, JSON Feed and RSS in JSON")
  func others() throws {
    let rdf = try parse(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://e.example/"><title>त</title><link>https://e.example/</link></channel>
      <item rdf:about="https://e.example/1"><title>एक</title><dc:date>2019-11-03T02:51Z</dc:date></item></rdf:RDF>
      """)
    #expect(
      rdf.format == .rss10 && rdf.items.first?.url == "https://e.example/1"
        && rdf.items.first?.id == "https://e.example/1")
    #expect(rdf.items.first?.published?.secondsSince1970 == 1_572_749_460)
    let json = try parse(
      #"{"version":"https://jsonfeed.org/version/1.1","title":"त","items":[{"id":1,"url":"/1","title":"एक","content_html":"<p>क</p>","authors":[{"name":"राम"}],"tags":["देश"],"date_published":"2019-11-03T08:21:00+05:30"}]}"#
    )
    let item = try #require(json.items.first)
    #expect(
      json.format == .jsonFeed11 && item.id == "1" && item.url == "https://khabar.example/1" && item.authors == ["राम"])
    #expect(item.published?.secondsSince1970 == 1_572_749_460)
    let rss = try parse(
      ##"{"rss":{"version":"2.0","channel":{"title":"त","item":[{"title":"एक","guid":{"#value":"g"}}]}}}"##)
    #expect(rss.format == .rssInJSON && rss.items.first?.id == "g")
  }

  @Test(
    "what is no feed is named",
    arguments: [
      ("", FeedParseError.empty), (" \n", .empty), ("%PDF-1.4", .binary(mediaType: "application/pdf")),
      ("GIF89a", .binary(mediaType: "image/gif")), ("<opml version='1.0'/>", .feedList), ("{\"a\":1}", .json),
      ("नमस्ते", .text), ("<urlset><url/></urlset>", .xml(root: "urlset")),
      ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><x/></rdf:RDF>", .xml(root: "rdf:RDF")),
      ("<!DOCTYPE html><title>404</title>", .page(feeds: [])), ("<p>टूटा", .page(feeds: [])),
    ])
  func refusals(text: String, error: FeedParseError) {
    #expect(throws: error) { try parse(text) }
  }

  @Test("a page offers its feeds, those of comments last")
  func discovery() {
    let page = """
      <html><head><base href="/x/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <link REL="Alternate" TYPE="application/atom+xml" href="feed.atom" title="दैनिक &amp; ताज़ा"><link rel="alternate" hreflang="mr" href="/mr">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="alternate" type="application/feed+json" href="javascript:x"></head>
      """
    let feeds = FeedDiscovery.feeds(inPage: page, baseURL: "https://e.example/a/b")
    #expect(feeds.map(\.url) == ["https://e.example/x/feed.atom", "https://e.example/x/comments/feed"])
    #expect(feeds.first?.title == "दैनिक & ताज़ा")
  }
}
