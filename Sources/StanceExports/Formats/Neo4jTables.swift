public import StanceModel

/// The two tables of Neo4j's bulk import: `neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv`.
///
/// Types stand in the headers; `:LABEL` and `:TYPE` are the kind of a node and what an edge says.
public struct Neo4jTables: Exporter {
  public static let name = "neo4j"
  public static let fileExtension = "csv"
  public static let summary = "tables for neo4j-admin import, in a folder"
  public static let readers = "Neo4j, Memgraph"
  public static let parts = ["nodes.csv", "relationships.csv"]
  public static let marks = ["uid:ID,:LABEL,", ":START_ID,:END_ID,:TYPE,"]

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .multigraph }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    func header(_ columns: [AttributeTable.Column]) -> [String] {
      columns.map { $0.type == .string ? $0.name : "\($0.name):\($0.type.rawValue)" }
    }
    func cells(_ values: [AttributeTable.Value?]) -> [String] { values.map { $0?.text ?? "" } }
    if part == Self.parts.first {
      let kept = table.nodeColumns.indices.filter { table.nodeColumns[$0].name != "uid" }
      let columns = kept.map { table.nodeColumns[$0] }
      try output.write(text: CSVText.line(["uid:ID", ":LABEL"] + header(columns)))
      for node in table.nodes {
        let values = cells(kept.map { node.values[$0] })
        try output.write(
          text: CSVText.line([node.uid, CypherName.label(node.kind.rawValue)] + values))
      }
    } else {
      try output.write(
        text: CSVText.line([":START_ID", ":END_ID", ":TYPE"] + header(table.edgeColumns)))
      for edge in table.edges {
        let words = AttributeTable.value("interaction", edge.values, table.edgeColumns)?.text
        let ends = [edge.from, edge.to, CypherName.type(words ?? edge.kind.rawValue)]
        try output.write(text: CSVText.line(ends + cells(edge.values)))
      }
    }
  }
}

/// Names as Cypher writes them.
enum CypherName {
  /// `Country`
  static func label(_ kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }

  /// `HOLDS_OFFICE`: capitals, digits and underscores.
  static func type(_ words: String) -> String {
    let name = words.uppercased().unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    return name.isEmpty ? "RELATED" : String(name)
  }
}
