import SourceText

/// The blocks of text of a whole page, in document order, with what their surroundings say of them.
struct PageBlocks {
  struct Block {
    var kind: Article.Block.Kind
    var text: String
    /// The first text node of it.
    var position: Int
    /// The innermost element that begins a block.
    var container: Int
    /// The share of its text that is in links.
    var linked: Double
    var traits: Traits
    var headingLevel: Int?

    /// How much it looks like prose of an article: its length without links.
    var weight: Double {
      guard !traits.contains(.boilerplate), !traits.contains(.meta), linked < 0.4,
        kind != .heading, kind != .caption,
        text.utf8.count >= 60 || text.utf8.count >= 25 && LineShape.endsSentence(text)
      else { return 0 }
      return Double(text.utf8.count) * (1 - linked)
    }
  }

  /// What an element is, or is inside.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// Not text at all: programs, forms, what is not shown.
    static let unread = Traits(rawValue: 1 << 0)
    static let boilerplate = Traits(rawValue: 1 << 1)
    /// Author, date and credits.
    static let meta = Traits(rawValue: 1 << 2)
    static let quote = Traits(rawValue: 1 << 3)
    static let caption = Traits(rawValue: 1 << 4)
    static let item = Traits(rawValue: 1 << 5)
    static let link = Traits(rawValue: 1 << 6)
    static let cell = Traits(rawValue: 1 << 7)
    static let standfirst = Traits(rawValue: 1 << 8)
    static let body = Traits(rawValue: 1 << 9)
  }

  let tree: HTMLTree
  private(set) var blocks: [Block] = []
  /// Of every node, those it inherits included; `standfirst` and `body` are of the element alone.
  private(set) var traits: [Traits] = []

  init(_ tree: HTMLTree) {
    self.tree = tree
    traits = Self.traits(tree)
    blocks = collected()
  }

  // MARK: Traits

  private static func traits(_ tree: HTMLTree) -> [Traits] {
    let measures = Measures(tree)
    // The same few names come again and again.
    var verdicts: [[String?]: Boilerplate.Verdict] = [:]
    func verdict(_ attributes: HTMLTree.Attributes) -> Boilerplate.Verdict {
      let names = [attributes[.class], attributes[.id]]
      if let known = verdicts[names] { return known }
      let verdict = Boilerplate.verdict(class: names[0], id: names[1])
      verdicts[names] = verdict
      return verdict
    }
    var all: [Traits] = []
    all.reserveCapacity(tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      var traits: Traits = node.parent >= 0 ? all[node.parent] : []
      traits.subtract([.standfirst, .body])
      if !node.isText, !traits.contains(.unread) {
        traits.formUnion(
          own(of: index, in: tree, measures, verdict(node.attributes), inherited: traits))
      }
      all.append(traits)
    }
    return all
  }

  private static func own(
    of index: Int, in tree: HTMLTree, _ measures: Measures, _ verdict: Boilerplate.Verdict,
    inherited: Traits
  ) -> Traits {
    let node = tree.nodes[index]
    var traits: Traits = []
    if HTMLTree.Tag.unread.contains(node.tag) { return .unread }
    let share = measures.share(index)
    let isMarked = measures.hasHeadline[index] || measures.hasBody[index]
    switch node.tag {
    case .a where node.attributes[.href] != nil: traits.insert(.link)
    case .blockquote: traits.insert(.quote)
    case .figcaption, .caption: traits.insert(.caption)
    case .li, .dd, .dt: traits.insert(.item)
    case .td, .th: traits.insert(.cell)
    default: break
    }
    guard ![.html, .body, .main].contains(node.tag) else { return traits }

    if isHidden(node), share < 0.5 { return .unread }
    let role = node.attributes[.role]?.lowercased() ?? ""
    let itemtype = node.attributes[.itemtype] ?? ""
    // The name of a quotation's speaker stands in its footer.
    let isFooter = node.tag == .footer && !inherited.contains(.quote)
    if [.nav, .aside, .form, .fieldset].contains(node.tag) || isFooter
      || Boilerplate.roles.contains(role),
      !isMarked, share < 0.4
    {
      traits.insert(.boilerplate)
    }
    if itemtype.hasSuffix("/Comment") || itemtype.hasSuffix("/WPAdBlock") {
      traits.insert(.boilerplate)
    }
    let itemprop = node.attributes[.itemprop] ?? node.attributes[.property] ?? ""
    if itemprop.split(separator: " ").contains("articleBody") { traits.insert(.body) }
    if verdict.isUnseen { return .unread }
    if verdict.isCaption, share < 0.2 { traits.insert(.caption) }
    if verdict.isStandfirst { traits.insert(.standfirst) }
    // Names on words inside a paragraph say how they look.
    guard HTMLTree.Tag.blocks.contains(node.tag) || node.tag == .other else { return traits }
    if verdict.isBody { traits.insert(.body) }
    if verdict.isBoilerplate, !isMarked, share < (verdict.isStrict ? 0.85 : 0.35),
      !traits.contains(.caption)
    {
      traits.insert(.boilerplate)
    }
    if verdict.isMeta || node.tag == .address, !isMarked, share < 0.15, node.tag != .article {
      traits.insert(.meta)
    }
    return traits
  }

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attributes[.hidden] != nil || node.attributes[.ariaHidden]?.lowercased() == "true" {
      return true
    }
    guard let style = node.attributes[.style] else { return false }
    let plain = String(
      String.UnicodeScalarView(
        style.lowercased().unicodeScalars.filter {
          !$0.properties.isWhitespace
        }))
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// How much running text is where, so that a name never takes away the article itself.
  private struct Measures {
    var prose: [Int]
    var hasHeadline: [Bool]
    var hasBody: [Bool]
    private let total: Int

    init(_ tree: HTMLTree) {
      let count = tree.nodes.count
      var isOut = [Bool](repeating: false, count: count)
      prose = [Int](repeating: 0, count: count)
      hasHeadline = [Bool](repeating: false, count: count)
      hasBody = [Bool](repeating: false, count: count)
      for (index, node) in tree.nodes.enumerated() {
        let parent = node.parent
        isOut[index] =
          parent >= 0 && isOut[parent] || HTMLTree.Tag.unread.contains(node.tag) || node.tag == .a
        if isOut[index] { continue }
        if node.isText, node.text.utf8.count >= 40 { prose[index] = node.text.utf8.count }
        if node.tag == .h1, node.end > index + 1 { hasHeadline[index] = true }
        let itemprop = node.attributes[.itemprop] ?? node.attributes[.property]
        if itemprop?.contains("articleBody") == true { hasBody[index] = true }
      }
      var sum = 0
      for index in (0..<count).reversed() {
        let parent = tree.nodes[index].parent
        guard parent >= 0 else {
          sum += prose[index]
          continue
        }
        prose[parent] += prose[index]
        if hasHeadline[index] { hasHeadline[parent] = true }
        if hasBody[index] { hasBody[parent] = true }
      }
      total = max(1, sum)
    }

    func share(_ index: Int) -> Double { Double(prose[index]) / Double(total) }
  }

  // MARK: Blocks

  private func collected() -> [Block] {
    var found: [Block] = []
    var text = CollapsedText()
    var linkedBytes = 0
    var position = 0
    var breaks = 0
    // The elements that begin blocks and are open, the innermost last.
    var open: [Int] = []

    func flush(_ blocks: inout [Block]) {
      breaks = 0
      let count = text.bytes.count
      let content = text.finish()
      guard count > 0 else { return }
      let container = open.last ?? 0
      blocks.append(
        block(
          content, position: position, container: container,
          linked: min(1, Double(linkedBytes) / Double(count))))
      linkedBytes = 0
    }

    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, tree.nodes[last].end <= index {
        flush(&found)
        open.removeLast()
      }
      let node = tree.nodes[index]
      if traits[index].contains(.unread) {
        index = node.end
        continue
      }
      if node.isText {
        if text.isEmpty { position = index }
        let before = text.bytes.count
        text.append(node.text)
        if text.bytes.count > before { breaks = 0 }
        if traits[index].contains(.link) { linkedBytes += text.bytes.count - before }
        if text.isEmpty { linkedBytes = 0 }
      } else if node.tag == .br {
        // Two in a row end a paragraph.
        breaks += 1
        text.appendSpace()
        if breaks >= 2 { flush(&found) }
      } else if HTMLTree.Tag.blocks.contains(node.tag) {
        flush(&found)
        open.append(index)
      } else if node.tag == .sup, isReference(index) {
        index = node.end
        continue
      }
      index += 1
    }
    while !open.isEmpty {
      flush(&found)
      open.removeLast()
    }
    flush(&found)
    return found
  }

  /// Whether a raised text is the number of a note.
  private func isReference(_ index: Int) -> Bool {
    guard let text = tree.shortText(of: index) else { return false }
    return text.hasPrefix("[") && text.hasSuffix("]") && text.utf8.count <= 8
  }

  private func block(_ text: String, position: Int, container: Int, linked: Double) -> Block {
    var traits = self.traits[position]
    let level = tree.nodes.isEmpty ? nil : headingLevel(container)
    let kind: Article.Block.Kind =
      if level != nil {
        .heading
      } else if traits.contains(.caption) {
        .caption
      } else if traits.contains(.quote) {
        .quote
      } else if traits.contains(.item) {
        .item
      } else {
        .paragraph
      }
    if !tree.nodes.isEmpty, self.traits[container].contains(.standfirst) {
      traits.insert(.standfirst)
    }
    return Block(
      kind: kind, text: text, position: position, container: container, linked: linked,
      traits: traits, headingLevel: level)
  }

  private func headingLevel(_ container: Int) -> Int? {
    tree.nodes[container].tag.headingLevel
  }
}
