extension Book {
  /// Devanagari has signs above and below its line: lines stand further apart than for Latin letters, headlines too. Words are never parted:
  /// few devices know where. The fonts are those that phones, readers and computers have; none comes with the book.
  static let style = """
    body {
      font-family: "Noto Serif Devanagari", "Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Mangal", "Noto Serif", serif;
      line-height: 1.7;
      margin: 0 4%;
      -webkit-hyphens: none;
      hyphens: none;
      overflow-wrap: break-word;
      orphans: 2;
      widows: 2;
    }
    :lang(ur), :lang(ks) { font-family: "Noto Nastaliq Urdu", "Noto Naskh Arabic", serif; line-height: 2.2; }
    h1 { font-size: 1.4em; line-height: 1.5; margin: 0.6em 0 0.4em; }
    h2 { font-size: 1.15em; line-height: 1.5; margin: 1.2em 0 0.4em; }
    p { margin: 0 0 0.8em; }
    .section, .label { font-weight: bold; margin: 0.8em 0 0.2em; }
    .dek { font-style: normal; font-weight: bold; }
    .byline, .credit, .tags, .source, figcaption { font-size: 0.9em; }
    .highlights { border-left: 0.2em solid; padding-left: 0.8em; margin: 0 0 1em; }
    .related, .source { border-top: 1px solid; padding-top: 0.6em; margin-top: 1.2em; }
    blockquote { margin: 0.8em 0 0.8em 1.2em; }
    figure { display: block; margin: 1em 0; }
    pre { white-space: pre-wrap; font-family: inherit; }
    table { border-collapse: collapse; margin: 1em 0; }
    th, td { border: 1px solid; padding: 0.2em 0.5em; text-align: left; vertical-align: top; }
    nav ol { list-style: none; padding-left: 0; }
    nav ol ol { padding-left: 1em; }
    nav span { font-weight: bold; }

    """
}
