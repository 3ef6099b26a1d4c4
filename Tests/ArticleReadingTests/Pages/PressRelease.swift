import ArticleReading

extension SamplePage {
  /// A ministry's statement: the site's name is the heading of the first level, the title one of
  /// the second; a quotation with its speaker in a footer; notes in brackets.
  static let pressRelease = SamplePage(
    name: "press release",
    html: """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Statement on the election in Belarus</title>
      <meta name="dcterms.issued" content="2020-08-14"><meta name="DC.publisher" content="Ministry of Foreign Affairs"></head><body>
      <header role="banner"><h1><a href="/">Ministry of Foreign Affairs</a></h1><div role="search"><form><input name="q"></form></div></header>
      <div class="breadcrumbs"><a href="/">Home</a> › <a href="/news">News</a></div>
      <div id="main-content"><h2>Statement on the election in Belarus</h2>
      <p>Denmark does not recognise the result of the election in Belarus.<sup class="reference"><a href="#n1">[1]</a></sup></p>
      <blockquote><p>The people of Belarus have a right to choose who governs them.</p><footer>Jeppe Holm, minister</footer></blockquote>
      <p>The mini&shy;stry urges the authorities in Minsk to release all who were detained since Sunday.</p>
      <p hidden>Internal: to be cleared by the legal department before it is published anywhere.</p>
      </div><div role="contentinfo"><p>Asiatic Square 2, Copenhagen. Open on weekdays from nine to four.</p></div></body></html>
      """,
    blocks: [
      "title: Statement on the election in Belarus",
      "paragraph: Denmark does not recognise the result of the election in Belarus.",
      "quote: The people of Belarus have a right to choose who governs them.",
      "quote: Jeppe Holm, minister",
      "paragraph: The ministry urges the authorities in Minsk to release all who were detained since Sunday.",
    ],
    metadata: ArticleMetadata(
      title: "Statement on the election in Belarus", outlet: "Ministry of Foreign Affairs",
      date: "2020-08-14"))
}
