import ArticleReading

extension SamplePage {
  /// A page that goes on with the next article, which is longer; a form around everything.
  static let endlessPage = SamplePage(
    name: "endless page",
    html: """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Tbilisi drops its bill on agents - Caucasus Daily</title>
      <meta property="og:title" content="Tbilisi drops its bill on agents"><meta property="og:site_name" content="Caucasus Daily"></head>
      <body><form id="aspnetForm"><div class="wrapper">
      <article><div class="date">10 March 2023</div><h1>Tbilisi drops its bill on agents</h1>
      <div><p>Georgia&#8217;s ruling party has withdrawn its bill on foreign agents after two nights of protest.</p>
      <p>The European Union welcomed the step, while Moscow called it a sign of weakness.</p></div></article>
      <article><h1>Baku and Yerevan trade blame</h1>
      <div><p>Azerbaijan and Armenia have blamed each other for a shooting in which five soldiers died on Sunday.</p>
      <p>Yerevan called on Russia to do more. Baku denied that its men had fired first, and said that it would show pictures.</p>
      <p>Brussels urged both to come back to the table before the end of the month, as they had promised.</p></div></article>
      </div></form></body></html>
      """,
    blocks: [
      "title: Tbilisi drops its bill on agents",
      "paragraph: Georgia’s ruling party has withdrawn its bill on foreign agents after two nights of protest.",
      "paragraph: The European Union welcomed the step, while Moscow called it a sign of weakness.",
    ],
    metadata: ArticleMetadata(
      title: "Tbilisi drops its bill on agents", outlet: "Caucasus Daily", date: "2023-03-10"))
}
