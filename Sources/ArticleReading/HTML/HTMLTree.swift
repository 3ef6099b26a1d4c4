import CXML

/// A page as flat arrays in document order: what is inside node *i* are the nodes from *i* + 1 to
/// `nodes[i].end`, so that nothing recurses, however deep a page is nested.
struct HTMLTree {
  struct Node {
    var tag: Tag
    /// -1 at the top.
    var parent: Int
    /// One past the last node inside.
    var end: Int
    /// Of text nodes.
    var text = ""
    var attributes = Attributes()

    var isText: Bool { tag == .text }
  }

  private(set) var nodes: [Node] = []

  /// - Parameter source: the page; NULs count as white space.
  init(_ source: String) {
    var bytes = Array(source.utf8)
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 0x20 }
    let document = bytes.withUnsafeBufferPointer { cxml_html_parse($0.baseAddress, $0.count) }
    guard let document else { return }
    defer { cxml_document_free(document) }

    // The siblings still to come, and the node that they are inside.
    var waiting: [(node: OpaquePointer, parent: Int)] = []
    var current = cxml_document_first(document).map { ($0, -1) }
    while let (node, parent) = current {
      if let sibling = cxml_node_next_sibling(node) { waiting.append((sibling, parent)) }
      let index = append(node, parent: parent)
      if let index, let child = cxml_node_first_child(node) {
        current = (child, index)
      } else {
        current = waiting.popLast().map { ($0.node, $0.parent) }
      }
    }
    for index in nodes.indices.reversed() {
      let (end, parent) = (nodes[index].end, nodes[index].parent)
      if parent >= 0 { nodes[parent].end = max(nodes[parent].end, end) }
    }
  }

  private mutating func append(_ node: OpaquePointer, parent: Int) -> Int? {
    switch cxml_node_get_kind(node) {
    case CXML_NODE_TEXT:
      guard let text = cxml_node_text(node) else { return nil }
      // Programs and styles are not text, but data for programs may be about the article.
      if parent >= 0, [.script, .style].contains(nodes[parent].tag), !isJSONLD(parent) {
        return nil
      }
      nodes.append(
        Node(tag: .text, parent: parent, end: nodes.count + 1, text: String(cString: text)))
      return nil
    case CXML_NODE_ELEMENT:
      guard let name = cxml_node_name(node) else { return nil }
      var element = Node(
        tag: Tag(rawValue: String(cString: name)) ?? .other, parent: parent, end: nodes.count + 1)
      let isCustom = element.tag == .other
      for attribute in Attribute.allCases {
        if let value = cxml_node_attribute(node, attribute.rawValue) {
          element.attributes[attribute] = String(cString: value)
        }
      }
      // The names of custom elements say what they are, as classes do: `amp-ad`, `share-bar`.
      if isCustom {
        let classes = element.attributes[.class] ?? ""
        element.attributes[.class] = classes + " " + String(cString: name)
      }
      nodes.append(element)
      return nodes.count - 1
    default:
      return nil
    }
  }

  /// Whether an element is a script of linked data (JSON-LD).
  func isJSONLD(_ index: Int) -> Bool {
    nodes[index].tag == .script
      && nodes[index].attributes[.type]?.lowercased().hasPrefix("application/ld+json") == true
  }

  /// The text inside a node, white space collapsed.
  func text(of index: Int) -> String {
    var text = CollapsedText()
    for inner in nodes[index..<nodes[index].end] where inner.isText { text.append(inner.text) }
    return text.finish()
  }

  /// The same for a node that holds but little, nil for others: cheap, however nodes are nested.
  func shortText(of index: Int) -> String? {
    nodes[index].end - index <= 64 ? text(of: index) : nil
  }

  /// The raw text inside a node.
  func rawText(of index: Int) -> String {
    var text = ""
    for inner in nodes[index..<nodes[index].end] where inner.isText { text += inner.text }
    return text
  }

  func attribute(_ name: Attribute, of index: Int) -> String? { nodes[index].attributes[name] }
}

extension HTMLTree {
  /// The elements that mean something here.
  enum Tag: String {
    case a, address, article, aside, audio, base, blockquote, body, br, button, canvas, caption,
      cite, center, code, dd, details, dialog, dir, div, dl, dt, embed, fieldset, figcaption,
      figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, iframe, img,
      input, label, legend, li, link, main, map, menu, meta, nav, noscript, object, ol, optgroup,
      option, p, picture, pre, q, s, script, section, select, span, strike, style, sub, summary,
      sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, ul, video
    /// Elements that begin and end a block.
    static let blocks: Set<Tag> = [
      .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4,
      .h5, .h6, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p, .pre,
      .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
    ]
    /// Elements whose content is no text of the article.
    static let unread: Set<Tag> = [
      .audio, .button, .canvas, .dialog, .embed, .head, .iframe, .input, .map, .menu, .noscript,
      .object, .optgroup, .option, .s, .script, .select, .strike, .style, .svg, .template,
      .textarea, .video,
    ]
    case text = "#text"
    case other = "#other"

    /// 1 to 6 for a heading.
    var headingLevel: Int? {
      switch self {
      case .h1: 1
      case .h2: 2
      case .h3: 3
      case .h4: 4
      case .h5: 5
      case .h6: 6
      default: nil
      }
    }
  }

  /// The attributes that mean something here.
  enum Attribute: String, CaseIterable {
    case `class`, id, role, itemprop, itemtype, property, name, content, datetime, href, rel, type,
      hidden, style
    case ariaHidden = "aria-hidden"
    case httpEquiv = "http-equiv"
  }

  /// The few attributes of an element; a dictionary would take several times as much memory.
  struct Attributes {
    private var values: [(name: Attribute, value: String)] = []

    subscript(name: Attribute) -> String? {
      get { values.first { $0.name == name }?.value }
      set {
        values.removeAll { $0.name == name }
        if let newValue { values.append((name, newValue)) }
      }
    }
  }
}

/// Text in which each run of white space became one blank, and what has no width went away.
struct CollapsedText {
  private(set) var bytes: [UInt8] = []
  private var isSpacePending = false

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte > 0x20, byte < 0x7F {
          put(byte)
          index += 1
          continue
        }
        let length = WhiteSpace.length(in: source, at: index)
        if length > 0 {
          // U+200B, U+2060, U+FEFF and the marks of direction separate nothing.
          let isWide =
            length < 3 || byte != 0xEF && !(byte == 0xE2 && Self.isNarrow(source, index))
          if isWide { isSpacePending = true }
          index += length
        } else if byte == 0xC2, index + 1 < source.count, source[index + 1] == 0xAD {
          index += 2  // a soft hyphen
        } else {
          put(byte)
          index += 1
        }
      }
    }
  }

  mutating func appendSpace() { isSpacePending = true }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func finish() -> String {
    defer { self = CollapsedText() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func put(_ byte: UInt8) {
    if isSpacePending, !bytes.isEmpty { bytes.append(0x20) }
    isSpacePending = false
    bytes.append(byte)
  }

  private static func isNarrow(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let (second, third) = (source[index + 1], source[index + 2])
    return second == 0x80 && [0x8B, 0x8E, 0x8F].contains(third) || second == 0x81 && third == 0xA0
  }
}
