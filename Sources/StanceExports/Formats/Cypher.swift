public import StanceModel

/// A script for `cypher-shell`: every node is merged by its uid, every edge by its id, so that it may be run again.
public struct Cypher: Exporter {
  public static let name = "cypher"
  public static let fileExtension = "cypher"
  public static let summary = "a Cypher script that merges the graph into a database"
  public static let readers = "Neo4j, Memgraph"
  public static let marks = [heading]
  private static let heading = "// stancegraph cypher"

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .multigraph }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    try output.write(
      text: """
        \(Self.heading)
        CREATE CONSTRAINT stancegraph_uid IF NOT EXISTS FOR (n:StanceGraph) REQUIRE n.uid IS UNIQUE;

        """)
    for node in table.nodes {
      let label = CypherName.label(node.kind.rawValue)
      try output.write(
        text: "MERGE (n:StanceGraph {uid: \(Self.quoted(node.uid))}) SET n:\(label), n += "
          + "\(Self.map(node.values, table.nodeColumns, without: "uid"));\n")
    }
    for edge in table.edges {
      let words = AttributeTable.value("interaction", edge.values, table.edgeColumns)?.text
      let type = CypherName.type(words ?? edge.kind.rawValue)
      try output.write(
        text: "MATCH (a:StanceGraph {uid: \(Self.quoted(edge.from))}), "
          + "(b:StanceGraph {uid: \(Self.quoted(edge.to))}) "
          + "MERGE (a)-[r:\(type) {edge_id: \(Self.quoted(edge.id))}]->(b) SET r += "
          + "\(Self.map(edge.values, table.edgeColumns, without: nil));\n")
    }
  }

  private static func map(
    _ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column], without name: String?
  ) -> String {
    let members = zip(columns, values).compactMap { column, value -> String? in
      guard let value, column.name != name else { return nil }
      if case .string(let text) = value { return "\(column.name): \(quoted(text))" }
      return "\(column.name): \(value.text)"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Strings of Cypher know the escapes of JSON.
  private static func quoted(_ text: String) -> String { JSONObject.quoted(text) }
}
