public import StanceModel

/// GraphML 1.0 that networkx, igraph, Gephi, Cytoscape and yEd read without loss.
///
/// ```xml
/// <node id="country:UA">
///   <data key="n_uid">country:UA</data>
///   <data key="n_label">Ukraine</data>
/// ```
/// Ids are NMTOKENs (`XMLName`), the true id is the attribute `uid`. A value that is missing has no element.
public struct GraphML: Exporter {
  public static let name = "graphml"
  public static let fileExtension = "graphml"
  public static let summary = "GraphML for networkx, igraph, Gephi, Cytoscape and others"
  public static let readers = "networkx, igraph, Gephi, Cytoscape, yEd, visone"
  public static let dialects = GraphMLDialect.allCases.map(\.rawValue)
  public static let marks = ["<!--\(comment)-->"]
  private static let comment = " stancegraph "

  public var shape: GraphShape
  private let dialect: GraphMLDialect

  public init(options: ExportOptions = ExportOptions()) {
    dialect = options.dialect.flatMap(GraphMLDialect.init) ?? .plain
    shape = options.shape ?? .multigraph
  }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    var xml = try XMLWriter()
    xml.comment(Self.comment)
    xml.start(
      "graphml",
      [
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
          "xsi:schemaLocation",
          "http://graphml.graphdrawing.org/xmlns"
            + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
        ),
      ] + dialect.namespaces)
    // All keys before the graph: igraph drops the data of one that comes later. Key ids are unique across
    // scopes, since Cytoscape keeps one map for all.
    for (name, _) in table.graph { key(name, .string, of: "graph", in: &xml) }
    for column in table.nodeColumns { key(column.name, column.type, of: "node", in: &xml) }
    for column in table.edgeColumns { key(column.name, column.type, of: "edge", in: &xml) }
    for key in dialect.keys {
      var attributes = [
        ("id", key.id), ("for", key.scope), ("attr.name", key.name), ("attr.type", key.type),
      ]
      if let graphics = key.yfiles { attributes.append(("yfiles.type", graphics)) }
      xml.start("key", attributes, indent: 2)
      xml.end()
    }
    xml.start("graph", [("id", "stancegraph"), ("edgedefault", "directed")], indent: 2)
    // Before the first node: Cytoscape writes what comes later into the last edge.
    for (name, value) in table.graph {
      xml.element("data", [("key", "g_" + name)], text: value, indent: 4)
    }
    for node in table.nodes {
      xml.start("node", [("id", XMLName.encode(node.uid))], indent: 4)
      data(node.values, table.nodeColumns, prefix: "n_", in: &xml)
      if dialect != .plain {
        let count = Int(text("n_statements", node.values, table.nodeColumns)) ?? 0
        dialect.write(
          node, label: text("label", node.values, table.nodeColumns), statements: count, to: &xml)
      }
      xml.end(indent: 4)
      try xml.flush(to: &output)
    }
    for edge in table.edges {
      let interaction =
        dialect == .plain ? "" : text("interaction", edge.values, table.edgeColumns)
      xml.start(
        "edge",
        [
          ("id", XMLName.encode(edge.id)), ("source", XMLName.encode(edge.from)),
          ("target", XMLName.encode(edge.to)),
        ] + dialect.attributes(of: edge, interaction: interaction), indent: 4)
      data(edge.values, table.edgeColumns, prefix: "e_", in: &xml)
      if dialect != .plain {
        dialect.write(
          edge, interaction: interaction, label: text("label", edge.values, table.edgeColumns),
          to: &xml)
      }
      xml.end(indent: 4)
      try xml.flush(to: &output)
    }
    xml.end(indent: 2)
    xml.end(indent: 0)
    try xml.finish(to: &output)
  }

  private func text(
    _ name: String, _ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column]
  ) -> String {
    AttributeTable.value(name, values, columns)?.text ?? ""
  }

  private func key(
    _ name: String, _ type: AttributeTable.ValueType, of scope: String, in xml: inout XMLWriter
  ) {
    xml.start(
      "key",
      [
        ("id", "\(scope.prefix(1))_\(name)"), ("for", scope), ("attr.name", name),
        ("attr.type", type.rawValue),
      ], indent: 2)
    xml.end()
  }

  private func data(
    _ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column], prefix: String,
    in xml: inout XMLWriter
  ) {
    for (column, value) in zip(columns, values) {
      guard let value else { continue }
      xml.element("data", [("key", prefix + column.name)], text: value.text, indent: 6)
    }
  }
}
