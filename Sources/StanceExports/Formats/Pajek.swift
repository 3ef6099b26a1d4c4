public import StanceModel

/// Pajek's `.net`: vertices by uid and arcs with a value and a label. Other attributes have no place there.
///
/// An arc's value is its weight, never negative, since readers differ over signs: the side is in the label and in the
/// colour. Quotation marks, which Pajek can't escape, become apostrophes, line ends spaces.
public struct Pajek: Exporter {
  public static let name = "pajek"
  public static let fileExtension = "net"
  public static let summary = "Pajek's .net: vertices and weighted arcs with labels"
  public static let readers = "Pajek, networkx, igraph"
  public static let shapes: [GraphShape] = [.aggregated, .actors, .reified, .multigraph]
  public static let marks = [heading]
  private static let heading = "*Network stancegraph"

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .aggregated }

  public func omission(from graph: StanceGraph) -> String? {
    "Pajek has no place for attributes: ids, sides and weights are written, all else is left out."
  }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    try output.write(text: Self.heading + "\n*Vertices \(table.nodes.count)\n")
    var numbers: [String: Int] = [:]
    var taken: Set<String> = []
    for (index, node) in table.nodes.enumerated() {
      numbers[node.uid] = index + 1
      var label = Self.bare(node.uid)
      while !taken.insert(label).inserted { label += "~" }
      try output.write(text: "\(index + 1) \"\(label)\"\n")
    }
    try output.write(text: "*Arcs\n")
    for edge in table.edges {
      guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
      let label = AttributeTable.value("interaction", edge.values, table.edgeColumns)?.text ?? ""
      let weight = AttributeTable.value("weight", edge.values, table.edgeColumns)?.text ?? "1.0"
      try output.write(text: "\(from) \(to) \(weight) l \"\(Self.bare(label))\"\n")
    }
  }

  private static func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        XMLText.clean(text).unicodeScalars.map { scalar in
          switch scalar {
          case "\"": "'"
          case "\\": "/"
          case _ where scalar.properties.isWhitespace: " "
          default: scalar
          }
        }))
  }
}
