import StanceModel

extension AttributeTable {
  /// A node for each statement, relation and claim, between those whom it ties (`GraphShape.reified`).
  ///
  /// Whatever a tool does to parallel edges, nothing is lost: two nodes have at most one edge of a kind. What an
  /// edge of the multigraph says stands at the node; its columns are those of an edge, `kind` is `statement`, and
  /// `statement_kind` tells which kind.
  mutating func reify(_ source: StanceGraph) {
    let own = Set(nodeColumns.map(\.name))
    let fields = Self.edgeFields.filter { !own.contains($0.column.name) }
    let kind = Column(name: "statement_kind", type: .string)
    for index in nodes.indices { nodes[index].values += fields.map { _ in nil } + [nil] }
    edgeColumns = Self.tieFields
    for edge in source.edges {
      guard edge.kind != .role, edge.kind != .affiliation else {
        addTie(edge.kind, edge.id, edge.from, edge.to, edge.interaction, edge.polarity)
        continue
      }
      var values = nodeColumns.map { column -> Value? in
        switch column.name {
        case "uid": Self.text(edge.id)
        case "label", "name": Self.text(edge.label)
        case "kind": .string(GraphNode.Kind.statement.rawValue)
        default: nil
        }
      }
      values += fields.map { $0.value(edge) } + [.string(edge.kind.rawValue)]
      nodes.append(Node(uid: edge.id, kind: .statement, values: values))
      addTie(.holds, "\(edge.id)<", edge.from, edge.id, "holds", nil)
      addTie(.about, "\(edge.id)>", edge.id, edge.to, edge.interaction, edge.polarity)
    }
    nodeColumns += fields.map(\.column) + [kind]
  }

  private static let tieFields = [
    Column(name: "statement_id", type: .string), Column(name: "kind", type: .string),
    Column(name: "label", type: .string), Column(name: "interaction", type: .string),
    Column(name: "polarity", type: .int), Column(name: "weight", type: .double),
  ]

  private mutating func addTie(
    _ kind: GraphEdge.Kind, _ id: String, _ from: String, _ to: String, _ interaction: String,
    _ polarity: Polarity?
  ) {
    let words = Self.text(interaction)
    let values: [Value?] = [
      Self.text(id), .string(kind.rawValue), words, words,
      polarity.map { .int($0.sign) }, .double(1),
    ]
    edges.append(
      Edge(
        id: id, from: from, to: to, kind: kind, polarity: polarity, url: nil, tooltip: interaction,
        start: nil, end: nil, values: values))
  }
}
