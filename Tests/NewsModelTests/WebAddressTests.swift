import NewsModel
import TestSupport
import Testing

@Suite(.inBackground) struct WebAddressTests {
  /// RFC 3986, sections 5.4.1 and 5.4.2; `http:g` as section 5.4.2 allows for compatibility.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http://a/b/c/g"),
  ])
  func aReferenceMeansWhatTheStandardSays(reference: String, meaning: String) {
    #expect(WebAddress.resolve(reference, against: "http://a/b/c/d;p?q") == meaning)
  }

  @Test(arguments: [
    ("पता/खबर?क=ख", "https://khabar.in/%E0%A4%AA%E0%A4%A4%E0%A4%BE/%E0%A4%96%E0%A4%AC%E0%A4%B0?%E0%A4%95=%E0%A4%96"),
    (" \n/desh/a b\t.html ", "https://khabar.in/desh/a%20b.html"),
    ("\\desh\\1", "https://khabar.in/desh/1"),
    ("//cdn.khabar.in/x", "https://cdn.khabar.in/x"),
    ("%e0%a4%95", "https://khabar.in/%e0%a4%95"),
    ("HTTP://Khabar.IN:80/X", "http://khabar.in/X"),
    ("https:///khabar.in/x", "https://khabar.in/x"),
    ("a/%2e%2E/b", "https://khabar.in/b"),
    ("?", "https://khabar.in/?"),
    ("mailto:desk@khabar.in", "mailto:desk@khabar.in"),
    ("https://खबर.भारत/क", "https://xn--21b8bm.xn--h2brj9c/%E0%A4%95"),
  ])
  func referencesOfRealFeedsComeOutValid(reference: String, meaning: String) {
    #expect(WebAddress.resolve(reference, against: "https://khabar.in/") == meaning)
  }

  @Test func aRelativeReferenceWithoutABaseIsNoAddress() {
    #expect(WebAddress.resolve("desh/1", against: nil) == nil)
    #expect(WebAddress.resolve("/desh/1", against: "tag:khabar.in,2026:1") == nil)
    #expect(WebAddress.resolve("", against: nil) == nil)
    #expect(WebAddress.resolve("javascript:", against: "https://khabar.in/") == nil)
    #expect(WebAddress.resolve("https://khabar.in/desh", against: nil) == "https://khabar.in/desh")
  }

  @Test(arguments: [
    "http://", "http:///", "https://a..b/", "http://a b/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://a:0/",
    "http://a:65536/", "http://a:x/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://a%2fb/", "http://a%00b/",
    "ftp://a/",
    "file:///etc/passwd", "gopher://a/", "खबर", "http://\u{200D}/", "http://a<b/", "http://-\u{0301}./",
    "http://" + String(repeating: "a", count: 64) + ".in/", "http://a/" + String(repeating: "a", count: 20_000),
  ])
  func whatNamesNoHostIsNoAddress(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func anIPv4AddressHasOneName() {
    for text in ["127.1", "0x7f.1", "2130706433", "0177.0.0.1", "127.0.0.1.", "１２７.０.０.１"] {
      #expect(WebAddress("http://\(text)/")?.host == "127.0.0.1", "\(text)")
    }
  }

  @Test func whatABackslashHidesIsPath() {
    #expect(WebAddress("https://evil.example\\@khabar.in/")?.host == "evil.example")
    #expect(WebAddress("https://a@b@khabar.in/x")?.host == "khabar.in")
    #expect(WebAddress("https://a@b@khabar.in/x")?.userInfo == "a%40b")
  }

  @Test(arguments: [
    ("HTTPS://Khabar.IN:443/Feed#top", "https://khabar.in/Feed"),
    ("https://khabar.in", "https://khabar.in/"),
    ("khabar.in", "https://khabar.in/"),
    ("khabar.in:8080/rss", "https://khabar.in:8080/rss"),
    ("localhost:8123/a.xml", "http://localhost:8123/a.xml"),
    ("[::1]:8123/a.xml", "http://[::1]:8123/a.xml"),
    ("127.0.0.1/a", "http://127.0.0.1/a"),
    ("//khabar.in/rss", "https://khabar.in/rss"),
    ("feed://khabar.in/rss", "http://khabar.in/rss"),
    ("feed:https://khabar.in/rss", "https://khabar.in/rss"),
    ("feeds://khabar.in/rss", "https://khabar.in/rss"),
    (" <https://khabar.in/rss>, ", "https://khabar.in/rss"),
    ("“https://khabar.in/rss”।", "https://khabar.in/rss"),
    ("(https://khabar.in/rss)", "https://khabar.in/rss"),
    ("https://khabar.in/a_(b)", "https://khabar.in/a_(b)"),
    ("https://khabar.in/%7euser/%e0%a4%95?", "https://khabar.in/~user/%E0%A4%95"),
    ("https://khabar.in/~user/क", "https://khabar.in/~user/%E0%A4%95"),
    ("खबर.भारत", "https://xn--21b8bm.xn--h2brj9c/"),
    ("https://name:word@khabar.in/rss", "https://name:word@khabar.in/rss"),
    ("https://khabar.in/a/../b/./c", "https://khabar.in/b/c"),
  ])
  func oneAddressHasOneSpelling(written: String, normal: String) {
    #expect(WebAddress.normalised(written) == normal)
    #expect(WebAddress.normalised(normal) == normal)
  }

  @Test(arguments: [
    "", " ", "खबर", "आज की खबर", "mailto:a@b.in", "javascript:alert(1)", "file:///x", "ftp://khabar.in", "feed:",
    "khabar",
    "exec:/bin/ls", "filter:a:b.in", "a:b@c.in", "...", "\u{0}", "data:text/plain,a.b",
  ])
  func wordsAndOtherSchemesAreNoAddress(text: String) {
    #expect(WebAddress.normalised(text) == nil)
  }

  @Test(arguments: [
    ("https://www.khabar.in/desh/1?utm_source=rss&utm_medium=feed", "http://khabar.in/desh/1"),
    (
      "https://www.bbc.com/hindi/articles/c1?at_medium=RSS&at_campaign=KARANGA", "https://www.bbc.com/hindi/articles/c1"
    ),
    ("https://khabar.in/desh/1/", "https://khabar.in/desh/1#comments"),
    ("https://khabar.in/desh/1/amp/", "https://khabar.in/desh/1"),
    ("https://khabar.in/amp/desh/1", "https://khabar.in/desh/1"),
    ("https://khabar.in/desh/1?amp=1&fbclid=x", "https://khabar.in/desh/1"),
    (
      "https://navbharattimes.indiatimes.com/india/x/amp_articleshow/12.cms",
      "https://navbharattimes.indiatimes.com/india/x/articleshow/12.cms"
    ),
    ("https://www.google.com/amp/s/www.khabar.in/desh/1/amp", "https://khabar.in/desh/1"),
    ("https://www-khabar-in.cdn.ampproject.org/c/s/www.khabar.in/desh/1", "https://khabar.in/desh/1"),
    ("https://khabar.in/क?gclid=1", "https://khabar.in/%e0%a4%95"),
    ("https://khabar.in/1?id=5&source=rss-4d2", "https://khabar.in/1?id=5"),
  ])
  func twoLinksToOneStoryHaveOneKey(one: String, other: String) {
    #expect(WebAddress.storyKey(one) != nil)
    #expect(WebAddress.storyKey(one) == WebAddress.storyKey(other))
  }

  @Test(arguments: [
    ("https://khabar.in/story?id=1", "https://khabar.in/story?id=2"),
    ("https://khabar.in/amp", "https://khabar.in/"),
    ("https://khabar.in/tag/amp", "https://khabar.in/tag"),
    ("https://khabar.in/1?source=2", "https://khabar.in/1?source=3"),
    ("https://khabar.in/#!/1", "https://khabar.in/#!/2"),
    ("https://khabar.in:8080/1", "https://khabar.in/1"),
    ("https://mr.khabar.in/1", "https://khabar.in/1"),
    ("https://khabar.in/A", "https://khabar.in/a"),
    ("https://www.google.com/amp/s/", "https://www.google.com/"),
  ])
  func twoStoriesHaveTwoKeys(one: String, other: String) {
    #expect(WebAddress.storyKey(one) != WebAddress.storyKey(other))
  }

  /// Seeds are fixed: a failure names its text and comes again.
  @Test func anyTextIsReadOnceAndForAll() {
    let pieces = [
      "http:", "https:", "//", "/", "\\", "@", ":", "?", "#", "..", ".", "%", "%2e", "%E0", "[", "]", "::1", "खबर",
      "\u{200D}",
      "\u{202E}", " ", "\t", "\u{0}", "a", "A", "é", "127", "0x", "xn--", "feed:", "\u{FF0E}", "-", "443", "amp",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let text = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
      if let address = WebAddress(text) {
        #expect(WebAddress(address.text) == address, "\(text.debugDescription)")
        #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text.debugDescription)")
      }
      if let normal = WebAddress.normalised(text) {
        #expect(WebAddress.normalised(normal) == normal, "\(text.debugDescription)")
      }
      if let resolved = WebAddress.resolve(text, against: "https://khabar.in/a/b"), resolved.hasPrefix("http") {
        #expect(WebAddress.resolve(resolved, against: nil) == resolved, "\(text.debugDescription)")
      }
      _ = WebAddress.storyKey(text)
    }
  }
}
