import ArticleReading

extension SamplePage {
  /// A blog in a common theme: class lists that name sidebar, tags and comments on the article
  /// itself, a list of arguments, share buttons, tags and comments.
  static let wordPress = SamplePage(
    name: "WordPress",
    html: """
      <!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8" />
      <title>Why Chile should sign the lithium treaty - Notes from the Andes</title>
      <meta property="og:site_name" content="Notes from the Andes" />
      <meta property="og:url" content="https://andesnotes.example/2023/11/08/lithium-treaty/" />
      </head>
      <body class="post-template-default single single-post has-sidebar comments-open wp-embed-responsive">
      <div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
      <header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/">Notes from the Andes</a></p></div>
      <nav class="main-navigation"><div class="menu-main-container"><ul class="menu"><li><a href="/about">About</a></li></ul></div></nav></header>
      <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
      <article id="post-812" class="post-812 post type-post status-publish format-standard hentry category-trade tag-lithium comments-open">
      <header class="entry-header"><h1 class="entry-title">Why Chile should sign the lithium treaty</h1>
      <div class="entry-meta"><span class="posted-on"><a href="/2023/11/08/"><time class="entry-date published" datetime="2023-11-08T14:02:11-03:00">November 8, 2023</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/rosa">Rosa Huenul</a></span></span></div></header>
      <div class="entry-content">
      <p>The treaty that Bolivia has drafted is not perfect.<br />But Chile would gain from it all the same.</p>
      <p>Three reasons speak for it:</p>
      <ul class="wp-block-list"><li>It ends the dispute over brine that crosses the border.</li><li>It gives Argentina a reason to join later, which Santiago wants.</li></ul>
      <figure class="wp-block-image"><img src="salt.jpg" alt=""/><figcaption class="wp-element-caption">Salt flats near the border, seen in August</figcaption></figure>
      <p>President Boric has not said whether he will sign.</p>
      <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
      <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>A week in Antofagasta, or what I learned about copper and about myself.</p></div>
      </div>
      <footer class="entry-footer"><span class="cat-links">Posted in <a href="/c/trade">Trade</a></span> <span class="tags-links">Tagged <a href="/t/lithium">lithium</a></span></footer>
      </article>
      <div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “Why Chile should sign the lithium treaty”</h2>
      <ol class="comment-list"><li class="comment"><article class="comment-body"><div class="comment-content"><p>I disagree with nearly every word of this post, since the treaty says nothing at all about the water that the villages need.</p><p>Bolivia wrote it for Bolivia. Nobody in San Pedro was ever asked, and nobody there wants it signed before the election.</p><p>It took me an evening to write this, and it is longer than your post.</p></div></article></li></ol>
      <div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p><textarea></textarea></form></div></div>
      </main></div>
      <aside id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/x">A week in Antofagasta</a></li></ul></section></aside>
      </div><footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by a blog engine.</div></footer></div>
      </body></html>
      """,
    blocks: [
      "title: Why Chile should sign the lithium treaty",
      "paragraph: The treaty that Bolivia has drafted is not perfect. But Chile would gain from it all the same.",
      "paragraph: Three reasons speak for it:",
      "item: It ends the dispute over brine that crosses the border.",
      "item: It gives Argentina a reason to join later, which Santiago wants.",
      "caption: Salt flats near the border, seen in August",
      "paragraph: President Boric has not said whether he will sign.",
    ],
    metadata: ArticleMetadata(
      title: "Why Chile should sign the lithium treaty", outlet: "Notes from the Andes",
      author: "Rosa Huenul", date: "2023-11-08",
      url: "https://andesnotes.example/2023/11/08/lithium-treaty/"))
}
