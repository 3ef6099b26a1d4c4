public import StanceExports
import StanceModel

extension Drawing {
  /// The drawing in Graphviz's language, legend and styles included: `dot -Tsvg` makes the picture of it.
  ///
  /// Its longer side is at most that of A4 without margins, so that it prints on a page, upright or across.
  public var dot: String {
    var text = "\(DOT.heading)\ndigraph \"stancegraph\" {\n"
    for (name, value) in graphAttributes { text += "  \(name)=\(value);\n" }
    for node in nodes {
      text += "  \(DOTText.name(node.uid)) [\(Self.joined(attributes(of: node)))];\n"
    }
    for line in lines {
      text +=
        "  \(DOTText.name(line.from)) -> \(DOTText.name(line.to))"
        + " [\(Self.joined(attributes(of: line)))];\n"
    }
    return text + "}\n"
  }

  /// Which layout suits it.
  public var engine: LayoutEngine { LayoutEngine(nodes: nodes.count, edges: lines.count) }

  private typealias Attribute = (name: String, value: String)

  private static func joined(_ attributes: [Attribute]) -> String {
    attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
  }

  private var graphAttributes: [Attribute] {
    let layout = engine.graphAttributes.map { ($0.name, DOTText.quoted($0.value)) }
    return layout + [
      ("label", Legend(self).html), ("labelloc", "\"t\""), ("labeljust", "\"l\""),
      ("fontname", DOTText.quoted(NodeStyle.font)), ("fontsize", "\"13\""),
      ("tooltip", DOTText.label(title)), ("bgcolor", "\"white\""), ("pad", "\"0.2\""),
      ("nodesep", "\"0.08\""), ("ranksep", "\"0.5\""), ("size", "\"11.2,11.2\""),
    ]
  }

  private func attributes(of node: GraphNode) -> [Attribute] {
    let style = NodeStyle(node.kind)
    let wide = node.kind == .issue || node.kind == .proposition || node.kind == .document
    var label = DOTText.wrapped(node.label, width: wide ? 24 : 18, lines: 5)
    // Named in the box: a line to each country would run across the whole drawing.
    if let body = affiliations[node.uid] {
      label += "\n(\(DOTText.wrapped(body, width: 22, lines: 2)))"
    }
    var tooltip = "\(node.label)\n\(node.uid)\n\(Self.statements(node.statementCount))"
    for role in node.roles { tooltip += "\n\(role.name): \(role.filler ?? "open")" }
    return [
      ("id", DOTText.quoted(XMLName.encode(node.uid))), ("class", DOTText.quoted(style.cssClass)),
      ("label", DOTText.label(label.isEmpty ? node.uid : label)),
      ("tooltip", DOTText.label(Self.shortened(tooltip, to: 600))),
    ] + style.attributes.map { ($0.name, DOTText.quoted($0.value)) } + [
      ("fontsize", "\"14\""), ("height", "\"0.3\""), ("width", "\"0.5\""),
    ]
  }

  private func attributes(of line: Line) -> [Attribute] {
    let style = EdgeStyle(line.kind, line.polarity)
    var attributes: [Attribute] = [
      ("id", DOTText.quoted(XMLName.encode(Self.id(of: line)))),
      ("class", DOTText.quoted(style.cssClass)),
      ("tooltip", DOTText.label(tooltip(of: line))),
    ]
    // The label is small; without a tooltip of its own it would show its text.
    attributes.append(("labeltooltip", DOTText.label(tooltip(of: line))))
    if let label = Self.label(of: line) {
      attributes.append(("label", DOTText.label(label)))
      attributes.append(("fontsize", "\"11\""))
      attributes.append(("fontcolor", DOTText.quoted(Self.textColor(line, style))))
    }
    attributes += style.attributes.map { ($0.name, DOTText.quoted($0.value)) }
    attributes.append(("penwidth", "\"\(Self.penWidth(line))\""))
    attributes.append(("arrowsize", "\"0.7\""))
    return attributes
  }

  // MARK: Words and widths

  static func id(of line: Line) -> String {
    let polarity = line.polarity.map { ".\($0.rawValue)" } ?? ""
    return "line(\(line.kind.rawValue)\(polarity),\(line.from),\(line.to))"
  }

  /// How often a stance occurs; what a relation or claim says.
  private static func label(of line: Line) -> String? {
    switch line.kind {
    case .stance: line.count > 1 ? "×\(line.count)" : nil
    case .relation:
      line.parts.map { part in
        DOTText.wrapped(part.edges.first?.label ?? part.interaction, width: 26, lines: 3)
      }.joined(separator: "\n")
    case .claim:
      // The day stands in the tooltip.
      line.parts.map { part in
        let kind = TerritorialClaim.Kind(rawValue: part.interaction)
        let words = kind?.words ?? part.interaction
        // An annexation and a declaration are events, the others last.
        let since = kind == .annexed || kind == .declaredIndependence ? "" : "since "
        return part.year.map { "\(words) \(since)\($0)" } ?? words
      }.joined(separator: "\n")
    case .affiliation, .role, .agreement, .conflict, .holds, .about: nil
    }
  }

  private static func textColor(_ line: Line, _ style: EdgeStyle) -> String {
    // The reddish purple of the lines is too pale for small print.
    line.kind == .claim ? "#8C3B6B" : style.color
  }

  /// 1.4 for one statement, 3.4 from 16 on.
  private static func penWidth(_ line: Line) -> String {
    guard line.kind == .stance else { return "1.2" }
    let doublings = Int.bitWidth - max(1, line.count).leadingZeroBitCount - 1
    let tenths = 14 + 5 * min(4, doublings)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func tooltip(of line: Line) -> String {
    let labels = Dictionary(uniqueKeysWithValues: nodes.map { ($0.uid, $0.label) })
    let ends = (labels[line.from] ?? line.from, labels[line.to] ?? line.to)
    var text = ""
    for part in line.parts {
      let verb = part.edges.first.map { part.polarity == nil ? $0.label : part.interaction }
      text += "\(text.isEmpty ? "" : "\n")\(ends.0) – \(verb ?? part.interaction) – \(ends.1)"
      if part.statementCount > 1 {
        text +=
          " (\(Self.statements(part.statementCount)), \(part.documentCount)"
          + " \(part.documentCount == 1 ? "article" : "articles"))"
      }
      for edge in part.edges.prefix(3) {
        if let evidence = edge.evidence {
          let modality = edge.modality.flatMap { $0 == .asserted ? nil : " [\($0.rawValue)]" }
          text += "\n“\(Self.shortened(evidence.quotation, to: 240))”\(modality ?? "")"
          text +=
            " ("
            + [evidence.outlet ?? evidence.document, evidence.date].compactMap(\.self)
            .joined(separator: ", ") + ")"
        } else if let authority = edge.authority {
          text += "\nSource: \(authority)"
        }
      }
      if part.edges.count > 3 { text += "\n… and \(part.edges.count - 3) more" }
    }
    return text
  }

  private static func statements(_ count: Int) -> String {
    "\(count) statement\(count == 1 ? "" : "s")"
  }

  /// At most so many user-perceived characters.
  private static func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
