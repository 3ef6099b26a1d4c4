import SourceText

/// The article in a page.
///
/// Where it is, is told by what authors of pages mark (`articleBody`, `<article>`, names such as
/// `entry-content`, `<main>`), where that holds enough of the page's prose, and else by where
/// paragraphs gather: each gives its length to its parent, half of it to the grandparent and a third
/// to the next, the scheme of Arc90's Readability (2009), and the element with the most has it.
struct MainText {
  struct Part {
    var kind: Article.Block.Kind
    var text: String
  }

  private(set) var parts: [Part] = []
  /// The headline as the page shows it, or as its metadata have it.
  private(set) var title: String?
  /// What the page says of author and date beside the text.
  private(set) var meta: [String] = []

  private let page: PageBlocks
  /// The prose inside each node.
  private var weights: [Double]

  init(_ page: PageBlocks, metadata: PageMetadata) {
    self.page = page
    weights = [Double](repeating: 0, count: page.tree.nodes.count)
    var scores = weights
    for block in page.blocks {
      let weight = block.weight
      guard weight > 0, block.container < weights.count else { continue }
      weights[block.container] += weight
      var place = block.container
      if [.p, .li, .blockquote, .pre, .dd].contains(page.tree.nodes[place].tag) {
        place = max(0, page.tree.nodes[place].parent)
      }
      for share in [1.0, 0.5, 1.0 / 3] where place >= 0 {
        scores[place] += weight * share
        place = page.tree.nodes[place].parent
      }
    }
    for index in weights.indices.reversed() {
      let parent = page.tree.nodes[index].parent
      if parent >= 0 { weights[parent] += weights[index] }
    }
    let headline = self.headline(metadata)
    let root = self.root(scores: scores, headline: headline)
    assemble(root: root, headline: headline, metadata: metadata)
    meta = self.meta(root: root, headline: headline)
    prefer(metadata.articleBody)
  }

  // MARK: Where the article is

  private func root(scores: [Double], headline: Int?) -> Range<Int> {
    let nodes = page.tree.nodes
    guard let densest = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[densest] > 0
    else { return 0..<nodes.count }
    var chosen = densest
    let tiers: [(Int) -> Bool] = [
      {
        nodes[$0].attributes[.itemprop]?.contains("articleBody") == true
          || nodes[$0].attributes[.property]?.contains("articleBody") == true
      },
      { nodes[$0].tag == .article || nodes[$0].attributes[.role] == "article" },
      { page.traits[$0].contains(.body) },
      { nodes[$0].tag == .main || nodes[$0].attributes[.role] == "main" },
    ]
    var isMarked = false
    for tier in tiers {
      let outer = outermost(where: tier)
      guard let candidate = self.candidate(of: outer, headline: headline) else { continue }
      if !isMarked {
        // What is marked may be a teaser only; then where the paragraphs are counts.
        guard weights[candidate] >= 0.5 * weights[densest] else { continue }
        chosen = candidate
        isMarked = true
      } else if candidate > chosen, candidate < nodes[chosen].end,
        weights[candidate] >= 0.8 * weights[chosen]
      {
        chosen = candidate
      }
    }
    return chosen..<nodes[chosen].end
  }

  /// The nodes that hold prose and are inside no other of their kind.
  private func outermost(where isOfTier: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var end = 0
    for index in page.tree.nodes.indices where index >= end && !page.tree.nodes[index].isText {
      let traits = page.traits[index]
      guard !traits.contains(.unread), !traits.contains(.boilerplate), weights[index] > 0,
        isOfTier(index)
      else { continue }
      found.append(index)
      end = page.tree.nodes[index].end
    }
    return found
  }

