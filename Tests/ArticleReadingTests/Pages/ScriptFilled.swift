import ArticleReading

extension SamplePage {
  /// A page that a program fills in: its text stands only in the linked data.
  static let scriptFilled = SamplePage(
    name: "filled by a script",
    html: """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Rabat protests against new visa rules</title>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Rabat protests against new visa rules","datePublished":"2023-04-11",
      "publisher":{"@type":"Organization","name":"Maghreb Post"},
      "articleBody":"Morocco has protested against the new visa rules of the Schengen states.\\n\\nThe foreign ministry called them &quot;an insult to a partner&quot;. It has asked the ambassadors of five countries to come to Rabat and to explain what the rules are meant to achieve.\\n\\nParis defended the rules. A spokeswoman said that they applied to all, and that nobody was singled out by them. Madrid, on the other hand, has long been against them, and it said so again on Tuesday."}</script>
      </head><body><div id="root"><h1>Rabat protests against new visa rules</h1><p>To read on, please wait a moment while the article is being loaded.</p></div></body></html>
      """,
    blocks: [
      "title: Rabat protests against new visa rules",
      "paragraph: Morocco has protested against the new visa rules of the Schengen states.",
      "paragraph: The foreign ministry called them \"an insult to a partner\". It has asked the ambassadors of five countries to come to Rabat and to explain what the rules are meant to achieve.",
      "paragraph: Paris defended the rules. A spokeswoman said that they applied to all, and that nobody was singled out by them. Madrid, on the other hand, has long been against them, and it said so again on Tuesday.",
    ],
    metadata: ArticleMetadata(
      title: "Rabat protests against new visa rules", outlet: "Maghreb Post", date: "2023-04-11"))
}
