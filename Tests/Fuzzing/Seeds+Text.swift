extension Seeds {
  static let queries = [
    "पानी OR \"तालाब की मरम्मत\" -खेल", "title:बीज* tag:खेती is:unread", "(a b) | -(c OR d*)", "after:2019-11-01 before:7d",
    "feed:गाँव lang:mr",
    "यह : एक – शीर्षक। \"अधूरा", "-\"\" ** (()) OR", "date:yesterday section:\"राज्य समाचार\" is:noted",
  ]
  static let queryWords = [
    "OR", "AND", "या", "NOT", "-", "(", ")", "\"", "*", "|", "tag:", "title:", "feed:", "after:", "before:", "date:",
    "is:unread", "is:read",
    "lang:", "section:", "author:", "“", "”", "\\", "\u{200D}", "7d", "2019-11", "।",
  ]

  static let yaml = [
    "क: 1\nख:\n  - एक\n  - {a: b}\n  - \"\\x41\\u0915\"\n", "&a [*a, <<: *a]\n", "--- |\n  पाठ\n...\n--- >\n x\n",
    "? x\n: y\n!!int 3: ~\n", "[[[[",
  ]
  static let yamlWords = [
    ": ", "\n  ", "- ", "&a ", "*a", "<<: ", "|\n", ">\n", "\"", "'", "{", "}", "[", "]", "#", "!!str ", "---\n",
    "...\n", "\\x1b", "\t",
    "\u{FEFF}", "%YAML 1.1\n", "keys:", "theme:", "base00:", "null", "~", "open:", "hooks:",
  ]
  static let themes = [
    "title: साँझ\nauthor: कोई\nbackground: \"#102030\"\nroles:\n  page: {foreground: \"#ffffff\", bold: true}\n  title: base0D\n",
    "scheme: \"x\"\nbase00: \"000000\"\nbase01: \"111111\"\nbase02: \"222222\"\nbase05: \"dddddd\"\nbase0F: \"ffffff\"\n",
    "system: base16\nname: y\npalette:\n  base00: \"#000000\"\n  base07: \"#ffffff\"\n",
  ]
  static let configurations = [
    "theme: कागज़\nui-language: hi\nwidth: clusters\nmouse: no\nkeys:\n  list:\n    j: next\n    \"Ctrl-d\": [next, next]\n  x: quit\n",
    "open:\n  - match: \"*.pdf\"\n    run: [zathura, \"%u\"]\nhooks:\n  - on: new\n    run: [notify-send, x]\npictures: blocks\n",
    "theme: a\ntheme: b\nunknwon: 1\nkeys: 3\n",
  ]

  /// A model, columns, text.
  static let layouts = [
    "\u{0}\u{10}राष्ट्रीय स्त्री शिक्षा क्ष्म्य में https://e.example/पथ?क=१ पर १०० कि.मी. दूर।", "\u{6}\u{5}👨‍👩‍👧 👍🏽 ❤️ 🇮🇳 漢字 क्‍ष र्‌य z̷̢̛a̴͜",
    "\u{3}\u{20}شام عليكم (abc) אבג 123 ab", "\u{9}\u{1}ाक \u{1B}[31mलाल\u{7} \u{202E}उलटा\u{2028}नया",
    "\u{4}\u{30}अतिदीर्घशब्दसंयोजनपरीक्षणार्थम् word-word/word",
  ]
  static let textWords = [
    "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{94D}", "\u{93F}", "\u{93C}", "\u{1B}[", "\u{1B}]0;", "\u{7}", "\u{9B}",
    "\u{202E}", "\u{2028}",
    "\u{600}", "👩", "🏽", "🇮", "漢", "https://", "www.", "\u{AD}", "\u{A0}", "र्", "क्ष", "ﷺ", "\u{301}", "\u{1100}\u{1161}",
    "\u{11A8}", "\u{E0041}",
    "\u{110BD}", "“", "१", "%E0",
  ]
  static let addresses = [
    "https://e.example/a/../b?c=d#e", "HTTP://USER:pw@E.example:80/%7Ea", "//e.example/", "feed:e.example/rss",
    "http://[::1]:8080/", "http://0x7f.1/",
    "https://ख़बर.भारत/पथ", "<https://e.example>,", "javascript:alert(1)", "mailto:a@e.example", "../../x?y",
    "http:\\\\e.example\\a",
    "www.google.com/amp/s/e.example/a?utm_source=x", "localhost:80", "http://a.example/#!/b",
  ]
  static let addressWords = [
    "http://", "https://", "//", "@", ":", "[", "]", "::", "%", "%2e", "%25", "..", "/./", "\\", "#", "?", "&",
    "utm_source=", "amp", "xn--", "।",
    "\u{200D}", "\u{AD}", "\t", "\n", " ", "feed:", ":443", "0x", "127.", "\u{1B}", "．", "℀",
  ]

  static let keys = [
    "jk\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5C\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[200~कि\tख\n\u{1B}[201~q",
    "\u{1B}[M !!\u{1B}[[A\u{1B}[27;5;97~\u{1B}[97;5u",
    "\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}P>|xterm(1)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[4;7R\u{1B}[?62;22c\u{1B}",
    "\u{1B}[200~\u{1B}[31mn\u{1B}[201\u{1B}[201~\u{3}\u{1A}",
  ]
  static let keyWords = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[M", "\u{1B}[<", ";", "M", "m", "~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]",
    "\u{1B}\\", "\u{1B}P", "\u{7}",
    "\u{18}", "R", "$y", "?", "c", "u", "999999999", "क", "\u{9B}",
  ]
  static let replies = [
    "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[?62;22c", ">|kitty(0.43)", "\u{1B}[<35;10;20M", " !!", "<64;1;1m",
  ]
  static let symbols = [
    "\u{1B}[0m\u{1B}[38;2;10;20;255;48;5;33m▄\u{1B}[0m▀\u{1B}[91;104m█\n\u{1B}[m \u{1B}[31;42m▌\u{1B}[39;49m▐\n",
    "\u{1B}[7m\u{1B}[34m ▀█▂\u{1B}[27m░\n", "ab\ncd",
  ]
  static let symbolWords = [
    "\u{1B}[", "m", ";", "38;2;", "48;5;", "255", "7", "0", "▀", "▄", "█", "\n", "\u{1B}[?25l", "\u{9B}", "▟",
  ]

  static let images: [[UInt8]] = [
    [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 0x80, 8,
      6, 0, 0, 0,
    ],
    Array("GIF89a".utf8) + [0x10, 0, 0x20, 0, 0, 0, 0],
    Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [
      9, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x10, 0, 0x10, 0,
    ],
    Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8L".utf8) + [9, 0, 0, 0, 0x2F, 1, 0x40, 0, 0],
    Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0],
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 16, 0, 32, 3, 1, 0x22, 0, 0xFF, 0xD9],
  ]
  static let imageWords = ["IHDR", "GIF89a", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "\u{1}\u{2}"]
}
