public import StanceModel

/// DOT with every statement as an edge and all attributes, for programs that read DOT.
///
/// ```dot
/// "country:US" -> "country:UA" [statement_id="s…", kind="stance", label="supports", …];
/// ```
/// The dialect `graphviz` adds shapes, colours and tooltips, so that `dot` draws it as it is; `plain` has
/// labels and data only, for other readers: Gephi's stops at what it does not know. A drawing for people, with
/// edges added up and a legend, is made by StanceDrawing.
public struct DOT: Exporter {
  public enum Dialect: String, CaseIterable, Sendable { case graphviz, plain }

  public static let name = "dot"
  public static let fileExtension = "dot"
  public static let summary = "DOT for Graphviz and Gephi"
  public static let dialects = Dialect.allCases.map(\.rawValue)
  public static let readers = "Graphviz, Gephi (plain), pydot"
  public static let marks = [heading]
  /// The first line of each of our files.
  public static let heading = "// stancegraph"

  public var dialect: Dialect
  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) {
    dialect = options.dialect.flatMap(Dialect.init) ?? .graphviz
    shape = options.shape ?? .multigraph
  }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    // Not `strict`, which keeps one of several statements between two nodes.
    try output.write(text: "\(Self.heading)\ndigraph \"stancegraph\" {\n")
    for (name, value) in table.graph {
      try output.write(text: "  \(name)=\(DOTText.quoted(value));\n")
    }
    if dialect == .graphviz { try output.write(text: layout(table)) }
    for node in table.nodes {
      var attributes = data(node.values, table.nodeColumns)
      if dialect == .graphviz { attributes += style(of: node) }
      try output.write(text: "  \(DOTText.name(node.uid)) [\(joined(attributes))];\n")
    }
    for edge in table.edges {
      var attributes = data(edge.values, table.edgeColumns)
      if dialect == .graphviz { attributes += style(of: edge) }
      try output.write(
        text: "  \(DOTText.name(edge.from)) -> \(DOTText.name(edge.to)) [\(joined(attributes))];\n")
    }
    try output.write(text: "}\n")
  }

  private typealias Attribute = (name: String, value: String)

  /// Attributes on each element, no defaults: Gephi's reader drops the rest of a graph after `node [`.
  private func joined(_ attributes: [Attribute]) -> String {
    attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
  }

  private func data(_ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column])
    -> [Attribute]
  {
    zip(columns, values).compactMap { column, value in
      guard let text = value?.text else { return nil }
      guard column.name == "label", dialect == .graphviz else {
        return (column.name, DOTText.quoted(text))
      }
      // The whole text stands in `name`, or in `interaction`.
      return ("label", DOTText.label(DOTText.wrapped(text, width: 24, lines: 5)))
    }
  }

  private func layout(_ table: AttributeTable) -> String {
    let engine = LayoutEngine(nodes: table.nodes.count, edges: table.edges.count)
    return engine.graphAttributes.map { "  \($0.name)=\(DOTText.quoted($0.value));\n" }.joined()
  }

  private func style(of node: AttributeTable.Node) -> [Attribute] {
    let style = NodeStyle(node.kind)
    return [
      ("id", DOTText.quoted(XMLName.encode(node.uid))), ("class", DOTText.quoted(style.cssClass)),
      ("tooltip", DOTText.label(node.uid)),
    ] + style.attributes.map { ($0.name, DOTText.quoted($0.value)) }
  }

  private func style(of edge: AttributeTable.Edge) -> [Attribute] {
    let style = EdgeStyle(edge.kind, edge.polarity)
    var attributes: [Attribute] = [
      ("id", DOTText.quoted(XMLName.encode(edge.id))), ("class", DOTText.quoted(style.cssClass)),
      ("tooltip", DOTText.label(edge.tooltip)),
    ]
    attributes += style.attributes.map { ($0.name, DOTText.quoted($0.value)) }
    if let url = edge.url.flatMap(DOTText.address) { attributes.append(("URL", url)) }
    return attributes
  }
}