  /// One of several: the one that has most; that with the headline, where each is an article of its
  /// own; or what is around all of them, where they are parts of one (as in a live report).
  private func candidate(of outer: [Int], headline: Int?) -> Int? {
    let nodes = page.tree.nodes
    guard let best = outer.max(by: { weights[$0] < weights[$1] }) else { return nil }
    let sum = outer.reduce(0) { $0 + weights[$1] }
    if outer.count == 1 { return best }
    let titled = outer.filter { index in
      (index..<nodes[index].end).contains { nodes[$0].tag == .h1 }
    }
    let position = headline.map { page.blocks[$0].position }
    let own = titled.first { place in
      position.map { (place..<nodes[place].end).contains($0) } ?? false
    }
    if titled.count >= 2, let own, weights[own] >= 0.1 * sum { return own }
    if titled.count >= 2 || weights[best] >= 0.6 * sum { return best }
    guard let first = outer.first, let last = outer.last else { return nil }
    var around = first
    while around >= 0, nodes[around].end < nodes[last].end { around = nodes[around].parent }
    return max(0, around)
  }

  /// The block that is the headline.
  private func headline(_ metadata: PageMetadata) -> Int? {
    let headings = page.blocks.indices.filter {
      page.blocks[$0].kind == .heading
        && (!page.blocks[$0].traits.contains(.boilerplate) || page.blocks[$0].headingLevel == 1)
    }
    if let title = metadata.title {
      let wanted = Self.plain(title)
      if let same = headings.first(where: { Self.plain(page.blocks[$0].text) == wanted }) {
        return same
      }
      let near = headings.filter { index in
        let text = Self.plain(page.blocks[index].text)
        return page.blocks[index].headingLevel ?? 6 <= 2 && text.count >= 3
          && Self.overlap(of: text, with: wanted) >= 0.6
      }
      if let first = near.first { return first }
      let shown = page.blocks.firstIndex {
        !$0.traits.contains(.boilerplate) && Self.plain($0.text) == wanted
      }
      if let shown { return shown }
    }
    let outlet = metadata.outlet.map(Self.plain)
    let ranked = headings.filter {
      page.blocks[$0].headingLevel == 1 && Self.plain(page.blocks[$0].text) != outlet
    }
    // A site's name is often a heading of the first level, too; it stands in a link.
    return ranked.first { page.blocks[$0].linked < 0.5 }
      ?? (metadata.title == nil ? ranked.first : nil)
  }

  // MARK: What belongs to it

  private mutating func assemble(root: Range<Int>, headline: Int?, metadata: PageMetadata) {
    let titleText = headline.map { page.blocks[$0].text } ?? metadata.title
    title = titleText
    if let titleText { parts.append(Part(kind: .title, text: titleText)) }
    let titlePosition = headline.map { page.blocks[$0].position }
    var seen: Set<String> = titleText.map { [$0] } ?? []
    var isPast = false
    var hasProse = false
    var heading: Part?
    for (index, block) in page.blocks.enumerated() where index != headline {
      let isInside = root.contains(block.position)
      let isAfterTitle = titlePosition.map { block.position > $0 } ?? true
      if !isInside {
        guard titlePosition != nil, isAfterTitle, block.position < root.lowerBound,
          isStandfirst(block)
        else { continue }
      } else if !isAfterTitle, block.weight < 80 {
        continue
      }
      if block.kind == .heading {
        if hasProse, Boilerplate.endsArticle(heading: block.text) {
          isPast = true
          heading = nil
          continue
        }
        if block.traits.contains(.boilerplate) || block.linked > 0.8 && isInside { continue }
        isPast = false
        heading = Part(kind: .heading, text: block.text)
        if !isInside, let standfirst = heading {
          parts.append(standfirst)
          heading = nil
        }
        continue
      }
      guard !isPast, isText(block) else { continue }
      if block.text.utf8.count >= 40, !seen.insert(block.text).inserted { continue }
      if let before = heading, seen.insert(before.text).inserted { parts.append(before) }
      heading = nil
      hasProse = hasProse || block.weight > 0
      parts.append(Part(kind: block.kind, text: block.text))
    }
  }

  /// Whether a block between headline and text introduces the article.
  private func isStandfirst(_ block: PageBlocks.Block) -> Bool {
    guard !block.traits.contains(.boilerplate), block.linked < 0.3 else { return false }
    if block.traits.contains(.standfirst) { return block.text.utf8.count >= 20 }
    guard !block.traits.contains(.meta) else { return false }
    if block.kind == .caption { return block.text.utf8.count >= 20 }
    let tag = page.tree.nodes[block.container].tag
    return block.text.utf8.count >= 40
      && (tag == .p && LineShape.endsSentence(block.text) || tag == .h2)
  }

