import StanceModel

/// What a dialect of GraphML adds for one program; the other readers still find everything that `plain` has.
enum GraphMLDialect: String, CaseIterable, Sendable {
  case plain
  /// Colours and sizes; the interaction as the type of an edge, so that Gephi merges no two of different ones.
  case gephi
  /// Labels, shapes and colours as yEd draws them.
  case yed
  /// The columns by which Cytoscape names nodes and edges.
  case cytoscape

  typealias Key = (id: String, scope: String, name: String, type: String, yfiles: String?)

  var namespaces: [(name: String, value: String)] {
    self == .yed ? [("xmlns:y", "http://www.yworks.com/xml/graphml")] : []
  }

  /// The keys beside those of the table. Those of yEd have a name and a type, without which networkx refuses them.
  var keys: [Key] {
    switch self {
    case .plain: []
    case .gephi:
      ["r", "g", "b"].map { ("n_\($0)", "node", $0, "int", nil) }
        + [("n_size", "node", "size", "double", nil)]
        + ["r", "g", "b"].map { ("e_\($0)", "edge", $0, "int", nil) }
    case .yed:
      [
        ("n_graphics", "node", "graphics", "string", "nodegraphics"),
        ("e_graphics", "edge", "graphics", "string", "edgegraphics"),
      ]
    case .cytoscape:
      [
        ("n_shared", "node", "shared name", "string", nil),
        ("e_name", "edge", "name", "string", nil),
        ("e_shared", "edge", "shared name", "string", nil),
        ("e_shared_interaction", "edge", "shared interaction", "string", nil),
      ]
    }
  }

  /// The attributes of an `edge` element beside id and ends.
  func attributes(of edge: AttributeTable.Edge, interaction: String) -> [(
    name: String, value: String
  )] {
    self == .gephi && !interaction.isEmpty ? [("label", interaction)] : []
  }

  func write(_ node: AttributeTable.Node, label: String, statements: Int, to xml: inout XMLWriter) {
    let style = NodeStyle(node.kind)
    switch self {
    case .plain: break
    case .gephi:
      color(style.line, "n_", in: &xml)
      data("n_size", (10 + 4 * Double(statements).squareRoot()).description, in: &xml)
    case .cytoscape:
      if !label.isEmpty { data("n_shared", label, in: &xml) }
    case .yed:
      xml.start("data", [("key", "n_graphics")], indent: 6)
      xml.start("y:ShapeNode")
      let width = min(220, max(60, 7 * label.count + 16))
      empty("y:Geometry", [("height", "34.0"), ("width", "\(width).0")], in: &xml)
      empty("y:Fill", [("color", style.fill), ("transparent", "false")], in: &xml)
      let line = style.style.contains("dashed") ? "dashed" : "line"
      let border = [("color", style.line), ("type", line), ("width", "1.5")]
      empty("y:BorderStyle", border, in: &xml)
      xml.start("y:NodeLabel")
      xml.text(label)
      xml.end()
      empty("y:Shape", [("type", Self.yEdShape(node.kind))], in: &xml)
      xml.end()
      xml.end()
    }
  }

  func write(
    _ edge: AttributeTable.Edge, interaction: String, label: String, to xml: inout XMLWriter
  ) {
    let style = EdgeStyle(edge.kind, edge.polarity)
    switch self {
    case .plain: break
    case .gephi: color(style.color, "e_", in: &xml)
    case .cytoscape:
      let name = XMLText.clean("\(edge.from) (\(interaction)) \(edge.to)")
      data("e_name", name, in: &xml)
      data("e_shared", name, in: &xml)
      if !interaction.isEmpty { data("e_shared_interaction", interaction, in: &xml) }
    case .yed:
      xml.start("data", [("key", "e_graphics")], indent: 6)
      xml.start("y:PolyLineEdge")
      let line = ["dashed": "dashed", "dotted": "dotted"][style.style] ?? "line"
      empty(
        "y:LineStyle", [("color", style.color), ("type", line), ("width", "1.5")], in: &xml)
      let arrow =
        switch edge.polarity {
        case .oppose: "t_shape"
        case .support: "standard"
        case .neutral: "transparent_circle"
        case nil: style.arrowhead == "none" ? "none" : "plain"
        }
      empty("y:Arrows", [("source", "none"), ("target", arrow)], in: &xml)
      if edge.kind != .role, !label.isEmpty {
        xml.start("y:EdgeLabel")
        xml.text(label)
        xml.end()
      }
      xml.end()
      xml.end()
    }
  }

  private static func yEdShape(_ kind: GraphNode.Kind) -> String {
    switch kind {
    case .country, .region: "rectangle"
    case .organization: "hexagon"
    case .person, .group, .statement: "ellipse"
    case .issue, .proposition: "roundrectangle"
    case .document: "fatarrow"
    }
  }

  private func data(_ key: String, _ text: String, in xml: inout XMLWriter) {
    xml.element("data", [("key", key)], text: text, indent: 6)
  }

  private func empty(
    _ name: String, _ attributes: [(name: String, value: String)], in xml: inout XMLWriter
  ) {
    xml.start(name, attributes)
    xml.end()
  }

  private func color(_ hex: String, _ prefix: String, in xml: inout XMLWriter) {
    guard let number = Int(hex.dropFirst(), radix: 16) else { return }
    for (name, shift) in [("r", 16), ("g", 8), ("b", 0)] {
      data(prefix + name, String(number >> shift & 255), in: &xml)
    }
  }
}
