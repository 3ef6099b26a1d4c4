import SourceText
import StanceModel

/// The graph as typed tables: what every attributed graph format writes.
///
/// Types are decided here, before writing, never guessed from the values: networkx declares a column twice
/// when it guesses, and igraph then refuses the file.
struct AttributeTable: Sendable {
  enum ValueType: String, Sendable { case string, int, double }

  enum Value: Hashable, Sendable {
    case string(String)
    case int(Int)
    case double(Double)
    /// A double of 0 to 1, written with two decimals.
    case confidence(Double)

    /// As every format writes it.
    var text: String {
      switch self {
      case .string(let text): text
      case .int(let number): String(number)
      case .double(let number): number.description
      case .confidence(let number): NumberText.twoDecimals(number)
      }
    }
  }

  struct Column: Hashable, Sendable {
    var name: String
    var type: ValueType
  }

  struct Node: Sendable {
    var uid: String
    var kind: GraphNode.Kind
    /// One for each column; nil where there is none.
    var values: [Value?]
  }

  struct Edge: Sendable {
    var id: String
    var from: String
    var to: String
    var kind: GraphEdge.Kind
    var polarity: Polarity?
    var url: String?
    /// The words behind it, else what it says.
    var tooltip: String
    /// When it was said or holds: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    var start: String?
    var end: String?
    var values: [Value?]
  }

  var graph: [(name: String, value: String)]
  var nodeColumns: [Column]
  var nodes: [Node]
  var edgeColumns: [Column]
  var edges: [Edge]

  /// A graph in one of its shapes.
  init(_ source: StanceGraph, shape: GraphShape) {
    self.init(source, nodes: Self.nodeFields, title: shape)
    switch shape {
    case .multigraph: addEdges(source)
    case .aggregated: addSums(source.aggregatedEdges())
    case .reified: reify(source)
    case .actors: addActorTies(source)
    }
  }

  private init(_ source: StanceGraph, nodes fields: [Field<GraphNode>], title shape: GraphShape) {
    graph = [
      ("title", XMLText.clean(source.title)), ("generator", "stancegraph"),
      ("shape", shape.rawValue),
    ]
    nodeColumns = fields.map(\.column)
    nodes = source.nodes.map { node in
      Node(uid: node.uid, kind: node.kind, values: fields.map { $0.value(node) })
    }
    edgeColumns = []
    edges = []
  }

  /// A text without what XML can't hold; nil where nothing is left.
  static func text(_ text: String) -> Value? {
    let clean = XMLText.clean(text)
    return clean.isEmpty ? nil : .string(clean)
  }

  /// The value of a column in a row of values.
  static func value(_ name: String, _ values: [Value?], _ columns: [Column]) -> Value? {
    columns.firstIndex { $0.name == name }.flatMap {
      values.indices.contains($0) ? values[$0] : nil
    }
  }
}
