/// Small inputs that reach most of a target's code; longer ones come from the shared data (``SharedSeeds``).
enum Seeds {
  static let feeds = [
    """
    <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\
    <title>गाँव की ख़बरें</title><link>https://e.example/</link><language>hi</language><item><title>तालाब में पानी लौटा</title>\
    <link>/a?x=1&amp;y=2</link><guid isPermaLink="false">7</guid><pubDate>Sun, 03 Nov 2019 09:15:00 +0530</pubDate>\
    <dc:creator>नमूना डेस्क</dc:creator><category>पानी</category><description><![CDATA[<p>पहला <b>अनुच्छेद</b></p>]]></description>\
    <content:encoded>&lt;p&gt;पूरा पाठ&lt;/p&gt;</content:encoded><media:content url="a.jpg" type="image/jpeg">\
    <media:title>चित्र</media:title></media:content><enclosure url="b.mp3" length="9" type="audio/mpeg"/></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="mr" xml:base="https://e.example/b/"><title type="text">शेतीच्या बातम्या</title>\
    <entry><title type="html">पाऊस &amp;amp; पीक</title><id>tag:e.example,2019:1</id><link rel="alternate" href="c"/>\
    <updated>2019-11-03T03:45:00Z</updated><author><name>वार्ताहर</name></author><category term="पाऊस"/>\
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>मजकूर</p></div></content></entry></feed>
    """,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">\
    <title>रेल</title></channel><item rdf:about="https://e.example/r"><title>नई रेल</title><link>https://e.example/r</link></item></rdf:RDF>
    """,
    "<!DOCTYPE rss [<!ENTITY a \"हा\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>&b;</title><item><title>x&#27;&nbsp;</title></item>",
  ]
  static let feedWords = [
    "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&#x1b;", "&#0;", "<!ENTITY x \"y\">",
    "<?xml ",
    "xml:base=\"", "encoding=\"utf-16\"", "<media:group>", "type=\"xhtml\"", "type=\"html\"", "<entry>",
    "<link href=\"",
    "mode=\"base64\"", "<rss version=\"2.0\">", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "\u{FEFF}", "<pubDate>",
  ]

  static let jsonFeeds = [
    """
    {"version":"https://jsonfeed.org/version/1.1","title":"नमूना","home_page_url":"https://e.example/","language":"hi",\
    "items":[{"id":"1","url":"/a","title":"बीज भंडार खुला","content_html":"<p>पाठ</p>","summary":"सार","date_published":\
    "2019-11-03T09:15:00+05:30","authors":[{"name":"डेस्क"}],"tags":["बीज"],"attachments":[{"url":"a.mp3","mime_type":"audio/mpeg",\
    "size_in_bytes":9}]},{"id":2,"content_text":"दूसरा"}]}
    """,
    "{\"rss\":{\"channel\":{\"title\":\"x\",\"item\":[{\"title\":\"y\",\"link\":\"https://e.example/y\"}]}}}",
    "{'version':'https://jsonfeed.org/version/1',/*c*/items:[{id:1,title:\"a\"b\",},]",
  ]
  static let jsonWords = [
    "{", "}", "[", "]", "\"items\":", "\\u0000", "\\ud83d\\ude00", "\\ud800", "null", "1e999", "-0", "\"title\":", "/*",
    "//", "<!--",
    "\"version\":\"https://jsonfeed.org/version/1\"", "\"attachments\":", "\"content_html\":", "\\u001b",
  ]

  static let pages = [
    """
    <!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>पुस्तकालय फिर खुला | नमूना</title>\
    <meta property="og:title" content="पुस्तकालय फिर खुला"><meta name="author" content="रीमा">\
    <link rel="canonical" href="https://e.example/a"><script type="application/ld+json">{"@context":"https://schema.org",\
    "@type":"NewsArticle","headline":"पुस्तकालय फिर खुला","datePublished":"2019-11-03T09:15:00+05:30","author":{"@type":"Person",\
    "name":"रीमा"},"articleBody":"पाठ"}</script></head><body><nav><a href="/">मुखपृष्ठ</a></nav><article><h1>पुस्तकालय फिर खुला</h1>\
    <p>गाँव का पुस्तकालय दो साल बाद सोमवार को फिर खुल गया, और पहले ही दिन सौ से अधिक बच्चे वहाँ पढ़ने आए।</p><figure><img src="a.jpg" \
    alt="बच्चे"><figcaption>पढ़ते बच्चे</figcaption></figure><p>पंचायत ने <a href="b">नई किताबों</a> के लिए दो लाख रुपये दिए हैं, और शाम को \
    दीया जलाकर पढ़ने की पुरानी रीत भी लौटी है।</p><table><tr><td>दिन<td>बच्चे<tr><td>सोम<td>१०४</table><ul><li>एक<li>दो</ul>\
    <blockquote>पढ़ना अच्छा है।</blockquote></article><footer>नमूना</footer></body></html>
    """
  ]
  static let pageWords = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "<td>", "<li>", "<ul>", "<b>", "</b>", "<a href=\"javascript:x\">",
    "<a href=\"b\">",
    "<svg>", "<math>", "<script>", "</script>", "<template>", "<!--", "<![CDATA[", "&#27;", "&#x9b;", "&nbsp;", "&zwj;",
    "<pre>",
    "<blockquote>", "<img src=\"x\" alt=\"y\">", "<br>", "itemprop=\"headline\"", "<h2>",
    "<iframe src=\"//e.example/v\">", "<ruby>",
  ]
  static let bodies = [
    "<p>पहला <b>गहरा</b> और <a href=\"/a\">कड़ी</a></p><ul><li>एक<ul><li>भीतर</ul></ul><ol start=3><li>तीन</ol>",
    "<pre>  पंक्ति\n    दूसरी</pre><blockquote><p>उद्धरण</p></blockquote><img src=a.jpg alt=चित्र><table><tr><th>क<td>ख</table>",
    "<a href=mailto:x@e.example>डाक</a><br><br>दूसरा<h2>शीर्षक</h2>क्‍ष क्‌ष &zwj;&zwnj;&#x1b;[31m", "सादा पाठ\n\nदूसरा <अनुच्छेद> & तीसरा",
  ]

  static let dumps = [
    """
    ज़िले के किसानों ने बीज भंडार बनाया

    By नमूना डेस्क | Updated: November 3, 2019 09:15 IST

    किसानों ने मिलकर पुराने बीजों का भंडार बनाया है।

    मुख्य बातें
    • चालीस किस्में रखी गईं
    • हर साल मेला लगेगा

    पहाड़ी गाँवों के किसानों ने पिछले तीन साल में चालीस से अधिक देशी किस्में इकट्ठी की हैं। वे इन्हें मिट्टी के घड़ों में रखते हैं।

    समिति के अनुसार हर किसान एक किलो बीज ले सकता है और फ़सल के बाद दो किलो लौटाता है। (नमूना समाचार)

    टैग: बीज, खेती

    संबंधित खबरें

    खेती | बारिश से पहले की तैयारी

    भारत अधिक खबरें

    भारत | तालाब की मरम्मत पूरी
    """,
    "शेतकऱ्यांनी तळे बांधले\nBy वार्ताहर | Published: November 3, 2019 10:00\n\nठळक मुद्दे\nपाणी आले\n\nगावात पाणी आले आहे. सर्वांनी काम केले.\n\nटॅग्स :पाणीशेती",
  ]
  static let dumpWords = [
    "\nटैग: ", "\nटॅग्स :", "\nसंबंधित खबरें\n", "\nमुख्य बातें\n", "\nठळक मुद्दे\n", "By ", " | Updated: ", "• ", "IST", "\n\n",
    "अधिक खबरें", "।",
    "https://e.example/a", "\u{1B}[2J", "\u{200D}", "Also Read", "\r\n",
  ]

  static let dates = [
    "Sun, 03 Nov 2019 09:15:00 +0530", "2019-11-03T09:15:00+05:30", "२३ नवम्बर २०१९, ११:३०", "3 नवंबर 2019 09:15 PM IST",
    "Updated: November 3, 2019 09:15 IST", "2019-W44-7", "2019-307", "1572752700", "20191103T091500Z",
    "03/11/2019 9.15 बजे",
    "रविवार, ३ नोव्हेंबर २०१९", "Sunday, 03-Nov-19 09:15:00 GMT", "0000-00-00T00:00:00Z", "9999-12-31T23:59:60-23:59",
  ]
  static let dateWords = [
    "Nov", "नवंबर", "नोव्हेंबर", "AM", "PM", "IST", "GMT", "Z", "+0530", "-2400", "T", "W", ":60", "24:00", "99999", "०", "९",
    "बजे",
    "रात", "Sun,", "/", "-", ".",
  ]

  static let lists = [
    """
    <?xml version="1.0"?><opml version="2.0"><head><title>मेरे स्रोत</title></head><body><outline text="राज्य"><outline text="गाँव" \
    type="rss" xmlUrl="https://e.example/a.xml" htmlUrl="https://e.example/" category="पानी,खेती" language="hi"/></outline>\
    <outline text="b" xmlUrl="https://e.example/b"/></body></opml>
    """, "https://e.example/a.xml \"राज्य\" \"~गाँव\"\n# टिप्पणी\n\"query:नाम:unread\"\nexec:x\n", "<opml><body><outline xmlUrl=",
  ]
  static let listWords = [
    "<outline ", "</outline>", "xmlUrl=\"", "text=\"", "<opml>", "<body>", "<head>", "&amp;", "&#27;",
    "category=\"/a/b,c\"", "<!--", "]]>",
    "<!DOCTYPE opml [", "\"~", "query:", "exec:", "http://", "type=\"include\"",
  ]
}
