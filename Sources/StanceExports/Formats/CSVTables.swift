public import StanceModel

/// Two tables, `nodes.csv` and `edges.csv`, with every attribute as a column.
///
/// UTF-8 with a header line; a value that is missing is an empty cell. `edges.csv` names its ends by the `uid` of
/// `nodes.csv`. Gephi's *Import spreadsheet* takes both: its columns `Id`, `Source` and `Target` are the first ones.
public struct CSVTables: Exporter {
  public static let name = "csv"
  public static let fileExtension = "csv"
  public static let summary = "CSV: a table of nodes and one of edges, in a folder"
  public static let readers = "pandas, R, spreadsheets, Gephi, Cytoscape"
  public static let parts = ["nodes.csv", "edges.csv"]
  public static let marks = ["Id,uid,label,name,kind,", "Id,Source,Target,statement_id,kind,"]

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .multigraph }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    func cells(_ values: [AttributeTable.Value?]) -> [String] { values.map { $0?.text ?? "" } }
    if part == Self.parts.first {
      try output.write(text: CSVText.line(["Id"] + table.nodeColumns.map(\.name)))
      for node in table.nodes {
        try output.write(text: CSVText.line([node.uid] + cells(node.values)))
      }
    } else {
      try output.write(
        text: CSVText.line(["Id", "Source", "Target"] + table.edgeColumns.map(\.name)))
      for edge in table.edges {
        let ends = [edge.id, edge.from, edge.to]
        try output.write(text: CSVText.line(ends + cells(edge.values)))
      }
    }
  }
}
