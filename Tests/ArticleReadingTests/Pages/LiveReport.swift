import ArticleReading

extension SamplePage {
  /// A live report: each post is an `article` of its own with time and heading.
  static let liveReport = SamplePage(
    name: "live report",
    html: """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Summit in Nairobi: as it happened</title>
      <meta property="og:title" content="Summit in Nairobi: as it happened"></head><body>
      <main role="main"><h1>Summit in Nairobi: as it happened</h1>
      <p class="intro">Leaders of seven countries met to talk about the border of Sudan.</p>
      <div class="live-posts">
      <article class="live-post"><time datetime="2024-01-20T16:10:00Z">16:10</time><h3>Kenya offers troops</h3>
      <p>Kenya is ready to send 400 police officers, its president told the leaders at the end of the day.</p><div class="share"><a href="#">Share</a></div></article>
      <article class="live-post"><time datetime="2024-01-20T14:40:00Z">14:40</time><h3>Ethiopia warns against haste</h3>
      <p>Ethiopia&#39;s foreign minister warned against a mission without a mandate of the African Union.</p>
      <blockquote>We have seen what happens when soldiers come first and questions later.</blockquote></article>
      <article class="live-post"><time datetime="2024-01-20T09:00:00Z">09:00</time>
      <p>Good morning, and welcome to our report. The first session is to begin within the hour.</p></article>
      </div></main>
      <div class="most-read"><h2>Most read</h2><ol><li><a href="/a">The baker who would not leave his oven during the flood</a></li></ol></div>
      </body></html>
      """,
    blocks: [
      "title: Summit in Nairobi: as it happened",
      "paragraph: Leaders of seven countries met to talk about the border of Sudan.",
      "heading: Kenya offers troops",
      "paragraph: Kenya is ready to send 400 police officers, its president told the leaders at the end of the day.",
      "heading: Ethiopia warns against haste",
      "paragraph: Ethiopia's foreign minister warned against a mission without a mandate of the African Union.",
      "quote: We have seen what happens when soldiers come first and questions later.",
      "paragraph: Good morning, and welcome to our report. The first session is to begin within the hour.",
    ],
    metadata: ArticleMetadata(title: "Summit in Nairobi: as it happened", date: "2024-01-20"))
}
