import ArticleReading

extension SamplePage {
  /// An AMP page whose metadata are in a graph of linked data with references, and whose JSON has
  /// a line feed in a string.
  static let linkedData = SamplePage(
    name: "AMP with linked data",
    html: """
      <!doctype html><html ⚡><head><meta charset="utf-8"><title>Ankara backs Kosovo&#39;s bid</title>
      <script async src="https://cdn.example/v0.js"></script>
      <script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Balkan Wire"},
        {"@type": "Person", "@id": "#p1", "name": "Arta Krasniqi"},
        {"@type": "WebPage", "@id": "https://balkanwire.example/ankara-kosovo"},
        {"@type": ["NewsArticle"], "headline": "Ankara backs Kosovo&#39;s bid",
         "description": "A line
      that is broken.",
         "datePublished": "2021-09-02T23:10:00Z", "dateModified": "2021-09-05",
         "author": [{"@id": "#p1"}, {"@type": "Person", "name": "Jon Vrba"}],
         "publisher": {"@id": "#org"},
         "mainEntityOfPage": {"@id": "https://balkanwire.example/ankara-kosovo"}}
      ]}
      </script></head>
      <body><amp-sidebar id="sidebar"><ul><li><a href="/">Home page of the Balkan Wire</a></li></ul></amp-sidebar>
      <article class="amp-article"><h1>Ankara backs Kosovo&#39;s bid</h1>
      <amp-img src="a.jpg" width="1" height="1"></amp-img>
      <div class="amp-content"><p>Turkey supports Kosovo&rsquo;s bid to join the Council of Europe, its foreign minister said in Pristina.</p>
      <amp-ad width="300" height="250" type="x"><div>Buy a boat today, before your neighbour does, and pay next year.</div></amp-ad>
      <p>Serbia protested at once. Belgrade does not recognise the country&#x2019;s independence.</p></div>
      </article>
      <amp-list><p>Five things to know about the price of plums in the west of the Balkans this year.</p></amp-list></body></html>
      """,
    blocks: [
      "title: Ankara backs Kosovo's bid",
      "paragraph: Turkey supports Kosovo’s bid to join the Council of Europe, its foreign minister said in Pristina.",
      "paragraph: Serbia protested at once. Belgrade does not recognise the country’s independence.",
    ],
    metadata: ArticleMetadata(
      title: "Ankara backs Kosovo's bid", outlet: "Balkan Wire",
      author: "Arta Krasniqi, Jon Vrba", date: "2021-09-02",
      url: "https://balkanwire.example/ankara-kosovo"))
}