  private func isText(_ block: PageBlocks.Block) -> Bool {
    let text = block.text
    guard !block.traits.contains(.boilerplate),
      !block.traits.contains(.meta) || block.traits.contains(.standfirst),
      !Boilerplate.isPhrase(text, linked: block.linked)
    else { return false }
    let count = text.utf8.count
    let ends = LineShape.endsSentence(text)
    if block.linked > 0.5, !(ends && block.linked < 0.8 && count > 60) { return false }
    switch block.kind {
    case .caption: return count >= 12
    case .quote: return count >= 3
    case .item: return count >= 25 || ends
    case .title, .heading: return true
    case .paragraph:
      if ends || count >= 80 { return !block.traits.contains(.cell) || ends || count >= 120 }
      let words = text.split(separator: " ").count
      // Outside a paragraph, a few words are a label.
      return page.tree.nodes[block.container].tag == .p && words >= 4
        && !DateLine.isDateLine(text) && block.linked < 0.3
    }
  }

  /// Short lines that are marked as author and date, or stand about the headline, before the text.
  private func meta(root: Range<Int>, headline: Int?) -> [String] {
    let blocks = page.blocks
    let short = blocks.indices.filter {
      !blocks[$0].traits.contains(.boilerplate) && blocks[$0].text.utf8.count <= 200
    }
    let marked = short.filter { blocks[$0].traits.contains(.meta) }
    let start =
      headline.map { max(0, $0 - 3) }
      ?? blocks.firstIndex { root.contains($0.position) } ?? blocks.count
    let beginning =
      blocks[min(start, blocks.count)...]
      .first { root.contains($0.position) && $0.weight > 80 }?.position ?? 0
    let around = short.filter { $0 >= start && blocks[$0].position < beginning && $0 != headline }
    return (marked + around).map { blocks[$0].text }
  }

  // MARK: The text in the linked data

  /// Takes the text that the page's linked data give, where the page itself shows little of it
  /// (scripts fill it in later), and uses it to find what else is foreign where it shows more.
  private mutating func prefer(_ articleBody: String?) {
    guard let articleBody, articleBody.utf8.count >= 400 else { return }
    let body = Self.paragraphs(articleBody)
    let bodyWords = body.flatMap(Self.plain)
    let shown = parts.filter { $0.kind != .title }
    let shownWords = shown.flatMap { Self.plain($0.text) }
    let found = Self.overlap(of: bodyWords, with: shownWords)
    if found < 0.7, bodyWords.count > shownWords.count / 2 {
      parts =
        parts.filter { $0.kind == .title } + body.map { Part(kind: .paragraph, text: $0) }
      return
    }
    // A text that was cut short can't tell what is foreign.
    guard found >= 0.9, let last = body.last, LineShape.endsSentence(last),
      Self.overlap(of: shownWords, with: bodyWords) < 0.8
    else { return }
    let whole = " " + bodyWords.joined(separator: " ") + " "
    parts = parts.filter { part in
      part.kind == .title || part.kind == .heading || part.kind == .caption
        || whole.contains(" " + Self.plain(part.text).joined(separator: " ") + " ")
    }
  }

  private static func paragraphs(_ text: String) -> [String] {
    let isMarkup = text.contains("</p>") || text.contains("<br")
    if isMarkup { return PageBlocks(HTMLTree(text)).blocks.map { $0.text } }
    return text.split(whereSeparator: { $0.isNewline }).compactMap {
      PageMetadata.clean(String($0))
    }
  }

  /// The words in lower case, without marks.
  private static func plain(_ text: String) -> [String] {
    DateText(text).words.map { $0.text }
  }

  /// The share of the first words that are among the second, each counted as often as it is there.
  private static func overlap(of words: [String], with others: [String]) -> Double {
    guard !words.isEmpty else { return 0 }
    var counts: [String: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    var common = 0
    for word in words {
      if let left = counts[word], left > 0 {
        common += 1
        counts[word] = left - 1
      }
    }
    return Double(common) / Double(words.count)
  }
}
