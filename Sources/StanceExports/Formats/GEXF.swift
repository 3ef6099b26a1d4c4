public import StanceModel

/// GEXF 1.3, Gephi's own format: typed attributes, colours by kind and, in the dialect `dynamic`, the time of edges.
///
/// A `dynamic` edge has a spell: a statement the day, month or year in which it was made; a claim from its beginning
/// until its end or the last day of the graph. An end is the day after the last, since Gephi shows nothing of an
/// empty interval. Ids are those of GraphML (`XMLName`), the true ones are in `uid` and `statement_id`.
public struct GEXF: Exporter {
  public enum Dialect: String, CaseIterable, Sendable { case `static`, dynamic }

  public static let name = "gexf"
  public static let fileExtension = "gexf"
  public static let summary = "GEXF 1.3 for Gephi, static or dynamic"
  public static let readers = "Gephi, networkx"
  public static let dialects = Dialect.allCases.map(\.rawValue)
  public static let marks = ["<creator>stancegraph</creator>"]

  public var dialect: Dialect
  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) {
    dialect = options.dialect.flatMap(Dialect.init) ?? .static
    shape = options.shape ?? .multigraph
  }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    var xml = try XMLWriter()
    xml.start(
      "gexf",
      [
        ("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("version", "1.3"),
      ])
    xml.start("meta", indent: 2)
    xml.element("creator", [], text: "stancegraph", indent: 4)
    let title = table.graph.first { $0.name == "title" }?.value ?? ""
    xml.element("description", [], text: title, indent: 4)
    xml.end(indent: 2)
    var attributes = [("defaultedgetype", "directed"), ("mode", dialect.rawValue)]
    if dialect == .dynamic {
      attributes += [("timeformat", "date"), ("timerepresentation", "interval")]
    }
    xml.start("graph", attributes, indent: 2)
    declare(table.nodeColumns, of: "node", in: &xml)
    declare(table.edgeColumns, of: "edge", in: &xml)
    xml.start("nodes", indent: 4)
    for node in table.nodes {
      let label = AttributeTable.value("label", node.values, table.nodeColumns)?.text
      xml.start(
        "node", [("id", XMLName.encode(node.uid)), ("label", label ?? "")], indent: 6)
      values(node.values, table.nodeColumns, of: "node", in: &xml)
      color(NodeStyle(node.kind).line, in: &xml)
      xml.end(indent: 6)
      try xml.flush(to: &output)
    }
    xml.end(indent: 4)
    xml.start("edges", indent: 4)
    let lastDay = table.edges.compactMap { TimeSpan($0.end ?? $0.start)?.last }.max()
    for edge in table.edges {
      let label = AttributeTable.value("label", edge.values, table.edgeColumns)?.text
      let weight = AttributeTable.value("weight", edge.values, table.edgeColumns)?.text
      xml.start(
        "edge",
        [
          ("id", XMLName.encode(edge.id)), ("source", XMLName.encode(edge.from)),
          ("target", XMLName.encode(edge.to)), ("label", label ?? ""), ("weight", weight ?? "1.0"),
        ], indent: 6)
      if dialect == .dynamic, let spell = spell(of: edge, lastDay) {
        xml.start("spells", indent: 8)
        xml.start("spell", [("start", spell.start), ("end", spell.end)], indent: 10)
        xml.end()
        xml.end(indent: 8)
      }
      values(edge.values, table.edgeColumns, of: "edge", in: &xml)
      color(EdgeStyle(edge.kind, edge.polarity).color, in: &xml)
      xml.end(indent: 6)
      try xml.flush(to: &output)
    }
    xml.end(indent: 4)
    xml.end(indent: 2)
    xml.end(indent: 0)
    try xml.finish(to: &output)
  }

  /// Whether a column has a place of its own in GEXF.
  private func isOwn(_ name: String, of scope: String) -> Bool {
    name == "label" || name == "weight" && scope == "edge"
  }

  private func declare(
    _ columns: [AttributeTable.Column], of scope: String, in xml: inout XMLWriter
  ) {
    xml.start("attributes", [("class", scope), ("mode", "static")], indent: 4)
    for column in columns where !isOwn(column.name, of: scope) {
      let type = column.type == .int ? "integer" : column.type.rawValue
      xml.start(
        "attribute",
        [("id", "\(scope.prefix(1))_\(column.name)"), ("title", column.name), ("type", type)],
        indent: 6)
      xml.end()
    }
    xml.end(indent: 4)
  }

  private func values(
    _ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column], of scope: String,
    in xml: inout XMLWriter
  ) {
    xml.start("attvalues", indent: 8)
    for (column, value) in zip(columns, values) where !isOwn(column.name, of: scope) {
      guard let value else { continue }
      xml.start(
        "attvalue", [("for", "\(scope.prefix(1))_\(column.name)"), ("value", value.text)],
        indent: 10)
      xml.end()
    }
    xml.end(indent: 8)
  }

  private func color(_ hex: String, in xml: inout XMLWriter) {
    guard let number = Int(hex.dropFirst(), radix: 16) else { return }
    xml.start(
      "viz:color",
      [
        ("r", String(number >> 16 & 255)), ("g", String(number >> 8 & 255)),
        ("b", String(number & 255)),
      ], indent: 8)
    xml.end()
  }

  private func spell(of edge: AttributeTable.Edge, _ lastDay: CalendarDay?)
    -> (start: String, end: String)?
  {
    guard let span = TimeSpan(edge.start) else { return nil }
    let last =
      edge.kind == .claim
      ? TimeSpan(edge.end)?.last ?? lastDay ?? span.last
      : TimeSpan(edge.end)?.last ?? span.last
    let end = max(last, span.first).moved(byDays: 1)
    return (span.first.description, end.description)
  }
}
