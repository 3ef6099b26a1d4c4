import SourceText
public import StanceModel

/// A Mermaid flowchart, for READMEs and wikis: small graphs only.
///
/// Support is a thick line, opposition a dotted one with a cross, and the words stand at each.
public struct Mermaid: Exporter {
  public static let name = "mermaid"
  public static let fileExtension = "mmd"
  public static let summary = "a Mermaid flowchart, for small graphs"
  public static let readers = "Mermaid, GitHub, GitLab, Obsidian"
  public static let shapes: [GraphShape] = [.aggregated, .actors]
  public static let marks = [heading]
  /// More than this no flowchart shows.
  public static let mostNodes = 100
  private static let heading = "%% stancegraph"

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .aggregated }

  /// - Throws: `Diagnostic` of kind `.usage` for more than `mostNodes` nodes.
  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    guard table.nodes.count <= Self.mostNodes else {
      throw Diagnostic(
        .usage, file: "stancegraph",
        problem: "\(table.nodes.count) nodes are too many for a flowchart",
        remedy: "Choose at most \(Self.mostNodes), such as --top 40 or --around Ukraine.")
    }
    try output.write(text: Self.heading + "\nflowchart LR\n")
    var names: [String: String] = [:]
    for (index, node) in table.nodes.enumerated() {
      let name = "n\(index + 1)"
      names[node.uid] = name
      let label = AttributeTable.value("label", node.values, table.nodeColumns)?.text ?? node.uid
      let (open, close) = Self.brackets(node.kind)
      try output.write(text: "  \(name)\(open)\"\(Self.escaped(label))\"\(close)\n")
    }
    for edge in table.edges where edge.kind != .role {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      let label = AttributeTable.value("label", edge.values, table.edgeColumns)?.text ?? ""
      let arrow =
        switch edge.kind {
        case .agreement: "==="
        case .conflict: "-.-"
        default: edge.polarity == .support ? "==>" : edge.polarity == .oppose ? "-.-x" : "-->"
        }
      let words = label.isEmpty ? "" : "|\"\(Self.escaped(label))\"|"
      try output.write(text: "  \(from) \(arrow)\(words) \(to)\n")
    }
  }

  private static func brackets(_ kind: GraphNode.Kind) -> (String, String) {
    switch kind {
    case .country, .region: ("[", "]")
    case .organization: ("{{", "}}")
    case .person, .group, .statement: ("([", "])")
    case .issue, .proposition, .document: ("(", ")")
    }
  }

  /// Mermaid's entity codes for whatever could end a label or be read as markup.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in XMLText.clean(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "\\", "|", "[", "]", "{", "}", "(", ")", ";":
        escaped += "#\(scalar.value);"
      case _ where scalar.properties.isWhitespace: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
