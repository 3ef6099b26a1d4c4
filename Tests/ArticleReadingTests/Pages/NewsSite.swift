import ArticleReading

extension SamplePage {
  /// A daily paper: semantic elements, a standfirst, a pull quote, teasers and a newsletter box
  /// among the paragraphs, comments below.
  static let newsSite = SamplePage(
    name: "news site",
    html: """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <title>Oslo turns down plea for patrol boats | The Fjord Herald</title>
      <meta property="og:site_name" content="The Fjord Herald">
      <meta property="og:title" content="Oslo turns down plea for patrol boats">
      <meta property="article:published_time" content="2024-05-17T06:30:00+02:00">
      <meta name="author" content="By Ingrid Solberg">
      <link rel="canonical" href="https://fjordherald.example/world/oslo-patrol-boats">
      <style>.x { color: red }</style><script>var menu = "Not the article text, whatever it says.";</script>
      </head><body class="article-page has-sidebar">
      <div id="cookie-consent"><p>We use cookies to make this site better, and you can refuse all of them here if you like.</p><button>Accept</button></div>
      <header class="site-header"><a href="/">The Fjord Herald</a>
        <nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
      <main><article>
      <header><h1>Oslo turns down plea for patrol boats</h1>
        <p class="standfirst">The government says that it can&#8217;t spare a single vessel before the autumn.</p>
        <div class="byline">By <a rel="author" href="/ingrid">Ingrid Solberg</a></div>
        <time datetime="2024-05-17">17 May 2024</time>
        <div class="share-tools"><a href="#">Facebook</a> <a href="#">Share</a></div></header>
      <figure><img src="boat.jpg" alt="A boat"><figcaption>A patrol boat leaves Bergen harbour on Thursday.</figcaption></figure>
      <div class="article-body">
      <p>Norway has refused a request from Riga for four patrol boats, the defence ministry said on Friday&nbsp;morning.</p>
      <p>&ldquo;We stand with Latvia,&rdquo; said the minister, Kari Lund. &ldquo;But we need these ships ourselves.&rdquo;</p>
      <aside class="pull-quote"><p>We need these ships ourselves</p></aside>
      <div class="ad-slot"><p>Advertisement</p></div>
      <h2>Riga is disappointed</h2>
      <p>In Riga, the prime minister called the answer <em>deeply</em> disappointing.</p>
      <blockquote><p>A friend who can help and will not is a friend on paper.</p></blockquote>
      <div class="newsletter-signup"><h3>Our morning letter</h3><p>Get the best stories from the north in your inbox, every day before breakfast.</p></div>
      <p>Talks are to go on in June.</p>
      <p><strong>Read more: </strong><a href="/other">Why the north is short of ships, and who is to blame</a></p>
      </div></article>
      <section class="related"><h2>Related</h2><ul><li><a href="/1">Sweden builds two icebreakers for the north of the Baltic Sea.</a></li></ul></section>
      <section id="comments"><h2>Comments</h2><p>I have read this twice and I still think that the ministry has no plan at all for the coming winter.</p></section>
      </main>
      <footer><p>© 2024 The Fjord Herald. All rights reserved.</p></footer>
      </body></html>
      """,
    blocks: [
      "title: Oslo turns down plea for patrol boats",
      "paragraph: The government says that it can’t spare a single vessel before the autumn.",
      "caption: A patrol boat leaves Bergen harbour on Thursday.",
      "paragraph: Norway has refused a request from Riga for four patrol boats, the defence ministry said on Friday morning.",
      "paragraph: “We stand with Latvia,” said the minister, Kari Lund. “But we need these ships ourselves.”",
      "heading: Riga is disappointed",
      "paragraph: In Riga, the prime minister called the answer deeply disappointing.",
      "quote: A friend who can help and will not is a friend on paper.",
      "paragraph: Talks are to go on in June.",
    ],
    metadata: ArticleMetadata(
      title: "Oslo turns down plea for patrol boats", outlet: "The Fjord Herald",
      author: "Ingrid Solberg", date: "2024-05-17",
      url: "https://fjordherald.example/world/oslo-patrol-boats"))
}
