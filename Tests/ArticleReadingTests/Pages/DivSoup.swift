import ArticleReading

extension SamplePage {
  /// Nothing but `div` and `span` with names that a program made; a menu, teasers and a footer of
  /// the same; text without `p`.
  static let divSoup = SamplePage(
    name: "div soup",
    html: """
      <html><head><title>Hanoi and Manila agree on fishing rules | Straits Monitor</title></head><body>
      <div class="a1"><div class="b2"><a href="/">Home</a> <a href="/asia">Asia</a> <a href="/sea">Sea</a> <a href="/money">Money</a></div></div>
      <div class="k9"><div class="k10">
      <div class="t3"><span>Hanoi and Manila agree on fishing rules</span></div>
      <div class="d4"><span>March 3, 2022</span> <span>4 min read</span></div>
      <div class="m5">
      <div class="p6">Vietnam and the Philippines have agreed on common rules for fishing boats, both governments said on Thursday.</div>
      <div class="p6">The rules forbid the use of water cannon. <span>They do not touch the claims</span> of either side.</div>
      <div class="p6">China rejected the agreement, and called it &quot;illegal and void&quot;.</div>
      <div class="z8"><a href="/t1">Ten beaches that you should see before the season ends</a></div>
      <div class="p6">A first joint patrol is planned for May, according to a spokesman in Manila.</div>
      </div></div>
      <div class="q7"><div><a href="/n1">Jakarta raises the price of fuel for the second time this year</a></div><div><a href="/n2">Bangkok to vote again</a></div></div>
      </div>
      <div class="f0">Straits Monitor, 12 Harbour Road. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div>
      </body></html>
      """,
    blocks: [
      "title: Hanoi and Manila agree on fishing rules",
      "paragraph: Vietnam and the Philippines have agreed on common rules for fishing boats, both governments said on Thursday.",
      "paragraph: The rules forbid the use of water cannon. They do not touch the claims of either side.",
      "paragraph: China rejected the agreement, and called it \"illegal and void\".",
      "paragraph: A first joint patrol is planned for May, according to a spokesman in Manila.",
    ],
    metadata: ArticleMetadata(
      title: "Hanoi and Manila agree on fishing rules", date: "2022-03-03"))
}
